// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/procedure.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// Which days are worked: Monday to Friday, without holidays, with the Saturdays worked in exchange. The days
/// are data (resources/catalogue/holidays.json). A value; any thread may read one.
class WorkingCalendar
{
public:
    /// CatalogueInvalid, with the place in the detail, for anything that is not understood.
    [[nodiscard]] static Result<WorkingCalendar> fromJson(const QByteArray& json);
    /// The calendar compiled into the program.
    static const WorkingCalendar& builtIn();

    [[nodiscard]] bool isWorkingDay(QDate date) const;
    /// Name of the holiday ("Quốc khánh"); empty on other days, weekends too.
    [[nodiscard]] QString holidayName(QDate date) const;
    /// Whether the holidays of that date are known. Outside only weekends are off: say so beside a due date.
    [[nodiscard]] bool covers(QDate date) const;
    /// Whether a date between the two, both included, is a holiday that follows from the law but was not
    /// announced when the file was written.
    [[nodiscard]] bool hasUnannouncedDays(QDate from, QDate to) const;

    /// The working day `count` working days after `date`, which itself is not counted; `count` 0: `date`, or
    /// the next working day when it is not worked.
    [[nodiscard]] QDate addWorkingDays(QDate date, int count) const;
    /// Working days after `from`, up to and including `to`; 0 when `to` is not after `from`.
    [[nodiscard]] int workingDaysBetween(QDate from, QDate to) const;

    [[nodiscard]] const QString& version() const { return m_version; }

private:
    QString m_version;
    QDate m_from;
    QDate m_to;
    QHash<QDate, QString> m_off;
    QSet<QDate> m_worked;
    QSet<QDate> m_unannounced;
};

/// Working hours of the counter; a setting.
struct WorkingHours
{
    QTime start = QTime(7, 30);
    QTime end = QTime(17, 0);

    bool operator==(const WorkingHours&) const = default;
};

/// A time in which the dossier waited for the citizen's supplement. For a request not answered yet `to` is
/// the present time.
struct Waiting
{
    QDateTime from;
    QDateTime to;

    bool operator==(const Waiting&) const = default;
};

/// When a dossier is due, in +07:00; empty when the catalogue has no number (or `hours` has no hour): ask for
/// a due date, never invent one. Times in other offsets are converted.
/// - Days: the day of reception is not counted (Bộ luật Dân sự 91/2015/QH13, article 147.2), the due time is
///   the end of working hours; an end that falls on a day off moves to the next working day (article 148.5).
/// - Hours: counted from the moment of reception (article 147.1), within working hours.
/// - sameDayBeforeHour: received up to that hour of a working day: the same day, else the next working day
///   (Nghị định 23/2015/NĐ-CP, article 7; Luật Hộ tịch 60/2014/QH13); amount is not looked at then.
/// - Waiting for a supplement is added: whole working days for working days, days for calendar days, working
///   minutes for hours. Intervals that end before they begin count nothing; overlapping ones count once.
std::optional<QDateTime> dueAt(const QDateTime& receivedAt, const TimeLimit& limit,
                               const WorkingCalendar& calendar, const std::vector<Waiting>& waits = {},
                               const WorkingHours& hours = {});

} // namespace sohoa::dossier
