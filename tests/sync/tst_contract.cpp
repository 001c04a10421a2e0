// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// One list of demands for every warehouse that needs no server: a folder, the double in memory, and S3 as
// engines differ in it. tst_rgw.cpp makes the same demands of a real engine.
#include "support/fakes3.h"
#include "support/fakewarehouse.h"
#include "support/testsupport.h"
#include "sync/folderwarehouse.h"
#include "sync/s3/largeput.h"
#include "sync/warehousecontract.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using namespace sohoa::test;

namespace {

S3Access accessToFake()
{
    S3Access access;
    access.accessKey = QString::fromLatin1(FakeS3Store::accessKey);
    access.secretKey = QString::fromLatin1(FakeS3Store::secretKey);
    return access;
}

} // namespace

class ContractTest : public QObject
{
    Q_OBJECT

private slots:
    void folder();
    void bucket_data();
    void bucket();
};

void ContractTest::folder()
{
    const QTemporaryDir home;
    const auto identity = FolderWarehouse::setUp(home.path());
    VERIFY_OK(identity);
    FolderWarehouse warehouse(home.path(), *identity);
    checkContract(warehouse, 1000, [&] { return std::make_unique<FolderWarehouse>(home.path(), *identity); });
}

void ContractTest::bucket_data()
{
    QTest::addColumn<int>("variant");
    QTest::newRow("honest") << 0;
    QTest::newRow("part of a bucket") << 1;
    QTest::newRow("HEAD of the missing is 403") << 2;
    QTest::newRow("conditions known to be honest") << 3;
    QTest::newRow("conditions ignored") << 4;
    QTest::newRow("conditions not implemented") << 5;
    QTest::newRow("pages of two") << 6;
    QTest::newRow("with an allowance") << 7;
    QTest::newRow("clock 40 minutes ahead") << 8;
    QTest::newRow("conditions that were honest and are not offered any more") << 9;
}

void ContractTest::bucket()
{
    QFETCH(const int, variant);
    FakeS3Manners manners;
    S3Access access = accessToFake();
    manners.missingIs403 = variant == 2;
    access.honestConditions = variant == 3 || variant == 9;
    manners.ifNoneMatch = variant == 4                   ? FakeS3Manners::Condition::Ignored
                          : variant == 5 || variant == 9 ? FakeS3Manners::Condition::NotImplemented
                                                         : FakeS3Manners::Condition::Honoured;
    manners.pageLimit = variant == 6 ? 2 : 1000;
    if (variant == 7) {
        access.allowance = [](qint64 wanted) { return std::min<qint64>(wanted, 300'000); };
    }
    manners.clockAhead = variant == 8 ? 40 * 60 : 0;
    FakeS3 server(manners);
    const QString url = server.url() + (variant == 1 ? QStringLiteral("/tỉnh/xã 1") : QString());
    const auto identity = setUpWarehouse(url, access);
    VERIFY_OK(identity);
    QCOMPARE(*setUpWarehouse(url, access), *identity);
    const auto open = [&] { return std::move(*openWarehouse(url, *identity, access)); };
    const std::unique_ptr<Warehouse> warehouse = open();
    checkContract(*warehouse, s3::smallestPart, open);
    QVERIFY(!warehouse->describe().contains(access.secretKey));
    QCOMPARE(warehouse->clockOffset() > std::chrono::minutes(39), variant == 8);
    const auto another = openWarehouse(url, QString(32, u'0'), access);
    VERIFY_OK(another);
    VERIFY_FAILS((*another)->identity(), ErrorCode::WarehouseUnreachable);
}

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
