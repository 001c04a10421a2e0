// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/rawpage.h"
#include "support/testsupport.h"

#include <QTest>

#include <cstring>

using namespace sohoa;
using namespace sohoa::capture;

class RawPageTest : public QObject
{
    Q_OBJECT

private slots:
    void setBitsAreBlack();
    void paddingOfLinesIsLeftOut();
    void highByteOfDeepSamplesIsKept();
    void missingLinesMakeThePageIncomplete();
    void unknownHeightIsWhateverCame();
    void nothingIsNotAPage();
    void layoutsThatMakeNoSenseAreRefused();
    void pngKeepsPixelsAndResolution();
};

void RawPageTest::setBitsAreBlack()
{
    const auto picture = pictureFrom({9, 2, 1, 1, 2, 300, QByteArray("\x80\x80\x01\x00", 4)});
    VERIFY_OK(picture);
    QVERIFY(!picture->incomplete);
    QCOMPARE(picture->image.size(), QSize(9, 2));
    QCOMPARE(picture->image.pixel(0, 0), qRgb(0, 0, 0));
    QCOMPARE(picture->image.pixel(1, 0), qRgb(255, 255, 255));
    QCOMPARE(picture->image.pixel(8, 0), qRgb(0, 0, 0));
    QCOMPARE(picture->image.pixel(7, 1), qRgb(0, 0, 0));
    QCOMPARE(picture->image.pixel(8, 1), qRgb(255, 255, 255));
}

void RawPageTest::paddingOfLinesIsLeftOut()
{
    const auto picture = pictureFrom({2, 8, 3, 8, 2, 300, QByteArray("RGBrgb..123456..")});
    VERIFY_OK(picture);
    QCOMPARE(picture->image.size(), QSize(2, 2));
    QCOMPARE(picture->image.pixel(1, 0), qRgb('r', 'g', 'b'));
    QCOMPARE(picture->image.pixel(0, 1), qRgb('1', '2', '3'));
}

void RawPageTest::highByteOfDeepSamplesIsKept()
{
    const quint16 samples[] = {0x1234, 0xfe01};
    QByteArray data(sizeof samples, '\0');
    std::memcpy(data.data(), samples, sizeof samples);
    const auto picture = pictureFrom({2, 4, 1, 16, 1, 300, data});
    VERIFY_OK(picture);
    QCOMPARE(qGray(picture->image.pixel(0, 0)), 0x12);
    QCOMPARE(qGray(picture->image.pixel(1, 0)), 0xfe);
}

void RawPageTest::missingLinesMakeThePageIncomplete()
{
    // Two lines and a half of four.
    const auto picture = pictureFrom({4, 4, 1, 8, 4, 300, QByteArray(10, 'a')});
    VERIFY_OK(picture);
    QVERIFY(picture->incomplete);
    QCOMPARE(picture->image.height(), 2);
}

void RawPageTest::unknownHeightIsWhateverCame()
{
    const auto picture = pictureFrom({4, 4, 1, 8, -1, 300, QByteArray(40, 'a')});
    VERIFY_OK(picture);
    QVERIFY(!picture->incomplete);
    QCOMPARE(picture->image.height(), 10);
}

void RawPageTest::nothingIsNotAPage()
{
    VERIFY_FAILS(pictureFrom({4, 4, 1, 8, 10, 300, {}}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(pictureFrom({4, 4, 1, 8, 10, 300, QByteArray(3, 'a')}), ErrorCode::ScannerFailed);
}

void RawPageTest::layoutsThatMakeNoSenseAreRefused()
{
    const QByteArray data(100, 'a');
    VERIFY_FAILS(pictureFrom({0, 4, 1, 8, 1, 300, data}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(pictureFrom({4, 3, 1, 8, 1, 300, data}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(pictureFrom({4, 4, 3, 1, 1, 300, data}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(pictureFrom({4, 4, 2, 8, 1, 300, data}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(pictureFrom({4, 4, 1, 12, 1, 300, data}), ErrorCode::ScannerFailed);
}

void RawPageTest::pngKeepsPixelsAndResolution()
{
    const auto picture = pictureFrom({4, 4, 1, 8, 2, 200, QByteArray("abcdefgh")});
    VERIFY_OK(picture);
    const auto bytes = encodePng(picture->image);
    VERIFY_OK(bytes);
    const QImage read = QImage::fromData(*bytes, "PNG");
    QCOMPARE(read.convertToFormat(QImage::Format_Grayscale8), picture->image);
    QCOMPARE(qRound(read.dotsPerMeterX() * 0.0254), 200);
}

QTEST_GUILESS_MAIN(RawPageTest)
#include "tst_rawpage.moc"
