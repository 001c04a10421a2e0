// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/warehousecontract.h"

#include "base/digest.h"
#include "support/testsupport.h"
#include "sync/keys.h"

#include <QTest>

namespace sohoa::test {

using namespace sync;

namespace {

QStringList keysOf(const ListPage& page)
{
    QStringList keys;
    for (const ListedObject& object : page.objects) {
        keys += object.key;
    }
    return keys;
}

void checkSmallObjects(Warehouse& warehouse)
{
    const QByteArray content = contentOf(70'000, 'a');
    const QString sha256 = sha256Hex(content);
    const QString key = blobKey(sha256);
    QVERIFY(!warehouse.head(key)->has_value());
    VERIFY_FAILS(warehouse.get(key, 100), ErrorCode::NotFound);
    VERIFY_FAILS(warehouse.confirm(key, sha256, content.size()), ErrorCode::NotFound);
    const auto created = warehouse.putIfAbsent(key, content);
    VERIFY_OK(created);
    QVERIFY(*created == PutOutcome::Created);
    const auto again = warehouse.putIfAbsent(key, content);
    VERIFY_OK(again);
    QVERIFY(*again == PutOutcome::AlreadySame);
    const auto got = warehouse.get(key, content.size());
    VERIFY_OK(got);
    QVERIFY(*got == content);
    VERIFY_FAILS(warehouse.get(key, content.size() - 1), ErrorCode::FileTooLarge);
    const auto facts = warehouse.head(key);
    VERIFY_OK(facts);
    QCOMPARE((*facts)->length, content.size());
    VERIFY_OK(warehouse.confirm(key, sha256, content.size()));
    VERIFY_FAILS(warehouse.confirm(key, sha256Hex(QByteArrayView("other")), content.size()),
                 ErrorCode::WarehouseMismatch);
    VERIFY_FAILS(warehouse.confirm(key, sha256, content.size() + 1), ErrorCode::WarehouseMismatch);
    VERIFY_FAILS(warehouse.confirm(key, sha256, content.size() - 1), ErrorCode::WarehouseMismatch);
    VERIFY_FAILS(warehouse.putIfAbsent(key, "not what the name says"), ErrorCode::InvalidArgument);
    for (const QString& bad : {QString(), QStringLiteral("../x"), QStringLiteral("/x"),
                               QStringLiteral("a//b"), QStringLiteral("a/.part"), QStringLiteral("a?b")}) {
        VERIFY_FAILS(warehouse.putIfAbsent(bad, "x"), ErrorCode::InvalidArgument);
    }
    QCOMPARE(warehouse.identity()->size(), 32);
    QVERIFY(!warehouse.describe().isEmpty());
}

void checkNames(Warehouse& warehouse)
{
    const QString odd = QStringLiteral("v1/tên giấy tờ + (1) & 100% = ~!$',;@[]");
    VERIFY_OK(warehouse.putIfAbsent(odd, "1"));
    const auto got = warehouse.get(odd, 10);
    VERIFY_OK(got);
    QCOMPARE(*got, QByteArray("1"));
    VERIFY_FAILS(warehouse.putIfAbsent(odd, "2"), ErrorCode::WarehouseConflict);
    VERIFY_FAILS(warehouse.putIfAbsent(odd, "22"), ErrorCode::WarehouseConflict);
    QCOMPARE(*warehouse.get(odd, 10), QByteArray("1"));
    const auto page = warehouse.listAfter(QStringLiteral("v1/tên"), {}, 10);
    VERIFY_OK(page);
    QCOMPARE(keysOf(*page), QStringList{odd});
    // An object without content is an object.
    const QString empty = QStringLiteral("v1/catalogue/empty.json");
    VERIFY_OK(warehouse.putIfAbsent(empty, {}));
    QCOMPARE(*warehouse.get(empty, 0), QByteArray());
    VERIFY_OK(warehouse.confirm(empty, sha256Hex(QByteArrayView()), 0));
}

void checkListing(Warehouse& warehouse)
{
    const LogIdentity log{QStringLiteral("H26.19"), 3};
    QStringList expected;
    for (int sequence = 1; sequence <= 7; ++sequence) {
        expected += logKey(log, sequence);
        VERIFY_OK(warehouse.putIfAbsent(expected.back(), QByteArray(sequence, 'x')));
    }
    VERIFY_OK(warehouse.putIfAbsent(logKey({QStringLiteral("H26.19"), 30}, 1), "x"));
    for (const int limit : {1, 2, 3, 7, 100}) {
        QStringList seen;
        QString after;
        bool more = true;
        while (more) {
            const auto page = warehouse.listAfter(logPrefix(log), after, limit);
            VERIFY_OK(page);
            QVERIFY(page->objects.size() <= static_cast<std::size_t>(limit));
            QVERIFY(!page->more || !page->objects.empty());
            seen += keysOf(*page);
            after = seen.isEmpty() ? QString() : seen.back();
            more = page->more;
        }
        QCOMPARE(seen, expected);
    }
    const auto rest = warehouse.listAfter(logPrefix(log), expected[4], 10);
    VERIFY_OK(rest);
    QCOMPARE(keysOf(*rest), expected.mid(5));
    QCOMPARE(rest->objects.front().length, 6);
    QVERIFY(!rest->more);
    QVERIFY(warehouse.listAfter(QStringLiteral("v1/log/none/"), {}, 10)->objects.empty());
    VERIFY_FAILS(warehouse.listAfter({}, {}, 0), ErrorCode::InvalidArgument);
    VERIFY_FAILS(warehouse.listAfter({}, {}, Warehouse::largestPage + 1), ErrorCode::InvalidArgument);
}

void checkStopping(Warehouse& warehouse)
{
    StopSource source;
    source.request_stop();
    const Call stopped{source.get_token(), {}};
    const QByteArray content = contentOf(500, 's');
    VERIFY_FAILS(warehouse.putIfAbsent(blobKey(sha256Hex(content)), content, stopped), ErrorCode::Cancelled);
    QVERIFY(!warehouse.head(blobKey(sha256Hex(content)))->has_value());
}

void checkLargeObjects(Warehouse& warehouse, qint64 partLength,
                       const std::function<std::unique_ptr<Warehouse>()>& reopen)
{
    const QByteArray content = contentOf(2 * partLength + 777, 'l');
    LargePutState saved = largeStateOf(content, partLength);
    // As after a crash: two parts are there, the second one's receipt was never saved.
    {
        auto put = warehouse.beginLarge(saved);
        VERIFY_OK(put);
        VERIFY_FAILS((*put)->sendPart(content.left(10), {}), ErrorCode::InvalidArgument);
        VERIFY_OK((*put)->sendPart(content.left(partLength), {}));
        saved = *largePutStateFrom(toBytes((*put)->state()));
        VERIFY_OK((*put)->sendPart(content.mid(partLength, partLength), {}));
        VERIFY_FAILS((*put)->complete({}), ErrorCode::InvalidArgument);
    }
    QVERIFY(!warehouse.head(saved.key)->has_value());
    const std::unique_ptr<Warehouse> later = reopen();
    std::vector<qint64> offsets;
    const ContentReader read = [&](qint64 offset, qint64 length) -> Result<QByteArray> {
        offsets.push_back(offset);
        return content.mid(offset, length);
    };
    const StateKeeper keep = [&saved](const LargePutState& state) -> Status {
        saved = *largePutStateFrom(toBytes(state));
        return {};
    };
    const auto sent = sendLarge(*later, saved, read, keep);
    VERIFY_OK(sent);
    QVERIFY(*sent == PutOutcome::Created);
    QVERIFY2(offsets.front() >= partLength, "the first part was sent once more");
    VERIFY_OK(warehouse.confirm(saved.key, saved.sha256, content.size()));
    // Whatever the sender remembers, nothing is sent again and it is the same object.
    offsets.clear();
    const auto repeated = sendLarge(*later, saved, read, keep);
    VERIFY_OK(repeated);
    QVERIFY(*repeated == PutOutcome::AlreadySame);

    const QByteArray other = contentOf(partLength + 1, 'o');
    auto abandoned = warehouse.beginLarge(largeStateOf(other, partLength));
    VERIFY_OK(abandoned);
    VERIFY_OK((*abandoned)->sendPart(other.left(partLength), {}));
    LargePutState forgotten = (*abandoned)->state();
    VERIFY_OK((*abandoned)->abandon());
    VERIFY_OK((*abandoned)->abandon());
    VERIFY_FAILS(warehouse.resumeLarge(forgotten), ErrorCode::NotFound);
    const auto anew = sendLarge(warehouse, forgotten, readerOf(other), keep);
    VERIFY_OK(anew);
    VERIFY_OK(warehouse.confirm(forgotten.key, forgotten.sha256, other.size()));

    // Parts that do not make up what was announced never get its name.
    const QByteArray true_ = contentOf(partLength + 5, 't');
    auto wrong = warehouse.beginLarge(largeStateOf(true_, partLength));
    VERIFY_OK(wrong);
    VERIFY_OK((*wrong)->sendPart(contentOf(partLength, 'x'), {}));
    VERIFY_OK((*wrong)->sendPart(true_.mid(partLength), {}));
    VERIFY_FAILS((*wrong)->complete({}), ErrorCode::WarehouseMismatch);
    QVERIFY(!warehouse.head(blobKey(sha256Hex(true_)))->has_value());
}

} // namespace

QByteArray contentOf(qint64 length, char seed)
{
    QByteArray content(length, Qt::Uninitialized);
    quint32 state = static_cast<quint8>(seed);
    for (char& byte : content) {
        state = state * 1664525 +
                1013904223; // Numerical Recipes' generator: not compressible, the same each time
        byte = static_cast<char>(state >> 24);
    }
    return content;
}

LargePutState largeStateOf(const QByteArray& content, qint64 partLength)
{
    const QString sha256 = sha256Hex(content);
    return {blobKey(sha256), sha256, content.size(), partLength, {}, {}};
}

ContentReader readerOf(const QByteArray& content)
{
    return
        [content](qint64 offset, qint64 length) -> Result<QByteArray> { return content.mid(offset, length); };
}

void checkContract(Warehouse& warehouse, qint64 partLength,
                   const std::function<std::unique_ptr<Warehouse>()>& reopen)
{
    checkSmallObjects(warehouse);
    if (!QTest::currentTestFailed()) {
        checkNames(warehouse);
    }
    if (!QTest::currentTestFailed()) {
        checkListing(warehouse);
    }
    if (!QTest::currentTestFailed()) {
        checkStopping(warehouse);
    }
    if (!QTest::currentTestFailed()) {
        checkLargeObjects(warehouse, partLength, reopen);
    }
}

} // namespace sohoa::test
