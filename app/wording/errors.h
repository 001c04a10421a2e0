// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QString>

namespace sohoa::wording {

/// What the clerk reads when something failed, in the language of the installed translation: what happened,
/// what it means, what to do. Each code has a sentence of its own. Of the detail only what is safe and helps
/// a person is shown: the field of a citizen card, the code of a procedure, dossier or component. Never
/// personal data, never English for the log. Any thread.
QString sentence(const Error& error);

} // namespace sohoa::wording
