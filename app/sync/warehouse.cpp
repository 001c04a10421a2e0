// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/warehouse.h"

#include "base/digest.h"
#include "sync/folderwarehouse.h"
#include "sync/keys.h"
#include "sync/s3/s3warehouse.h"

#include <QDir>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace sohoa::sync {

qint64 LargePutState::confirmed() const
{
    qint64 sum = 0;
    for (const Part& part : parts) {
        sum += part.length;
    }
    return sum;
}

QByteArray toBytes(const LargePutState& state)
{
    QJsonArray parts;
    for (const LargePutState::Part& part : state.parts) {
        parts.append(
            QJsonObject{{QStringLiteral("length"), part.length}, {QStringLiteral("receipt"), part.receipt}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("key"), state.key},
                                     {QStringLiteral("sha256"), state.sha256},
                                     {QStringLiteral("length"), state.length},
                                     {QStringLiteral("partLength"), state.partLength},
                                     {QStringLiteral("upload"), state.upload},
                                     {QStringLiteral("parts"), parts}})
        .toJson(QJsonDocument::Compact);
}

Result<LargePutState> largePutStateFrom(QByteArrayView bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes.toByteArray()).object();
    LargePutState state{
        json[QLatin1String("key")].toString(),       json[QLatin1String("sha256")].toString(),
        json[QLatin1String("length")].toInteger(-1), json[QLatin1String("partLength")].toInteger(-1),
        json[QLatin1String("upload")].toString(),    {}};
    bool partsHold = true;
    qint64 left = state.length;
    const QJsonArray parts = json[QLatin1String("parts")].toArray();
    for (const QJsonValue part : parts) {
        state.parts.push_back(
            {part[QLatin1String("length")].toInteger(-1), part[QLatin1String("receipt")].toString()});
        // Not by their sum, which may be beyond all numbers.
        partsHold = partsHold && state.parts.back().length > 0 && state.parts.back().length <= left;
        left -= partsHold ? state.parts.back().length : 0;
    }
    if (!isSha256Hex(state.sha256) || state.key != blobKey(state.sha256) || state.length < 1 ||
        state.partLength < 1 || !partsHold) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not the state of a large put"));
    }
    return state;
}

Result<PutOutcome> sendLarge(Warehouse& warehouse, const LargePutState& saved, const ContentReader& read,
                             const StateKeeper& keep, const Call& call)
{
    std::unique_ptr<LargePut> put;
    if (!saved.upload.isEmpty()) {
        auto resumed = warehouse.resumeLarge(saved);
        if (!resumed && resumed.error().code != ErrorCode::NotFound) {
            return failure(std::move(resumed).error());
        }
        put = resumed ? std::move(*resumed) : nullptr;
    }
    if (!put) {
        LargePutState fresh = saved;
        fresh.upload.clear();
        fresh.parts.clear();
        SOHOA_ASSIGN(put, warehouse.beginLarge(fresh));
    }
    SOHOA_TRY(keep(put->state()));
    while (put->state().confirmed() < put->state().length) {
        if (call.stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        const qint64 offset = put->state().confirmed();
        const qint64 wanted = std::min(put->state().partLength, put->state().length - offset);
        SOHOA_ASSIGN(const QByteArray bytes, read(offset, wanted));
        if (bytes.size() != wanted) {
            return failure(
                ErrorCode::FileChanged,
                QStringLiteral("%1 bytes instead of %2 at %3").arg(bytes.size()).arg(wanted).arg(offset));
        }
        SOHOA_TRY(put->sendPart(bytes, Call{call.stop, {}}));
        SOHOA_TRY(keep(put->state()));
        if (call.progress) {
            call.progress(put->state().confirmed(), put->state().length);
        }
    }
    return put->complete(Call{call.stop, {}});
}

namespace {

bool isLoopback(const QString& host)
{
    const QHostAddress address(host);
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           (!address.isNull() && address.isLoopback());
}

Result<WarehouseAddress> folderAddress(const QUrl& url)
{
    WarehouseAddress address;
#ifdef Q_OS_WIN
    address.folder = url.toLocalFile(); // file://server/share is a share there
#else
    if (!url.host().isEmpty() && url.host() != QLatin1String("localhost")) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a folder on another host"));
    }
    address.folder = url.path(QUrl::FullyDecoded);
#endif
    while (address.folder.size() > 1 && address.folder.endsWith(u'/')) {
        address.folder.chop(1);
    }
    // "file:kho" would be another folder from each working directory.
    if (address.folder.size() < 2 || !QDir::isAbsolutePath(address.folder) ||
        address.folder.contains(QChar(0)) || url.hasQuery() || url.hasFragment()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no folder in the address"));
    }
    return address;
}

/// S3's rules for names of buckets, shortened: 3..63 of a-z 0-9 . - ("Bucket naming rules", Amazon S3 User
/// Guide).
bool isBucketName(const QString& name)
{
    return name.size() >= 3 && name.size() <= 63 &&
           std::all_of(name.begin(), name.end(),
                       [](QChar c) {
                           return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' ||
                                  c == u'-';
                       }) &&
           name[0].isLetterOrNumber() && name[name.size() - 1].isLetterOrNumber();
}

Result<WarehouseAddress> s3Address(const QUrl& url, bool encrypted)
{
    WarehouseAddress address;
    address.kind = WarehouseAddress::Kind::S3;
    address.encrypted = encrypted;
    address.host = url.host();
    address.port = url.port(0);
    if (!encrypted && !isLoopback(address.host)) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("http is for this machine only; use s3+https"));
    }
    QString path = url.path(QUrl::FullyDecoded).mid(1);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    const qsizetype slash = path.indexOf(u'/');
    address.bucket = slash < 0 ? path : path.first(slash);
    address.prefix = slash < 0 ? QString() : path.mid(slash + 1);
    if (address.host.isEmpty() || !isBucketName(address.bucket) || url.hasQuery() || url.hasFragment() ||
        (slash >= 0 && !isValidKey(address.prefix))) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not of the form s3+https://host/bucket"));
    }
    return address;
}

} // namespace

