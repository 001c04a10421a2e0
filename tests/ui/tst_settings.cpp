// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "../capture/scriptedscanner.h"
#include "sharedscanner.h"
#include "support/fakeesclserver.h"
#include "support/fakes3.h"
#include "support/testcertificate.h"
#include "support/testsupport.h"
#include "sync/enrolment.h"
#include "ui/papers/paperspresenter.h"
#include "ui/papers/scanways.h"
#include "ui/settings/copyfields.h"
#include "ui/settings/deliveryfields.h"
#include "ui/settings/enroldialog.h"
#include "ui/settings/profilesdialog.h"
#include "ui/settings/settingspresenter.h"
#include "ui/settings/settingsscreen.h"
#include "ui/settings/sheetkeycard.h"
#include "ui/style/style.h"
#include "ui/widgets/messages.h"
#include "workflow/deliveryrules.h"
#include "workflow/intake.h"
#include "workflow/separationrules.h"
#include "workflow/workbench.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::ui;

/// The settings, with what works behind them.
class SettingsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whatWasTypedOutlivesAFetch();
    void whatIsKeptIsNotTypedAnyMore();
    void howLongCopiesStayIsKept();
    void rulesOfSendingAreKept();
    void hoursThatCannotBeAreSaid();
    void aFileEnrolsTheWorkstation();
    void keyOfSheetsIsShownByItsFingerprint();
    void keyOfAnotherComputerIsTakenOver();
    void mistypedKeyIsSaidAndNotTaken();
    void keyIsCopied();
    void changedCertificateCanBeForgotten();
    void scannerAtAnotherAddressStaysChosen();
    void pagesComeFromTheScannerAtItsNewAddress();
    void soundsAreHeardWhereTheSettingsAskForThem();
    void wayOfScanningSaysWhetherTheScannerTellsOfPaper();

private:
    struct Program
    {
        explicit Program(SettingsTest& test)
            : certificates(certificatesOf(test.m_work->home()))
            , presenter(screen, {test.m_work->workspace(), worker, worker, worker, typedOnly(), certificates})
        {
            presenter.refresh();
        }
        ~Program()
        {
            presenter.stop();
            worker.join();
        }
        [[nodiscard]] ScannerSource typedOnly() const
        {
            const ScannerSource every = everyScannerOf(certificates);
            return [every](capture::EsclScanner::Options network) {
                network.discover = false;
                return every(network);
            };
        }
        [[nodiscard]] QLineEdit* field(const QString& name) const
        {
            for (auto* each : screen.findChildren<QLineEdit*>()) {
                if (each->accessibleName() == name) {
                    return each;
                }
            }
            return nullptr;
        }
        [[nodiscard]] QComboBox* devices() const
        {
            for (auto* each : screen.findChildren<QComboBox*>()) {
                if (each->accessibleName() == QLatin1String("Device")) {
                    return each;
                }
            }
            return nullptr;
        }
        [[nodiscard]] bool shows(const QString& text) const
        {
            const auto labels = screen.sheetKey()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* label) { return label->text().contains(text); });
        }
        Worker worker{1};
        SettingsScreen screen;
        std::shared_ptr<capture::CertificateBook> certificates;
        SettingsPresenter presenter;
    };
    [[nodiscard]] dossier::SheetKey key() const { return workflow::sheetKey(m_work->workspace()).value(); }

    std::unique_ptr<QTemporaryDir> m_stored;
    std::unique_ptr<test::Workbench> m_work;
    const dossier::SheetKey m_others{QByteArray::fromHex("ff0102030405060708090a0b0c0d0e0f")};
};

void SettingsTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
}

