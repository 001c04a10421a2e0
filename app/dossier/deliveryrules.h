// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QTime>

#include <optional>

namespace sohoa::dossier {

/// When and how fast this workstation delivers, as its people set it.
struct DeliveryRules
{
    /// A part of the day, in the time of Viet Nam; across midnight when it ends before it begins.
    struct Hours
    {
        QTime from;
        QTime to;

        bool operator==(const Hours&) const = default;
    };

    static constexpr int leastKbit = 32; ///< less, and each line would seem to be down
    static constexpr int mostKbit = 1'000'000;
    static constexpr int mostAlarmHours = 24 * 31;

    int kbitPerSecond = 0;                     ///< 1,000 bit; 0: as fast as the line goes
    std::optional<Hours> hours = {};           ///< papers go only then; empty: at any time
    bool waitsOnMetered = true;                ///< nothing goes by itself over a line that is paid by volume
    std::optional<QDateTime> pausedSince = {}; ///< somebody said stop; until somebody says go on
    int alarmHours = 24;                       ///< an undelivered paper older than this is an alarm

    bool operator==(const DeliveryRules&) const = default;
    [[nodiscard]] bool isValid() const;
};

/// What holds deliveries up that nobody asked for just now.
enum class HoldCause
{
    Person,  ///< somebody said stop
    Metered, ///< the line is paid by volume
    Hours,   ///< papers go at another time of the day
};

/// "person", "metered", "hours", as written in JSON.
QString toString(HoldCause cause);

struct DeliveryHold
{
    HoldCause cause = HoldCause::Person;
    std::optional<QDateTime> until = {}; ///< when it ends by itself; empty: when somebody or the line says so
    std::optional<QDateTime> since = {}; ///< of Person

    /// Whether entries of the log go all the same: they are small, and whoever reads them waits for them.
    [[nodiscard]] bool entriesGo() const { return cause == HoldCause::Hours; }
    bool operator==(const DeliveryHold&) const = default;
};

/// What holds papers up now; empty when nothing does.
std::optional<DeliveryHold> holdOf(const DeliveryRules& rules, const QDateTime& now, bool isMetered);

/// Rules as text for the journal, and back; the usual rules for other text.
QString toText(const DeliveryRules& rules);
DeliveryRules deliveryRulesFrom(const QString& text);

/// "17:30-07:00" as people type it ("-" or "–"); empty for anything else, and for the same time twice.
std::optional<DeliveryRules::Hours> deliveryHoursFrom(const QString& text);
QString toText(const DeliveryRules::Hours& hours);

} // namespace sohoa::dossier
