// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#include "base/clock.h"

namespace sohoa {

namespace {
constexpr int vietnamOffsetSeconds = 7 * 3600;
}

QDateTime SystemClock::now() const
{
    bool fixed = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&fixed);
    return fixed ? QDateTime::fromSecsSinceEpoch(epoch, Qt::OffsetFromUTC, vietnamOffsetSeconds)
                 : inVietnam(QDateTime::currentDateTimeUtc());
}

QDateTime inVietnam(const QDateTime& time)
{
    return time.toOffsetFromUtc(vietnamOffsetSeconds);
}

QString toIso(const QDateTime& time)
{
    return inVietnam(time).toString(Qt::ISODateWithMs);
}

QDateTime fromIso(const QString& text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A time without an offset would mean another moment on every machine.
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? inVietnam(time) : QDateTime();
}

} // namespace sohoa
