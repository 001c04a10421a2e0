// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../capture/scriptedscanner.h"
#include "sharedscanner.h"
#include "support/testsupport.h"
#include "ui/papers/paperspresenter.h"
#include "ui/style/style.h"
#include "workflow/intake.h"
#include "workflow/workbench.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace sohoa::test {

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What works behind the screen Số hóa in a test: a home, a scanner that the test looks after, and the
/// workers of one run of the program.
class BehindPapers
{
protected:
    /// Once for all functions: the style, and settings of this test alone.
    void beginSettings(const QString& name)
    {
        auto* style = new ui::Style(ui::Look::Light);
        QApplication::setStyle(style);
        QApplication::setPalette(style->standardPalette());
        QCoreApplication::setOrganizationName(QStringLiteral("test"));
        QCoreApplication::setApplicationName(name);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stored.path());
    }
    /// A new home, and a scanner without pages.
    void begin()
    {
        m_work = std::make_unique<Workbench>();
        m_scanner = std::make_shared<ScriptedScanner>();
        m_source = [scanner = m_scanner](const auto&) { return std::make_unique<SharedScanner>(scanner); };
        startWorkers();
    }
    void end()
    {
        endWorkers();
        m_work.reset();
    }
    void startWorkers()
    {
        m_journal = std::make_unique<ui::Worker>(1);
        m_pictures = std::make_unique<ui::Worker>(1);
        m_errands = std::make_unique<ui::Worker>(1);
    }
    /// Waits for what is under way, as the program does when it ends.
    void endWorkers()
    {
        m_errands.reset();
        m_pictures.reset();
        m_journal.reset();
    }
    [[nodiscard]] ui::Bench bench() const
    {
        return {m_work->workspace(), *m_journal, *m_pictures, *m_errands, m_source};
    }
    /// Draws pages of text, 1.jpg and so on, and lays them into the scanner.
    void layTextPages(int count)
    {
        for (int number = 1; number <= count; ++number) {
            const QString path = m_work->path(QStringLiteral("%1.jpg").arg(number));
            drawTextPage(path, number);
            m_scanner->pages.push_back(contentOf(path));
        }
    }
    /// Takes in a dossier of a birth registration. @return its uid; empty when that fails
    [[nodiscard]] QString takeIn(const QString& dossierCode = {}) const
    {
        workflow::IntakeRequest request;
        request.dossierCode = dossierCode;
        request.procedureCode = QStringLiteral("1.001193");
        request.applicant.fullName = QStringLiteral("TRẦN VĂN BÌNH");
        const auto taken = workflow::Intake(m_work->workspace()).takeIn(request);
        return taken ? taken->dossier.uid : QString();
    }

    std::unique_ptr<Workbench> m_work;
    std::unique_ptr<ui::Worker> m_journal;
    std::unique_ptr<ui::Worker> m_pictures;
    std::unique_ptr<ui::Worker> m_errands;
    std::shared_ptr<ScriptedScanner> m_scanner;
    ui::ScannerSource m_source;

private:
    QTemporaryDir m_stored;
};

} // namespace sohoa::test
