// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/async.h"
#include "support/testsupport.h"

#include <QPromise>
#include <QTest>

#include <memory>

using namespace sohoa;

class AsyncTest : public QObject
{
    Q_OBJECT

private slots:
    void resultArrivesInTheThreadOfTheGuard()
    {
        QPromise<int> promise;
        QObject guard;
        int taken = 0;
        onFinished(promise.future(), &guard, [&](int value) { taken = value; });
        promise.start();
        promise.addResult(7);
        promise.finish();
        QCOMPARE(taken, 0); // not from inside finish()
        QTRY_COMPARE(taken, 7);
    }

    void nothingArrivesAfterTheGuardHasGone()
    {
        QPromise<int> promise;
        auto guard = std::make_unique<QObject>();
        bool called = false;
        onFinished(promise.future(), guard.get(), [&](int) { called = true; });
        promise.start();
        promise.addResult(7);
        promise.finish();
        guard.reset();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void cancelledFutureCallsNobody()
    {
        QPromise<int> promise;
        QObject guard;
        bool called = false;
        onFinished(promise.future(), &guard, [&](int) { called = true; });
        promise.start();
        promise.future().cancel();
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QTRY_VERIFY(guard.children().isEmpty());
    }
};

QTEST_GUILESS_MAIN(AsyncTest)
#include "tst_async.moc"
