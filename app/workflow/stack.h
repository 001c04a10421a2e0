// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"
#include "workflow/inspection.h"
#include "workflow/treatment.h"

#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace sohoa::storage {
class JournalWriter;
}

namespace sohoa::workflow {

class Workspace;

/// A stack of sheets being taken in: the pages of one run of a scanner or one import, in feeder order.
/// A page counts as scanned only when addPage has returned: its bytes and its row are on the disk then.
/// Any thread, one at a time. A stack that was interrupted is found again by its key and goes on where it
/// stopped.
class Stack
{
public:
    /// Begins a stack, or finds the one with this key again.
    /// @param key identity of the input (files with size and time, or a random uid for a scanner run)
    /// @param title what the clerk calls it
    [[nodiscard]] static Result<Stack> open(const Workspace& workspace, const QString& key,
                                            const QString& title);

    /// The stack with this uid. NotFound.
    [[nodiscard]] static Result<Stack> find(const Workspace& workspace, const QString& uid);

    [[nodiscard]] const QString& uid() const { return m_uid; }
    /// True once every page is taken in, cut and finished: doing it again changes nothing.
    [[nodiscard]] bool isClosed() const { return m_closed; }
    /// Pages taken in so far, in order.
    [[nodiscard]] Result<std::vector<dossier::Page>> pages() const;

    /// Keeps one page at the next position, or at the position it had before the interruption.
    /// @return the page as journalled; `added` false when it was there already.
    struct Added
    {
        dossier::Page page;
        bool added = false;
    };
    /// Something to be journalled together with a page, in the same transaction.
    using Also = std::function<Status(storage::JournalWriter&, const dossier::Page&)>;
    [[nodiscard]] Result<Added> addPage(IncomingPage&& incoming, int position, const QString& source,
                                        const QDateTime& scannedAt, const Also& also = {}) const;
    /// Looks at every page nobody has looked at yet, on several threads, and journals findings and suggested
    /// edits; then finds sheets that came twice.
    /// @param progress called with each page in any thread when it was looked at, and, after all were, once
    /// more when it was compared with those before it
    [[nodiscard]] Status examine(const StopToken& stop,
                                 const std::function<void(const dossier::Page&)>& progress) const;
    /// Looks at one page and journals what was found. A page that cannot be decoded is set aside as
    /// unreadable.
    [[nodiscard]] Result<dossier::Page> examinePage(const dossier::Page& page, const StopToken& stop) const;
    /// How pages of this stack are looked at and cleaned from now on; kept with it, also over a restart.
    [[nodiscard]] Status setTreatment(const Treatment& treatment) const;
    [[nodiscard]] Result<Treatment> treatment() const;
    [[nodiscard]] Status close() const;

private:
    Stack(const Workspace& workspace, QString uid, bool closed, std::vector<dossier::Page> known);

    const Workspace* m_workspace;
    QString m_uid;
    bool m_closed;
    std::map<int, dossier::Page> m_known; ///< by position: what was there before an interruption
};

/// What a file of an import became.
struct FileOutcome
{
    QString file;
    int pages = 0;
    Status status = {}; ///< why the file gave no page, or none after those counted
};

/// Takes files into a stack in the order given; a file that cannot be read is named and the others go on.
/// Errors that end the whole import: those of the disk and the journal, Cancelled.
[[nodiscard]] Result<std::vector<FileOutcome>>
importFiles(const Stack& stack, const QStringList& files, const StopToken& stop,
            const std::function<void(const dossier::Page&)>& progress);

/// The same, with each page given to `keep`: with the name of its file and the time that was written.
[[nodiscard]] Result<std::vector<FileOutcome>> importFiles(
    const std::function<Status(IncomingPage&&, const QString& name, const QDateTime& writtenAt)>& keep,
    const QStringList& files, const StopToken& stop);

/// What came of the files of an import that was finished before: pages of each, and of a file that gave none
/// the reason, for which it is read again. Nothing is taken in. Errors: those of the journal, Cancelled.
[[nodiscard]] Result<std::vector<FileOutcome>> lookAgain(const Stack& stack, const QStringList& files,
                                                         const StopToken& stop);

/// Identity of a list of files: path, length and time of change of each, and `purpose`.
QString importKey(const QStringList& files, const QString& purpose);

} // namespace sohoa::workflow
