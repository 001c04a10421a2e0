// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: decoding of Flate streams with a bound on what they unfold to.
#pragma once

#include <QtGlobal>

namespace sohoa::pdf {

/// Puts our bounded Flate filter in the place of qpdf's for the whole process, once, and switches off LZW and
/// run-length decoding, which could unfold without a bound (a page that needs them is rendered instead).
void registerBoundedFilters();

/// What the Flate streams of this thread may still unfold to, in bytes; -1 when no budget is set.
qint64& decodeAllowance();

} // namespace sohoa::pdf
