// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Against a real engine: the RADOS Gateway of Ceph 16.2 that the test run starts and stops.
#include "base/digest.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/rgwserver.h"
#include "sync/s3/largeput.h"
#include "sync/s3/probe.h"
#include "sync/warehousecontract.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <thread>

using namespace sohoa;
using namespace sohoa::sync;
using namespace sohoa::test;

class RgwTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void contractHolds_data();
    void contractHolds();
    void keysAreRefusedByName();
    void missingBucketIsTold();
    void bucketWithoutMarkerIsNoWarehouse();
    void lostMarkerIsNotReplaced();
    void clockIsCorrectedAndTold_data();
    void clockIsCorrectedAndTold();
    void certificatesAreToldApart();
    void workstationKeyNeedsOnlyItsOwnPrefix();
    void sixThreadsShareOneWarehouse();
    void probeFindsWhatThisEngineDoes_data();
    void probeFindsWhatThisEngineDoes();
    void
    largePutOutlivesClientAndGateway(); // last: the cluster waits half a minute for a gateway that was killed

private:
    /// A fresh bucket with a warehouse in it.
    QString newWarehouse(const QString& bucket, bool encrypted = false)
    {
        const QString url = m_server->url(m_server->makeBucket(bucket), encrypted);
        const auto identity = setUpWarehouse(url, m_server->access());
        return identity ? url : QString();
    }
    std::unique_ptr<Warehouse> open(const QString& url) const
    {
        return std::move(*openWarehouse(url, {}, m_server->access()));
    }

    std::optional<RgwServer> m_server;
};

void RgwTest::initTestCase()
{
    m_server = RgwServer::find();
    if (!m_server) {
        QSKIP("no server was started (SOHOA_RGW)");
    }
}

void RgwTest::contractHolds_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<bool>("conditions");
    QTest::newRow("http") << QStringLiteral("contract-a") << QString() << false << false;
    QTest::newRow("https") << QStringLiteral("contract-b") << QString() << true << false;
    QTest::newRow("prefix") << QStringLiteral("contract-c") << QStringLiteral("/tỉnh mẫu/a+b") << false
                            << false;
    QTest::newRow("conditions") << QStringLiteral("contract-d") << QString() << false << true;
}

void RgwTest::contractHolds()
{
    QFETCH(const QString, bucket);
    QFETCH(const QString, prefix);
    QFETCH(const bool, encrypted);
    QFETCH(const bool, conditions);
    const QString url = m_server->url(m_server->makeBucket(bucket), encrypted) + prefix;
    S3Access access = m_server->access();
    access.honestConditions = conditions;
    const auto identity = setUpWarehouse(url, access);
    VERIFY_OK(identity);
    QCOMPARE(*setUpWarehouse(url, access), *identity);
    const auto reopen = [&] { return std::move(*openWarehouse(url, *identity, access)); };
    const auto warehouse = reopen();
    checkContract(*warehouse, s3::smallestPart, reopen);
    QCOMPARE(warehouse->clockOffset(), std::chrono::milliseconds(0));
}

void RgwTest::largePutOutlivesClientAndGateway()
{
    const QString url = newWarehouse(QStringLiteral("large"));
    QVERIFY(!url.isEmpty());
    const QByteArray content = contentOf(4 * s3::smallestPart + 99, 'g');
    LargePutState saved = largeStateOf(content, s3::smallestPart);
    std::vector<qint64> offsets;
    std::unique_ptr<Warehouse> client = open(url);
    bool killed = false;
    const ContentReader read = [&](qint64 offset, qint64 length) -> Result<QByteArray> {
        offsets.push_back(offset);
        if (offset == 2 * s3::smallestPart && !killed) {
            killed = true;
            m_server->killGateway();
        }
        return content.mid(offset, length);
    };
    const StateKeeper keep = [&saved](const LargePutState& state) -> Status {
        saved = *largePutStateFrom(toBytes(state));
        return {};
    };
    const auto broken = sendLarge(*client, saved, read, keep);
    QVERIFY(!broken.has_value());
    VERIFY_FAILS(client->head(saved.key), ErrorCode::WarehouseUnreachable);
    client.reset();
    QVERIFY(m_server->startAgain());
    client = open(url);
    const auto sent = sendLarge(*client, saved, read, keep);
    VERIFY_OK(sent);
    QCOMPARE(offsets, (std::vector<qint64>{0, s3::smallestPart, 2 * s3::smallestPart, 2 * s3::smallestPart,
                                           3 * s3::smallestPart, 4 * s3::smallestPart}));
    VERIFY_OK(client->confirm(saved.key, saved.sha256, content.size()));
}

