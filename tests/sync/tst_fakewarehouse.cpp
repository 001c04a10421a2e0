// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// One list of demands for every warehouse, so that the double in memory behaves as the real ones do; and what
// the double can be told.
#include "base/digest.h"
#include "support/fakewarehouse.h"
#include "support/testsupport.h"
#include "sync/folderwarehouse.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <thread>

using namespace sohoa;
using namespace sohoa::sync;
using test::FakeWarehouse;

namespace {

const QByteArray content = "a paper of the dossier";

QString key()
{
    return blobKey(sha256Hex(content));
}

LargePutState largeState()
{
    return {key(), sha256Hex(content), content.size(), 10, {}, {}};
}

const ContentReader readContent = [](qint64 offset, qint64 length) -> Result<QByteArray> {
    return content.mid(offset, length);
};

} // namespace

class FakeWarehouseTest : public QObject
{
    Q_OBJECT

private slots:
    void everyWarehouseHonoursThis_data();
    void everyWarehouseHonoursThis();
    void eachRequestOfADeliveryMayFailAndHeals_data();
    void eachRequestOfADeliveryMayFailAndHeals();
    void silenceEndsWithTheStopToken();
    void corruptedObjectIsNotConfirmed();
};

void FakeWarehouseTest::everyWarehouseHonoursThis_data()
{
    QTest::addColumn<bool>("inFolder");
    QTest::newRow("folder") << true;
    QTest::newRow("memory") << false;
}

void FakeWarehouseTest::everyWarehouseHonoursThis()
{
    QFETCH(const bool, inFolder);
    const QTemporaryDir home;
    std::unique_ptr<Warehouse> warehouse = std::make_unique<FakeWarehouse>();
    if (inFolder) {
        const auto identity = FolderWarehouse::setUp(home.path());
        VERIFY_OK(identity);
        warehouse = std::make_unique<FolderWarehouse>(home.path(), *identity);
    }
    QCOMPARE(*warehouse->putIfAbsent(key(), content), PutOutcome::Created);
    QCOMPARE(*warehouse->putIfAbsent(key(), content), PutOutcome::AlreadySame);
    VERIFY_OK(warehouse->putIfAbsent(QStringLiteral("v1/log/x"), "1"));
    VERIFY_FAILS(warehouse->putIfAbsent(QStringLiteral("v1/log/x"), "2"), ErrorCode::WarehouseConflict);
    VERIFY_FAILS(warehouse->putIfAbsent(QStringLiteral("../x"), "2"), ErrorCode::InvalidArgument);
    QCOMPARE(*warehouse->get(key(), 1000), content);
    VERIFY_FAILS(warehouse->get(key(), 3), ErrorCode::FileTooLarge);
    VERIFY_FAILS(warehouse->get(QStringLiteral("v1/none"), 3), ErrorCode::NotFound);
    QVERIFY(!warehouse->head(QStringLiteral("v1/none"))->has_value());
    QCOMPARE((*warehouse->head(key()))->length, content.size());
    VERIFY_OK(warehouse->confirm(key(), sha256Hex(content), content.size()));
    VERIFY_FAILS(warehouse->confirm(key(), sha256Hex(QByteArrayView("other")), content.size()),
                 ErrorCode::WarehouseMismatch);
    VERIFY_FAILS(warehouse->confirm(QStringLiteral("v1/none"), sha256Hex(content), 1), ErrorCode::NotFound);
    const auto page = warehouse->listAfter(QStringLiteral("v1/"), {}, 1);
    VERIFY_OK(page);
    QCOMPARE(page->objects, (std::vector<ListedObject>{{key(), content.size()}}));
    QVERIFY(page->more);
    QCOMPARE(warehouse->identity()->size(), 32);
}

void FakeWarehouseTest::eachRequestOfADeliveryMayFailAndHeals_data()
{
    QTest::addColumn<bool>("answerLost");
    QTest::newRow("request does not arrive") << false;
    QTest::newRow("answer does not arrive") << true;
}

void FakeWarehouseTest::eachRequestOfADeliveryMayFailAndHeals()
{
    QFETCH(const bool, answerLost);
    const auto when = answerLost ? FakeWarehouse::When::After : FakeWarehouse::When::Before;
    // begin, 3 parts, complete, confirm: the first, the second, … fails, until none does.
    int failing = 1;
    for (bool failed = true; failed; ++failing) {
        FakeWarehouse warehouse;
        warehouse.failRequest(failing, ErrorCode::WarehouseUnreachable, when);
        LargePutState saved = largeState();
        const auto deliver = [&]() -> Status {
            SOHOA_TRY(
                sendLarge(warehouse, saved, readContent, [&saved](const LargePutState& state) -> Status {
                    saved = *largePutStateFrom(toBytes(state));
                    return {};
                }));
            return warehouse.confirm(saved.key, saved.sha256, saved.length);
        };
        const Status first = deliver();
        failed = !first.has_value();
        if (failed) {
            VERIFY_FAILS(first, ErrorCode::WarehouseUnreachable);
            const Status second = deliver();
            VERIFY_OK(second);
        }
        QCOMPARE(warehouse.objects(), (std::map<QByteArray, QByteArray>{{key().toUtf8(), content}}));
    }
    QCOMPARE(failing, 8); // six requests, each failed once, and the run without a failure
}

void FakeWarehouseTest::silenceEndsWithTheStopToken()
{
    FakeWarehouse warehouse;
    warehouse.goSilent();
    StopSource source;
    Result<PutOutcome> answer = PutOutcome::Created;
    std::thread worker([&] { answer = warehouse.putIfAbsent(key(), content, Call{source.get_token(), {}}); });
    while (warehouse.requests() == 0) {
        std::this_thread::yield();
    }
    source.request_stop();
    worker.join();
    VERIFY_FAILS(answer, ErrorCode::Cancelled);
    QVERIFY(warehouse.objects().empty());
    warehouse.speakAgain();
    VERIFY_OK(warehouse.putIfAbsent(key(), content));
}

void FakeWarehouseTest::corruptedObjectIsNotConfirmed()
{
    FakeWarehouse warehouse;
    VERIFY_OK(warehouse.putIfAbsent(key(), content));
    warehouse.corrupt(key());
    VERIFY_FAILS(warehouse.confirm(key(), sha256Hex(content), content.size()), ErrorCode::WarehouseMismatch);
    warehouse.remove(key());
    VERIFY_FAILS(warehouse.confirm(key(), sha256Hex(content), content.size()), ErrorCode::NotFound);
    warehouse.failAll(ErrorCode::WarehouseRefused);
    VERIFY_FAILS(warehouse.putIfAbsent(key(), content), ErrorCode::WarehouseRefused);
}

QTEST_GUILESS_MAIN(FakeWarehouseTest)
#include "tst_fakewarehouse.moc"
