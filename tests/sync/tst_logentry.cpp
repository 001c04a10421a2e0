// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/digest.h"
#include "support/fakewarehouse.h"
#include "support/testsupport.h"
#include "sync/logentry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using dossier::Change;
using dossier::ChangeKind;
using test::FakeWarehouse;

namespace {

const LogIdentity ourLog{QStringLiteral("H25.06"), 3};
const QDateTime noon = fromIso(QStringLiteral("2026-11-20T12:00:00.000+07:00"));

Change changeNumber(int number, const QString& subject = QStringLiteral("Đăng ký khai sinh"))
{
    return {dossier::nextStamp({}, noon.addSecs(number), ourLog.workstation),
            QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0')), ChangeKind::DossierSet,
            QJsonObject{{QStringLiteral("subject"), subject}}};
}

/// A log of `count` entries with one change each.
std::vector<BuiltEntry> logOf(int count)
{
    std::vector<BuiltEntry> entries;
    LogHead head;
    for (int number = 1; number <= count; ++number) {
        const std::vector<Change> changes = {changeNumber(number)};
        entries.push_back(*buildEntry(ourLog, head, changes, noon.addSecs(number)));
        head = {number, entries.back().sha256};
    }
    return entries;
}

void store(FakeWarehouse& warehouse, const std::vector<BuiltEntry>& entries)
{
    for (const BuiltEntry& entry : entries) {
        const auto put = warehouse.putIfAbsent(entry.key, entry.bytes);
        VERIFY_OK(put);
    }
}

QStringList namesOf(const ChainReport& report)
{
    QStringList names;
    for (const ChainFinding& finding : report.findings) {
        names +=
            QStringLiteral("%1 %2-%3").arg(toString(finding.fault)).arg(finding.sequence).arg(finding.last);
    }
    return names;
}

QByteArray replaced(QByteArray bytes, const char* from, const char* to)
{
    return bytes.replace(from, to);
}

} // namespace

class LogEntryTest : public QObject
{
    Q_OBJECT

private slots:
    void entryReadsBack();
    void sameArgumentsGiveTheSameBytes();
    void entryTakesWhatFitsIntoTheLimit();
    void entryThatCannotBeBuiltIsRefused();
    void whatIsBuiltIsNeverRefusedByTheReader();
    void hostileEntriesAreRefused_data();
    void hostileEntriesAreRefused();
    void numbersBeyondTheirBoundsAreRefused_data();
    void numbersBeyondTheirBoundsAreRefused();
    void newerSchemaIsToldFromDamage();
    void unknownMembersAreIgnored();
    void exampleOfTheSchemaParses();

    void wholeLogHolds();
    void emptyLogHolds();
    void gapIsNamed();
    void exchangedEntryIsNamedThoughTheRestGoesOn();
    void damagedEntryDoesNotHideTheNext();
    void entryOfAnotherLogIsNamed();
    void cutOffEndIsKnownFromOurHead();
    void rewrittenHistoryIsKnownFromOurHead();
    void strayObjectIsNamed();
    void readingGoesOnFromACursor();
    void unreachableWarehouseIsAnErrorNotAFinding();
    void logsAreListedWithOneCallEach();
};

void LogEntryTest::entryReadsBack()
{
    const std::vector<Change> changes = {changeNumber(1),
                                         changeNumber(2, QStringLiteral("\"\\\n\u2028 giấy"))};
    const auto built = buildEntry(ourLog, {}, changes, noon);
    VERIFY_OK(built);
    QCOMPARE(built->taken, changes.size());
    QCOMPARE(built->key, QStringLiteral("v1/log/H25.06/3/0000000001.json"));
    QCOMPARE(built->sha256, sha256Hex(built->bytes));
    const auto entry = parseLogEntry(built->bytes);
    VERIFY_OK(entry);
    QCOMPARE(*entry, (LogEntry{ourLog, 1, noPrevious(), noon, changes}));
    const auto next = buildEntry(ourLog, {1, built->sha256}, changes, noon);
    VERIFY_OK(next);
    QCOMPARE(parseLogEntry(next->bytes)->previous, built->sha256);
}