void RgwTest::keysAreRefusedByName()
{
    const QString url = newWarehouse(QStringLiteral("refused"));
    S3Access wrong = m_server->access();
    wrong.secretKey = QStringLiteral("another secret");
    const QByteArray content = "x";
    const QString key = blobKey(sha256Hex(content));
    auto warehouse = std::move(*openWarehouse(url, {}, wrong));
    VERIFY_FAILS(warehouse->identity(), ErrorCode::WarehouseKeyRefused);
    VERIFY_FAILS(warehouse->putIfAbsent(key, content), ErrorCode::WarehouseKeyRefused);
    VERIFY_FAILS(warehouse->head(key), ErrorCode::WarehouseKeyRefused);
    wrong.accessKey = QStringLiteral("nobody");
    warehouse = std::move(*openWarehouse(url, {}, wrong));
    VERIFY_FAILS(warehouse->putIfAbsent(key, content), ErrorCode::WarehouseKeyRefused);
    // A key that is known, of somebody without rights here.
    warehouse = std::move(*openWarehouse(url, {}, m_server->workstationAccess()));
    VERIFY_FAILS(warehouse->putIfAbsent(key, content), ErrorCode::WarehouseRefused);
    QVERIFY(!(*open(url)).head(key)->has_value());
}

void RgwTest::missingBucketIsTold()
{
    const QString url = m_server->url(QStringLiteral("nobody-made-this"));
    VERIFY_FAILS(setUpWarehouse(url, m_server->access()), ErrorCode::WarehouseMissing);
    VERIFY_FAILS(open(url)->identity(), ErrorCode::WarehouseMissing);
}

void RgwTest::bucketWithoutMarkerIsNoWarehouse()
{
    const auto warehouse = open(m_server->url(m_server->makeBucket(QStringLiteral("bare"))));
    VERIFY_FAILS(warehouse->identity(), ErrorCode::WarehouseMissing);
    VERIFY_FAILS(warehouse->putIfAbsent(QStringLiteral("v1/x"), "x"), ErrorCode::WarehouseMissing);
    VERIFY_FAILS(warehouse->listAfter({}, {}, 10), ErrorCode::WarehouseMissing);
}

void RgwTest::lostMarkerIsNotReplaced()
{
    const QString url = newWarehouse(QStringLiteral("lost-marker"));
    VERIFY_OK(open(url)->putIfAbsent(logKey({QStringLiteral("H1"), 1}, 1), "x"));
    s3::Ask remove;
    remove.method = "DELETE";
    remove.key = markerKey();
    VERIFY_OK(m_server->ask(parseWarehouseUrl(url)->bucket, remove));
    VERIFY_FAILS(setUpWarehouse(url, m_server->access()), ErrorCode::WarehouseRefused);
}

void RgwTest::clockIsCorrectedAndTold_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("an hour behind") << -60;
    QTest::newRow("twenty minutes ahead") << 20;
    QTest::newRow("a year behind") << -365 * 24 * 60;
}

void RgwTest::clockIsCorrectedAndTold()
{
    QFETCH(const int, minutes);
    static int number = 0;
    const QString url = newWarehouse(QStringLiteral("clock-%1").arg(++number));
    S3Access access = m_server->access();
    access.now = [minutes] { return QDateTime::currentDateTimeUtc().addSecs(60LL * minutes); };
    const auto warehouse = std::move(*openWarehouse(url, {}, access));
    const QByteArray content = "sent by a wrong clock";
    const QString sha256 = sha256Hex(content);
    VERIFY_OK(warehouse->putIfAbsent(blobKey(sha256), content));
    VERIFY_OK(warehouse->confirm(blobKey(sha256), sha256, content.size()));
    const auto offset = std::chrono::duration_cast<std::chrono::seconds>(warehouse->clockOffset());
    QVERIFY(std::abs(offset.count() + 60LL * minutes) < 5);
}

