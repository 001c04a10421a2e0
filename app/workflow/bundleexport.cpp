// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "sync/bundlefile.h"
#include "sync/diskio.h"
#include "workflow/bundles.h"
#include "workflow/entrycutting.h"
#include "workflow/workspace.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace sohoa::workflow {

namespace {

using storage::OutboxItem;
using storage::OutboxKind;

const QString numberSetting = QStringLiteral("bundle.number");
/// Items of the outbox in memory at a time.
constexpr int piece = 500;
/// Each paper is read, sealed and read back.
constexpr int rounds = 3;

Result<QString> nameOf(const Workspace& workspace, const HomeSettings& settings, qint64 number)
{
    return QStringLiteral("sohoa-%1-%2-%3-%4.shbundle")
        .arg(settings.unit)
        .arg(settings.workstation)
        .arg(workspace.clock().now().toString(QStringLiteral("yyyyMMdd")))
        .arg(number, 3, 10, QLatin1Char('0'));
}

/// What is only made on the way, removed when it goes.
class PartFile
{
public:
    explicit PartFile(QString path)
        : m_path(std::move(path))
    {
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    ~PartFile() { QFile::remove(m_path); }
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

class Export
{
public:
    Export(const Workspace& workspace, StopToken stop, const BundleProgress& progress)
        : m_workspace(workspace)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<BundleExport> run(const QString& file)
    {
        SOHOA_ASSIGN(m_settings, m_workspace.settings());
        SOHOA_ASSIGN(const QString restored,
                     journal().setting(QString::fromLatin1(storage::restoredSetting), QString()));
        if (!restored.isEmpty()) {
            m_report.refused = BundleRefusal::Restored;
            return m_report;
        }
        SOHOA_TRY(gatherPapers());
        SOHOA_TRY(step(0));
        SOHOA_ASSIGN(const QString instance, instanceOf(m_workspace));
        bool more = true;
        while (more) {
            SOHOA_ASSIGN(more, cutEntry(m_workspace, {m_settings.unit, m_settings.workstation}, instance,
                                        storage::NamedFiles::Queued, m_unreadable));
        }
        SOHOA_TRY(gatherEntries());
        m_report.leftOut = static_cast<int>(m_unreadable.size());
        if (m_papers.empty() && m_entries.empty()) {
            m_report.refused = BundleRefusal::NothingWaits;
            return m_report;
        }
        SOHOA_ASSIGN(const qint64 number, takeNumber());
        SOHOA_ASSIGN(const QString name, nameOf(m_workspace, m_settings, number));
        const QFileInfo wanted(file);
        m_report.file = wanted.isDir() ? file + u'/' + name : file;
        SOHOA_TRY(
            write({{m_settings.unit, m_settings.workstation}, instance, number, m_workspace.clock().now()}));
        return m_report;
    }

private:
    struct Paper
    {
        QString sha256;
        qint64 bytes = 0;
    };

    [[nodiscard]] storage::Journal& journal() const { return m_workspace.journal(); }

    Status step(qint64 bytes)
    {
        m_done += bytes;
        if (m_progress) {
            m_progress(m_done, m_total);
        }
        return m_stop.stop_requested() ? Status(failure(ErrorCode::Cancelled)) : Status();
    }

    Status forEachItem(OutboxKind kind, const std::function<void(const OutboxItem&)>& take) const
    {
        qint64 last = 0;
        while (true) {
            SOHOA_ASSIGN(const std::vector<OutboxItem> items, journal().outboxDue(kind, true, piece, last));
            std::for_each(items.begin(), items.end(), take);
            if (items.size() < piece) {
                return {};
            }
            last = items.back().id;
        }
    }

    /// Papers that can be read. Before an entry is cut that would name one that cannot.
    Status gatherPapers()
    {
        std::vector<Paper> papers;
        SOHOA_TRY(forEachItem(OutboxKind::Blob, [&](const OutboxItem& item) {
            // What was carried here for others is delivered from here, unless it is ours as well.
            if (item.unit.isEmpty() || !item.paperUid.isEmpty()) {
                papers.push_back({item.sha256, item.bytes});
                m_total += item.bytes * rounds;
            }
        }));
        for (const Paper& paper : papers) {
            const Result<QByteArray> content = m_workspace.vault().get(paper.sha256);
            if (content && content->size() == paper.bytes) {
                m_papers.push_back(paper);
            } else {
                m_unreadable += paper.sha256;
                m_done += paper.bytes * (rounds - 1);
            }
            SOHOA_TRY(step(paper.bytes));
        }
        return {};
    }

    Status gatherEntries()
    {
        SOHOA_TRY(forEachItem(OutboxKind::Entry, [&](const OutboxItem& item) {
            if (item.unit == m_settings.unit) {
                m_entries.push_back({{item.unit, item.workstation}, item.sequence});
            }
        }));
        std::sort(m_entries.begin(), m_entries.end(), [](const sync::LogKey& a, const sync::LogKey& b) {
            return a.log != b.log ? a.log < b.log : a.sequence < b.sequence;
        });
        return {};
    }

    Result<qint64> takeNumber() const
    {
        qint64 number = 0;
        SOHOA_TRY(journal().write([&](storage::JournalWriter& writer) -> Status {
            SOHOA_ASSIGN(number, journal().setting(numberSetting, qint64{0}));
            return writer.setSetting(numberSetting, ++number);
        }));
        return number;
    }

    Status write(const sync::BundleHead& head)
    {
        SOHOA_ASSIGN(const sync::BundleCode code, sync::BundleCode::generate());
        const PartFile part(m_report.file + QStringLiteral(".part"));
        {
            QFile target(part.path());
            errno = 0;
            if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                             QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
                return failure(systemFailure(errno, target.errorString()));
            }
            SOHOA_TRY(seal(target, code, head));
            SOHOA_TRY(flushToDisk(target));
        }
        SOHOA_TRY(readBack(part.path(), code));
        SOHOA_TRY(moveDurably(part.path(), m_report.file));
        m_report.code = code.text();
        return {};
    }

    Status seal(QFile& target, const sync::BundleCode& code, const sync::BundleHead& head)
    {
        SOHOA_ASSIGN(sync::BundleWriter writer, sync::BundleWriter::begin(target, code, head));
        for (const sync::LogKey& place : m_entries) {
            SOHOA_ASSIGN(const storage::LogEntry entry,
                         journal().logEntry(place.log.unit, place.log.workstation, place.sequence));
            SOHOA_TRY(writer.addEntry(place, entry.sha256, entry.bytes));
            ++m_report.entries;
            m_report.bytes += entry.bytes.size();
            SOHOA_TRY(step(0));
        }
        for (const Paper& paper : m_papers) {
            SOHOA_ASSIGN(const QByteArray content, m_workspace.vault().get(paper.sha256));
            SOHOA_TRY(writer.addFile(paper.sha256, content));
            ++m_report.papers;
            m_report.bytes += content.size();
            SOHOA_TRY(step(paper.bytes));
        }
        return writer.finish();
    }

    Status readBack(const QString& path, const sync::BundleCode& code)
    {
        QFile written(path);
        if (!written.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::FileUnreadable, written.errorString());
        }
        sync::dropFromCache(written);
        const qint64 before = m_done;
        const auto tell = [&](qint64 at) {
            if (m_progress) {
                m_progress(std::min(m_total, before + at), m_total);
            }
        };
        SOHOA_ASSIGN(const sync::BundleContents contents, sync::readContents(written, code, m_stop, tell));
        if (contents.entries.size() != m_entries.size() || contents.files.size() != m_papers.size()) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("read back something else"));
        }
        return {};
    }

    const Workspace& m_workspace;
    StopToken m_stop;
    const BundleProgress& m_progress;
    HomeSettings m_settings;
    std::vector<Paper> m_papers;
    std::vector<sync::LogKey> m_entries;
    QStringList m_unreadable;
    qint64 m_done = 0;
    qint64 m_total = 0;
    BundleExport m_report;
};

} // namespace

Result<QString> proposedBundleName(const Workspace& workspace)
{
    SOHOA_ASSIGN(const HomeSettings settings, workspace.settings());
    SOHOA_ASSIGN(const qint64 number, workspace.journal().setting(numberSetting, qint64{0}));
    return nameOf(workspace, settings, number + 1);
}

Result<BundleExport> exportBundle(const Workspace& workspace, const QString& file, const StopToken& stop,
                                  const BundleProgress& progress)
{
    return Export(workspace, stop, progress).run(file);
}

} // namespace sohoa::workflow
