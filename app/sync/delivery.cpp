// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/delivery.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace sohoa::sync {

namespace {

enum class Again
{
    Later, ///< by itself
    Few,   ///< a few times, then a person
    Never, ///< only a person can help
};

constexpr int fewTries = 3;

struct Rule
{
    Reach reach;
    Again again;
    bool needsPerson;
};

/// The one table of what a failed delivery means. Everything that is not listed is the fault of one item.
Rule ruleFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WarehouseUnreachable:
    case ErrorCode::WarehouseBusy:
    case ErrorCode::Cancelled:
    case ErrorCode::DatabaseBusy:
        return {Reach::Queue, Again::Later, false};
    // Someone must give rights or space or set something right, here or in the province; when it is done
    // nobody tells us.
    case ErrorCode::WarehouseRefused:
    case ErrorCode::WarehouseFull:
    case ErrorCode::WarehouseKeyRefused:
    case ErrorCode::WarehouseMissing:
    case ErrorCode::WarehouseMoved:
    case ErrorCode::WarehouseNotTrusted:
    case ErrorCode::WarehouseAnswerInvalid:
    case ErrorCode::NetworkIntercepted:
    case ErrorCode::ClockWrong:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::StorageFailed:
        return {Reach::Queue, Again::Later, true};
    case ErrorCode::WarehouseNotConfigured:
    case ErrorCode::Unsupported:
    case ErrorCode::KeyMissing:
    case ErrorCode::KeyWrong:
    case ErrorCode::KeyStoreFailed:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::LogBroken:
    case ErrorCode::WorkstationTwice:
        return {Reach::Queue, Again::Never, true};
    case ErrorCode::WarehouseMismatch:
    case ErrorCode::NotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileChanged:
        return {Reach::Item, Again::Few, false};
    default:
        return {Reach::Item, Again::Never, true};
    }
}

bool isDue(const DeliveryItem& item, const QDateTime& now)
{
    return !item.stopped && (!item.notBefore || *item.notBefore <= now);
}

bool isOlder(const DeliveryItem* a, const DeliveryItem* b)
{
    return a->since != b->since ? a->since < b->since : a->id < b->id;
}

} // namespace

Reach reachOf(ErrorCode code)
{
    return ruleFor(code).reach;
}

bool isWarehouseAway(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WarehouseUnreachable:
    case ErrorCode::WarehouseBusy:
    case ErrorCode::WarehouseRefused:
    case ErrorCode::WarehouseKeyRefused:
    case ErrorCode::WarehouseMissing:
    case ErrorCode::WarehouseMoved:
    case ErrorCode::WarehouseNotTrusted:
    case ErrorCode::WarehouseAnswerInvalid:
    case ErrorCode::NetworkIntercepted:
    case ErrorCode::ClockWrong:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds pauseAfter(int attempts, double random)
{
    constexpr int doublings = 20; // 2^20 s is far beyond the longest pause
    const int exponent = std::clamp(attempts - 1, 0, doublings);
    const auto whole = std::min<std::chrono::milliseconds>(firstPause * (1LL << exponent), longestPause);
    const double half = static_cast<double>(whole.count()) / 2.0;
    return std::chrono::milliseconds(std::llround(half + half * std::clamp(random, 0.0, 1.0)));
}

Decision nextTry(int attempts, ErrorCode code, const QDateTime& now, double random)
{
    const Rule rule = ruleFor(code);
    const bool over = rule.again == Again::Never || (rule.again == Again::Few && attempts >= fewTries);
    if (over) {
        return {rule.reach, {}, true};
    }
    return {rule.reach, now.addMSecs(pauseAfter(attempts, random).count()), rule.needsPerson};
}

DeliveryPlan planDelivery(const std::vector<DeliveryItem>& waiting, const QDateTime& now,
                          const QDateTime& queueNotBefore)
{
    DeliveryPlan plan;
    const auto wakeAt = [&plan](const QDateTime& time) {
        plan.wakeAt = plan.wakeAt ? std::min(*plan.wakeAt, time) : time;
    };
    if (queueNotBefore.isValid() && queueNotBefore > now) {
        if (!waiting.empty()) {
            wakeAt(queueNotBefore);
        }
        return plan;
    }
    std::vector<const DeliveryItem*> blobs;
    std::vector<const DeliveryItem*> entries;
    QSet<QString> held; // blobs that do not go now, and so hold back who names them
    for (const DeliveryItem& item : waiting) {
        if (!isDue(item, now)) {
            if (!item.stopped) {
                wakeAt(*item.notBefore);
            }
            if (!item.isLogEntry) {
                held.insert(item.sha256);
            }
        }
        (item.isLogEntry ? entries : blobs).push_back(&item);
    }
    std::sort(blobs.begin(), blobs.end(), isOlder);
    std::sort(entries.begin(), entries.end(),
              [](const DeliveryItem* a, const DeliveryItem* b) { return a->sequence < b->sequence; });
    for (const DeliveryItem* blob : blobs) {
        if (isDue(*blob, now)) {
            plan.due.push_back(blob->id);
        }
    }
    for (const DeliveryItem* entry : entries) {
        const bool blocked = std::any_of(entry->names.begin(), entry->names.end(),
                                         [&held](const QString& name) { return held.contains(name); });
        if (blocked || !isDue(*entry, now)) {
            break; // entry N+1 never goes before entry N
        }
        plan.due.push_back(entry->id);
    }
    return plan;
}

} // namespace sohoa::sync
