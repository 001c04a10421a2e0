// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/intake.h"

#include <QWidget>

class QLabel;

namespace sohoa::ui {

class ActionButton;
class Chip;

/// After a dossier was taken in: its code to be read across the counter, and the next step.
class TakenPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TakenPanel(QWidget* parent = nullptr);
    void set(const workflow::DossierFile& taken);
    [[nodiscard]] QWidget* entrance() const;

signals:
    void scanNowWanted(const QString& dossierUid);
    void nextWanted();

private:
    QLabel* m_code;
    QLabel* m_who;
    QLabel* m_what;
    QLabel* m_provisional;
    Chip* m_due;
    Chip* m_toScan;
    ActionButton* m_scan;
    ActionButton* m_nextButton = nullptr;
    QAction* m_scanNow;
    QString m_uid;
};

} // namespace sohoa::ui
