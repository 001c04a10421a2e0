// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/icons.h"
#include "ui/style/tokens.h"

#include <QKeySequence>
#include <QPushButton>

class QAction;

namespace sohoa::ui {

/// Height of the primary button; the others are as high as every control.
inline constexpr int primaryHeight = space::controlHeight + 4;

/// The button of an action. It shows the action's key beside its name, so that the hands learn it.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind
    {
        Primary, ///< the one thing this screen is for
        Secondary,
        Quiet,   ///< no frame
        Compact, ///< the symbol only; name and key in the tip
    };

    ActionButton(QAction* action, Kind kind, QWidget* parent = nullptr);

    [[nodiscard]] QAction* action() const { return m_action; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Leaves the key away, where room is short.
    void setKeyShown(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void enableAsTheAction();
    [[nodiscard]] QString keyText() const;

    QAction* m_action;
    Kind m_kind;
    bool m_keyShown = true;
    bool m_lentFocus = false; ///< to the action's widget, while the action cannot be done
    bool m_shown = true;      ///< as the action says; a button without parent must not be shown by hand
};

/// An action with a name, a symbol and a key that works anywhere inside `owner`. The symbol's number is kept
/// in the action's data.
QAction* makeAction(QWidget* owner, const QString& name, Icon symbol, const QKeySequence& key);
/// Symbol of an action made by makeAction.
Icon symbolOf(const QAction* action);
/// "F9", "Ctrl+Enter": the key as printed on a keyboard.
QString keyName(const QKeySequence& key);

} // namespace sohoa::ui
