// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

namespace sohoa::test {

/// A clock that stands still until it is moved.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime time = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00")))
        : m_time(std::move(time))
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_time; }
    void advance(qint64 seconds) { m_time = m_time.addSecs(seconds); }
    void set(const QDateTime& time) { m_time = time; }

private:
    QDateTime m_time;
};

} // namespace sohoa::test
