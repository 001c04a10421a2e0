// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <utility>
#include <vector>

namespace sohoa::sync::s3 {

// AWS Signature Version 4 in the Authorization header, as S3 wants it: "Signature Calculations for the
// Authorization Header: Transferring Payload in a Single Chunk", Amazon S3 API Reference. Pure; any thread.

using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

struct Credentials
{
    QByteArray accessKey;
    QByteArray secretKey; ///< never in a log, a message or an error's detail
    QByteArray region;

    bool operator==(const Credentials&) const = default;
};

/// A request as far as it is signed.
struct SignedParts
{
    QByteArray method;
    QByteArray path;          ///< as it goes over the line: encodePath()
    QByteArray query;         ///< as it goes over the line: encodeQuery()
    Fields headers;           ///< every one of them is signed; names in any case; host is needed
    QByteArray payloadSha256; ///< 64 hex digits, the same as in x-amz-content-sha256

    bool operator==(const SignedParts&) const = default;
};

/// A path in UTF-8 with all but A-Z a-z 0-9 - . _ ~ / as %XX, once (S3 does not encode twice, unlike other
/// services).
QByteArray encodePath(QByteArrayView path);
/// "a=1&b=": names and values encoded, '/' too, sorted by the encoded names.
QByteArray encodeQuery(const Fields& query);
QByteArray canonicalRequest(const SignedParts& request);
/// @param time any offset; used in UTC to the second
QByteArray stringToSign(QByteArrayView canonicalRequest, const QDateTime& time, QByteArrayView region,
                        QByteArrayView service);
QByteArray signingKey(QByteArrayView secretKey, QByteArrayView day, QByteArrayView region,
                      QByteArrayView service);
/// 20130524T000000Z, for x-amz-date.
QByteArray amzDate(const QDateTime& time);
/// The value of the header Authorization. x-amz-date and x-amz-content-sha256 must be among the headers.
QByteArray authorization(const SignedParts& request, const Credentials& credentials, const QDateTime& time);

} // namespace sohoa::sync::s3
