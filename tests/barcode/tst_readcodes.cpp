// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"
#include "barcode/writeqr.h"
#include "base/text.h"
#include "codepictures.h"
#include "support/testsupport.h"

#include <QLineF>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

namespace {

QImage codePicture(const QString& text, const Drawing& drawing = {})
{
    QRandomGenerator random(7);
    return draw(barcode::writeQr(text).value(), drawing, random);
}

} // namespace

class ReadCodesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyToneMarkSurvives();
    void bytesThatAreNotUtf8StillGiveText();
    void textIsInNfc();
    void controlCharactersArePreserved();
    void everyCodeOfAPageIsFound();
    void twoCodesOfTheSameTextAreTwo();
    void oneCodeIsReportedOnce();
    void cornersStartAtTheTopLeftOfTheCode_data();
    void cornersStartAtTheTopLeftOfTheCode();
    void linearCodesAreRead_data();
    void linearCodesAreRead();
    void shortLinearCodesAreNotBelieved();
    void codesAreOrderedFromTopToBottom();
    void bilevelPagesAreRead();
    void linearCodesOfDamagedDigitsAreNotRead();
    void otherPicturesAreRefused();
    void smallestPicturesHoldNoCode();
    void readingStopsWhenAsked();
};

void ReadCodesTest::everyToneMarkSurvives()
{
    // All letters of Vietnamese, both cases, in pieces as long as a card's address.
    QString letters = QStringLiteral("đĐ");
    for (const QChar base : QStringLiteral("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")) {
        letters += base;
        for (const char16_t mark : {u'\u0300', u'\u0301', u'\u0303', u'\u0309', u'\u0323'}) {
            letters += toNfc(QString(base) + QChar(mark));
        }
    }
    QCOMPARE(letters.size(), 2 + 24 * 6);
    for (qsizetype at = 0; at < letters.size(); at += 7) {
        const QString text = QStringLiteral("079098000001||") + letters.mid(at, 7) + u'|';
        for (const barcode::CodeMatrix& code :
             {barcode::writeQr(text).value(), codeOfBareBytes(text.toUtf8())}) {
            QRandomGenerator random(2);
            const auto codes = barcode::readCodes(draw(code, {}, random));
            VERIFY_OK(codes);
            QCOMPARE(codes->size(), 1U);
            QCOMPARE(codes->front().text, text);
        }
    }
}

void ReadCodesTest::bytesThatAreNotUtf8StillGiveText()
{
    QRandomGenerator random(2);
    const auto codes = barcode::readCodes(draw(codeOfBareBytes("caf\xe9 au lait \xe0 la carte"), {}, random));
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
    QCOMPARE(codes->front().text, QStringLiteral("café au lait à la carte"));
}

void ReadCodesTest::textIsInNfc()
{
    const QString text = QStringLiteral("Nguyễn Thị Hồng Ánh");
    const auto codes = barcode::readCodes(codePicture(text.normalized(QString::NormalizationForm_D)));
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
    QCOMPARE(codes->front().text, text);
}

void ReadCodesTest::controlCharactersArePreserved()
{
    const QString text = QStringLiteral("079098000001|\t\r\n|A\u001dB\u0001|");
    const auto codes = barcode::readCodes(codePicture(text));
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
    QCOMPARE(codes->front().text, text);
}

void ReadCodesTest::everyCodeOfAPageIsFound()
{
    QRandomGenerator random(11);
    QImage page = textPage(2480, 3508, random);
    QStringList expected;
    for (int i = 0; i < 8; ++i) {
        const QString text = QStringLiteral("SH1:C:H26.1-210305-000%1:%1:0").arg(i);
        // From a size that half the resolution shows well to one that it does not.
        Drawing drawing;
        drawing.module = 2.6 + 0.7 * i;
        drawing.turn = 11 * i;
        place(page, draw(barcode::writeQr(text).value(), drawing, random),
              QPoint(150 + (i % 2) * 1200, 100 + (i / 2) * 820));
        expected += text;
    }
    const auto codes = barcode::readCodes(page);
    VERIFY_OK(codes);
    QStringList found;
    for (const dossier::Code& code : *codes) {
        found += code.text;
    }
    found.sort();
    QCOMPARE(found, expected);
}

void ReadCodesTest::twoCodesOfTheSameTextAreTwo()
{
    QImage page = paper(1600, 800);
    const QImage code = codePicture(QStringLiteral("H26.1-210305-0001"));
    place(page, code, QPoint(50, 50));
    place(page, code, QPoint(900, 300));
    const auto codes = barcode::readCodes(page);
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 2U);
    QCOMPARE(codes->at(0).text, codes->at(1).text);
}

void ReadCodesTest::oneCodeIsReportedOnce()
{
    QImage page = paper(1600, 800);
    place(page, codePicture(QStringLiteral("H26.1-210305-0001")), QPoint(50, 50));
    const auto codes = barcode::readCodes(page, {.thorough = true, .expectCode = true});
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
}

void ReadCodesTest::cornersStartAtTheTopLeftOfTheCode_data()
{
    QTest::addColumn<double>("turn");
    QTest::newRow("upright") << 0.0;
    QTest::newRow("a quarter") << 90.0;
    QTest::newRow("upside down") << 180.0;
    QTest::newRow("three quarters") << 270.0;
    QTest::newRow("askew") << 23.0;
}

