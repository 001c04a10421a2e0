// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "support/linerelay.h"
#include "sync/rgwserver.h"
#include "workflow/workspace.h"

#include <QTemporaryDir>

#include <chrono>
#include <map>
#include <memory>
#include <optional>

namespace sohoa::test {

/// A number of the environment; `otherwise` when it is not set.
int asked(const char* name, int otherwise);

/// A home whose warehouse is a fresh bucket of a real engine behind a line of the test's making.
class DeliveryHome
{
public:
    /// Ends the program when the home cannot be made.
    DeliveryHome(RgwServer& server, const LineRelay::Line& line);

    /// Makes a paper of random content and orders its delivery.
    void addPaper(qint64 bytes, quint32 seed);
    /// Runs `sohoa-cli sync --once` until it ends, or kills it after so long. @return whether it was killed
    bool deliver(std::optional<std::chrono::milliseconds> killAfter = {});
    /// How the last run ended; -1 when it was killed.
    [[nodiscard]] int lastExit() const { return m_lastExit; }
    [[nodiscard]] bool isEverythingConfirmed() const;
    /// That the warehouse holds every paper once and nothing else, the log's chain is whole, and no upload
    /// was left half done. To be called as the last thing of a test function.
    void check();

    [[nodiscard]] LineRelay& relay() { return m_relay; }
    [[nodiscard]] const std::map<QString, qint64>& papers() const { return m_papers; } ///< sizes by hash
    [[nodiscard]] qint64 bytes() const;

private:
    RgwServer& m_server;
    QString m_bucket;
    LineRelay m_relay;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<workflow::Workspace> m_workspace;
    QString m_dossier;
    std::map<QString, qint64> m_papers;
    int m_inDossier = 0;
    int m_lastExit = -1;
};

} // namespace sohoa::test
