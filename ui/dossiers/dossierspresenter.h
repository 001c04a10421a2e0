// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "ui/async/bench.h"

#include <QObject>

namespace sohoa::ui {

class DossiersScreen;

/// Lets the screen Hồ sơ find and show dossiers.
class DossiersPresenter final : public QObject
{
    Q_OBJECT

public:
    DossiersPresenter(DossiersScreen& screen, const Bench& bench, QObject* parent = nullptr);
    void refresh();

signals:
    /// A status or a difference: counts elsewhere are out of date.
    void changed();

private:
    void setStatus(const QString& dossierUid, dossier::DossierStatus status);
    void settle(const QString& dossierUid, const QString& field, const QString& stamp);
    void find(const QString& text);
    void fetchDetail(const QString& dossierUid);

    DossiersScreen& m_screen;
    Bench m_bench;
    int m_search = 0; ///< the last thing asked for: older answers are dropped
    int m_detail = 0;
    QString m_detailUid; ///< the dossier whose detail was asked for last
};

} // namespace sohoa::ui
