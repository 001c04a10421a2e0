// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/screen.h"
#include "workflow/delivery.h"

#include <optional>
#include <vector>

class QListView;
class QStackedWidget;

namespace sohoa::ui {

class Figure;
class WaitingModel;

/// Gửi kho: what is not confirmed yet, why, since when, when it is tried again, and "send now".
class DeliveriesScreen final : public Screen
{
    Q_OBJECT

public:
    explicit DeliveriesScreen(QWidget* parent = nullptr);
    [[nodiscard]] QWidget* entrance() override;

    /// @param changes of dossiers that are in no entry of the log yet: the next run sends them
    void setWaiting(std::vector<workflow::WaitingItem> items, int changes, const QDateTime& now);
    void setProgress(const workflow::DeliveryProgress& progress);
    /// A run has ended. @param stopped the sentence about a common cause that ended it early; may be empty
    void setFinished(const workflow::DeliverySummary& summary, const QString& stopped);
    /// A run could not begin or broke off.
    void setFailed(const QString& sentence);

signals:
    void sendNowWanted();

private:
    QListView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr;
    WaitingModel* m_model;
    Figure* m_papers;
    Figure* m_refused;
    Figure* m_oldest;
    QAction* m_send;
    ActionButton* m_button;
};

} // namespace sohoa::ui
