// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/screen.h"
#include "workflow/bundles.h"
#include "workflow/delivery.h"
#include "workflow/retention.h"

#include <functional>
#include <optional>
#include <vector>

class QLabel;
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

    /// @param items the longest waiting ones; there may be more
    void setWaiting(std::vector<workflow::WaitingItem> items, const workflow::WaitingCounts& counts,
                    const QDateTime& now);
    /// What holds the whole queue up, and until when; empty when nothing does.
    /// @param hold what of the delivery rules holds papers up
    void setPause(const std::optional<sync::QueuePause>& pause,
                  const std::optional<dossier::DeliveryHold>& hold = {});
    /// How far a run is that the clerk waits for.
    void setProgress(const workflow::DeliveryProgress& progress);
    /// How far large papers are, whoever asked for the run.
    void setParts(const workflow::DeliveryProgress& progress);
    /// That this machine's clock differs from the warehouse's, which was corrected for.
    void sayClock(std::chrono::milliseconds ahead);
    /// Logs of other workstations that do not hold: what of them was not taken in.
    void sayBroken(const QStringList& keys);
    /// A run has ended. @param stopped the sentence about a common cause that ended it early; may be empty
    void setFinished(const workflow::DeliverySummary& summary, const QString& stopped);
    /// A run could not begin or broke off.
    void setFailed(const QString& sentence);

    // Bundles to carry by hand
    /// What knows a code from other text, before one is asked for.
    void setCodeCheck(std::function<bool(const QString&)> isCode) { m_isCode = std::move(isCode); }
    /// @param name proposed for the file
    void askWhereToWrite(const QString& name);
    /// @param complaint about the code that was tried before; may be empty
    void askForCode(const QString& file, const QString& complaint = {});
    void setBundling(const QString& sentence, int percent);
    void setBundleMade(const workflow::BundleExport& made);
    void setBundleTaken(const workflow::BundleImport& taken);
    /// @param sentence empty when it was cancelled
    void setBundleFailed(const QString& sentence);

    /// Copies of papers that had to go early, or should go and cannot. Nothing for an ordinary run.
    void sayRetention(const workflow::RetentionReport& report);

signals:
    void sendNowWanted();
    void bundleWanted();
    void bundleFileChosen(const QString& file);
    void bundleGiven(const QString& file, const QString& code);

private:
    /// While something is under way nothing else is begun by hand.
    void setWorking(bool working);
    /// Says it in the notice, for longer than the queue's own word.
    void say(Tone tone, const QString& sentence);

    QListView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr;
    WaitingModel* m_model;
    QLabel* m_more;
    Figure* m_papers;
    Figure* m_refused;
    Figure* m_oldest;
    QAction* m_send;
    QAction* m_makeBundle;
    QAction* m_takeBundle;
    ActionButton* m_button;
    std::function<bool(const QString&)> m_isCode = [](const QString&) { return true; };
    bool m_saysPause = false; ///< the notice is about the queue
};

} // namespace sohoa::ui
