// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "base/durablefile.h"
#include "support/testsupport.h"
#include "sync/folderwarehouse.h"
#include "sync/keys.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <limits>

using namespace sohoa;
using namespace sohoa::sync;

namespace {

QByteArray contentOf(qint64 length, char seed)
{
    QByteArray content(length, Qt::Uninitialized);
    for (qint64 i = 0; i < length; ++i) {
        content[i] = static_cast<char>(seed + i * 31 + i / 257);
    }
    return content;
}

QStringList keysOf(const ListPage& page)
{
    QStringList keys;
    for (const ListedObject& object : page.objects) {
        keys += object.key;
    }
    return keys;
}

} // namespace

class FolderWarehouseTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void settingUpTwiceKeepsTheIdentity();
    void objectComesBackAsItWent();
    void sameContentAgainIsNoConflict();
    void otherContentUnderTheNameIsAConflict();
    void blobMustBeWhatItsNameSays();
    void unsafeKeyTouchesNothing();
    void missingObjectIsNotFoundAndNoHead();
    void getStopsAtTheLimit();
    void confirmComparesLengthAndContent();
    void damageOnTheDiskIsNoticed();
    void listingIsInByteOrderAcrossFolders();
    void pagesJoinToTheWholeList_data();
    void pagesJoinToTheWholeList();
    void halfWrittenFilesAreNotListed();
    void leftoversAreRemovedWhenOld();
    void vanishedFolderIsUnreachableNotEmpty();
    void vanishedFolderIsNotMadeAgain();
    void bareMountPointIsUnreachable();
    void anotherStickIsNotTakenForThisOne();
    void lostMarkerIsNotReplacedBySetUp();
    void damagedMarkerIsRefused();
    void stoppedCallsDoNothing();
    void progressReachesTheEnd();

    void largeObjectGoesInParts();
    void largeObjectGoesOnAfterARestart();
    void tornPartIsSentAgain();
    void forgottenUploadBeginsAgain();
    void wrongPartsNeverGetTheName();
    void completeMayBeRepeated();
    void largeObjectThatIsThereAlreadyIsTheSame();
    void abandonedUploadLeavesNothing();
    void stateOfALargePutReadsBack();
    void readerThatFallsShortIsAnError();

private:
    [[nodiscard]] QString root() const { return m_home->filePath(QStringLiteral("kho giấy")); }
    [[nodiscard]] QStringList filesOnDisk() const;
    /// Makes an object without waiting for the disk.
    void layDown(const QString& key) const;
    [[nodiscard]] LargePutState largeState(const QByteArray& content) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FolderWarehouse> m_warehouse;
    QString m_identity;
};

void FolderWarehouseTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    const auto identity = FolderWarehouse::setUp(root());
    VERIFY_OK(identity);
    m_identity = *identity;
    m_warehouse = std::make_unique<FolderWarehouse>(root(), m_identity);
}

