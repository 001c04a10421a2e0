// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/windowsfile.h"
#include "support/testsupport.h"

#include <QTest>

#include <vector>

using namespace sohoa;
using namespace std::chrono_literals;

namespace {

// https://learn.microsoft.com/windows/win32/debug/system-error-codes
constexpr unsigned long fileNotFound = 2;
constexpr unsigned long accessDenied = 5;
constexpr unsigned long sharingViolation = 32;
constexpr unsigned long alreadyExists = 183;

} // namespace

class WindowsFileTest : public QObject
{
    Q_OBJECT

private slots:
    void longPathsAreTakenInTheExtendedForm()
    {
        QCOMPARE(extendedPath(QStringLiteral("C:\\hồ sơ\\a")), QStringLiteral("\\\\?\\C:\\hồ sơ\\a"));
        QCOMPARE(extendedPath(QStringLiteral("\\\\server\\kho\\a")),
                 QStringLiteral("\\\\?\\UNC\\server\\kho\\a"));
        for (const QString& done : {QStringLiteral("\\\\?\\C:\\a"), QStringLiteral("\\\\.\\COM1")}) {
            QCOMPARE(extendedPath(done), done);
        }
    }

    void errorsAreToldApart()
    {
        for (const unsigned long full : {39UL, 112UL, 1295UL}) {
            QVERIFY(storageErrorForWindows(full) == ErrorCode::DiskFull);
        }
        for (const unsigned long denied : {accessDenied, 19UL}) {
            QVERIFY(storageErrorForWindows(denied) == ErrorCode::ReadOnly);
        }
        for (const unsigned long other : {fileNotFound, sharingViolation, 1117UL}) {
            QVERIFY(storageErrorForWindows(other) == ErrorCode::StorageFailed);
        }
    }

    void aFileHeldForAMomentIsTriedAgain()
    {
        std::vector<unsigned long> answers = {sharingViolation, accessDenied, 33, 0};
        std::size_t asked = 0;
        std::chrono::milliseconds paused{};
        const auto said =
            whileHeld([&] { return answers.at(asked++); }, [&](auto pause) { paused += pause; });
        QCOMPARE(said, 0UL);
        QCOMPARE(asked, answers.size());
        QVERIFY(paused > 0ms && paused < 100ms);
    }

    void aFileHeldForLongIsGivenUpAfterASecond()
    {
        std::chrono::milliseconds paused{};
        const auto said = whileHeld([] { return accessDenied; }, [&](auto pause) { paused += pause; });
        QCOMPARE(said, accessDenied);
        QVERIFY2(paused >= 1000ms && paused <= 1100ms,
                 QByteArray::number(qint64(paused.count())).constData());
    }

    void whatDoesNotPassIsNotTriedAgain()
    {
        for (const unsigned long outcome : {0UL, fileNotFound, alreadyExists, 112UL}) {
            int asked = 0;
            const auto said = whileHeld(
                [&] {
                    ++asked;
                    return outcome;
                },
                [](auto) { QFAIL("paused"); });
            QCOMPARE(said, outcome);
            QCOMPARE(asked, 1);
        }
    }
};

QTEST_APPLESS_MAIN(WindowsFileTest)
#include "tst_windowsfile.moc"
