// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/paperlanes.h"

#include "storage/journal.h"
#include "storage/vault.h"
#include "sync/keys.h"
#include "workflow/uploads.h"
#include "workflow/workspace.h"

#include <algorithm>

namespace sohoa::workflow {

using storage::OutboxItem;
using sync::DeliveryStep;

PaperLanes::PaperLanes(const Workspace& workspace, sync::Warehouse& warehouse, Setup setup)
    : m_workspace(workspace)
    , m_warehouse(warehouse)
    , m_setup(std::move(setup))
    , m_partsFrom(warehouse.putLimit())
{
    m_threads.reserve(static_cast<std::size_t>(m_setup.lanes));
    for (int lane = 0; lane < m_setup.lanes; ++lane) {
        m_threads.emplace_back([this] { work(); });
    }
}

PaperLanes::~PaperLanes()
{
    stop();
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_queued.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void PaperLanes::send(OutboxItem item)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(item));
    }
    ++m_underWay;
    m_queued.notify_one();
}

std::vector<PaperNews> PaperLanes::news(std::chrono::milliseconds longest)
{
    std::vector<PaperNews> news;
    {
        std::unique_lock lock(m_mutex);
        m_told.wait_for(lock, longest, [this] { return !m_news.empty(); });
        news.swap(m_news);
    }
    m_underWay -= static_cast<int>(std::count_if(
        news.begin(), news.end(), [](const PaperNews& one) { return one.step != DeliveryStep::Stored; }));
    return news;
}

int PaperLanes::room() const
{
    constexpr int ahead = 2; // for each lane one on its way and one at hand
    return std::max(0, ahead * m_setup.lanes - m_underWay);
}

void PaperLanes::stop()
{
    m_stop.request_stop();
    m_queued.notify_all();
}

void PaperLanes::work()
{
    while (const std::optional<OutboxItem> item = next()) {
        deliver(*item);
        {
            const std::lock_guard lock(m_mutex);
            m_inMemory -= item->bytes;
            m_partsUnderWay = m_partsUnderWay && !goesInParts(*item);
        }
        m_queued.notify_all();
    }
}

bool PaperLanes::goesInParts(const OutboxItem& item) const
{
    return item.bytes > m_partsFrom;
}

bool PaperLanes::mayGo(const OutboxItem& item) const
{
    const bool fits = m_inMemory == 0 || m_inMemory + item.bytes <= mostBytes;
    return fits && !(m_partsUnderWay && goesInParts(item));
}

std::optional<OutboxItem> PaperLanes::next()
{
    std::unique_lock lock(m_mutex);
    auto chosen = m_queue.end();
    m_queued.wait(lock, [&] {
        chosen = std::find_if(m_queue.begin(), m_queue.end(),
                              [this](const OutboxItem& item) { return mayGo(item); });
        return chosen != m_queue.end() || (m_ending && m_queue.empty());
    });
    if (chosen == m_queue.end()) {
        return {};
    }
    OutboxItem item = std::move(*chosen);
    m_queue.erase(chosen);
    m_inMemory += item.bytes;
    m_partsUnderWay = m_partsUnderWay || goesInParts(item);
    return item;
}

void PaperLanes::tell(PaperNews news)
{
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(std::move(news));
    }
    m_told.notify_one();
}

void PaperLanes::deliver(const OutboxItem& item)
{
    const Result<qint64> sent = m_stop.stop_requested() ? failure(ErrorCode::Cancelled) : put(item);
    if (!sent) {
        tell({item, DeliveryStep::Failed, sent.error()});
        return;
    }
    tell({item, DeliveryStep::Stored, {}, *sent});
    const Status confirmed =
        m_warehouse.confirm(sync::blobKey(item.sha256), item.sha256, item.bytes, {m_stop.get_token(), {}});
    if (confirmed) {
        tell({item, DeliveryStep::ReadBack});
    } else {
        tell({item, DeliveryStep::Failed, confirmed.error()});
    }
}

Result<qint64> PaperLanes::put(const OutboxItem& item)
{
    SOHOA_ASSIGN(const QByteArray content, m_workspace.vault().get(item.sha256));
    if (content.size() != item.bytes) {
        return failure(ErrorCode::VaultFileDamaged, item.sha256);
    }
    if (goesInParts(item)) {
        return putLarge(item, content);
    }
    SOHOA_ASSIGN(const sync::PutOutcome outcome,
                 m_warehouse.putIfAbsent(sync::blobKey(item.sha256), content, {m_stop.get_token(), {}}));
    return outcome == sync::PutOutcome::Created ? item.bytes : 0;
}

Result<qint64> PaperLanes::putLarge(const OutboxItem& item, const QByteArray& content)
{
    storage::Journal& journal = m_workspace.journal();
    sync::LargePutState state;
    state.key = sync::blobKey(item.sha256);
    state.sha256 = item.sha256;
    state.length = item.bytes;
    state.partLength = m_warehouse.partLengthFor(item.bytes);
    SOHOA_ASSIGN(const std::optional<sync::LargePutState> saved, savedUpload(journal, item.sha256));
    if (saved && saved->length == item.bytes) {
        state = *saved;
    } else {
        // It may be there whole: the last run broke off before it was read back, or somebody carried it
        // there.
        SOHOA_ASSIGN(const std::optional<sync::ObjectFacts> there,
                     m_warehouse.head(state.key, {m_stop.get_token(), {}}));
        if (there && there->length == item.bytes) {
            return 0;
        }
    }
    std::optional<qint64> first;
    const auto keep = [&](const sync::LargePutState& reached) {
        first = first.value_or(reached.confirmed());
        state = reached;
        if (m_setup.progress) {
            m_setup.progress(item, reached.confirmed());
        }
        return saveUpload(journal, reached);
    };
    const auto read = [&content](qint64 offset, qint64 length) -> Result<QByteArray> {
        return content.mid(offset, length);
    };
    const sync::LargePutState begun = state;
    const Result<sync::PutOutcome> sent =
        sync::sendLarge(m_warehouse, begun, read, keep, {m_stop.get_token(), {}});
    if (!sent) {
        SOHOA_TRY(shortenParts(state, sent.error().code));
        return failure(sent.error());
    }
    SOHOA_TRY(forgetUpload(journal, item.sha256));
    return item.bytes - first.value_or(0);
}

/// There are lines that break each time before a part is over. When not even the first one came through, the
/// next try takes the shortest there are.
Status PaperLanes::shortenParts(sync::LargePutState state, ErrorCode why) const
{
    const bool broke =
        why == ErrorCode::WarehouseUnreachable && !state.upload.isEmpty() && state.confirmed() == 0;
    if (!broke || state.partLength <= sync::Warehouse::shortestPartLength) {
        return {};
    }
    state.partLength = sync::Warehouse::shortestPartLength;
    return saveUpload(m_workspace.journal(), state);
}

} // namespace sohoa::workflow
