// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace sohoa::ui {

/// Asking for files without an event loop inside an event: the window goes on, `take` runs when the clerk has
/// chosen, and never when nothing was chosen or `parent` is gone.
void askForFiles(QWidget* parent, const QString& title, const QString& filter,
                 const std::function<void(const QStringList&)>& take);
void askForFile(QWidget* parent, const QString& title, const QString& filter,
                const std::function<void(const QString&)>& take);
void askForFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& take);
/// @param name proposed, without folder
/// @param filters "Excel (*.xlsx)"; the suffix of the one chosen is added to a name without any
void askWhereToSave(QWidget* parent, const QString& title, const QString& name, const QStringList& filters,
                    const std::function<void(const QString&)>& take);

} // namespace sohoa::ui
