// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

namespace sohoa {

/// Where the time comes from, so that tests can hold it still. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The time now, in the offset of Viet Nam (+07:00, which has no daylight saving).
    [[nodiscard]] virtual QDateTime now() const = 0;

protected:
    Clock() = default;
    Clock(const Clock&) = default;
    Clock& operator=(const Clock&) = default;
};

/// The clock of the machine. SOURCE_DATE_EPOCH (seconds since 1970) in the environment holds it still, as
/// https://reproducible-builds.org/specs/source-date-epoch/ defines, so that runs can be repeated exactly.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

/// @return time in +07:00 with whole milliseconds.
QDateTime inVietnam(const QDateTime& time);
/// ISO 8601 with offset and milliseconds, as written in files and logs: 2026-11-22T08:30:00.000+07:00.
QString toIso(const QDateTime& time);
/// The reverse of toIso; an invalid QDateTime when text is not such a time.
QDateTime fromIso(const QString& text);

} // namespace sohoa
