// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "imaging/examine.h"
#include "imaging/jpegpage.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QTest>
#include <QTransform>

#include <cmath>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

double sinc(double x)
{
    return x == 0 ? 1 : std::sin(M_PI * x) / (M_PI * x);
}

double lanczos(double x)
{
    return sinc(x) * sinc(x / 6);
}

double triangle(double x)
{
    return std::max(0.0, 1 - std::abs(x));
}

/// Turned clockwise, slowly and exactly, in the box applyEdits gives.
QImage turnedBy(double (*kernel)(double), const QImage& grey, double degrees, QSize size)
{
    constexpr int half = 6;
    QTransform turn;
    turn.rotate(degrees);
    const QRectF box = turn.mapRect(QRectF(grey.rect()));
    const QTransform back = (turn * QTransform::fromTranslate(-box.x(), -box.y())).inverted();
    QImage result(size, QImage::Format_Grayscale8);
    result.fill(255);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QPointF p = back.map(QPointF(x + 0.5, y + 0.5)) - QPointF(0.5, 0.5);
            const int left = static_cast<int>(std::floor(p.x())) - half + 1;
            const int top = static_cast<int>(std::floor(p.y())) - half + 1;
            if (left < 0 || top < 0 || left + 2 * half > grey.width() || top + 2 * half > grey.height()) {
                continue;
            }
            double sum = 0;
            double weights = 0;
            for (int j = 0; j < 2 * half; ++j) {
                const double wy = kernel(p.y() - top - j);
                const uchar* row = grey.constScanLine(top + j) + left;
                for (int i = 0; i < 2 * half; ++i) {
                    const double w = wy * kernel(p.x() - left - i);
                    sum += w * row[i];
                    weights += w;
                }
            }
            result.scanLine(y)[x] = static_cast<uchar>(std::clamp(sum / weights + 0.5, 0.0, 255.0));
        }
    }
    return result;
}

/// Decibels of the peak over the mean square difference, away from the borders.
double likeness(const QImage& a, const QImage& b, int margin)
{
    double squares = 0;
    qint64 count = 0;
    for (int y = margin; y < std::min(a.height(), b.height()) - margin; ++y) {
        for (int x = margin; x < std::min(a.width(), b.width()) - margin; ++x) {
            const double difference = qGray(a.pixel(x, y)) - qGray(b.pixel(x, y));
            squares += difference * difference;
            ++count;
        }
    }
    return 10 * std::log10(255.0 * 255.0 * double(count) / std::max(1.0, squares));
}

QByteArray savedByQt(const QImage& image, bool progressive)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpg");
    writer.setQuality(92);
    writer.setProgressiveScanWrite(progressive);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

