// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "wording/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace sohoa::wording {

namespace {

struct Numbers
{
    Q_DECLARE_TR_FUNCTIONS(WordingNumbers)
};

const QLocale& vietnamese()
{
    static const QLocale locale(QLocale::Vietnamese, QLocale::Vietnam);
    return locale;
}

} // namespace

QString date(const QDate& date)
{
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QString();
}

QString dateTime(const QDateTime& time)
{
    return time.isValid() ? inVietnam(time).toString(QStringLiteral("dd/MM/yyyy HH:mm")) : QString();
}

QString number(double value, int decimals)
{
    return vietnamese().toString(value, 'f', decimals);
}

QString fileSize(qint64 bytes)
{
    constexpr double step = 1024;
    // What is rounded up to 1024 of a unit belongs to the next one.
    constexpr double full = 1023.5;
    constexpr std::array units = {"KB", "MB", "GB", "TB"};
    if (bytes < qint64{1024}) {
        return number(static_cast<double>(bytes), 0) + QStringLiteral(" byte");
    }
    double size = static_cast<double>(bytes) / step;
    std::size_t unit = 0;
    while (size >= full && unit + 1 < units.size()) {
        size /= step;
        ++unit;
    }
    const int decimals = unit == 0 ? 0 : 1;
    return number(size, decimals) + u' ' + QLatin1String(units[unit]);
}

QString percent(double ratio)
{
    constexpr double hundred = 100;
    return number(ratio * hundred, 2) + QStringLiteral(" %");
}

QString percent(std::optional<double> ratio)
{
    return ratio ? percent(*ratio) : Numbers::tr("no data");
}

QString age(const QDateTime& since, const QDateTime& now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 seconds = std::max<qint64>(0, since.secsTo(now));
    if (seconds < minute) {
        return Numbers::tr("less than a minute", "age");
    }
    const int minutes = static_cast<int>(seconds % hour / minute);
    if (seconds < hour) {
        return Numbers::tr("%n minute(s)", "age", minutes);
    }
    if (seconds < 2 * day) {
        const QString hours = Numbers::tr("%n hour(s)", "age", static_cast<int>(seconds / hour));
        return minutes == 0 ? hours : hours + u' ' + Numbers::tr("%n minute(s)", "age", minutes);
    }
    return Numbers::tr("%n day(s)", "age", static_cast<int>(seconds / day));
}

} // namespace sohoa::wording
