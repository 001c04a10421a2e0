// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/linebudget.h"

#include <QElapsedTimer>

#include <algorithm>
#include <mutex>

namespace sohoa::sync {

namespace {

constexpr double perSecond = 1000.0; // milliseconds
constexpr double burst = 0.25;       // of what a second gives
constexpr double packet = 1024.0;    // what is less goes with the next
constexpr qint64 bytesPerKbit = 1000 / 8;

} // namespace

double TokenBucket::most() const
{
    return std::max(burst * static_cast<double>(m_rate), 2 * packet);
}

void TokenBucket::setRate(qint64 bytesPerSecond)
{
    m_rate = std::max<qint64>(bytesPerSecond, 0);
    m_tokens = std::min(m_tokens, most());
}

qint64 TokenBucket::take(qint64 wanted, Time now)
{
    if (m_rate == 0 || wanted <= 0) {
        return std::max<qint64>(wanted, 0);
    }
    if (m_last.count() >= 0 && now > m_last) {
        m_tokens += static_cast<double>((now - m_last).count()) / perSecond * static_cast<double>(m_rate);
    }
    m_last = std::max(m_last, now);
    m_tokens = std::min(m_tokens, most());
    if (m_tokens < std::min(packet, static_cast<double>(wanted))) {
        return 0;
    }
    const qint64 given = std::min(wanted, static_cast<qint64>(m_tokens));
    m_tokens -= static_cast<double>(given);
    return given;
}

struct LineBudget::Shared
{
    std::mutex mutex;
    TokenBucket bucket;
    QElapsedTimer since;
    bool limited = false;
};

LineBudget::LineBudget()
    : m_shared(std::make_shared<Shared>())
{
    m_shared->since.start();
}

LineBudget::~LineBudget() = default;

void LineBudget::setKbitPerSecond(int kbit)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->bucket.setRate(kbit * bytesPerKbit);
    m_shared->limited = kbit > 0;
}

std::function<qint64(qint64)> LineBudget::allowance() const
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (!m_shared->limited) {
            return {};
        }
    }
    return [shared = m_shared](qint64 wanted) {
        const std::lock_guard lock(shared->mutex);
        return shared->bucket.take(wanted, TokenBucket::Time(shared->since.elapsed()));
    };
}

} // namespace sohoa::sync
