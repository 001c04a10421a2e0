// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// A server, a line or whoever stands between that does wrong: each has its name, and nothing is taken for
// success.
#include "base/digest.h"
#include "support/fakes3.h"
#include "support/testcertificate.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/s3/largeput.h"
#include "sync/s3/s3warehouse.h"
#include "sync/warehousecontract.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace sohoa;
using namespace sohoa::sync;
using namespace sohoa::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sohoa::test::S3Fault)

namespace {

/// Short patience, so that tests do not wait long.
S3Access hasty()
{
    S3Access access;
    access.accessKey = QString::fromLatin1(FakeS3Store::accessKey);
    access.secretKey = QString::fromLatin1(FakeS3Store::secretKey);
    access.patience = {5s, 500ms, 500ms, 2048, 0ms};
    return access;
}

std::unique_ptr<Warehouse> openAt(const FakeS3& server, const S3Access& access = hasty())
{
    auto warehouse = std::move(*openWarehouse(server.url(), {}, access));
    return setUpWarehouse(server.url(), access) && warehouse->identity() ? std::move(warehouse) : nullptr;
}

const QByteArray content = contentOf(100'000, 'f');

QString key()
{
    return blobKey(sha256Hex(content));
}

bool isThere(FakeS3& server)
{
    return server.with([](FakeS3Store& store) { return store.objects.count(key().toUtf8()) != 0; });
}

} // namespace

class S3FaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void putThatGoesWrongIsNamed_data();
    void putThatGoesWrongIsNamed();
    void readingBackThatGoesWrongIsNamed_data();
    void readingBackThatGoesWrongIsNamed();
    void listThatGoesWrongIsNamed_data();
    void listThatGoesWrongIsNamed();
    void completionWithAnErrorInsideIsNoSuccess();
    void everyRequestOfADeliveryMayFailAndHeals_data();
    void everyRequestOfADeliveryMayFailAndHeals();
    void brokenReadingGoesOnWhereItBroke();
    void staleListingHarmsNothing();
    void serverThatIsNotThereIsUnreachable();
    void certificatesAreToldApart_data();
    void certificatesAreToldApart();
    void proxyThatIsNotThereIsUnreachable();
    void stoppingEndsACallAtOnce();
    void speedOfTheLineFitsTheParts();
    void allowanceIsKept();
    void wrongClockOfTheServerIsNoHelp();
};

void S3FaultsTest::putThatGoesWrongIsNamed_data()
{
    QTest::addColumn<S3Fault>("fault");
    QTest::addColumn<std::optional<ErrorCode>>("code"); // empty: what was asked is settled by looking
    const auto row = [](const char* name, S3Fault fault, std::optional<ErrorCode> code) {
        QTest::newRow(name) << fault << code;
    };
    row("not reached", S3Fault::NotReached, ErrorCode::WarehouseUnreachable);
    row("cut while sending", S3Fault::CutWhileSending, ErrorCode::WarehouseUnreachable);
    row("answer lost", S3Fault::AnswerLost, {});
    row("silent", S3Fault::Silent, {});
    row("answer cut", S3Fault::CutAnswer, {});
    row("a byte at a time", S3Fault::TrickleHead, {});
    row("longer than said", S3Fault::LongerThanSaid, {});
    row("endless", S3Fault::Endless, ErrorCode::WarehouseAnswerInvalid);
    row("no HTTP", S3Fault::Garbage, ErrorCode::WarehouseUnreachable);
    row("no XML", S3Fault::NotXml, ErrorCode::WarehouseAnswerInvalid);
    row("error inside a 200", S3Fault::ErrorInside, ErrorCode::WarehouseAnswerInvalid);
    row("moved", S3Fault::Moved, ErrorCode::WarehouseMoved);
    row("sent elsewhere", S3Fault::SentElsewhere, ErrorCode::NetworkIntercepted);
    row("captive portal", S3Fault::Portal, ErrorCode::NetworkIntercepted);
    row("page of a proxy", S3Fault::ProxyPage, ErrorCode::WarehouseBusy);
    row("409", S3Fault::Status409, ErrorCode::WarehouseBusy);
    row("500", S3Fault::Status500, ErrorCode::WarehouseBusy);
    row("503", S3Fault::Status503, ErrorCode::WarehouseBusy);
    row("507", S3Fault::Full, ErrorCode::WarehouseFull);
    row("wrong clock that stays wrong", S3Fault::Skewed, ErrorCode::ClockWrong);
}

