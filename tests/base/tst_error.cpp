// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"
#include "base/result.h"
#include "base/words.h"
#include "support/testsupport.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace sohoa;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("odd"));
    }
    return number / 2;
}

Result<int> quarter(int number)
{
    SOHOA_ASSIGN(const int once, half(number));
    SOHOA_ASSIGN(const int twice, half(once));
    return twice;
}

Status even(int number)
{
    SOHOA_TRY(half(number));
    return {};
}

enum class Fruit
{
    Apple,
    Pear,
    Plum
};
constexpr std::array<Word<Fruit>, 2> fruits = {{{Fruit::Apple, "apple"}, {Fruit::Pear, "pear"}}};

} // namespace

class ErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::WorkstationTwice); ++code) {
            const QString name = toString(static_cast<ErrorCode>(code));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(code)));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
    }

    void remedyTellsWhatPassesByItself()
    {
        QVERIFY(remedyFor(ErrorCode::WarehouseUnreachable) == Remedy::Retry);
        QVERIFY(remedyFor(ErrorCode::WarehouseBusy) == Remedy::Retry);
        QVERIFY(remedyFor(ErrorCode::ClockWrong) == Remedy::AskClerk);
        QVERIFY(remedyFor(ErrorCode::CardMangled) == Remedy::AskClerk);
        QVERIFY(remedyFor(ErrorCode::DatabaseDamaged) == Remedy::Stop);
    }

    void causesAreDescribed()
    {
        const Error error{
            ErrorCode::ImageTruncated,
            QStringLiteral("row 200"),
            {{ErrorCode::FileUnreadable, QStringLiteral("disk"), {}}, {ErrorCode::Cancelled, {}, {}}}};
        QCOMPARE(describe(error),
                 QStringLiteral("ImageTruncated: row 200 (FileUnreadable: disk; Cancelled)"));
    }

    void failureLeavesTheFunction()
    {
        QCOMPARE(*quarter(8), 2);
        VERIFY_FAILS(quarter(6), ErrorCode::InvalidArgument);
        QCOMPARE(quarter(6).error().detail, QStringLiteral("odd"));
        VERIFY_OK(even(2));
        VERIFY_FAILS(even(3), ErrorCode::InvalidArgument);
    }

    void failureCanHaveACause()
    {
        const Status failed = failure(ErrorCode::StorageFailed, QStringLiteral("a"), half(1).error());
        QCOMPARE(failed.error().causes.size(), std::size_t(1));
        QVERIFY(failed.error().causes.front() == half(1).error());
    }

    void wordsGoBothWays()
    {
        QCOMPARE(wordOf(fruits, Fruit::Pear), QStringLiteral("pear"));
        QCOMPARE(wordOf(fruits, Fruit::Plum), QString());
        QVERIFY(valueOf(fruits, QStringLiteral("apple")) == Fruit::Apple);
        QVERIFY(!valueOf(fruits, QStringLiteral("plum")));
    }
};

QTEST_APPLESS_MAIN(ErrorTest)
#include "tst_error.moc"
