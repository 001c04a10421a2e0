// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"

#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace sohoa {

namespace {

Status flushHandleOf(const QString& path, int flags)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    if (handle < 0) {
        return failure(systemFailure(errno, QStringLiteral("open for flushing")));
    }
    const int failed = ::fsync(handle);
    const int reason = errno;
    ::close(handle);
    // Some network file systems cannot flush a folder and say EINVAL; its files have been flushed.
    if (failed != 0 && reason != EINVAL && reason != ENOTSUP) {
        return failure(systemFailure(reason, QStringLiteral("flush")));
    }
    return {};
}

bool isUnknownHere(int systemError)
{
    return systemError == EINVAL || systemError == ENOSYS || systemError == ENOTSUP || systemError == EPERM;
}

/// 0, EEXIST when the name is taken, or why not.
int renameIfAbsent(const QByteArray& from, const QByteArray& to)
{
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (!isUnknownHere(errno)) {
        return errno;
    }
#endif
    // NFS does not know that, but links.
    if (::link(from.constData(), to.constData()) == 0) {
        ::unlink(from.constData()); // else it is a leftover like that of a killed program
        return 0;
    }
    if (!isUnknownHere(errno)) {
        return errno;
    }
    if (::access(to.constData(), F_OK) == 0) {
        return EEXIST;
    }
    return std::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
}

} // namespace

Status moveDurably(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return failure(systemFailure(errno, QStringLiteral("rename")));
    }
    return flushFolder(QFileInfo(to).absolutePath());
}

Result<bool> moveDurablyIfAbsent(const QString& from, const QString& to)
{
    const int reason = renameIfAbsent(QFile::encodeName(from), QFile::encodeName(to));
    if (reason == EEXIST) {
        return false;
    }
    if (reason != 0) {
        return failure(systemFailure(reason, QStringLiteral("rename")));
    }
    SOHOA_TRY(flushFolder(QFileInfo(to).absolutePath()));
    return true;
}

Status flushToDisk(QFile& file)
{
    errno = 0;
    if (!file.flush() || ::fsync(file.handle()) != 0) {
        return failure(systemFailure(errno == 0 ? EIO : errno, QStringLiteral("flush")));
    }
    return {};
}

Status flushDurably(const QString& path)
{
    SOHOA_TRY(flushHandleOf(path, 0));
    return flushFolder(QFileInfo(path).absolutePath());
}

Status flushFolder(const QString& path)
{
    return flushHandleOf(path, O_DIRECTORY);
}

} // namespace sohoa
