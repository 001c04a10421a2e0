// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/photo.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;

namespace {

QByteArray heif(const char* brand)
{
    return QByteArray("\0\0\0\x18"
                      "ftyp",
                      8) +
           brand + QByteArray("\0\0\0\0mif1heic", 12) + QByteArray(100, 'x');
}

} // namespace

class PhotoTest : public QObject
{
    Q_OBJECT

private slots:
    void photosOfPhonesAreKnownByTheirContent();
    void formatsTheProgramKeepsComeBackAsTheyAre();
    void photoThatCannotBeOpenedIsNamed();
    void pictureOfTheClipboardIsKeptExactly_data();
    void pictureOfTheClipboardIsKeptExactly();
    void transparentPaperIsWhite();
    void nothingIsNoPicture();
};

void PhotoTest::photosOfPhonesAreKnownByTheirContent()
{
    for (const char* brand : {"heic", "heix", "mif1", "msf1"}) {
        QVERIFY(isHeif(heif(brand)));
    }
    QVERIFY(!isHeif(heif("isom"))); // a film
    QVERIFY(!isHeif("ftypheic"));
    QVERIFY(!isHeif({}));
}

void PhotoTest::formatsTheProgramKeepsComeBackAsTheyAre()
{
    for (const QByteArray& bytes :
         {QByteArray("\xff\xd8\xff\xe1 photo"), QByteArray("%PDF-1.4"), QByteArray()}) {
        const auto kept = keepableFormat(bytes);
        VERIFY_OK(kept);
        QCOMPARE(*kept, bytes);
    }
}

void PhotoTest::photoThatCannotBeOpenedIsNamed()
{
    // Without a reader it is not the photo's fault; with one, these bytes are no photo.
    VERIFY_FAILS(keepableFormat(heif("heic")),
                 canOpenHeif() ? ErrorCode::ImageDamaged : ErrorCode::FormatNotInstalled);
}

void PhotoTest::pictureOfTheClipboardIsKeptExactly_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("colour") << static_cast<int>(QImage::Format_RGB32);
    QTest::newRow("grey") << static_cast<int>(QImage::Format_Grayscale8);
    QTest::newRow("palette") << static_cast<int>(QImage::Format_Indexed8);
    QTest::newRow("bilevel") << static_cast<int>(QImage::Format_Mono);
}

void PhotoTest::pictureOfTheClipboardIsKeptExactly()
{
    QFETCH(int, format);
    QImage image(61, 43, QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            image.setPixel(column, row, qRgb(column * 4, row * 5, (row * column) % 256));
        }
    }
    image = image.convertToFormat(static_cast<QImage::Format>(format));
    const auto png = pngOf(image);
    VERIFY_OK(png);
    const QImage again = QImage::fromData(*png, "PNG").convertToFormat(QImage::Format_RGB32);
    QCOMPARE(again, image.convertToFormat(QImage::Format_RGB32));
}

void PhotoTest::transparentPaperIsWhite()
{
    QImage image(10, 10, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setPixel(5, 5, qRgba(255, 0, 0, 255));
    image.setPixel(6, 6, qRgba(0, 0, 0, 128));
    const QImage again = QImage::fromData(pngOf(image).value(), "PNG");
    QCOMPARE(again.pixel(0, 0), qRgb(255, 255, 255));
    QCOMPARE(again.pixel(5, 5), qRgb(255, 0, 0));
    QCOMPARE(again.pixel(6, 6), qRgb(127, 127, 127));
}

void PhotoTest::nothingIsNoPicture()
{
    VERIFY_FAILS(pngOf({}), ErrorCode::ImageTooSmall);
}

QTEST_GUILESS_MAIN(PhotoTest)
#include "tst_photo.moc"
