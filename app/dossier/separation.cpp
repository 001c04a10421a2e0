// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separation.h"

#include "dossier/separationmarks.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace sohoa::dossier {

namespace {

bool isBlank(const PageFindings& findings)
{
    return findings.blank && findings.blankConfidence >= blankConfidenceNeeded && findings.codes.empty();
}

/// Walks over the pages in feeder order and remembers which part is open.
class Cutter
{
public:
    explicit Cutter(const SeparationRules& rules)
        : m_rules(rules)
    {
    }

    void take(const StackPage& page, const SheetMark& mark)
    {
        switch (mark.kind) {
        case SheetMark::Kind::None:
            takeContent(page, mark.opensPaper);
            break;
        case SheetMark::Kind::OtherSide:
            takeOtherSide(page.pageUid);
            break;
        case SheetMark::Kind::Patch:
            takePatch(page.pageUid);
            break;
        case SheetMark::Kind::Read:
        case SheetMark::Kind::Unreadable:
        case SheetMark::Kind::Disagrees:
        case SheetMark::Kind::Foreign:
            takeSeparator(page.pageUid, mark);
            break;
        }
        if (mark.halfRead) {
            alarm(StackAlarmKind::SeparatorHalfRead, page.pageUid, mark.separator.dossierCode,
                  mark.separator.component);
        }
    }

    StackPlan finish()
    {
        closeDossier();
        compareSeries();
        std::stable_sort(m_plan.alarms.begin(), m_plan.alarms.end(),
                         [this](const StackAlarm& a, const StackAlarm& b) {
                             return placeOf(a.pageUid) < placeOf(b.pageUid);
                         });
        return std::move(m_plan);
    }

private:
    [[nodiscard]] std::size_t placeOf(const QString& pageUid) const
    {
        const auto found = std::find_if(m_plan.places.begin(), m_plan.places.end(),
                                        [&](const PagePlace& place) { return place.pageUid == pageUid; });
        return static_cast<std::size_t>(found - m_plan.places.begin());
    }

    void alarm(StackAlarmKind kind, const QString& pageUid, const QString& dossierCode = {},
               int component = 0)
    {
        m_plan.alarms.push_back({kind, pageUid, dossierCode, component, 0, 0});
    }

    void takeSeparator(const QString& pageUid, const SheetMark& mark)
    {
        ++m_separators;
        startPapers();
        m_plan.places.push_back({pageUid, PageState::SetAside, SetAsideReason::Separator, {}, 0, -1, 0});
        if (mark.kind != SheetMark::Kind::Read) {
            closeDossier();
            alarm(alarmFor(mark.kind), pageUid, mark.separator.dossierCode, mark.separator.component);
            return;
        }
        const Separator& separator = mark.separator;
        noteSeries(pageUid, separator);
        closePart();
        if (separator.kind == Separator::Kind::Dossier || separator.dossierCode != m_dossierCode) {
            if (separator.kind == Separator::Kind::Component && m_dossierSheetPart >= 0) {
                alarm(StackAlarmKind::OtherDossier, pageUid, separator.dossierCode, separator.component);
            }
            closeDossier();
            m_dossierCode = separator.dossierCode;
        }
        openPart(pageUid, separator);
    }

    static StackAlarmKind alarmFor(SheetMark::Kind kind)
    {
        if (kind == SheetMark::Kind::Disagrees) {
            return StackAlarmKind::SeparatorsDisagree;
        }
        return kind == SheetMark::Kind::Foreign ? StackAlarmKind::SeparatorForeign
                                                : StackAlarmKind::SeparatorUnreadable;
    }

    /// The side of a separator whose other side was read.
    void takeOtherSide(const QString& pageUid)
    {
        m_plan.places.push_back({pageUid, PageState::SetAside, SetAsideReason::Separator, {}, 0, -1, 0});
    }

    void takePatch(const QString& pageUid)
    {
        // Its other side may carry one too, and one may lie on top: only a paper that has pages ends.
        if (!m_afterPatch) {
            ++m_separators;
        }
        m_afterPatch = true;
        nextPaper();
        m_plan.places.push_back(
            {pageUid, PageState::SetAside, SetAsideReason::Separator, m_dossierCode, 0, m_open, m_paper});
        if (m_open >= 0) {
            m_plan.places.back().component = m_plan.parts[static_cast<std::size_t>(m_open)].component;
        }
    }

    void startPapers()
    {
        m_afterPatch = false;
        m_paper = 0;
        m_paperSides = 0;
        m_paperPages = 0;
    }

    void nextPaper()
    {
        if (m_paperPages > 0) {
            ++m_paper;
        }
        m_paperSides = 0;
        m_paperPages = 0;
    }

