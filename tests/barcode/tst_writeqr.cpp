// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"
#include "barcode/writeqr.h"
#include "codepictures.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using barcode::ErrorCorrection;

class WriteQrTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void levelsHoldWhatTheStandardSays_data();
    void levelsHoldWhatTheStandardSays();
    void textThatDoesNotFitIsRefused();
};

void WriteQrTest::whatIsWrittenIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCorrection>("level");
    const QString card = QStringLiteral("079098000001|024123456|NGUYỄN VĂN A|01011998|Nam|Số 1 Đường ABC, "
                                        "Phường 1, Quận 1, TP. Hồ Chí Minh|01012022");
    QTest::newRow("separator") << QStringLiteral("SH1:D:000.00.19.H26-210305-0001:1.001193:4:0A1B2C3D")
                               << ErrorCorrection::Medium;
    QTest::newRow("digits") << QStringLiteral("0123456789") << ErrorCorrection::Low;
    QTest::newRow("one letter") << QStringLiteral("đ") << ErrorCorrection::High;
    QTest::newRow("card, low") << card << ErrorCorrection::Low;
    QTest::newRow("card, medium") << card << ErrorCorrection::Medium;
    QTest::newRow("card, quartile") << card << ErrorCorrection::Quartile;
    QTest::newRow("card, high") << card << ErrorCorrection::High;
    QTest::newRow("long") << QStringLiteral("Ủy ban nhân dân xã ").repeated(30) << ErrorCorrection::Medium;
}

void WriteQrTest::whatIsWrittenIsRead()
{
    QFETCH(QString, text);
    QFETCH(ErrorCorrection, level);
    const auto code = barcode::writeQr(text, level);
    VERIFY_OK(code);
    QCOMPARE(code->modules.size(), static_cast<std::size_t>(code->size * code->size));
    QRandomGenerator random(1);
    const auto read = barcode::readCodes(test::draw(*code, {}, random));
    VERIFY_OK(read);
    QCOMPARE(read->size(), 1U);
    QCOMPARE(read->front().text, text);
    QCOMPARE(read->front().format, QStringLiteral("QRCode"));
}

void WriteQrTest::levelsHoldWhatTheStandardSays_data()
{
    // Bytes that version 1, 21 modules a side, holds (ISO/IEC 18004:2015, table 7). A mark of a character set
    // would leave room for less.
    QTest::addColumn<ErrorCorrection>("level");
    QTest::addColumn<int>("bytes");
    QTest::newRow("L") << ErrorCorrection::Low << 17;
    QTest::newRow("M") << ErrorCorrection::Medium << 14;
    QTest::newRow("Q") << ErrorCorrection::Quartile << 11;
    QTest::newRow("H") << ErrorCorrection::High << 7;
}

void WriteQrTest::levelsHoldWhatTheStandardSays()
{
    QFETCH(ErrorCorrection, level);
    QFETCH(int, bytes);
    const auto full = barcode::writeQr(QString(bytes, u'a'), level);
    VERIFY_OK(full);
    QCOMPARE(full->size, 21);
    const auto larger = barcode::writeQr(QString(bytes + 1, u'a'), level);
    VERIFY_OK(larger);
    QCOMPARE(larger->size, 25);
}

void WriteQrTest::textThatDoesNotFitIsRefused()
{
    VERIFY_FAILS(barcode::writeQr({}), ErrorCode::InvalidArgument);
    VERIFY_OK(barcode::writeQr(QString(2331, u'a'), ErrorCorrection::Medium));
    VERIFY_FAILS(barcode::writeQr(QString(2332, u'a'), ErrorCorrection::Medium), ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(WriteQrTest)
#include "tst_writeqr.moc"
