// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

namespace sohoa::ui {

/// F1: every key of the screen and of the window, on one sheet; and the way to the practice.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param practice null where there is none
    KeysDialog(const QString& screen, const QList<QAction*>& screenActions,
               const QList<QAction*>& windowActions, QAction* practice, QWidget* parent = nullptr);
};

} // namespace sohoa::ui
