// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/fakes3store.h"

#include "base/digest.h"
#include "sync/s3/signature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QUrlQuery>

#include <cstdlib>

namespace sohoa::test {

namespace {

constexpr qint64 smallestPart = 5LL * 1024 * 1024;

QByteArray md5(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QByteArray parameter(const S3Request& request, const QString& name)
{
    return QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(name, QUrl::FullyDecoded).toUtf8();
}

bool has(const S3Request& request, const QString& name)
{
    return QUrlQuery(QString::fromLatin1(request.query)).hasQueryItem(name);
}

std::map<QByteArray, QByteArray> metadataOf(const S3Request& request)
{
    std::map<QByteArray, QByteArray> metadata;
    for (const auto& [name, value] : request.headers) {
        if (name.startsWith("x-amz-meta-")) {
            metadata[name] = value;
        }
    }
    return metadata;
}

S3Response xml(const QByteArray& root, const QByteArray& inside)
{
    return {200,
            {{"Content-Type", "application/xml"}},
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + root + ">" + inside + "</" + root + ">"};
}

QByteArray element(const QByteArray& name, const QByteArray& value)
{
    return '<' + name + '>' + value + "</" + name + '>';
}

QByteArray quoted(const QByteArray& etag)
{
    return "&quot;" + etag.mid(1, etag.size() - 2) + "&quot;";
}

} // namespace

QByteArray FakeS3Store::Object::etag() const
{
    return '"' + md5(content).toHex() + '"';
}

S3Response FakeS3Store::error(int status, const QByteArray& code)
{
    S3Response response = xml("Error", element("Code", code) + "<Message></Message>");
    response.status = status;
    return response;
}

QByteArray FakeS3Store::date() const
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(manners.clockAhead),
                  QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

bool FakeS3Store::isSigned(const S3Request& request) const
{
    static const QRegularExpression form(
        QStringLiteral("\\AAWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, "
                       "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})\\z"));
    const auto match = form.match(QString::fromLatin1(request.header("authorization")));
    QDateTime time = QDateTime::fromString(QString::fromLatin1(request.header("x-amz-date")),
                                           QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    if (!match.hasMatch() || !time.isValid()) {
        return false;
    }
    sync::s3::SignedParts parts{
        request.method, request.path, request.query, {}, request.header("x-amz-content-sha256")};
    const QList<QByteArray> names = match.captured(4).toLatin1().split(';');
    for (const auto& [name, value] : request.headers) {
        const bool isSignedName = names.contains(name);
        const bool mustBe =
            name == "host" || name.startsWith("x-amz-") || name == "content-md5" || name.startsWith("if-");
        if (mustBe && !isSignedName) {
            return false;
        }
        if (isSignedName) {
            parts.headers.emplace_back(name, value);
        }
    }
    return sync::s3::authorization(parts, {accessKey, secretKey, match.captured(3).toLatin1()}, time) ==
           request.header("authorization");
}

S3Response FakeS3Store::answer(const S3Request& request)
{
    if (manners.staleListing != m_stale) {
        m_stale = manners.staleListing;
        m_listed = objects;
    }
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty()) {
        return error(403, "AccessDenied");
    }
    if (!authorization.contains("Credential=" + accessKey + '/')) {
        return error(403, "InvalidAccessKeyId");
    }
    QDateTime time = QDateTime::fromString(QString::fromLatin1(request.header("x-amz-date")),
                                           QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    const qint64 apart = time.secsTo(QDateTime::currentDateTimeUtc().addSecs(manners.clockAhead));
    if (std::llabs(apart) > 15 * 60) {
        return error(403, "RequestTimeTooSkewed");
    }
    if (manners.checksSignature && !isSigned(request)) {
        return error(403, "SignatureDoesNotMatch");
    }
    if (manners.checksSha256 &&
        request.header("x-amz-content-sha256") != sha256Hex(request.body).toLatin1()) {
        return error(400, "XAmzContentSHA256Mismatch");
    }
    const QByteArray said = request.header("content-md5");
    if (manners.checksMd5 && !said.isEmpty() && QByteArray::fromBase64(said) != md5(request.body)) {
        return error(400, "BadDigest");
    }
    const QByteArray path = QByteArray::fromPercentEncoding(request.path).mid(1);
    const qsizetype slash = path.indexOf('/');
    if ((slash < 0 ? path : path.first(slash)) != "kho") {
        return error(404, "NoSuchBucket");
    }
    const QByteArray key = slash < 0 ? QByteArray() : path.mid(slash + 1);
    return key.isEmpty() ? answerBucket(request) : answerObject(request, key);
}

void FakeS3Store::takeCut(const S3Request& request)
{
    if (manners.keepsCutUploads && request.method == "PUT" && !has(request, QStringLiteral("partNumber"))) {
        objects[QByteArray::fromPercentEncoding(request.path).mid(5)] = {request.body, metadataOf(request)};
    }
}

S3Response FakeS3Store::answerBucket(const S3Request& request)
{
    if (request.method != "GET") {
        return request.method == "HEAD" ? S3Response{} : error(405, "MethodNotAllowed");
    }
    if (has(request, QStringLiteral("versioning"))) {
        return xml("VersioningConfiguration",
                   manners.versioned ? element("Status", "Enabled") : QByteArray());
    }
    if (has(request, QStringLiteral("object-lock"))) {
        return manners.objectLock ? xml("ObjectLockConfiguration", element("ObjectLockEnabled", "Enabled"))
                                  : error(404, "ObjectLockConfigurationNotFoundError");
    }
    return list(request);
}

S3Response FakeS3Store::list(const S3Request& request)
{
    const QByteArray prefix = parameter(request, QStringLiteral("prefix"));
    if (!prefix.startsWith(manners.onlyPrefix)) {
        return error(403, "AccessDenied");
    }
    const QByteArray after =
        manners.startAfter ? parameter(request, QStringLiteral("start-after")) : QByteArray();
    const QByteArray token = parameter(request, QStringLiteral("continuation-token"));
    const int limit = std::min(manners.pageLimit, has(request, QStringLiteral("max-keys"))
                                                      ? parameter(request, QStringLiteral("max-keys")).toInt()
                                                      : 1000);
    const std::map<QByteArray, Object>& known = m_stale ? m_listed : objects;
    QByteArray contents;
    int count = 0;
    bool more = false;
    for (auto object = known.upper_bound(std::max(after, token)); object != known.end(); ++object) {
        if (!object->first.startsWith(prefix)) {
            continue;
        }
        if (count == limit) {
            more = true;
            break;
        }
        ++count;
        contents +=
            element("Contents", element("Key", object->first.toPercentEncoding("/")) +
                                    element("Size", QByteArray::number(object->second.content.size())));
    }
    return xml("ListBucketResult",
               element("Name", "kho") + contents + element("IsTruncated", more ? "true" : "false"));
}

S3Response FakeS3Store::answerObject(const S3Request& request, const QByteArray& key)
{
    if (!key.startsWith(manners.onlyPrefix)) {
        return error(403, "AccessDenied");
    }
    if (has(request, QStringLiteral("uploads")) || has(request, QStringLiteral("uploadId"))) {
        return answerUpload(request, key);
    }
    if (request.method == "PUT") {
        return put(request, key);
    }
    if (request.method == "DELETE") {
        if (!manners.mayDelete) {
            return error(403, "AccessDenied");
        }
        objects.erase(key);
        return {204, {}, {}};
    }
    return get(request, key);
}

S3Response FakeS3Store::put(const S3Request& request, const QByteArray& key)
{
    if (request.header("if-none-match") == "*") {
        switch (manners.ifNoneMatch) {
        case FakeS3Manners::Condition::Honoured:
            if (objects.count(key) != 0) {
                return error(412, "PreconditionFailed");
            }
            break;
        case FakeS3Manners::Condition::NotImplemented:
            return error(501, "NotImplemented");
        case FakeS3Manners::Condition::Ignored:
            break;
        }
    }
    objects[key] = {request.body, metadataOf(request)};
    return {200, {{"ETag", objects[key].etag()}}, {}};
}

S3Response FakeS3Store::get(const S3Request& request, const QByteArray& key)
{
    const auto found = objects.find(key);
    if (found == objects.end()) {
        return manners.missingIs403 ? error(403, "AccessDenied") : error(404, "NoSuchKey");
    }
    const Object& object = found->second;
    S3Response response;
    response.headers = {{"ETag", object.etag()}, {"Content-Type", "application/octet-stream"}};
    for (const auto& pair : object.metadata) {
        response.headers.emplace_back(pair);
    }
    const QByteArray match = request.header("if-match");
    if (!match.isEmpty() && match != object.etag()) {
        return error(412, "PreconditionFailed");
    }
    const QByteArray range = request.header("range");
    if (range.startsWith("bytes=") && range.endsWith('-')) {
        const qint64 from = range.mid(6).chopped(1).toLongLong();
        if (from >= object.content.size()) {
            return error(416, "InvalidRange");
        }
        response.status = 206;
        response.body = object.content.mid(from);
        return response;
    }
    response.body = object.content;
    return response;
}

S3Response FakeS3Store::answerUpload(const S3Request& request, const QByteArray& key)
{
    if (request.method == "POST" && has(request, QStringLiteral("uploads"))) {
        const QByteArray id = "2~upload-" + QByteArray::number(++m_lastUpload);
        uploads[id] = {key, {}, metadataOf(request)};
        return xml("InitiateMultipartUploadResult", element("Bucket", "kho") + element("UploadId", id));
    }
    const QByteArray id = parameter(request, QStringLiteral("uploadId"));
    const auto upload = uploads.find(id);
    if (upload == uploads.end() || upload->second.key != key) {
        return error(404, "NoSuchUpload");
    }
    if (request.method == "PUT") {
        const int number = parameter(request, QStringLiteral("partNumber")).toInt();
        upload->second.parts[number] = request.body;
        return {200, {{"ETag", '"' + md5(request.body).toHex() + '"'}}, {}};
    }
    if (request.method == "DELETE") {
        uploads.erase(upload);
        return {204, {}, {}};
    }
    if (request.method == "POST") {
        return complete(request, id, upload->second);
    }
    if (!manners.listsParts) {
        return error(501, "NotImplemented");
    }
    if (manners.forgetsUploads) {
        upload->second.parts.clear();
    }
    const int after = parameter(request, QStringLiteral("part-number-marker")).toInt();
    QByteArray parts;
    int count = 0;
    int last = 0;
    bool more = false;
    for (const auto& [number, bytes] : upload->second.parts) {
        if (number <= after) {
            continue;
        }
        if (count == manners.pageLimit) {
            more = true;
            break;
        }
        ++count;
        last = number;
        parts += element("Part", element("PartNumber", QByteArray::number(number)) +
                                     element("ETag", quoted('"' + md5(bytes).toHex() + '"')) +
                                     element("Size", QByteArray::number(bytes.size())));
    }
    return xml("ListPartsResult", element("NextPartNumberMarker", QByteArray::number(last)) +
                                      element("IsTruncated", more ? "true" : "false") + parts);
}

S3Response FakeS3Store::complete(const S3Request& request, const QByteArray& id, Upload& upload)
{
    static const QRegularExpression form(
        QStringLiteral("<Part><PartNumber>(\\d+)</PartNumber><ETag>&quot;([0-9a-f]+)&quot;</ETag></Part>"));
    QByteArray content;
    const QString document = QString::fromUtf8(request.body);
    int last = 0;
    qint64 lastLength = smallestPart;
    for (auto matches = form.globalMatch(document); matches.hasNext();) {
        const auto match = matches.next();
        const auto part = upload.parts.find(match.captured(1).toInt());
        if (part == upload.parts.end() ||
            QString::fromLatin1(md5(part->second).toHex()) != match.captured(2)) {
            return error(400, "InvalidPart");
        }
        if (part->first <= last) {
            return error(400, "InvalidPartOrder");
        }
        if (lastLength < smallestPart) {
            return error(400, "EntityTooSmall");
        }
        last = part->first;
        lastLength = part->second.size();
        content += part->second;
    }
    objects[upload.key] = {content, upload.metadata};
    const QByteArray etag = objects[upload.key].etag();
    uploads.erase(id);
    return xml("CompleteMultipartUploadResult", element("ETag", quoted(etag)));
}

} // namespace sohoa::test
