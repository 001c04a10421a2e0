// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;

class TextTest : public QObject
{
    Q_OBJECT

private slots:
    void searchIsBlindToMarksAndCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("name") << QStringLiteral("Nguyễn Thị Đào") << QStringLiteral("nguyen thi dao");
        QTest::newRow("plain") << QStringLiteral("nguyen thi dao") << QStringLiteral("nguyen thi dao");
        QTest::newRow("upper case") << QStringLiteral("ĐẶNG ƯỚC") << QStringLiteral("dang uoc");
        QTest::newRow("signs") << QStringLiteral("  H'Bla -- Niê, K.Đăm ")
                               << QStringLiteral("h bla nie k dam");
        QTest::newRow("code") << QStringLiteral("1.001193") << QStringLiteral("1 001193");
        QTest::newRow("full width") << QStringLiteral("ＡＢ１") << QStringLiteral("ab1");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("signs only") << QStringLiteral("...") << QString();
    }
    void searchIsBlindToMarksAndCase()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(foldForSearch(text), folded);
        QCOMPARE(foldForSearch(text.normalized(QString::NormalizationForm_D)), folded);
        QCOMPARE(foldForSearch(folded), folded);
    }

    void everyVietnameseLetterFoldsToAscii()
    {
        const QString letters =
            QStringLiteral("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ");
        for (const QString& text : {letters, letters.toUpper()}) {
            const QString folded = foldForSearch(text);
            QCOMPARE(folded.size(), text.size());
            for (const QChar c : folded) {
                QVERIFY2(c >= u'a' && c <= u'z', qPrintable(QString(c)));
            }
        }
    }

    void textIsKeptInNfc()
    {
        const QString composed = QStringLiteral("Nguyễn");
        QCOMPARE(toNfc(composed.normalized(QString::NormalizationForm_D)), composed);
        QCOMPARE(toNfc(composed), composed);
    }

    void numbersOfPersonsAreMasked()
    {
        QCOMPARE(maskPersonalNumber(QStringLiteral("079098000001")), QStringLiteral("079•••••0001"));
        QCOMPARE(maskPersonalNumber(QStringLiteral("024123456")), QStringLiteral("024••3456"));
        QCOMPARE(maskPersonalNumber(QStringLiteral("1234567")), QStringLiteral("•••••••"));
        QCOMPARE(maskPersonalNumber(QString()), QString());
    }

    void namesAreMaskedToInitials()
    {
        QCOMPARE(maskName(QStringLiteral("Nguyễn Văn A")), QStringLiteral("N. V. A."));
        QCOMPARE(maskName(QStringLiteral("  Đỗ  ")), QStringLiteral("Đ."));
        QCOMPARE(maskName(QString()), QString());
    }
};

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