    /// What a printed series has of sheets, and which came.
    void noteSeries(const QString& pageUid, const Separator& separator)
    {
        if (separator.series == 0) {
            return;
        }
        const auto known = std::find_if(m_series.begin(), m_series.end(), [&](const Series& series) {
            return series.dossierCode == separator.dossierCode && series.count == separator.series;
        });
        Series& series =
            known != m_series.end()
                ? *known
                : m_series.emplace_back(Series{separator.dossierCode, separator.series, pageUid, {}});
        series.seen.insert(separator.number);
    }

    void compareSeries()
    {
        for (const Series& series : m_series) {
            if (static_cast<int>(series.seen.size()) < series.count) {
                m_plan.alarms.push_back({StackAlarmKind::SeparatorsMissing, series.pageUid,
                                         series.dossierCode, 0, series.count,
                                         static_cast<int>(series.seen.size())});
            }
        }
        if (m_rules.separatorsExpected > 0 && m_rules.separatorsExpected != m_separators) {
            m_plan.alarms.push_back({StackAlarmKind::SeparatorsMissing,
                                     m_plan.places.empty() ? QString() : m_plan.places.front().pageUid,
                                     {},
                                     0,
                                     m_rules.separatorsExpected,
                                     m_separators});
        }
    }

    void openPart(const QString& pageUid, const Separator& separator)
    {
        StackPart part;
        part.dossierCode = separator.dossierCode;
        part.procedureCode = separator.procedureCode;
        part.component = separator.component;
        part.sidesExpected = separator.sidesExpected;
        part.startsDossier = separator.kind == Separator::Kind::Dossier;
        m_open = static_cast<int>(m_plan.parts.size());
        m_openedBy.push_back(pageUid);
        m_plan.parts.push_back(part);
        m_plan.places.back().dossierCode = part.dossierCode;
        m_plan.places.back().component = part.component;
        m_plan.places.back().part = m_open;
        if (part.startsDossier) {
            m_dossierSheetPart = m_open;
            QString& known = m_procedures[part.dossierCode];
            if (!known.isEmpty() && known != part.procedureCode) {
                alarm(StackAlarmKind::ProcedureDiffers, pageUid, part.dossierCode);
            }
            known = part.procedureCode;
        }
    }

    void takeContent(const StackPage& page, bool opensPaper)
    {
        const bool blank = isBlank(page.findings);
        if (opensPaper) {
            ++m_separators;
        }
        if (opensPaper || (m_rules.everySides > 0 && m_paperSides == m_rules.everySides)) {
            nextPaper();
        }
        // The blank back of a patch sheet says nothing about whether the next one is another sheet.
        m_afterPatch = m_afterPatch && blank;
        ++m_paperSides;
        m_paperPages += blank ? 0 : 1;
        PagePlace place;
        place.pageUid = page.pageUid;
        place.paper = m_paper;
        place.part = m_open;
        if (m_open >= 0) {
            StackPart& part = m_plan.parts[static_cast<std::size_t>(m_open)];
            place.dossierCode = part.dossierCode;
            place.component = part.component;
        }
        if (blank) {
            place.state = PageState::SetAside;
            place.reason = SetAsideReason::Blank;
        }
        count(place, blank);
        m_plan.places.push_back(place);
    }

    void count(const PagePlace& place, bool blank)
    {
        if (m_open < 0) {
            if (!blank) {
                noteNotAssigned(place.pageUid);
            }
            return;
        }
        const auto open = static_cast<std::size_t>(m_open);
        StackPart& part = m_plan.parts[open];
        if (blank && part.pagesKept + part.pagesSetAside == 0) {
            m_blankBack = true;
        }
        (blank ? part.pagesSetAside : part.pagesKept) += 1;
    }

    void noteNotAssigned(const QString& pageUid)
    {
        if (!m_notAssigned) {
            m_notAssigned = m_plan.alarms.size();
            alarm(StackAlarmKind::NotAssigned, pageUid);
        }
        m_plan.alarms[*m_notAssigned].seen += 1;
    }

    /// Ends the open part: counts its sides, and sounds the alarm of a component.
    void closePart()
    {
        m_notAssigned.reset();
        if (m_open < 0) {
            return;
        }
        const auto open = static_cast<std::size_t>(m_open);
        StackPart& part = m_plan.parts[open];
        const int all = part.pagesKept + part.pagesSetAside;
        const int backs = m_blankBack ? 1 : 0;
        part.sidesSeen = all - (all == part.sidesExpected && !part.startsDossier ? 0 : backs);
        if (!part.startsDossier) {
            if (part.pagesKept == 0) {
                alarm(StackAlarmKind::EmptyPart, m_openedBy[open], part.dossierCode, part.component);
            }
            compareCount(m_open);
        }
        if (m_dossierSheetPart >= 0) {
            m_dossierSides += all;
            m_dossierBacks += backs;
        }
        m_blankBack = false;
        m_open = -1;
    }

