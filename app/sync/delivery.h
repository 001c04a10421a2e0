// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace sohoa::sync {

/// How far a failure reaches.
enum class Reach
{
    Item,  ///< this one only; the others go on
    Queue, ///< a common cause: trying the others now would only repeat it
};

/// What to do after a failed try.
struct Decision
{
    Reach reach = Reach::Item;
    std::optional<QDateTime> nextTry = {}; ///< empty: not by itself
    bool needsPerson = false;              ///< say so on the screen, though it may be tried again meanwhile

    bool operator==(const Decision&) const = default;
};

Reach reachOf(ErrorCode code);
/// Whether the warehouse as a whole is out of reach or refuses us, so that asking it for the next object
/// would only repeat the answer.
bool isWarehouseAway(ErrorCode code);

inline constexpr std::chrono::milliseconds firstPause{1'000};
inline constexpr std::chrono::milliseconds longestPause{15 * 60 * 1'000};

/// The pause before try number `attempts` + 1: between half and all of 1 s · 2^(attempts-1), at most 15 min.
/// The random half keeps a hundred communes from coming back in the same second after the line was down
/// ("Exponential Backoff And Jitter", M. Brooker, AWS Architecture Blog, 2015, "equal jitter").
/// @param attempts failed tries in a row, 1 and more
/// @param random   0..1
std::chrono::milliseconds pauseAfter(int attempts, double random);

/// When to try again after `attempts` failures in a row, the last one with `code`.
Decision nextTry(int attempts, ErrorCode code, const QDateTime& now, double random);

/// One order of the outbox, as far as planning needs it.
struct DeliveryItem
{
    qint64 id = 0;
    bool isLogEntry = false;
    QString sha256;                          ///< of the blob; empty for a log entry
    QStringList names;                       ///< hashes of the blobs that this log entry names
    qint64 sequence = 0;                     ///< of a log entry
    QDateTime since;                         ///< when it was ordered
    std::optional<QDateTime> notBefore = {}; ///< set by a failed try
    bool stopped = false;                    ///< waits for a person

    bool operator==(const DeliveryItem&) const = default;
};

struct DeliveryPlan
{
    std::vector<qint64> due;              ///< what to send now, in this order
    std::optional<QDateTime> wakeAt = {}; ///< when something else comes due; empty: nothing to wait for

    bool operator==(const DeliveryPlan&) const = default;
};

/// What to send now: blobs first, oldest first; log entries after, in the order of their numbers, and none
/// while a blob it names, or an entry before it, is waiting still - a reader never meets a name without its
/// object. A blob and the entry naming it may both be due: send in this order and stop an entry when its blob
/// failed. @param queueNotBefore the pause after a common cause; invalid for none
DeliveryPlan planDelivery(const std::vector<DeliveryItem>& waiting, const QDateTime& now,
                          const QDateTime& queueNotBefore = {});

} // namespace sohoa::sync
