// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/delivery.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/processlock.h"
#include "sync/warehouse.h"
#include "workflow/deliveryrun.h"
#include "workflow/entrycutting.h"
#include "workflow/queuestate.h"
#include "workflow/workspace.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace sohoa::workflow {

namespace {

using storage::OutboxItem;
using storage::OutboxKind;

/// Items of the outbox in memory at a time.
constexpr int piece = 500;
/// As what waits is listed.
constexpr std::array inOrder = {OutboxKind::Blob, OutboxKind::Carried, OutboxKind::Entry};

OutboxKind kindOf(const WaitingItem& item)
{
    if (item.isPaper) {
        return OutboxKind::Blob;
    }
    return item.carriedFrom ? OutboxKind::Carried : OutboxKind::Entry;
}

/// Why things wait that did nothing wrong themselves.
struct Reasons
{
    std::optional<sync::QueuePause> pause;
    std::optional<dossier::DeliveryHold> hold;
};

Result<Reasons> reasonsOf(const Delivery& delivery)
{
    Reasons reasons;
    SOHOA_ASSIGN(reasons.pause, delivery.pause());
    SOHOA_ASSIGN(reasons.hold, delivery.hold());
    return reasons;
}

/// @param reasons of the whole queue: they say why this waits too, unless it was refused by itself
WaitingItem waitingItem(const OutboxItem& item, const Reasons& reasons)
{
    WaitingItem waiting;
    waiting.id = item.id;
    waiting.isPaper = item.kind == OutboxKind::Blob;
    waiting.dossierCode = item.dossierCode;
    waiting.title = item.title;
    waiting.bytes = item.bytes;
    waiting.since = item.since;
    waiting.attempts = item.attempts;
    waiting.reason = item.reason;
    waiting.nextTry = item.nextTry;
    waiting.state = dossier::toString(item.state);
    if (item.kind == OutboxKind::Carried || (waiting.isPaper && !item.unit.isEmpty())) {
        waiting.carriedFrom = item.workstation;
    }
    if (item.state == dossier::DeliveryState::Refused) {
        return waiting;
    }
    if (const auto& pause = reasons.pause) {
        waiting.reason = pause->cause;
        waiting.nextTry = item.nextTry ? std::max(*item.nextTry, pause->until) : pause->until;
    }
    const bool isUnderWay = item.state != dossier::DeliveryState::Waiting;
    if (reasons.hold && !isUnderWay && (waiting.isPaper || !reasons.hold->entriesGo())) {
        waiting.state = QStringLiteral("paused");
        waiting.held = reasons.hold;
        waiting.nextTry = reasons.hold->until;
    }
    return waiting;
}

} // namespace

Delivery::Delivery(const Workspace& workspace, std::function<bool()> isMetered)
    : m_workspace(workspace)
    , m_isMetered(std::move(isMetered))
{
}

Result<DeliverySummary> Delivery::deliver(bool force, const StopToken& stop,
                                          const std::function<void(const DeliveryProgress&)>& progress) const
{
    const Result<storage::ProcessLock> lock =
        storage::ProcessLock::take(QDir(m_workspace.folder()).filePath(QStringLiteral("delivering.lock")));
    if (!lock) {
        return failure(lock.error());
    }
    SOHOA_ASSIGN(const dossier::DeliveryRules atFirst, deliveryRules(m_workspace.journal()));
    SOHOA_ASSIGN(const std::optional<dossier::DeliveryHold> held, hold());
    if (held && !force && !held->entriesGo()) {
        DeliverySummary summary;
        summary.held = held;
        SOHOA_ASSIGN(const WaitingCounts left, counts());
        summary.waiting = left.items();
        return summary;
    }
    // Who asked for it now is held up only by who says stop after that.
    const auto holdNow = [this, force,
                          before = atFirst.pausedSince]() -> Result<std::optional<dossier::DeliveryHold>> {
        SOHOA_ASSIGN(const std::optional<dossier::DeliveryHold> now, hold());
        const bool counts =
            now && (!force || (now->cause == dossier::HoldCause::Person && now->since != before));
        return counts ? now : std::nullopt;
    };
    SOHOA_ASSIGN(const HomeSettings settings, m_workspace.settings());
    SOHOA_ASSIGN(const std::unique_ptr<sync::Warehouse> warehouse, m_workspace.openWarehouse());
    SOHOA_ASSIGN(const QString instance, instanceOf(m_workspace));
    DeliveryRun run(m_workspace, *warehouse,
                    {.unit = settings.unit,
                     .workstation = settings.workstation,
                     .instance = instance,
                     .force = force,
                     .hold = holdNow,
                     .progress = progress},
                    stop);
    SOHOA_TRY(run.deliver());
    DeliverySummary summary = run.summary();
    SOHOA_ASSIGN(const WaitingCounts left, counts());
    summary.waiting = left.items();
    return summary;
}

