// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"

#include <QObject>

namespace sohoa::ui {

class SettingsScreen;

/// Keeps what the settings screen is told.
class SettingsPresenter final : public QObject
{
    Q_OBJECT

public:
    SettingsPresenter(SettingsScreen& screen, const Bench& bench, QObject* parent = nullptr);
    ~SettingsPresenter() override;
    void refresh();
    /// Asks a search for scanners to end soon.
    void stop() { m_stop.request_stop(); }
    /// The chosen scanner was found again at another address: that is kept.
    void noteScannerMoved(const QString& fromId, const QString& toId);

signals:
    void changed();

private:
    void save();
    void enrol();
    void findScanners();
    void fetchSheetKey();
    void enterSheetKey(const QString& text);
    void copySheetKey();
    /// Says which network scanners came with another certificate, and offers to trust them anew.
    void sayChangedCertificates();
    void forgetCertificates(const QStringList& devices);
    /// Asks for another address where the typed one cannot be one.
    bool isAddressGood();

    SettingsScreen& m_screen;
    Bench m_bench;
    StopSource m_stop;
};

} // namespace sohoa::ui