void S3FaultsTest::putThatGoesWrongIsNamed()
{
    QFETCH(const S3Fault, fault);
    QFETCH(const std::optional<ErrorCode>, code);
    FakeS3 server;
    const auto warehouse = openAt(server);
    QVERIFY(warehouse);
    server.failAll(fault, "PUT");
    const auto put = warehouse->putIfAbsent(key(), content);
    if (code) {
        VERIFY_FAILS(put, *code);
        QVERIFY(!isThere(server));
    } else {
        VERIFY_OK(put);
        QVERIFY(isThere(server));
    }
    server.failAll(S3Fault::None);
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
}

void S3FaultsTest::readingBackThatGoesWrongIsNamed_data()
{
    QTest::addColumn<S3Fault>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("not reached") << S3Fault::NotReached << ErrorCode::WarehouseUnreachable;
    QTest::newRow("silent") << S3Fault::Silent << ErrorCode::WarehouseUnreachable;
    QTest::newRow("answer cut") << S3Fault::CutAnswer << ErrorCode::WarehouseUnreachable;
    QTest::newRow("a byte at a time") << S3Fault::Trickle << ErrorCode::WarehouseUnreachable;
    QTest::newRow("head a byte at a time") << S3Fault::TrickleHead << ErrorCode::WarehouseUnreachable;
    QTest::newRow("endless") << S3Fault::Endless << ErrorCode::WarehouseMismatch;
    QTest::newRow("no HTTP") << S3Fault::Garbage << ErrorCode::WarehouseUnreachable;
    QTest::newRow("something else") << S3Fault::NotXml << ErrorCode::WarehouseMismatch;
    QTest::newRow("one bit turned") << S3Fault::WrongHash << ErrorCode::WarehouseMismatch;
    QTest::newRow("error inside a 200") << S3Fault::ErrorInside << ErrorCode::WarehouseMismatch;
    QTest::newRow("moved") << S3Fault::Moved << ErrorCode::WarehouseMoved;
    QTest::newRow("sent elsewhere") << S3Fault::SentElsewhere << ErrorCode::NetworkIntercepted;
    QTest::newRow("captive portal") << S3Fault::Portal << ErrorCode::NetworkIntercepted;
    QTest::newRow("page of a proxy") << S3Fault::ProxyPage << ErrorCode::WarehouseBusy;
    QTest::newRow("500") << S3Fault::Status500 << ErrorCode::WarehouseBusy;
    QTest::newRow("wrong clock that stays wrong") << S3Fault::Skewed << ErrorCode::ClockWrong;
}

void S3FaultsTest::readingBackThatGoesWrongIsNamed()
{
    QFETCH(const S3Fault, fault);
    QFETCH(const ErrorCode, code);
    FakeS3 server;
    const auto warehouse = openAt(server);
    QVERIFY(warehouse);
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
    server.failAll(fault, "GET");
    VERIFY_FAILS(warehouse->confirm(key(), sha256Hex(content), content.size()), code);
    server.failAll(S3Fault::None);
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
    // More than was said is not part of the object, and does not spoil what comes next on the connection.
    server.failAll(S3Fault::LongerThanSaid, "GET");
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
}

void S3FaultsTest::listThatGoesWrongIsNamed_data()
{
    QTest::addColumn<S3Fault>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("answer cut") << S3Fault::CutAnswer << ErrorCode::WarehouseUnreachable;
    QTest::newRow("a byte at a time") << S3Fault::Trickle << ErrorCode::WarehouseUnreachable;
    QTest::newRow("endless") << S3Fault::Endless << ErrorCode::WarehouseAnswerInvalid;
    QTest::newRow("no XML") << S3Fault::NotXml << ErrorCode::WarehouseAnswerInvalid;
    QTest::newRow("error inside a 200") << S3Fault::ErrorInside << ErrorCode::WarehouseAnswerInvalid;
    QTest::newRow("captive portal") << S3Fault::Portal << ErrorCode::NetworkIntercepted;
    QTest::newRow("503") << S3Fault::Status503 << ErrorCode::WarehouseBusy;
}

