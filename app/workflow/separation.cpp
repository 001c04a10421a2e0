// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/separation.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/componentstates.h"
#include "workflow/intake.h"
#include "workflow/separationrules.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <map>

namespace sohoa::workflow {

namespace {

using dossier::Component;
using dossier::Page;
using dossier::PagePlace;
using dossier::PageState;
using dossier::SetAsideReason;
using storage::JournalWriter;

bool isScannable(const std::vector<Component>& components, int number)
{
    return std::any_of(components.begin(), components.end(), [number](const Component& component) {
        return component.number == number && component.duty == dossier::Duty::Scan;
    });
}

/// The dossiers that the sheets of a stack name; one nobody knows is taken in with its sheet's procedure.
Result<std::map<QString, DossierFile>> dossiersNamed(const Workspace& workspace,
                                                     const dossier::StackPlan& plan)
{
    std::map<QString, QString> procedures;
    for (const dossier::StackPart& part : plan.parts) {
        QString& procedure = procedures[part.dossierCode];
        procedure = procedure.isEmpty() ? part.procedureCode : procedure;
    }
    const Intake intake(workspace);
    std::map<QString, DossierFile> files;
    for (const auto& [code, procedure] : procedures) {
        IntakeRequest request;
        request.dossierCode = code;
        request.procedureCode = procedure;
        Result<DossierFile> file = intake.takeIn(request);
        if (file) {
            files.emplace(code, std::move(*file));
        } else if (remedyFor(file.error().code) != Remedy::AskClerk) {
            return failure(file.error());
        }
        // A sheet with a procedure that nobody knows claims nothing: its pages stay unassigned, and that is
        // counted.
    }
    return files;
}

/// The component that is scanned `papers` after this one; 0 when there is none.
int componentAfter(const std::vector<Component>& components, int number, int papers)
{
    const auto next = [&](auto from) {
        return std::find_if(from, components.end(),
                            [](const Component& component) { return component.duty == dossier::Duty::Scan; });
    };
    auto at = number == 0 ? next(components.begin())
                          : std::find_if(components.begin(), components.end(),
                                         [number](const Component& c) { return c.number == number; });
    for (; papers > 0 && at != components.end(); --papers) {
        at = next(at + 1);
    }
    return at == components.end() ? 0 : at->number;
}

/// The plan for the pages that were not deleted.
dossier::StackPlan planOf(const std::vector<Page>& pages, const dossier::SeparationRules& rules)
{
    std::vector<dossier::StackPage> stack;
    stack.reserve(pages.size());
    for (const Page& page : pages) {
        stack.push_back({page.uid, page.findings.value_or(dossier::PageFindings{})});
    }
    return dossier::planStack(stack, rules);
}

/// Puts the plan on the pages of a stack.
class Assignment
{
public:
    Assignment(const Workspace& workspace, const std::map<QString, DossierFile>& files,
               const std::optional<Target>& target, const dossier::SeparationRules& rules)
        : m_workspace(workspace)
        , m_files(files)
        , m_target(target)
        , m_countsPapers(rules.patchT || !rules.codePrefix.isEmpty() || rules.everySides > 0)
    {
    }

    /// @return the pages that change
    Result<std::vector<Page>> apply(const std::vector<Page>& pages, const std::vector<PagePlace>& plan)
    {
        std::vector<Page> changed;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            Page page = pages[i];
            SOHOA_TRY(place(page, plan[i]));
            if (page != pages[i]) {
                changed.push_back(std::move(page));
            }
        }
        return changed;
    }

private:
    Status place(Page& page, const PagePlace& planned)
    {
        SOHOA_ASSIGN(const Target target, targetOf(planned));
        // What was assigned before, by an interrupted call or by the clerk, stays.
        if (page.dossierUid.isEmpty() && !target.dossierUid.isEmpty()) {
            page.dossierUid = target.dossierUid;
            page.component = target.component;
            SOHOA_ASSIGN(page.order, nextOrder(target));
        }
        // What a person or an earlier step set aside stays so.
        if (page.state == PageState::Kept) {
            page.state = planned.state;
            page.reason = planned.reason;
        }
        if (page.state == PageState::Kept && !page.dossierUid.isEmpty()) {
            SOHOA_ASSIGN(const bool repeated, isRepeated(page));
            if (repeated) {
                page.state = PageState::SetAside;
                page.reason = SetAsideReason::Repeated;
            }
        }
        return {};
    }

    [[nodiscard]] Result<Target> targetOf(const PagePlace& planned)
    {
        const auto file = m_files.find(planned.dossierCode);
        if (file != m_files.end()) {
            if (m_countsPapers && (planned.component == 0 || planned.paper > 0)) {
                return Target{file->second.dossier.uid,
                              componentAfter(file->second.components, planned.component, planned.paper)};
            }
            const bool scannable = isScannable(file->second.components, planned.component);
            return Target{file->second.dossier.uid, scannable ? planned.component : 0};
        }
        // A sheet may name a dossier that is not known here. Whoever has another dossier open must not lose
        // its pages out of sight.
        Target target = m_target.value_or(Target{});
        if (planned.paper > 0 && m_target) {
            if (!m_targetComponents) {
                SOHOA_ASSIGN(m_targetComponents, m_workspace.journal().components(target.dossierUid));
            }
            target.component = componentAfter(*m_targetComponents, target.component, planned.paper);
        }
        return target;
    }

    /// Pages that the component has from before this stack, and the order the next one gets.
    struct Place
    {
        std::vector<Page> there;
        int next = 0;
    };

