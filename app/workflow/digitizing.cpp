// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/digitizing.h"

#include "dossier/statuses.h"
#include "storage/journal.h"
#include "workflow/separationrules.h"
#include "workflow/workspace.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <set>

namespace sohoa::workflow {

namespace {

using dossier::Component;
using dossier::Page;
using dossier::PageState;

/// First component that is to be scanned: where files go when nobody says. ComponentNotScannable.
Result<int> defaultComponent(const std::vector<Component>& components)
{
    const auto scannable = std::find_if(components.begin(), components.end(),
                                        [](const Component& c) { return c.duty == dossier::Duty::Scan; });
    if (scannable == components.end()) {
        return failure(ErrorCode::ComponentNotScannable, QStringLiteral("no component is to be scanned"));
    }
    return scannable->number;
}

Status checkComponent(const std::vector<Component>& components, int number)
{
    if (number == dossier::resultComponent) {
        return {};
    }
    const auto component = std::find_if(components.begin(), components.end(),
                                        [number](const Component& c) { return c.number == number; });
    if (component == components.end()) {
        return failure(ErrorCode::ComponentUnknown, QString::number(number));
    }
    return dossier::checkScannable(*component);
}

class Digitizing
{
public:
    Digitizing(const Workspace& workspace, const QStringList& files, const dossier::SeparationRules& rules,
               StopToken stop, const DigitizingProgress& progress)
        : m_workspace(workspace)
        , m_files(files)
        , m_rules(rules)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<DigitizingReport> run(QString purpose, const std::optional<Target>& target)
    {
        const QJsonObject chosen = toJson(m_rules);
        if (!chosen.isEmpty()) {
            purpose += u'|' + QString::fromUtf8(QJsonDocument(chosen).toJson(QJsonDocument::Compact));
        }
        SOHOA_ASSIGN(Stack stack, Stack::open(m_workspace, importKey(m_files, purpose), title()));
        m_report.alreadyDone = stack.isClosed();
        if (stack.isClosed()) {
            SOHOA_ASSIGN(m_report.files, lookAgain(stack, m_files, m_stop));
        } else {
            SOHOA_TRY(setSeparationRules(m_workspace, stack.uid(), m_rules));
            SOHOA_TRY(takeIn(stack));
            SOHOA_TRY(examine(stack));
        }
        SOHOA_ASSIGN(m_report.account, cutStack(m_workspace, stack, target));
        SOHOA_ASSIGN(const std::vector<Page> pages, stack.pages());
        for (const Page& page : pages) {
            if (page.state == PageState::SetAside) {
                m_report.setAside.push_back(page);
            }
        }
        SOHOA_TRY(m_report.alreadyDone ? listPapers(pages) : finish(pages));
        if (!stack.isClosed() && m_report.refusals.empty()) {
            SOHOA_TRY(stack.close());
        }
        return std::move(m_report);
    }

private:
    void tell(DigitizingStep step, int done, int total) const
    {
        if (m_progress) {
            m_progress(step, done, total);
        }
    }

    [[nodiscard]] QString title() const
    {
        return m_files.isEmpty() ? QString() : QFileInfo(m_files.front()).fileName();
    }

    Status takeIn(const Stack& stack)
    {
        int pages = 0;
        const int files = static_cast<int>(m_files.size());
        SOHOA_ASSIGN(m_report.files, importFiles(stack, m_files, m_stop, [&](const Page&) {
                         ++pages;
                         tell(DigitizingStep::TakeIn, std::min(pages, files), files);
                     }));
        tell(DigitizingStep::TakeIn, files, files);
        return {};
    }

    Status examine(const Stack& stack)
    {
        SOHOA_ASSIGN(const std::vector<Page> pages, stack.pages());
        const int total = static_cast<int>(std::count_if(
            pages.begin(), pages.end(), [](const Page& page) { return !page.findings.has_value(); }));
        int done = 0;
        return stack.examine(m_stop, [&](const Page&) {
            ++done;
            if (done <= total) {
                tell(DigitizingStep::Examine, done, total);
            } else {
                tell(DigitizingStep::Compare, done - total, std::max(total, done - total));
            }
        });
    }

    /// Components that got pages of this stack, by dossier in the order of the stack.
    static std::vector<std::pair<QString, std::set<int>>> touched(const std::vector<Page>& pages)
    {
        std::vector<std::pair<QString, std::set<int>>> dossiers;
        for (const Page& page : pages) {
            if (page.state != PageState::Kept || page.dossierUid.isEmpty() || page.component == 0) {
                continue;
            }
            auto known = std::find_if(dossiers.begin(), dossiers.end(),
                                      [&page](const auto& entry) { return entry.first == page.dossierUid; });
            if (known == dossiers.end()) {
                known = dossiers.insert(dossiers.end(), {page.dossierUid, {}});
            }
            known->second.insert(page.component);
        }
        return dossiers;
    }

