// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/decode.h"
#include "imaging/encode.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

QByteArray saved(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

template<typename T>
void put(QByteArray& bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

struct Tag
{
    quint16 tag;
    quint16 type; // 3: 16 bit, 4: 32 bit
    quint32 count;
    quint32 value;
};

/// A little-endian TIFF of one directory, with `next` as the place of the one after it.
QByteArray tiffOf(const std::vector<Tag>& tags, quint32 next, const QByteArray& data = {})
{
    QByteArray bytes("II\x2A\0", 4);
    put<quint32>(bytes, 8);
    put<quint16>(bytes, static_cast<quint16>(tags.size()));
    for (const Tag& tag : tags) {
        put(bytes, tag.tag);
        put(bytes, tag.type);
        put(bytes, tag.count);
        put(bytes, tag.value);
    }
    put(bytes, next);
    return bytes + data;
}

std::vector<Tag> bilevelTags(quint32 width, quint32 height, quint32 stripOffset, quint32 stripBytes)
{
    return {{256, 4, 1, width}, {257, 4, 1, height}, {258, 3, 1, 1},
            {259, 3, 1, 1},     {262, 3, 1, 1},      {273, 4, 1, stripOffset},
            {277, 3, 1, 1},     {278, 4, 1, height}, {279, 4, 1, stripBytes}};
}

QByteArray hugePng()
{
    // A header that promises 30,000 x 30,000 pixels, with a right check sum
    QByteArray bytes = saved(QImage(8, 8, QImage::Format_Grayscale8), "PNG");
    const auto crcOf = [](QByteArrayView data) {
        quint32 crc = 0xFFFFFFFFU;
        for (const char c : data) {
            crc ^= static_cast<uchar>(c);
            for (int i = 0; i < 8; ++i) {
                crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
            }
        }
        return ~crc;
    };
    qToBigEndian<quint32>(30000, bytes.data() + 16);
    qToBigEndian<quint32>(30000, bytes.data() + 20);
    qToBigEndian<quint32>(crcOf(QByteArrayView(bytes).sliced(12, 17)), bytes.data() + 29);
    return bytes;
}

QByteArray hugeJpeg()
{
    QByteArray bytes = *encodeJpeg(test::grey(test::emptyPage(30)), 50, 30);
    const qsizetype frame = bytes.indexOf("\xFF\xC0");
    qToBigEndian<quint16>(30000, bytes.data() + frame + 5);
    qToBigEndian<quint16>(30000, bytes.data() + frame + 7);
    return bytes;
}

/// A JPEG with an Exif block that says how the camera was held.
QByteArray phoneJpeg(int orientation)
{
    QByteArray exif("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif.append(static_cast<char>(orientation)).append(QByteArray("\0\0\0\0\0\0", 6));
    QByteArray segment("\xFF\xE1", 2);
    const auto length = static_cast<int>(exif.size() + 2);
    segment.append(static_cast<char>(length >> 8)).append(static_cast<char>(length & 0xFF)).append(exif);
    QByteArray bytes = *encodeJpeg(test::textPage(50), 80, 0);
    bytes.insert(2, segment);
    return bytes;
}

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT

private slots:
    void hostileBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QImage page = test::textPage(50);
        QTest::newRow("no bytes") << QByteArray() << ErrorCode::FileEmpty;
        QTest::newRow("text") << QByteArray("Just a letter, not a picture.") << ErrorCode::FormatUnknown;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << ErrorCode::FormatUnknown;
        QTest::newRow("bitmap") << saved(page, "BMP") << ErrorCode::FormatUnknown;
        QTest::newRow("JPEG of three bytes") << QByteArray("\xFF\xD8\xFF", 3) << ErrorCode::ImageTruncated;
        QTest::newRow("JPEG header, then nonsense")
            << QByteArray("\xFF\xD8\xFF") + QByteArray(4000, 'x') << ErrorCode::ImageTruncated;
        QTest::newRow("JPEG 30000 x 30000") << hugeJpeg() << ErrorCode::ImageTooLarge;
        QTest::newRow("PNG signature only")
            << QByteArray("\x89PNG\r\n\x1A\n", 8) << ErrorCode::ImageTruncated;
        QTest::newRow("PNG 30000 x 30000") << hugePng() << ErrorCode::ImageTooLarge;
        QTest::newRow("PNG header damaged")
            << QByteArray(saved(page, "PNG")).replace(19, 1, "\x01") << ErrorCode::ImageDamaged;
        QTest::newRow("TIFF without directory")
            << QByteArray("II\x2A\0\xFF\xFF\xFF\x7F", 8) << ErrorCode::ImageDamaged;
        QTest::newRow("TIFF 60000 x 60000")
            << tiffOf(bilevelTags(60000, 60000, 200, 10), 0, QByteArray(10, '\0'))
            << ErrorCode::ImageTooLarge;
        QTest::newRow("TIFF 4000000000 wide")
            << tiffOf(bilevelTags(4000000000U, 1, 200, 10), 0, QByteArray(10, '\0'))
            << ErrorCode::ImageTooLarge;
        QTest::newRow("TIFF without pixels")
            << tiffOf(bilevelTags(0, 0, 200, 10), 0) << ErrorCode::ImageDamaged;
    }
    void hostileBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const auto probed = probe(bytes);
        const auto decoded = decodeLuminance(bytes);
        const auto full = decodeFull(bytes);
        if (code == ErrorCode::ImageTruncated || code == ErrorCode::ImageDamaged) {
            // Nothing of them can be read; which of the two it is called is not worth a promise.
            QVERIFY(!probed && !decoded && !full);
            QVERIFY(probed.error().code == ErrorCode::ImageTruncated ||
                    probed.error().code == ErrorCode::ImageDamaged);
            return;
        }
        VERIFY_FAILS(probed, code);
        VERIFY_FAILS(decoded, code);
        VERIFY_FAILS(full, code);
        VERIFY_FAILS(decodeThumbnail(bytes, 0, 100), code);
    }

    void directoriesInALoopEnd()
    {
        // The next directory is this one again.
        const auto probed = probe(tiffOf(bilevelTags(8, 8, 122, 8), 8, QByteArray(8, '\x55')));
        VERIFY_OK(probed);
        QCOMPARE(probed->size(), std::size_t(1));
    }

    void giantStripTakesNoMemory()
    {
        // Promises a strip of 3 GB in a file of 130 bytes.
        const QByteArray bytes = tiffOf(bilevelTags(10000, 10000, 122, 0xC0000000U), 0, QByteArray(8, '\0'));
        const auto decoded = decodeLuminance(bytes);
        QVERIFY(!decoded || decoded->truncated);
    }

    void everyCutOfAFileIsSurvived_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QImage page = test::textPage(50);
        QTest::newRow("JPEG") << *encodeJpeg(page, 80, 50);
        QTest::newRow("PNG") << saved(page, "PNG");
        QTest::newRow("TIFF") << *encodeG4Tiff(*toBilevel(test::grey(page)), 50);
    }
    void everyCutOfAFileIsSurvived()
    {
        QFETCH(QByteArray, bytes);
        const auto whole = decodeLuminance(bytes);
        VERIFY_OK(whole);
        QVERIFY(!whole->truncated);
        for (qsizetype length = 1; length < bytes.size() - 16; length += bytes.size() / 60) {
            const auto part = decodeLuminance(QByteArrayView(bytes).first(length));
            // Either it says it failed, or it says that something is missing.
            QVERIFY2(!part || part->truncated, qPrintable(QString::number(length)));
            if (part) {
                QCOMPARE(part->grey.size(), whole->grey.size());
            }
        }
    }

    void flippedBytesAreSurvived()
    {
        const QImage page = test::textPage(40);
        for (const QByteArray& bytes : {*encodeJpeg(page, 80, 50), saved(page, "PNG"),
                                        *encodeG4Tiff(*toBilevel(test::grey(page)), 50)}) {
            quint32 state = 1;
            for (int round = 0; round < 200; ++round) {
                QByteArray broken = bytes;
                for (int i = 0; i < 4; ++i) {
                    state = state * 1664525 + 1013904223;
                    const auto place = static_cast<qsizetype>(state >> 8) % broken.size();
                    broken[place] = static_cast<char>(state);
                }
                const auto decoded = decodeLuminance(broken);
                QVERIFY(!decoded || !decoded->grey.isNull());
            }
        }
    }

    void cutOffJpegKeepsItsUpperPart()
    {
        const QImage page = test::textPage(100);
        const QByteArray bytes = *encodeJpeg(page, 80, 100);
        const auto part = decodeFull(QByteArrayView(bytes).first(bytes.size() / 2));
        VERIFY_OK(part);
        QVERIFY(part->truncated);
        QCOMPARE(part->image.size(), page.size());
        QVERIFY(std::abs(qGray(part->image.pixel(300, 150)) - qGray(page.pixel(300, 150))) < 60);
        QCOMPARE(qGray(part->image.pixel(300, page.height() - 5)), 255); // what did not come is white
    }

    void modeAndResolutionAreRead()
    {
        const QImage page = test::textPage(100);
        const auto colour = probe(*encodeJpeg(page, 80, 200));
        VERIFY_OK(colour);
        QVERIFY(colour->front() == (PictureInfo{dossier::PageFormat::Jpeg, page.width(), page.height(), 200.0,
                                                dossier::ColourMode::Colour, 0}));
        QVERIFY(probe(saved(test::grey(page), "PNG"))->front().mode == dossier::ColourMode::Grey);
        QVERIFY(probe(saved(*toBilevel(test::grey(page)), "PNG"))->front().mode ==
                dossier::ColourMode::Bilevel);
        const auto tiff = probe(*encodeG4Tiff(*toBilevel(test::grey(page)), 300));
        VERIFY_OK(tiff);
        QVERIFY(tiff->front().mode == dossier::ColourMode::Bilevel);
        QVERIFY(tiff->front().format == dossier::PageFormat::Tiff);
    }

    void resolutionOfAPhoneIsNotBelieved()
    {
        QImage photo(3000, 4000, QImage::Format_RGB32);
        photo.fill(Qt::gray);
        QCOMPARE(probe(*encodeJpeg(photo, 50, 72))->front().dpi, 0.0);
    }

    void cameraOrientationIsReadAsTurn_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<int>("turn");
        QTest::newRow("upright") << 1 << 0;
        QTest::newRow("upside down") << 3 << 180;
        QTest::newRow("right side up is to the right") << 6 << 90;
        QTest::newRow("to the left") << 8 << 270;
        QTest::newRow("nonsense") << 77 << 0;
    }
    void cameraOrientationIsReadAsTurn()
    {
        QFETCH(int, orientation);
        QFETCH(int, turn);
        const auto info = probe(phoneJpeg(orientation));
        VERIFY_OK(info);
        QCOMPARE(info->front().exifTurn, turn);
    }

    void allKindsOfPngAgree()
    {
        const QImage page = test::textPage(60);
        const QImage reference = test::grey(page);
        for (const QImage::Format format :
             {QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_RGBA64, QImage::Format_Grayscale8,
              QImage::Format_Grayscale16, QImage::Format_Indexed8}) {
            const auto decoded = decodeLuminance(
                saved((format == QImage::Format_Indexed8 ? reference : page).convertToFormat(format), "PNG"));
            VERIFY_OK(decoded);
            int most = 0;
            for (int x = 0; x < page.width(); x += 3) {
                for (int y = 0; y < page.height(); y += 3) {
                    most = std::max(
                        most, std::abs(qGray(decoded->grey.pixel(x, y)) - qGray(reference.pixel(x, y))));
                }
            }
            QVERIFY2(most <= 4, qPrintable(QString::number(most)));
        }
    }

    void transparencyIsOverWhite()
    {
        QImage clear(64, 64, QImage::Format_ARGB32);
        clear.fill(QColor(0, 0, 0, 0));
        const auto decoded = decodeFull(saved(clear, "PNG"));
        VERIFY_OK(decoded);
        QCOMPARE(decoded->image.pixel(10, 10), qRgb(255, 255, 255));
    }

    void pagesOfATiffAreToldApart()
    {
        VERIFY_FAILS(decodeLuminance(*encodeG4Tiff(*toBilevel(test::grey(test::textPage(50))), 50), 1),
                     ErrorCode::InvalidArgument);
        VERIFY_FAILS(decodeLuminance(*encodeJpeg(test::textPage(50), 80, 50), 1), ErrorCode::InvalidArgument);
    }

    void thumbnailsAreSmall()
    {
        const QImage page = test::textPage(150);
        for (const QByteArray& bytes : {*encodeJpeg(page, 80, 150), saved(page, "PNG"),
                                        *encodeG4Tiff(*toBilevel(test::grey(page)), 150)}) {
            const auto small = decodeThumbnail(bytes, 0, 160);
            VERIFY_OK(small);
            QCOMPARE(small->image.height(), 160);
            QVERIFY(std::abs(small->image.width() - 113) <= 1);
        }
    }

    void luminanceIsThatOfTheFullPicture()
    {
        QImage page(64, 64, QImage::Format_RGB32);
        page.fill(QColor(200, 60, 40));
        const auto decoded = decodeLuminance(*encodeJpeg(page, 95, 0));
        VERIFY_OK(decoded);
        QVERIFY(std::abs(qGray(decoded->grey.pixel(30, 30)) - 100) <= 2); // 0.299 R + 0.587 G + 0.114 B
    }

    void pdfIsRecognised()
    {
        QVERIFY(looksLikePdf("%PDF-1.4\n..."));
        QVERIFY(looksLikePdf(QByteArray("\n\n%PDF-1.7")));
        QVERIFY(!looksLikePdf("PDF"));
    }
};

QTEST_MAIN(TestDecode)
#include "tst_decode.moc"
