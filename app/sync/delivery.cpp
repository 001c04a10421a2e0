// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/delivery.h"

#include "base/clock.h"
#include "base/errorname.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <climits>
#include <cmath>
#include <utility>

namespace sohoa::sync {

using dossier::DeliveryState;

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

std::optional<DeliveryState> after(DeliveryState state, DeliveryStep step)
{
    const bool underWay = state == DeliveryState::Sending || state == DeliveryState::Confirming;
    switch (step) {
    case DeliveryStep::Begin:
        if (state == DeliveryState::Waiting || state == DeliveryState::Refused) {
            return DeliveryState::Sending;
        }
        return {};
    case DeliveryStep::Stored:
        return state == DeliveryState::Sending ? std::optional(DeliveryState::Confirming) : std::nullopt;
    case DeliveryStep::ReadBack:
        return state == DeliveryState::Confirming ? std::optional(DeliveryState::Confirmed) : std::nullopt;
    case DeliveryStep::Failed:
    case DeliveryStep::Interrupted:
        return underWay ? std::optional(DeliveryState::Waiting) : std::nullopt;
    case DeliveryStep::GivenUp:
        return underWay || state == DeliveryState::Waiting ? std::optional(DeliveryState::Refused)
                                                           : std::nullopt;
    }
    return {};
}

std::vector<qint64> sendingOrder(std::vector<DueItem> due, const QDateTime& now)
{
    const QDateTime longAgo = now.addSecs(-hoursOfPatience * 3600LL);
    const auto group = [&longAgo](const DueItem& item) {
        return item.since <= longAgo ? 0 : item.bytes <= smallPaper ? 1 : 2;
    };
    std::sort(due.begin(), due.end(), [&group](const DueItem& a, const DueItem& b) {
        return std::pair(group(a), a.id) < std::pair(group(b), b.id);
    });
    std::vector<qint64> ids;
    ids.reserve(due.size());
    std::transform(due.begin(), due.end(), std::back_inserter(ids),
                   [](const DueItem& item) { return item.id; });
    return ids;
}

QueuePause pausedBy(ErrorCode cause, const std::optional<QueuePause>& before, const QDateTime& now,
                    double random)
{
    const Rule rule = ruleFor(cause);
    QueuePause pause{cause, before ? before->attempts + 1 : 1, before ? before->since : now, now,
                     rule.needsPerson};
    // Who waits for a person is asked again all the same: nobody tells us that it was set right.
    const auto wait =
        rule.again == Again::Later ? pauseAfter(pause.attempts, random) : pauseAfter(INT_MAX, random);
    pause.until = now.addMSecs(wait.count());
    return pause;
}

bool isOfTheLine(ErrorCode cause)
{
    return cause == ErrorCode::WarehouseUnreachable || cause == ErrorCode::NetworkIntercepted;
}

QString toText(const QueuePause& pause)
{
    const QJsonObject object{{QStringLiteral("cause"), sohoa::toString(pause.cause)},
                             {QStringLiteral("attempts"), pause.attempts},
                             {QStringLiteral("since"), toIso(pause.since)},
                             {QStringLiteral("until"), toIso(pause.until)},
                             {QStringLiteral("needsPerson"), pause.needsPerson}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QueuePause> queuePauseFrom(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    QueuePause pause;
    pause.attempts = object[QLatin1String("attempts")].toInt();
    pause.since = fromIso(object[QLatin1String("since")].toString());
    pause.until = fromIso(object[QLatin1String("until")].toString());
    pause.needsPerson = object[QLatin1String("needsPerson")].toBool();
    const auto cause = errorCodeFrom(object[QLatin1String("cause")].toString());
    if (!cause || pause.attempts < 1 || !pause.since.isValid() || !pause.until.isValid()) {
        return {};
    }
    pause.cause = *cause;
    return pause;
}

} // namespace sohoa::sync
