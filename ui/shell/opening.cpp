// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/opening.h"

#include "ui/async/worker.h"
#include "ui/settings/homesettings.h"
#include "ui/shell/firststart.h"
#include "ui/style/icons.h"
#include "ui/widgets/messages.h"
#include "wording/errors.h"

#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>

namespace sohoa::ui {

namespace {

using workflow::Workspace;

struct Opening
{
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

/// A home that could not be opened is said in one sentence; nothing is repaired or deleted in silence.
bool askAgain(const Error& error, const QString& folder)
{
    QMessageBox box;
    box.setIcon(QMessageBox::Critical);
    box.setWindowTitle(Opening::tr("The data cannot be opened"));
    box.setText(wording::sentence(error));
    box.setInformativeText(Opening::tr("Nothing was changed in %1.").arg(QDir::toNativeSeparators(folder)));
    box.setDetailedText(describe(error));
    const QPushButton* again = box.addButton(Opening::tr("Try again"), QMessageBox::AcceptRole);
    box.addButton(Opening::tr("Close"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == again;
}

std::unique_ptr<Workspace> makeHome(const QString& folder, const Clock& clock)
{
    FirstStart dialog(QDir::toNativeSeparators(folder + QStringLiteral("/warehouse")));
    Worker worker(1);
    std::unique_ptr<Workspace> made;
    QObject::connect(&dialog, &FirstStart::completed, &dialog, [&](const UnitSettings& answers) {
        dialog.setBusy(true);
        // A future's value must be copyable; the workspace is not.
        auto result = std::make_shared<Result<std::unique_ptr<Workspace>>>(nullptr);
        worker.run(
            &dialog,
            [result, folder, settings = homeSettingsFrom(answers), &clock] {
                *result = Workspace::create(folder, settings, clock);
                return true;
            },
            [&dialog, &made, result](bool) {
                dialog.setBusy(false);
                if (*result) {
                    made = std::move(**result);
                    dialog.accept();
                } else {
                    dialog.notice()->say(Tone::Danger, wording::sentence(result->error()));
                }
            });
    });
    dialog.exec();
    worker.join();
    return made;
}

} // namespace

std::unique_ptr<Workspace> openHome(const QString& folder, const Clock& clock)
{
    if (!Workspace::isHome(folder)) {
        return makeHome(folder, clock);
    }
    while (true) {
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(folder, clock);
        if (opened) {
            return std::move(*opened);
        }
        if (!askAgain(opened.error(), folder)) {
            return nullptr;
        }
    }
}

} // namespace sohoa::ui
