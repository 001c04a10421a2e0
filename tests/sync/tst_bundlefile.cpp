// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "support/testsupport.h"
#include "sync/bundlefile.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using namespace sohoa::test;

namespace {

const LogIdentity ourLog{QStringLiteral("H56.14"), 2};

BundleHead headOf()
{
    return {ourLog, QStringLiteral("0123456789abcdef0123456789abcdef"), 7,
            QDateTime::fromString(QStringLiteral("2026-11-20T08:00:00+07:00"), Qt::ISODate)};
}

dossier::Change changeOf(int number)
{
    dossier::Change change;
    change.stamp = dossier::nextStamp({}, headOf().madeAt.addSecs(number), 2);
    change.dossierUid = QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'));
    change.kind = dossier::ChangeKind::DossierSet;
    change.body = {{QStringLiteral("officer"), QStringLiteral("Lò Thị Mẫu")}};
    return change;
}

/// Entries `first`..`last` of the log, each naming the one before it.
std::vector<BuiltEntry> entriesOf(int first, int last)
{
    std::vector<BuiltEntry> entries;
    LogHead head{first - 1, first == 1 ? noPrevious() : QString(64, u'a')};
    for (int number = first; number <= last; ++number) {
        const std::vector<dossier::Change> changes{changeOf(number)};
        auto entry = buildEntry(ourLog, head, changes, headOf().madeAt);
        if (!entry) {
            qFatal("%s", qPrintable(describe(entry.error())));
        }
        head = {number, entry->sha256};
        entries.push_back(std::move(*entry));
    }
    return entries;
}

struct Made
{
    QByteArray bytes;
    BundleCode code;
};

Made make(const std::vector<BuiltEntry>& entries, int first, const QList<QByteArray>& files)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    BundleCode code = std::move(*BundleCode::generate());
    auto writer = BundleWriter::begin(buffer, code, headOf());
    bool whole = writer.has_value();
    for (const BuiltEntry& entry : entries) {
        whole = whole && writer->addEntry({ourLog, first++}, entry.sha256, entry.bytes);
    }
    for (const QByteArray& file : files) {
        whole = whole && writer->addFile(sha256Hex(file), file);
    }
    if (!whole || !writer->finish()) {
        qFatal("not written");
    }
    return {buffer.data(), std::move(code)};
}

Result<BundleContents> contentsOf(QByteArray bytes, const BundleCode& code)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readContents(buffer, code);
}

/// Takes so many bytes, then the disk is full.
class FullDisk final : public QIODevice
{
public:
    explicit FullDisk(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (size > m_room) {
            errno = ENOSPC;
            return -1;
        }
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

#ifdef Q_OS_LINUX
/// Most memory this process ever had, in kB.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').front().toLongLong();
        }
    }
    return 0;
}
#endif

} // namespace

