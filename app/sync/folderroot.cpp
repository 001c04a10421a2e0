// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/folderroot.h"

#include "base/durablefile.h"
#include "base/sha256.h"
#include "sync/diskio.h"
#include "sync/keys.h"
#include "sync/marker.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sohoa::sync {

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;

} // namespace

QString FolderRoot::pathOf(const QString& key) const
{
    return folder + u'/' + key;
}

Result<QString> FolderRoot::present() const
{
    const Result<QByteArray> bytes = readFile(pathOf(markerKey()), largestMarker);
    if (!bytes) {
        const bool hidden = bytes.error().code == ErrorCode::FileUnreadable && QFileInfo(folder).isDir();
        return failure(hidden ? ErrorCode::WarehouseRefused : ErrorCode::WarehouseUnreachable,
                       QStringLiteral("no warehouse in this folder now"), bytes.error());
    }
    return identityIn(*bytes, identity);
}

Error FolderRoot::meaningOf(const Error& error) const
{
    const auto as = [&error](ErrorCode code) { return Error{code, {}, {error}}; };
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::FileTooLarge:
    case ErrorCode::InvalidArgument:
    case ErrorCode::WarehouseConflict:
    case ErrorCode::WarehouseMismatch:
        return error;
    default:
        break;
    }
    if (const Result<QString> there = present(); !there) {
        return there.error();
    }
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return as(ErrorCode::NotFound);
    case ErrorCode::DiskFull:
        return as(ErrorCode::WarehouseFull);
    case ErrorCode::ReadOnly:
        return as(ErrorCode::WarehouseRefused);
    default:
        return as(ErrorCode::WarehouseUnreachable);
    }
}

Status FolderRoot::readThrough(const QString& path, const std::function<Status(QByteArrayView)>& take,
                               const Call& call) const
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return failure(ErrorCode::FileNotFound, QFileInfo(path).fileName());
    }
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(file.error() == QFileDevice::PermissionsError ? ErrorCode::ReadOnly
                                                                     : ErrorCode::FileUnreadable,
                       file.errorString());
    }
    dropFromCache(file);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    qint64 done = 0;
    while (true) {
        if (call.stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        const qint64 step = file.read(piece.data(), piece.size());
        if (step < 0) {
            return failure(ErrorCode::FileUnreadable, file.errorString());
        }
        if (step == 0) {
            return {};
        }
        SOHOA_TRY(take(QByteArrayView(piece).first(step)));
        done += step;
        if (call.progress) {
            call.progress(done, std::max(done, file.size()));
        }
    }
}

Result<PutOutcome> FolderRoot::expectSame(const QString& path, const QString& sha256, qint64 length,
                                          const Call& call) const
{
    const qint64 found = QFileInfo(path).size();
    if (found != length) {
        return failure(ErrorCode::WarehouseConflict,
                       QStringLiteral("%1 bytes are there, not %2").arg(found).arg(length));
    }
    Sha256 hash;
    SOHOA_TRY(readThrough(
        path,
        [&hash](QByteArrayView piece) -> Status {
            hash.addData(piece);
            return {};
        },
        Call{call.stop, {}}));
    if (hash.hex() != sha256) {
        return failure(ErrorCode::WarehouseConflict,
                       QStringLiteral("other content of the same length is there"));
    }
    SOHOA_TRY(flushDurably(path));
    return PutOutcome::AlreadySame;
}

} // namespace sohoa::sync