void LogEntryTest::sameArgumentsGiveTheSameBytes()
{
    Change change = changeNumber(1);
    const auto first = buildEntry(ourLog, {}, std::vector{change}, noon);
    change.body = {};
    change.body.insert(QStringLiteral("subject"), QStringLiteral("Đăng ký khai sinh"));
    const auto second = buildEntry(ourLog, {}, std::vector{change}, noon);
    QCOMPARE(first->bytes, second->bytes);
    // Members are sorted, nothing is indented, letters are UTF-8.
    QVERIFY(first->bytes.startsWith(R"({"changes":[{"body":{"subject":"Đăng ký khai sinh"},"dossier":")"));
    QVERIFY(first->bytes.endsWith(
        R"("schema":1,"seq":1,"unit":"H25.06","workstation":3,"writtenAt":"2026-11-20T12:00:00.000+07:00"})"));
}

void LogEntryTest::entryTakesWhatFitsIntoTheLimit()
{
    std::vector<Change> changes;
    for (int number = 1; number <= 30; ++number) {
        changes.push_back(changeNumber(number, QString(50'000, u'x')));
    }
    LogHead head;
    std::size_t done = 0;
    std::size_t entries = 0;
    while (done < changes.size()) {
        const auto built = buildEntry(ourLog, head, std::span(changes).subspan(done), noon);
        VERIFY_OK(built);
        QVERIFY(built->taken > 0);
        QVERIFY(built->bytes.size() <= largestEntryBytes);
        const auto entry = parseLogEntry(built->bytes);
        VERIFY_OK(entry);
        QCOMPARE(entry->changes.front(), changes[done]);
        done += built->taken;
        head = {head.sequence + 1, built->sha256};
        ++entries;
        // Nothing that would have fitted was left behind.
        QVERIFY(done == changes.size() || built->bytes.size() + 51'000 > largestEntryBytes);
    }
    QCOMPARE(done, changes.size());
    QCOMPARE(entries, std::size_t(2));
}

void LogEntryTest::entryThatCannotBeBuiltIsRefused()
{
    const std::vector<Change> changes = {changeNumber(1)};
    VERIFY_FAILS(buildEntry(ourLog, {}, {}, noon), ErrorCode::InvalidArgument);
    VERIFY_FAILS(buildEntry({QStringLiteral("a/b"), 1}, {}, changes, noon), ErrorCode::InvalidArgument);
    VERIFY_FAILS(buildEntry(ourLog, {1, QStringLiteral("not a hash")}, changes, noon),
                 ErrorCode::InvalidArgument);
    VERIFY_FAILS(buildEntry(ourLog, {largestSequence, noPrevious()}, changes, noon),
                 ErrorCode::InvalidArgument);
    VERIFY_FAILS(buildEntry(ourLog, {}, changes, {}), ErrorCode::InvalidArgument);
    const std::vector<Change> huge = {changeNumber(1, QString(largestEntryBytes, u'x'))};
    VERIFY_FAILS(buildEntry(ourLog, {}, huge, noon), ErrorCode::InvalidArgument);
    std::vector<Change> wrong = changes;
    wrong[0].stamp = QStringLiteral("zzzz");
    VERIFY_FAILS(buildEntry(ourLog, {}, wrong, noon), ErrorCode::InvalidArgument);
}

void LogEntryTest::whatIsBuiltIsNeverRefusedByTheReader()
{
    // Nesting at its limit: what the writer still takes the reader takes, what it refuses never gets out.
    int built = 0;
    int refused = 0;
    for (int depth = 1; depth <= 40; ++depth) {
        QJsonValue nested = 1;
        for (int level = 0; level < depth; ++level) {
            nested = level % 2 == 0 ? QJsonValue(QJsonArray{nested})
                                    : QJsonValue(QJsonObject{{QStringLiteral("a"), nested}});
        }
        std::vector<Change> changes = {changeNumber(1)};
        changes[0].body = QJsonObject{{QStringLiteral("subject"), nested}};
        const auto entry = buildEntry(ourLog, {}, changes, noon);
        if (entry) {
            ++built;
            const auto read = parseLogEntry(entry->bytes);
            VERIFY_OK(read);
        } else {
            ++refused;
        }
    }
    QVERIFY(built > 20 && refused > 0);
}

void LogEntryTest::hostileEntriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = logOf(1)[0].bytes;
    const auto row = [&good](const char* name, const char* from, const char* to) {
        QVERIFY2(good.contains(from), name);
        QTest::newRow(name) << replaced(good, from, to);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("entry");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("cut short") << good.chopped(1);
    QTest::newRow("more behind") << good + "{}";
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[');
    QTest::newRow("over a megabyte") << good + QByteArray(largestEntryBytes, ' ');
    QTest::newRow("no UTF-8") << replaced(good, "khai", "\xff\xfe");
    row("schema as text", "\"schema\":1", "\"schema\":\"1\"");
    row("schema zero", "\"schema\":1", "\"schema\":0");
    row("number with a fraction", "\"seq\":1", "\"seq\":1.5");
    row("number zero", "\"seq\":1", "\"seq\":0");
    row("negative number", "\"seq\":1", "\"seq\":-1");
    row("number beyond ten digits", "\"seq\":1", "\"seq\":10000000000");
    row("number beyond all", "\"seq\":1", "\"seq\":1e300");
    row("second entry without a first", "\"seq\":1", "\"seq\":2");
    row("climbing unit", "H25.06", "../../x");
    row("workstation out of range", "\"workstation\":3", "\"workstation\":70000");
    row("previous too short", "\"previous\":\"0", "\"previous\":\"");
    row("no time", "\"writtenAt\":\"2026", "\"writtenAt\":\"year");
    row("changes are no list", "\"changes\":[", "\"changes\":{},\"x\":[");
    row("unknown kind", "dossier-set", "dossier-eat");
    row("stamp that would always win", "\"stamp\":\"0", "\"stamp\":\"z");
    row("stamp beyond the year 2527", "\"stamp\":\"0", "\"stamp\":\"1");
    row("dossier of another form", "\"dossier\":\"00", "\"dossier\":\"");
    QTest::newRow("no changes") << QByteArray(
        R"({"schema":1,"unit":"H25","workstation":1,"seq":1,"previous":")" + noPrevious().toLatin1() +
        R"(","writtenAt":"2026-11-20T12:00:00.000+07:00","changes":[]})");
}

void LogEntryTest::hostileEntriesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    VERIFY_FAILS(parseLogEntry(bytes), ErrorCode::LogBroken);
}

void LogEntryTest::numbersBeyondTheirBoundsAreRefused_data()
{
    QTest::addColumn<ChangeKind>("kind");
    QTest::addColumn<QJsonObject>("said");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char* name, ChangeKind kind, const char* member, const QJsonValue& value,
                        bool taken) {
        QTest::newRow(name) << kind << QJsonObject{{QString::fromLatin1(member), value}} << taken;
    };
    row("supplements", ChangeKind::DossierSet, "supplements", 2, true);
    row("supplements below none", ChangeKind::DossierSet, "supplements", -1, false);
    row("supplements as text", ChangeKind::DossierSet, "supplements", QStringLiteral("2"), false);
    row("nobody said how many pages", ChangeKind::ComponentSet, "expectedPages", QJsonValue::Null, true);
    row("pages beyond all", ChangeKind::ComponentSet, "expectedPages", 1e12, false);
    row("paper", ChangeKind::PaperMade, "version", 2, true);
    row("version zero", ChangeKind::PaperMade, "version", 0, false);
    row("version that no other could follow", ChangeKind::PaperMade, "version", 2'147'483'647, false);
    row("half a page", ChangeKind::PaperMade, "pages", 0.5, false);
    row("fewer bytes than none", ChangeKind::PaperMade, "bytes", -5, false);
    row("component beyond all", ChangeKind::PaperMade, "component", 1e9, false);
}

void LogEntryTest::numbersBeyondTheirBoundsAreRefused()
{
    QFETCH(const ChangeKind, kind);
    QFETCH(const QJsonObject, said);
    QFETCH(const bool, taken);
    Change change = changeNumber(1);
    change.kind = kind;
    change.body = said;
    change.body[QStringLiteral("number")] = 1;
    change.body[QStringLiteral("uid")] = change.dossierUid;
    change.body[QStringLiteral("sha256")] = sha256Hex(QByteArrayView("a paper"));
    const auto built = buildEntry(ourLog, {}, std::vector{change}, noon);
    if (taken) {
        VERIFY_OK(built);
        VERIFY_OK(parseLogEntry(built->bytes));
        return;
    }
    VERIFY_FAILS(built, ErrorCode::InvalidArgument);
    // As another program would write it.
    Change honest = changeNumber(1);
    QJsonObject entry =
        QJsonDocument::fromJson(buildEntry(ourLog, {}, std::vector{honest}, noon)->bytes).object();
    entry[QStringLiteral("changes")] = QJsonArray{toJson(change)};
    VERIFY_FAILS(parseLogEntry(QJsonDocument(entry).toJson()), ErrorCode::LogBroken);
}

void LogEntryTest::newerSchemaIsToldFromDamage()
{
    VERIFY_FAILS(parseLogEntry(replaced(logOf(1)[0].bytes, "\"schema\":1", "\"schema\":2")),
                 ErrorCode::Unsupported);
}

void LogEntryTest::unknownMembersAreIgnored()
{
    VERIFY_OK(parseLogEntry(replaced(logOf(1)[0].bytes, "{\"changes\"", "{\"later\":[1],\"changes\"")));
}

void LogEntryTest::exampleOfTheSchemaParses()
{
    QFile file(test::sourcePath(QStringLiteral("docs/warehouse-schema.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QRegularExpression block(QStringLiteral("```json\\n(.*?)\\n```"),
                                   QRegularExpression::DotMatchesEverythingOption);
    QStringList kinds;
    LogHead head;
    auto blocks = block.globalMatch(text);
    while (blocks.hasNext()) {
        const QByteArray example = blocks.next().captured(1).toUtf8();
        const auto entry = parseLogEntry(example);
        VERIFY_OK(entry);
        for (const Change& change : entry->changes) {
            kinds += toString(change.kind);
        }
        // The document shows entries as they are written, each naming the one before.
        const auto rebuilt = buildEntry(entry->log, head, entry->changes, entry->writtenAt);
        VERIFY_OK(rebuilt);
        QCOMPARE(QJsonDocument::fromJson(example), QJsonDocument::fromJson(rebuilt->bytes));
        head = {entry->sequence, rebuilt->sha256};
    }
    kinds.removeDuplicates();
    kinds.sort();
    QCOMPARE(kinds, (QStringList{QStringLiteral("component-set"), QStringLiteral("dossier-opened"),
                                 QStringLiteral("dossier-set"), QStringLiteral("event-noted"),
                                 QStringLiteral("paper-made")}));
}

void LogEntryTest::wholeLogHolds()
{
    FakeWarehouse warehouse;
    const auto entries = logOf(5);
    store(warehouse, entries);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog, LogHead{5, entries[4].sha256});
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report), QStringList());
    QCOMPARE(report->entries, 5);
    QCOMPARE(report->head, (LogHead{5, entries[4].sha256}));
}

void LogEntryTest::emptyLogHolds()
{
    FakeWarehouse warehouse;
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog);
    VERIFY_OK(report);
    QVERIFY(report->holds());
    QCOMPARE(report->head.sequence, 0);
}

void LogEntryTest::gapIsNamed()
{
    FakeWarehouse warehouse;
    const auto entries = logOf(6);
    store(warehouse, entries);
    warehouse.remove(entries[0].key);
    warehouse.remove(entries[2].key);
    warehouse.remove(entries[3].key);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog);
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report), (QStringList{QStringLiteral("gap 1-1"), QStringLiteral("gap 3-4")}));
    QCOMPARE(report->entries, 3);
}

