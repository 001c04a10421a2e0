// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/change.h"
#include "sync/keys.h"

#include <QDateTime>

#include <optional>
#include <span>
#include <vector>

namespace sohoa::sync {

class Warehouse;

inline constexpr qsizetype largestEntryBytes = 1024 * 1024;
inline constexpr int entrySchema = 1;

/// 64 zeros: what the first entry names as the one before it.
QString noPrevious();

/// Entry N of a workstation's log: the changes since entry N-1. docs/warehouse-schema.md is its
/// specification.
struct LogEntry
{
    LogIdentity log;
    qint64 sequence = 1;
    QString previous; ///< SHA-256 of the bytes of entry N-1
    QDateTime writtenAt;
    std::vector<dossier::Change> changes;
    /// Which installation wrote it, 32 hex digits: two of them in one log are two machines under one number.
    /// Empty in entries of programs that did not say.
    QString instance = {};

    bool operator==(const LogEntry&) const = default;
};

/// The last entry of a log: what the next one goes on from. Sequence 0 and noPrevious() for an empty log.
struct LogHead
{
    qint64 sequence = 0;
    QString sha256;

    bool operator==(const LogHead&) const = default;
};

struct BuiltEntry
{
    QString key;
    QByteArray bytes;
    QString sha256;        ///< of bytes
    std::size_t taken = 0; ///< how many of the changes are in it, from the first on
};

/// Builds the entry after `head` with as many of `changes` as fit into 1 MiB. The same arguments give the
/// same bytes. InvalidArgument for no changes, a wrong log or head, a change that parseLogEntry would refuse,
/// or one that alone is over the limit. Any thread.
[[nodiscard]] Result<BuiltEntry> buildEntry(const LogIdentity& log, const LogHead& head,
                                            std::span<const dossier::Change> changes,
                                            const QDateTime& writtenAt, const QString& instance = {});

/// Reads an entry as found in a warehouse, trusting nothing: size, nesting, every member. LogBroken with what
/// is wrong in its detail; Unsupported for a schema newer than ours. Members we do not know are ignored.
[[nodiscard]] Result<LogEntry> parseLogEntry(QByteArrayView bytes);

enum class ChainFault
{
    Gap,           ///< entries sequence..last are missing though later ones are there
    WrongPrevious, ///< does not name the entry before it: one of the two was exchanged
    Damaged,       ///< not an entry
    WrongLog,      ///< belongs to another unit, workstation or number
    CutOff,        ///< entries sequence..last, which we know were there, are missing at the end
    Exchanged,     ///< not the entry that we know was there
    StrayObject,   ///< detail: a name that is not an entry's
};

/// One difference found in a log.
struct ChainFinding
{
    ChainFault fault = ChainFault::Damaged;
    qint64 sequence = 0;
    qint64 last = 0; ///< the same as sequence unless several are meant
    QString detail;  ///< English, for logs

    bool operator==(const ChainFinding&) const = default;
};

QString toString(ChainFault fault);

struct ChainReport
{
    std::vector<ChainFinding> findings; ///< empty: the log holds
    qint64 entries = 0;                 ///< how many were read
    LogHead head;                       ///< the last one that is there

    [[nodiscard]] bool holds() const { return findings.empty(); }
};

/// Where the entries of one log lie: the journal of this machine, or a warehouse.
class LogSource
{
public:
    virtual ~LogSource() = default;
    /// Numbers of entries after `after`, ascending, at most 1000; empty at the end. Names that are no
    /// entries' are put into `strays`.
    [[nodiscard]] virtual Result<std::vector<qint64>> sequencesAfter(qint64 after, QStringList& strays) = 0;
    /// The bytes of an entry as they are.
    [[nodiscard]] virtual Result<QByteArray> read(qint64 sequence) = 0;

protected:
    LogSource() = default;
    LogSource(const LogSource&) = default;
    LogSource& operator=(const LogSource&) = default;
};

/// A log in a warehouse, which must outlive it.
class WarehouseLog final : public LogSource
{
public:
    WarehouseLog(Warehouse& warehouse, LogIdentity log, StopToken stop = {});
    Result<std::vector<qint64>> sequencesAfter(qint64 after, QStringList& strays) override;
    Result<QByteArray> read(qint64 sequence) override;

private:
    Warehouse& m_warehouse;
    LogIdentity m_log;
    StopToken m_stop;
};

/// Reads a whole log and reports every difference. Goes on after each, so that one damaged entry does not
/// hide the next. `known` is an entry that this machine remembers: only that shows a log cut off at its end.
/// `from` is what a log was already verified to (a cursor); the default reads all of it.
/// Fails only when the source cannot be read (a single unreadable entry is a finding) or with Cancelled.
[[nodiscard]] Result<ChainReport> verifyChain(LogSource& source, const LogIdentity& log,
                                              const std::optional<LogHead>& known = {},
                                              const LogHead& from = {}, const StopToken& stop = {});

/// Every log of a warehouse, with one listing call a log.
[[nodiscard]] Result<std::vector<LogIdentity>> listLogs(Warehouse& warehouse, const StopToken& stop = {});

} // namespace sohoa::sync
