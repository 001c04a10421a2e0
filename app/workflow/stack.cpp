// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/stack.h"

#include "base/digest.h"
#include "capture/importfiles.h"
#include "imaging/edits.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "workflow/sessionaccount.h"
#include "workflow/twins.h"
#include "workflow/workspace.h"

#include <QFileInfo>
#include <QMutex>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace sohoa::workflow {

namespace {

using dossier::Page;
using dossier::PageState;
using dossier::SetAsideReason;
using storage::JournalWriter;

/// Errors that concern one file of an import.
bool concernsFileOnly(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileEmpty:
    case ErrorCode::FileTooLarge:
    case ErrorCode::FileChanged:
    case ErrorCode::PdfDamaged:
    case ErrorCode::PdfEncrypted:
    case ErrorCode::PdfTooManyPages:
    case ErrorCode::Unsupported:
        return true;
    default:
        return concernsPictureOnly(code);
    }
}

/// The pages of one file of an import. @return how many
Result<int> takeFile(const QString& file, const StopToken& stop,
                     const std::function<Status(IncomingPage&&)>& take)
{
    SOHOA_ASSIGN(const QByteArray bytes, capture::readStable(file));
    return takePages(bytes, QFileInfo(file).fileName(), stop, take);
}

} // namespace

Stack::Stack(const Workspace& workspace, QString uid, bool closed, std::vector<Page> known)
    : m_workspace(&workspace)
    , m_uid(std::move(uid))
    , m_closed(closed)
{
    for (Page& page : known) {
        m_known.emplace(page.position, std::move(page));
    }
}

Result<Stack> Stack::open(const Workspace& workspace, const QString& key, const QString& title)
{
    SOHOA_ASSIGN(const std::optional<storage::Session> known, workspace.journal().sessionByKey(key));
    if (known) {
        SOHOA_ASSIGN(std::vector<Page> pages, workspace.journal().pagesOfSession(known->uid));
        return Stack(workspace, known->uid, known->state == storage::SessionState::Closed, std::move(pages));
    }
    storage::Session session;
    session.uid = dossier::newUid();
    session.key = key;
    session.title = title;
    session.startedAt = workspace.clock().now();
    SOHOA_TRY(workspace.journal().write([&](JournalWriter& writer) { return writer.openSession(session); }));
    return Stack(workspace, session.uid, false, {});
}

Result<Stack> Stack::find(const Workspace& workspace, const QString& uid)
{
    SOHOA_ASSIGN(const std::optional<storage::Session> known, workspace.journal().session(uid));
    if (!known) {
        return failure(ErrorCode::NotFound, QStringLiteral("stack"));
    }
    SOHOA_ASSIGN(std::vector<Page> pages, workspace.journal().pagesOfSession(uid));
    return Stack(workspace, uid, known->state == storage::SessionState::Closed, std::move(pages));
}

Result<std::vector<Page>> Stack::pages() const
{
    return m_workspace->journal().pagesOfSession(m_uid);
}

Result<Stack::Added> Stack::addPage(IncomingPage&& incoming, int position, const QString& source,
                                    const QDateTime& scannedAt, const Also& also) const
{
    if (const auto there = m_known.find(position); there != m_known.end() &&
                                                   there->second.sha256 == incoming.page.sha256 &&
                                                   there->second.indexInFile == incoming.page.indexInFile) {
        return Added{there->second, false};
    }
    Page page = std::move(incoming.page);
    page.uid = dossier::newUid();
    page.session = m_uid;
    page.position = position;
    page.source = source;
    // A clock that was wrong, or a file from the future, must not date a copy later than now.
    page.scannedAt = std::min(scannedAt, m_workspace->clock().now());
    SOHOA_ASSIGN(page.sha256, m_workspace->vault().put(incoming.bytes));
    SOHOA_TRY(m_workspace->journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.addPage(page));
        return also ? also(writer, page) : Status();
    }));
    return Added{std::move(page), true};
}

Result<Page> Stack::examinePage(const Page& page, const StopToken& stop) const
{
    SOHOA_ASSIGN(const QByteArray bytes, m_workspace->vault().get(page.sha256));
    SOHOA_ASSIGN(const Treatment how, treatment());
    const Result<Inspected> inspected = inspectPage(bytes, page, stop, how);
    if (!inspected && !concernsPictureOnly(inspected.error().code)) {
        return failure(inspected.error());
    }
    Page examined;
    SOHOA_TRY(m_workspace->journal().write([&](JournalWriter& writer) -> Status {
        // The clerk may have worked on the page meanwhile: only what is ours is set.
        SOHOA_ASSIGN(const std::optional<Page> now, m_workspace->journal().page(page.uid));
        examined = now.value_or(page);
        examined.findings = inspected ? inspected->findings : dossier::PageFindings{};
        // What the scanner called incomplete stays so, however well the rest of it decodes.
        examined.incomplete = examined.incomplete || !inspected || inspected->truncated;
        if (examined.incomplete) {
            // Never passed off as good: the clerk scans it again, or brings it back knowingly. One that was
            // set aside or deleted meanwhile keeps its own reason.
            if (examined.state == PageState::Kept) {
                examined.state = PageState::SetAside;
                examined.reason = SetAsideReason::Unreadable;
            }
        } else if (examined.edits == page.edits) {
            examined.edits = imaging::suggestEdits(*examined.findings, cleaningOf(how));
            if (!examined.findings->orientation || !how.turn) {
                examined.edits.turn = page.edits.turn; // as the camera noted it
            }
        }
        SOHOA_TRY(writer.setPage(examined));
        return writer.setPageLook({page.uid, inspected ? inspected->look : QByteArray(), {}});
    }));
    return examined;
}