    /// Ends the dossier too: a dossier sheet expects all sides up to the next dossier.
    void closeDossier()
    {
        closePart();
        if (m_dossierSheetPart >= 0) {
            // Each separator's blank back may or may not have been scanned and counted.
            StackPart& part = m_plan.parts[static_cast<std::size_t>(m_dossierSheetPart)];
            const int fewest = m_dossierSides - m_dossierBacks;
            const bool fits = part.sidesExpected >= fewest && part.sidesExpected <= m_dossierSides;
            part.sidesSeen = fits ? part.sidesExpected : fewest;
            compareCount(m_dossierSheetPart);
        }
        m_dossierSheetPart = -1;
        m_dossierSides = 0;
        m_dossierBacks = 0;
        m_dossierCode.clear();
    }

    void compareCount(int index)
    {
        const auto place = static_cast<std::size_t>(index);
        const StackPart& part = m_plan.parts[place];
        if (part.sidesExpected > 0 && part.sidesExpected != part.sidesSeen) {
            m_plan.alarms.push_back({StackAlarmKind::CountDiffers, m_openedBy[place], part.dossierCode,
                                     part.component, part.sidesExpected, part.sidesSeen});
        }
    }

    struct Series
    {
        QString dossierCode;
        int count = 0;
        QString pageUid; ///< of its first sheet
        std::set<int> seen;
    };

    const SeparationRules& m_rules;
    StackPlan m_plan;
    int m_separators = 0;      ///< sheets seen that part, those that could not be read included
    int m_paper = 0;           ///< PagePlace::paper of the next page
    int m_paperSides = 0;      ///< that it has
    int m_paperPages = 0;      ///< of them not blank
    bool m_afterPatch = false; ///< nothing but patch sheets and blank sides since the last patch sheet
    std::vector<Series> m_series;
    int m_open = -1;                 ///< part that pages go to
    int m_dossierSheetPart = -1;     ///< part of the dossier sheet in force
    int m_dossierSides = 0;          ///< sides since that dossier sheet, closed parts only
    int m_dossierBacks = 0;          ///< of them blank ones right behind a separator
    bool m_blankBack = false;        ///< the open part began with a blank side
    QString m_dossierCode;           ///< dossier of the open part, or of the one before
    std::vector<QString> m_openedBy; ///< page of the separator, for each part
    QHash<QString, QString> m_procedures;
    std::optional<std::size_t> m_notAssigned; ///< alarm of the run of pages that belong to nobody
};

} // namespace

int StackPlan::kept() const
{
    return static_cast<int>(std::count_if(
        places.begin(), places.end(), [](const PagePlace& place) { return place.state == PageState::Kept; }));
}

int StackPlan::setAside(SetAsideReason reason) const
{
    return static_cast<int>(std::count_if(places.begin(), places.end(), [&](const PagePlace& place) {
        return place.state == PageState::SetAside && place.reason == reason;
    }));
}

int StackPlan::notAssigned() const
{
    return static_cast<int>(std::count_if(places.begin(), places.end(), [](const PagePlace& place) {
        return place.state == PageState::Kept && place.part < 0;
    }));
}

QJsonObject toJson(const SeparationRules& rules)
{
    QJsonObject json;
    if (rules.sidesPerSheet > 0) {
        json[QStringLiteral("sidesPerSheet")] = rules.sidesPerSheet;
    }
    if (rules.patchT) {
        json[QStringLiteral("patchT")] = true;
    }
    if (!rules.codePrefix.isEmpty()) {
        json[QStringLiteral("codePrefix")] = rules.codePrefix;
    }
    if (rules.everySides > 0) {
        json[QStringLiteral("everySides")] = rules.everySides;
    }
    if (rules.separatorsExpected > 0) {
        json[QStringLiteral("separatorsExpected")] = rules.separatorsExpected;
    }
    return json;
}

SeparationRules separationRulesFrom(const QJsonObject& json)
{
    const auto count = [&json](const char* name, int most) {
        const int value = json[QLatin1String(name)].toInt();
        return value > 0 && value <= most ? value : 0;
    };
    constexpr int mostSides = 9999;
    SeparationRules rules;
    rules.sidesPerSheet = count("sidesPerSheet", 2);
    rules.patchT = json[QLatin1String("patchT")].toBool();
    rules.codePrefix = json[QLatin1String("codePrefix")].toString();
    rules.everySides = count("everySides", mostSides);
    rules.separatorsExpected = count("separatorsExpected", mostSides);
    return rules;
}

StackPlan planStack(const std::vector<StackPage>& pages, const SeparationRules& rules)
{
    const std::vector<SheetMark> marks = marksOf(pages, rules);
    Cutter cutter(rules);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        cutter.take(pages[i], marks[i]);
    }
    return cutter.finish();
}

} // namespace sohoa::dossier
