// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#include "base/durablefile.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sohoa {

namespace {

enum class Existing
{
    Replace,
    Keep
};

Status writeAll(QFile& file, QByteArrayView data)
{
    qint64 written = 0;
    while (written < data.size()) {
        errno = 0;
        const qint64 step = file.write(data.data() + written, data.size() - written);
        if (step <= 0) {
            return failure(systemFailure(errno == 0 ? ENOSPC : errno, QStringLiteral("write")));
        }
        written += step;
    }
    return flushToDisk(file);
}

Result<bool> writeThenMove(const QString& path, QByteArrayView data, Existing existing)
{
    const QString folder = QFileInfo(path).absolutePath();
    SOHOA_TRY(makeFolderDurably(folder));
    const QString temporary =
        path +
        QStringLiteral(".%1.part").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    QFile file(temporary);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return failure(systemFailure(errno == 0 ? EACCES : errno, QStringLiteral("create file")));
    }
    if (const Status written = writeAll(file, data); !written) {
        file.close();
        QFile::remove(temporary);
        return failure(written.error());
    }
    file.close();
    Result<bool> moved = true;
    if (existing == Existing::Keep) {
        moved = moveDurablyIfAbsent(temporary, path);
    } else if (const Status replaced = moveDurably(temporary, path); !replaced) {
        moved = failure(replaced.error());
    }
    if (!moved || !*moved) {
        QFile::remove(temporary);
    }
    return moved;
}

} // namespace

ErrorCode storageErrorFor(int systemError)
{
    switch (systemError) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
    case EFBIG:
        return ErrorCode::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return ErrorCode::ReadOnly;
    default:
        return ErrorCode::StorageFailed;
    }
}

Error systemFailure(int systemError, const QString& what)
{
    return Error{storageErrorFor(systemError),
                 what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(systemError))};
}

Status writeDurably(const QString& path, QByteArrayView data)
{
    SOHOA_TRY(writeThenMove(path, data, Existing::Replace));
    return {};
}

Result<bool> writeDurablyIfAbsent(const QString& path, QByteArrayView data)
{
    if (QFileInfo::exists(path)) {
        return false;
    }
    return writeThenMove(path, data, Existing::Keep);
}

Status makeFolderDurably(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        return {};
    }
    const QString parent = QFileInfo(path).absolutePath();
    if (parent == path) {
        return failure(ErrorCode::StorageFailed, QStringLiteral("no such disk"));
    }
    SOHOA_TRY(makeFolderDurably(parent));
    errno = 0;
    const bool made = QDir().mkdir(path);
    const int cause = errno; // before another look at the disk puts its own there
    if (!made && !QFileInfo(path).isDir()) {
        return failure(systemFailure(cause == 0 ? EACCES : cause, QStringLiteral("make folder")));
    }
    return flushFolder(parent);
}

Result<QByteArray> readFile(const QString& path, qint64 limit)
{
    QFile file(path);
    if (!file.exists()) {
        return failure(ErrorCode::FileNotFound, path);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable, file.errorString());
    }
    if (file.size() > limit) {
        return failure(ErrorCode::FileTooLarge, QStringLiteral("%1 bytes").arg(file.size()));
    }
    // Not limit + 1 at once: QIODevice makes room for as much as it is asked for, and keeps it.
    QByteArray data = file.read(std::min(limit, file.size()) + 1);
    while (data.size() <= limit && !file.atEnd() && file.error() == QFileDevice::NoError) {
        constexpr qint64 step = 1024 * 1024;
        data += file.read(std::min(limit + 1 - data.size(), step));
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::FileUnreadable, file.errorString());
    }
    if (data.size() > limit) {
        return failure(ErrorCode::FileTooLarge, QStringLiteral("grew while being read"));
    }
    return data;
}

} // namespace sohoa