Status Delivery::lineIsBack() const
{
    SOHOA_ASSIGN(const std::optional<sync::QueuePause> pause, queuePause(m_workspace.journal()));
    if (!pause || !sync::isOfTheLine(pause->cause)) {
        return {};
    }
    return m_workspace.journal().write(
        [](storage::JournalWriter& writer) { return setQueuePause(writer, {}); });
}

Result<std::optional<sync::QueuePause>> Delivery::pause() const
{
    return queuePause(m_workspace.journal());
}

Result<std::optional<dossier::DeliveryHold>> Delivery::hold() const
{
    SOHOA_ASSIGN(const dossier::DeliveryRules rules, deliveryRules(m_workspace.journal()));
    return dossier::holdOf(rules, m_workspace.clock().now(), m_isMetered());
}

Result<std::vector<WaitingItem>> Delivery::waiting() const
{
    SOHOA_ASSIGN(const Reasons reasons, reasonsOf(*this));
    SOHOA_ASSIGN(const std::vector<OutboxItem> items, m_workspace.journal().outbox());
    std::vector<WaitingItem> waiting;
    waiting.reserve(items.size());
    std::transform(items.begin(), items.end(), std::back_inserter(waiting),
                   [&reasons](const OutboxItem& item) { return waitingItem(item, reasons); });
    return waiting;
}

Status Delivery::forEachWaiting(const std::function<Status(const WaitingItem&)>& take) const
{
    SOHOA_ASSIGN(const Reasons reasons, reasonsOf(*this));
    for (const OutboxKind kind : inOrder) {
        qint64 last = 0;
        while (true) {
            SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                         m_workspace.journal().outboxDue(kind, true, piece, last));
            for (const OutboxItem& item : items) {
                SOHOA_TRY(take(waitingItem(item, reasons)));
            }
            if (items.size() < piece) {
                break;
            }
            last = items.back().id;
        }
    }
    return {};
}

Result<std::vector<WaitingItem>> Delivery::waitingPage(int most,
                                                       const std::optional<WaitingItem>& behind) const
{
    SOHOA_ASSIGN(const Reasons reasons, reasonsOf(*this));
    std::vector<WaitingItem> page;
    const auto reached =
        behind ? std::find(inOrder.begin(), inOrder.end(), kindOf(*behind)) : inOrder.begin();
    for (auto place = reached; place != inOrder.end() && static_cast<int>(page.size()) < most; ++place) {
        const OutboxKind kind = *place;
        const qint64 last = behind && place == reached ? behind->id : 0;
        SOHOA_ASSIGN(const std::vector<OutboxItem> items,
                     m_workspace.journal().outboxDue(kind, true, most - static_cast<int>(page.size()), last));
        std::transform(items.begin(), items.end(), std::back_inserter(page),
                       [&reasons](const OutboxItem& item) { return waitingItem(item, reasons); });
    }
    return page;
}

Result<WaitingCounts> Delivery::counts() const
{
    SOHOA_ASSIGN(const storage::OutboxCounts counts, m_workspace.journal().outboxCounts());
    return WaitingCounts{counts.blobs, counts.entries, counts.refused, counts.unshippedChanges,
                         counts.oldest};
}

} // namespace sohoa::workflow