QStringList FolderWarehouseTest::filesOnDisk() const
{
    QStringList files;
    QDirIterator entries(root(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        files += QDir(root()).relativeFilePath(entries.next());
    }
    files.sort();
    return files;
}

void FolderWarehouseTest::layDown(const QString& key) const
{
    QFile file(root() + u'/' + key);
    QVERIFY(QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("x"), 1);
}

LargePutState FolderWarehouseTest::largeState(const QByteArray& content) const
{
    const QString sha256 = sha256Hex(content);
    return {blobKey(sha256), sha256, content.size(), 1000, {}, {}};
}

void FolderWarehouseTest::settingUpTwiceKeepsTheIdentity()
{
    const auto again = FolderWarehouse::setUp(root());
    VERIFY_OK(again);
    QCOMPARE(*again, m_identity);
    QCOMPARE(*m_warehouse->identity(), m_identity);
    const auto byUrl = setUpWarehouse(QUrl::fromLocalFile(root()).toString(QUrl::FullyEncoded));
    VERIFY_OK(byUrl);
    QCOMPARE(*byUrl, m_identity);
    const auto opened = openWarehouse(QUrl::fromLocalFile(root()).toString(), m_identity);
    VERIFY_OK(opened);
    QCOMPARE((*opened)->describe(), QDir::toNativeSeparators(root()));
}

void FolderWarehouseTest::objectComesBackAsItWent()
{
    const QByteArray content = contentOf(3'000'000, 'p');
    const QString key = blobKey(sha256Hex(content));
    const auto put = m_warehouse->putIfAbsent(key, content, {});
    VERIFY_OK(put);
    QCOMPARE(*put, PutOutcome::Created);
    const auto got = m_warehouse->get(key, content.size(), {});
    VERIFY_OK(got);
    QCOMPARE(*got, content);
    const auto facts = m_warehouse->head(key, {});
    VERIFY_OK(facts);
    QCOMPARE(facts->value().length, content.size());
    VERIFY_OK(m_warehouse->confirm(key, sha256Hex(content), content.size(), {}));
    QCOMPARE(filesOnDisk(), (QStringList{key, markerKey()}));
}

void FolderWarehouseTest::sameContentAgainIsNoConflict()
{
    const QString key = logKey({QStringLiteral("H25"), 1}, 1);
    VERIFY_OK(m_warehouse->putIfAbsent(key, "entry", {}));
    const auto again = m_warehouse->putIfAbsent(key, "entry", {});
    VERIFY_OK(again);
    QCOMPARE(*again, PutOutcome::AlreadySame);
}

void FolderWarehouseTest::otherContentUnderTheNameIsAConflict()
{
    const QString key = logKey({QStringLiteral("H25"), 1}, 1);
    VERIFY_OK(m_warehouse->putIfAbsent(key, "entry", {}));
    VERIFY_FAILS(m_warehouse->putIfAbsent(key, "ENTRY", {}), ErrorCode::WarehouseConflict);
    VERIFY_FAILS(m_warehouse->putIfAbsent(key, "longer entry", {}), ErrorCode::WarehouseConflict);
    QCOMPARE(*m_warehouse->get(key, 100, {}), QByteArray("entry"));
    QCOMPARE(filesOnDisk(), (QStringList{key, markerKey()}));
}

void FolderWarehouseTest::blobMustBeWhatItsNameSays()
{
    const QString key = blobKey(sha256Hex(QByteArrayView("one")));
    VERIFY_FAILS(m_warehouse->putIfAbsent(key, "two", {}), ErrorCode::InvalidArgument);
    QCOMPARE(filesOnDisk(), QStringList{markerKey()});
}

void FolderWarehouseTest::unsafeKeyTouchesNothing()
{
    const QString outside = QStringLiteral("../outside");
    VERIFY_FAILS(m_warehouse->putIfAbsent(outside, "x", {}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(m_warehouse->get(outside, 10, {}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(m_warehouse->head(outside, {}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(m_warehouse->confirm(outside, sha256Hex(QByteArrayView("x")), 1, {}),
                 ErrorCode::InvalidArgument);
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("outside"))));
}

void FolderWarehouseTest::missingObjectIsNotFoundAndNoHead()
{
    const QString key = QStringLiteral("v1/log/H25/1/0000000001.json");
    VERIFY_FAILS(m_warehouse->get(key, 10, {}), ErrorCode::NotFound);
    VERIFY_FAILS(m_warehouse->confirm(key, sha256Hex(QByteArrayView("x")), 1, {}), ErrorCode::NotFound);
    const auto facts = m_warehouse->head(key, {});
    VERIFY_OK(facts);
    QVERIFY(!facts->has_value());
    // A folder is no object.
    VERIFY_FAILS(m_warehouse->get(QStringLiteral("v1"), 10, {}), ErrorCode::NotFound);
    QVERIFY(!m_warehouse->head(QStringLiteral("v1"), {})->has_value());
}

void FolderWarehouseTest::getStopsAtTheLimit()
{
    VERIFY_OK(m_warehouse->putIfAbsent(QStringLiteral("a"), contentOf(5000, 'a'), {}));
    VERIFY_OK(m_warehouse->get(QStringLiteral("a"), 5000, {}));
    VERIFY_FAILS(m_warehouse->get(QStringLiteral("a"), 4999, {}), ErrorCode::FileTooLarge);
}

void FolderWarehouseTest::confirmComparesLengthAndContent()
{
    VERIFY_OK(m_warehouse->putIfAbsent(QStringLiteral("a"), "abc", {}));
    VERIFY_OK(m_warehouse->confirm(QStringLiteral("a"), sha256Hex(QByteArrayView("abc")), 3, {}));
    VERIFY_FAILS(m_warehouse->confirm(QStringLiteral("a"), sha256Hex(QByteArrayView("abc")), 4, {}),
                 ErrorCode::WarehouseMismatch);
    VERIFY_FAILS(m_warehouse->confirm(QStringLiteral("a"), sha256Hex(QByteArrayView("abd")), 3, {}),
                 ErrorCode::WarehouseMismatch);
}

void FolderWarehouseTest::damageOnTheDiskIsNoticed()
{
    const QByteArray content = contentOf(100'000, 'd');
    const QString key = blobKey(sha256Hex(content));
    VERIFY_OK(m_warehouse->putIfAbsent(key, content, {}));
    QFile file(root() + u'/' + key);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(50'000));
    const char changed = static_cast<char>(content[50'000] ^ 1);
    QCOMPARE(file.write(&changed, 1), 1);
    file.close();
    VERIFY_FAILS(m_warehouse->confirm(key, sha256Hex(content), content.size(), {}),
                 ErrorCode::WarehouseMismatch);
    VERIFY_FAILS(m_warehouse->putIfAbsent(key, content, {}), ErrorCode::WarehouseConflict);
}

void FolderWarehouseTest::listingIsInByteOrderAcrossFolders()
{
    // In bytes '-' < '.' < '/' < '0' and plain letters before Vietnamese ones: "a-b" < "a.b" < "a/x" < "a0".
    const QStringList expected = {QStringLiteral("a-b"), QStringLiteral("a.b"),  QStringLiteral("a/x"),
                                  QStringLiteral("a0"),  QStringLiteral("v1/z"), QStringLiteral("z"),
                                  QStringLiteral("Đ/đ"), QStringLiteral("ạ")};
    for (auto key = expected.rbegin(); key != expected.rend(); ++key) {
        VERIFY_OK(m_warehouse->putIfAbsent(*key, "x", {}));
    }
    const auto page = m_warehouse->listAfter({}, {}, 100, {});
    VERIFY_OK(page);
    QStringList keys = keysOf(*page);
    QVERIFY(keys.removeOne(markerKey()));
    QCOMPARE(keys, expected);
    QVERIFY(!page->more);
    QVERIFY(std::is_sorted(keys.begin(), keys.end(),
                           [](const QString& a, const QString& b) { return a.toUtf8() < b.toUtf8(); }));
    QCOMPARE(keysOf(*m_warehouse->listAfter(QStringLiteral("a/"), {}, 100, {})),
             QStringList{QStringLiteral("a/x")});
    QCOMPARE(keysOf(*m_warehouse->listAfter(QStringLiteral("a"), QStringLiteral("a.b"), 100, {})),
             (QStringList{QStringLiteral("a/x"), QStringLiteral("a0")}));
    QCOMPARE(keysOf(*m_warehouse->listAfter(QStringLiteral("none"), {}, 100, {})), QStringList());
    VERIFY_FAILS(m_warehouse->listAfter({}, {}, 0, {}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(m_warehouse->listAfter({}, {}, 1001, {}), ErrorCode::InvalidArgument);
}

void FolderWarehouseTest::pagesJoinToTheWholeList_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 3, 7, 35, 36, 37, 1000}) {
        QTest::addRow("%d a page", limit) << limit;
    }
}

void FolderWarehouseTest::pagesJoinToTheWholeList()
{
    QFETCH(const int, limit);
    QStringList expected;
    for (int workstation = 1; workstation <= 3; ++workstation) {
        for (int sequence = 1; sequence <= 12; ++sequence) {
            expected += logKey({QStringLiteral("H25"), workstation}, sequence);
            layDown(expected.back());
        }
    }
    QStringList seen;
    bool more = true;
    while (more) {
        const auto page = m_warehouse->listAfter(QStringLiteral("v1/log/"),
                                                 seen.isEmpty() ? QString() : seen.back(), limit, {});
        VERIFY_OK(page);
        QVERIFY(page->objects.size() <= static_cast<std::size_t>(limit));
        QVERIFY(!page->objects.empty());
        seen += keysOf(*page);
        more = page->more;
    }
    QCOMPARE(seen, expected);
}

void FolderWarehouseTest::halfWrittenFilesAreNotListed()
{
    VERIFY_OK(m_warehouse->putIfAbsent(QStringLiteral("v1/log/a"), "x", {}));
    VERIFY_OK(writeDurably(root() + QStringLiteral("/v1/log/b.0123456789abcdef.part"), "half"));
    QCOMPARE(keysOf(*m_warehouse->listAfter(QStringLiteral("v1/log/"), {}, 10, {})),
             QStringList{QStringLiteral("v1/log/a")});
}

void FolderWarehouseTest::leftoversAreRemovedWhenOld()
{
    const QString leftover = root() + QStringLiteral("/v1/log/b.0123456789abcdef.part");
    VERIFY_OK(writeDurably(leftover, "half"));
    VERIFY_OK(m_warehouse->putIfAbsent(QStringLiteral("v1/log/a"), "x", {}));
    const QDateTime written = QFileInfo(leftover).lastModified();
    auto removed = m_warehouse->removeLeftovers(written.addSecs(-60));
    VERIFY_OK(removed);
    QCOMPARE(*removed, 0);
    removed = m_warehouse->removeLeftovers(written.addSecs(60));
    VERIFY_OK(removed);
    QCOMPARE(*removed, 1);
    QCOMPARE(filesOnDisk(), (QStringList{QStringLiteral("v1/log/a"), markerKey()}));
}

void FolderWarehouseTest::vanishedFolderIsUnreachableNotEmpty()
{
    const QByteArray content = "paper";
    const QString key = blobKey(sha256Hex(content));
    VERIFY_OK(m_warehouse->putIfAbsent(key, content, {}));
    const QString away = root() + QStringLiteral(" (away)");
    QVERIFY(QDir().rename(root(), away));
    VERIFY_FAILS(m_warehouse->get(key, 100, {}), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(m_warehouse->head(key, {}), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(m_warehouse->listAfter({}, {}, 10, {}), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(m_warehouse->confirm(key, sha256Hex(content), content.size(), {}),
                 ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(m_warehouse->identity(), ErrorCode::WarehouseUnreachable);
    // Back again, all is as before, with the same object.
    QVERIFY(QDir().rename(away, root()));
    VERIFY_OK(m_warehouse->confirm(key, sha256Hex(content), content.size(), {}));
}

void FolderWarehouseTest::vanishedFolderIsNotMadeAgain()
{
    QVERIFY(QDir(root()).removeRecursively());
    VERIFY_FAILS(m_warehouse->putIfAbsent(QStringLiteral("a/b"), "x", {}), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(m_warehouse->beginLarge(largeState("x")), ErrorCode::WarehouseUnreachable);
    QVERIFY(!QFile::exists(root()));
}

void FolderWarehouseTest::bareMountPointIsUnreachable()
{
    QVERIFY(QDir(root()).removeRecursively());
    QVERIFY(QDir().mkdir(root()));
    VERIFY_FAILS(m_warehouse->putIfAbsent(QStringLiteral("a"), "x", {}), ErrorCode::WarehouseUnreachable);
    VERIFY_FAILS(m_warehouse->listAfter({}, {}, 10, {}), ErrorCode::WarehouseUnreachable);
    QCOMPARE(filesOnDisk(), QStringList());
}

void FolderWarehouseTest::anotherStickIsNotTakenForThisOne()
{
    QVERIFY(QDir(root()).removeRecursively());
    const auto other = FolderWarehouse::setUp(root());
    VERIFY_OK(other);
    QVERIFY(*other != m_identity);
    VERIFY_FAILS(m_warehouse->putIfAbsent(QStringLiteral("a"), "x", {}), ErrorCode::WarehouseUnreachable);
    VERIFY_OK(FolderWarehouse(root()).putIfAbsent(QStringLiteral("a"), "x", {}));
}

void FolderWarehouseTest::lostMarkerIsNotReplacedBySetUp()
{
    VERIFY_OK(m_warehouse->putIfAbsent(blobKey(sha256Hex(QByteArrayView("x"))), "x", {}));
    QVERIFY(QFile::remove(root() + u'/' + markerKey()));
    VERIFY_FAILS(FolderWarehouse::setUp(root()), ErrorCode::WarehouseRefused);
    VERIFY_FAILS(m_warehouse->identity(), ErrorCode::WarehouseUnreachable);
}

void FolderWarehouseTest::damagedMarkerIsRefused()
{
    for (const char* marker : {"", "{", "[]", R"({"schema":1,"identity":"x"})",
                               R"({"schema":2,"identity":"0123456789abcdef0123456789abcdef"})"}) {
        VERIFY_OK(writeDurably(root() + u'/' + markerKey(), marker));
        VERIFY_FAILS(m_warehouse->identity(), ErrorCode::WarehouseRefused);
        VERIFY_FAILS(FolderWarehouse::setUp(root()), ErrorCode::WarehouseRefused);
    }
}

void FolderWarehouseTest::stoppedCallsDoNothing()
{
    VERIFY_OK(m_warehouse->putIfAbsent(QStringLiteral("a"), "x", {}));
    StopSource source;
    source.request_stop();
    const Call call{source.get_token(), {}};
    VERIFY_FAILS(m_warehouse->putIfAbsent(QStringLiteral("b"), "x", call), ErrorCode::Cancelled);
    VERIFY_FAILS(m_warehouse->get(QStringLiteral("a"), 10, call), ErrorCode::Cancelled);
    VERIFY_FAILS(m_warehouse->head(QStringLiteral("a"), call), ErrorCode::Cancelled);
    VERIFY_FAILS(m_warehouse->listAfter({}, {}, 10, call), ErrorCode::Cancelled);
    VERIFY_FAILS(m_warehouse->confirm(QStringLiteral("a"), sha256Hex(QByteArrayView("x")), 1, call),
                 ErrorCode::Cancelled);
    QCOMPARE(filesOnDisk(), (QStringList{QStringLiteral("a"), markerKey()}));
}

void FolderWarehouseTest::progressReachesTheEnd()
{
    const QByteArray content = contentOf(2'500'000, 'g');
    std::vector<qint64> seen;
    const Call call{{}, [&seen](qint64 done, qint64 total) {
                        QCOMPARE(total, 2'500'000);
                        seen.push_back(done);
                    }};
    const auto put = m_warehouse->putIfAbsent(QStringLiteral("a"), content, call);
    VERIFY_OK(put);
    QCOMPARE(seen, std::vector<qint64>{2'500'000});
    seen.clear();
    const auto got = m_warehouse->get(QStringLiteral("a"), content.size(), call);
    VERIFY_OK(got);
    QCOMPARE(seen.back(), 2'500'000);
    QVERIFY(seen.size() > 1 && std::is_sorted(seen.begin(), seen.end()));
}

void FolderWarehouseTest::largeObjectGoesInParts()
{
    const QByteArray content = contentOf(3'500, 'l');
    std::vector<LargePutState> kept;
    std::vector<qint64> progress;
    const auto sent = sendLarge(
        *m_warehouse, largeState(content),
        [&content](qint64 offset, qint64 length) -> Result<QByteArray> {
            return content.mid(offset, length);
        },
        [&kept](const LargePutState& state) -> Status {
            kept.push_back(state);
            return {};
        },
        Call{{}, [&progress](qint64 done, qint64) { progress.push_back(done); }});
    VERIFY_OK(sent);
    QCOMPARE(*sent, PutOutcome::Created);
    QCOMPARE(progress, (std::vector<qint64>{1000, 2000, 3000, 3500}));
    QCOMPARE(kept.size(), std::size_t(5));
    QCOMPARE(kept.back().confirmed(), 3'500);
    VERIFY_OK(m_warehouse->confirm(kept[0].key, kept[0].sha256, 3'500, {}));
    QCOMPARE(filesOnDisk(), (QStringList{kept[0].key, markerKey()}));
}

void FolderWarehouseTest::largeObjectGoesOnAfterARestart()
{
    const QByteArray content = contentOf(3'500, 'r');
    LargePutState saved = largeState(content);
    std::vector<qint64> offsets;
    bool lineIsUp = false;
    const ContentReader read = [&](qint64 offset, qint64 length) -> Result<QByteArray> {
        if (!lineIsUp && offset == 2000) {
            return failure(ErrorCode::FileUnreadable);
        }
        offsets.push_back(offset);
        return content.mid(offset, length);
    };
    const StateKeeper keep = [&saved](const LargePutState& state) -> Status {
        saved = *largePutStateFrom(toBytes(state));
        return {};
    };
    const auto broken = sendLarge(*m_warehouse, saved, read, keep);
    VERIFY_FAILS(broken, ErrorCode::FileUnreadable);
    QVERIFY(!m_warehouse->head(saved.key, {})->has_value());
    lineIsUp = true;
    FolderWarehouse afterRestart(root(), m_identity);
    const auto sent = sendLarge(afterRestart, saved, read, keep);
    VERIFY_OK(sent);
    QCOMPARE(offsets, (std::vector<qint64>{0, 1000, 2000, 3000}));
    VERIFY_OK(m_warehouse->confirm(saved.key, saved.sha256, 3'500, {}));
}

void FolderWarehouseTest::tornPartIsSentAgain()
{
    const QByteArray content = contentOf(3'500, 't');
    auto put = m_warehouse->beginLarge(largeState(content));
    VERIFY_OK(put);
    const auto step1 = (*put)->sendPart(content.left(1000), {});
    VERIFY_OK(step1);
    const auto step2 = (*put)->sendPart(content.mid(1000, 1000), {});
    VERIFY_OK(step2);
    const LargePutState saved = (*put)->state();
    // As after a power cut: the second part is there in half, or bytes of a third that was never confirmed.
    QFile file(root() + u'/' + saved.key + u'.' + saved.upload + QStringLiteral(".part"));
    QVERIFY(file.resize(1'400));
    auto resumed = m_warehouse->resumeLarge(saved);
    VERIFY_OK(resumed);
    QCOMPARE((*resumed)->state().confirmed(), 1000);
    const auto step3 = (*resumed)->sendPart(content.mid(1000, 1000), {});
    VERIFY_OK(step3);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write("torn"), 4);
    file.close();
    resumed = m_warehouse->resumeLarge((*resumed)->state());
    VERIFY_OK(resumed);
    QCOMPARE((*resumed)->state().confirmed(), 2000);
    const auto step4 = (*resumed)->sendPart(content.mid(2000, 1000), {});
    VERIFY_OK(step4);
    const auto step5 = (*resumed)->sendPart(content.mid(3000), {});
    VERIFY_OK(step5);
    const auto step6 = (*resumed)->complete({});
    VERIFY_OK(step6);
    VERIFY_OK(m_warehouse->confirm(saved.key, saved.sha256, 3'500, {}));
}

void FolderWarehouseTest::forgottenUploadBeginsAgain()
{
    const QByteArray content = contentOf(2'500, 'f');
    auto put = m_warehouse->beginLarge(largeState(content));
    VERIFY_OK(put);
    const auto step7 = (*put)->sendPart(content.left(1000), {});
    VERIFY_OK(step7);
    LargePutState saved = (*put)->state();
    VERIFY_OK(m_warehouse->removeLeftovers(QDateTime::currentDateTime().addSecs(60)));
    VERIFY_FAILS(m_warehouse->resumeLarge(saved), ErrorCode::NotFound);
    const auto sent = sendLarge(
        *m_warehouse, saved,
        [&content](qint64 offset, qint64 length) -> Result<QByteArray> {
            return content.mid(offset, length);
        },
        [](const LargePutState&) -> Status { return {}; });
    VERIFY_OK(sent);
    VERIFY_OK(m_warehouse->confirm(saved.key, saved.sha256, 2'500, {}));
}

void FolderWarehouseTest::wrongPartsNeverGetTheName()
{
    const QByteArray content = contentOf(2'500, 'w');
    auto put = m_warehouse->beginLarge(largeState(content));
    VERIFY_OK(put);
    VERIFY_FAILS((*put)->sendPart(content.left(999), {}), ErrorCode::InvalidArgument);
    const auto step8 = (*put)->sendPart(contentOf(1000, 'x'), {});
    VERIFY_OK(step8);
    VERIFY_FAILS((*put)->complete({}), ErrorCode::InvalidArgument);
    const auto step9 = (*put)->sendPart(content.mid(1000, 1000), {});
    VERIFY_OK(step9);
    const auto step10 = (*put)->sendPart(content.mid(2000), {});
    VERIFY_OK(step10);
    VERIFY_FAILS((*put)->sendPart(content.left(1), {}), ErrorCode::InvalidArgument);
    const auto mismatch = (*put)->complete({});
    VERIFY_FAILS(mismatch, ErrorCode::WarehouseMismatch);
    QCOMPARE(filesOnDisk(), QStringList{markerKey()});
}

void FolderWarehouseTest::completeMayBeRepeated()
{
    const QByteArray content = contentOf(500, 'c');
    auto put = m_warehouse->beginLarge(largeState(content));
    VERIFY_OK(put);
    const auto step11 = (*put)->sendPart(content, {});
    VERIFY_OK(step11);
    QCOMPARE(*(*put)->complete({}), PutOutcome::Created);
    const auto again = (*put)->complete({});
    VERIFY_OK(again);
    QCOMPARE(*again, PutOutcome::AlreadySame);
    const auto resumed = m_warehouse->resumeLarge((*put)->state());
    VERIFY_OK(resumed);
    QCOMPARE(*(*resumed)->complete({}), PutOutcome::AlreadySame);
}

void FolderWarehouseTest::largeObjectThatIsThereAlreadyIsTheSame()
{
    const QByteArray content = contentOf(1'500, 's');
    VERIFY_OK(m_warehouse->putIfAbsent(blobKey(sha256Hex(content)), content, {}));
    auto put = m_warehouse->beginLarge(largeState(content));
    VERIFY_OK(put);
    const auto step12 = (*put)->sendPart(content.left(1000), {});
    VERIFY_OK(step12);
    QCOMPARE(*(*put)->complete({}), PutOutcome::AlreadySame);
    QCOMPARE(filesOnDisk(), (QStringList{(*put)->state().key, markerKey()}));
}

void FolderWarehouseTest::abandonedUploadLeavesNothing()
{
    const QByteArray content = contentOf(1'500, 'a');
    auto put = m_warehouse->beginLarge(largeState(content));
    VERIFY_OK(put);
    const auto step13 = (*put)->sendPart(content.left(1000), {});
    VERIFY_OK(step13);
    const auto step14 = (*put)->abandon();
    VERIFY_OK(step14);
    const auto step15 = (*put)->abandon();
    VERIFY_OK(step15);
    QCOMPARE(filesOnDisk(), QStringList{markerKey()});
}

void FolderWarehouseTest::stateOfALargePutReadsBack()
{
    LargePutState state = largeState(contentOf(2'500, 'q'));
    state.upload = QStringLiteral("2~abc/def");
    state.parts = {{1000, QStringLiteral("\"etag\"")}, {1000, {}}};
    const auto back = largePutStateFrom(toBytes(state));
    VERIFY_OK(back);
    QCOMPARE(*back, state);
    for (const char* hostile : {"", "{}", "[1]", "{\"key\":\"../x\"}"}) {
        VERIFY_FAILS(largePutStateFrom(hostile), ErrorCode::InvalidArgument);
    }
    state.parts = {{9000, {}}};
    VERIFY_FAILS(largePutStateFrom(toBytes(state)), ErrorCode::InvalidArgument);
    state.parts = {{std::numeric_limits<qint64>::max(), {}}, {std::numeric_limits<qint64>::max(), {}}};
    VERIFY_FAILS(largePutStateFrom(toBytes(state)), ErrorCode::InvalidArgument);
    // A name made to climb out of the folder never reaches the disk.
    state = largeState("x");
    state.upload = QStringLiteral("../../../../x");
    VERIFY_FAILS(m_warehouse->resumeLarge(state), ErrorCode::InvalidArgument);
}

void FolderWarehouseTest::readerThatFallsShortIsAnError()
{
    const QByteArray content = contentOf(2'500, 'z');
    VERIFY_FAILS(sendLarge(
                     *m_warehouse, largeState(content),
                     [&content](qint64 offset, qint64 length) -> Result<QByteArray> {
                         return content.mid(offset, length / 2);
                     },
                     [](const LargePutState&) -> Status { return {}; }),
                 ErrorCode::FileChanged);
}

QTEST_GUILESS_MAIN(FolderWarehouseTest)
#include "tst_folderwarehouse.moc"
