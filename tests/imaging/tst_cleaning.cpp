// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "imaging/examine.h"
#include "imaging/jpegpage.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

constexpr int dpi = 200;

double px(double mm)
{
    return mm * dpi / 25.4;
}

/// Paper of another tone: what is white gets it.
QImage onPaper(const QImage& page, QRgb paper)
{
    QImage toned = page;
    QPainter painter(&toned);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(toned.rect(), QColor(paper));
    return toned;
}

void drawDisc(QImage& page, double xMm, double yMm, double radiusMm, QRgb colour)
{
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colour));
    painter.drawEllipse(QPointF(px(xMm), px(yMm)), px(radiusMm), px(radiusMm));
}

/// As ISO 838 has it; `count` 2 or 4.
QImage punched(QImage page, int count, QRgb behind, double offMiddleMm = 0)
{
    for (int i = 0; i < count; ++i) {
        drawDisc(page, 12, 148.5 + offMiddleMm + 80 * (i - (count - 1) / 2.0), 3, behind);
    }
    return page;
}

dossier::PageFindings findingsOf(const QImage& page)
{
    ExamineInput input;
    input.dpi = dpi;
    input.mode = dossier::ColourMode::Colour;
    const auto found = examine(test::grey(page), input);
    return found ? *found : dossier::PageFindings{};
}

double greyest(const QImage& page, QPointF centre, double radius)
{
    int least = 255;
    for (int y = int(centre.y() - radius); y < centre.y() + radius; ++y) {
        for (int x = int(centre.x() - radius); x < centre.x() + radius; ++x) {
            if (page.rect().contains(x, y)) {
                least = std::min(least, qGray(page.pixel(x, y)));
            }
        }
    }
    return least;
}