void S3FaultsTest::listThatGoesWrongIsNamed()
{
    QFETCH(const S3Fault, fault);
    QFETCH(const ErrorCode, code);
    FakeS3 server;
    const auto warehouse = openAt(server);
    QVERIFY(warehouse);
    for (int number = 1; number <= 3; ++number) {
        VERIFY_OK(warehouse->putIfAbsent(QStringLiteral("v1/log/H1/1/%1").arg(number), "x"));
    }
    server.failAll(fault, "GET");
    VERIFY_FAILS(warehouse->listAfter(QStringLiteral("v1/log/"), {}, 10), code);
    server.failAll(S3Fault::None);
    QCOMPARE(warehouse->listAfter(QStringLiteral("v1/log/"), {}, 10)->objects.size(), std::size_t(3));
}

void S3FaultsTest::completionWithAnErrorInsideIsNoSuccess()
{
    FakeS3 server;
    const auto warehouse = openAt(server);
    QVERIFY(warehouse);
    auto put = warehouse->beginLarge(largeStateOf(content, s3::smallestPart));
    VERIFY_OK(put);
    VERIFY_OK((*put)->sendPart(content, {}));
    server.failAll(S3Fault::ErrorInside, "POST");
    VERIFY_FAILS((*put)->complete({}), ErrorCode::WarehouseBusy);
    QVERIFY(!isThere(server));
    server.failAll(S3Fault::AnswerLost, "POST");
    const auto completed = (*put)->complete({});
    VERIFY_OK(completed);
    QVERIFY(isThere(server));
}

void S3FaultsTest::everyRequestOfADeliveryMayFailAndHeals_data()
{
    QTest::addColumn<S3Fault>("fault");
    QTest::newRow("not reached") << S3Fault::NotReached;
    QTest::newRow("answer lost") << S3Fault::AnswerLost;
    QTest::newRow("answer cut") << S3Fault::CutAnswer;
    QTest::newRow("cut while sending") << S3Fault::CutWhileSending;
    QTest::newRow("500") << S3Fault::Status500;
    QTest::newRow("503") << S3Fault::Status503;
    QTest::newRow("captive portal") << S3Fault::Portal;
}

void S3FaultsTest::everyRequestOfADeliveryMayFailAndHeals()
{
    QFETCH(const S3Fault, fault);
    const QByteArray large = contentOf(s3::smallestPart + 5000, 'h');
    const QByteArray entry = R"({"an entry":"of the log"})";
    const QString entryKey = logKey({QStringLiteral("H1"), 1}, 1);
    int failing = 1;
    for (bool struck = true; struck; ++failing) {
        FakeS3 server;
        const auto warehouse = openAt(server);
        QVERIFY(warehouse);
        server.forgetRequests();
        server.failRequest(failing, fault);
        LargePutState saved = largeStateOf(large, s3::smallestPart);
        const auto deliver = [&]() -> Status {
            SOHOA_TRY(warehouse->putIfAbsent(key(), content));
            SOHOA_TRY(warehouse->confirm(key(), sha256Hex(content), content.size()));
            SOHOA_TRY(
                sendLarge(*warehouse, saved, readerOf(large), [&saved](const LargePutState& state) -> Status {
                    saved = *largePutStateFrom(toBytes(state));
                    return {};
                }));
            SOHOA_TRY(warehouse->confirm(saved.key, saved.sha256, saved.length));
            SOHOA_TRY(warehouse->putIfAbsent(entryKey, entry));
            return warehouse->confirm(entryKey, sha256Hex(entry), entry.size());
        };
        const Status first = deliver();
        struck = server.requests().size() >= failing;
        if (!first) {
            QVERIFY2(first.error().code == ErrorCode::WarehouseUnreachable ||
                         first.error().code == ErrorCode::WarehouseBusy ||
                         first.error().code == ErrorCode::NetworkIntercepted,
                     why(first).constData());
            VERIFY_OK(deliver());
        }
        const auto objects = server.with([](FakeS3Store& store) { return store.objects; });
        QCOMPARE(objects.size(), std::size_t(4)); // the marker too
        QVERIFY(objects.at(key().toUtf8()).content == content);
        QVERIFY(objects.at(saved.key.toUtf8()).content == large);
        QVERIFY(objects.at(entryKey.toUtf8()).content == entry);
        // What arrived is not sent once more, whatever became of the answer.
        const qint64 stored = large.size() + content.size() + entry.size();
        QVERIFY2(server.bytesTaken() < stored + stored / 10,
                 QByteArray::number(server.bytesTaken()).constData());
    }
    QVERIFY2(failing > 12, "a delivery is more requests than that");
}

