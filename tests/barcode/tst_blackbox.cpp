// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"
#include "barcode/writeqr.h"
#include "codepictures.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

/// Folders of pictures made on the spot: how many must be read, and that none is misread.
class BlackboxTest : public QObject
{
    Q_OBJECT

private slots:
    void codesAreReadAndNoneIsMisread_data();
    void codesAreReadAndNoneIsMisread();
    void noiseIsNeverACode();
    void patternsAreNeverACode();
    void textIsNeverACode();
};

void BlackboxTest::codesAreReadAndNoneIsMisread_data()
{
    QTest::addColumn<Drawing>("drawing");
    QTest::addColumn<int>("mustRead"); // of 6
    for (const double module : {2.5, 3.0, 4.0, 6.0, 8.0, 16.0}) {
        Drawing drawing;
        drawing.module = module;
        drawing.noise = 3;
        QTest::addRow("clean, %.1f pixels", module) << drawing << 6;
        drawing.shear = 0.08;
        drawing.jpegQuality = 70;
        QTest::addRow("sheared JPEG, %.1f pixels", module) << drawing << 5;
        drawing.shear = 0;
        drawing.shadow = 0.6;
        QTest::addRow("shadow, %.1f pixels", module) << drawing << 5;
        drawing.shadow = 0;
        drawing.paper = 200;
        drawing.ink = 120;
        QTest::addRow("faint, %.1f pixels", module) << drawing << 5;
        drawing = {};
        drawing.module = module;
        drawing.blur = 0.35;
        drawing.noise = 3;
        QTest::addRow("blurred, %.1f pixels", module) << drawing << 5;
        drawing.blur = 0;
        drawing.perspective = 0.1;
        QTest::addRow("perspective, %.1f pixels", module) << drawing << 5;
    }
}

void BlackboxTest::codesAreReadAndNoneIsMisread()
{
    QFETCH(Drawing, drawing);
    QFETCH(int, mustRead);
    QRandomGenerator random(20261122);
    int read = 0;
    for (int turn = 0; turn < 6; ++turn) {
        const QString text = QStringLiteral("SH1:C:000.00.19.H26-210305-%1:%2:0:0A1B2C3D")
                                 .arg(1000 + random.bounded(9000))
                                 .arg(turn);
        drawing.turn = 61 * turn;
        const auto codes = barcode::readCodes(draw(barcode::writeQr(text).value(), drawing, random));
        VERIFY_OK(codes);
        for (const dossier::Code& code : *codes) {
            QCOMPARE(code.text, text);
        }
        read += codes->empty() ? 0 : 1;
    }
    QVERIFY2(read >= mustRead, qPrintable(QStringLiteral("%1 of 6").arg(read)));
}

void BlackboxTest::noiseIsNeverACode()
{
    QRandomGenerator random(3);
    for (int picture = 0; picture < 12; ++picture) {
        // Squares of one grey from single pixels up to the size of modules.
        const int side = 1 + picture % 8;
        QImage page(640, 640, QImage::Format_Grayscale8);
        for (int row = 0; row < page.height(); row += side) {
            for (int column = 0; column < page.width(); column += side) {
                const auto level =
                    static_cast<uchar>(picture % 2 == 0 ? random.bounded(256) : random.bounded(2) * 255);
                for (int y = row; y < std::min(row + side, page.height()); ++y) {
                    const int end = std::min(column + side, page.width());
                    std::fill(page.scanLine(y) + column, page.scanLine(y) + end, level);
                }
            }
        }
        const auto codes = barcode::readCodes(page, {.thorough = true, .expectCode = true});
        VERIFY_OK(codes);
        QCOMPARE(codes->size(), 0U);
    }
}

void BlackboxTest::patternsAreNeverACode()
{
    QRandomGenerator random(5);
    for (int picture = 0; picture < 12; ++picture) {
        QImage page = paper(900, 900);
        QPainter painter(&page);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(450, 450);
        painter.rotate(7.0 * picture);
        // Bars of random widths, and the nested squares of a finder pattern strewn about.
        for (double x = -400; x < 400 && picture % 2 == 0; x += 3 * (1 + random.bounded(4))) {
            const double width = 3.0 * (1 + random.bounded(4));
            painter.fillRect(QRectF(x, -150, width, 300), Qt::black);
            x += width;
        }
        for (int square = 0; square < 12 && picture % 2 == 1; ++square) {
            const QPointF at(random.bounded(700) - 400, random.bounded(700) - 400);
            painter.fillRect(QRectF(at, QSizeF(35, 35)), Qt::black);
            painter.fillRect(QRectF(at + QPointF(5, 5), QSizeF(25, 25)), Qt::white);
            painter.fillRect(QRectF(at + QPointF(10, 10), QSizeF(15, 15)), Qt::black);
        }
        painter.end();
        const auto codes = barcode::readCodes(page, {.thorough = true, .expectCode = true});
        VERIFY_OK(codes);
        QCOMPARE(codes->size(), 0U);
    }
}

void BlackboxTest::textIsNeverACode()
{
    QRandomGenerator random(9);
    for (int picture = 0; picture < 2; ++picture) {
        const auto codes =
            barcode::readCodes(textPage(1240, 1754, random), {.thorough = true, .expectCode = true});
        VERIFY_OK(codes);
        QCOMPARE(codes->size(), 0U);
    }
}

QTEST_GUILESS_MAIN(BlackboxTest)
#include "tst_blackbox.moc"
