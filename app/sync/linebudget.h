// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>

namespace sohoa::sync {

/// A token bucket: so many bytes a second over any long stretch, and at most a quarter of a second's worth at
/// once. Pure: whoever asks brings the time.
class TokenBucket
{
public:
    using Time = std::chrono::milliseconds; ///< of a clock that never goes back

    /// 0: no limit.
    void setRate(qint64 bytesPerSecond);
    /// How many of `wanted` bytes may go now. Fewer than worth a packet are not given out one by one: then 0.
    [[nodiscard]] qint64 take(qint64 wanted, Time now);

private:
    [[nodiscard]] double most() const;

    qint64 m_rate = 0;
    double m_tokens = 0;
    Time m_last{-1};
};

/// The one bucket of a process, from which all its connections take. Any thread.
class LineBudget
{
public:
    LineBudget();
    ~LineBudget();
    LineBudget(const LineBudget&) = delete;
    LineBudget& operator=(const LineBudget&) = delete;

    /// 0: no limit. Holds at once for connections that take from it.
    void setKbitPerSecond(int kbit);
    /// For S3Access::allowance; empty while there is no limit. May outlive this object.
    [[nodiscard]] std::function<qint64(qint64 wanted)> allowance() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace sohoa::sync
