// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/profile.h"
#include "storage/journal.h"
#include "storage/vault.h"
#include "support/testsupport.h"
#include "workflow/paperpages.h"
#include "workflow/review.h"
#include "workflow/stack.h"
#include "workflow/treatment.h"
#include "workflow/workbench.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using dossier::Page;
using workflow::Stack;
using workflow::Treatment;

namespace {

constexpr double pixelsPerMm = 200 / 25.4;
constexpr double holeMm = 8; // from the edge, clear of the print

/// A page of print, A5 at 200 dpi, with two holes in its left margin.
void drawPunchedPage(const QString& path, int number)
{
    drawTextPage(path, number);
    QImage page(path);
    {
        QPainter painter(&page);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(30, 30, 32));
        for (const double y : {105.0 - 40, 105.0 + 40}) {
            painter.drawEllipse(QPointF(holeMm, y) * pixelsPerMm, 3 * pixelsPerMm, 3 * pixelsPerMm);
        }
    }
    page.setDotsPerMeterX(7874);
    page.setDotsPerMeterY(7874);
    page.save(path, "JPEG", 90);
}

/// The only page of a stack that is treated so.
Result<Page> examined(const Workbench& bench, const QString& file, const Treatment& treatment)
{
    SOHOA_ASSIGN(const Stack stack, Stack::open(bench.workspace(), dossier::newUid(), QString()));
    SOHOA_TRY(stack.setTreatment(treatment));
    SOHOA_TRY(workflow::importFiles(stack, {file}, {}, {}));
    SOHOA_TRY(stack.examine({}, {}));
    SOHOA_ASSIGN(const std::vector<Page> pages, stack.pages());
    return pages.front();
}

bool has(const Page& page, dossier::QualityFinding finding)
{
    const auto& findings = page.findings->quality.findings;
    return std::find(findings.begin(), findings.end(), finding) != findings.end();
}

} // namespace

class TestTreatment : public QObject
{
    Q_OBJECT

private slots:
    void aProfileSaysHowPagesAreTreated()
    {
        capture::ScanProfile profile;
        QCOMPARE(workflow::treatmentOf(profile),
                 (Treatment{.chooseMode = true, .widthMm = 210, .heightMm = 297}));
        profile.cleaning = {false, true, false, true, false, true};
        profile.colour = capture::ProfileColour::Grey;
        profile.heightMm = 0;
        const Treatment treatment = workflow::treatmentOf(profile);
        QCOMPARE(treatment,
                 (Treatment{.turn = false, .crop = false, .removePunchHoles = false, .whiten = true}));
        QCOMPARE(workflow::treatmentFrom(toJson(treatment)), treatment);
        QCOMPARE(workflow::treatmentFrom({}), Treatment{});
    }

    void aStackKeepsItsTreatmentOverARestart()
    {
        Workbench bench;
        const QString file = bench.path(QStringLiteral("đục lỗ.jpg"));
        drawPunchedPage(file, 1);
        const QString key = QStringLiteral("key");
        {
            const auto stack = Stack::open(bench.workspace(), key, QString());
            VERIFY_OK(stack);
            QCOMPARE(*stack->treatment(), Treatment{});
            VERIFY_OK(stack->setTreatment({.removePunchHoles = false}));
            VERIFY_OK(stack->setTreatment({.removePunchHoles = false, .whiten = true}));
            VERIFY_OK(workflow::importFiles(*stack, {file}, {}, {}));
        }
        bench.reopen();
        const auto stack = Stack::open(bench.workspace(), key, QString());
        VERIFY_OK(stack);
        VERIFY_OK(stack->examine({}, {}));
        const Page page = stack->pages()->front();
        QCOMPARE(int(page.findings->punchHoles.size()), 2);
        QVERIFY(page.edits.fills.empty());
        QVERIFY(page.edits.whiten);
    }

    void holesAreGoneFromThePaperAndNotFromTheScan()
    {
        const Workbench bench;
        const QString file = bench.path(QStringLiteral("đục lỗ.jpg"));
        drawPunchedPage(file, 2);
        const auto page = examined(bench, file, {});
        VERIFY_OK(page);
        QCOMPARE(int(page->edits.fills.size()), 2);
        const workflow::Review review(bench.workspace());
        const auto hole = [](const QImage& image) {
            const double scale = double(image.height()) / 210;
            return qGray(image.pixel(int(holeMm * scale), int(65 * scale)));
        };
        const auto shown = review.picture(*page, 700);
        VERIFY_OK(shown);
        QVERIFY(hole(*shown) > 225);
        const auto original = review.original(*page, 700);
        VERIFY_OK(original);
        QVERIFY(hole(*original) < 60);
        const auto paper = workflow::paperPage(*bench.workspace().vault().get(page->sha256), *page,
                                               workflow::PaperStep::AsScanned);
        VERIFY_OK(paper);
        QImage made;
        QVERIFY(made.loadFromData(paper->data));
        QVERIFY(hole(made) > 225);
    }

