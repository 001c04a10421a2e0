// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/discovery.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QTest>
#include <QUdpSocket>

using namespace sohoa;
using namespace sohoa::capture;
using namespace std::chrono_literals;
using dns::Name;
using dns::Record;
using dns::Type;

namespace {

constexpr quint32 home = 0xc0a80114; // 192.168.1.20

Record pointer(bool secure, const Name& instance)
{
    Record record{{secure ? "_uscans" : "_uscan", "_tcp", "local"}, static_cast<quint16>(Type::Ptr)};
    record.target = instance;
    return record;
}

Record server(const Name& instance, quint16 port, const Name& host)
{
    Record record{instance, static_cast<quint16>(Type::Srv)};
    record.port = port;
    record.target = host;
    return record;
}

Record texts(const Name& instance, const QByteArrayList& words)
{
    Record record{instance, static_cast<quint16>(Type::Txt)};
    record.texts = words;
    return record;
}

Record address(const Name& host, quint32 number)
{
    Record record{host, static_cast<quint16>(Type::A)};
    record.address = number;
    return record;
}

const Name device = {"Máy quét. tầng 2", "_uscan", "_tcp", "local"};
const Name host = {"scanner", "local"};

std::vector<Record> announcement(quint32 number = home)
{
    return {pointer(false, device), server(device, 8080, host),
            texts(device, {"txtvers=1", "ty=Fake 3000", "rs=/eSCL/"}), address(host, number)};
}

} // namespace

class DnsSdTest : public QObject
{
    Q_OBJECT

private slots:
    void recordsSurviveTheWire();
    void compressedNamesAreRead();
    void nonsenseIsLeftOut_data();
    void nonsenseIsLeftOut();
    void scannerIsKnownWhenItsPiecesAreThere();
    void saferWayComesFirst();
    void nobodyLeadsOutOfTheHouse();
    void senderIsTheAddressWhenNoneIsSaid();
    void scannersThatAnswerAreFound();
};

void DnsSdTest::recordsSurviveTheWire()
{
    QCOMPARE(dns::parse(dns::answer(announcement())), announcement());
}

void DnsSdTest::compressedNamesAreRead()
{
    // "_uscan._tcp.local" PTR "a" + a pointer back to it, as responders write it.
    const QByteArray message("\0\0\x84\0\0\0\0\1\0\0\0\0"
                             "\6_uscan\4_tcp\5local\0"
                             "\0\x0c\0\1\0\0\0\x78\0\4"
                             "\1a\xc0\x0c",
                             12 + 19 + 10 + 4);
    const std::vector<Record> records = dns::parse(message);
    QCOMPARE(records.size(), 1U);
    QCOMPARE(records[0].target, (Name{"a", "_uscan", "_tcp", "local"}));
}

void DnsSdTest::nonsenseIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("message");
    const QByteArray header("\0\0\x84\0\0\0\0\1\0\0\0\0", 12);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("question") << dns::query(ScannerDirectory::firstQuestions());
    QTest::newRow("header only") << header;
    QTest::newRow("name that points to itself") << header + QByteArray("\xc0\x0c\0\x0c\0\1\0\0\0\0\0\0", 12);
    QTest::newRow("name that points ahead") << header + QByteArray("\xc0\x20\0\x0c\0\1\0\0\0\0\0\0", 12);
    QTest::newRow("name without end") << header + QByteArray(400, '\1');
    QTest::newRow("data beyond the end") << header + QByteArray("\1a\0\0\x0c\0\1\0\0\0\0\xff\xff", 13);
    QTest::newRow("address too short") << header + QByteArray("\1a\0\0\1\0\1\0\0\0\0\0\2ab", 15);
}

void DnsSdTest::nonsenseIsLeftOut()
{
    QFETCH(QByteArray, message);
    QCOMPARE(dns::parse(message), std::vector<Record>());
}

void DnsSdTest::scannerIsKnownWhenItsPiecesAreThere()
{
    const std::vector<Record> all = announcement();
    ScannerDirectory directory;
    directory.add({all[0]}, home);
    QVERIFY(directory.scanners().empty());
    QCOMPARE(directory.missing().size(), 2U); // SRV and TXT
    directory.add({all[1], all[2]}, home);
    QCOMPARE(directory.missing(), (std::vector<std::pair<Name, Type>>{{host, Type::A}}));
    directory.add({all[3]}, home);
    QVERIFY(directory.missing().empty());
    QCOMPARE(directory.scanners(),
             (std::vector<DiscoveredScanner>{
                 {QUrl(QStringLiteral("http://192.168.1.20:8080/eSCL")), QStringLiteral("Fake 3000")}}));
    // The same once more, in other letters, and all in the other order.
    directory.add(
        {pointer(false, {"MáY QUéT. TầNG 2", "_uscan", "_tcp", "local"}), all[3], all[2], all[1], all[0]},
        home);
    QCOMPARE(directory.scanners().size(), 1U);
}

void DnsSdTest::saferWayComesFirst()
{
    const Name secure = {"Fake", "_uscans", "_tcp", "local"};
    ScannerDirectory directory;
    directory.add(announcement(), home);
    directory.add({pointer(true, secure), server(secure, 443, host)}, home);
    const std::vector<DiscoveredScanner> scanners = directory.scanners();
    QCOMPARE(scanners.size(), 2U);
    QCOMPARE(scanners[0].base, QUrl(QStringLiteral("https://192.168.1.20:443/eSCL")));
    QCOMPARE(scanners[0].name, QStringLiteral("Fake"));
}

void DnsSdTest::nobodyLeadsOutOfTheHouse()
{
    ScannerDirectory directory;
    directory.add(announcement(0x08080808), home);
    QVERIFY(directory.scanners().empty());
}

void DnsSdTest::senderIsTheAddressWhenNoneIsSaid()
{
    std::vector<Record> records = announcement();
    records.pop_back();
    ScannerDirectory directory;
    directory.add(records, 0x0a000007);
    QCOMPARE(directory.scanners().at(0).base, QUrl(QStringLiteral("http://10.0.0.7:8080/eSCL")));
}

void DnsSdTest::scannersThatAnswerAreFound()
{
    // A responder on this machine that gives one piece for each question, and garbage between.
    QUdpSocket responder;
    QVERIFY(responder.bind(QHostAddress(QHostAddress::LocalHost), 0));
    int asked = 0;
    connect(&responder, &QUdpSocket::readyRead, this, [&] {
        while (responder.hasPendingDatagrams()) {
            const QNetworkDatagram question = responder.receiveDatagram();
            QByteArray answer = "garbage";
            if (question.data().contains("_uscans")) {
                const std::vector<Record> all = announcement(0x7f000001);
                const auto piece = static_cast<std::size_t>(asked++) % (all.size() + 1);
                answer = piece == all.size() ? QByteArray(9000, '\xff') : dns::answer({all[piece]});
            }
            responder.writeDatagram(question.makeReply(answer));
        }
    });
    const auto scanners = discoverScanners(3s, {}, {0x7f000001, responder.localPort()});
    QCOMPARE(scanners.size(), 1U);
    QCOMPARE(scanners[0].base, QUrl(QStringLiteral("http://127.0.0.1:8080/eSCL")));
    QCOMPARE(scanners[0].name, QStringLiteral("Fake 3000"));
}

QTEST_GUILESS_MAIN(DnsSdTest)
#include "tst_dnssd.moc"
