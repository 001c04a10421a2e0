// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/taking.h"

#include "capture/importfiles.h"
#include "ui/papers/paperspresenter.h"
#include "wording/errors.h"
#include "workflow/inspection.h"
#include "workflow/review.h"
#include "workflow/scansession.h"
#include "workflow/workspace.h"

#include <QBuffer>
#include <QFileInfo>

namespace sohoa::ui {

using dossier::Page;
using workflow::ScanSession;

namespace {

/// A stack of pages out of files. Found again when the program ends in the middle.
Result<ScanSession> beginFiles(const workflow::Workspace& workspace, const QString& title,
                               const workflow::Target& target)
{
    ScanSession::Setup setup;
    setup.title = title;
    setup.target = target;
    setup.files = true;
    SOHOA_ASSIGN(ScanSession session, ScanSession::begin(workspace, setup));
    SOHOA_TRY(session.beginRound());
    return session;
}

/// Looks at every page of a stack and gives it to the dossier; when something parts the stack, somebody is to
/// look at the cut first.
Result<Arrival> settle(ScanSession& session, const std::function<void(const Page&)>& progress)
{
    SOHOA_TRY(session.endRound({}));
    // Pages that are in are looked at and assigned even when the clerk cancelled feeding more.
    SOHOA_TRY(session.look(StopToken(), progress));
    SOHOA_ASSIGN(const dossier::StackCut cut, session.proposeCut());
    Arrival arrival;
    SOHOA_ASSIGN(arrival.uncut, session.asksFor(cut));
    if (arrival.uncut) {
        arrival.account = workflow::countsOf(cut);
        arrival.openSession = session.uid();
        return arrival;
    }
    SOHOA_ASSIGN(arrival.account, session.cut());
    SOHOA_TRY(session.stack().close());
    return arrival;
}

} // namespace

QString aboutFile(const QString& path, const Error& error)
{
    return QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), wording::sentence(error));
}

Result<Arrival> takeFiles(const workflow::Workspace& workspace, const QStringList& paths,
                          const workflow::Target& target, const StopToken& stop,
                          const std::function<void(const Page&)>& progress)
{
    SOHOA_ASSIGN(const capture::ImportList list, capture::expandImport(paths, stop));
    const QStringList& files = list.files;
    Arrival nothing;
    for (const capture::ImportProblem& problem : list.problems) {
        nothing.remarks.append(aboutFile(problem.path, problem.error));
    }
    if (files.isEmpty()) {
        if (nothing.remarks.isEmpty()) {
            nothing.remarks.append(PapersPresenter::tr("There is no picture or PDF in this folder."));
        }
        return nothing;
    }
    // A stack of its own each time: a clerk who adds a file again wants it again; the cut sets repeated
    // pictures aside, where they can be seen.
    SOHOA_ASSIGN(ScanSession session, beginFiles(workspace, QFileInfo(files.first()).fileName(), target));
    const Result<std::vector<workflow::FileOutcome>> outcomes = workflow::importFiles(
        [&](workflow::IncomingPage&& incoming, const QString& name, const QDateTime& writtenAt) -> Status {
            SOHOA_ASSIGN(const Page page, session.keep(std::move(incoming), name, writtenAt));
            progress(page);
            return {};
        },
        files, stop);
    if (!outcomes && outcomes.error().code != ErrorCode::Cancelled) {
        return failure(outcomes.error());
    }
    SOHOA_ASSIGN(Arrival arrival, settle(session, progress));
    arrival.remarks = nothing.remarks + arrival.remarks;
    if (outcomes) {
        for (const workflow::FileOutcome& outcome : *outcomes) {
            if (!outcome.status) {
                arrival.remarks.append(aboutFile(outcome.file, outcome.status.error()));
            }
        }
    }
    return arrival;
}

Result<Arrival> takePicture(const workflow::Workspace& workspace, const QImage& picture,
                            const workflow::Target& target, const StopToken& stop,
                            const std::function<void(const Page&)>& progress)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG")) {
        return failure(ErrorCode::ImageDamaged, QStringLiteral("clipboard"));
    }
    const QString source = PapersPresenter::tr("clipboard");
    SOHOA_ASSIGN(ScanSession session, beginFiles(workspace, source, target));
    SOHOA_TRY(workflow::takePages(bytes, source, stop, [&](workflow::IncomingPage&& incoming) -> Status {
        SOHOA_ASSIGN(const Page page, session.keep(std::move(incoming), source, workspace.clock().now()));
        progress(page);
        return {};
    }));
    return settle(session, progress);
}

