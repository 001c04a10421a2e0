// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separation.h"

#include "dossier/separator.h"

#include <QHash>

#include <algorithm>

namespace sohoa::dossier {

namespace {

/// What the separators on a page say together.
struct PageSeparator
{
    bool present = false;
    bool disagrees = false;
    std::optional<Separator> separator = {}; ///< empty: present but not to be trusted
};

PageSeparator separatorOf(const PageFindings& findings)
{
    PageSeparator found;
    for (const Code& code : findings.codes) {
        if (classifyCode(code.text) != CodeKind::Separator) {
            continue;
        }
        found.present = true;
        const Result<Separator> read = parseSeparator(code.text);
        if (!read) {
            continue;
        }
        found.disagrees |= found.separator && *found.separator != *read;
        found.separator = *read;
    }
    if (found.disagrees) {
        found.separator.reset();
    }
    return found;
}

bool isBlank(const PageFindings& findings)
{
    return findings.blank && findings.blankConfidence >= blankConfidenceNeeded && findings.codes.empty();
}

/// Walks over the pages in feeder order and remembers which part is open.
class Cutter
{
public:
    void take(const StackPage& page)
    {
        const PageSeparator found = separatorOf(page.findings);
        if (found.present) {
            takeSeparator(page.pageUid, found);
        } else {
            takeContent(page);
        }
    }

    StackPlan finish()
    {
        closeDossier();
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

    void takeSeparator(const QString& pageUid, const PageSeparator& found)
    {
        m_plan.places.push_back({pageUid, PageState::SetAside, SetAsideReason::Separator, {}, 0, -1});
        if (!found.separator) {
            closeDossier();
            alarm(found.disagrees ? StackAlarmKind::SeparatorsDisagree : StackAlarmKind::SeparatorUnreadable,
                  pageUid);
            return;
        }
        const Separator& separator = *found.separator;
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

    void takeContent(const StackPage& page)
    {
        PagePlace place;
        place.pageUid = page.pageUid;
        place.part = m_open;
        if (m_open >= 0) {
            StackPart& part = m_plan.parts[static_cast<std::size_t>(m_open)];
            place.dossierCode = part.dossierCode;
            place.component = part.component;
        }
        const bool blank = isBlank(page.findings);
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

    StackPlan m_plan;
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

StackPlan planStack(const std::vector<StackPage>& pages)
{
    Cutter cutter;
    for (const StackPage& page : pages) {
        cutter.take(page);
    }
    return cutter.finish();
}

} // namespace sohoa::dossier