void S3FaultsTest::brokenReadingGoesOnWhereItBroke()
{
    FakeS3 server;
    S3Access access = hasty();
    access.patience.outage = 5s;
    const auto warehouse = openAt(server, access);
    QVERIFY(warehouse);
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
    server.forgetRequests();
    // Half, then half of the rest, then nothing twice, then the rest.
    server.failRequest(1, S3Fault::CutAnswer);
    server.failRequest(2, S3Fault::CutAnswer);
    server.failRequest(3, S3Fault::NotReached);
    server.failRequest(4, S3Fault::Status503);
    std::vector<qint64> seen;
    const Call call{{}, [&seen](qint64 done, qint64 total) {
                        QCOMPARE(total, content.size());
                        seen.push_back(done);
                    }};
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size(), call));
    QVERIFY(server.requests().size() >= 5);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()) && seen.back() == content.size());
}

void S3FaultsTest::staleListingHarmsNothing()
{
    FakeS3Manners manners;
    manners.missingIs403 = true;
    FakeS3 server(manners);
    const auto warehouse = openAt(server);
    QVERIFY(warehouse);
    server.with([](FakeS3Store& store) { store.manners.staleListing = true; });
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
    QVERIFY(warehouse->listAfter(QStringLiteral("v1/blobs/"), {}, 10)->objects.empty());
}

void S3FaultsTest::serverThatIsNotThereIsUnreachable()
{
    QString url;
    {
        const FakeS3 server;
        url = server.url();
    }
    const auto warehouse = std::move(*openWarehouse(url, {}, hasty()));
    VERIFY_FAILS(warehouse->putIfAbsent(key(), content), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(warehouse->listAfter({}, {}, 1), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(setUpWarehouse(url, hasty()), ErrorCode::WarehouseUnreachable);
}

void S3FaultsTest::certificatesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("detail");
    QTest::newRow("good") << QByteArray("localhost") << 30 << true << QString();
    QTest::newRow("out of date") << QByteArray("localhost") << -2 << true << QStringLiteral("expired");
    QTest::newRow("other name") << QByteArray("kho.example.vn") << 30 << true << QStringLiteral("other name");
    QTest::newRow("unknown authority")
        << QByteArray("localhost") << 30 << false << QStringLiteral("unknown authority");
}

void S3FaultsTest::certificatesAreToldApart()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, days);
    QFETCH(const bool, known);
    QFETCH(const QString, detail);
    const QByteArray pem = selfMadeCertificate(name, days);
    FakeS3 server({}, pem);
    S3Access access = hasty();
    access.caPem = known ? pem : selfMadeCertificate("another authority");
    const auto identity = setUpWarehouse(server.url(QStringLiteral("localhost")), access);
    if (detail.isEmpty()) {
        VERIFY_OK(identity);
    } else {
        VERIFY_FAILS(identity, ErrorCode::WarehouseNotTrusted);
        QCOMPARE(identity.error().detail, detail);
        QVERIFY(server.requests().isEmpty());
    }
}

void S3FaultsTest::proxyThatIsNotThereIsUnreachable()
{
    const QByteArray pem = selfMadeCertificate("localhost");
    FakeS3 server({}, pem);
    S3Access access = hasty();
    access.caPem = pem;
    {
        const FakeS3 gone;
        access.proxy = QStringLiteral("127.0.0.1:%1").arg(gone.port());
    }
    VERIFY_FAILS(setUpWarehouse(server.url(QStringLiteral("localhost")), access),
                 ErrorCode::WarehouseUnreachable);
    QVERIFY(server.requests().isEmpty());
    access.proxy = QStringLiteral("none");
    VERIFY_OK(setUpWarehouse(server.url(QStringLiteral("localhost")), access));
}

