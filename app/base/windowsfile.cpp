// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/windowsfile.h"

namespace sohoa {

namespace {

// winerror.h
constexpr unsigned long accessDenied = 5;
constexpr unsigned long writeProtect = 19;
constexpr unsigned long sharingViolation = 32;
constexpr unsigned long lockViolation = 33;
constexpr unsigned long handleDiskFull = 39;
constexpr unsigned long diskFull = 112;
constexpr unsigned long diskQuotaExceeded = 1295;

} // namespace

QString extendedPath(const QString& absolute)
{
    const QLatin1String share("\\\\");
    const QLatin1String extended("\\\\?\\");
    const QLatin1String device("\\\\.\\");
    if (absolute.startsWith(extended) || absolute.startsWith(device)) {
        return absolute;
    }
    return absolute.startsWith(share) ? extended + QLatin1String("UNC\\") + absolute.mid(share.size())
                                      : extended + absolute;
}

ErrorCode storageErrorForWindows(unsigned long windowsError)
{
    switch (windowsError) {
    case diskFull:
    case handleDiskFull:
    case diskQuotaExceeded:
        return ErrorCode::DiskFull;
    case accessDenied:
    case writeProtect:
        return ErrorCode::ReadOnly;
    default:
        return ErrorCode::StorageFailed;
    }
}

bool isHeld(unsigned long windowsError)
{
    return windowsError == sharingViolation || windowsError == lockViolation || windowsError == accessDenied;
}

unsigned long whileHeld(const std::function<unsigned long()>& attempt,
                        const std::function<void(std::chrono::milliseconds)>& pause)
{
    // 8 + 16 + ... + 512 ms are 1016 ms.
    constexpr std::chrono::milliseconds first(8);
    constexpr std::chrono::milliseconds last(512);
    unsigned long said = attempt();
    for (std::chrono::milliseconds wait = first; isHeld(said) && wait <= last; wait *= 2) {
        pause(wait);
        said = attempt();
    }
    return said;
}

} // namespace sohoa
