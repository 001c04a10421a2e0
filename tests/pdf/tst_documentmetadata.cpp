// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "pdf/documentmetadata.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;

class DocumentMetadataTest : public QObject
{
    Q_OBJECT

private slots:
    void xmpSaysAgainWhatWasWritten();
    void foreignPacketsWithAttributesAreRead();
    void titleForEveryLanguageWins();
    void brokenXmlIsNoMetadata_data();
    void brokenXmlIsNoMetadata();
    void textThatXmlCannotHoldIsCleaned();
    void pdfDatesGoBothWays();
    void oddPdfDatesAreRead_data();
    void oddPdfDatesAreRead();
};

void DocumentMetadataTest::xmpSaysAgainWhatWasWritten()
{
    DocumentMetadata metadata;
    metadata.title = QStringLiteral("Đơn đăng ký <biến động> & \"đất đai\"");
    metadata.author = QStringLiteral("UBND xã Đường Hoa");
    metadata.keywords = QStringLiteral("hồ sơ");
    metadata.creator = QStringLiteral("Số hóa");
    metadata.producer = QStringLiteral("Số hóa");
    metadata.created = QDateTime(QDate(2026, 11, 20), QTime(8, 30, 5), Qt::OffsetFromUTC, 7 * 3600);
    metadata.modified = metadata.created;
    metadata.dossierCode = QStringLiteral("H29.158-261120-0001");
    metadata.paperCode = QStringLiteral("H29.158-261120-0001.02");
    metadata.pdfaPart = 2;
    metadata.pdfaConformance = QStringLiteral("B");
    const auto back = readXmp(writeXmp(metadata));
    QVERIFY(back);
    QCOMPARE(back->title, metadata.title);
    QVERIFY(*back == metadata);
}

void DocumentMetadataTest::foreignPacketsWithAttributesAreRead()
{
    const auto read =
        readXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                "xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='3' "
                "pdfaid:conformance='U'/></rdf:RDF></x:xmpmeta>");
    QVERIFY(read);
    QCOMPARE(read->pdfaPart, 3);
    QCOMPARE(read->pdfaConformance, QStringLiteral("U"));
}

void DocumentMetadataTest::titleForEveryLanguageWins()
{
    const auto read =
        readXmp("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
                "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt>"
                "<rdf:li xml:lang='en'>Deed</rdf:li><rdf:li xml:lang='x-default'>Gi\xE1\xBA\xA5y</rdf:li>"
                "<rdf:li xml:lang='fr'>Acte</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>");
    QVERIFY(read);
    QCOMPARE(read->title, QStringLiteral("Giấy"));
}

void DocumentMetadataTest::brokenXmlIsNoMetadata_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("no xml at all");
    QTest::newRow("cut off") << writeXmp({}).left(400);
    QTest::newRow("entities without end") << QByteArray(
        "<!DOCTYPE a [<!ENTITY b \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY c \"&d;&d;&d;&d;&d;&d;&d;&d;\">"
        "<!ENTITY d \"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY e \"eeeeeeeeeeeeeeeeeeeeeeeeeeeeee\">]>"
        "<a>&b;&b;&b;&b;&b;</a>");
}

void DocumentMetadataTest::brokenXmlIsNoMetadata()
{
    QFETCH(QByteArray, packet);
    QVERIFY(!readXmp(packet));
}

void DocumentMetadataTest::textThatXmlCannotHoldIsCleaned()
{
    const QString text =
        QStringLiteral(" a\u0001b\tc\u007Fd\uFFFE") + QChar(0xD800) + QStringLiteral("e\u0301 ");
    QCOMPARE(cleanText(text), QStringLiteral("ab cdé"));
    QCOMPARE(cleanText(QStringLiteral("📄 Đơn")), QStringLiteral("📄 Đơn"));
}

void DocumentMetadataTest::pdfDatesGoBothWays()
{
    const QDateTime time = fromIso(QStringLiteral("2026-11-20T08:30:05.000+07:00"));
    QCOMPARE(toPdfDate(time), QByteArray("D:20261120083005+07'00'"));
    QCOMPARE(fromPdfDate(toPdfDate(time)), time);
}

void DocumentMetadataTest::oddPdfDatesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("iso");
    QTest::newRow("year only") << QByteArray("D:2026") << QStringLiteral("2026-01-01T00:00:00Z");
    QTest::newRow("no prefix") << QByteArray("20261120083005Z") << QStringLiteral("2026-11-20T08:30:05Z");
    QTest::newRow("west") << QByteArray("D:20261120083005-05'30") << QStringLiteral("2026-11-20T14:00:05Z");
    QTest::newRow("no such month") << QByteArray("D:20261320") << QString();
    QTest::newRow("text") << QByteArray("yesterday") << QString();
}

void DocumentMetadataTest::oddPdfDatesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, iso);
    const QDateTime read = fromPdfDate(text);
    QCOMPARE(read.isValid(), !iso.isEmpty());
    if (!iso.isEmpty()) {
        QCOMPARE(read.toUTC(), QDateTime::fromString(iso, Qt::ISODate));
    }
}

QTEST_GUILESS_MAIN(DocumentMetadataTest)
#include "tst_documentmetadata.moc"