void RgwTest::certificatesAreToldApart()
{
    const QString url = newWarehouse(QStringLiteral("certificates"), true);
    QVERIFY(!url.isEmpty());
    S3Access access = m_server->access();
    // The system's authorities alone do not know the test's.
    access.caPem.clear();
    const auto unknown = std::move(*openWarehouse(url, {}, access))->identity();
    VERIFY_FAILS(unknown, ErrorCode::WarehouseNotTrusted);
    QCOMPARE(unknown.error().detail, QStringLiteral("unknown authority"));
    // The certificate is for localhost, not for the number.
    const QString byNumber = QString(url).replace(QStringLiteral("localhost"), QStringLiteral("127.0.0.1"));
    const auto otherName = std::move(*openWarehouse(byNumber, {}, m_server->access()))->identity();
    VERIFY_FAILS(otherName, ErrorCode::WarehouseNotTrusted);
    QCOMPARE(otherName.error().detail, QStringLiteral("other name"));
    VERIFY_OK(open(url)->identity());
}

void RgwTest::workstationKeyNeedsOnlyItsOwnPrefix()
{
    const QString url = newWarehouse(QStringLiteral("unit-rights"));
    // The examples of the administrator guide, as they stand there.
    const QString bucket = parseWarehouseUrl(url)->bucket;
    const auto example = [&bucket](const QString& name) {
        QFile file(sourcePath(QStringLiteral("docs/examples/") + name));
        return file.open(QIODevice::ReadOnly)
                   ? file.readAll().replace("BUCKET", bucket.toUtf8()).replace("UNIT", "H26.19")
                   : QByteArray();
    };
    s3::Ask policy;
    policy.method = "PUT";
    policy.query = {{"policy", ""}};
    policy.body = example(QStringLiteral("bucket-policy.json"));
    VERIFY_OK(m_server->ask(bucket, policy));
    s3::Ask lifecycle;
    lifecycle.method = "PUT";
    lifecycle.query = {{"lifecycle", ""}};
    lifecycle.body = example(QStringLiteral("lifecycle.xml"));
    VERIFY_OK(m_server->ask(bucket, lifecycle));
    s3::Ask userPolicy;
    userPolicy.method = "POST";
    userPolicy.query = {{"Action", "PutUserPolicy"},
                        {"UserName", "workstation"},
                        {"PolicyName", "sohoa"},
                        {"PolicyDocument", example(QStringLiteral("workstation-policy.json"))}};
    VERIFY_OK(m_server->ask({}, userPolicy));
    const auto warehouse = std::move(*openWarehouse(url, {}, m_server->workstationAccess()));
    const auto content = contentOf(1000, 'w');
    const QString sha256 = sha256Hex(content);
    VERIFY_OK(warehouse->putIfAbsent(blobKey(sha256), content));
    VERIFY_OK(warehouse->confirm(blobKey(sha256), sha256, content.size()));
    const LogIdentity own{QStringLiteral("H26.19"), 1};
    VERIFY_OK(warehouse->putIfAbsent(logKey(own, 1), "1"));
    QCOMPARE(warehouse->listAfter(logPrefix(own), {}, 10)->objects.size(), std::size_t(1));
    VERIFY_FAILS(warehouse->get(logKey(own, 2), 10), ErrorCode::NotFound);
    const QByteArray large = contentOf(s3::smallestPart + 1, 'W');
    LargePutState state = largeStateOf(large, s3::smallestPart);
    VERIFY_OK(
        sendLarge(*warehouse, state, readerOf(large), [](const LargePutState&) -> Status { return {}; }));
    // Another unit's log, deleting, and overwriting the policy are not for this key.
    const LogIdentity other{QStringLiteral("H26.20"), 1};
    VERIFY_FAILS(warehouse->putIfAbsent(logKey(other, 1), "1"), ErrorCode::WarehouseRefused);
    VERIFY_FAILS(warehouse->listAfter(logPrefix(other), {}, 10), ErrorCode::WarehouseRefused);
    s3::Bucket asWorkstation(*parseWarehouseUrl(url), m_server->workstationAccess());
    s3::Ask remove;
    remove.method = "DELETE";
    remove.key = blobKey(sha256);
    VERIFY_FAILS(asWorkstation.demand(remove, {}), ErrorCode::WarehouseRefused);
    VERIFY_FAILS(asWorkstation.demand(policy, {}), ErrorCode::WarehouseRefused);
    // What the workstation wrote can be read by the province.
    VERIFY_OK(open(url)->confirm(blobKey(sha256), sha256, content.size()));
}

