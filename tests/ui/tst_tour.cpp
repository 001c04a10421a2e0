// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "support/testsupport.h"
#include "ui/desk/deskscreen.h"
#include "ui/settings/settingsscreen.h"
#include "ui/shell/homewindow.h"
#include "ui/style/style.h"
#include "ui/tour/practicehome.h"
#include "ui/tour/tour.h"
#include "ui/tour/tourpanel.h"
#include "workflow/dossiers.h"
#include "workflow/workspace.h"

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::ui;

/// The practice: a home of its own, the whole task with the sample papers, and no way out to a real
/// warehouse.
class TourTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void wholeTaskIsDoneStepByStepByOneKey();
    void practiceCanBeLeftAtAnyStep();
    void warehouseOfThePracticeCannotBeAnother();
    void homeOfWorkIsNeverTakenForPractice();
    void stepDoneAheadIsNotAskedForAgain();

private:
    [[nodiscard]] QString folder() const
    {
        return practiceFolder(m_folder->filePath(QStringLiteral("home")));
    }
    static void press(HomeWindow& home, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused != nullptr ? focused : &home.window(), key, modifiers);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TourTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

void TourTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TourTest::wholeTaskIsDoneStepByStepByOneKey()
{
    {
        HomeWindow home(folder(), m_clock, HomeWindow::Purpose::Practice);
        home.open();
        QTRY_VERIFY(home.isOpen());
        QVERIFY(QTest::qWaitForWindowActive(&home.window()));
        for (int step = 0; step < tourSteps; ++step) {
            QCOMPARE(static_cast<int>(home.tour()->step()), step);
            press(home, Qt::Key_F12);
            QTRY_VERIFY2_WITH_TIMEOUT(static_cast<int>(home.tour()->step()) == step + 1,
                                      qPrintable(QString::number(step)), 120'000);
        }
        QVERIFY(home.tour()->step() == TourStep::Done);
    }
    const auto workspace = openPracticeHome(folder(), m_clock);
    VERIFY_OK(workspace);
    const auto found = workflow::Dossiers(**workspace).find({}, 10);
    VERIFY_OK(found);
    QCOMPARE(found->size(), std::size_t{1});
    QCOMPARE(found->front().papers, 3);
    QCOMPARE(found->front().papersConfirmed, 3);
    QDirIterator blobs(folder() + QStringLiteral("/warehouse/v1/blobs"), QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(blobs.hasNext());
}

void TourTest::practiceCanBeLeftAtAnyStep()
{
    HomeWindow home(folder(), m_clock, HomeWindow::Purpose::Practice);
    home.open();
    QTRY_VERIFY(home.isOpen());
    QVERIFY(QTest::qWaitForWindowActive(&home.window()));
    QSignalSpy left(&home, &HomeWindow::left);
    press(home, Qt::Key_F12);
    press(home, Qt::Key_F12, Qt::ControlModifier);
    QCOMPARE(left.count(), 1);
}

void TourTest::warehouseOfThePracticeCannotBeAnother()
{
    {
        const auto workspace = openPracticeHome(folder(), m_clock);
        VERIFY_OK(workspace);
        auto settings = (*workspace)->settings();
        VERIFY_OK(settings);
        settings->warehouse = QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("province"))).toString();
        VERIFY_OK((*workspace)->setSettings(*settings));
    }
    const auto again = openPracticeHome(folder(), m_clock);
    VERIFY_OK(again);
    const auto settings = (*again)->settings();
    VERIFY_OK(settings);
    QVERIFY2(settings->warehouse.endsWith(QStringLiteral("-practice/warehouse")),
             qPrintable(settings->warehouse));

    SettingsScreen screen;
    screen.lockHome();
    for (const QLineEdit* field : screen.findChildren<QLineEdit*>()) {
        if (field->accessibleName() == SettingsScreen::tr("Folder or address")) {
            QVERIFY(!field->isEnabled());
            return;
        }
    }
    QFAIL("no field of the warehouse");
}

void TourTest::homeOfWorkIsNeverTakenForPractice()
{
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    VERIFY_OK(workflow::Workspace::create(folder(), settings, m_clock));
    VERIFY_FAILS(openPracticeHome(folder(), m_clock), ErrorCode::InvalidArgument);
}

void TourTest::stepDoneAheadIsNotAskedForAgain()
{
    HomeWindow home(folder(), m_clock, HomeWindow::Purpose::Practice);
    home.open();
    QTRY_VERIFY(home.isOpen());
    // A learner who types the person in by hand never reads a card.
    auto* desk = home.window().findChild<DeskScreen*>();
    emit desk->procedureChosen(QStringLiteral("1.001193"), dossier::Channel::Direct);
    QVERIFY(home.tour()->step() == TourStep::TakeIn);
    emit desk->cardAccepted();
    QVERIFY(home.tour()->step() == TourStep::TakeIn);
}

QTEST_MAIN(TourTest)
#include "tst_tour.moc"
