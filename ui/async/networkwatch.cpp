// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/async/networkwatch.h"

namespace sohoa::ui {

using Reachability = QNetworkInformation::Reachability;

NetworkWatch::NetworkWatch(QObject* parent)
    : QObject(parent)
{
}

void NetworkWatch::begin()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    const QNetworkInformation* network = QNetworkInformation::instance();
    note(network->reachability());
    connect(network, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::note);
}

void NetworkWatch::note(Reachability reachability)
{
    // A warehouse may stand in the province's own network, so any network at all is worth a try.
    const bool isThere = reachability == Reachability::Local || reachability == Reachability::Site ||
                         reachability == Reachability::Online;
    if (isThere && m_wasAway) {
        emit back();
    }
    if (reachability != Reachability::Unknown) {
        m_wasAway = !isThere;
    }
}

} // namespace sohoa::ui