void ReadCodesTest::cornersStartAtTheTopLeftOfTheCode()
{
    QFETCH(double, turn);
    const QString text = QStringLiteral("H26.1-210305-0001");
    Drawing drawing;
    drawing.module = 5;
    drawing.turn = turn;
    const QImage picture = codePicture(text, drawing);
    QImage page = paper(1400, 1200);
    const QPoint at(313, 207);
    place(page, picture, at);
    const auto codes = barcode::readCodes(page);
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
    const double half = barcode::writeQr(text)->size * drawing.module / 2;
    QTransform rotation;
    rotation.rotate(turn);
    const QPointF centre = at + QPointF(picture.width() / 2.0, picture.height() / 2.0);
    const std::array<QPointF, 4> expected = {QPointF(-half, -half), QPointF(half, -half), QPointF(half, half),
                                             QPointF(-half, half)};
    for (std::size_t corner = 0; corner < 4; ++corner) {
        const double distance =
            QLineF(codes->front().corners[corner], centre + rotation.map(expected[corner])).length();
        QVERIFY2(distance < 1.5 * drawing.module, qPrintable(QString::number(distance)));
    }
}

void ReadCodesTest::linearCodesAreRead_data()
{
    QTest::addColumn<double>("module");
    QTest::addColumn<double>("turn");
    for (const double module : {2.5, 3.0, 5.0}) {
        for (const double turn : {0.0, 3.0, 12.0, -7.0, 30.0, 45.0, 90.0, 100.0, 180.0, 271.0}) {
            QTest::addRow("%.1f pixels, %.0f degrees", module, turn) << module << turn;
        }
    }
}

void ReadCodesTest::linearCodesAreRead()
{
    QFETCH(double, module);
    QFETCH(double, turn);
    const QString text = QStringLiteral("H26.15-210305-0042");
    QImage page = paper(1900, 1900);
    place(page, drawCode128(text, module, 40, turn), QPoint(100, 120));
    const auto codes = barcode::readCodes(page);
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
    QCOMPARE(codes->front().text, text);
    QCOMPARE(codes->front().format, QStringLiteral("Code128"));
}

void ReadCodesTest::shortLinearCodesAreNotBelieved()
{
    QImage page = paper(1000, 600);
    place(page, drawCode128(QStringLiteral("123"), 4, 40, 0), QPoint(100, 100));
    const auto codes = barcode::readCodes(page, {.thorough = true, .expectCode = true});
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 0U);
}

void ReadCodesTest::codesAreOrderedFromTopToBottom()
{
    QImage page = paper(1600, 1600);
    place(page, codePicture(QStringLiteral("third")), QPoint(50, 1100));
    place(page, codePicture(QStringLiteral("first")), QPoint(900, 50));
    place(page, codePicture(QStringLiteral("second")), QPoint(400, 500));
    const auto codes = barcode::readCodes(page);
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 3U);
    QCOMPARE(codes->at(0).text, QStringLiteral("first"));
    QCOMPARE(codes->at(1).text, QStringLiteral("second"));
    QCOMPARE(codes->at(2).text, QStringLiteral("third"));
}

void ReadCodesTest::bilevelPagesAreRead()
{
    Drawing drawing;
    drawing.module = 3.3;
    drawing.turn = 4;
    QImage page = paper(1200, 900);
    place(page, codePicture(QStringLiteral("SH1:D:H26.1-210305-0001:1.001193:0"), drawing), QPoint(300, 200));
    const QImage bilevel = page.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    const auto codes = barcode::readCodes(bilevel.convertToFormat(QImage::Format_Grayscale8));
    VERIFY_OK(codes);
    QCOMPARE(codes->size(), 1U);
}

void ReadCodesTest::linearCodesOfDamagedDigitsAreNotRead()
{
    // One symbol replaced by another: all bars are well formed, only the check symbol tells.
    const QImage good = drawCode128(QStringLiteral("H26.15-210305-0042"), 3, 40, 0);
    const QImage other = drawCode128(QStringLiteral("H26.15-210305-0049"), 3, 40, 0);
    QCOMPARE(good.size(), other.size());
    // The last digit is the fourth symbol from the end: before check and stop (24 modules) and the quiet
    // zone.
    const int right = good.width() - (14 + 13 + 11) * 3;
    QImage forged = good;
    for (int row = 0; row < good.height(); ++row) {
        std::copy_n(other.constScanLine(row) + right - 33, 33, forged.scanLine(row) + right - 33);
    }
    QVERIFY(forged != good);
    const auto before = barcode::readCodes(good);
    VERIFY_OK(before);
    QCOMPARE(before->size(), 1U);
    const auto after = barcode::readCodes(forged, {.thorough = true, .expectCode = true});
    VERIFY_OK(after);
    QCOMPARE(after->size(), 0U);
}

void ReadCodesTest::otherPicturesAreRefused()
{
    VERIFY_FAILS(barcode::readCodes({}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(barcode::readCodes(QImage(100, 100, QImage::Format_RGB32)), ErrorCode::InvalidArgument);
    QImage wide(32001, 10, QImage::Format_Grayscale8);
    wide.fill(255);
    VERIFY_FAILS(barcode::readCodes(wide), ErrorCode::ImageTooLarge);
}

void ReadCodesTest::smallestPicturesHoldNoCode()
{
    for (const QSize size : {QSize(1, 1), QSize(2, 2), QSize(17, 1), QSize(1, 40), QSize(33, 33)}) {
        QImage page(size, QImage::Format_Grayscale8);
        page.fill(0);
        const auto codes = barcode::readCodes(page, {.thorough = true, .expectCode = true});
        VERIFY_OK(codes);
        QCOMPARE(codes->size(), 0U);
    }
}

void ReadCodesTest::readingStopsWhenAsked()
{
    StopSource source;
    source.request_stop();
    VERIFY_FAILS(barcode::readCodes(paper(300, 300), {}, source.get_token()), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(ReadCodesTest)
#include "tst_readcodes.moc"
