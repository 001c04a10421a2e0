// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dossier/bundlerefusal.h"

#include <QString>

namespace sohoa::wording {

/// Why a bundle was not made or not taken in. Any thread.
QString sentence(dossier::BundleRefusal refusal);
/// What went wrong with a bundle: where an error means something else here than elsewhere, its own sentence.
QString bundleSentence(const Error& error);

} // namespace sohoa::wording
