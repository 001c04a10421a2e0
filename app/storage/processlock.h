// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace sohoa::storage {

/// Something that only one at a time may do, among threads and processes. The system itself lets go of it
/// when the process ends, however it ends: no file with a number in it that a kill leaves half written.
class ProcessLock
{
public:
    /// HomeInUse when somebody holds it; does not wait. ReadOnly, StorageFailed.
    /// @param path a file of its own, made when missing and left there
    [[nodiscard]] static Result<ProcessLock> take(const QString& path);
    ProcessLock(ProcessLock&&) noexcept;
    ProcessLock& operator=(ProcessLock&&) noexcept;
    ProcessLock(const ProcessLock&) = delete;
    ProcessLock& operator=(const ProcessLock&) = delete;
    ~ProcessLock();

private:
    struct Held;
    explicit ProcessLock(std::unique_ptr<Held> held);
    std::unique_ptr<Held> m_held;
};

} // namespace sohoa::storage
