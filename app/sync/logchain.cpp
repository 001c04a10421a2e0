// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"

#include <utility>

namespace sohoa::sync {

namespace {

const QString allLogs = QStringLiteral("v1/log/");

/// Reads one log from its beginning and writes down what does not hold.
class ChainReader
{
public:
    ChainReader(LogSource& source, const LogIdentity& log, const std::optional<LogHead>& known, LogHead from)
        : m_source(source)
        , m_log(log)
        , m_known(known)
        , m_expectedPrevious(from.sequence == 0 ? noPrevious() : from.sha256)
    {
        m_report.head = std::move(from);
    }

    [[nodiscard]] Status take(qint64 sequence);
    void note(ChainFault fault, qint64 sequence, qint64 last, const QString& detail = {})
    {
        m_report.findings.push_back({fault, sequence, last, detail});
    }
    [[nodiscard]] ChainReport finish();

private:
    void compare(qint64 sequence, const QByteArray& bytes, const QString& sha256);

    LogSource& m_source;
    const LogIdentity& m_log;
    const std::optional<LogHead>& m_known;
    ChainReport m_report;
    QString m_expectedPrevious; ///< empty after a gap: nobody can say
};

Status ChainReader::take(qint64 sequence)
{
    if (sequence > m_report.head.sequence + 1) {
        note(ChainFault::Gap, m_report.head.sequence + 1, sequence - 1);
        m_expectedPrevious.clear();
    }
    m_report.head = {sequence, {}};
    const Result<QByteArray> bytes = m_source.read(sequence);
    if (!bytes) {
        const ErrorCode code = bytes.error().code;
        if (code == ErrorCode::NotFound || code == ErrorCode::FileTooLarge || code == ErrorCode::LogBroken) {
            note(ChainFault::Damaged, sequence, sequence, describe(bytes.error()));
            m_expectedPrevious.clear();
            return {};
        }
        return failure(bytes.error());
    }
    ++m_report.entries;
    m_report.head.sha256 = sha256Hex(*bytes);
    compare(sequence, *bytes, m_report.head.sha256);
    m_expectedPrevious = m_report.head.sha256;
    return {};
}

void ChainReader::compare(qint64 sequence, const QByteArray& bytes, const QString& sha256)
{
    if (m_known && m_known->sequence == sequence && m_known->sha256 != sha256) {
        note(ChainFault::Exchanged, sequence, sequence, QStringLiteral("not the entry that was written"));
    }
    const Result<LogEntry> entry = parseLogEntry(bytes);
    if (!entry) {
        note(ChainFault::Damaged, sequence, sequence, describe(entry.error()));
        return;
    }
    if (entry->log != m_log || entry->sequence != sequence) {
        note(ChainFault::WrongLog, sequence, sequence,
             QStringLiteral("says %1/%2 entry %3")
                 .arg(entry->log.unit)
                 .arg(entry->log.workstation)
                 .arg(entry->sequence));
        return;
    }
    if (!m_expectedPrevious.isEmpty() && entry->previous != m_expectedPrevious) {
        note(ChainFault::WrongPrevious, sequence, sequence,
             QStringLiteral("does not follow entry %1").arg(sequence - 1));
    }
}

ChainReport ChainReader::finish()
{
    if (m_known && m_known->sequence > m_report.head.sequence) {
        note(ChainFault::CutOff, m_report.head.sequence + 1, m_known->sequence);
    }
    return std::move(m_report);
}

} // namespace

QString toString(ChainFault fault)
{
    switch (fault) {
    case ChainFault::Gap:
        return QStringLiteral("gap");
    case ChainFault::WrongPrevious:
        return QStringLiteral("wrong-previous");
    case ChainFault::Damaged:
        return QStringLiteral("damaged");
    case ChainFault::WrongLog:
        return QStringLiteral("wrong-log");
    case ChainFault::CutOff:
        return QStringLiteral("cut-off");
    case ChainFault::Exchanged:
        return QStringLiteral("exchanged");
    case ChainFault::StrayObject:
        return QStringLiteral("stray-object");
    }
    return {};
}

Result<ChainReport> verifyChain(LogSource& source, const LogIdentity& log,
                                const std::optional<LogHead>& known, const LogHead& from,
                                const StopToken& stop)
{
    ChainReader reader(source, log, known, from);
    QStringList strays;
    qint64 last = from.sequence;
    while (true) {
        SOHOA_ASSIGN(const std::vector<qint64> sequences, source.sequencesAfter(last, strays));
        if (sequences.empty()) {
            break;
        }
        for (const qint64 sequence : sequences) {
            if (stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            if (sequence <= last) {
                return failure(ErrorCode::Internal, QStringLiteral("a source must count upwards"));
            }
            SOHOA_TRY(reader.take(sequence));
            last = sequence;
        }
    }
    strays.removeDuplicates();
    for (const QString& name : std::as_const(strays)) {
        reader.note(ChainFault::StrayObject, 0, 0, name);
    }
    return reader.finish();
}

WarehouseLog::WarehouseLog(Warehouse& warehouse, LogIdentity log, StopToken stop)
    : m_warehouse(warehouse)
    , m_log(std::move(log))
    , m_stop(std::move(stop))
{
}

Result<std::vector<qint64>> WarehouseLog::sequencesAfter(qint64 after, QStringList& strays)
{
    const QString prefix = logPrefix(m_log);
    if (prefix.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no such log"));
    }
    QString cursor = after == 0 ? QString() : logKey(m_log, after);
    std::vector<qint64> sequences;
    bool more = true;
    // A page that holds strays alone is no end.
    while (more && sequences.empty()) {
        SOHOA_ASSIGN(const ListPage page,
                     m_warehouse.listAfter(prefix, cursor, Warehouse::largestPage, Call{m_stop, {}}));
        for (const ListedObject& object : page.objects) {
            if (const auto key = logKeyFrom(object.key)) {
                sequences.push_back(key->sequence);
            } else {
                strays += object.key;
            }
            cursor = object.key;
        }
        more = page.more && !page.objects.empty();
    }
    return sequences;
}

Result<QByteArray> WarehouseLog::read(qint64 sequence)
{
    return m_warehouse.get(logKey(m_log, sequence), largestEntryBytes, Call{m_stop, {}});
}

Result<std::vector<LogIdentity>> listLogs(Warehouse& warehouse, const StopToken& stop)
{
    std::vector<LogIdentity> logs;
    QString cursor;
    while (true) {
        SOHOA_ASSIGN(const ListPage page, warehouse.listAfter(allLogs, cursor, 1, Call{stop, {}}));
        if (page.objects.empty()) {
            return logs;
        }
        cursor = page.objects.front().key;
        if (const auto key = logKeyFrom(cursor)) {
            logs.push_back(key->log);
            // Nothing of this log sorts after its largest number; the next answer is of another one.
            cursor = logPrefix(key->log) + QStringLiteral("9999999999.json~");
        }
    }
}

} // namespace sohoa::sync
