// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dossier/dossier.h"

#include <QDateTime>
#include <QString>

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

/// What can happen to something that is delivered.
enum class DeliveryStep
{
    Begin,       ///< it is taken from the queue
    Stored,      ///< the warehouse has taken it
    ReadBack,    ///< it was read back, and was right
    Failed,      ///< this try; there will be others
    GivenUp,     ///< only a person can help
    Interrupted, ///< the run was stopped, by somebody, a common cause or the end of the program
};

/// The states of something that is delivered and what leads from one to the next:
///
///     Waiting --Begin--> Sending --Stored--> Confirming --ReadBack--> Confirmed
///        ^ Failed, Interrupted: from Sending and Confirming       Refused <-- GivenUp: from Waiting too
///                                                                 Refused --Begin--> Sending
///
/// @return empty when the step cannot happen in that state: a fault of the program
std::optional<dossier::DeliveryState> after(dossier::DeliveryState state, DeliveryStep step);

/// Something of the queue, as far as its place in it needs it.
struct DueItem
{
    qint64 id = 0; ///< ascending in the order in which things were ordered
    qint64 bytes = 0;
    QDateTime since;

    bool operator==(const DueItem&) const = default;
};

/// Papers up to this size go before greater ones that were not ordered a day earlier.
inline constexpr qint64 smallPaper = 1024 * 1024;
inline constexpr int hoursOfPatience = 24;

/// In which order papers go: first those that have waited for a day, then the small ones, then the rest; each
/// group the oldest first. So a great paper never keeps a hundred small ones from arriving over a bad line,
/// and a hundred small ones a day do not keep a great one for ever. @return ids
std::vector<qint64> sendingOrder(std::vector<DueItem> due, const QDateTime& now);

/// That the whole queue waits for a common cause to pass, as the journal keeps it.
struct QueuePause
{
    ErrorCode cause = ErrorCode::WarehouseUnreachable;
    int attempts = 0; ///< failures in a row
    QDateTime since;  ///< of the first of them
    QDateTime until;  ///< when the queue is tried again by itself; never more than longestPause away
    bool needsPerson = false;

    bool operator==(const QueuePause&) const = default;
};

/// The pause after one more failure with a common cause. `before`: the pause until then, if there was one.
/// @param random 0..1, see pauseAfter
QueuePause pausedBy(ErrorCode cause, const std::optional<QueuePause>& before, const QDateTime& now,
                    double random);
/// Whether the pause ends when the network comes back: nobody reached the warehouse at all.
bool isOfTheLine(ErrorCode cause);
/// A pause as text for the journal, and back; empty for other text.
QString toText(const QueuePause& pause);
std::optional<QueuePause> queuePauseFrom(const QString& text);

} // namespace sohoa::sync
