// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: what writing and checking a paper share.
#pragma once

#include "pdf/documentmetadata.h"
#include "pdf/paperwriter.h"

namespace sohoa::pdf {

/// What a paper of this information says about itself, in the cleaned text that is really written.
DocumentMetadata metadataOf(const PaperInfo& info);

} // namespace sohoa::pdf
