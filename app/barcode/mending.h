// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "barcode/finders.h"
#include "base/stoptoken.h"
#include "dossier/findings.h"

#include <QImage>

#include <vector>

/// For sheets of which no code can be read as it stands.
namespace sohoa::barcode {

/// The page without dark lines a few pixels wide that run along most of it, as dirt on a feeder's glass
/// draws: each is filled from both its sides. They cut through the squares of codes.
/// @param page 8-bit grey
QImage withoutLines(const QImage& page);

/// Reads a separator sheet from codes that are covered or cut off in part. Two squares of a code say where
/// its modules lie, the row and column of alternating modules say whether that is right. What is evenly
/// toned over five modules and more (a stain, the bed behind a torn corner) says nothing. All codes of a
/// sheet are the same: where no single one suffices, what is left of all is put together. Only separators
/// count, which carry a sum of their own.
/// @param page    8-bit grey
/// @param squares in pixels of `page`
std::vector<dossier::Code> readSeparatorFromParts(const QImage& page, const std::vector<Finder>& squares,
                                                  const StopToken& stop);

} // namespace sohoa::barcode
