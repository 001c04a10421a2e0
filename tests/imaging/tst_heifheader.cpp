// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decode.h"
#include "imaging/heifheader.h"
#include "support/testsupport.h"

#include <QTest>
#include <QtEndian>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

QByteArray heif(const char* brand)
{
    return QByteArray("\0\0\0\x18"
                      "ftyp",
                      8) +
           brand + QByteArray("\0\0\0\0mif1heic", 12) + QByteArray(100, 'x');
}

/// Writes bits from the highest on.
class BitWriter
{
public:
    void put(quint32 value, int count)
    {
        for (int i = count - 1; i >= 0; --i) {
            m_bits.push_back((value >> i & 1U) != 0);
        }
    }
    /// ue(v)
    void putNumber(quint32 value)
    {
        int length = 0;
        while ((quint64(value) + 1) >> (length + 1) != 0) {
            ++length;
        }
        put(0, length);
        put(value + 1, length + 1);
    }
    /// With the bytes that keep start codes out.
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray bytes;
        int zeros = 0;
        for (std::size_t at = 0; at < m_bits.size(); at += 8) {
            uchar byte = 0;
            for (std::size_t bit = 0; bit < 8; ++bit) {
                byte = static_cast<uchar>(byte << 1 | (at + bit < m_bits.size() && m_bits[at + bit] ? 1 : 0));
            }
            if (zeros >= 2 && byte <= 3) {
                bytes += '\3';
                zeros = 0;
            }
            bytes += static_cast<char>(byte);
            zeros = byte == 0 ? zeros + 1 : 0;
        }
        return bytes;
    }

private:
    std::vector<bool> m_bits;
};

/// A sequence parameter set without its header, as far as its size.
QByteArray parameters(quint32 width, quint32 height, int subLayers = 0, int chroma = 1)
{
    BitWriter bits;
    bits.put(0, 4);
    bits.put(static_cast<quint32>(subLayers), 3);
    bits.put(1, 1);
    for (int i = 0; i < 12; ++i) {
        bits.put(0, 8); // a profile of zeros: nearly every byte needs a guard
    }
    if (subLayers > 0) {
        for (int i = 0; i < 8; ++i) {
            bits.put(i < subLayers ? 3 : 0, 2);
        }
        for (int i = 0; i < subLayers; ++i) {
            for (int byte = 0; byte < 12; ++byte) {
                bits.put(0, 8);
            }
        }
    }
    bits.putNumber(0);
    bits.putNumber(static_cast<quint32>(chroma));
    if (chroma == 3) {
        bits.put(0, 1);
    }
    bits.putNumber(width);
    bits.putNumber(height);
    bits.put(1, 1);
    return bits.bytes();
}

template<typename T>
QByteArray big(T value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// A file that is nothing but a brand and the configuration of a decoder.
QByteArray fileOf(const QByteArray& set)
{
    const QByteArray unit = QByteArray("\x42\x01", 2) + set;
    const QByteArray content = QByteArray(22, '\1') + '\1' + '\x21' + big<quint16>(1) +
                               big(static_cast<quint16>(unit.size())) + unit;
    return heif("heic").left(24) + big(static_cast<quint32>(content.size() + 8)) + "hvcC" + content;
}

} // namespace

class HeifHeaderTest : public QObject
{
    Q_OBJECT

private slots:
    void photosOfPhonesAreKnownByTheirContent()
    {
        for (const char* brand : {"heic", "heix", "mif1", "msf1"}) {
            QVERIFY(isHeif(heif(brand)));
        }
        QVERIFY(!isHeif(heif("isom"))); // a film
        QVERIFY(!isHeif("ftypheic"));
        QVERIFY(!isHeif({}));
    }

    void photoThatCannotBeOpenedIsNamed()
    {
        // Without a reader it is not the photo's fault; with one, these bytes are no photo.
        const ErrorCode expected = canDecodeHeif() ? ErrorCode::ImageDamaged : ErrorCode::FormatNotInstalled;
        VERIFY_FAILS(probe(heif("heic")), expected);
        VERIFY_FAILS(decodeFull(heif("heic")), expected);
        VERIFY_FAILS(decodeFull(heif("heic"), 1), ErrorCode::InvalidArgument);
    }

    void codedSizeIsRead_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("subLayers");
        QTest::addColumn<int>("chroma");
        QTest::newRow("tile of a phone") << 512 << 512 << 0 << 1;
        QTest::newRow("whole photo") << 4032 << 3024 << 0 << 1;
        QTest::newRow("layers") << 640 << 480 << 2 << 1;
        QTest::newRow("most layers") << 640 << 480 << 6 << 1;
        QTest::newRow("full colours") << 64 << 8 << 0 << 3;
        QTest::newRow("bomb") << 1 << 30000000 << 0 << 1;
    }
    void codedSizeIsRead()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, subLayers);
        QFETCH(int, chroma);
        const QByteArray set =
            parameters(static_cast<quint32>(width), static_cast<quint32>(height), subLayers, chroma);
        QCOMPARE(sizeInSequenceParameters(set), std::optional(QSize(width, height)));
        for (qsizetype length = 0; length < 14; ++length) {
            QVERIFY(!sizeInSequenceParameters(QByteArrayView(set).first(length)));
        }
    }

    void bombIsRefusedBeforeADecoderSeesIt()
    {
        VERIFY_OK(checkHeifCodedSizes(fileOf(parameters(4032, 3024))));
        VERIFY_FAILS(checkHeifCodedSizes(fileOf(parameters(65535, 65535))), ErrorCode::ImageTooLarge);
        VERIFY_FAILS(checkHeifCodedSizes(fileOf(parameters(0xFFFFFFFE, 1))), ErrorCode::ImageTooLarge);
        VERIFY_FAILS(checkHeifCodedSizes(fileOf(parameters(0, 100))), ErrorCode::ImageDamaged);
        // The second set counts as well, and a cut list ends.
        const QByteArray both = fileOf(parameters(64, 64)) + fileOf(parameters(65535, 65535));
        VERIFY_FAILS(checkHeifCodedSizes(both), ErrorCode::ImageTooLarge);
        for (qsizetype length = 0; length < both.size(); ++length) {
            static_cast<void>(checkHeifCodedSizes(QByteArrayView(both).first(length)));
        }
        if (canDecodeHeif()) {
            VERIFY_FAILS(probe(both), ErrorCode::ImageTooLarge);
        }
    }
};

QTEST_GUILESS_MAIN(HeifHeaderTest)
#include "tst_heifheader.moc"