class TestStraighten : public QObject
{
    Q_OBJECT

private slots:
    void deskewingBlursLessThanBilinear_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {0.3, -1.0, 2.7, -4.9, 8.0, -14.0}) {
            QTest::addRow("%.1f", degrees) << degrees;
        }
    }
    void deskewingBlursLessThanBilinear()
    {
        QFETCH(double, degrees);
        const QImage page = test::grey(test::textPage(100)).copy(0, 0, 400, 400);
        dossier::PageEdits edits;
        edits.deskewDegrees = degrees;
        const auto straight = applyEdits(page, edits);
        VERIFY_OK(straight);
        const QImage best = turnedBy(lanczos, page, degrees, straight->size());
        const QImage bilinear = turnedBy(triangle, page, degrees, straight->size());
        const int margin = page.width() / 4;
        const double ours = likeness(*straight, best, margin);
        const double theirs = likeness(bilinear, best, margin);
        QVERIFY2(ours > theirs + 3, qPrintable(QStringLiteral("%1 against %2 dB").arg(ours).arg(theirs)));
    }

    void jpegIsEditedAsThePictureWouldBe_data()
    {
        QTest::addColumn<QImage>("page");
        QTest::addColumn<bool>("progressive");
        QImage page = test::textPage(100);
        QPainter painter(&page);
        painter.setPen(QPen(QColor(200, 30, 40), 4));
        painter.drawEllipse(QPoint(400, 600), 80, 80);
        painter.end();
        QTest::newRow("colour") << page << false;
        QTest::newRow("progressive") << page << true;
        QTest::newRow("grey") << test::grey(page) << false;
        QTest::newRow("odd size") << page.copy(0, 0, 801, 1003) << false;
    }
    void jpegIsEditedAsThePictureWouldBe()
    {
        QFETCH(QImage, page);
        QFETCH(bool, progressive);
        const QByteArray jpeg = savedByQt(page, progressive);
        const auto decoded = decodeFull(jpeg);
        VERIFY_OK(decoded);
        for (const double degrees : {0.0, 1.3, -3.0, 20.0}) {
            dossier::PageEdits edits;
            edits.deskewDegrees = degrees;
            if (degrees <= 0) {
                edits.crop = dossier::Quad{QPointF(41, 31), QPointF(page.width() - 50, 31),
                                           QPointF(page.width() - 50, page.height() - 60),
                                           QPointF(41, page.height() - 60)};
            }
            const auto expected = applyEdits(decoded->image, edits);
            const auto edited = editJpeg(jpeg, edits, 95, 100);
            VERIFY_OK(expected);
            VERIFY_OK(edited);
            QCOMPARE(QSize(edited->width, edited->height), expected->size());
            QCOMPARE(probe(edited->bytes)->front().dpi, 100.0);
            const auto result = decodeFull(edited->bytes);
            VERIFY_OK(result);
            QCOMPARE(result->image.size(), expected->size());
            const double like = likeness(result->image, *expected, 0);
            QVERIFY2(like > 34, qPrintable(QStringLiteral("%1 at %2").arg(like).arg(degrees)));
            double colour = 0;
            for (int y = 0; y < expected->height(); y += 3) {
                for (int x = 0; x < expected->width(); x += 3) {
                    const QColor a = expected->pixelColor(x, y);
                    const QColor b = result->image.pixelColor(x, y);
                    colour += std::abs((a.red() - a.blue()) - (b.red() - b.blue()));
                }
            }
            QVERIFY(colour * 9 / (expected->width() * expected->height()) < 1.5);
        }
    }

    void pageDecodedOnceShowsTheSameBrightness()
    {
        const QByteArray jpeg = savedByQt(test::textPage(100), false);
        const auto page = JpegPage::decode(jpeg);
        VERIFY_OK(page);
        QCOMPARE(page->luminance(), decodeLuminance(jpeg)->grey);
        QVERIFY(!page->isTruncated());
    }

    void truncatedJpegIsMarkedAndTheRestWhite()
    {
        const QByteArray jpeg = savedByQt(test::textPage(100), false);
        const QByteArray half = jpeg.first(jpeg.size() / 2);
        const auto page = JpegPage::decode(half);
        VERIFY_OK(page);
        QVERIFY(page->isTruncated());
        QCOMPARE(page->luminance(), decodeLuminance(half)->grey);
        VERIFY_FAILS(JpegPage::decode(jpeg.first(20)), ErrorCode::ImageTruncated);
        VERIFY_FAILS(JpegPage::decode({}), ErrorCode::FileEmpty);
    }

    void everyLengthOfAJpegEndsInAnAnswer()
    {
        const QByteArray jpeg = savedByQt(test::textPage(50), false);
        dossier::PageEdits edits;
        edits.deskewDegrees = 2;
        int answers = 0;
        for (qsizetype length = 1; length < jpeg.size(); length += 97) {
            answers += editJpeg(jpeg.first(length), edits, 80, 0).has_value() ? 1 : 0;
        }
        QVERIFY(answers > 10);
    }

    void editingStopsWhenAsked()
    {
        StopSource source;
        source.request_stop();
        dossier::PageEdits edits;
        edits.deskewDegrees = 2;
        const QImage page = test::textPage(50);
        VERIFY_FAILS(applyEdits(page, edits, source.get_token()), ErrorCode::Cancelled);
        VERIFY_FAILS(editJpeg(*encodeJpeg(page, 80, 50), edits, 80, 50, source.get_token()),
                     ErrorCode::Cancelled);
    }

    void bedOutsideALeaningSheetBecomesPaper()
    {
        QImage scan(700, 900, QImage::Format_RGB32);
        scan.fill(QColor(30, 30, 32));
        const QPolygonF sheet{QPointF(90, 80), QPointF(600, 107), QPointF(565, 780), QPointF(55, 753)};
        QPainter painter(&scan);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(246, 240, 214));
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(sheet);
        painter.end();
        dossier::PageEdits edits;
        edits.crop = dossier::Quad{sheet[0], sheet[1], sheet[2], sheet[3]};
        for (const double deskew : {0.0, -3.0}) {
            edits.deskewDegrees = deskew;
            const auto clean = applyEdits(scan, edits);
            VERIFY_OK(clean);
            for (int y = 0; y < clean->height(); ++y) {
                for (int x = 0; x < clean->width(); ++x) {
                    const QColor c = clean->pixelColor(x, y);
                    QVERIFY2(std::abs(c.red() - 246) + std::abs(c.green() - 240) + std::abs(c.blue() - 214) <
                                 12,
                             qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
                }
            }
        }
    }

    void cropWithoutDeskewKeepsEveryPixel()
    {
        const QImage page = test::textPage(100);
        dossier::PageEdits edits;
        edits.crop = dossier::Quad{QPointF(40, 30), QPointF(700, 30), QPointF(700, 900), QPointF(40, 900)};
        const auto part = applyEdits(page, edits);
        VERIFY_OK(part);
        QCOMPARE(part->size(), QSize(660, 870));
        QCOMPARE(part->copy(2, 2, 656, 866), page.copy(42, 32, 656, 866));
    }

    void bilevelStrokesKeepTheirWidth()
    {
        const QImage mono = *toBilevel(test::grey(test::textPage(200)));
        dossier::PageEdits edits;
        edits.deskewDegrees = 3;
        const auto there = applyEdits(mono, edits);
        VERIFY_OK(there);
        QCOMPARE(there->format(), QImage::Format_Mono);
        const auto blacks = [](const QImage& image) {
            qint64 count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    count += image.pixelIndex(x, y) == 0 ? 1 : 0;
                }
            }
            return double(count);
        };
        QVERIFY2(std::abs(blacks(*there) / blacks(mono) - 1) < 0.02,
                 qPrintable(QString::number(blacks(*there) / blacks(mono))));
        // The same as through grey, cut at half of the brightness
        const auto grey = applyEdits(mono.convertToFormat(QImage::Format_Grayscale8), edits);
        VERIFY_OK(grey);
        qint64 different = 0;
        for (int y = 0; y < grey->height(); ++y) {
            for (int x = 0; x < grey->width(); ++x) {
                different += (grey->constScanLine(y)[x] >= 128) != (there->pixelIndex(x, y) == 1) ? 1 : 0;
            }
        }
        QCOMPARE(different, 0);
        // Colour tables may name white first
        QImage inverted = mono;
        inverted.invertPixels();
        inverted.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        QCOMPARE(*applyEdits(inverted, edits), *there);
    }

    void straightenedPagesAreStraight_data()
    {
        QTest::addColumn<double>("skew");
        for (const double skew : {0.15, -0.7, 1.9, -4.4}) {
            QTest::addRow("%.2f", skew) << skew;
        }
    }
    void straightenedPagesAreStraight()
    {
        QFETCH(double, skew);
        const QImage laid = test::laidOn(test::textPage(200), skew, 60, qRgb(40, 40, 42));
        const QByteArray jpeg = *encodeJpeg(laid, 85, 200);
        ExamineInput input;
        input.dpi = 200;
        const auto found = examine(decodeLuminance(jpeg)->grey, input);
        VERIFY_OK(found);
        const auto edited = editJpeg(jpeg, suggestEdits(*found), 85, 200);
        VERIFY_OK(edited);
        const auto again = examine(decodeLuminance(edited->bytes)->grey, input);
        VERIFY_OK(again);
        QVERIFY(again->skewDegrees.has_value());
        QVERIFY2(std::abs(*again->skewDegrees) < 0.03, qPrintable(QString::number(*again->skewDegrees)));
    }
};

QTEST_MAIN(TestStraighten)
#include "tst_straighten.moc"
