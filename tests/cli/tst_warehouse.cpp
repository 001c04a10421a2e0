// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"
#include "support/fakes3.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

namespace {

QStringList keys()
{
    return {QStringLiteral("SOHOA_S3_ACCESS_KEY=") + QString::fromLatin1(FakeS3Store::accessKey),
            QStringLiteral("SOHOA_S3_SECRET_KEY=") + QString::fromLatin1(FakeS3Store::secretKey)};
}

Run check(const QStringList& arguments, const QStringList& environment = keys())
{
    return runCli(QStringList{QStringLiteral("warehouse"), QStringLiteral("check")} + arguments, environment);
}

} // namespace

class CliWarehouseTest : public QObject
{
    Q_OBJECT

private slots:
    void goodBucketIsCalledSo()
    {
        FakeS3 server;
        const Run run = check({server.url(), QStringLiteral("--json")});
        QVERIFY2(run.exit == 0, run.all().constData());
        const auto objects = run.objects();
        QVERIFY2(objects.size() > 15, run.all().constData());
        QCOMPARE(objects.front()[QLatin1String("check")].toString(), QStringLiteral("answers"));
        QCOMPARE(objects.front()[QLatin1String("verdict")].toString(), QStringLiteral("good"));
        QVERIFY(objects.back()[QLatin1String("usable")].toBool());
        QVERIFY(objects.back()[QLatin1String("conditionsHonoured")].toBool());
        QVERIFY(!run.all().contains(FakeS3Store::secretKey));
        const Run table = check({server.url(), QStringLiteral("--lang"), QStringLiteral("en")});
        QVERIFY2(table.exit == 0, table.all().constData());
        QVERIFY(table.output.contains("Wrong secret key"));
        QVERIFY(table.output.contains("Verdict: this bucket can be used as a warehouse."));
    }

    void badBucketIsCalledSo()
    {
        FakeS3Manners manners;
        manners.checksMd5 = false;
        FakeS3 server(manners);
        const Run run = check({server.url(), QStringLiteral("--json")});
        QVERIFY2(run.exit == 1, run.all().constData());
        QVERIFY(!run.objects().back()[QLatin1String("usable")].toBool());
        QVERIFY(run.messages.contains("Content-MD5"));
    }

    void whatCannotBeReachedIsTheEnvironment()
    {
        QString url;
        {
            const FakeS3 server;
            url = server.url();
        }
        QCOMPARE(check({url}).exit, 3);
        FakeS3 server;
        QCOMPARE(check({server.url()},
                       {QStringLiteral("SOHOA_S3_ACCESS_KEY="), QStringLiteral("SOHOA_S3_SECRET_KEY=")})
                     .exit,
                 3);
        server.failAll(S3Fault::Portal);
        QCOMPARE(check({server.url()}).exit, 3);
    }

    void wrongUsageIsTold()
    {
        QCOMPARE(check({}).exit, 2);
        QCOMPARE(check({QStringLiteral("file:///tmp")}).exit, 2);
        QCOMPARE(check({QStringLiteral("s3+http://s3.example.vn/kho")}).exit, 2);
        QCOMPARE(runCli({QStringLiteral("warehouse")}).exit, 2);
    }

    void papersReachABucketByTheCommandLine()
    {
        FakeS3 server;
        const QTemporaryDir home;
        const Run init =
            runCli({QStringLiteral("init"), QStringLiteral("--home"), home.path(), QStringLiteral("--unit"),
                    QStringLiteral("H56.14"), QStringLiteral("--unit-name"), QStringLiteral("Xã Mẫu"),
                    QStringLiteral("--warehouse"), server.url()},
                   keys());
        QVERIFY2(init.exit == 0, init.all().constData());
        QVERIFY(
            server.with([](FakeS3Store& store) { return store.objects.count("v1/warehouse.json") == 1; }));
        const Run sync =
            runCli({QStringLiteral("sync"), QStringLiteral("--home"), home.path(), QStringLiteral("--once")},
                   keys());
        QVERIFY2(sync.exit == 0, sync.all().constData());
        // Without its keys the home is whole, and says what is missing.
        const Run without =
            runCli({QStringLiteral("sync"), QStringLiteral("--home"), home.path(), QStringLiteral("--once")},
                   {QStringLiteral("SOHOA_S3_ACCESS_KEY="), QStringLiteral("SOHOA_S3_SECRET_KEY=")});
        QVERIFY2(without.exit == 3, without.all().constData());
    }
};

QTEST_GUILESS_MAIN(CliWarehouseTest)
#include "tst_warehouse.moc"
