// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/entrycutting.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "sync/logentry.h"
#include "workflow/workspace.h"

namespace sohoa::workflow {

namespace {

/// Bytes of changes in one entry; what is left of the limit is for the entry's own members.
constexpr qint64 changesBytes = sync::largestEntryBytes - 16 * 1024;

Result<QByteArray> build(const storage::LogHead& head, const std::vector<dossier::Change>& changes,
                         const QString& instance)
{
    const QString previous = head.previousSha256.isEmpty() ? sync::noPrevious() : head.previousSha256;
    SOHOA_ASSIGN(sync::BuiltEntry entry,
                 sync::buildEntry({head.unit, head.workstation}, {head.sequence - 1, previous}, changes,
                                  head.cutAt, instance));
    if (entry.taken != changes.size()) {
        return failure(ErrorCode::FileTooLarge, QStringLiteral("the entry holds fewer changes than given"));
    }
    return std::move(entry.bytes);
}

} // namespace

Result<QString> instanceOf(const Workspace& workspace)
{
    const QString name = QString::fromLatin1(storage::instanceSetting);
    SOHOA_ASSIGN(QString instance, workspace.journal().setting(name, QString()));
    if (instance.isEmpty()) {
        instance = dossier::newUid();
        SOHOA_TRY(workspace.journal().write(
            [&](storage::JournalWriter& writer) { return writer.setSetting(name, instance); }));
    }
    return instance;
}

Result<bool> cutEntry(const Workspace& workspace, const dossier::LogIdentity& log, const QString& instance,
                      storage::NamedFiles named, const QStringList& without)
{
    bool cut = false;
    SOHOA_TRY(workspace.journal().write([&](storage::JournalWriter& writer) -> Status {
        SOHOA_ASSIGN(const std::optional<storage::LogEntry> entry,
                     writer.cutLogEntry(
                         changesBytes, log.unit, log.workstation,
                         [&](const storage::LogHead& head, const std::vector<dossier::Change>& changes) {
                             return build(head, changes, instance);
                         },
                         named, without));
        cut = entry.has_value();
        return {};
    }));
    return cut;
}

} // namespace sohoa::workflow