    Status finish(const std::vector<Page>& pages)
    {
        const auto dossiers = touched(pages);
        int total = 0;
        for (const auto& entry : dossiers) {
            total += static_cast<int>(entry.second.size());
        }
        int done = 0;
        const Finishing finishing(m_workspace);
        for (const auto& [uid, components] : dossiers) {
            SOHOA_ASSIGN(dossier::Dossier dossier, m_workspace.journal().dossier(uid));
            DigitizedDossier digitized{std::move(dossier), {}};
            for (const int component : components) {
                Result<FinishedPaper> paper = finishing.finish(uid, component, m_stop);
                if (paper) {
                    digitized.papers.push_back(std::move(*paper));
                } else if (remedyFor(paper.error().code) == Remedy::AskClerk &&
                           paper.error().code != ErrorCode::Cancelled) {
                    m_report.refusals.push_back({digitized.dossier.code, component, paper.error()});
                } else {
                    return failure(paper.error());
                }
                tell(DigitizingStep::Finish, ++done, total);
            }
            m_report.dossiers.push_back(std::move(digitized));
        }
        return {};
    }

    /// What the same input gave the first time.
    Status listPapers(const std::vector<Page>& pages)
    {
        for (const auto& [uid, components] : touched(pages)) {
            SOHOA_ASSIGN(dossier::Dossier dossier, m_workspace.journal().dossier(uid));
            SOHOA_ASSIGN(const std::vector<dossier::Paper> papers, m_workspace.journal().papers(uid));
            std::map<int, FinishedPaper> latest;
            for (const dossier::Paper& paper : papers) {
                if (components.contains(paper.component)) {
                    FinishedPaper& kept = latest[paper.component];
                    kept.paper = paper; // ascending by version
                    kept.unchanged = true;
                }
            }
            DigitizedDossier digitized{std::move(dossier), {}};
            for (auto& [component, paper] : latest) {
                digitized.papers.push_back(std::move(paper));
            }
            m_report.dossiers.push_back(std::move(digitized));
        }
        return {};
    }

    const Workspace& m_workspace;
    const QStringList& m_files;
    const dossier::SeparationRules& m_rules;
    StopToken m_stop;
    const DigitizingProgress& m_progress;
    DigitizingReport m_report;
};

} // namespace

Result<DigitizingReport> digitize(const Workspace& workspace, const DigitizeRequest& request,
                                  const StopToken& stop, const DigitizingProgress& progress)
{
    const QString component = request.component ? QString::number(*request.component) : QString();
    const QString purpose = QStringList{QStringLiteral("digitize"), request.procedureCode,
                                        request.dossierCode, request.applicant.personalNumber, component}
                                .join(u'|');
    // A new dossier's identity comes from the request, so that an interrupted call finds the dossier it had
    // opened.
    constexpr qsizetype uidDigits = 32;
    IntakeRequest intakeRequest;
    intakeRequest.uid =
        request.dossierCode.isEmpty() ? importKey(request.files, purpose).first(uidDigits) : QString();
    intakeRequest.procedureCode = request.procedureCode;
    intakeRequest.dossierCode = request.dossierCode;
    intakeRequest.applicant = request.applicant;
    const Intake intake(workspace);
    if (request.component && !request.procedureCode.isEmpty()) {
        // Refused before a dossier is opened for nothing.
        SOHOA_ASSIGN(const std::vector<Component> checklist,
                     intake.checklist(request.procedureCode, intakeRequest.channel));
        SOHOA_TRY(checkComponent(checklist, *request.component));
    }
    SOHOA_ASSIGN(const DossierFile file, request.procedureCode.isEmpty() ? intake.find(request.dossierCode)
                                                                         : intake.takeIn(intakeRequest));
    Target target{file.dossier.uid, 0};
    if (request.component) {
        SOHOA_TRY(checkComponent(file.components, *request.component));
        target.component = *request.component;
    } else {
        SOHOA_ASSIGN(target.component, defaultComponent(file.components));
    }
    return Digitizing(workspace, request.files, request.rules, stop, progress).run(purpose, target);
}

Result<DigitizingReport> digitizeStack(const Workspace& workspace, const QStringList& files,
                                       const StopToken& stop, const DigitizingProgress& progress,
                                       const dossier::SeparationRules& rules)
{
    return Digitizing(workspace, files, rules, stop, progress).run(QStringLiteral("batch"), {});
}

} // namespace sohoa::workflow
