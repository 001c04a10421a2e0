// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/signature.h"

#include "base/digest.h"

#include <algorithm>

namespace sohoa::sync::s3 {

namespace {

const QByteArray service = "s3";
const QByteArray terminator = "aws4_request";

QByteArray joined(const QByteArray& day, QByteArrayView region, QByteArrayView of)
{
    return day + '/' + region.toByteArray() + '/' + of.toByteArray() + '/' + terminator;
}

/// Spaces around a value do not count, and several in a row count as one.
QByteArray trimAll(const QByteArray& value)
{
    return value.simplified();
}

Fields sortedHeaders(const Fields& headers)
{
    Fields sorted;
    sorted.reserve(headers.size());
    for (const auto& [name, value] : headers) {
        sorted.emplace_back(name.toLower().trimmed(), trimAll(value));
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

QByteArray namesOf(const Fields& sorted)
{
    QByteArray names;
    for (const auto& [name, value] : sorted) {
        names += (names.isEmpty() ? "" : ";") + name;
    }
    return names;
}

} // namespace

QByteArray encodePath(QByteArrayView path)
{
    return path.toByteArray().toPercentEncoding("/");
}

QByteArray encodeQuery(const Fields& query)
{
    Fields encoded;
    encoded.reserve(query.size());
    for (const auto& [name, value] : query) {
        encoded.emplace_back(name.toPercentEncoding(), value.toPercentEncoding());
    }
    std::sort(encoded.begin(), encoded.end());
    QByteArray text;
    for (const auto& [name, value] : encoded) {
        text += (text.isEmpty() ? "" : "&") + name + '=' + value;
    }
    return text;
}

QByteArray canonicalRequest(const SignedParts& request)
{
    const Fields headers = sortedHeaders(request.headers);
    QByteArray text = request.method + '\n' + request.path + '\n' + request.query + '\n';
    for (const auto& [name, value] : headers) {
        text += name + ':' + value + '\n';
    }
    return text + '\n' + namesOf(headers) + '\n' + request.payloadSha256;
}

QByteArray amzDate(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray stringToSign(QByteArrayView canonicalRequest, const QDateTime& time, QByteArrayView region,
                        QByteArrayView of)
{
    const QByteArray date = amzDate(time);
    return "AWS4-HMAC-SHA256\n" + date + '\n' + joined(date.first(8), region, of) + '\n' +
           sha256Hex(canonicalRequest).toLatin1();
}

QByteArray signingKey(QByteArrayView secretKey, QByteArrayView day, QByteArrayView region, QByteArrayView of)
{
    const QByteArray ofDay = hmacSha256("AWS4" + secretKey.toByteArray(), day);
    return hmacSha256(hmacSha256(hmacSha256(ofDay, region), of), terminator);
}

QByteArray authorization(const SignedParts& request, const Credentials& credentials, const QDateTime& time)
{
    const QByteArray day = amzDate(time).first(8);
    const QByteArray text = stringToSign(canonicalRequest(request), time, credentials.region, service);
    const QByteArray signature =
        hmacSha256(signingKey(credentials.secretKey, day, credentials.region, service), text).toHex();
    return "AWS4-HMAC-SHA256 Credential=" + credentials.accessKey + '/' +
           joined(day, credentials.region, service) +
           ", SignedHeaders=" + namesOf(sortedHeaders(request.headers)) + ", Signature=" + signature;
}

} // namespace sohoa::sync::s3
