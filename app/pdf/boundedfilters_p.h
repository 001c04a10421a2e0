// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: decoding of streams with a bound on what they unfold to.
#pragma once

#include <QtGlobal>

namespace sohoa::pdf {

/// Puts our bounded Flate, LZW and run-length filters (at most eight of them to a stream) in the place of
/// qpdf's, once for the whole process.
void registerBoundedFilters();

/// What the streams of this thread may still unfold to, in bytes; -1 when no budget is set.
qint64& decodeAllowance();

} // namespace sohoa::pdf