void SettingsTest::init()
{
    m_work = std::make_unique<test::Workbench>();
    m_stored = std::make_unique<QTemporaryDir>();
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QCoreApplication::setApplicationName(QStringLiteral("settings"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stored->path());
    QSettings().clear();
}

void SettingsTest::whatWasTypedOutlivesAFetch()
{
    Program program(*this);
    QTRY_VERIFY(!program.field(QStringLiteral("Unit code"))->text().isEmpty());
    const UnitSettings before = program.screen.unit();
    program.field(QStringLiteral("Officer"))->setText(QStringLiteral("Nguyễn Thị Hoa"));
    // Meanwhile the name of the unit is changed elsewhere, by the command line perhaps.
    workflow::HomeSettings other = m_work->workspace().settings().value();
    other.unitName = QStringLiteral("Xã Khác");
    VERIFY_OK(m_work->workspace().setSettings(other));
    program.presenter.refresh();
    QTRY_COMPARE(program.screen.unit().unitName, QStringLiteral("Xã Khác"));
    QCOMPARE(program.screen.unit().officer, QStringLiteral("Nguyễn Thị Hoa"));
    QCOMPARE(program.screen.unit().unit, before.unit);
}

void SettingsTest::whatIsKeptIsNotTypedAnyMore()
{
    Program program(*this);
    QTRY_VERIFY(!program.field(QStringLiteral("Unit code"))->text().isEmpty());
    program.field(QStringLiteral("Officer"))->setText(QStringLiteral("Nguyễn Thị Hoa"));
    QSignalSpy kept(&program.presenter, &SettingsPresenter::changed);
    emit program.screen.saveWanted();
    QTRY_COMPARE(kept.size(), 1);
    workflow::HomeSettings other = m_work->workspace().settings().value();
    QCOMPARE(other.officer, QStringLiteral("Nguyễn Thị Hoa"));
    other.officer = QStringLiteral("Trần Văn Bình");
    VERIFY_OK(m_work->workspace().setSettings(other));
    program.presenter.refresh();
    QTRY_COMPARE(program.screen.unit().officer, QStringLiteral("Trần Văn Bình"));
}

void SettingsTest::howLongCopiesStayIsKept()
{
    Program program(*this);
    QTRY_VERIFY(program.screen.copies()->settings().has_value());
    QVERIFY(program.screen.copies()->settings() == workflow::RetentionSettings{});
    const QList<QSpinBox*> fields = program.screen.copies()->findChildren<QSpinBox*>();
    QCOMPARE(fields.size(), 2);
    fields.at(0)->setValue(fields.at(0)->minimum()); // for ever
    fields.at(1)->setValue(12);
    program.presenter.refresh(); // what was typed outlives it
    QSignalSpy kept(&program.presenter, &SettingsPresenter::changed);
    emit program.screen.saveWanted();
    QTRY_COMPARE(kept.size(), 1);
    const auto stored = workflow::retentionSettings(m_work->workspace());
    VERIFY_OK(stored);
    QVERIFY((*stored == workflow::RetentionSettings{0, 12LL * 1024 * 1024 * 1024}));
    VERIFY_OK(workflow::setRetentionSettings(m_work->workspace(), {30, 0}));
    program.presenter.refresh();
    QTRY_COMPARE(fields.at(0)->value(), 30);
    QCOMPARE(fields.at(1)->value(), 0);
}

void SettingsTest::rulesOfSendingAreKept()
{
    Program program(*this);
    const QDateTime now = m_work->clock().now();
    QTRY_VERIFY(program.screen.delivery()->rules(now));
    QCOMPARE(program.screen.delivery()->rules(now)->kbitPerSecond, 0);
    for (auto* hours : program.screen.delivery()->findChildren<QLineEdit*>()) {
        if (hours->accessibleName() == QStringLiteral("Papers only from – to")) {
            hours->setText(QStringLiteral("17:30-07:00"));
        }
    }
    program.screen.delivery()->findChildren<QCheckBox*>().last()->setChecked(true); // the pause
    QSignalSpy changed(&program.presenter, &SettingsPresenter::changed);
    emit program.screen.saveWanted();
    QTRY_COMPARE(changed.size(), 1);
    const auto kept = workflow::deliveryRules(m_work->workspace().journal());
    QVERIFY(kept && kept->hours && kept->hours->from == QTime(17, 30) && kept->hours->to == QTime(7, 0));
    QVERIFY(kept->pausedSince == now);
}

void SettingsTest::hoursThatCannotBeAreSaid()
{
    Program program(*this);
    QTRY_VERIFY(program.screen.delivery()->rules(m_work->clock().now()));
    QTRY_VERIFY(!program.screen.unit().unit.isEmpty());
    for (auto* hours : program.screen.delivery()->findChildren<QLineEdit*>()) {
        if (hours->accessibleName() == QStringLiteral("Papers only from – to")) {
            hours->setText(QStringLiteral("in the evening"));
        }
    }
    QVERIFY(!program.screen.delivery()->hoursHold());
    QVERIFY(!program.screen.delivery()->rules(m_work->clock().now()));
}

void SettingsTest::aFileEnrolsTheWorkstation()
{
    const test::FakeS3 server;
    dossier::Enrolment enrolment;
    enrolment.warehouse = server.url();
    enrolment.region = QStringLiteral("us-east-1");
    enrolment.accessKey = QString::fromLatin1(test::FakeS3Store::accessKey);
    enrolment.secretKey = QString::fromLatin1(test::FakeS3Store::secretKey);
    enrolment.proxy = QStringLiteral("none");
    enrolment.unit = QStringLiteral("H56.14");
    enrolment.unitName = QStringLiteral("UBND xã Thanh Bình");
    enrolment.workstation = 2;
    enrolment.workstations = 5;
    Program program(*this);
    program.screen.show();
    QSignalSpy changed(&program.presenter, &SettingsPresenter::changed);
    emit program.screen.enrolWanted();
    auto* dialog = program.screen.findChild<EnrolDialog*>();
    QVERIFY(dialog);
    emit dialog->agreed(); // nothing was offered: nothing happens
    emit dialog->textEntered(QStringLiteral("{\"format\":"));
    QVERIFY(dialog->notice()->sentence().contains(QStringLiteral("cannot be read")));
    emit dialog->textEntered(QString::fromUtf8(sync::toBytes(enrolment)));
    QTRY_VERIFY(dialog->notice()->sentence().contains(QStringLiteral("takes these keys")));
    for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        QVERIFY(!label->text().contains(enrolment.secretKey));
        QVERIFY(!label->text().contains(enrolment.accessKey));
    }
    auto settings = m_work->workspace().settings();
    QVERIFY(settings && settings->warehouse != enrolment.warehouse); // nothing is kept yet
    emit dialog->agreed();
    QTRY_COMPARE(changed.size(), 1);
    settings = m_work->workspace().settings();
    QVERIFY(settings && settings->warehouse == enrolment.warehouse && settings->workstation == 2);
    QTRY_COMPARE(program.screen.unit().workstation, 2);
}

