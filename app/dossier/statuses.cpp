// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/statuses.h"

#include <algorithm>

namespace sohoa::dossier {

std::vector<DossierStatus> nextStatuses(DossierStatus from)
{
    using S = DossierStatus;
    switch (from) {
    case S::Registered:
        return {S::Received, S::Rejected, S::Withdrawn};
    case S::Received:
        return {S::Rejected, S::InProgress, S::SupplementAsked, S::PaymentAsked, S::Withdrawn,
                S::Stopped,  S::Done};
    case S::InProgress:
        return {S::SupplementAsked, S::PaymentAsked, S::Withdrawn, S::Stopped, S::Done};
    case S::SupplementAsked:
        return {S::InProgress, S::Withdrawn, S::Stopped};
    case S::PaymentAsked:
        return {S::InProgress, S::Withdrawn, S::Stopped, S::Done};
    case S::Done:
        return {S::Returned};
    case S::Rejected:
    case S::Withdrawn:
    case S::Stopped:
    case S::Returned:
        return {};
    }
    return {};
}

bool mayFollow(DossierStatus from, DossierStatus to)
{
    const std::vector<DossierStatus> next = nextStatuses(from);
    return std::find(next.begin(), next.end(), to) != next.end();
}

} // namespace sohoa::dossier
