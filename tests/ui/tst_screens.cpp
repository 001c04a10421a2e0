// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/scanways.h"
#include "ui/shell/firststart.h"
#include "ui/style/style.h"
#include "ui/window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

#include <set>

using namespace sohoa;
using namespace sohoa::ui;

class ScreensTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyActionHasANameAndAKey();
    void noKeyMeansTwoThingsOnOneScreen();
    void everyWidgetThatTakesTheFocusHasAName();
    void everyWidgetThatTakesTheFocusIsReachedByTab();
    void buttonsTellTheirKey();
    void windowFitsASmallScreenAtOneAndAHalfTheSize();
    void navigationBecomesNarrowInASmallWindow();
    void statusTellsTheAgeOfTheOldestPaper();
    void firstStartAsksAgainForAUnitThatCannotBe();
    void darkLookChangesEveryColourAtOnce();
    void wheelChangesNoValueItPasses();
    void headingsOfTheRatesAreWholeInASmallWindow();
    void drawingAFullScreenIsQuick();
};

namespace {

QList<QAction*> actionsOf(const test::Window& all)
{
    QList<QAction*> actions = all.window.actions();
    for (Screen* screen : all.window.findChildren<Screen*>()) {
        actions += screen->actions();
        for (const QWidget* child : screen->findChildren<QWidget*>()) {
            for (QAction* action : child->actions()) {
                // The symbols inside line edits are pictures, and what Qt itself puts there has its own keys.
                if (!child->inherits("QLineEdit") && !child->parent()->inherits("QLineEdit")) {
                    actions.append(action);
                }
            }
        }
    }
    return actions;
}

bool takesFocus(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isEnabled() &&
           widget.isVisible() && widget.focusProxy() == nullptr;
}

} // namespace

void ScreensTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
}

void ScreensTest::everyActionHasANameAndAKey()
{
    const test::Window all;
    for (const QAction* action : actionsOf(all)) {
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->parent()->objectName()));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
    }
}

void ScreensTest::noKeyMeansTwoThingsOnOneScreen()
{
    const test::Window all;
    std::vector<capture::ScanProfile> profiles;
    for (const int key : capture::profileKeys) {
        profiles.push_back({QString::number(key), QString::number(key), key});
    }
    all.papers->scanWays()->setProfiles(profiles);
    for (const Screen* screen : all.window.findChildren<Screen*>()) {
        std::set<QString> keys;
        for (const QAction* action : screen->actions() + all.window.actions()) {
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(keys.insert(key.toString()).second,
                         qPrintable(screen->title() + QStringLiteral(": ") + key.toString()));
            }
        }
    }
}

void ScreensTest::everyWidgetThatTakesTheFocusHasAName()
{
    test::Window all;
    PapersState papers = test::examplePapers();
    papers.account = test::exampleAccount(papers);
    all.papers->setState(papers);
    all.window.show();
    for (int place = 0; place < 6; ++place) {
        all.window.showScreen(place);
        for (const QWidget* widget : all.window.findChildren<QWidget*>()) {
            if (takesFocus(*widget) && !widget->inherits("QScrollBar")) {
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(QStringLiteral("%1 on %2")
                                        .arg(QString::fromLatin1(widget->metaObject()->className()),
                                             all.window.currentScreen()->title())));
            }
        }
    }
}

void ScreensTest::everyWidgetThatTakesTheFocusIsReachedByTab()
{
    test::Window all;
    all.papers->setState(test::examplePapers());
    all.desk->setOutline(test::exampleOutline());
    all.window.show();
    all.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&all.window));
    for (int place = 0; place < 6; ++place) {
        all.window.showScreen(place);
        std::set<const QWidget*> wanted;
        for (const QWidget* widget : all.window.currentScreen()->findChildren<QWidget*>()) {
            if (takesFocus(*widget)) {
                wanted.insert(widget);
            }
        }
        for (int step = 0; step < 300 && !wanted.empty(); ++step) {
            wanted.erase(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        // Of buttons that exclude each other Tab reaches the checked one, the arrow keys the others.
        std::erase_if(wanted, [](const QWidget* widget) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            return button != nullptr && button->group() != nullptr && !button->isChecked();
        });
        for (const QWidget* widget : wanted) {
            QFAIL(qPrintable(QStringLiteral("%1 \"%2\" on %3")
                                 .arg(QString::fromLatin1(widget->metaObject()->className()),
                                      widget->accessibleName(), all.window.currentScreen()->title())));
        }
    }
}

void ScreensTest::buttonsTellTheirKey()
{
    const test::Window all;
    for (const ActionButton* button : all.window.findChildren<ActionButton*>()) {
        const QString key = keyName(button->action()->shortcut());
        QVERIFY2(button->toolTip().contains(key), qPrintable(button->text()));
        QCOMPARE(button->accessibleName(), button->action()->text());
    }
}

// 1366 x 768 at 150 % are 910 x 512 device-independent pixels, less what the system's bar takes.
void ScreensTest::windowFitsASmallScreenAtOneAndAHalfTheSize()
{
    test::Window all;
    all.papers->setState(test::examplePapers());
    all.desk->setOutline(test::exampleOutline());
    all.window.show();
    all.window.resize(910, 470);
    for (int place = 0; place < 6; ++place) {
        all.window.showScreen(place);
        const QSize least = all.window.currentScreen()->minimumSizeHint();
        QVERIFY2(least.width() <= 850 && least.height() <= 438,
                 qPrintable(QStringLiteral("%1 wants %2 x %3")
                                .arg(all.window.currentScreen()->title())
                                .arg(least.width())
                                .arg(least.height())));
        QCOMPARE(all.window.width(), 910);
    }
}