void S3FaultsTest::stoppingEndsACallAtOnce()
{
    FakeS3 server;
    S3Access access = hasty();
    access.patience = {};
    const auto warehouse = openAt(server, access);
    QVERIFY(warehouse);
    server.forgetRequests();
    server.failAll(S3Fault::Silent);
    StopSource source;
    QElapsedTimer since;
    std::thread stopper([&] {
        while (server.requests().isEmpty()) {
            std::this_thread::yield();
        }
        since.start();
        source.request_stop();
    });
    const auto put = warehouse->putIfAbsent(key(), content, Call{source.get_token(), {}});
    const qint64 took = since.elapsed();
    stopper.join();
    VERIFY_FAILS(put, ErrorCode::Cancelled);
    QVERIFY2(took < 200, QByteArray::number(took).constData());
    // The same warehouse is of use afterwards.
    server.failAll(S3Fault::None);
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
}

void S3FaultsTest::speedOfTheLineFitsTheParts()
{
    FakeS3 server;
    S3Access access = hasty();
    access.patience = {};
    const auto unknown = openAt(server, access);
    QVERIFY(unknown);
    QCOMPARE(unknown->partLengthFor(1), Warehouse::defaultPartLength);
    QCOMPARE(unknown->putLimit(), Warehouse::defaultPartLength);
    // Whatever the line: no more than 10,000 parts.
    const qint64 huge = 500LL * 1024 * 1024 * 1024;
    QVERIFY(unknown->partLengthFor(huge) * s3::mostParts >= huge);
    // A line of some 80 kB/s, which needs more than a minute for 5 MiB.
    auto budget = std::make_shared<std::atomic<qint64>>(0);
    const auto begun = std::make_shared<QElapsedTimer>();
    begun->start();
    access.allowance = [budget, begun](qint64 wanted) {
        const qint64 may = begun->elapsed() * 80 - *budget;
        const qint64 now = std::clamp<qint64>(may, 0, wanted);
        *budget += now;
        return now;
    };
    const auto slow = openAt(server, access);
    QVERIFY(slow);
    const QByteArray measured = contentOf(300'000, 'm');
    VERIFY_OK(slow->putIfAbsent(blobKey(sha256Hex(measured)), measured));
    QCOMPARE(slow->partLengthFor(1), s3::smallestPart);
    // Without the limit the same line takes parts as others make them, or longer ones.
    const auto fast = openAt(server);
    const QByteArray other = contentOf(4'000'000, 'q');
    VERIFY_OK(fast->putIfAbsent(blobKey(sha256Hex(other)), other));
    QVERIFY(fast->partLengthFor(1) >= Warehouse::defaultPartLength);
}

void S3FaultsTest::allowanceIsKept()
{
    FakeS3 server;
    S3Access access = hasty();
    std::atomic<qint64> given = 0;
    std::atomic<bool> closed = false;
    access.allowance = [&](qint64 wanted) -> qint64 {
        if (closed) {
            return 0;
        }
        given += wanted;
        return wanted;
    };
    const auto warehouse = openAt(server, access);
    QVERIFY(warehouse);
    given = 0;
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
    QCOMPARE(given.load(), content.size());
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
    QCOMPARE(given.load(), 2 * content.size());
    // Nothing may go: nothing goes, and the line is not blamed for it; the caller can stop it.
    closed = true;
    StopSource source;
    const QByteArray other = contentOf(50'000, 'o');
    server.forgetRequests();
    std::thread stopper([&source] {
        QTest::qSleep(1200); // more than twice the stretch of our patience
        source.request_stop();
    });
    const auto put = warehouse->putIfAbsent(blobKey(sha256Hex(other)), other, Call{source.get_token(), {}});
    stopper.join();
    VERIFY_FAILS(put, ErrorCode::Cancelled);
}

void S3FaultsTest::wrongClockOfTheServerIsNoHelp()
{
    FakeS3Manners manners;
    manners.clockAhead = -3LL * 3600;
    FakeS3 server(manners);
    const auto warehouse = openAt(server);
    QVERIFY(warehouse); // signed by its time
    const auto offset = std::chrono::duration_cast<std::chrono::minutes>(warehouse->clockOffset());
    QVERIFY(std::abs(offset.count() + 180) <= 1);
    server.failAll(S3Fault::Skewed);
    VERIFY_FAILS(warehouse->putIfAbsent(key(), content), ErrorCode::ClockWrong);
    server.failAll(S3Fault::None);
    VERIFY_OK(warehouse->putIfAbsent(key(), content));
}

QTEST_GUILESS_MAIN(S3FaultsTest)
#include "tst_s3faults.moc"
