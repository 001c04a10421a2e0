// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "storage/keystore.h"
#include "support/testsupport.h"
#include "ui/shell/homewindow.h"
#include "ui/shell/openingpage.h"
#include "ui/style/style.h"
#include "ui/widgets/messages.h"
#include "workflow/workspace.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::ui;

/// A home and its window: what is shown while it opens, and when it cannot be opened.
class HomeWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void windowIsThereBeforeTheHomeIsOpen();
    void leavingWhileTheHomeOpensEndsWell();
    void damagedHomeIsSaidAndCanBeTriedAgain();
    void lostKeyIsPutBackFromItsText();
    void missingSafetyCopyIsSaidAndWorkGoesOn();

private:
    [[nodiscard]] QString home() const { return m_folder->filePath(QStringLiteral("home")); }
    [[nodiscard]] QString journal() const { return home() + QStringLiteral("/journal.db"); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void HomeWindowTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

void HomeWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    settings.officer = QStringLiteral("Le Van Minh");
    VERIFY_OK(workflow::Workspace::create(home(), settings, m_clock));
}

void HomeWindowTest::windowIsThereBeforeTheHomeIsOpen()
{
    HomeWindow home(this->home(), m_clock);
    home.open();
    QVERIFY(home.window().isVisible());
    QVERIFY(!home.isOpen());
    QVERIFY(home.window().openingPage()->isVisible());
    QTRY_VERIFY(home.isOpen());
    QVERIFY(!home.window().openingPage()->isVisible());
    QVERIFY(home.window().notice()->sentence().isEmpty());
}

void HomeWindowTest::leavingWhileTheHomeOpensEndsWell()
{
    auto home = std::make_unique<HomeWindow>(this->home(), m_clock);
    QSignalSpy left(home.get(), &HomeWindow::left);
    home->open();
    QVERIFY(QMetaObject::invokeMethod(&home->window(), "close"));
    QCOMPARE(left.count(), 1);
    QVERIFY(!home->window().isVisible());
    home.reset();
    VERIFY_OK(workflow::Workspace::open(this->home(), m_clock));
}

void HomeWindowTest::damagedHomeIsSaidAndCanBeTriedAgain()
{
    const QString whole = m_folder->filePath(QStringLiteral("whole.db"));
    QVERIFY(QFile::copy(journal(), whole));
    QVERIFY(QFile::remove(journal()));
    QFile damaged(journal());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("this is no journal, and long enough to be looked at");
    damaged.close();

    HomeWindow home(this->home(), m_clock);
    home.open();
    const OpeningPage* page = home.window().openingPage();
    QTRY_VERIFY(!page->failure().isEmpty());
    QVERIFY(!home.isOpen());

    QVERIFY(QFile::remove(journal()));
    QVERIFY(QFile::copy(whole, journal()));
    QVERIFY(QTest::qWaitForWindowActive(&home.window()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QTRY_VERIFY(home.isOpen());
}

void HomeWindowTest::lostKeyIsPutBackFromItsText()
{
    const auto key = storage::KeyStore().openOrCreate(this->home());
    VERIFY_OK(key);
    const QString text = storage::KeyStore::recoveryText(key->key);
    QVERIFY(QFile::remove(this->home() + QStringLiteral("/key")));

    HomeWindow home(this->home(), m_clock);
    home.open();
    const OpeningPage* page = home.window().openingPage();
    QTRY_VERIFY(!page->failure().isEmpty());
    const QString missing = page->failure();
    QVERIFY(QTest::qWaitForWindowActive(&home.window()));
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(field);
    field->setText(QStringLiteral("0000 1111 2222"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!page->failure().isEmpty() && page->failure() != missing);
    QVERIFY(!home.isOpen());
    field->setText(text);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(home.isOpen());
    QVERIFY(QFile::exists(this->home() + QStringLiteral("/key")));
}

void HomeWindowTest::missingSafetyCopyIsSaidAndWorkGoesOn()
{
    // A file where the folder of the copies should be: no copy can be made there, whoever runs this.
    QDir(this->home() + QStringLiteral("/backups")).removeRecursively();
    QFile inTheWay(this->home() + QStringLiteral("/backups"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();

    HomeWindow home(this->home(), m_clock);
    home.open();
    QTRY_VERIFY(home.isOpen());
    QVERIFY(home.window().notice()->sentence().contains(QStringLiteral("backups")));
    QVERIFY(QTest::qWaitForWindowActive(&home.window()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(home.window().notice()->sentence().isEmpty());
}

QTEST_MAIN(HomeWindowTest)
#include "tst_homewindow.moc"
