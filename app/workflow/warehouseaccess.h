// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sync/s3/access.h"

namespace sohoa::workflow {

/// What opens the S3 warehouse: for now from the environment variables SOHOA_S3_ACCESS_KEY,
/// SOHOA_S3_SECRET_KEY, SOHOA_S3_REGION, SOHOA_S3_CA (file with the certificates of a private authority),
/// SOHOA_S3_PROXY ("none" or host:port) and SOHOA_S3_STYLE ("path", "virtual"). Those that are not set keep
/// their usual value; keys may be missing, which openWarehouse() refuses for S3. Errors of reading the
/// certificates, InvalidArgument.
[[nodiscard]] Result<sync::S3Access> warehouseAccess();

} // namespace sohoa::workflow