void LogEntryTest::exchangedEntryIsNamedThoughTheRestGoesOn()
{
    FakeWarehouse warehouse;
    auto entries = logOf(4);
    // Somebody with rights to the store rewrites entry 2 so that it is a perfect entry by itself.
    entries[1] = *buildEntry(ourLog, {1, entries[0].sha256},
                             std::vector{changeNumber(2, QStringLiteral("khác"))}, noon);
    store(warehouse, entries);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog);
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report), QStringList{QStringLiteral("wrong-previous 3-3")});
}

void LogEntryTest::damagedEntryDoesNotHideTheNext()
{
    FakeWarehouse warehouse;
    const auto entries = logOf(5);
    store(warehouse, entries);
    warehouse.remove(entries[1].key);
    const auto put = warehouse.putIfAbsent(entries[1].key, entries[1].bytes.left(50));
    VERIFY_OK(put);
    warehouse.remove(entries[3].key);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog);
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report),
             (QStringList{QStringLiteral("damaged 2-2"), QStringLiteral("wrong-previous 3-3"),
                          QStringLiteral("gap 4-4")}));
}

void LogEntryTest::entryOfAnotherLogIsNamed()
{
    FakeWarehouse warehouse;
    auto entries = logOf(3);
    const LogIdentity other{QStringLiteral("H25.06"), 4};
    entries[1].bytes = buildEntry(other, {1, entries[0].sha256}, std::vector{changeNumber(2)}, noon)->bytes;
    store(warehouse, entries);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog);
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report),
             (QStringList{QStringLiteral("wrong-log 2-2"), QStringLiteral("wrong-previous 3-3")}));
}

