// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separation.h"

#include "dossier/separator.h"

#include <algorithm>
#include <optional>

namespace sohoa::dossier {

namespace {

/// What the codes of a page say about separation.
struct Sheet
{
    bool isOurs = false;
    std::optional<Separator> separator = {}; ///< empty when ours and not to be trusted
    bool contradicts = false;
};

Sheet sheetOf(const Page& page)
{
    Sheet sheet;
    if (!page.findings) {
        return sheet;
    }
    bool damaged = false;
    for (const Code& code : page.findings->codes) {
        if (code.kind != CodeKind::Separator) {
            continue;
        }
        sheet.isOurs = true;
        const Result<Separator> separator = parseSeparator(code.text);
        if (!separator) {
            damaged = true;
        } else if (!sheet.separator) {
            sheet.separator = *separator;
        } else if (*sheet.separator != *separator) {
            sheet.contradicts = true;
        }
    }
    if (damaged || sheet.contradicts) {
        sheet.separator.reset();
    }
    return sheet;
}

bool isBlank(const Page& page)
{
    return page.findings && page.findings->blank && page.findings->blankConfidence >= leastBlankConfidence &&
           page.findings->codes.empty();
}

/// Walks the stack from sheet to sheet.
class Cutter
{
public:
    StackPlan cut(const std::vector<Page>& pages)
    {
        for (const Page& page : pages) {
            if (page.state == PageState::Deleted) {
                m_plan.pages.push_back({page.uid, page.state, page.reason, page.dossierUid, page.component});
                continue;
            }
            const Sheet sheet = sheetOf(page);
            if (sheet.isOurs) {
                closeSection();
                openSection(page, sheet);
                m_plan.pages.push_back(
                    {page.uid, PageState::SetAside, SetAsideReason::Separator, m_dossierCode, 0});
            } else {
                place(page);
            }
        }
        closeSection();
        return std::move(m_plan);
    }

private:
    void openSection(const Page& page, const Sheet& sheet)
    {
        m_sheetUid = page.uid;
        m_seen = 0;
        m_expected = 0;
        m_component = 0;
        m_dossierCode.clear();
        if (!sheet.separator) {
            m_plan.alarms.push_back(
                {sheet.contradicts ? StackAlarm::Kind::SheetContradicts : StackAlarm::Kind::SheetDamaged,
                 page.uid,
                 {},
                 0,
                 0,
                 0});
            return;
        }
        m_dossierCode = sheet.separator->dossierCode;
        m_component = sheet.separator->component;
        m_expected = sheet.separator->sheetsExpected;
        note(*sheet.separator);
    }

    void note(const Separator& separator)
    {
        const auto known = std::find_if(
            m_plan.dossiers.begin(), m_plan.dossiers.end(),
            [&separator](const PlannedDossier& dossier) { return dossier.code == separator.dossierCode; });
        if (known == m_plan.dossiers.end()) {
            m_plan.dossiers.push_back({separator.dossierCode, separator.procedureCode});
        } else if (known->procedureCode.isEmpty()) {
            known->procedureCode = separator.procedureCode;
        }
    }

    void place(const Page& page)
    {
        PlannedPage planned{page.uid, page.state, page.reason, m_dossierCode, m_component};
        const bool blank = isBlank(page);
        if (page.state == PageState::Kept && blank) {
            planned.state = PageState::SetAside;
            planned.reason = SetAsideReason::Blank;
        }
        if (!blank || m_seen > 0) {
            ++m_seen;
        }
        m_plan.pages.push_back(planned);
    }

    void closeSection()
    {
        if (m_expected > 0 && m_seen != m_expected) {
            m_plan.alarms.push_back(
                {StackAlarm::Kind::CountDiffers, m_sheetUid, m_dossierCode, m_component, m_expected, m_seen});
        }
        m_expected = 0;
    }

    StackPlan m_plan;
    QString m_sheetUid;
    QString m_dossierCode;
    int m_component = 0;
    int m_expected = 0;
    int m_seen = 0;
};

} // namespace

StackPlan planStack(const std::vector<Page>& pages)
{
    return Cutter().cut(pages);
}

} // namespace sohoa::dossier