class TestBundleFile : public QObject
{
    Q_OBJECT

private slots:
    void whatWasPutInComesOut()
    {
        const QByteArray large = QByteArray("trang ").repeated(50'000);
        const Made made = make(entriesOf(4, 6), 4, {"một", large, QByteArray()});
        QByteArray bytes = made.bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        auto reader = BundleReader::begin(buffer, made.code);
        VERIFY_OK(reader);
        QVERIFY(reader->head() == headOf());
        for (int number = 4; number <= 6; ++number) {
            const auto item = reader->next();
            VERIFY_OK(item);
            QVERIFY(item->has_value());
            QVERIFY(((*item)->place == LogKey({ourLog, number})));
            QCOMPARE(sha256Hex((*item)->entryBytes), (*item)->sha256);
        }
        const auto first = reader->next();
        VERIFY_OK(first);
        QCOMPARE((*first)->sha256, sha256Hex(QByteArray("một")));
        const auto second = reader->next(); // the first was not read
        VERIFY_OK(second);
        const auto content = reader->content();
        VERIFY_OK(content);
        QCOMPARE(*content, large);
        VERIFY_OK(reader->next());
        const auto empty = reader->content();
        VERIFY_OK(empty);
        QVERIFY(empty->isEmpty());
        const auto end = reader->next();
        VERIFY_OK(end);
        QVERIFY(!end->has_value());

        const auto contents = contentsOf(made.bytes, made.code);
        VERIFY_OK(contents);
        QCOMPARE(contents->entries.size(), std::size_t(3));
        QCOMPARE(contents->files.size(), std::size_t(3));
        QCOMPARE(contents->files[1].length, large.size());
    }

    void nothingOfItCanBeReadInTheFile()
    {
        const QByteArray secret = "079123456789 Lò Thị Mẫu";
        const Made made = make(entriesOf(1, 1), 1, {secret.repeated(20)});
        for (const QByteArray& word :
             {secret, QByteArray("H56.14"), QByteArray("officer"), QByteArray("entry")}) {
            QVERIFY(!made.bytes.contains(word));
        }
    }

    void aByteThatWasChangedAnywhereIsRefused()
    {
        const Made made = make(entriesOf(1, 2), 1, {"một", "hai"});
        for (qsizetype at = 0; at < made.bytes.size(); ++at) {
            QByteArray changed = made.bytes;
            changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
            VERIFY_FAILS(contentsOf(changed, made.code), ErrorCode::BackupInvalid);
        }
    }

    void aFileThatWasCutOffAnywhereIsRefused()
    {
        const Made made = make(entriesOf(1, 2), 1, {"một", "hai"});
        for (qsizetype size = 0; size < made.bytes.size(); ++size) {
            VERIFY_FAILS(contentsOf(made.bytes.first(size), made.code), ErrorCode::BackupInvalid);
        }
        VERIFY_FAILS(contentsOf(made.bytes + 'x', made.code), ErrorCode::BackupInvalid);
    }

    void largeOnesAreRefusedWhereverTheyAreDamaged()
    {
        QRandomGenerator random(20261123);
        QByteArray file(300'000, '\0');
        random.fillRange(reinterpret_cast<quint32*>(file.data()), file.size() / 4);
        const Made made = make(entriesOf(1, 3), 1, {file, "hai"});
        for (int round = 0; round < 60; ++round) {
            QByteArray changed = made.bytes;
            const qsizetype at = random.bounded(changed.size());
            changed[at] = static_cast<char>(changed[at] ^ (1 << random.bounded(8)));
            VERIFY_FAILS(contentsOf(changed, made.code), ErrorCode::BackupInvalid);
            VERIFY_FAILS(contentsOf(made.bytes.first(at), made.code), ErrorCode::BackupInvalid);
        }
    }

    void theCodeOfAnotherBundleIsTold()
    {
        const Made one = make(entriesOf(1, 1), 1, {});
        const Made other = make(entriesOf(1, 1), 1, {});
        QVERIFY(one.code.text() != other.code.text());
        VERIFY_FAILS(contentsOf(one.bytes, other.code), ErrorCode::KeyWrong);
    }

    void aCodeIsReadAsPeopleWriteIt()
    {
        for (int round = 0; round < 200; ++round) {
            const auto code = BundleCode::generate();
            VERIFY_OK(code);
            const QString text = code->text();
            QCOMPARE(text.size(), 7 * 4 + 6);
            QVERIFY(!text.contains(QRegularExpression(QStringLiteral("[ILOUilou]"))));
            QString spoken = text.toLower().replace(u'-', u' ') + QStringLiteral(" \n");
            spoken.replace(u'0', u'o').replace(u'1', u'l');
            const auto again = BundleCode::fromText(spoken);
            VERIFY_OK(again);
            QCOMPARE(again->key().bytes(), code->key().bytes());
        }
    }

    void aCodeThatWasMistypedIsTold()
    {
        const auto code = BundleCode::generate();
        VERIFY_OK(code);
        const QString text = code->text();
        int unnoticed = 0;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] == u'-') {
                continue;
            }
            QString changed = text;
            changed[at] = text[at] == u'7' ? u'8' : u'7';
            unnoticed += BundleCode::fromText(changed) ? 1 : 0;
        }
        QVERIFY(unnoticed <= 1); // one in 4096 by chance
        VERIFY_FAILS(BundleCode::fromText(text.chopped(1)), ErrorCode::KeyWrong);
        VERIFY_FAILS(BundleCode::fromText(text + u'A'), ErrorCode::KeyWrong);
        VERIFY_FAILS(BundleCode::fromText(QString()), ErrorCode::KeyWrong);
        VERIFY_FAILS(BundleCode::fromText(QStringLiteral("Đây không phải mã")), ErrorCode::KeyWrong);
    }

    void entriesThatDoNotFollowEachOtherAreRefused()
    {
        std::vector<BuiltEntry> entries = entriesOf(1, 3);
        entries.erase(entries.begin() + 1);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto code = BundleCode::generate();
        VERIFY_OK(code);
        auto writer = BundleWriter::begin(buffer, *code, headOf());
        VERIFY_OK(writer);
        VERIFY_OK(writer->addEntry({ourLog, 1}, entries[0].sha256, entries[0].bytes));
        VERIFY_OK(writer->addEntry({ourLog, 3}, entries[1].sha256, entries[1].bytes));
        VERIFY_OK(writer->finish());
        VERIFY_FAILS(contentsOf(buffer.data(), *code), ErrorCode::LogBroken);
        // A number that is not the entry's own.
        const Made wrong = make(entriesOf(2, 2), 1, {});
        VERIFY_FAILS(contentsOf(wrong.bytes, wrong.code), ErrorCode::LogBroken);
    }

    void aFullDiskIsToldWhereverItHappens()
    {
        const std::vector<BuiltEntry> entries = entriesOf(1, 1);
        const QByteArray file(200'000, 'x');
        const Made whole = make(entries, 1, {file});
        for (qint64 room = 0; room < whole.bytes.size(); room += 1 + room / 3) {
            FullDisk disk(room);
            auto writer = BundleWriter::begin(disk, whole.code, headOf());
            Status written = writer ? writer->addEntry({ourLog, 1}, entries[0].sha256, entries[0].bytes)
                                    : Status(failure(writer.error()));
            written = written ? writer->addFile(sha256Hex(file), file) : written;
            written = written ? writer->finish() : written;
            VERIFY_FAILS(written, ErrorCode::DiskFull);
        }
    }

    void memoryDoesNotGrowWithWhatIsInIt()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("what the address sanitizer keeps of freed memory would count");
#endif
#ifndef Q_OS_LINUX
        QSKIP("reads /proc");
#else
        QTemporaryFile file;
        QVERIFY(file.open());
        const auto code = BundleCode::generate();
        VERIFY_OK(code);
        QByteArray content(1024 * 1024, 'a');
        auto writer = BundleWriter::begin(file, *code, headOf());
        VERIFY_OK(writer);
        const qint64 before = peakMemory();
        QVERIFY(before > 0);
        constexpr int files = 128;
        for (int number = 0; number < files; ++number) {
            content[0] = static_cast<char>(number);
            VERIFY_OK(writer->addFile(sha256Hex(content), content));
        }
        VERIFY_OK(writer->finish());
        QVERIFY(file.seek(0));
        const auto contents = readContents(file, *code);
        VERIFY_OK(contents);
        QCOMPARE(contents->bytes, qint64(files) * content.size());
        constexpr qint64 allowed = 8 * 1024; // kB, of 128 MB
        QVERIFY2(peakMemory() - before < allowed, qPrintable(QString::number(peakMemory() - before)));
#endif
    }
};

QTEST_MAIN(TestBundleFile)
#include "tst_bundlefile.moc"
