// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/taking.h"

#include "capture/importfiles.h"
#include "ui/papers/paperspresenter.h"
#include "wording/errors.h"
#include "workflow/inspection.h"
#include "workflow/review.h"
#include "workflow/stack.h"
#include "workflow/workspace.h"

#include <QBuffer>
#include <QFileInfo>

namespace sohoa::ui {

using dossier::Page;
using workflow::Stack;

namespace {

/// Looks at every page of a stack and gives it to the dossier.
Result<Arrival> settle(const workflow::Workspace& workspace, const Stack& stack,
                       const workflow::Target& target, const std::function<void(const Page&)>& progress)
{
    // Pages that are in are looked at and assigned even when the clerk cancelled feeding more.
    SOHOA_TRY(stack.examine(StopToken(), progress));
    Arrival arrival;
    SOHOA_ASSIGN(arrival.account, workflow::cutStack(workspace, stack, target));
    SOHOA_TRY(stack.close());
    return arrival;
}

/// Puts what was scanned now in the place of a page, which is set aside.
Status replacePage(const workflow::Workspace& workspace, const Page& replaced, const std::vector<QString>& by)
{
    const workflow::Review review(workspace);
    const QStringList uids(by.begin(), by.end());
    if (uids.isEmpty()) {
        return {}; // what came was blank: the old page stays where it is
    }
    SOHOA_TRY(review.move(replaced.dossierUid, uids, replaced.uid));
    return review.setAside(replaced.dossierUid, {replaced.uid});
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
    // A key of its own each time: a clerk who adds a file again wants it again; cutStack sets repeated
    // pictures aside, where they can be seen.
    SOHOA_ASSIGN(const Stack stack,
                 Stack::open(workspace, dossier::newUid(), QFileInfo(files.first()).fileName()));
    const Result<std::vector<workflow::FileOutcome>> outcomes =
        workflow::importFiles(stack, files, stop, progress);
    if (!outcomes && outcomes.error().code != ErrorCode::Cancelled) {
        return failure(outcomes.error());
    }
    SOHOA_ASSIGN(Arrival arrival, settle(workspace, stack, target, progress));
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
    SOHOA_ASSIGN(const Stack stack, Stack::open(workspace, dossier::newUid(), source));
    int position = 0;
    SOHOA_TRY(workflow::takePages(bytes, source, stop, [&](workflow::IncomingPage&& incoming) -> Status {
        SOHOA_ASSIGN(const Stack::Added added,
                     stack.addPage(std::move(incoming), position++, source, workspace.clock().now()));
        progress(added.page);
        return {};
    }));
    return settle(workspace, stack, target, progress);
}

Result<Arrival> takeWatchedFiles(const workflow::Workspace& workspace, capture::WatchedFolder& folder,
                                 const std::vector<capture::WatchedFile>& files,
                                 const workflow::Target& target, const StopToken& stop,
                                 const std::function<void(const Page&)>& progress)
{
    QStringList remarks;
    SOHOA_ASSIGN(const Stack stack, Stack::open(workspace, dossier::newUid(), folder.rules().folder));
    int position = 0;
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
                const Result<Stack::Added> added =
                    stack.addPage(std::move(incoming), position++, source, workspace.clock().now());
                stored = added ? Status() : failure(added.error());
                if (added) {
                    progress(added->page);
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
    SOHOA_ASSIGN(Arrival arrival, settle(workspace, stack, target, progress));
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
    }
    SOHOA_ASSIGN(FedRound round, feeding->feed(stop, progress));
    if (replaced) {
        SOHOA_TRY(replacePage(workspace, *replaced, round.kept));
    }
    arrival.account = std::move(round.account);
    arrival.addsUp = round.closed;
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
