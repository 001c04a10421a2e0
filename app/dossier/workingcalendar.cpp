// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/workingcalendar.h"

#include "base/clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sohoa::dossier {

namespace {

constexpr int schemaVersion = 1;
constexpr int vietnamOffsetSeconds = 7 * 3600;
constexpr int secondsPerHour = 3600;

QDate dateOf(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QDateTime at(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::OffsetFromUTC, vietnamOffsetSeconds);
}

/// Intervals in order, joined where they overlap, without empty ones.
std::vector<Waiting> joined(std::vector<Waiting> waits)
{
    waits.erase(std::remove_if(waits.begin(), waits.end(),
                               [](const Waiting& w) { return !w.from.isValid() || w.to <= w.from; }),
                waits.end());
    std::sort(waits.begin(), waits.end(), [](const Waiting& a, const Waiting& b) { return a.from < b.from; });
    std::vector<Waiting> whole;
    for (const Waiting& wait : waits) {
        if (!whole.empty() && wait.from <= whole.back().to) {
            whole.back().to = std::max(whole.back().to, wait.to);
        } else {
            whole.push_back({inVietnam(wait.from), inVietnam(wait.to)});
        }
    }
    return whole;
}

/// Seconds of working hours between two times.
qint64 workingSeconds(const Waiting& wait, const WorkingCalendar& calendar, const WorkingHours& hours)
{
    qint64 seconds = 0;
    for (QDate day = wait.from.date(); day <= wait.to.date(); day = day.addDays(1)) {
        if (!calendar.isWorkingDay(day)) {
            continue;
        }
        const QDateTime from = std::max(at(day, hours.start), wait.from);
        const QDateTime to = std::min(at(day, hours.end), wait.to);
        seconds += std::max<qint64>(0, from.secsTo(to));
    }
    return seconds;
}

QDateTime addWorkingSeconds(const QDateTime& from, qint64 seconds, const WorkingCalendar& calendar,
                            const WorkingHours& hours)
{
    QDateTime time = from;
    while (true) {
        const QDate day = time.date();
        const QDateTime start = std::max(time, at(day, hours.start));
        const qint64 left = start.secsTo(at(day, hours.end));
        if (calendar.isWorkingDay(day) && left > 0) {
            if (seconds <= left) {
                return start.addSecs(seconds);
            }
            seconds -= left;
        }
        time = at(day.addDays(1), QTime(0, 0));
    }
}

QDate sameOrNextDay(const QDateTime& received, int hour, const WorkingCalendar& calendar)
{
    // "Sau 15 giờ" is after 15:00, so 15:00 sharp is still in time.
    const bool inTime = received.time() <= QTime(hour, 0) && calendar.isWorkingDay(received.date());
    return inTime ? received.date() : calendar.addWorkingDays(received.date(), 1);
}

int waitedWorkingDays(const std::vector<Waiting>& waits, const WorkingCalendar& calendar)
{
    int days = 0;
    for (const Waiting& wait : waits) {
        days += calendar.workingDaysBetween(wait.from.date(), wait.to.date());
    }
    return days;
}

qint64 waitedDays(const std::vector<Waiting>& waits)
{
    qint64 days = 0;
    for (const Waiting& wait : waits) {
        days += wait.from.date().daysTo(wait.to.date());
    }
    return days;
}

} // namespace

