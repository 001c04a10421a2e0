// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/durablemove.h"

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

#include <cstdio>
#endif

namespace sohoa::storage {

namespace {

Error systemFailure(int systemError, const char* what)
{
    return Error{storageErrorFor(systemError),
                 QStringLiteral("%1: %2").arg(QLatin1String(what),
                                              QString::fromLocal8Bit(std::strerror(systemError)))};
}

} // namespace

#ifdef Q_OS_WIN

Status moveDurably(const QString& from, const QString& to)
{
    const auto native = [](const QString& path) { return QDir::toNativeSeparators(path).toStdWString(); };
    if (MoveFileExW(native(from).c_str(), native(to).c_str(),
                    MOVEFILE_WRITE_THROUGH | MOVEFILE_REPLACE_EXISTING)) {
        return {};
    }
    const DWORD reason = GetLastError();
    const bool denied = reason == ERROR_ACCESS_DENIED || reason == ERROR_WRITE_PROTECT;
    return failure(denied ? ErrorCode::ReadOnly : ErrorCode::StorageFailed,
                   QStringLiteral("rename: Windows error %1").arg(reason));
}

Status flushToDisk(QFile& file)
{
    if (!file.flush() || _commit(file.handle()) != 0) {
        return failure(systemFailure(errno, "flush"));
    }
    return {};
}

#else

Status moveDurably(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return failure(systemFailure(errno, "rename"));
    }
    const int folder = ::open(QFile::encodeName(QFileInfo(to).absolutePath()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return failure(systemFailure(errno, "open folder"));
    }
    const int failed = ::fsync(folder);
    const int reason = errno;
    ::close(folder);
    // Some network file systems cannot flush a folder and say EINVAL.
    if (failed != 0 && reason != EINVAL && reason != ENOTSUP) {
        return failure(systemFailure(reason, "flush folder"));
    }
    return {};
}

Status flushToDisk(QFile& file)
{
    if (!file.flush() || ::fsync(file.handle()) != 0) {
        return failure(systemFailure(errno, "flush"));
    }
    return {};
}

#endif

Status flushToDisk(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) {
        return failure(ErrorCode::ReadOnly, file.errorString());
    }
    return flushToDisk(file);
}

} // namespace sohoa::storage