Result<Arrival> takeWatchedFiles(const workflow::Workspace& workspace, capture::WatchedFolder& folder,
                                 const std::vector<capture::WatchedFile>& files,
                                 const workflow::Target& target, const StopToken& stop,
                                 const std::function<void(const Page&)>& progress)
{
    QStringList remarks;
    SOHOA_ASSIGN(ScanSession session, beginFiles(workspace, folder.rules().folder, target));
    for (const capture::WatchedFile& file : files) {
        const Result<QByteArray> bytes = folder.read(file);
        if (!bytes) {
            remarks.append(aboutFile(file.path, bytes.error()));
            continue; // the next look finds it again
        }
        const QString source = QFileInfo(file.path).fileName();
        Status stored;
        const Result<int> taken =
            workflow::takePages(*bytes, source, stop, [&](workflow::IncomingPage&& incoming) -> Status {
                incoming.page.incomplete = incoming.page.incomplete || file.incomplete;
                const Result<Page> kept = session.keep(std::move(incoming), source, workspace.clock().now());
                stored = kept ? Status() : failure(kept.error());
                if (kept) {
                    progress(*kept);
                }
                return stored;
            });
        if (!stored) {
            return failure(stored.error()); // the disk: what is not safe here stays in the folder
        }
        if (!taken && taken.error().code == ErrorCode::Cancelled) {
            break;
        }
        if (!taken) {
            remarks.append(aboutFile(file.path, taken.error()));
            folder.refuse(file);
        } else if (const Status cleared = folder.safe(file); !cleared) {
            remarks.append(aboutFile(file.path, cleared.error()));
        }
    }
    SOHOA_ASSIGN(Arrival arrival, settle(session, progress));
    arrival.remarks = remarks + arrival.remarks;
    return arrival;
}

Result<Arrival> takeScan(const workflow::Workspace& workspace, const ScannerSource& scanners,
                         const Feeding::Plan& plan, const std::optional<Page>& replaced,
                         const std::shared_ptr<Feeding>& interrupted, const StopToken& stop,
                         const std::function<void(const Page&)>& progress)
{
    std::shared_ptr<Feeding> feeding =
        interrupted && interrupted->sessionUid() == plan.sessionUid ? interrupted : nullptr;
    Arrival arrival;
    if (!feeding) {
        SOHOA_ASSIGN(feeding, Feeding::begin(workspace, scanners(networkToScan(plan.choice)), plan, stop));
        if (const QString met = sentenceAboutMet(feeding->met()); !met.isEmpty()) {
            arrival.remarks.append(met);
        }
        arrival.scannerMovedTo = feeding->movedTo();
        if (!arrival.scannerMovedTo.isEmpty()) {
            arrival.remarks.append(PapersPresenter::tr(
                "The scanner was found again at another address. It is used there from now on."));
        }
    }
    SOHOA_ASSIGN(FedRound round, feeding->feed(stop, progress));
    if (replaced) {
        // When what came was blank, the old page stays where it is.
        SOHOA_TRY(workflow::Review(workspace).replace(replaced->dossierUid, replaced->uid,
                                                      QStringList(round.kept.begin(), round.kept.end())));
    }
    arrival.account = std::move(round.account);
    arrival.addsUp = round.closed;
    arrival.uncut = round.uncut;
    if (!round.closed) {
        arrival.openSession = feeding->sessionUid();
    }
    if (round.fault) {
        arrival.remarks.append(wording::sentence(*round.fault));
    }
    if (round.canGoOn) {
        arrival.remarks.append(
            PapersPresenter::tr("%n sheet(s) are safe. Put the sheets behind them into the feeder and press "
                                "F6: it goes on in the same order.",
                                nullptr, round.sheets));
        arrival.interrupted = std::move(feeding);
    }
    if (round.unreadable > 0) {
        arrival.remarks.append(
            PapersPresenter::tr("%n page(s) cannot be read as pictures. They are kept as they came and set "
                                "aside: please scan them again, at 200 to 300 dpi.",
                                nullptr, round.unreadable));
    }
    return arrival;
}

} // namespace sohoa::ui