Result<WorkingCalendar> WorkingCalendar::fromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return failure(ErrorCode::CatalogueInvalid, problem.errorString());
    }
    WorkingCalendar calendar;
    calendar.m_version = root[QLatin1String("version")].toString();
    calendar.m_from = dateOf(root[QLatin1String("covers")][QLatin1String("from")]);
    calendar.m_to = dateOf(root[QLatin1String("covers")][QLatin1String("to")]);
    if (root[QLatin1String("schema_version")].toInt() != schemaVersion || calendar.m_version.isEmpty() ||
        !calendar.m_from.isValid() || !calendar.m_to.isValid()) {
        return failure(ErrorCode::CatalogueInvalid,
                       QStringLiteral("holidays: schema_version, version or covers"));
    }
    for (const QJsonValue& value : root[QLatin1String("days_off")].toArray()) {
        const QDate date = dateOf(value[QLatin1String("date")]);
        const QString name = value[QLatin1String("name")].toString();
        if (!calendar.covers(date) || name.isEmpty() || calendar.m_off.contains(date)) {
            return failure(ErrorCode::CatalogueInvalid,
                           QStringLiteral("days_off: ") + value[QLatin1String("date")].toString());
        }
        if (value[QLatin1String("counts")].toBool(true)) {
            calendar.m_off.insert(date, name);
            if (value[QLatin1String("status")].toString() == QLatin1String("computed")) {
                calendar.m_unannounced.insert(date);
            }
        }
    }
    for (const QJsonValue& value : root[QLatin1String("working_days")].toArray()) {
        const QDate date = dateOf(value[QLatin1String("date")]);
        if (!calendar.covers(date) || calendar.m_off.contains(date)) {
            return failure(ErrorCode::CatalogueInvalid,
                           QStringLiteral("working_days: ") + value[QLatin1String("date")].toString());
        }
        calendar.m_worked.insert(date);
    }
    return calendar;
}

const WorkingCalendar& WorkingCalendar::builtIn()
{
    static const WorkingCalendar calendar = [] {
        QFile file(QStringLiteral(":/catalogue/holidays.json"));
        auto read = file.open(QIODevice::ReadOnly)
                        ? fromJson(file.readAll())
                        : Result<WorkingCalendar>(failure(ErrorCode::CatalogueInvalid, file.errorString()));
        Q_ASSERT(read);
        return read.value_or(WorkingCalendar());
    }();
    return calendar;
}

bool WorkingCalendar::isWorkingDay(QDate date) const
{
    if (m_worked.contains(date)) {
        return true;
    }
    return date.dayOfWeek() < Qt::Saturday && !m_off.contains(date);
}

QString WorkingCalendar::holidayName(QDate date) const
{
    return m_off.value(date);
}

bool WorkingCalendar::covers(QDate date) const
{
    return date.isValid() && date >= m_from && date <= m_to;
}

bool WorkingCalendar::hasUnannouncedDays(QDate from, QDate to) const
{
    return std::any_of(m_unannounced.begin(), m_unannounced.end(),
                       [&](QDate date) { return date >= from && date <= to; });
}

QDate WorkingCalendar::addWorkingDays(QDate date, int count) const
{
    QDate day = date;
    while (count == 0 && !isWorkingDay(day)) {
        day = day.addDays(1);
    }
    for (int left = count; left > 0;) {
        day = day.addDays(1);
        left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

int WorkingCalendar::workingDaysBetween(QDate from, QDate to) const
{
    int days = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1)) {
        days += isWorkingDay(day) ? 1 : 0;
    }
    return days;
}

std::optional<QDateTime> dueAt(const QDateTime& receivedAt, const TimeLimit& limit,
                               const WorkingCalendar& calendar, const std::vector<Waiting>& waits,
                               const WorkingHours& hours)
{
    // A counter that never opens would be looked for an open hour for ever.
    const bool isOpen = hours.start.isValid() && hours.start < hours.end;
    if (!receivedAt.isValid() || !isOpen || (!limit.amount && !limit.sameDayBeforeHour)) {
        return {};
    }
    const QDateTime received = inVietnam(receivedAt);
    const std::vector<Waiting> waited = joined(waits);
    if (limit.sameDayBeforeHour) {
        const QDate day = sameOrNextDay(received, *limit.sameDayBeforeHour, calendar);
        return at(calendar.addWorkingDays(day, waitedWorkingDays(waited, calendar)), hours.end);
    }
    switch (limit.unit) {
    case LimitUnit::WorkingDay:
        return at(
            calendar.addWorkingDays(received.date(), *limit.amount + waitedWorkingDays(waited, calendar)),
            hours.end);
    case LimitUnit::CalendarDay: {
        const QDate last = received.date().addDays(*limit.amount + waitedDays(waited));
        return at(calendar.addWorkingDays(last, 0), hours.end);
    }
    case LimitUnit::Hour: {
        qint64 seconds = qint64(*limit.amount) * secondsPerHour;
        for (const Waiting& wait : waited) {
            seconds += workingSeconds(wait, calendar, hours);
        }
        return addWorkingSeconds(received, seconds, calendar, hours);
    }
    }
    return {};
}

} // namespace sohoa::dossier