int differing(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestCleaning : public QObject
{
    Q_OBJECT

private slots:
    void holesOfAPunchAreFilledWithThePaperAround_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("turn");
        QTest::addColumn<QRgb>("paper");
        QTest::addColumn<QRgb>("behind");
        QTest::addColumn<double>("offMiddle");
        const QRgb white = qRgb(252, 250, 246);
        const QRgb pink = qRgb(255, 205, 205);
        QTest::newRow("two, dark") << 2 << 0 << white << qRgb(30, 30, 32) << 0.0;
        QTest::newRow("four, dark") << 4 << 0 << white << qRgb(30, 30, 32) << 0.0;
        QTest::newRow("two, grey behind") << 2 << 0 << white << qRgb(150, 150, 150) << 3.0;
        QTest::newRow("two, white behind pink paper") << 2 << 0 << pink << qRgb(254, 254, 254) << 0.0;
        QTest::newRow("four, dark, grey paper") << 4 << 0 << qRgb(205, 204, 200) << qRgb(40, 40, 40) << 0.0;
        QTest::newRow("not in the middle") << 2 << 0 << white << qRgb(30, 30, 32) << -7.0;
        QTest::newRow("on its side") << 2 << 90 << white << qRgb(30, 30, 32) << 0.0;
        QTest::newRow("upside down") << 4 << 180 << white << qRgb(30, 30, 32) << 0.0;
        QTest::newRow("on its other side") << 2 << 270 << pink << qRgb(30, 30, 32) << 0.0;
    }
    void holesOfAPunchAreFilledWithThePaperAround()
    {
        QFETCH(int, count);
        QFETCH(int, turn);
        QFETCH(QRgb, paper);
        QFETCH(QRgb, behind);
        QFETCH(double, offMiddle);
        const QTransform turned = QTransform().rotate(turn);
        const QImage sheet = onPaper(test::textPage(dpi), paper);
        const QImage clean = sheet.transformed(turned);
        const QImage page = punched(sheet, count, behind, offMiddle).transformed(turned);
        const dossier::PageFindings findings = findingsOf(page);
        QCOMPARE(int(findings.punchHoles.size()), count);
        dossier::PageEdits edits;
        edits.fills = suggestEdits(findings).fills;
        QCOMPARE(edits.fills.size(), findings.punchHoles.size());
        const auto cleaned = applyEdits(page, edits);
        VERIFY_OK(cleaned);
        int worst = 0;
        for (int y = 0; y < clean.height(); ++y) {
            for (int x = 0; x < clean.width(); ++x) {
                const QRgb now = cleaned->pixel(x, y);
                const QRgb was = clean.pixel(x, y);
                worst = std::max({worst, std::abs(qRed(now) - qRed(was)), std::abs(qGreen(now) - qGreen(was)),
                                  std::abs(qBlue(now) - qBlue(was))});
            }
        }
        QVERIFY2(worst <= 8, qPrintable(QString::number(worst))); // the paper's own grain
        double area = 0;
        for (const dossier::Disc& fill : edits.fills) {
            area += M_PI * fill.radius * fill.radius;
        }
        QVERIFY2(differing(*cleaned, page) < 1.1 * area, "no more than the holes was changed");
    }

    void holesAreFilledOnEveryKindOfPicture()
    {
        const QImage page = punched(test::textPage(dpi), 2, qRgb(30, 30, 30));
        const dossier::PageEdits edits{.fills = findingsOf(page).punchHoles};
        QCOMPARE(int(edits.fills.size()), 2);
        const QPointF hole = edits.fills[0].centre;
        const auto grey = applyEdits(test::grey(page), edits);
        VERIFY_OK(grey);
        QVERIFY(greyest(*grey, hole, px(2.9)) > 240);
        const auto mono = applyEdits(page.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither), edits);
        VERIFY_OK(mono);
        QCOMPARE(mono->format(), QImage::Format_Mono);
        QCOMPARE(greyest(*mono, hole, px(2.9)), 255.0);
        for (const QImage& source : {page, test::grey(page)}) {
            const auto jpeg = encodeJpeg(source, 90, dpi);
            VERIFY_OK(jpeg);
            const auto edited = editJpeg(*jpeg, edits, 90, dpi);
            VERIFY_OK(edited);
            const auto decoded = decodeFull(edited->bytes);
            VERIFY_OK(decoded);
            QCOMPARE(decoded->image.size(), page.size());
            QVERIFY(greyest(decoded->image, hole, px(2.9)) > 235);
        }
        // Together with what moves pixels, in the pixels as scanned
        dossier::PageEdits all = edits;
        all.deskewDegrees = 0.8;
        all.turn = 90;
        const auto moved = applyEdits(page, all);
        VERIFY_OK(moved);
        QVERIFY(greyest(*moved, {px(297 - 108.5), px(12)}, px(3)) > 235);
        QVERIFY(greyest(*applyEdits(page, {.turn = 90, .deskewDegrees = 0.8}), {px(297 - 108.5), px(12)},
                        px(3)) < 60);
    }

    void whatOnlyLooksLikeHolesStays_data()
    {
        QTest::addColumn<QImage>("page");
        const QImage sheet = test::textPage(dpi);
        const QRgb black = qRgb(25, 25, 30);
        QImage page = sheet;
        drawDisc(page, 12, 108.5, 3, black);
        QTest::newRow("one black dot") << page;
        page = sheet;
        for (int i = -4; i <= 4; ++i) {
            drawDisc(page, 12, 148.5 + 20 * i, 3, black);
        }
        QTest::newRow("bullets") << page;
        page = punched(sheet, 2, black);
        for (const double y : {108.5, 188.5}) {
            drawDisc(page, 12, y, 2.2, qRgb(248, 248, 248));
        }
        QTest::newRow("letters O, or rings") << page;
        page = sheet;
        drawDisc(page, 12, 113.5, 3, black);
        drawDisc(page, 12, 183.5, 3, black);
        QTest::newRow("two dots 70 mm apart") << page;
        page = sheet;
        drawDisc(page, 24, 108.5, 3, black);
        drawDisc(page, 24, 188.5, 3, black);
        QTest::newRow("two dots far from the edge") << page;
        page = sheet;
        {
            QPainter painter(&page);
            for (const double y : {108.5, 188.5}) {
                painter.fillRect(QRectF(px(9), px(y - 3), px(6), px(6)), QColor(black));
            }
        }
        QTest::newRow("squares, as of a code") << page;
        page = sheet;
        drawDisc(page, 18, 108.5, 17, qRgb(205, 40, 50));
        drawDisc(page, 18, 188.5, 17, qRgb(205, 40, 50));
        QTest::newRow("stamps") << page;
        page = punched(sheet, 2, black);
        drawDisc(page, 12, 148.5, 3, black);
        QTest::newRow("three in a row") << page;
    }
    void whatOnlyLooksLikeHolesStays()
    {
        QFETCH(QImage, page);
        const dossier::PageFindings findings = findingsOf(page);
        QVERIFY(!findings.blank);
        QVERIFY(suggestEdits(findings).fills.empty());
    }

    void eachCleaningCanBeSwitchedOff()
    {
        dossier::PageFindings findings;
        findings.orientation = 90;
        findings.skewDegrees = 1.5;
        findings.skewConfidence = 0.9;
        findings.pageQuad = dossier::Quad{QPointF(10, 10), {500, 10}, {500, 700}, {10, 700}};
        findings.punchHoles = {{QPointF(60, 200), 20}, {QPointF(60, 500), 20}};
        findings.punchHoleConfidence = 0.9;
        findings.colourContent = dossier::ColourContent{dossier::ColourMode::Grey, 0.9};
        const dossier::PageEdits usual{
            .turn = 270, .deskewDegrees = 1.5, .crop = findings.pageQuad, .fills = findings.punchHoles};
        QCOMPARE(suggestEdits(findings), usual);
        dossier::PageEdits without = usual;
        without.turn = 0;
        QCOMPARE(suggestEdits(findings, {.turn = false}), without);
        without = usual;
        without.deskewDegrees = 0;
        QCOMPARE(suggestEdits(findings, {.deskew = false}), without);
        without = usual;
        without.cropKind = dossier::CropKind::Borders;
        QCOMPARE(suggestEdits(findings, {.crop = false}), without);
        without.cropKind = dossier::CropKind::Box;
        QCOMPARE(suggestEdits(findings, {.borders = false}), without);
        without = usual;
        without.crop.reset();
        QCOMPARE(suggestEdits(findings, {.crop = false, .borders = false}), without);
        without = usual;
        without.fills.clear();
        QCOMPARE(suggestEdits(findings, {.punchHoles = false}), without);
        without = usual;
        without.whiten = true;
        QCOMPARE(suggestEdits(findings, {.whiten = true}), without);
        without = usual;
        without.mode = dossier::ColourMode::Grey;
        QCOMPARE(suggestEdits(findings, {.chooseMode = true}), without);
        findings.colourContent->confidence = 0.6;
        findings.punchHoleConfidence = 0.5;
        QVERIFY(!suggestEdits(findings, {.chooseMode = true}).mode);
        QVERIFY(suggestEdits(findings).fills.empty());
        QVERIFY(suggestEdits({}, {}).isNone());
    }

    void bordersGoWithoutACutAndACutWithoutThem()
    {
        const QImage scan = test::laidOn(test::textPage(100), 1.2, 60, qRgb(30, 30, 32));
        ExamineInput input;
        input.dpi = 100;
        const auto found = examine(test::grey(scan), input);
        VERIFY_OK(found);
        QVERIFY(found->pageQuad.has_value());
        const auto dark = [](const QImage& page) {
            int count = 0;
            for (const int x : {2, page.width() - 3}) {
                for (const int y : {2, page.height() - 3}) {
                    count += qGray(page.pixel(x, y)) < 100 ? 1 : 0;
                }
            }
            return count;
        };
        QCOMPARE(dark(scan), 4);
        dossier::PageEdits edits = suggestEdits(*found, {.deskew = false, .crop = false});
        const auto whole = applyEdits(scan, edits);
        VERIFY_OK(whole);
        QCOMPARE(whole->size(), scan.size());
        QCOMPARE(dark(*whole), 0);
        edits.cropKind = dossier::CropKind::Box;
        const auto box = applyEdits(scan, edits);
        VERIFY_OK(box);
        QVERIFY(box->width() < scan.width() - 100);
        QCOMPARE(dark(*box), 4);
        edits.cropKind = dossier::CropKind::Sheet;
        const auto sheet = applyEdits(scan, edits);
        VERIFY_OK(sheet);
        QCOMPARE(sheet->size(), box->size());
        QCOMPARE(dark(*sheet), 0);
    }

    void whiteningMakesPaperWhiteAndLeavesInkAsItIs_data()
    {
        QTest::addColumn<QRgb>("paper");
        QTest::newRow("greyish") << qRgb(228, 227, 224);
        QTest::newRow("cream") << qRgb(250, 241, 222);
        QTest::newRow("green form") << qRgb(195, 228, 200);
    }
    void whiteningMakesPaperWhiteAndLeavesInkAsItIs()
    {
        QFETCH(QRgb, paper);
        QImage page = onPaper(test::textPage(dpi), paper);
        const QList<QRgb> inks{qRgb(205, 40, 52), qRgb(36, 52, 150), qRgb(240, 165, 170), qRgb(150, 150, 152),
                               qRgb(20, 20, 24)};
        for (int i = 0; i < inks.size(); ++i) {
            drawDisc(page, 40 + 30 * i, 15, 8, inks[i]);
        }
        const auto white = applyEdits(page, {.whiten = true});
        VERIFY_OK(white);
        for (int i = 0; i < inks.size(); ++i) {
            const QPoint centre(int(px(40 + 30 * i)), int(px(15)));
            for (int d = -int(px(7.5)); d < px(7.5); ++d) {
                const QPoint place = centre + QPoint(d, d / 3);
                QCOMPARE(QColor(white->pixel(place)), QColor(page.pixel(place)));
            }
        }
        const QRect bare(int(px(40)), int(px(285)), int(px(120)), int(px(8)));
        for (int y = bare.top(); y < bare.bottom(); ++y) {
            for (int x = bare.left(); x < bare.right(); ++x) {
                QCOMPARE(QColor(white->pixel(x, y)), QColor(Qt::white));
            }
        }
        // From JPEG to JPEG the same, but for what a JPEG loses
        const auto jpeg = encodeJpeg(page, 90, dpi);
        VERIFY_OK(jpeg);
        const auto edited = editJpeg(*jpeg, {.whiten = true}, 90, dpi);
        VERIFY_OK(edited);
        const auto again = decodeFull(edited->bytes);
        VERIFY_OK(again);
        for (int i = 0; i < inks.size(); ++i) {
            const QColor now(again->image.pixel(int(px(40 + 30 * i)), int(px(15))));
            const QColor was(inks[i]);
            QVERIFY(std::abs(now.red() - was.red()) < 8 && std::abs(now.green() - was.green()) < 8 &&
                    std::abs(now.blue() - was.blue()) < 8);
        }
        QVERIFY(qGray(again->image.pixel(bare.center())) >= 253);
        // Pictures of brightness alone
        const auto grey = applyEdits(test::grey(page), {.whiten = true});
        VERIFY_OK(grey);
        QCOMPARE(qGray(grey->pixel(bare.center())), 255);
        QCOMPARE(grey->pixel(int(px(130)), int(px(15))), test::grey(page).pixel(int(px(130)), int(px(15))));
        const QImage mono = page.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
        QCOMPARE(*applyEdits(mono, {.whiten = true}), mono);
    }

    void pagesWithoutPaperAreNotWhitened()
    {
        QImage photo(600, 800, QImage::Format_RGB32);
        for (int y = 0; y < photo.height(); ++y) {
            for (int x = 0; x < photo.width(); ++x) {
                const int light = int(120 + 60 * std::sin(x / 23.0) + 50 * std::cos(y / 17.0));
                photo.setPixel(x, y, qRgb(light, light * 9 / 10, light * 7 / 10));
            }
        }
        QCOMPARE(*applyEdits(photo, {.whiten = true}), photo);
    }
};

QTEST_MAIN(TestCleaning)
#include "tst_cleaning.moc"
