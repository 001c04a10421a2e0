// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/feeding.h"

#include "ui/settings/scannersource.h"
#include "workflow/lookahead.h"
#include "workflow/separationrules.h"
#include "workflow/treatment.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::ui {

using capture::ScanProfile;
using dossier::Page;
using workflow::ScanSession;

namespace {

capture::PaperSource sourceFor(const capture::ScannerInfo& scanner, const ScanChoice& choice)
{
    if (!scanner.feeder || (!choice.feeder && scanner.flatbed)) {
        return capture::PaperSource::Flatbed;
    }
    return choice.duplex && scanner.duplex ? capture::PaperSource::FeederDuplex
                                           : capture::PaperSource::Feeder;
}

Result<capture::ScanSettings> settingsOf(const Feeding::Plan& plan,
                                         const std::vector<capture::ScannerInfo>& scanners)
{
    const ScanChoice& choice = plan.choice;
    if (plan.profile) {
        const ScanProfile profile = withScanner(*plan.profile, choice);
        const std::optional<capture::ScannerInfo> wanted = capture::scannerFor(profile, scanners);
        // None has the source: the first says so in its own words.
        if (!wanted && (!profile.scannerId.isEmpty() || scanners.empty())) {
            return failure(ErrorCode::ScannerNotFound);
        }
        return capture::settingsFor(profile, wanted ? *wanted : scanners.front());
    }
    std::optional<capture::ScannerInfo> wanted;
    if (!choice.scannerId.isEmpty()) {
        wanted = capture::scannerFor(withScanner({}, choice), scanners);
    } else if (!scanners.empty()) {
        wanted = scanners.front();
    }
    if (!wanted) {
        return failure(ErrorCode::ScannerNotFound);
    }
    capture::ScanSettings settings;
    settings.scannerId = wanted->id;
    settings.dpi = choice.dpi;
    settings.source = sourceFor(*wanted, choice);
    return settings;
}

/// Feeds one side of a sheet or both, as said. ScannerCannot.
Status keepSides(capture::ScanSettings& settings, int sides,
                 const std::vector<capture::ScannerInfo>& scanners)
{
    if (settings.source == capture::PaperSource::Flatbed) {
        return {}; // a sheet that the feeder does not take
    }
    settings.source = sides == 2 ? capture::PaperSource::FeederDuplex : capture::PaperSource::Feeder;
    const bool can = std::any_of(scanners.begin(), scanners.end(), [&](const capture::ScannerInfo& info) {
        return info.id == settings.scannerId && (sides == 2 ? info.duplex : info.feeder);
    });
    return can ? Status() : failure(ErrorCode::ScannerCannot, QStringLiteral("the sides of the stack"));
}

QString nameOf(const QString& scannerId, const std::vector<capture::ScannerInfo>& scanners)
{
    const auto found = std::find_if(scanners.begin(), scanners.end(),
                                    [&](const capture::ScannerInfo& info) { return info.id == scannerId; });
    return found == scanners.end() ? scannerId : found->name;
}

} // namespace

Feeding::Feeding(std::shared_ptr<capture::Scanner> scanner, const capture::ScanSettings& settings,
                 ScanSession session, const Plan& plan, QStringList met)
    : m_scanner(std::move(scanner))
    , m_run(*m_scanner, settings)
    , m_session(std::move(session))
    , m_target(plan.target)
    , m_oneSheet(plan.oneSheet)
    , m_met(std::move(met))
{
}

