// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/stackcut.h"
#include "ui/async/bench.h"
#include "workflow/separation.h"

#include <QObject>

namespace sohoa::ui {

class CutPanel;

/// Lets the cut panel work on a stack: fetches how it would be cut, and carries out what the clerk made of
/// it.
class Cutting final : public QObject
{
    Q_OBJECT

public:
    Cutting(CutPanel& panel, const Bench& bench, QObject* parent = nullptr);

    /// Shows the cut of a stack whose pages were looked at.
    void open(const QString& sessionUid);

signals:
    /// It is carried out. @param dossierUid the first dossier of the cut
    void carriedOut(const sohoa::workflow::Reconciliation& account, const QString& dossierUid);
    void failed(const sohoa::Error& error);

private:
    void carryOut(const dossier::StackCut& cut);
    void findDossier(const QString& code);

    CutPanel& m_panel;
    Bench m_bench;
    QString m_wanted;    ///< the stack whose cut is to be shown; empty: it was put away
    bool m_busy = false; ///< a cut is being carried out
};

} // namespace sohoa::ui
