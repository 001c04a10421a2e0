// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "imaging/examine.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QTest>
#include <QTransform>

using namespace sohoa;
using namespace sohoa::imaging;

class TestEdits : public QObject
{
    Q_OBJECT

private slots:
    void turnMovesPixelsClockwise()
    {
        QImage page(40, 30, QImage::Format_RGB32);
        page.fill(Qt::white);
        page.setPixelColor(0, 0, Qt::red);
        dossier::PageEdits edits;
        edits.turn = 90;
        const auto turned = applyEdits(page, edits);
        VERIFY_OK(turned);
        QCOMPARE(turned->size(), QSize(30, 40));
        QCOMPARE(turned->pixelColor(29, 0), QColor(Qt::red)); // top left goes to the top right
    }

    void suggestedEditsStraightenThePage_data()
    {
        QTest::addColumn<int>("turn");
        QTest::addColumn<double>("skew");
        QTest::addColumn<bool>("mono");
        QTest::newRow("upright") << 0 << 2.4 << false;
        QTest::newRow("on its side") << 90 << -3.1 << false;
        QTest::newRow("upside down") << 180 << 1.0 << false;
        QTest::newRow("on the other side") << 270 << 4.4 << false;
        QTest::newRow("bilevel") << 90 << -2.0 << true;
    }
    void suggestedEditsStraightenThePage()
    {
        QFETCH(int, turn);
        QFETCH(double, skew);
        QFETCH(bool, mono);
        const QImage sheet = test::textPage(200);
        const QImage laid =
            test::laidOn(sheet.transformed(QTransform().rotate(turn)), skew, 60, qRgb(40, 40, 42));
        ExamineInput input;
        input.dpi = 200;
        const auto found = examine(test::grey(laid), input);
        VERIFY_OK(found);
        const dossier::PageEdits edits = suggestEdits(*found);
        QCOMPARE(edits.turn, (360 - turn) % 360);
        QVERIFY(edits.crop.has_value());
        const QImage page = mono ? laid.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither) : laid;
        const auto straight = applyEdits(page, edits);
        VERIFY_OK(straight);
        QCOMPARE(straight->format(), page.format());
        // The sheet alone, in its own size, upright and straight
        QVERIFY(std::abs(straight->width() - sheet.width()) < 12);
        QVERIFY(std::abs(straight->height() - sheet.height()) < 12);
        const auto again = examine(test::grey(*straight), input);
        VERIFY_OK(again);
        QCOMPARE(again->orientation, std::optional(0));
        QVERIFY2(again->skewDegrees && std::abs(*again->skewDegrees) < 0.08, "still skewed");
    }

    void deskewWithoutCropFillsInPaper()
    {
        const QImage page = test::textPage(100);
        dossier::PageEdits edits;
        edits.deskewDegrees = 4;
        const auto straight = applyEdits(page, edits);
        VERIFY_OK(straight);
        QVERIFY(straight->width() > page.width());
        for (const QPoint corner :
             {QPoint(1, 1), QPoint(straight->width() - 2, 1), QPoint(1, straight->height() - 2),
              QPoint(straight->width() - 2, straight->height() - 2)}) {
            QVERIFY(qGray(straight->pixel(corner)) > 235);
        }
    }

    void photographedSheetBecomesARectangle()
    {
        QImage photo(800, 900, QImage::Format_RGB32);
        photo.fill(QColor(60, 50, 40));
        const QPolygonF sheet{QPointF(150, 100), QPointF(650, 120), QPointF(700, 800), QPointF(100, 780)};
        QPainter painter(&photo);
        painter.setBrush(Qt::white);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(sheet);
        painter.end();
        dossier::PageEdits edits;
        edits.crop = dossier::Quad{sheet[0], sheet[1], sheet[2], sheet[3]};
        const auto flat = applyEdits(photo, edits);
        VERIFY_OK(flat);
        for (const QPoint corner : {QPoint(4, 4), QPoint(flat->width() - 5, 4), QPoint(4, flat->height() - 5),
                                    QPoint(flat->width() - 5, flat->height() - 5)}) {
            QCOMPARE(qGray(flat->pixel(corner)), 255);
        }
    }

    void nothingIsSuggestedForABlankPage()
    {
        dossier::PageFindings findings;
        findings.blank = true;
        findings.skewDegrees = 3;
        findings.orientation = 90;
        QVERIFY(suggestEdits(findings).isNone());
    }

    void slightSkewIsLeftAlone()
    {
        dossier::PageFindings findings;
        findings.skewDegrees = 0.08;
        findings.skewConfidence = 0.99;
        QVERIFY(suggestEdits(findings).isNone());
        findings.skewDegrees = -1.5;
        QCOMPARE(suggestEdits(findings).deskewDegrees, -1.5);
        findings.skewConfidence = 0.2;
        QVERIFY(suggestEdits(findings).isNone());
    }

    void editsThatCannotBeAreRefused()
    {
        const QImage page = test::textPage(50);
        dossier::PageEdits edits;
        edits.turn = 45;
        VERIFY_FAILS(applyEdits(page, edits), ErrorCode::InvalidArgument);
        edits.turn = 0;
        edits.crop = dossier::Quad{QPointF(5, 5), QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)};
        VERIFY_FAILS(applyEdits(page, edits), ErrorCode::InvalidArgument);
        edits.crop = dossier::Quad{QPointF(0, 0), QPointF(1e6, 0), QPointF(1e6, 1e6), QPointF(0, 1e6)};
        VERIFY_FAILS(applyEdits(page, edits), ErrorCode::ImageTooLarge);
        VERIFY_FAILS(applyEdits(QImage(), {}), ErrorCode::InvalidArgument);
    }

    void encodedPicturesComeBack()
    {
        const QImage page = test::textPage(100);
        const auto jpeg = encodeJpeg(page, 85, 100);
        VERIFY_OK(jpeg);
        const auto info = probe(*jpeg);
        VERIFY_OK(info);
        QCOMPARE(info->front().dpi, 100.0);
        QVERIFY(info->front().mode == dossier::ColourMode::Colour);
        const auto greyJpeg = encodeJpeg(test::grey(page), 85, 100);
        VERIFY_OK(greyJpeg);
        QVERIFY(probe(*greyJpeg)->front().mode == dossier::ColourMode::Grey);
        const auto png = encodePng(page, 300);
        VERIFY_OK(png);
        QVERIFY(std::abs(probe(*png)->front().dpi - 300) < 0.1);
        const auto back = decodeFull(*png);
        VERIFY_OK(back);
        QCOMPARE(back->image, page);
    }

    void group4ComesBackBitForBit()
    {
        const auto mono = toBilevel(test::grey(test::textPage(100)));
        VERIFY_OK(mono);
        const auto tiff = encodeG4Tiff(*mono, 100);
        VERIFY_OK(tiff);
        const auto back = decodeFull(*tiff);
        VERIFY_OK(back);
        QCOMPARE(back->image, *mono);
        QVERIFY(!back->truncated);
        QCOMPARE(probe(*tiff)->front().dpi, 100.0);
        // The bare data is what the TIFF holds.
        const auto bare = encodeG4(*mono);
        VERIFY_OK(bare);
        QVERIFY(tiff->contains(*bare));
        // T.6 ends with two end-of-line codes, 000000000001 000000000001
        QVERIFY(bare->size() > 4 && bare->size() < mono->sizeInBytes() / 2);
    }

    void thresholdFollowsTheLight()
    {
        QImage page = test::textPage(150);
        const auto plain = toBilevel(test::grey(page));
        QPainter painter(&page);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        QLinearGradient shade(0, 0, page.width(), 0);
        shade.setColorAt(0, QColor(120, 120, 120));
        shade.setColorAt(1, Qt::white);
        painter.fillRect(page.rect(), shade);
        painter.end();
        const auto shaded = toBilevel(test::grey(page));
        VERIFY_OK(plain);
        VERIFY_OK(shaded);
        int different = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                different += plain->pixel(x, y) != shaded->pixel(x, y) ? 1 : 0;
            }
        }
        QVERIFY2(different < page.width() * page.height() / 200, qPrintable(QString::number(different)));
    }
};

QTEST_MAIN(TestEdits)
#include "tst_edits.moc"
