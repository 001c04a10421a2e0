// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decode.h"
#include "support/heifpictures.h"
#include "support/testsupport.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

constexpr QSize size(160, 96);

/// Grey, with a red corner at the top left.
QImage photo()
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(qRgb(128, 128, 128));
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x) {
            image.setPixel(x, y, qRgb(220, 20, 20));
        }
    }
    return image;
}

bool isRed(const QImage& image, QPoint at)
{
    const QColor colour = image.pixelColor(at);
    return colour.red() > 180 && colour.green() < 70 && colour.blue() < 70;
}

} // namespace

/// The photos of phones.
class HeifTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_plain = test::heifPhoto(photo());
        if (m_plain.isEmpty() || !canDecodeHeif()) {
            QSKIP("libheif of this computer has no HEVC");
        }
    }

    void photoIsOpened()
    {
        const auto infos = probe(m_plain);
        VERIFY_OK(infos);
        QVERIFY(infos->front() == (PictureInfo{dossier::PageFormat::Heif, size.width(), size.height(), 0,
                                               dossier::ColourMode::Colour, 0}));
        const auto full = decodeFull(m_plain);
        VERIFY_OK(full);
        QCOMPARE(full->image.size(), size);
        QVERIFY(!full->truncated);
        QVERIFY(isRed(full->image, {10, 10}) && !isRed(full->image, {100, 50}));
        QVERIFY(std::abs(qGray(full->image.pixel(100, 50)) - 128) < 8);
        const auto grey = decodeLuminance(m_plain);
        VERIFY_OK(grey);
        QVERIFY(grey->grey.format() == QImage::Format_Grayscale8);
        QVERIFY(std::abs(qGray(grey->grey.pixel(100, 50)) - 128) < 8);
        const auto small = decodeThumbnail(m_plain, 0, 40);
        VERIFY_OK(small);
        QCOMPARE(small->image.size(), QSize(40, 24));
        VERIFY_FAILS(decodeFull(m_plain, 1), ErrorCode::InvalidArgument);
    }

    void turnIsAppliedOnce_data()
    {
        QTest::addColumn<int>("prescribed");
        QTest::addColumn<int>("described");
        QTest::addColumn<QPoint>("corner"); // where the red one comes to lie: 0 or 1 across and down
        QTest::newRow("none") << 1 << 0 << QPoint(0, 0);
        QTest::newRow("to the right, as a phone writes it twice") << 6 << 6 << QPoint(1, 0);
        QTest::newRow("to the left, twice") << 8 << 8 << QPoint(0, 1);
        QTest::newRow("upside down") << 3 << 0 << QPoint(1, 1);
        QTest::newRow("only described") << 1 << 6 << QPoint(0, 0);
    }
    void turnIsAppliedOnce()
    {
        QFETCH(int, prescribed);
        QFETCH(int, described);
        QFETCH(QPoint, corner);
        const QByteArray bytes = test::heifPhoto(photo(), {prescribed, described});
        const auto infos = probe(bytes);
        VERIFY_OK(infos);
        QCOMPARE(infos->front().exifTurn, 0);
        const auto full = decodeFull(bytes);
        VERIFY_OK(full);
        const QSize turned = prescribed == 6 || prescribed == 8 ? size.transposed() : size;
        QCOMPARE(QSize(infos->front().width, infos->front().height), turned);
        QCOMPARE(full->image.size(), turned);
        for (const QPoint each : {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(1, 1)}) {
            const QPoint at(each.x() == 0 ? 10 : turned.width() - 10,
                            each.y() == 0 ? 10 : turned.height() - 10);
            QCOMPARE(isRed(full->image, at), each == corner);
        }
    }

    void photoThatStopsShortIsRefused()
    {
        for (qsizetype length = 12; length < m_plain.size(); ++length) {
            const auto part = decodeFull(QByteArrayView(m_plain).first(length));
            QVERIFY2(!part, qPrintable(QString::number(length)));
            QVERIFY(part.error().code == ErrorCode::ImageDamaged ||
                    part.error().code == ErrorCode::ImageTruncated ||
                    part.error().code == ErrorCode::FormatNotInstalled);
        }
    }

    void sizeThatIsPromisedIsCheckedBeforeDecoding()
    {
        // "ispe": version, width, height.
        QByteArray bomb = m_plain;
        const qsizetype at = bomb.indexOf("ispe");
        QVERIFY(at > 0);
        qToBigEndian<quint32>(30000, bomb.data() + at + 8);
        qToBigEndian<quint32>(30000, bomb.data() + at + 12);
        VERIFY_FAILS(probe(bomb), ErrorCode::ImageTooLarge);
        VERIFY_FAILS(decodeFull(bomb), ErrorCode::ImageTooLarge);
        // A size that is not that of the picture inside.
        QByteArray liar = m_plain;
        qToBigEndian<quint32>(200, liar.data() + at + 8);
        VERIFY_FAILS(decodeFull(liar), ErrorCode::ImageDamaged);
    }

    void damagedPhotosAreRefusedOrShown()
    {
        QRandomGenerator random(20261122);
        for (int i = 0; i < 400; ++i) {
            QByteArray broken = m_plain;
            for (int flips = random.bounded(1, 5); flips > 0; --flips) {
                broken[random.bounded(static_cast<int>(broken.size()))] =
                    static_cast<char>(random.bounded(256));
            }
            const auto infos = probe(broken);
            const auto full = decodeFull(broken);
            QVERIFY(!full ||
                    (infos && full->image.size() == QSize(infos->front().width, infos->front().height)));
        }
    }

private:
    QByteArray m_plain;
};

QTEST_GUILESS_MAIN(HeifTest)
#include "tst_heif.moc"