void SettingsTest::keyOfSheetsIsShownByItsFingerprint()
{
    Program program(*this);
    QTRY_VERIFY(program.shows(QStringLiteral("own key %1").arg(key().id())));
    QVERIFY(!program.shows(key().text().left(9)));
}

void SettingsTest::keyOfAnotherComputerIsTakenOver()
{
    Program program(*this);
    const dossier::SheetKey own = key();
    QLineEdit* entry = program.screen.sheetKey()->findChild<QLineEdit*>();
    entry->setText(m_others.text().toLower());
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY(program.shows(QStringLiteral("the key %1").arg(m_others.id())));
    QVERIFY(entry->text().isEmpty());
    QCOMPARE(key(), m_others);
    QCOMPARE(workflow::sheetKeys(m_work->workspace()).value(), (std::vector{m_others, own}));
    // The own one again.
    entry->setText(own.text());
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY(program.shows(QStringLiteral("own key %1").arg(own.id())));
    QVERIFY(program.shows(QStringLiteral("2 key")));
}

void SettingsTest::mistypedKeyIsSaidAndNotTaken()
{
    Program program(*this);
    const dossier::SheetKey own = key();
    QLineEdit* entry = program.screen.sheetKey()->findChild<QLineEdit*>();
    QString mistyped = m_others.text();
    mistyped[0] = mistyped[0] == u'0' ? u'1' : u'0';
    entry->setText(mistyped);
    QTest::keyClick(entry, Qt::Key_Return);
    QVERIFY(program.screen.notice()->sentence().contains(QStringLiteral("nine groups")));
    QVERIFY(!program.screen.notice()->sentence().contains(mistyped.left(9)));
    QCOMPARE(entry->text(), mistyped); // to be mended
    QCOMPARE(key(), own);
}

