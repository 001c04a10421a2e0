// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/diskio.h"

#include "base/durablefile.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace sohoa::sync {

namespace {

tl::unexpected<Error> systemFailure(int systemError, const QString& what)
{
    return failure(storageErrorFor(systemError),
                   what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(systemError)));
}

bool flushToDisk(QFile& file)
{
#ifdef Q_OS_WIN
    return file.flush() && _commit(file.handle()) == 0;
#else
    return file.flush() && ::fsync(file.handle()) == 0;
#endif
}

} // namespace

Status writeDurablyAt(const QString& path, qint64 offset, QByteArrayView bytes)
{
    QFile file(path);
    errno = 0;
    const auto mode = offset == 0 ? QIODevice::OpenMode(QIODevice::ReadWrite)
                                  : QIODevice::ReadWrite | QIODevice::ExistingOnly;
    if (!file.open(mode | QIODevice::Unbuffered, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return systemFailure(errno == 0 ? EACCES : errno, QStringLiteral("open part"));
    }
    // Whatever lies behind the offset is the torn end of a part that was never confirmed.
    errno = 0;
    if (!file.resize(offset) || !file.seek(offset)) {
        return systemFailure(errno == 0 ? EIO : errno, QStringLiteral("cut part"));
    }
    qint64 written = 0;
    while (written < bytes.size()) {
        errno = 0;
        const qint64 step = file.write(bytes.data() + written, bytes.size() - written);
        if (step <= 0) {
            return systemFailure(errno == 0 ? ENOSPC : errno, QStringLiteral("write part"));
        }
        written += step;
    }
    errno = 0;
    if (!flushToDisk(file)) {
        return systemFailure(errno == 0 ? EIO : errno, QStringLiteral("flush part"));
    }
    return {};
}

#ifdef Q_OS_WIN
Status renameDurably(const QString& from, const QString& to)
{
    const auto native = [](const QString& path) { return QDir::toNativeSeparators(path).toStdWString(); };
    if (!MoveFileExW(native(from).c_str(), native(to).c_str(),
                     MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
        return failure(ErrorCode::StorageFailed,
                       QStringLiteral("rename: Windows error %1").arg(GetLastError()));
    }
    return {};
}

// What is there was flushed before it got its name, and NTFS journals names.
Status flushDurably(const QString&)
{
    return {};
}

void dropFromCache(QFile&) {}
#else
namespace {

Status flushHandleOf(const QString& path, int flags)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    if (handle < 0) {
        return systemFailure(errno, QStringLiteral("open for flushing"));
    }
    const int failed = ::fsync(handle);
    const int reason = errno;
    ::close(handle);
    // Some network file systems cannot flush a folder and say EINVAL; its files have been flushed.
    if (failed != 0 && reason != EINVAL && reason != ENOTSUP) {
        return systemFailure(reason, QStringLiteral("flush"));
    }
    return {};
}

} // namespace

Status renameDurably(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return systemFailure(errno, QStringLiteral("rename"));
    }
    return flushHandleOf(QFileInfo(to).absolutePath(), O_DIRECTORY);
}

Status flushDurably(const QString& path)
{
    SOHOA_TRY(flushHandleOf(path, 0));
    return flushHandleOf(QFileInfo(path).absolutePath(), O_DIRECTORY);
}

void dropFromCache(QFile& file)
{
    // Only a hint: pages that were not flushed stay, and a failure changes nothing.
    static_cast<void>(::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED));
}
#endif

} // namespace sohoa::sync
