// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/bucket.h"

namespace sohoa::sync::s3 {

/// S3 takes no smaller part except the last ("Amazon S3 multipart upload limits").
inline constexpr qint64 smallestPart = 5LL * 1024 * 1024;

// Large puts as multipart uploads. What the server lists as parts counts, not what we remember. An object
// that is there already gives a large put all of whose parts are confirmed: nothing is sent twice.

/// InvalidArgument for a state that is no blob to be begun, or for parts too small or too many for S3.
[[nodiscard]] Result<std::unique_ptr<LargePut>> beginInBucket(std::shared_ptr<Bucket> bucket,
                                                              const LargePutState& state);
/// NotFound when the server has forgotten the upload and does not have the object.
[[nodiscard]] Result<std::unique_ptr<LargePut>> resumeInBucket(std::shared_ptr<Bucket> bucket,
                                                               const LargePutState& saved);

} // namespace sohoa::sync::s3
