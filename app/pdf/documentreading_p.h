// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: what a PDF of any origin says about itself.
#pragma once

#include "pdf/documentmetadata.h"
#include "pdf/qpdfaccess_p.h"

#include <optional>

namespace sohoa::pdf {

/// The XMP packet of the document, read; empty without one that can be read. Throws.
std::optional<DocumentMetadata> xmpOf(QPDF& pdf);
/// The Info dictionary; fields that are missing or wrong stay empty. Throws.
DocumentMetadata infoOf(QPDF& pdf);

} // namespace sohoa::pdf
