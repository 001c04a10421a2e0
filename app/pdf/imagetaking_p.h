// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: getting a picture out of a PDF as it is.
#pragma once

#include "pdf/pagecontent_p.h"
#include "pdf/pdfpages.h"

#include <optional>

namespace sohoa::pdf {

/// The picture a page consists of, unharmed; empty when it must be drawn instead (kind, or above 100 million
/// pixels). Only bytes, format, width, height, mode are set. ImageTooLarge above 100 million pixels. Throws
/// what qpdf throws.
[[nodiscard]] Result<std::optional<TakenPage>> takeImage(QPDFObjectHandle image, double dpi);

/// A PNG file of a picture, one bit or grey when nothing is lost by it. PdfDamaged when that fails (out of
/// memory).
[[nodiscard]] Result<TakenPage> asPng(const QImage& image, double dpi);

} // namespace sohoa::pdf
