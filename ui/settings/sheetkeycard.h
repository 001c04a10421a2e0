// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace sohoa::ui {

/// What is shown of the key that separator sheets are signed with; never the key itself.
struct SheetKeyShown
{
    QString fingerprint;    ///< four hex digits, as they stand on the sheets
    bool isEntered = false; ///< it came from another workstation
    int known = 1;          ///< keys whose sheets count here, this one included

    bool operator==(const SheetKeyShown&) const = default;
};

/// Separator sheets, in the settings: which key signs them, and how it comes to the unit's other computers.
class SheetKeyCard final : public QWidget
{
    Q_OBJECT

public:
    /// @param screen where the keys work
    explicit SheetKeyCard(QWidget* screen);

    void set(const SheetKeyShown& shown);
    /// The key that was typed is taken over: nothing of it stays on the screen.
    void clearEntry();
    /// Puts the hands back on what was typed.
    void askAgain();

signals:
    void keyEntered(const QString& text);
    void copyWanted();

private:
    void enter();

    QLabel* m_state;
    QLineEdit* m_entry;
};

} // namespace sohoa::ui
