// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/style/style.h"
#include "ui/widgets/dropveil.h"
#include "ui/window.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace sohoa;
using namespace sohoa::ui;

/// Files dragged onto the window, given to the widget under the pointer as the system does.
class DropsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void filesGoToThePartThatIsChosen();
    void filesOverAComponentGoToThatComponent();
    void componentThatMustNotBeScannedTakesNone();
    void foldersAreGivenAsTheyAre();
    void placeIsShownWhileSomethingIsOverItAndOnlyThen();
    void nothingIsTakenWhilePagesComeIn();
    void textAndAddressesAreNotTaken();
    void pictureOfACardGoesToTheDesk();

private:
    /// What lies under the middle of `list`'s row, or of the whole list.
    struct Pointer
    {
        QWidget* under;
        QPoint at;
    };
    [[nodiscard]] QListView* list(const QString& name) const
    {
        for (auto* view : m_all->papers->findChildren<QListView*>()) {
            if (view->accessibleName() == name) {
                return view;
            }
        }
        return nullptr;
    }
    [[nodiscard]] Pointer overRow(const QString& name, int row) const
    {
        QListView* view = list(name);
        view->scrollTo(view->model()->index(row, 0));
        return {view->viewport(), view->visualRect(view->model()->index(row, 0)).center()};
    }
    bool enter(const Pointer& pointer)
    {
        QDragEnterEvent entering(pointer.at, Qt::CopyAction, &m_data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pointer.under, &entering);
        if (!entering.isAccepted()) {
            return false;
        }
        QDragMoveEvent moving(pointer.at, Qt::CopyAction, &m_data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pointer.under, &moving);
        return moving.isAccepted();
    }
    void drop(const Pointer& pointer)
    {
        QDropEvent dropping(pointer.at, Qt::CopyAction, &m_data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pointer.under, &dropping);
    }
    void carry(const QStringList& paths)
    {
        QList<QUrl> urls;
        for (const QString& path : paths) {
            urls.append(QUrl::fromLocalFile(path));
        }
        m_data.clear();
        m_data.setUrls(urls);
    }

    test::Window* m_all = nullptr;
    QMimeData m_data;
};

void DropsTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
}

void DropsTest::init()
{
    m_all = new test::Window;
    m_all->papers->setState(test::examplePapers());
    m_all->window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_all->window));
    m_all->window.showScreen(MainWindow::PapersPlace);
    carry({QStringLiteral("/scans/a.jpg"), QStringLiteral("/scans/b.pdf")});
}

void DropsTest::cleanup()
{
    delete m_all;
    m_all = nullptr;
}

void DropsTest::filesGoToThePartThatIsChosen()
{
    QSignalSpy given(m_all->papers, &PapersScreen::filesGiven);
    const Pointer pages = overRow(QStringLiteral("Pages"), 0);
    QVERIFY(enter(pages));
    drop(pages);
    QCOMPARE(given.count(), 1);
    QCOMPARE(given.front().at(0).toStringList(),
             QStringList({QStringLiteral("/scans/a.jpg"), QStringLiteral("/scans/b.pdf")}));
    QCOMPARE(given.front().at(1).toInt(), 0);

    list(QStringLiteral("Components"))
        ->setCurrentIndex(list(QStringLiteral("Components"))->model()->index(1, 0));
    const Pointer again = overRow(QStringLiteral("Pages"), 0);
    QVERIFY(enter(again));
    drop(again);
    QCOMPARE(given.back().at(1).toInt(), test::examplePapers().detail.components.front().number);
}

void DropsTest::filesOverAComponentGoToThatComponent()
{
    const std::vector<dossier::Component> components = test::examplePapers().detail.components;
    QSignalSpy given(m_all->papers, &PapersScreen::filesGiven);
    for (int row = 0; row < static_cast<int>(components.size()); ++row) {
        const dossier::Component& component = components[static_cast<std::size_t>(row)];
        if (component.duty == dossier::Duty::Scan) {
            const Pointer over = overRow(QStringLiteral("Components"), row + 1); // the first row is "all"
            QVERIFY(enter(over));
            drop(over);
            QCOMPARE(given.back().at(1).toInt(), component.number);
        }
    }
    QVERIFY(given.count() > 1);
}

void DropsTest::componentThatMustNotBeScannedTakesNone()
{
    PapersState state = test::examplePapers();
    state.detail.components.front().duty = dossier::Duty::ShownOnly;
    m_all->papers->setState(state);
    QSignalSpy given(m_all->papers, &PapersScreen::filesGiven);
    const Pointer over = overRow(QStringLiteral("Components"), 1);
    QVERIFY(!enter(over));
    drop(over);
    QCOMPARE(given.count(), 0);
}

void DropsTest::foldersAreGivenAsTheyAre()
{
    carry({QStringLiteral("/scans")});
    QSignalSpy given(m_all->papers, &PapersScreen::filesGiven);
    const Pointer pages = overRow(QStringLiteral("Pages"), 0);
    QVERIFY(enter(pages));
    drop(pages);
    QCOMPARE(given.front().at(0).toStringList(), QStringList(QStringLiteral("/scans")));
}

void DropsTest::placeIsShownWhileSomethingIsOverItAndOnlyThen()
{
    const auto* veil = m_all->papers->findChild<DropVeil*>();
    QVERIFY(veil->sentence().isEmpty());
    QVERIFY(enter(overRow(QStringLiteral("Components"), 1)));
    const QString overComponent = veil->sentence();
    const QRect place = veil->geometry();
    QVERIFY(!overComponent.isEmpty());
    QVERIFY(enter(overRow(QStringLiteral("Pages"), 0)));
    QVERIFY(veil->sentence() != overComponent);
    QVERIFY(veil->geometry() != place);
    QDragLeaveEvent leaving;
    QApplication::sendEvent(m_all->papers, &leaving);
    QVERIFY(veil->sentence().isEmpty());
}

void DropsTest::nothingIsTakenWhilePagesComeIn()
{
    m_all->papers->setReady(false);
    QSignalSpy given(m_all->papers, &PapersScreen::filesGiven);
    const Pointer pages = overRow(QStringLiteral("Pages"), 0);
    QVERIFY(!enter(pages));
    drop(pages);
    QCOMPARE(given.count(), 0);
}

void DropsTest::textAndAddressesAreNotTaken()
{
    const Pointer pages = overRow(QStringLiteral("Pages"), 0);
    m_data.clear();
    m_data.setText(QStringLiteral("a.jpg"));
    QVERIFY(!enter(pages));
    m_data.clear();
    m_data.setUrls({QUrl(QStringLiteral("https://example.org/a.jpg"))});
    QVERIFY(!enter(pages));
}

void DropsTest::pictureOfACardGoesToTheDesk()
{
    m_all->window.showScreen(MainWindow::DeskPlace);
    QSignalSpy given(m_all->desk, &DeskScreen::cardPictureGiven);
    const Pointer desk{m_all->desk, m_all->desk->rect().center()};
    QVERIFY(enter(desk));
    QVERIFY(!m_all->desk->findChild<DropVeil*>()->sentence().isEmpty());
    drop(desk);
    QCOMPARE(given.front().front().toString(), QStringLiteral("/scans/a.jpg"));
    QVERIFY(m_all->desk->findChild<DropVeil*>()->sentence().isEmpty());
}

QTEST_MAIN(DropsTest)
#include "tst_drops.moc"