Result<std::shared_ptr<Feeding>> Feeding::begin(const workflow::Workspace& workspace,
                                                std::shared_ptr<capture::Scanner> scanner, const Plan& plan,
                                                const StopToken& stop)
{
    SOHOA_ASSIGN(const std::vector<capture::ScannerInfo> scanners, scanner->list(stop));
    SOHOA_ASSIGN(capture::ScanSettings settings, settingsOf(plan, scanners));
    ScanSession::Setup setup;
    setup.title = nameOf(settings.scannerId, scanners);
    setup.target = plan.target;
    setup.sidesPerSheet = settings.source == capture::PaperSource::FeederDuplex ? 2 : 1;
    if (plan.oneSheet) {
        settings.pageLimit = setup.sidesPerSheet;
    }
    if (plan.expectedSheets > 0) {
        setup.expectedSheets = plan.expectedSheets;
    }
    if (plan.profile) {
        setup.rules = workflow::separationRulesOf(plan.profile->separation);
    }
    SOHOA_ASSIGN(ScanSession session, plan.sessionUid.isEmpty()
                                          ? ScanSession::begin(workspace, setup)
                                          : ScanSession::resume(workspace, plan.sessionUid));
    if (!plan.sessionUid.isEmpty()) {
        // The sheets of one stack have the sides it was begun with, whatever way was chosen since.
        SOHOA_ASSIGN(const workflow::SessionAccount account, session.account());
        SOHOA_TRY(keepSides(settings, account.sidesPerSheet, scanners));
    }
    if (plan.sessionUid.isEmpty() && plan.profile) {
        SOHOA_TRY(session.stack().setTreatment(workflow::treatmentOf(*plan.profile)));
    }
    SOHOA_ASSIGN(const std::vector<Page> before, session.stack().pages());
    std::shared_ptr<Feeding> feeding(
        new Feeding(std::move(scanner), settings, std::move(session), plan, metJustNow(scanners)));
    if (!before.empty()) {
        feeding->m_run.goOnFromBefore();
    }
    const bool ofSettings = !plan.profile || withScanner(*plan.profile, plan.choice) != *plan.profile;
    if (ofSettings && !plan.choice.scannerId.isEmpty() && settings.scannerId != plan.choice.scannerId) {
        feeding->m_movedTo = settings.scannerId;
    }
    return feeding;
}

Result<FedRound> Feeding::feed(const StopToken& stop, const std::function<void(const Page&)>& progress)
{
    SOHOA_TRY(m_session.beginRound());
    capture::FeedReport report;
    {
        workflow::LookAhead ahead(m_session.stack(), progress);
        report = m_run.feed(
            [&](const capture::ScannedPage& scanned) -> Status {
                // Large pages are files that are gone when this returns.
                SOHOA_ASSIGN(const Page page, m_session.take(scanned));
                progress(page);
                ahead.add(page);
                return {};
            },
            stop);
    }
    const bool stopped = report.ended == capture::ScanEnd::Stopped;
    const Status ended = m_session.endRound(report.fault ? std::optional(report.fault->code)
                                            : stopped    ? std::optional(ErrorCode::Cancelled)
                                                         : std::nullopt);
    if (!ended) {
        // On a full disk this fails as the page did: the first cause is the one to say.
        return failure(report.fault ? *report.fault : ended.error());
    }
    if (report.fault && report.total == 0) {
        SOHOA_ASSIGN(const std::vector<Page> pages, m_session.stack().pages());
        if (pages.empty()) {
            SOHOA_TRY(m_session.stack().close());
        }
        return failure(*report.fault);
    }
    // Pages that are in are looked at and assigned even when the clerk cancelled feeding more.
    FedRound round;
    SOHOA_TRY(m_session.look(StopToken(), progress));
    SOHOA_ASSIGN(const dossier::StackCut cut, m_session.proposeCut());
    SOHOA_ASSIGN(const bool asks, m_session.asksFor(cut));
    round.uncut = asks && !m_oneSheet;
    if (round.uncut) {
        round.account = workflow::countsOf(cut);
    } else {
        SOHOA_ASSIGN(round.account, m_session.cut());
    }
    SOHOA_ASSIGN(const std::vector<Page> pages, m_session.stack().pages());
    round.unreadable = static_cast<int>(std::count_if(pages.begin(), pages.end(), [](const Page& page) {
        return page.reason == dossier::SetAsideReason::Unreadable;
    }));
    for (const Page& page : pages) {
        if (page.state == dossier::PageState::Kept) {
            round.kept.push_back(page.uid);
        }
    }
    round.sheets = report.sheets;
    round.fault = report.fault;
    round.canGoOn = report.fault && report.canGoOn;
    if (round.uncut) {
        return round;
    }
    const Status closed = m_session.close(ScanSession::Closing::WhenItAddsUp);
    if (!closed && closed.error().code != ErrorCode::SheetsUnexplained) {
        return failure(closed.error());
    }
    round.closed = closed.has_value();
    return round;
}

} // namespace sohoa::ui