Status Stack::examine(const StopToken& stop, const std::function<void(const Page&)>& progress) const
{
    SOHOA_ASSIGN(std::vector<Page> waiting, pages());
    std::erase_if(waiting, [](const Page& page) { return page.findings.has_value(); });
    // A page at 300 dpi takes about 40 MB while it is looked at, so as many at once as there are cores and no
    // more.
    QThreadPool pool;
    QMutex mutex;
    Status result;
    StopSource stopAll;
    std::vector<QFuture<void>> running;
    running.reserve(waiting.size());
    for (const Page& page : waiting) {
        running.push_back(QtConcurrent::run(&pool, [&, page] {
            if (stop.stop_requested() || stopAll.stop_requested()) {
                return;
            }
            const Result<Page> examined = examinePage(page, stop);
            const QMutexLocker lock(&mutex);
            if (!examined) {
                stopAll.request_stop();
                if (result) {
                    result = failure(examined.error());
                }
            } else if (progress) {
                progress(*examined);
            }
        }));
    }
    for (QFuture<void>& future : running) {
        future.waitForFinished();
    }
    if (result && stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    SOHOA_TRY(result);
    return findTwins(*m_workspace, m_uid, stop, progress);
}

Status Stack::setTreatment(const Treatment& treatment) const
{
    return m_workspace->journal().write(
        [&](JournalWriter& writer) { return writer.setTreatment(m_uid, toJson(treatment)); });
}

Result<Treatment> Stack::treatment() const
{
    SOHOA_ASSIGN(const std::optional<QJsonObject> kept, m_workspace->journal().treatment(m_uid));
    return treatmentFrom(kept.value_or(QJsonObject()));
}

Status Stack::close() const
{
    return m_workspace->journal().write(
        [&](JournalWriter& writer) { return writer.setSessionState(m_uid, storage::SessionState::Closed); });
}

Result<std::vector<FileOutcome>> importFiles(const Stack& stack, const QStringList& files,
                                             const StopToken& stop,
                                             const std::function<void(const Page&)>& progress)
{
    int position = 0;
    const auto keep = [&](IncomingPage&& incoming, const QString& name,
                          const QDateTime& writtenAt) -> Status {
        SOHOA_ASSIGN(const Stack::Added added, stack.addPage(std::move(incoming), position, name, writtenAt));
        ++position;
        if (progress) {
            progress(added.page);
        }
        return {};
    };
    return importFiles(keep, files, stop);
}

Result<std::vector<FileOutcome>>
importFiles(const std::function<Status(IncomingPage&&, const QString&, const QDateTime&)>& keep,
            const QStringList& files, const StopToken& stop)
{
    std::vector<FileOutcome> outcomes;
    for (const QString& file : files) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        FileOutcome outcome{file, 0, {}};
        const QString name = QFileInfo(file).fileName();
        const QDateTime writtenAt = inVietnam(QFileInfo(file).lastModified());
        const Result<int> taken = takeFile(file, stop, [&](IncomingPage&& incoming) -> Status {
            SOHOA_TRY(keep(std::move(incoming), name, writtenAt));
            ++outcome.pages;
            return {};
        });
        if (!taken) {
            if (!concernsFileOnly(taken.error().code)) {
                return failure(taken.error());
            }
            outcome.status = failure(taken.error());
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

Result<std::vector<FileOutcome>> lookAgain(const Stack& stack, const QStringList& files,
                                           const StopToken& stop)
{
    SOHOA_ASSIGN(const std::vector<Page> pages, stack.pages());
    std::map<QString, int> given;
    for (const Page& page : pages) {
        ++given[page.source];
    }
    std::vector<FileOutcome> outcomes;
    for (const QString& file : files) {
        FileOutcome outcome{file, given[QFileInfo(file).fileName()], {}};
        if (outcome.pages == 0) {
            const Result<int> taken = takeFile(file, stop, [](IncomingPage&&) { return Status(); });
            if (!taken && taken.error().code == ErrorCode::Cancelled) {
                return failure(taken.error());
            }
            outcome.status = taken ? Status() : Status(failure(taken.error()));
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

QString importKey(const QStringList& files, const QString& purpose)
{
    QString identity = purpose;
    for (const QString& file : files) {
        const QFileInfo info(file);
        identity += QStringLiteral("\n%1|%2|%3")
                        .arg(info.absoluteFilePath())
                        .arg(info.size())
                        .arg(info.lastModified().toMSecsSinceEpoch());
    }
    return sha256Hex(identity.toUtf8());
}

} // namespace sohoa::workflow
