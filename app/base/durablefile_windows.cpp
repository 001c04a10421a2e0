// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/windowsfile.h"

#include <QDir>
#include <QFileInfo>

#include <io.h>
#include <windows.h>

#include <cerrno>
#include <string>
#include <thread>

namespace sohoa {

namespace {

std::wstring nativePath(const QString& path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return extendedPath(QDir::toNativeSeparators(absolute)).toStdWString();
}

/// 0, or what GetLastError() said.
DWORD move(const QString& from, const QString& to, DWORD flags)
{
    const std::wstring source = nativePath(from);
    const std::wstring target = nativePath(to);
    return whileHeld(
        [&]() -> unsigned long {
            return MoveFileExW(source.c_str(), target.c_str(), flags | MOVEFILE_WRITE_THROUGH)
                       ? 0
                       : GetLastError();
        },
        [](std::chrono::milliseconds pause) { std::this_thread::sleep_for(pause); });
}

Error renameFailure(DWORD reason)
{
    return {storageErrorForWindows(reason), QStringLiteral("rename: Windows error %1").arg(reason)};
}

} // namespace

Status moveDurably(const QString& from, const QString& to)
{
    if (const DWORD reason = move(from, to, MOVEFILE_REPLACE_EXISTING); reason != 0) {
        return failure(renameFailure(reason));
    }
    return {};
}

Result<bool> moveDurablyIfAbsent(const QString& from, const QString& to)
{
    const DWORD reason = move(from, to, 0);
    if (reason == ERROR_ALREADY_EXISTS || reason == ERROR_FILE_EXISTS) {
        return false;
    }
    if (reason != 0) {
        return failure(renameFailure(reason));
    }
    return true;
}

Status flushToDisk(QFile& file)
{
    errno = 0;
    if (!file.flush() || _commit(file.handle()) != 0) {
        return failure(systemFailure(errno == 0 ? EIO : errno, QStringLiteral("flush")));
    }
    return {};
}

// What is there was flushed before it got its name, and NTFS journals names.
Status flushDurably(const QString&)
{
    return {};
}

// There is no handle of a folder that FlushFileBuffers takes without special rights.
Status flushFolder(const QString&)
{
    return {};
}

} // namespace sohoa
