// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/separation.h"

#include "dossier/codes.h"
#include "storage/journal.h"
#include "workflow/intake.h"
#include "workflow/placing.h"
#include "workflow/separationrules.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace sohoa::workflow {

namespace {

using dossier::Component;
using dossier::CutDossier;
using dossier::CutPart;
using dossier::CutPlace;
using dossier::Page;
using dossier::PagePlace;
using dossier::PageState;
using dossier::scannedAfter;
using dossier::StackCut;

bool isScannable(const std::vector<Component>& components, int number)
{
    return std::any_of(components.begin(), components.end(), [number](const Component& component) {
        return component.number == number && component.duty == dossier::Duty::Scan;
    });
}

/// A dossier by its code and the procedure its sheet says.
using Finding = std::function<Result<DossierFile>(const QString& code, const QString& procedure)>;

/// A dossier that nobody knows is taken in.
Finding takingIn(const Workspace& workspace)
{
    return [&workspace](const QString& code, const QString& procedure) {
        IntakeRequest request;
        request.dossierCode = code;
        request.procedureCode = procedure;
        return Intake(workspace).takeIn(request);
    };
}

/// A dossier that nobody knows is described as it would be taken in: without a uid.
Finding lookingFor(const Workspace& workspace)
{
    return [&workspace](const QString& code, const QString& procedure) -> Result<DossierFile> {
        const Intake intake(workspace);
        Result<DossierFile> known = intake.find(code);
        if (known || known.error().code != ErrorCode::DossierUnknown) {
            return known;
        }
        if (!dossier::parseDossierCode(code)) {
            return failure(ErrorCode::DossierCodeInvalid, code);
        }
        DossierFile file;
        file.dossier.code = code;
        file.dossier.procedureCode = procedure;
        SOHOA_ASSIGN(file.components, intake.checklist(procedure, file.dossier.channel));
        return file;
    };
}

/// The dossiers that the sheets of a stack name.
Result<DossierFiles> dossiersNamed(const dossier::StackPlan& plan, const Finding& find)
{
    std::map<QString, QString> procedures;
    for (const dossier::StackPart& part : plan.parts) {
        QString& procedure = procedures[part.dossierCode];
        procedure = procedure.isEmpty() ? part.procedureCode : procedure;
    }
    DossierFiles files;
    for (const auto& [code, procedure] : procedures) {
        Result<DossierFile> file = find(code, procedure);
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

/// Where the pages of a stack go.
class Places
{
public:
    /// @param files what the sheets name, and the target's own
    Places(const DossierFiles& files, const std::optional<CutPlace>& target,
           const dossier::SeparationRules& rules)
        : m_files(files)
        , m_target(target)
        , m_countsPapers(rules.patchT || !rules.codePrefix.isEmpty() || rules.everySides > 0)
    {
    }

    [[nodiscard]] CutPlace of(const PagePlace& planned) const
    {
        const auto file = m_files.find(planned.dossierCode);
        if (!planned.dossierCode.isEmpty() && file != m_files.end()) {
            const std::vector<Component>& components = file->second.components;
            if (m_countsPapers && (planned.component == 0 || planned.paper > 0)) {
                return {planned.dossierCode, scannedAfter(components, planned.component, planned.paper)};
            }
            return {planned.dossierCode, isScannable(components, planned.component) ? planned.component : 0};
        }
        // A sheet may name a dossier that is not known here. Whoever has another dossier open must not lose
        // its pages out of sight.
        CutPlace place = m_target.value_or(CutPlace{});
        if (planned.paper > 0 && m_target) {
            place.component =
                scannedAfter(m_files.at(place.dossierCode).components, place.component, planned.paper);
        }
        return place;
    }

private:
    const DossierFiles& m_files;
    std::optional<CutPlace> m_target;
    bool m_countsPapers; ///< the rules of other programs part papers
};

/// What became of the pages of a stack; deleted ones count no more.
Result<Reconciliation> accountOf(const Workspace& workspace, const Stack& stack,
                                 const std::vector<PagePlace>& plan, const std::optional<Target>& target,
                                 const std::vector<dossier::StackAlarm>& alarms)
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
    account.alarms = alarms;
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

/// A stack with what its separators say about it.
struct Looked
{
    std::vector<Page> pages; ///< that were not deleted
    dossier::SeparationRules rules;
    dossier::StackPlan plan;
};

Result<Looked> look(const Workspace& workspace, const Stack& stack, bool hasTarget)
{
    Looked looked;
    SOHOA_ASSIGN(looked.pages, stack.pages());
    std::erase_if(looked.pages, [](const Page& page) { return page.state == PageState::Deleted; });
    SOHOA_ASSIGN(looked.rules, separationRules(workspace, stack.uid()));
    looked.plan = planOf(looked.pages, looked.rules);
    if (hasTarget) {
        // Pages before the first sheet are not lost: they go to the target.
        std::erase_if(looked.plan.alarms, [](const dossier::StackAlarm& alarm) {
            return alarm.kind == dossier::StackAlarmKind::NotAssigned;
        });
    }
    return looked;
}

/// Adds the dossier with this uid to those that are known. @return its code
Result<QString> addKnown(const Workspace& workspace, const QString& uid, DossierFiles& files)
{
    for (const auto& [code, file] : files) {
        if (file.dossier.uid == uid) {
            return code;
        }
    }
    DossierFile file;
    SOHOA_ASSIGN(file.dossier, workspace.journal().dossier(uid));
    SOHOA_ASSIGN(file.components, workspace.journal().components(uid));
    const QString code = file.dossier.code;
    files.emplace(code, std::move(file));
    return code;
}

Result<std::optional<CutPlace>> placeOf(const Workspace& workspace, const std::optional<Target>& target,
                                        DossierFiles& files)
{
    if (!target) {
        return std::optional<CutPlace>();
    }
    SOHOA_ASSIGN(const QString code, addKnown(workspace, target->dossierUid, files));
    return CutPlace{code, target->component};
}

/// A dossier sheet with its component's sheet right behind it, and blank sides before the first sheet, are no
/// parts of their own.
void joinEmptyParts(std::vector<CutPart>& parts)
{
    for (std::size_t i = 0; i + 1 < parts.size();) {
        CutPart& next = parts[i + 1];
        const CutPlace& place = parts[i].place;
        const bool leadsOn = place.dossierCode.isEmpty() ||
                             (place.component == 0 && place.dossierCode == next.place.dossierCode);
        if (parts[i].kept() > 0 || !leadsOn) {
            ++i;
            continue;
        }
        next.pages.insert(next.pages.begin(), parts[i].pages.begin(), parts[i].pages.end());
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (parts.size() > 1 && parts.back().kept() == 0 && parts.back().place.dossierCode.isEmpty()) {
        std::vector<Page>& before = parts[parts.size() - 2].pages;
        before.insert(before.end(), parts.back().pages.begin(), parts.back().pages.end());
        parts.pop_back();
    }
}

CutDossier described(const DossierFile& file)
{
    return {file.dossier.code, file.dossier.uid, file.dossier.procedureCode, file.dossier.applicant.fullName,
            file.components};
}

} // namespace

Result<Reconciliation> cutStack(const Workspace& workspace, const Stack& stack,
                                const std::optional<Target>& target)
{
    SOHOA_ASSIGN(const Looked looked, look(workspace, stack, target.has_value()));
    const std::vector<PagePlace>& plan = looked.plan.places;
    if (stack.isClosed()) {
        return accountOf(workspace, stack, plan, target, looked.plan.alarms);
    }
    SOHOA_ASSIGN(DossierFiles files, dossiersNamed(looked.plan, takingIn(workspace)));
    SOHOA_ASSIGN(const std::optional<CutPlace> targetPlace, placeOf(workspace, target, files));
    const Places places(files, targetPlace, looked.rules);
    std::vector<PlannedPage> planned;
    planned.reserve(plan.size());
    for (const PagePlace& place : plan) {
        planned.push_back({places.of(place), place.state, place.reason});
    }
    SOHOA_ASSIGN(const std::vector<Page> changed,
                 placed(workspace, files, Placed::Stay, looked.pages, planned));
    SOHOA_TRY(writePlaced(workspace, changed));
    return accountOf(workspace, stack, plan, target, looked.plan.alarms);
}

Result<StackCut> proposeCut(const Workspace& workspace, const Stack& stack,
                            const std::optional<Target>& target)
{
    SOHOA_ASSIGN(const Looked looked, look(workspace, stack, target.has_value()));
    SOHOA_ASSIGN(DossierFiles files, dossiersNamed(looked.plan, lookingFor(workspace)));
    SOHOA_ASSIGN(const std::optional<CutPlace> targetPlace, placeOf(workspace, target, files));
    const Places places(files, targetPlace, looked.rules);
    StackCut cut;
    cut.session = stack.uid();
    cut.alarms = looked.plan.alarms;
    cut.parted = !looked.plan.parts.empty() || !cut.alarms.empty();
    const PagePlace* before = nullptr;
    for (std::size_t i = 0; i < looked.pages.size(); ++i) {
        const PagePlace& planned = looked.plan.places[i];
        cut.parted = cut.parted || planned.paper > 0;
        Page page = looked.pages[i];
        CutPlace place = places.of(planned);
        const bool isPlaced = !page.dossierUid.isEmpty();
        if (isPlaced) {
            SOHOA_ASSIGN(const QString code, addKnown(workspace, page.dossierUid, files));
            place = {code, page.component};
        }
        if (page.state == PageState::Kept) {
            page.state = planned.state;
            page.reason = planned.reason;
        }
        const bool isStranger =
            !isPlaced && !planned.dossierCode.isEmpty() && !files.contains(planned.dossierCode);
        const bool begins = before == nullptr || cut.parts.back().place != place ||
                            (!isPlaced && (planned.part != before->part || planned.paper != before->paper));
        if (begins) {
            cut.parts.push_back({place, {}, isStranger ? planned.dossierCode : QString()});
        }
        cut.parts.back().pages.push_back(std::move(page));
        before = &planned;
    }
    joinEmptyParts(cut.parts);
    for (const auto& [code, file] : files) {
        cut.dossiers.push_back(described(file));
    }
    return cut;
}

Reconciliation countsOf(const StackCut& cut)
{
    Reconciliation counts;
    counts.fed = cut.pages();
    counts.kept = cut.kept();
    counts.setAside = counts.fed - counts.kept;
    counts.unassigned = cut.nobodys();
    counts.alarms = cut.alarms;
    return counts;
}

Result<CutDossier> cutDossier(const Workspace& workspace, const QString& code)
{
    SOHOA_ASSIGN(const DossierFile file, Intake(workspace).find(code));
    return described(file);
}

Result<Reconciliation> commitCut(const Workspace& workspace, const Stack& stack, const StackCut& cut,
                                 const std::optional<Target>& target)
{
    SOHOA_ASSIGN(const Looked looked, look(workspace, stack, target.has_value()));
    if (stack.isClosed() || cut.nobodys() > 0) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("the stack is closed, or a page is nobody's"));
    }
    DossierFiles files;
    std::map<QString, PlannedPage> planned;
    const Finding find = takingIn(workspace);
    for (const CutPart& part : cut.parts) {
        const QString& code = part.place.dossierCode;
        if (!code.isEmpty() && !files.contains(code)) {
            const CutDossier* dossier = cut.dossier(code);
            SOHOA_ASSIGN(DossierFile file,
                         find(code, dossier == nullptr ? QString() : dossier->procedureCode));
            files.emplace(code, std::move(file));
        }
        for (const Page& page : part.pages) {
            planned.insert_or_assign(page.uid, PlannedPage{part.place, page.state, page.reason});
        }
    }
    std::vector<PlannedPage> plan;
    std::set<QString> left;
    for (const Page& page : looked.pages) {
        const auto known = planned.find(page.uid);
        if (known == planned.end()) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("a page is not in the cut"));
        }
        plan.push_back(known->second);
        if (!page.dossierUid.isEmpty()) {
            left.insert(page.dossierUid);
        }
    }
    SOHOA_ASSIGN(const std::vector<Page> changed, placed(workspace, files, Placed::Move, looked.pages, plan));
    SOHOA_TRY(writePlaced(workspace, changed, left));
    // Whoever looked at the cut knows whose the pages are.
    return accountOf(workspace, stack, {}, target, cut.alarms);
}

} // namespace sohoa::workflow
