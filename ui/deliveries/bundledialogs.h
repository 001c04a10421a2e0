// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/bundles.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sohoa::ui {

/// Shows the code of a bundle that was just made: once, for it is kept nowhere.
class BundleMadeDialog final : public QDialog
{
    Q_OBJECT

public:
    BundleMadeDialog(const workflow::BundleExport& made, QWidget* parent);

private:
    void copy();

    QString m_note; ///< to be copied or printed: the file's name and its code
};

/// Asks for the code of a bundle. What is no code is said at once.
class BundleCodeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param complaint about the code that was tried before; may be empty
    /// @param isCode whether what is typed is the code of some bundle
    BundleCodeDialog(const QString& file, const QString& complaint,
                     std::function<bool(const QString&)> isCode, QWidget* parent);

signals:
    void codeEntered(const QString& code);

private:
    void check();

    std::function<bool(const QString&)> m_isCode;
    QLineEdit* m_code;
    QLabel* m_complaint;
    QPushButton* m_open = nullptr;
};

} // namespace sohoa::ui
