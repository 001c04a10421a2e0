// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/codes.h"
#include "dossier/dossier.h"
#include "dossier/numbering.h"
#include "support/testsupport.h"

#include <QSet>
#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

class NumberingTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersOfWorkstationsNeverCollide()
    {
        constexpr int count = 7;
        constexpr int each = 50;
        QSet<int> given;
        for (int workstation = 1; workstation <= count; ++workstation) {
            int last = 0;
            for (int i = 0; i < each; ++i) {
                const auto number = nextNumber(last, {workstation, count});
                VERIFY_OK(number);
                QVERIFY(*number > last);
                QCOMPARE(*number % count, workstation % count);
                QVERIFY2(!given.contains(*number), qPrintable(QString::number(*number)));
                given.insert(*number);
                last = *number;
            }
        }
        // Nothing is left out either: together they give 1, 2, 3 ...
        for (int number = 1; number <= count * each; ++number) {
            QVERIFY(given.contains(number));
        }
    }

    void onlyWorkstationCountsByOne()
    {
        QCOMPARE(*nextNumber(0, {1, 1}), 1);
        QCOMPARE(*nextNumber(1, {1, 1}), 2);
    }

    void changedShareGoesOnAfterTheLastNumber()
    {
        // Gave 12 as 2 of 5; is 3 of 4 from now on.
        QCOMPARE(*nextNumber(12, {3, 4}), 15);
        QCOMPARE(*nextNumber(15, {3, 4}), 19);
    }

    void impossibleSharesAreRefused()
    {
        VERIFY_FAILS(nextNumber(0, {}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(nextNumber(0, {0, 3}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(nextNumber(0, {4, 3}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(nextNumber(-1, {1, 3}), ErrorCode::InvalidArgument);
    }

    void numbersEnd()
    {
        QCOMPARE(*nextNumber(999998, {1, 1}), 999999);
        VERIFY_FAILS(nextNumber(999999, {1, 1}), ErrorCode::NumbersExhausted);
    }

    void shareIsReadFromTheCommandLine()
    {
        const auto share = numberShareFrom(QStringLiteral("2/5"));
        VERIFY_OK(share);
        QVERIFY((*share == NumberShare{2, 5}));
        for (const char* wrong : {"", "2", "0/5", "6/5", "2/0", "-1/5", "2/5 ", "1/1000"}) {
            VERIFY_FAILS(numberShareFrom(QString::fromLatin1(wrong)), ErrorCode::InvalidArgument);
        }
    }

    void codesHaveAtLeastFourDigits()
    {
        const QDate day(2026, 11, 20);
        QCOMPARE(*dossierCode(QStringLiteral("H24.31.08"), day, 7), QStringLiteral("H24.31.08-261120-0007"));
        QCOMPARE(*dossierCode(QStringLiteral("000.00.19.H26"), QDate(2021, 3, 5), 12345),
                 QStringLiteral("000.00.19.H26-210305-12345"));
    }

    void codesThatCouldNotBeReadBackAreNotMade()
    {
        const QDate day(2026, 11, 20);
        VERIFY_FAILS(dossierCode(QString(), day, 1), ErrorCode::DossierCodeInvalid);
        VERIFY_FAILS(dossierCode(QStringLiteral("h24"), day, 1), ErrorCode::DossierCodeInvalid);
        VERIFY_FAILS(dossierCode(QStringLiteral("TAM-9F3A"), day, 1), ErrorCode::DossierCodeInvalid);
        VERIFY_FAILS(dossierCode(QStringLiteral("H24"), QDate(), 1), ErrorCode::DossierCodeInvalid);
        VERIFY_FAILS(dossierCode(QStringLiteral("H24"), QDate(1999, 1, 1), 1), ErrorCode::DossierCodeInvalid);
        VERIFY_FAILS(dossierCode(QStringLiteral("H24"), day, 0), ErrorCode::DossierCodeInvalid);
    }

    void provisionalCodesLookProvisional()
    {
        const auto code = provisionalCode(QStringLiteral("home"), QDate(2026, 11, 20), 1);
        VERIFY_OK(code);
        // First four hex digits of SHA-256("home"), by sha256sum.
        QCOMPARE(*code, QStringLiteral("TAM-4EA1-261120-0001"));
        QVERIFY(parseDossierCode(*code)->provisional);
        QVERIFY(*provisionalCode(QStringLiteral("other"), QDate(2026, 11, 20), 1) != *code);
    }

    void papersAreNamedAfterTheirComponent()
    {
        const QString code = QStringLiteral("H24-261120-0001");
        QCOMPARE(paperCode(code, 3), QStringLiteral("H24-261120-0001-TP3"));
        QCOMPARE(paperCode(code, 3, 2), QStringLiteral("H24-261120-0001-TP3-v2"));
        QCOMPARE(paperCode(code, resultComponent), QStringLiteral("H24-261120-0001-KQ"));
    }

    void ownerPartIsEmptyWithoutIdentifier()
    {
        const QString type = QStringLiteral("KQ.G15.000031");
        QCOMPARE(digitizedResultCode(QStringLiteral("079098000001"), type),
                 QStringLiteral("079098000001-KQ.G15.000031"));
        QCOMPARE(digitizedResultCode(QString(), type, u'.'), QStringLiteral(".KQ.G15.000031"));
    }
};

QTEST_APPLESS_MAIN(NumberingTest)
#include "tst_numbering.moc"
