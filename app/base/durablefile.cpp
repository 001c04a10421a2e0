// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#include "base/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace sohoa {

namespace {

Error systemFailure(int systemError, const QString& what)
{
    return Error{storageErrorFor(systemError),
                 what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(systemError))};
}

#ifdef Q_OS_WIN
Status flushFile(QFile& file)
{
    if (!file.flush() || _commit(file.handle()) != 0) {
        return failure(systemFailure(errno, QStringLiteral("flush")));
    }
    return {};
}

// NTFS journals its folders; there is no handle of a folder that FlushFileBuffers takes without special
// rights.
Status flushFolder(const QString&)
{
    return {};
}

enum class Existing
{
    Replace,
    Keep
};

/// @return false when Keep was asked and a file is there.
Result<bool> moveInto(const QString& from, const QString& to, Existing existing)
{
    const auto native = [](const QString& path) { return QDir::toNativeSeparators(path).toStdWString(); };
    const DWORD flags = MOVEFILE_WRITE_THROUGH |
                        (existing == Existing::Replace ? DWORD(MOVEFILE_REPLACE_EXISTING) : DWORD(0));
    if (MoveFileExW(native(from).c_str(), native(to).c_str(), flags)) {
        return true;
    }
    const DWORD reason = GetLastError();
    if (existing == Existing::Keep && (reason == ERROR_ALREADY_EXISTS || reason == ERROR_FILE_EXISTS)) {
        return false;
    }
    const bool full = reason == ERROR_DISK_FULL || reason == ERROR_HANDLE_DISK_FULL;
    const bool denied = reason == ERROR_ACCESS_DENIED || reason == ERROR_WRITE_PROTECT;
    return failure(full     ? ErrorCode::DiskFull
                   : denied ? ErrorCode::ReadOnly
                            : ErrorCode::StorageFailed,
                   QStringLiteral("rename: Windows error %1").arg(reason));
}
#else
Status flushFile(QFile& file)
{
    if (!file.flush() || ::fsync(file.handle()) != 0) {
        return failure(systemFailure(errno, QStringLiteral("flush")));
    }
    return {};
}

Status flushFolder(const QString& path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) {
        return failure(systemFailure(errno, QStringLiteral("open folder")));
    }
    const int failed = ::fsync(handle);
    const int reason = errno;
    ::close(handle);
    // Some network file systems cannot flush a folder and say EINVAL; the file itself has been flushed.
    if (failed != 0 && reason != EINVAL && reason != ENOTSUP) {
        return failure(systemFailure(reason, QStringLiteral("flush folder")));
    }
    return {};
}

enum class Existing
{
    Replace,
    Keep
};

/// @return false when Keep was asked and a file is there.
Result<bool> moveInto(const QString& from, const QString& to, Existing existing)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (existing == Existing::Replace) {
        if (::rename(source.constData(), target.constData()) != 0) {
            return failure(systemFailure(errno, QStringLiteral("rename")));
        }
        return true;
    }
    if (::link(source.constData(), target.constData()) == 0) {
        ::unlink(source.constData());
        return true;
    }
    if (errno == EEXIST) {
        return false;
    }
    // FAT and exFAT, as on memory sticks, have no links: rename where nothing is yet.
    if (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) {
        if (QFileInfo::exists(to)) {
            return false;
        }
        if (::rename(source.constData(), target.constData()) == 0) {
            return true;
        }
    }
    return failure(systemFailure(errno, QStringLiteral("link")));
}
#endif

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
    return flushFile(file);
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
    Result<bool> moved = moveInto(temporary, path, existing);
    if (!moved || !*moved) {
        QFile::remove(temporary);
        return moved;
    }
    SOHOA_TRY(flushFolder(folder));
    return true;
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
    if (!QDir().mkdir(path) && !QFileInfo(path).isDir()) {
        return failure(systemFailure(errno == 0 ? EACCES : errno, QStringLiteral("make folder")));
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
