// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filedialogs.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace sohoa::ui {

namespace {

QFileDialog* makeDialog(QWidget* parent, const QString& title)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

/// "xlsx" of "Excel (*.xlsx)".
QString suffixOf(const QString& filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\*\\.([A-Za-z0-9]+)"));
    return pattern.match(filter).captured(1);
}

} // namespace

void askForFiles(QWidget* parent, const QString& title, const QString& filter,
                 const std::function<void(const QStringList&)>& take)
{
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, take);
    dialog->open();
}

void askForFile(QWidget* parent, const QString& title, const QString& filter,
                const std::function<void(const QString&)>& take)
{
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, take);
    dialog->open();
}

void askForFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& take)
{
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, take);
    dialog->open();
}

void askWhereToSave(QWidget* parent, const QString& title, const QString& name, const QStringList& filters,
                    const std::function<void(const QString&)>& take)
{
    QFileDialog* dialog = makeDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(filters.first()));
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog](const QString& filter) { dialog->setDefaultSuffix(suffixOf(filter)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, take);
    dialog->open();
}

} // namespace sohoa::ui
