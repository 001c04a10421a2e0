// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/idcard.h"
#include "ui/async/bench.h"
#include "workflow/intake.h"

#include <QObject>

namespace sohoa::ui {

class DeskScreen;

/// Lets the counter screen work on the intake.
class DeskPresenter final : public QObject
{
    Q_OBJECT

public:
    DeskPresenter(DeskScreen& screen, const Bench& bench, QObject* parent = nullptr);
    /// Asks what is under way to end soon.
    void stop() { m_stop.request_stop(); }

signals:
    void takenIn(const QString& dossierUid);
    void scanNowWanted(const QString& dossierUid);

private:
    void readCard(const QString& text);
    void readPicture(const QString& path);
    void showCard(const Result<dossier::CardReading>& reading);
    void takeIn(const workflow::IntakeRequest& request);

    DeskScreen& m_screen;
    Bench m_bench;
    StopSource m_stop;
};

} // namespace sohoa::ui
