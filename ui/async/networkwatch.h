// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkInformation>
#include <QObject>

namespace sohoa::ui {

/// Tells when the network comes back, as far as the system knows (NetworkManager, the network list manager of
/// Windows). Where nothing tells, nothing is said, and who waits tries again by the clock.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject* parent = nullptr);
    /// Asks the system to tell. To be called once, in the thread of the window, when it is shown.
    void begin();
    /// What the system says now.
    void note(QNetworkInformation::Reachability reachability);

signals:
    void back();

private:
    bool m_wasAway = false;
};

} // namespace sohoa::ui
