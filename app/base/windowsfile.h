// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QString>

#include <chrono>
#include <functional>

namespace sohoa {

// What durablefile_windows.cpp decides, without the system: tested on every system.

/// An absolute path with backslashes in the form that Windows takes beyond 260 characters: "\\?\C:\a",
/// "\\?\UNC\server\share\a" ("Maximum Path Length Limitation", Microsoft Learn).
QString extendedPath(const QString& absolute);

/// The code for an error of GetLastError() after a file operation.
ErrorCode storageErrorForWindows(unsigned long windowsError);

/// Whether another program may hold the file for a moment: an antivirus program reads what was just closed,
/// and a rename says ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION or ERROR_ACCESS_DENIED meanwhile.
bool isHeld(unsigned long windowsError);

/// Calls `attempt` (0, or an error of GetLastError()) until it succeeds, fails for good, or about a second is
/// over, with pauses that double. @return what the last attempt said
unsigned long whileHeld(const std::function<unsigned long()>& attempt,
                        const std::function<void(std::chrono::milliseconds)>& pause);

} // namespace sohoa
