// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "../capture/scriptedscanner.h"
#include "imaging/decode.h"
#include "storage/journal.h"
#include "storage/vault.h"
#include "support/fakeesclserver.h"
#include "support/testcertificate.h"
#include "support/testsupport.h"
#include "ui/papers/feeding.h"
#include "ui/papers/paperspresenter.h"
#include "ui/settings/settingspresenter.h"
#include "ui/settings/settingsscreen.h"
#include "ui/style/style.h"
#include "ui/widgets/messages.h"
#include "workflow/intake.h"
#include "workflow/stack.h"
#include "workflow/workbench.h"

#include <QApplication>
#include <QComboBox>
#include <QMutex>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::ui;
using dossier::Page;
using dossier::SetAsideReason;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Gives its pages as files that are gone when the sink returns, as pages too large for the memory come.
class FileScanner final : public capture::Scanner
{
public:
    explicit FileScanner(std::vector<QByteArray> pages, const QString& path)
        : m_pages(std::move(pages))
        , m_path(path)
    {
    }
    Result<std::vector<capture::ScannerInfo>> list(const StopToken&) override
    {
        capture::ScannerInfo info;
        info.id = QStringLiteral("files");
        info.feeder = true;
        return std::vector{info};
    }
    Result<capture::ScanSummary> scan(const capture::ScanSettings&, const capture::PageSink& sink,
                                      const StopToken&) override
    {
        capture::ScanSummary summary;
        for (const QByteArray& bytes : m_pages) {
            test::writeFile(m_path, bytes);
            capture::ScannedPage page;
            page.file = m_path;
            page.number = summary.pages + 1;
            SOHOA_TRY(sink(page));
            QFile::remove(m_path);
            ++summary.pages;
        }
        return summary;
    }

private:
    std::vector<QByteArray> m_pages;
    QString m_path;
};

} // namespace

/// Scanners of all kinds, from the settings to the pages in the journal.
class ScannersTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void pagesThatComeAsFilesAreKeptAndUnreadableOnesAreSetAside();
    void afterAJamTheSameStackGoesOnInOrder();
    void pagesAreLookedAtWhileOthersAreStillFed();
    void photoThatCannotBeOpenedSaysSo();
    void settingsListTheTypedScannerAndSayOnceThatItIsNew();
    void addressThatIsNoneIsNotKept();
    void pagesOfANetworkScannerComeIn();

private:
    [[nodiscard]] ScannerSource onlyTyped() const
    {
        const ScannerSource every = everyScannerOf(m_work->home());
        return [every](capture::EsclScanner::Options network) {
            network.discover = false;
            return every(network);
        };
    }

    std::unique_ptr<QTemporaryDir> m_stored;
    std::unique_ptr<test::Workbench> m_work;
    std::vector<QByteArray> m_pictures;
};

void ScannersTest::initTestCase()
{
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QTemporaryDir folder;
    for (int i = 1; i <= 4; ++i) {
        const QString path = folder.filePath(QStringLiteral("%1.jpg").arg(i));
        test::drawTextPage(path, i);
        m_pictures.push_back(contentOf(path));
    }
}

