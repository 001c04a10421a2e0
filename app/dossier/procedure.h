// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// How a dossier comes in (kênh tiếp nhận). Digitizing a paper dossier never turns it into an online one.
enum class Channel
{
    Direct = 1,
    Online = 2,
    Post = 3
};

/// What the counter does with a component (Thông tư 01/2023/TT-VPCP, 03/2025/TT-VPCP; domain guide section
/// 2).
enum class Duty
{
    Scan,      ///< sao chụp
    Reuse,     ///< tái sử dụng: already in a database with legal value
    ShownOnly, ///< phải xuất trình: note or check it and give it back, keep no image
    Photocopy, ///< nộp bản sao giấy: not scanned
    EForm,     ///< mẫu điện tử tương tác: nothing to scan
    Secret,    ///< tài liệu mật: never scanned
};

/// One component (thành phần hồ sơ) in the catalogue.
struct ComponentRule
{
    int number = 0; ///< from 1, the order of the catalogue; what separator sheets carry
    QString name;
    Duty duty = Duty::Scan;
    bool required = false;
    int originals = 0;
    int copies = 0;
    QString condition;        ///< when it is needed, in words
    QString alternativeGroup; ///< any one member of a group satisfies the group
    std::optional<bool> online =
        {}; ///< true: online only; false: direct and postal only; empty: every channel

    bool operator==(const ComponentRule&) const = default;
};

enum class LimitUnit
{
    WorkingDay,
    CalendarDay,
    Hour
};

struct TimeLimit
{
    std::optional<int> amount = {}; ///< empty: no computable due date, ask for one, never invent it
    LimitUnit unit = LimitUnit::WorkingDay;
    QString note;
    /// "Nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo": settled the same day when received before
    /// this hour.
    std::optional<int> sameDayBeforeHour = {};

    bool operator==(const TimeLimit&) const = default;
};

/// An administrative procedure (thủ tục hành chính) of the catalogue.
struct Procedure
{
    QString code; ///< first two groups: "1.001193"
    QString name;
    QString field; ///< lĩnh vực
    QString level;
    TimeLimit limit;
    std::vector<ComponentRule> components;
    QStringList results;
    QStringList resultCodes;
    QString decision;
    QString source;     ///< where the catalogue has it from, in words
    QString portalUrl;  ///< its page on the national portal, as `source` names it; empty when it names none
    QString replacedBy; ///< code of the procedure that replaced it; empty while in force
    QDate validFrom;    ///< invalid: since ever
    QDate validTo;      ///< invalid: still in force
    bool repealed = false;
    bool essential = false;

    bool operator==(const Procedure&) const = default;
    [[nodiscard]] bool givesResult() const { return !results.isEmpty(); }
};

} // namespace sohoa::dossier