void LogEntryTest::cutOffEndIsKnownFromOurHead()
{
    FakeWarehouse warehouse;
    const auto entries = logOf(5);
    store(warehouse, entries);
    warehouse.remove(entries[3].key);
    warehouse.remove(entries[4].key);
    WarehouseLog source(warehouse, ourLog);
    QVERIFY(verifyChain(source, ourLog)->holds());
    const auto report = verifyChain(source, ourLog, LogHead{5, entries[4].sha256});
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report), QStringList{QStringLiteral("cut-off 4-5")});
}

void LogEntryTest::rewrittenHistoryIsKnownFromOurHead()
{
    FakeWarehouse warehouse;
    const auto ours = logOf(3);
    std::vector<BuiltEntry> forged;
    LogHead head;
    for (int number = 1; number <= 3; ++number) {
        forged.push_back(
            *buildEntry(ourLog, head, std::vector{changeNumber(number, QStringLiteral("giả"))}, noon));
        head = {number, forged.back().sha256};
    }
    store(warehouse, forged);
    WarehouseLog source(warehouse, ourLog);
    QVERIFY(verifyChain(source, ourLog)->holds());
    const auto report = verifyChain(source, ourLog, LogHead{3, ours[2].sha256});
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report), QStringList{QStringLiteral("exchanged 3-3")});
}