    Result<Place*> placeOf(const QString& dossierUid, int component)
    {
        const auto key = std::make_pair(dossierUid, component);
        auto known = m_places.find(key);
        if (known == m_places.end()) {
            Place place;
            SOHOA_ASSIGN(place.there, m_workspace.journal().pagesOfComponent(dossierUid, component));
            for (const Page& page : place.there) {
                place.next = std::max(place.next, page.order + 1);
            }
            known = m_places.emplace(key, std::move(place)).first;
        }
        return &known->second;
    }

    Result<int> nextOrder(const Target& target)
    {
        SOHOA_ASSIGN(Place * place, placeOf(target.dossierUid, target.component));
        return place->next++;
    }

    /// Whether the very same picture is in the component already, from another stack.
    Result<bool> isRepeated(const Page& page)
    {
        SOHOA_ASSIGN(const Place* place, placeOf(page.dossierUid, page.component));
        return std::any_of(place->there.begin(), place->there.end(), [&page](const Page& other) {
            return other.session != page.session && other.sha256 == page.sha256 &&
                   other.indexInFile == page.indexInFile;
        });
    }

    const Workspace& m_workspace;
    const std::map<QString, DossierFile>& m_files;
    std::optional<Target> m_target;
    bool m_countsPapers; ///< the rules of other programs part papers
    std::optional<std::vector<Component>> m_targetComponents;
    std::map<std::pair<QString, int>, Place> m_places;
};

/// What became of the pages of a stack; deleted ones count no more.
Result<Reconciliation> accountOf(const Workspace& workspace, const Stack& stack,
                                 const std::vector<PagePlace>& plan, const std::optional<Target>& target,
                                 std::vector<dossier::StackAlarm> alarms)
{
    SOHOA_ASSIGN(std::vector<Page> pages, stack.pages());
    std::erase_if(pages, [](const Page& page) { return page.state == PageState::Deleted; });
    Reconciliation account;
    account.fed = static_cast<int>(pages.size());
    for (const Page& page : pages) {
        if (page.state == PageState::Kept) {
            ++account.kept;
            account.unassigned += page.dossierUid.isEmpty() || page.component == 0 ? 1 : 0;
        } else {
            ++account.setAside;
        }
    }
    account.alarms = std::move(alarms);
    SOHOA_ASSIGN(const std::vector<storage::PageLook> looks, workspace.journal().looksOfSession(stack.uid()));
    account.twins = twinsAmong(pages, looks);
    SOHOA_ASSIGN(account.dirtyGlass, dirtyGlass(workspace, stack.uid()));
    if (!target) {
        return account;
    }
    SOHOA_ASSIGN(const dossier::Dossier own, workspace.journal().dossier(target->dossierUid));
    std::map<QString, QString> codes; // that a sheet said, by page
    for (const PagePlace& place : plan) {
        codes[place.pageUid] = place.dossierCode;
    }
    for (const Page& page : pages) {
        const QString code = codes[page.uid];
        if (!page.dossierUid.isEmpty() && page.dossierUid != own.uid) {
            ++account.elsewhere;
        } else if (!code.isEmpty() && code != own.code) {
            ++account.strangers;
        }
    }
    return account;
}

/// Notes in the history of each dossier what it got.
Status noteArrival(const Workspace& workspace, JournalWriter& writer, const std::vector<Page>& changed)
{
    std::map<QString, std::map<int, int>> arrived;
    for (const Page& page : changed) {
        if (page.state == PageState::Kept && !page.dossierUid.isEmpty() && page.component != 0) {
            ++arrived[page.dossierUid][page.component];
        }
    }
    SOHOA_ASSIGN(const HomeSettings settings, workspace.settings());
    for (const auto& [uid, components] : arrived) {
        for (const auto& [number, count] : components) {
            SOHOA_TRY(
                writer.addEvent({uid,
                                 workspace.clock().now(),
                                 dossier::EventKind::PagesAdded,
                                 settings.officer,
                                 {{QStringLiteral("component"), number}, {QStringLiteral("pages"), count}}}));
        }
    }
    return settleComponents(workspace.journal(), writer, dossiersOf(changed));
}

} // namespace

Result<Reconciliation> cutStack(const Workspace& workspace, const Stack& stack,
                                const std::optional<Target>& target)
{
    SOHOA_ASSIGN(std::vector<Page> pages, stack.pages());
    std::erase_if(pages, [](const Page& page) { return page.state == PageState::Deleted; });
    SOHOA_ASSIGN(const dossier::SeparationRules rules, separationRules(workspace, stack.uid()));
    const dossier::StackPlan plan = planOf(pages, rules);
    std::vector<dossier::StackAlarm> alarms = plan.alarms;
    if (target) {
        // Pages before the first sheet are not lost: they go to the target.
        std::erase_if(alarms, [](const dossier::StackAlarm& alarm) {
            return alarm.kind == dossier::StackAlarmKind::NotAssigned;
        });
    }
    if (stack.isClosed()) {
        return accountOf(workspace, stack, plan.places, target, alarms);
    }
    SOHOA_ASSIGN(const auto files, dossiersNamed(workspace, plan));
    SOHOA_ASSIGN(const std::vector<Page> changed,
                 Assignment(workspace, files, target, rules).apply(pages, plan.places));
    if (!changed.empty()) {
        SOHOA_TRY(workspace.journal().write([&](JournalWriter& writer) -> Status {
            for (const Page& page : changed) {
                SOHOA_TRY(writer.setPage(page));
            }
            return noteArrival(workspace, writer, changed);
        }));
    }
    return accountOf(workspace, stack, plan.places, target, alarms);
}

} // namespace sohoa::workflow
