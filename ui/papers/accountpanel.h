// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/basics.h"
#include "workflow/openaccount.h"

#include <QStringList>

#include <optional>

class QAction;
class QListWidget;
class QSpinBox;

namespace sohoa::ui {

/// One doubt about a stack in words: what was seen, and what to do while the paper is still in the hand.
/// Places are counted from 1, as the clerk counts.
QString sentenceOf(const workflow::Doubt& doubt, const workflow::Standing& standing);
/// "24 sides came in = 20 kept + 3 set aside + 1 repeated".
QString balanceOf(const workflow::SessionAccount& account);

/// The account of a stack that does not add up: what came and what became of it, what was expected, each
/// doubt with a way to the page it is about, and the one key that closes it all the same.
class AccountPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountPanel(QWidget* parent = nullptr);

    /// Shows an account; the same one again updates it. Empty: nothing to show.
    void set(const std::optional<workflow::OpenAccount>& open);
    /// Puts the hands on the first doubt.
    void takeFocus();
    /// Closes the account knowingly; the screen shows it among its keys.
    [[nodiscard]] QAction* closeAction() const { return m_close; }

signals:
    /// Look at a page: the one in doubt, or the one it is like.
    void pageWanted(const QString& pageUid);
    /// Sheets as counted by hand; 0: nobody counted.
    void expected(const QString& sessionUid, int sheets);
    void closeWanted(const QString& sessionUid);

private:
    void fillDoubts();
    void lookAt(bool atOther);

    std::optional<workflow::OpenAccount> m_open;
    QLabel* m_heading;
    Chip* m_state;
    QLabel* m_balance;
    QSpinBox* m_sheets;
    QListWidget* m_doubts;
    QAction* m_close;
    bool m_atOther = false; ///< the page shown last is the one that the doubtful one is like
};

} // namespace sohoa::ui