    void cleaningIsChangedAndUndoneOverARestart()
    {
        Workbench bench;
        const QString file = bench.path(QStringLiteral("đục lỗ.jpg"));
        drawPunchedPage(file, 5);
        const auto page = examined(bench, file, {});
        VERIFY_OK(page);
        const auto now = [&bench, &page] {
            return bench.workspace().journal().page(page->uid)->value().edits;
        };
        const QString scope = page->session;
        {
            const workflow::Review review(bench.workspace());
            VERIFY_OK(review.turn(scope, {page->uid}, 90));
            QCOMPARE(*review.treatmentOf(page->uid), Treatment{});
            const Treatment other{.removePunchHoles = false, .whiten = true};
            QCOMPARE(*review.clean(scope, {page->uid}, other), 1);
            QCOMPARE(*review.clean(scope, {page->uid}, other), 0); // it is so already, and nothing to undo
        }
        QVERIFY(now().fills.empty());
        QVERIFY(now().whiten);
        QCOMPARE(now().turn, (page->edits.turn + 90) % 360); // the clerk's own
        bench.reopen();
        const workflow::Review review(bench.workspace());
        QCOMPARE(*review.undo(scope), std::optional(QStringLiteral("clean")));
        QCOMPARE(now().fills, page->edits.fills);
        QVERIFY(!now().whiten);
        VERIFY_OK(review.redo(scope));
        QVERIFY(now().fills.empty());
    }

    void aPaperKeepsColoursOnlyWhereThereAreAny()
    {
        const Workbench bench;
        const QString file = bench.path(QStringLiteral("in.jpg"));
        drawTextPage(file, 4);
        QImage scan = QImage(file).convertToFormat(QImage::Format_RGB32);
        scan.save(file, "JPEG", 90);
        const auto encodingOf = [&bench](const Page& page) {
            return workflow::paperPage(*bench.workspace().vault().get(page.sha256), page,
                                       workflow::PaperStep::AsScanned);
        };
        const auto print = examined(bench, file, {.chooseMode = true});
        VERIFY_OK(print);
        QVERIFY(print->mode == dossier::ColourMode::Colour);
        QVERIFY(print->edits.mode.has_value());
        QVERIFY(*print->edits.mode != dossier::ColourMode::Colour);
        QVERIFY(!examined(bench, file, {})->edits.mode); // nobody asked
        Page page = *print;
        page.edits.mode = dossier::ColourMode::Grey;
        const auto grey = encodingOf(page);
        VERIFY_OK(grey);
        QVERIFY(grey->mode == dossier::ColourMode::Grey);
        QCOMPARE(grey->encoding, pdf::PaperPage::Encoding::Jpeg);
        QCOMPARE(QImage::fromData(grey->data).format(), QImage::Format_Grayscale8);
        page.edits.mode = dossier::ColourMode::Bilevel;
        page.edits.deskewDegrees = 0.4;
        const auto bilevel = encodingOf(page);
        VERIFY_OK(bilevel);
        QVERIFY(bilevel->mode == dossier::ColourMode::Bilevel);
        QCOMPARE(bilevel->encoding, pdf::PaperPage::Encoding::G4);
        QVERIFY(bilevel->data.size() < grey->data.size() / 2);
        page.mode = dossier::ColourMode::Grey; // no paper has more colours than the scan
        page.edits = {.mode = dossier::ColourMode::Colour};
        QVERIFY(encodingOf(page)->mode == dossier::ColourMode::Grey);

        QPainter(&scan).fillRect(400, 900, 60, 40, QColor(205, 40, 50));
        scan.save(file, "JPEG", 90);
        const auto stamped = examined(bench, file, {.chooseMode = true});
        VERIFY_OK(stamped);
        QVERIFY(!stamped->edits.mode);
        QVERIFY(encodingOf(*stamped)->mode == dossier::ColourMode::Colour);
    }

    void aPageIsShownInTheColoursItsPaperKeeps()
    {
        const Workbench bench;
        const QString file = bench.path(QStringLiteral("màu.jpg"));
        drawTextPage(file, 6);
        QImage scan = QImage(file).convertToFormat(QImage::Format_RGB32);
        QPainter(&scan).fillRect(400, 900, 160, 140, QColor(205, 40, 50));
        scan.save(file, "JPEG", 92);
        const auto examinedPage = examined(bench, file, {});
        VERIFY_OK(examinedPage);
        Page page = *examinedPage;
        const workflow::Review review(bench.workspace());
        const int whole = std::max(page.width, page.height);
        const auto stamp = [&](int side, bool asScanned) {
            const auto shown = asScanned ? review.original(page, side) : review.picture(page, side);
            return shown ? shown->pixelColor(480 * shown->width() / page.width,
                                             970 * shown->height() / page.height)
                         : QColor();
        };
        QVERIFY(stamp(whole, false).hslSaturation() > 80);
        page.edits.mode = dossier::ColourMode::Grey;
        QCOMPARE(stamp(whole, false).hslSaturation(), 0);
        QVERIFY(stamp(whole, true).hslSaturation() > 80); // the scan has them all
        page.edits.mode = dossier::ColourMode::Bilevel;
        QCOMPARE(review.picture(page, whole)->format(), QImage::Format_Mono);
        QCOMPARE(review.picture(page, whole / 4)->format(), QImage::Format_Grayscale8);
    }

    void aSheetOfAnotherSizeIsNamed()
    {
        const Workbench bench;
        const QString file = bench.path(QStringLiteral("A5.jpg"));
        drawTextPage(file, 3);
        const auto wrongAt = [&](double width, double height) {
            const auto page = examined(bench, file, {.widthMm = width, .heightMm = height});
            return page ? QVariant(has(*page, dossier::QualityFinding::WrongSize)) : QVariant();
        };
        QCOMPARE(wrongAt(148, 210), QVariant(false));
        QCOMPARE(wrongAt(210, 148), QVariant(false)); // laid in the other way
        QCOMPARE(wrongAt(151, 206), QVariant(false));
        QCOMPARE(wrongAt(148, 217), QVariant(true));
        QCOMPARE(wrongAt(210, 297), QVariant(true));
        QCOMPARE(wrongAt(0, 0), QVariant(false)); // nothing asked for
    }
};

QTEST_MAIN(TestTreatment)
#include "tst_treatment.moc"