void RgwTest::probeFindsWhatThisEngineDoes_data()
{
    QTest::addColumn<bool>("locked");
    QTest::newRow("plain") << false;
    QTest::newRow("versioned, with object lock") << true;
}

void RgwTest::probeFindsWhatThisEngineDoes()
{
    QFETCH(const bool, locked);
    const s3::Fields headers = {{"x-amz-bucket-object-lock-enabled", "true"}};
    const QString bucket = m_server->makeBucket(QStringLiteral("probed"), locked ? headers : s3::Fields());
    const auto report =
        probeWarehouse(*parseWarehouseUrl(m_server->url(bucket)), m_server->access(), {}, {}, {});
    VERIFY_OK(report);
    QVERIFY(report->usable());
    QVERIFY(report->left.empty());
    const auto seen = [&report](ProbeCheck check) {
        for (const ProbeFinding& finding : report->findings) {
            if (finding.check == check) {
                return finding.seen;
            }
        }
        return ProbeSeen::Failed;
    };
    for (const ProbeCheck check : {ProbeCheck::Answers, ProbeCheck::ReadsBack, ProbeCheck::CutUpload,
                                   ProbeCheck::Multipart, ProbeCheck::Abandon, ProbeCheck::Listing}) {
        QVERIFY2(seen(check) == ProbeSeen::AsItMust, qPrintable(wordOf(check)));
    }
    for (const ProbeCheck check : {ProbeCheck::WrongSecret, ProbeCheck::Md5, ProbeCheck::Sha256}) {
        QVERIFY2(seen(check) == ProbeSeen::Refused, qPrintable(wordOf(check)));
    }
    QVERIFY(seen(ProbeCheck::Versioning) == (locked ? ProbeSeen::Enabled : ProbeSeen::Off));
    QVERIFY(seen(ProbeCheck::ObjectLock) == (locked ? ProbeSeen::Enabled : ProbeSeen::Off));
    // Conditions, parts with conditions and headers that are not signed differ between versions of Ceph:
    // whatever is found is named, and none of it can make the bucket unusable.
    QVERIFY(seen(ProbeCheck::Condition) != ProbeSeen::Failed);
    QVERIFY(seen(ProbeCheck::ConditionParts) != ProbeSeen::Failed);
    QVERIFY(seen(ProbeCheck::UnsignedHeader) != ProbeSeen::Failed);
}

void RgwTest::sixThreadsShareOneWarehouse()
{
    const QString url = newWarehouse(QStringLiteral("threads"));
    const auto warehouse = open(url);
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            for (int number = 0; number < 10; ++number) {
                const QByteArray content =
                    contentOf(20'000 + thread, static_cast<char>(thread * 16 + number));
                const QString sha256 = sha256Hex(content);
                const bool done = warehouse->putIfAbsent(blobKey(sha256), content).has_value() &&
                                  warehouse->confirm(blobKey(sha256), sha256, content.size()).has_value();
                failures += done ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(warehouse->listAfter(QStringLiteral("v1/blobs/"), {}, 1000)->objects.size(), std::size_t(80));
}

QTEST_GUILESS_MAIN(RgwTest)
#include "tst_rgw.moc"
