// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "sync/bundlefile.h"
#include "workflow/bundles.h"
#include "workflow/entrycutting.h"
#include "workflow/workspace.h"

#include <QFile>
#include <QStorageInfo>

#include <algorithm>

namespace sohoa::workflow {

namespace {

using storage::JournalWriter;

/// Files between two transactions: each is flushed to the disk.
constexpr std::size_t filesAtATime = 50;
/// It is read twice: to be checked, and to be kept.
constexpr int rounds = 2;

class Import
{
public:
    Import(const Workspace& workspace, const QString& file, const sync::BundleCode& code, StopToken stop,
           const BundleProgress& progress)
        : m_workspace(workspace)
        , m_file(file)
        , m_code(code)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<BundleImport> run()
    {
        SOHOA_TRY(rewind());
        const Result<sync::BundleContents> contents =
            sync::readContents(m_file, m_code, m_stop, [this](qint64 at) { tell(at); });
        if (!contents && contents.error().code == ErrorCode::Unsupported) {
            m_report.refused = BundleRefusal::NewerProgram;
            return m_report;
        }
        if (!contents) {
            return failure(contents.error());
        }
        m_report.from = contents->head.from;
        m_report.madeAt = contents->head.madeAt;
        SOHOA_ASSIGN(m_report.refused, refusal(*contents));
        if (m_report.own || m_report.refused) {
            m_report.known = static_cast<int>(contents->files.size() + contents->entries.size());
            return m_report;
        }
        SOHOA_TRY(mark(contents->files));
        m_before = m_file.size();
        SOHOA_TRY(keepFiles());
        SOHOA_TRY(keepEntries());
        return m_report;
    }

private:
    [[nodiscard]] storage::Journal& journal() const { return m_workspace.journal(); }

    Status rewind()
    {
        m_file.close();
        if (!m_file.open(QIODevice::ReadOnly)) {
            return failure(m_file.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                           m_file.errorString());
        }
        return {};
    }

    void tell(qint64 at)
    {
        if (m_progress) {
            m_progress(m_before + at, m_file.size() * rounds);
        }
    }

    Result<std::optional<BundleRefusal>> refusal(const sync::BundleContents& contents)
    {
        SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
        SOHOA_ASSIGN(const QString instance, instanceOf(m_workspace));
        if (contents.head.instance == instance) {
            m_report.own = true;
            return std::nullopt;
        }
        if (contents.head.from.unit != settings.unit) {
            return BundleRefusal::OtherUnit;
        }
        // One log has one writer: what it wrote elsewhere must reach us through the warehouse.
        SOHOA_ASSIGN(const std::vector<storage::OwnLog> own, journal().ownLogs());
        const auto isOurs = [&](const dossier::LogIdentity& log) {
            return (log.unit == settings.unit && log.workstation == settings.workstation) ||
                   std::any_of(own.begin(), own.end(), [&](const storage::OwnLog& known) {
                       return known.unit == log.unit && known.workstation == log.workstation;
                   });
        };
        const bool ours = isOurs(contents.head.from) ||
                          std::any_of(contents.entries.begin(), contents.entries.end(),
                                      [&](const auto& entry) { return isOurs(entry.place.log); });
        return ours ? std::optional(BundleRefusal::SameNumber) : std::nullopt;
    }

    /// Before the first file is kept: one that a broken off import leaves is known for what it is.
    Status mark(const std::vector<sync::BundleContents::File>& files)
    {
        qint64 bytes = 0;
        SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
            for (const sync::BundleContents::File& file : files) {
                SOHOA_ASSIGN(const std::optional<storage::Receipt> receipt, journal().receipt(file.sha256));
                if (!receipt && !m_workspace.vault().contains(file.sha256)) {
                    bytes += file.length;
                    SOHOA_TRY(writer.markCarried(file.sha256));
                }
            }
            return {};
        }));
        const QStorageInfo disk(m_workspace.vault().folder());
        if (disk.isValid() && disk.bytesAvailable() < bytes) {
            return failure(ErrorCode::DiskFull, QStringLiteral("%1 bytes are needed").arg(bytes));
        }
        return {};
    }

    Status keepFiles()
    {
        SOHOA_TRY(rewind());
        SOHOA_ASSIGN(sync::BundleReader reader, sync::BundleReader::begin(m_file, m_code));
        std::vector<sync::BundleItem> kept;
        while (true) {
            SOHOA_ASSIGN(const std::optional<sync::BundleItem> item, reader.next(m_stop));
            if (item && !item->isEntry) {
                SOHOA_ASSIGN(const std::optional<storage::Receipt> receipt, journal().receipt(item->sha256));
                if (receipt) {
                    ++m_report.known;
                } else {
                    SOHOA_ASSIGN(const QByteArray content, reader.content(m_stop));
                    SOHOA_TRY(m_workspace.vault().put(content));
                    kept.push_back(*item);
                }
            }
            if (kept.size() >= filesAtATime || (!item && !kept.empty())) {
                SOHOA_TRY(enqueue(kept));
                kept.clear();
            }
            if (!item) {
                return {};
            }
            tell(m_file.pos());
        }
    }

    Status enqueue(const std::vector<sync::BundleItem>& files)
    {
        int fresh = 0;
        SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
            for (const sync::BundleItem& file : files) {
                SOHOA_ASSIGN(const bool isNew, writer.carryFile(file.sha256, file.length, m_report.from.unit,
                                                                m_report.from.workstation));
                fresh += isNew ? 1 : 0;
            }
            return {};
        }));
        m_report.papers += fresh;
        m_report.known += static_cast<int>(files.size()) - fresh;
        return {};
    }

    /// After the files: none of them waits for one that is not here.
    Status keepEntries()
    {
        SOHOA_TRY(rewind());
        SOHOA_ASSIGN(sync::BundleReader reader, sync::BundleReader::begin(m_file, m_code));
        while (true) {
            SOHOA_ASSIGN(const std::optional<sync::BundleItem> item, reader.next(m_stop));
            if (!item || !item->isEntry) {
                return {};
            }
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            SOHOA_ASSIGN(const sync::LogEntry parsed, sync::parseLogEntry(item->entryBytes));
            storage::LogEntry entry;
            entry.head = {item->place.log.unit, item->place.log.workstation, item->place.sequence,
                          parsed.previous, parsed.writtenAt};
            entry.sha256 = item->sha256;
            entry.bytes = item->entryBytes;
            bool isNew = false;
            SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
                SOHOA_ASSIGN(isNew, writer.carryEntry(entry));
                return {};
            }));
            ++(isNew ? m_report.entries : m_report.known);
        }
    }

    const Workspace& m_workspace;
    QFile m_file;
    const sync::BundleCode& m_code;
    StopToken m_stop;
    const BundleProgress& m_progress;
    qint64 m_before = 0; ///< bytes of the rounds that are over
    BundleImport m_report;
};

} // namespace

bool isBundleCode(const QString& text)
{
    return sync::BundleCode::fromText(text).has_value();
}

Result<BundleImport> importBundle(const Workspace& workspace, const QString& file, const QString& code,
                                  const StopToken& stop, const BundleProgress& progress)
{
    SOHOA_ASSIGN(const sync::BundleCode secret, sync::BundleCode::fromText(code));
    return Import(workspace, file, secret, stop, progress).run();
}

} // namespace sohoa::workflow
