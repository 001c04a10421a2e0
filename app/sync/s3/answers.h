// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/warehouse.h"

#include <QByteArrayView>

#include <optional>

namespace sohoa::sync::s3 {

// What an S3 server answers in XML ("Amazon S3 API Reference"), read without trust: no more than
// largestAnswer bytes, 16 levels, no DTD and no entities of its own. Anything else, and what lacks a member
// it must have, is WarehouseAnswerInvalid. Pure; any thread.

inline constexpr qsizetype largestAnswer = 4LL * 1024 * 1024;
/// Numbers of parts run from 1.
inline constexpr int mostParts = 10'000;

/// <Error>. Ceph leaves message empty; do not show it to anybody, for it may repeat what we sent.
struct ErrorAnswer
{
    QString code;
    QString region; ///< where the bucket is, when the request was for another region

    bool operator==(const ErrorAnswer&) const = default;
};

/// <ListBucketResult> of ListObjectsV2 with encoding-type=url. Keys decoded.
struct ListAnswer
{
    std::vector<ListedObject> objects;
    bool truncated = false;

    bool operator==(const ListAnswer&) const = default;
};

struct ListedPart
{
    int number = 0; ///< 1..mostParts
    qint64 length = 0;
    QString etag; ///< as it stands, quotes included

    bool operator==(const ListedPart&) const = default;
};

/// <ListPartsResult>
struct PartsAnswer
{
    std::vector<ListedPart> parts;
    bool truncated = false;
    int nextMarker = 0; ///< when truncated

    bool operator==(const PartsAnswer&) const = default;
};

/// Empty when the document is no <Error>, or no XML at all.
[[nodiscard]] std::optional<ErrorAnswer> errorIn(QByteArrayView xml);
[[nodiscard]] Result<ListAnswer> listIn(QByteArrayView xml);
[[nodiscard]] Result<PartsAnswer> partsIn(QByteArrayView xml);
/// The UploadId of <InitiateMultipartUploadResult>: 1 to 1024 printable characters.
[[nodiscard]] Result<QString> uploadIdIn(QByteArrayView xml);
/// Whether it is a <CompleteMultipartUploadResult>; Ceph 16.2 leaves the ETag in it empty. A 200 may hold an
/// <Error> instead ("CompleteMultipartUpload", Amazon S3 API Reference).
[[nodiscard]] bool isCompleted(QByteArrayView xml);
/// The Status of <VersioningConfiguration>: "Enabled", "Suspended" or "".
[[nodiscard]] Result<QString> versioningIn(QByteArrayView xml);
/// ObjectLockEnabled of <ObjectLockConfiguration>: "Enabled" or "".
[[nodiscard]] Result<QString> objectLockIn(QByteArrayView xml);

/// <CompleteMultipartUpload> for parts 1, 2, … with these ETags.
[[nodiscard]] QByteArray completionDocument(const std::vector<LargePutState::Part>& parts);
/// Whether the bytes begin as a web page does: what captive portals answer.
[[nodiscard]] bool looksLikeHtml(QByteArrayView body);

} // namespace sohoa::sync::s3
