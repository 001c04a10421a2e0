// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/bucket.h"

#include <functional>

namespace sohoa::sync::s3 {

// What S3Warehouse and its large puts both do with single objects. Keys without the bucket's prefix.

/// Length and what x-amz-meta-sha256 claims; empty when there is no such object. Where HEAD is refused
/// because the key may not know what is missing (Ceph up to 18.2), the listing is asked.
[[nodiscard]] Result<std::optional<ObjectFacts>> headObject(Bucket& bucket, const QString& key,
                                                            const Call& call);
/// Reads an object through. A line that breaks is taken up where it broke, as long as it is away no longer
/// than the patience says and something had come. NotFound.
[[nodiscard]] Status readObject(Bucket& bucket, const QString& key,
                                const std::function<Status(QByteArrayView piece)>& take, const Call& call);
/// AlreadySame when the object is there with this content: by its claim when it makes one, else by reading.
/// WarehouseConflict when it has another, empty when it is not there.
[[nodiscard]] Result<std::optional<PutOutcome>>
compareObject(Bucket& bucket, const QString& key, const QString& sha256, qint64 length, const Call& call);

} // namespace sohoa::sync::s3
