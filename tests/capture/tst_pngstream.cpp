// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/pngstream.h"
#include "support/testsupport.h"

#include <QImage>
#include <QTest>

#include <cstring>

using namespace sohoa;
using namespace sohoa::capture;

namespace {

QByteArray samples(qsizetype length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    quint32 state = 12345;
    for (char& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

Result<QByteArray> written(const LineLayout& layout, const QByteArray& bytes, qsizetype piece)
{
    QByteArray body;
    SOHOA_ASSIGN(PngStream png, PngStream::begin(layout, [&body](QByteArrayView part) {
                     body.append(part);
                     return Status();
                 }));
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        SOHOA_TRY(png.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))));
    }
    SOHOA_TRY(png.finish());
    return png.head(png.lines()) + body;
}

} // namespace

class PngStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void everyLayoutIsReadBackExactly_data();
    void everyLayoutIsReadBackExactly();
    void piecesOfAnySizeGiveTheSamePage();
    void lineThatIsNotWholeIsLeftOut();
    void pageLargerThanAChunkIsWhole();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void errorOfTheSinkEndsThePage();
};

void PngStreamTest::everyLayoutIsReadBackExactly_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("padding");
    for (const int padding : {0, 3}) {
        QTest::addRow("grey, padding %d", padding) << 1 << 8 << padding;
        QTest::addRow("colour, padding %d", padding) << 3 << 8 << padding;
        QTest::addRow("deep grey, padding %d", padding) << 1 << 16 << padding;
        QTest::addRow("deep colour, padding %d", padding) << 3 << 16 << padding;
        QTest::addRow("bilevel, padding %d", padding) << 1 << 1 << padding;
    }
}

void PngStreamTest::everyLayoutIsReadBackExactly()
{
    QFETCH(int, channels);
    QFETCH(int, bits);
    QFETCH(int, padding);
    constexpr int width = 37;
    constexpr int height = 23;
    const LineLayout layout{width, (width * channels * bits + 7) / 8 + padding, channels, bits, 300};
    const QByteArray bytes = samples(static_cast<qsizetype>(layout.bytesPerLine) * height);
    const auto png = written(layout, bytes, 1000);
    VERIFY_OK(png);
    const QImage image = QImage::fromData(*png, "PNG");
    QCOMPARE(image.size(), QSize(width, height));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 300);
    QCOMPARE(image.bitPlaneCount(), bits == 1 ? 1 : 8 * channels);
    for (int row = 0; row < height; ++row) {
        const auto* line = reinterpret_cast<const uchar*>(bytes.constData()) +
                           static_cast<qsizetype>(row) * layout.bytesPerLine;
        for (int column = 0; column < width; ++column) {
            const auto sample = [&](int channel) -> int {
                const int index = column * channels + (channels == 3 ? channel : 0);
                if (bits == 1) {
                    return (line[column / 8] >> (7 - column % 8) & 1) != 0 ? 0 : 255;
                }
                if (bits == 16) {
                    quint16 level = 0;
                    std::memcpy(&level, line + static_cast<std::ptrdiff_t>(2) * index, sizeof level);
                    return level >> 8;
                }
                return line[index];
            };
            const QRgb expected = qRgb(sample(0), sample(1), sample(2));
            QCOMPARE(image.pixel(column, row), expected);
        }
    }
}

void PngStreamTest::piecesOfAnySizeGiveTheSamePage()
{
    const LineLayout layout{11, 35, 3, 8, 0};
    const QByteArray bytes = samples(35 * 9);
    const QByteArray whole = written(layout, bytes, bytes.size()).value();
    for (qsizetype piece = 1; piece < 80; ++piece) {
        QCOMPARE(written(layout, bytes, piece).value(), whole);
    }
}

void PngStreamTest::lineThatIsNotWholeIsLeftOut()
{
    const auto png = written({10, 10, 1, 8, 0}, samples(10 * 7 + 9), 4);
    VERIFY_OK(png);
    QCOMPARE(QImage::fromData(*png, "PNG").height(), 7);
}

void PngStreamTest::pageLargerThanAChunkIsWhole()
{
    const LineLayout layout{1000, 3000, 3, 8, 0};
    const QByteArray bytes = samples(3000 * 500); // noise: it cannot be made smaller
    const auto png = written(layout, bytes, 65536);
    VERIFY_OK(png);
    const QImage image = QImage::fromData(*png, "PNG").convertToFormat(QImage::Format_RGB888);
    QCOMPARE(image.size(), QSize(1000, 500));
    for (int row = 0; row < 500; ++row) {
        QCOMPARE(std::memcmp(image.constScanLine(row), bytes.constData() + 3000 * row, 3000), 0);
    }
}

void PngStreamTest::nonsenseIsRefused_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("bytesPerLine");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("bits");
    QTest::newRow("no width") << 0 << 10 << 1 << 8;
    QTest::newRow("negative") << -5 << 10 << 1 << 8;
    QTest::newRow("line too short") << 10 << 29 << 3 << 8;
    QTest::newRow("four channels") << 10 << 40 << 4 << 8;
    QTest::newRow("odd bits") << 10 << 40 << 1 << 12;
    QTest::newRow("bilevel colour") << 10 << 40 << 3 << 1;
    QTest::newRow("too wide") << 2'000'000'000 << 2'000'000'000 << 1 << 8;
}

void PngStreamTest::nonsenseIsRefused()
{
    QFETCH(int, width);
    QFETCH(int, bytesPerLine);
    QFETCH(int, channels);
    QFETCH(int, bits);
    VERIFY_FAILS(PngStream::begin({width, bytesPerLine, channels, bits, 0}, {}), ErrorCode::ScannerFailed);
}

void PngStreamTest::errorOfTheSinkEndsThePage()
{
    auto png = PngStream::begin({1000, 3000, 3, 8, 0},
                                [](QByteArrayView) -> Status { return failure(ErrorCode::DiskFull); });
    VERIFY_OK(png);
    VERIFY_FAILS(png->add(samples(3000 * 500)), ErrorCode::DiskFull);
}

QTEST_GUILESS_MAIN(PngStreamTest)
#include "tst_pngstream.moc"
