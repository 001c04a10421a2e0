// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/tokens.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;

namespace sohoa::ui {

class ActionButton;
class Notice;

/// Ghi danh máy trạm: takes the province's file or what a handheld reader types, shows in plain words what it
/// would do, and asks before it is done. What was typed is never shown: there are keys in it.
class EnrolDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Asks
    {
        Nothing,
        Officer, ///< who works here, at the first start
    };

    explicit EnrolDialog(Asks asks, QWidget* parent = nullptr);

    /// Something is under way.
    void setBusy(const QString& sentence);
    /// It cannot be used. Nothing is offered.
    void complain(const QString& sentence);
    /// What it would do. @param note about the warehouse
    void offer(const QStringList& lines, Tone tone, const QString& note);
    [[nodiscard]] QString officer() const;
    [[nodiscard]] Notice* notice() const { return m_notice; }

signals:
    void fileChosen(const QString& path);
    void textEntered(const QString& text);
    /// What was offered is to be done.
    void agreed();

private:
    void setOffered(bool offered);

    Notice* m_notice;
    QLineEdit* m_text;
    QLineEdit* m_officer;
    QLabel* m_lines;
    QAction* m_choose;
    QAction* m_agree;
};

} // namespace sohoa::ui