void SettingsTest::keyIsCopied()
{
    Program program(*this);
    QGuiApplication::clipboard()->clear();
    emit program.screen.sheetKey()->copyWanted();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), key().text());
}

void SettingsTest::changedCertificateCanBeForgotten()
{
    Program program(*this);
    quint16 port = 0;
    ScanChoice choice;
    const auto isListed = [&] {
        return program.devices()->findText(QStringLiteral("Fake Scanner 3000")) >= 0;
    };
    {
        const test::FakeEsclServer server({}, test::selfMadeCertificate("scanner"));
        port = server.port();
        choice.address = QStringLiteral("https://127.0.0.1:%1").arg(port);
        program.screen.setScanChoice(choice);
        program.screen.lookForScanners();
        QTRY_VERIFY_WITH_TIMEOUT(isListed(), 60'000);
    }
    const test::FakeEsclServer replaced({}, test::selfMadeCertificate("scanner"), port);
    program.screen.lookForScanners();
    const auto forget = [&]() -> QPushButton* {
        for (auto* button : program.screen.notice()->findChildren<QPushButton*>()) {
            if (button->text().contains(QStringLiteral("Forget"))) {
                return button;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(forget() != nullptr, 60'000);
    QVERIFY(program.screen.notice()->sentence().contains(QStringLiteral("127.0.0.1:%1").arg(port)));
    QVERIFY(!isListed());
    forget()->click();
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), 60'000); // met anew
    QVERIFY(program.certificates->changed().isEmpty());
}

void SettingsTest::scannerAtAnotherAddressStaysChosen()
{
    SettingsScreen screen;
    ScanChoice choice;
    choice.scannerId = QStringLiteral("escl+http://192.168.1.20/eSCL");
    choice.scannerName = QStringLiteral("Fake");
    choice.scannerSerial = QStringLiteral("S1");
    choice.tellsPaper = true;
    screen.setScanChoice(choice);
    QCOMPARE(screen.scanChoice(), choice);
    screen.setScanners({{QStringLiteral("escl+http://192.168.1.20/eSCL/other"), QStringLiteral("Other"),
                         QStringLiteral("S2"), false},
                        {QStringLiteral("escl+http://192.168.1.33/eSCL"), QStringLiteral("Fake"),
                         QStringLiteral("S1"), true}});
    choice.scannerId = QStringLiteral("escl+http://192.168.1.33/eSCL");
    QCOMPARE(screen.scanChoice(), choice);
    saveScanChoice(choice);
    QCOMPARE(loadScanChoice(), choice);
}

void SettingsTest::pagesComeFromTheScannerAtItsNewAddress()
{
    const auto scanner = std::make_shared<test::ScriptedScanner>();
    scanner->scanners.front().serial = QStringLiteral("S1");
    const QString path = m_work->path(QStringLiteral("page.jpg"));
    test::drawTextPage(path, 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    scanner->pages = {file.readAll()};
    capture::EsclScanner::Options asked;
    Worker worker(1);
    PapersScreen screen;
    SettingsScreen settings;
    const Bench bench{m_work->workspace(), worker, worker, worker,
                      [&](const capture::EsclScanner::Options& network) -> std::unique_ptr<capture::Scanner> {
                          asked = network;
                          return std::make_unique<test::SharedScanner>(scanner);
                      }};
    PapersPresenter presenter(screen, bench);
    ScanChoice choice;
    choice.scannerId = QStringLiteral("escl+http://192.168.1.20/eSCL");
    choice.scannerSerial = QStringLiteral("S1");
    saveScanChoice(choice);
    SettingsPresenter keeper(settings, bench);
    connect(&presenter, &PapersPresenter::scannerMoved, &keeper, &SettingsPresenter::noteScannerMoved);
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    request.applicant.fullName = QStringLiteral("TRẦN VĂN BÌNH");
    const auto taken = workflow::Intake(m_work->workspace()).takeIn(request);
    VERIFY_OK(taken);
    presenter.open(taken->dossier.uid);
    QSignalSpy came(&presenter, &PapersPresenter::pagesCame);
    emit screen.scanWanted(0);
    QTRY_COMPARE_WITH_TIMEOUT(came.size(), 1, 60'000);
    QCOMPARE(asked.serial, QStringLiteral("S1"));
    QVERIFY(screen.notice()->sentence().contains(QStringLiteral("another address")));
    QCOMPARE(loadScanChoice().scannerId, QStringLiteral("scripted:0"));
    QCOMPARE(settings.scanChoice().scannerId, QStringLiteral("scripted:0"));
    // Another device of the same kind in its place is not scanned with.
    choice.scannerId = QStringLiteral("scripted:0");
    choice.scannerSerial = QStringLiteral("S2");
    saveScanChoice(choice);
    scanner->fed = 0;
    emit screen.scanWanted(0);
    QTRY_VERIFY(screen.notice()->sentence().contains(QStringLiteral("No scanner")));
    QCOMPARE(scanner->fed, 0);
    worker.join();
}

void SettingsTest::soundsAreHeardWhereTheSettingsAskForThem()
{
    dossier::Page page;
    page.uid = QStringLiteral("one");
    int heard = 0;
    PaperSounds sounds;
    sounds.setBeep([&heard] { ++heard; });
    dossier::Page doubtful = page;
    doubtful.findings.emplace();
    doubtful.findings->quality.findings = {dossier::QualityFinding::CutEdge};
    sounds.begin(true);
    sounds.looked(page);
    QCOMPARE(heard, 0);
    sounds.looked(doubtful);
    sounds.looked(doubtful); // told again with something new
    QCOMPARE(heard, 1);
    doubtful.uid = QStringLiteral("two");
    doubtful.state = dossier::PageState::SetAside;
    sounds.looked(doubtful); // nobody wants it
    QCOMPARE(heard, 1);
    sounds.end(true);
    sounds.looked(doubtful);
    QCOMPARE(heard, 1);
    sounds.begin(true);
    sounds.end(false);
    QTRY_COMPARE(heard, 4); // another sound: three times
    sounds.begin(false);
    doubtful.state = dossier::PageState::Kept;
    sounds.looked(doubtful);
    sounds.end(false);
    QCOMPARE(heard, 4);

    SettingsScreen screen;
    ScanChoice choice;
    choice.beeps = true;
    screen.setScanChoice(choice);
    QVERIFY(screen.scanChoice().beeps);
    saveScanChoice(screen.scanChoice());
    QVERIFY(loadScanChoice().beeps);
}

void SettingsTest::wayOfScanningSaysWhetherTheScannerTellsOfPaper()
{
    ProfilesDialog dialog(capture::defaultProfiles(), capture::defaultProfiles());
    const auto boxes = dialog.findChildren<QCheckBox*>();
    const auto box = std::find_if(boxes.begin(), boxes.end(), [](const QCheckBox* each) {
        return each->text().contains(QStringLiteral("paper is put"));
    });
    QVERIFY(box != boxes.end());
    const QString unknown = (*box)->accessibleDescription();
    dialog.setTellsPaper(false);
    QVERIFY((*box)->accessibleDescription().contains(QStringLiteral("does not tell")));
    dialog.setTellsPaper(true);
    QVERIFY((*box)->accessibleDescription() != unknown);
    QVERIFY(!dialog.profiles().front().startOnPaper);
    (*box)->click();
    QVERIFY(dialog.profiles().front().startOnPaper);
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