void LogEntryTest::strayObjectIsNamed()
{
    FakeWarehouse warehouse;
    store(warehouse, logOf(2));
    const auto put = warehouse.putIfAbsent(logPrefix(ourLog) + QStringLiteral("0000000001 (copy).json"), "x");
    VERIFY_OK(put);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog);
    VERIFY_OK(report);
    QCOMPARE(namesOf(*report), QStringList{QStringLiteral("stray-object 0-0")});
    QVERIFY(report->findings[0].detail.contains(QLatin1String("(copy)")));
}

void LogEntryTest::readingGoesOnFromACursor()
{
    FakeWarehouse warehouse;
    const auto entries = logOf(4);
    store(warehouse, entries);
    WarehouseLog source(warehouse, ourLog);
    const auto report = verifyChain(source, ourLog, {}, LogHead{2, entries[1].sha256});
    VERIFY_OK(report);
    QVERIFY(report->holds());
    QCOMPARE(report->entries, 2);
    const auto wrongCursor = verifyChain(source, ourLog, {}, LogHead{2, entries[0].sha256});
    VERIFY_OK(wrongCursor);
    QCOMPARE(namesOf(*wrongCursor), QStringList{QStringLiteral("wrong-previous 3-3")});
}

void LogEntryTest::unreachableWarehouseIsAnErrorNotAFinding()
{
    FakeWarehouse warehouse;
    store(warehouse, logOf(3));
    const int stored = warehouse.requests();
    // The listing, the first read, the second read, … fails.
    for (int request = 1; request <= 4; ++request) {
        FakeWarehouse broken;
        store(broken, logOf(3));
        broken.failRequest(stored + request, ErrorCode::WarehouseUnreachable);
        WarehouseLog source(broken, ourLog);
        const auto report = verifyChain(source, ourLog);
        VERIFY_FAILS(report, ErrorCode::WarehouseUnreachable);
    }
}

void LogEntryTest::logsAreListedWithOneCallEach()
{
    FakeWarehouse warehouse;
    const std::vector<LogIdentity> logs = {{QStringLiteral("H25.06"), 1},
                                           {QStringLiteral("H25.06"), 12},
                                           {QStringLiteral("H25.06"), 2},
                                           {QStringLiteral("H25.07"), 1}};
    for (const LogIdentity& log : logs) {
        for (int sequence = 1; sequence <= 3; ++sequence) {
            const auto put = warehouse.putIfAbsent(logKey(log, sequence), "x");
            VERIFY_OK(put);
        }
    }
    const auto stray = warehouse.putIfAbsent(QStringLiteral("v1/log/readme.txt"), "x");
    VERIFY_OK(stray);
    const int before = warehouse.requests();
    const auto found = listLogs(warehouse);
    VERIFY_OK(found);
    QVERIFY(*found == logs);
    QCOMPARE(warehouse.requests() - before, 6); // four logs, the stray, the end
}

QTEST_GUILESS_MAIN(LogEntryTest)
#include "tst_logentry.moc"