Result<WarehouseAddress> parseWarehouseUrl(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::TolerantMode); // people write spaces into folder names
    if (!url.isValid()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not an address"));
    }
    if (!url.userInfo().isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("keys do not belong into the address"));
    }
    if (url.scheme() == QLatin1String("file")) {
        return folderAddress(url);
    }
    if (url.scheme() == QLatin1String("s3+https") || url.scheme() == QLatin1String("s3+http")) {
        return s3Address(url, url.scheme() == QLatin1String("s3+https"));
    }
    return failure(ErrorCode::InvalidArgument, QStringLiteral("unknown scheme"));
}

Status expectUsable(const S3Access& access)
{
    if (access.accessKey.isEmpty() || access.secretKey.isEmpty()) {
        return failure(ErrorCode::WarehouseKeyRefused, QStringLiteral("no access key"));
    }
    if (!access.caPem.isEmpty() && QSslCertificate::fromData(access.caPem).isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no certificate in the authority's file"));
    }
    const qsizetype colon = access.proxy.lastIndexOf(u':');
    const bool usable = access.proxy.isEmpty() || access.proxy == QLatin1String("none") ||
                        (colon > 0 && access.proxy.mid(colon + 1).toUShort() > 0);
    if (!usable) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a proxy is host:port"));
    }
    return {};
}

Result<QString> setUpWarehouse(const QString& url, const S3Access& access)
{
    SOHOA_ASSIGN(const WarehouseAddress address, parseWarehouseUrl(url));
    switch (address.kind) {
    case WarehouseAddress::Kind::Folder:
        return FolderWarehouse::setUp(address.folder);
    case WarehouseAddress::Kind::S3:
        SOHOA_TRY(expectUsable(access));
        return S3Warehouse::setUp(address, access);
    }
    return failure(ErrorCode::Internal);
}

Result<std::unique_ptr<Warehouse>> openWarehouse(const QString& url, const QString& identity,
                                                 const S3Access& access)
{
    SOHOA_ASSIGN(const WarehouseAddress address, parseWarehouseUrl(url));
    switch (address.kind) {
    case WarehouseAddress::Kind::Folder:
        return std::make_unique<FolderWarehouse>(address.folder, identity);
    case WarehouseAddress::Kind::S3:
        SOHOA_TRY(expectUsable(access));
        return std::make_unique<S3Warehouse>(address, access, identity);
    }
    return failure(ErrorCode::Internal);
}

} // namespace sohoa::sync
