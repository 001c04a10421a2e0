// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "ui/papers/scanways.h"
#include "ui/settings/profiles.h"
#include "ui/settings/profilesdialog.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::ui;
using capture::ScanProfile;

/// Ways of scanning: their keys on the screen, and the dialog in which they are changed.
class ScanWaysTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keyScansOnceAndLeavesWhatF6Does();
    void waysThatAreGoneAreNotChosenAnyMore();
    void whatIsKeptComesBack();
    void keyMeansOneThing();
    void twoOfOneNameAreNotKept();

private:
    QTemporaryDir m_stored;
};

void ScanWaysTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QCoreApplication::setApplicationName(QStringLiteral("scanways"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stored.path());
}

void ScanWaysTest::keyScansOnceAndLeavesWhatF6Does()
{
    QWidget screen;
    ScanWays ways(&screen);
    const std::vector<ScanProfile> profiles = capture::defaultProfiles();
    ways.setProfiles(profiles);
    ways.choose(profiles[1].id);
    QSignalSpy wanted(&ways, &ScanWays::scanWanted);
    screen.setFocusPolicy(Qt::StrongFocus);
    screen.show();
    QVERIFY(QTest::qWaitForWindowActive(&screen));
    screen.setFocus();
    QTest::keyClick(&screen, static_cast<Qt::Key>(Qt::Key_F1 + profiles[2].key - 1));
    QCOMPARE(wanted.count(), 1);
    QVERIFY(ways.takeProfile() == profiles[2]);
    QVERIFY(ways.takeProfile() == profiles[1]);
    ways.choose({});
    QVERIFY(!ways.takeProfile());
    ways.setEnabled(false);
    QTest::keyClick(&screen, static_cast<Qt::Key>(Qt::Key_F1 + profiles[2].key - 1));
    QCOMPARE(wanted.count(), 1);
}

void ScanWaysTest::waysThatAreGoneAreNotChosenAnyMore()
{
    QWidget screen;
    ScanWays ways(&screen);
    std::vector<ScanProfile> profiles = capture::defaultProfiles();
    ways.setProfiles(profiles);
    ways.choose(profiles.back().id);
    QVERIFY(ways.chosen());
    profiles.pop_back();
    ways.setProfiles(profiles);
    QVERIFY(!ways.chosen());
    QVERIFY(!ways.takeProfile());
}

void ScanWaysTest::whatIsKeptComesBack()
{
    QVERIFY(loadProfiles() == capture::defaultProfiles());
    std::vector<ScanProfile> profiles = capture::defaultProfiles();
    profiles.front().name = QStringLiteral("Hồ sơ đất đai");
    profiles.front().separation.codePrefix = QStringLiteral("BM-");
    VERIFY_OK(saveProfiles(profiles));
    QVERIFY(loadProfiles() == profiles);
    profiles.front().key = 6; // F6 is not to be given away
    VERIFY_FAILS(saveProfiles(profiles), ErrorCode::InvalidArgument);
    QCOMPARE(loadProfiles().front().key, capture::defaultProfiles().front().key);
    QSettings().setValue(QStringLiteral("scanner/profiles"), QStringLiteral("{\"profiles\": 7}"));
    QVERIFY(loadProfiles() == capture::defaultProfiles());
}

void ScanWaysTest::keyMeansOneThing()
{
    ProfilesDialog dialog(capture::defaultProfiles(), capture::defaultProfiles());
    auto* list = dialog.findChild<QListWidget*>();
    list->setCurrentRow(1);
    QComboBox* key = nullptr;
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->findText(QStringLiteral("F12")) >= 0) {
            key = box;
        }
    }
    QVERIFY(key != nullptr);
    key->setCurrentIndex(key->findText(QStringLiteral("F2")));
    emit key->activated(key->currentIndex());
    QCOMPARE(dialog.profiles()[0].key, 0);
    QCOMPARE(dialog.profiles()[1].key, 2);
    QVERIFY(dialog.profiles()[1].name.isEmpty()); // still the one that comes with the program
    VERIFY_OK(capture::checkProfiles(dialog.profiles()));
}

void ScanWaysTest::twoOfOneNameAreNotKept()
{
    ProfilesDialog dialog(capture::defaultProfiles(), capture::defaultProfiles());
    int kept = 0;
    connect(&dialog, &ProfilesDialog::keepWanted, &dialog, [&kept] { ++kept; });
    auto* name = dialog.findChild<QLineEdit*>();
    QVERIFY(name != nullptr);
    const QString other = profileName(dialog.profiles()[1]);
    name->setText(other.toUpper());
    emit name->textEdited(name->text());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(kept, 0);
    QVERIFY(dialog.isVisible());
    name->setText(QStringLiteral("Hồ sơ đất đai"));
    emit name->textEdited(name->text());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(kept, 1);
    QCOMPARE(dialog.profiles()[1].id, capture::defaultProfiles()[1].id);
}

QTEST_MAIN(ScanWaysTest)
#include "tst_scanways.moc"