void ScannersTest::init()
{
    m_work = std::make_unique<test::Workbench>();
    m_stored = std::make_unique<QTemporaryDir>();
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QCoreApplication::setApplicationName(QStringLiteral("scanners"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_stored->path());
    QSettings().clear();
}

void ScannersTest::pagesThatComeAsFilesAreKeptAndUnreadableOnesAreSetAside()
{
    // The second breaks off as a PDF does that cannot be opened, the third is nothing at all.
    const std::vector<QByteArray> given = {m_pictures[0], "%PDF-1.7 and nothing more", "no picture",
                                           m_pictures[1]};
    const auto feeding =
        Feeding::begin(m_work->workspace(),
                       std::make_shared<FileScanner>(given, m_work->path(QStringLiteral("large"))), {}, {});
    VERIFY_OK(feeding);
    QString session;
    const auto round = (*feeding)->feed({}, [&](const Page& page) { session = page.session; });
    VERIFY_OK(round);
    QCOMPARE(round->unreadable, 2);
    const std::vector<Page> kept = m_work->workspace().journal().pagesOfSession(session).value();
    QCOMPARE(kept.size(), given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto bytes = m_work->workspace().vault().get(kept[i].sha256);
        VERIFY_OK(bytes);
        QCOMPARE(*bytes, given[i]);
        QCOMPARE(kept[i].reason == SetAsideReason::Unreadable, i == 1 || i == 2);
    }
}

void ScannersTest::afterAJamTheSameStackGoesOnInOrder()
{
    const auto scanner = std::make_shared<test::ScriptedScanner>();
    scanner->pages = m_pictures;
    scanner->troubleAfter = 3;
    const auto feeding = Feeding::begin(m_work->workspace(), scanner, {}, {});
    VERIFY_OK(feeding);
    QString session;
    const auto tell = [&](const Page& page) { session = page.session; };
    const auto first = (*feeding)->feed({}, tell);
    VERIFY_OK(first);
    QVERIFY(first->fault && first->fault->code == ErrorCode::ScannerJam);
    QVERIFY(first->canGoOn);
    QCOMPARE(first->sheets, 3);
    scanner->troubleAfter = -1;
    const auto second = (*feeding)->feed({}, tell);
    VERIFY_OK(second);
    QVERIFY(!second->fault && !second->canGoOn);
    QCOMPARE(second->account.fed, 4);
    const std::vector<Page> kept = m_work->workspace().journal().pagesOfSession(session).value();
    QCOMPARE(kept.size(), m_pictures.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(m_work->workspace().vault().get(kept[i].sha256).value(), m_pictures[i]);
    }
}

void ScannersTest::pagesAreLookedAtWhileOthersAreStillFed()
{
    const auto scanner = std::make_shared<test::ScriptedScanner>();
    scanner->pages = m_pictures;
    QSemaphore lookedAt;
    bool toldInTime = false;
    scanner->beforePage = [&](int page) {
        // The feeder waits for what in the end comes anyhow: with pages looked at after the last one it
        // would wait in vain.
        if (page == 3) {
            toldInTime = lookedAt.tryAcquire(1, 60'000);
        }
    };
    const auto feeding = Feeding::begin(m_work->workspace(), scanner, {}, {});
    VERIFY_OK(feeding);
    QString session;
    QMutex mutex;
    const auto round = (*feeding)->feed({}, [&](const Page& page) {
        const QMutexLocker lock(&mutex);
        session = page.session;
        if (page.findings) {
            lookedAt.release();
        }
    });
    VERIFY_OK(round);
    QVERIFY(toldInTime);
    const std::vector<Page> kept = m_work->workspace().journal().pagesOfSession(session).value();
    QCOMPARE(kept.size(), m_pictures.size());
    QVERIFY(
        std::all_of(kept.begin(), kept.end(), [](const Page& page) { return page.findings.has_value(); }));
}

void ScannersTest::photoThatCannotBeOpenedSaysSo()
{
    const QString path = m_work->path(QStringLiteral("photo.heic"));
    test::writeFile(path, QByteArray("\0\0\0\x18"
                                     "ftypheic\0\0\0\0mif1heic",
                                     24));
    const auto stack =
        workflow::Stack::open(m_work->workspace(), QStringLiteral("photo"), QStringLiteral("photo"));
    VERIFY_OK(stack);
    const auto outcomes = workflow::importFiles(*stack, {path}, {}, {});
    VERIFY_OK(outcomes);
    VERIFY_FAILS(outcomes->front().status,
                 imaging::canDecodeHeif() ? ErrorCode::ImageDamaged : ErrorCode::FormatNotInstalled);
}

void ScannersTest::settingsListTheTypedScannerAndSayOnceThatItIsNew()
{
    const test::FakeEsclServer server({}, test::selfMadeCertificate("scanner"));
    Worker worker(1);
    SettingsScreen screen;
    SettingsPresenter presenter(screen, {m_work->workspace(), worker, worker, worker, onlyTyped()});
    ScanChoice choice;
    choice.address = QStringLiteral("https://127.0.0.1:%1").arg(server.port());
    screen.setScanChoice(choice);
    const auto isListed = [&screen] {
        for (const auto* box : screen.findChildren<QComboBox*>()) {
            if (box->findText(QStringLiteral("Fake Scanner 3000")) >= 0) {
                return true;
            }
        }
        return false;
    };
    emit screen.scannersWanted();
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), 60'000);
    QVERIFY(screen.notice()->sentence().contains(QStringLiteral("Fake Scanner 3000")));
    screen.notice()->clear();
    screen.setScanners({});
    emit screen.scannersWanted();
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), 60'000);
    QVERIFY(screen.notice()->sentence().isEmpty());
}

void ScannersTest::addressThatIsNoneIsNotKept()
{
    Worker worker(1);
    SettingsScreen screen;
    SettingsPresenter presenter(screen, {m_work->workspace(), worker, worker, worker, onlyTyped()});
    ScanChoice choice;
    choice.address = QStringLiteral("ftp://scanner");
    screen.setScanChoice(choice);
    emit screen.saveWanted();
    QVERIFY(!screen.notice()->sentence().isEmpty());
    QVERIFY(loadScanChoice().address.isEmpty());
    choice.address = QStringLiteral("192.168.1.20");
    screen.setScanChoice(choice);
    emit screen.saveWanted();
    QCOMPARE(loadScanChoice(), choice);
}

void ScannersTest::pagesOfANetworkScannerComeIn()
{
    test::EsclScript script;
    script.pages = m_pictures;
    const test::FakeEsclServer server(script);
    ScanChoice choice;
    choice.scannerId = server.scannerId();
    saveScanChoice(choice);
    Worker worker(2);
    PapersScreen screen;
    PapersPresenter presenter(screen, {m_work->workspace(), worker, worker, worker, onlyTyped()});
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    request.applicant.fullName = QStringLiteral("TRẦN VĂN BÌNH");
    const auto taken = workflow::Intake(m_work->workspace()).takeIn(request);
    VERIFY_OK(taken);
    presenter.open(taken->dossier.uid);
    QSignalSpy came(&presenter, &PapersPresenter::pagesCame);
    emit screen.scanWanted(0);
    QTRY_VERIFY2_WITH_TIMEOUT(!came.isEmpty(), qPrintable(screen.notice()->sentence()), 120'000);
    QCOMPARE(server.count(QStringLiteral("POST /eSCL/ScanJobs")), 1);
    const std::vector<Page> kept = m_work->workspace().journal().pagesOfDossier(taken->dossier.uid).value();
    QCOMPARE(kept.size(), m_pictures.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(m_work->workspace().vault().get(kept[i].sha256).value(), m_pictures[i]);
    }
    worker.join(); // its work refers to the presenter, which goes first
}

QTEST_MAIN(ScannersTest)
#include "tst_scanners.moc"
