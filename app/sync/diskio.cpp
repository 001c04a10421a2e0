// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/diskio.h"

#include "base/durablefile.h"

#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace sohoa::sync {

Status writeDurablyAt(const QString& path, qint64 offset, QByteArrayView bytes)
{
    QFile file(path);
    errno = 0;
    const auto mode = offset == 0 ? QIODevice::OpenMode(QIODevice::ReadWrite)
                                  : QIODevice::ReadWrite | QIODevice::ExistingOnly;
    if (!file.open(mode | QIODevice::Unbuffered, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return failure(systemFailure(errno == 0 ? EACCES : errno, QStringLiteral("open part")));
    }
    // Whatever lies behind the offset is the torn end of a part that was never confirmed.
    errno = 0;
    if (!file.resize(offset) || !file.seek(offset)) {
        return failure(systemFailure(errno == 0 ? EIO : errno, QStringLiteral("cut part")));
    }
    qint64 written = 0;
    while (written < bytes.size()) {
        errno = 0;
        const qint64 step = file.write(bytes.data() + written, bytes.size() - written);
        if (step <= 0) {
            return failure(systemFailure(errno == 0 ? ENOSPC : errno, QStringLiteral("write part")));
        }
        written += step;
    }
    return flushToDisk(file);
}

#ifdef Q_OS_UNIX
void dropFromCache(QFile& file)
{
    // Only a hint: pages that were not flushed stay, and a failure changes nothing.
    static_cast<void>(::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED));
}
#else
void dropFromCache(QFile&) {}
#endif

} // namespace sohoa::sync