void ScreensTest::navigationBecomesNarrowInASmallWindow()
{
    test::Window all;
    auto* navigation = all.window.findChild<Navigation*>();
    all.window.show();
    all.window.resize(1366, 700);
    QVERIFY(!navigation->isNarrow());
    all.window.resize(910, 512);
    QVERIFY(navigation->isNarrow());
}

void ScreensTest::statusTellsTheAgeOfTheOldestPaper()
{
    StatusLine line;
    ShellStatus status = test::exampleStatus();
    line.set(status, test::exampleNow());
    QVERIFY2(line.deliverySentence().contains(QStringLiteral("29")), qPrintable(line.deliverySentence()));
    status.oldestWaiting.reset();
    line.set(status, test::exampleNow());
    QVERIFY(!line.deliverySentence().isEmpty());
    QVERIFY(!line.deliverySentence().contains(QStringLiteral("29")));
}

void ScreensTest::firstStartAsksAgainForAUnitThatCannotBe()
{
    FirstStart first(QStringLiteral("/data/warehouse"));
    QSignalSpy completed(&first, &FirstStart::completed);
    first.show();
    first.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&first));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(completed.count(), 0);
    QVERIFY(!first.notice()->sentence().isEmpty());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("h56.14"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("UBND xa Thanh Binh"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Le Van Minh"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(completed.count(), 1);
    const auto given = completed.front().front().value<UnitSettings>();
    QCOMPARE(given.unit, QStringLiteral("H56.14"));
    QVERIFY(given.warehouse.isEmpty());
}

void ScreensTest::darkLookChangesEveryColourAtOnce()
{
    auto* style = qobject_cast<Style*>(QApplication::style());
    test::Window all;
    all.window.show();
    const QImage light = all.window.grab().toImage();
    style->setLook(Look::Dark);
    QApplication::setPalette(style->standardPalette());
    QCoreApplication::sendPostedEvents();
    const QImage dark = all.window.grab().toImage();
    style->setLook(Look::Light);
    QApplication::setPalette(style->standardPalette());
    const QPoint somewhere(light.width() - 8, light.height() / 2);
    QVERIFY(light.pixelColor(somewhere).lightness() > 200);
    QVERIFY(dark.pixelColor(somewhere).lightness() < 60);
}

void ScreensTest::wheelChangesNoValueItPasses()
{
    test::Window all;
    all.window.show();
    all.window.showScreen(MainWindow::SettingsPlace);
    UnitSettings unit;
    unit.workstation = 1;
    unit.workstations = 3;
    all.settings->setUnit(unit);
    const UnitSettings given = all.settings->unit();
    const ScanChoice choice = all.settings->scanChoice();
    QList<QWidget*> fields;
    for (auto* field : all.settings->findChildren<QAbstractSpinBox*>()) {
        fields.append(field);
    }
    for (auto* field : all.settings->findChildren<QComboBox*>()) {
        fields.append(field);
    }
    QVERIFY(fields.size() >= 5);
    for (QWidget* field : fields) {
        const QPoint middle = field->rect().center();
        QWheelEvent down(middle, field->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(field, &down);
        QVERIFY(!field->hasFocus());
    }
    QCOMPARE(all.settings->unit(), given);
    QCOMPARE(all.settings->scanChoice(), choice);
}

// The longest heading in Vietnamese takes two lines.
void ScreensTest::headingsOfTheRatesAreWholeInASmallWindow()
{
    test::Window all;
    all.window.show();
    all.window.resize(910, 470);
    all.window.showScreen(MainWindow::RatesPlace);
    const auto* table = all.rates->findChild<QTableView*>();
    const QFontMetrics metrics(table->horizontalHeader()->font());
    const QString heading = QStringLiteral("Tái sử dụng dữ liệu");
    for (int column = 1; column < table->model()->columnCount(); ++column) {
        const int room = table->columnWidth(column) - 2 * space::s;
        const QRect taken = metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, heading);
        QVERIFY2(taken.height() <= table->horizontalHeader()->height(), qPrintable(QString::number(room)));
    }
}

// Painting happens in the GUI thread: a screen full of pages must stay far below what a hand notices.
void ScreensTest::drawingAFullScreenIsQuick()
{
    test::Window all;
    all.window.show();
    all.window.showScreen(MainWindow::PapersPlace);
    PapersState state = test::examplePapers();
    const dossier::Page pattern = state.pages.front();
    for (int i = 0; i < 2000; ++i) {
        dossier::Page page = pattern;
        page.uid = QStringLiteral("more%1").arg(i);
        state.pages.push_back(page);
    }
    QObject::connect(
        all.papers->thumbnails(), &Thumbnails::wanted, all.papers, [&all](const dossier::Page& page) {
            static const QImage picture = test::examplePicture(test::examplePapers().pages.front(), 220);
            all.papers->thumbnails()->put(page, picture);
        });
    all.papers->setState(state);
    all.window.grab();
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 5;
    for (int i = 0; i < rounds; ++i) {
        all.window.grab();
    }
    const qint64 each = timer.elapsed() / rounds;
    QVERIFY2(each < 500, qPrintable(QString::number(each)));
}

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
