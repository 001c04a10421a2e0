// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "storage/records.h"
#include "sync/delivery.h"
#include "sync/warehouse.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// Something that happened to a paper on its way: it was stored, it was read back, or it did not arrive.
struct PaperNews
{
    storage::OutboxItem item;
    sync::DeliveryStep step = sync::DeliveryStep::Failed; ///< Stored, ReadBack, Failed
    std::optional<Error> error = {};                      ///< of Failed
    qint64 bytesSent = 0; ///< with Stored; 0 when the warehouse had it already
};

/// Sends papers to a warehouse on several threads: while some wait for an answer, others read, unseal and
/// hash the next ones. What is known of them is told to the thread that owns the lanes, which journals it:
/// many at a time, so that ten thousand small papers do not cost ten thousand flushes of the disk.
class PaperLanes
{
public:
    /// Bytes of papers in memory at a time; one that is greater goes alone.
    static constexpr qint64 mostBytes = 64LL * 1024 * 1024;

    struct Setup
    {
        int lanes = 1;
        /// Told from any lane how far a paper is that goes in parts. May be empty.
        std::function<void(const storage::OutboxItem&, qint64 done)> progress = {};
    };

    /// @param warehouse any of its calls must bear several threads when there are several lanes
    PaperLanes(const Workspace& workspace, sync::Warehouse& warehouse, Setup setup);
    /// Stops what is under way and waits for it.
    ~PaperLanes();
    PaperLanes(const PaperLanes&) = delete;
    PaperLanes& operator=(const PaperLanes&) = delete;

    /// Hands a paper to the lanes.
    void send(storage::OutboxItem item);
    /// What happened since the last call; waits for something, at most so long.
    [[nodiscard]] std::vector<PaperNews> news(std::chrono::milliseconds longest);
    /// Papers handed over whose end was not told yet.
    [[nodiscard]] int underWay() const { return m_underWay; }
    /// How many more are worth handing over now, so that no lane has to wait for the next one.
    [[nodiscard]] int room() const;
    /// Lets the lanes end soon; papers that do not arrive any more are told as Failed with Cancelled.
    void stop();

private:
    void work();
    /// The next paper that may go; empty at the end.
    std::optional<storage::OutboxItem> next();
    /// Whether a paper may go now: it fits into the memory, and of those in parts there is one at a time. Two
    /// would share the line, so that both arrive later, and a line that breaks would cost two parts.
    [[nodiscard]] bool mayGo(const storage::OutboxItem& item) const;
    [[nodiscard]] bool goesInParts(const storage::OutboxItem& item) const;
    void tell(PaperNews news);
    void deliver(const storage::OutboxItem& item);
    [[nodiscard]] Result<qint64> put(const storage::OutboxItem& item);
    [[nodiscard]] Result<qint64> putLarge(const storage::OutboxItem& item, const QByteArray& content);
    [[nodiscard]] Status shortenParts(sync::LargePutState state, ErrorCode why) const;

    const Workspace& m_workspace;
    sync::Warehouse& m_warehouse;
    Setup m_setup;
    qint64 m_partsFrom; ///< bytes; what is longer goes in parts
    StopSource m_stop;
    std::mutex m_mutex;
    std::condition_variable m_queued;
    std::condition_variable m_told;
    std::deque<storage::OutboxItem> m_queue;
    std::vector<PaperNews> m_news;
    qint64 m_inMemory = 0;
    bool m_partsUnderWay = false;
    int m_underWay = 0; ///< of the owner's thread alone
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace sohoa::workflow
