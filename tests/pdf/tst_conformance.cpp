// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// The clauses of ISO 19005-2 that concern a paper of pictures, each tested on the bytes or through qpdf, not
// through our own checker.
#include "pdf/paperwriter.h"
#include "pdf/pictures.h"
#include "support/testsupport.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
// clang refuses qpdf 11.3's JSON.hh in C++20 (a vector of a class that is not complete yet); nothing here
// uses JSON.
#if defined(__clang__) && !defined(JSON_HH)
#define JSON_HH
class JSON;
#endif

#include <qpdf/QPDF.hh>

#include <set>

using namespace sohoa;
using namespace sohoa::pdf;
using dossier::ColourMode;

class ConformanceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void headerAndIdentifier();        // 6.1.2, 6.1.3
    void crossReferenceTable();        // 6.1.4
    void streamsAreFramedAndTrue();    // 6.1.7.1
    void filtersAreAllowed();          // 6.1.7.2
    void objectsAreSeparated();        // 6.1.9
    void limitsHold();                 // 6.1.13
    void nothingActsOrHides();         // 6.1.6, 6.1.12, 6.5, 6.8
    void colourIsDefined();            // 6.2.3, 6.2.4
    void picturesAreAllowed();         // 6.2.8
    void metadataIsStored();           // 6.6.2
    void extensionSchemaIsDescribed(); // 6.6.2.3.3

private:
    QByteArray m_pdf;
    std::shared_ptr<QPDF> m_document;
};

void ConformanceTest::initTestCase()
{
    PaperPage turned = test::jpegPage(test::drawnPage(300, 400, ColourMode::Grey), 200);
    turned.turn = 270;
    const auto pdf =
        writePaper({test::jpegPage(test::drawnPage(301, 401, ColourMode::Colour), 200), turned,
                    test::g4Page(test::drawnPage(640, 480, ColourMode::Bilevel), 300),
                    test::flatePage(test::drawnPage(99, 98, ColourMode::Colour), 300, ColourMode::Colour)},
                   test::vietnameseInfo());
    VERIFY_OK(pdf);
    m_pdf = *pdf;
    m_document = QPDF::create();
    m_document->setAttemptRecovery(false);
    m_document->processMemoryFile("paper", m_pdf.constData(), static_cast<size_t>(m_pdf.size()));
    QVERIFY(m_document->getAllObjects().size() > 10);
    QVERIFY(!m_document->anyWarnings());
}

void ConformanceTest::headerAndIdentifier()
{
    QVERIFY(m_pdf.startsWith("%PDF-1.7\n%"));
    for (qsizetype i = 10; i < 14; ++i) {
        QVERIFY(static_cast<unsigned char>(m_pdf.at(i)) > 127);
    }
    QPDFObjectHandle id = m_document->getTrailer().getKey("/ID");
    QVERIFY(id.isArray() && id.getArrayNItems() == 2);
    QVERIFY(id.getArrayItem(0).getStringValue().size() >= 16 && id.getArrayItem(1).isString());
    QVERIFY(!m_document->getTrailer().hasKey("/Encrypt"));
    QVERIFY(m_pdf.endsWith("%%EOF\n"));
}

void ConformanceTest::crossReferenceTable()
{
    const qsizetype start = m_pdf.lastIndexOf("startxref\n");
    const qsizetype table = m_pdf.mid(start + 10, m_pdf.indexOf('\n', start + 10) - start - 10).toLongLong();
    QVERIFY(m_pdf.mid(table).startsWith("xref\n0 "));
    QCOMPARE(m_pdf.count("startxref"), 1);
}

void ConformanceTest::streamsAreFramedAndTrue()
{
    // "stream" ends with LF (or CR LF), "endstream" stands on a line of its own, Length counts what lies
    // between.
    static const QRegularExpression framed(QStringLiteral("/Length (\\d+)[^\\n]*>>\\nstream\\n"));
    const QString text = QString::fromLatin1(m_pdf);
    auto found = framed.globalMatch(text);
    int streams = 0;
    while (found.hasNext()) {
        const auto match = found.next();
        const qsizetype end = match.capturedEnd() + match.captured(1).toLongLong();
        QCOMPARE(m_pdf.mid(end, 10), QByteArray("\nendstream"));
        ++streams;
    }
    int expected = 0;
    for (QPDFObjectHandle object : m_document->getAllObjects()) {
        expected += object.isStream() ? 1 : 0;
        if (object.isStream()) {
            QVERIFY(!object.getDict().hasKey("/F") && !object.getDict().hasKey("/FFilter"));
        }
    }
    QCOMPARE(streams, expected);
}

void ConformanceTest::filtersAreAllowed()
{
    const std::set<std::string> allowed = {"/DCTDecode", "/CCITTFaxDecode", "/FlateDecode"};
    int filters = 0;
    for (QPDFObjectHandle object : m_document->getAllObjects()) {
        if (object.isStream() && object.getDict().hasKey("/Filter")) {
            QVERIFY(allowed.contains(object.getDict().getKey("/Filter").getName()));
            ++filters;
        }
    }
    QCOMPARE(filters, 4);
}

void ConformanceTest::objectsAreSeparated()
{
    static const QRegularExpression good(QStringLiteral("\\n\\d+ 0 obj\\n"));
    QCOMPARE(QString::fromLatin1(m_pdf).count(good),
             static_cast<qsizetype>(m_document->getAllObjects().size()));
    QCOMPARE(m_pdf.count("\nendobj\n"), static_cast<qsizetype>(m_document->getAllObjects().size()));
}

void ConformanceTest::limitsHold()
{
    for (QPDFObjectHandle object : m_document->getAllObjects()) {
        if (!object.isDictionaryOfType("/Page")) {
            continue;
        }
        QPDFObjectHandle box = object.getKey("/MediaBox");
        for (const int i : {2, 3}) {
            const double side = box.getArrayItem(i).getNumericValue();
            QVERIFY(side >= 3 && side <= 14400);
        }
    }
    QPDFObjectHandle page = m_document->getAllPages().front();
    QVERIFY(std::abs(page.getKey("/MediaBox").getArrayItem(2).getNumericValue() - 301 / 200.0 * 72) < 0.001);
}

void ConformanceTest::nothingActsOrHides()
{
    const std::set<std::string> forbidden = {"/AA",
                                             "/OpenAction",
                                             "/JS",
                                             "/JavaScript",
                                             "/A",
                                             "/Names",
                                             "/EF",
                                             "/AcroForm",
                                             "/Perms",
                                             "/Requirements",
                                             "/NeedsRendering",
                                             "/AlternatePresentations",
                                             "/PresSteps",
                                             "/OCProperties",
                                             "/Annots",
                                             "/Group"};
    for (QPDFObjectHandle object : m_document->getAllObjects()) {
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary()) {
            for (const std::string& key : dictionary.getKeys()) {
                QVERIFY2(!forbidden.contains(key), key.c_str());
            }
        }
    }
}

void ConformanceTest::colourIsDefined()
{
    QPDFObjectHandle intents = m_document->getRoot().getKey("/OutputIntents");
    QVERIFY(intents.isArray() && intents.getArrayNItems() == 1);
    QPDFObjectHandle intent = intents.getArrayItem(0);
    QVERIFY(intent.getKey("/S").isNameAndEquals("/GTS_PDFA1"));
    QVERIFY(intent.getKey("/OutputConditionIdentifier").isString());
    QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
    QCOMPARE(profile.getDict().getKey("/N").getIntValue(), 3);
    const auto data = profile.getStreamData();
    const QByteArray bytes(reinterpret_cast<const char*>(data->getBuffer()),
                           static_cast<qsizetype>(data->getSize()));
    QCOMPARE(bytes.mid(36, 4), QByteArray("acsp"));
    QCOMPARE(bytes.mid(12, 4), QByteArray("mntr"));
    QCOMPARE(bytes.mid(16, 4), QByteArray("RGB "));
    QVERIFY(bytes.at(8) <= 4); // ICC version up to 4
}

void ConformanceTest::picturesAreAllowed()
{
    int pictures = 0;
    for (QPDFObjectHandle object : m_document->getAllObjects()) {
        if (!object.isStreamOfType("/XObject", "/Image")) {
            continue;
        }
        ++pictures;
        QPDFObjectHandle dictionary = object.getDict();
        for (const char* key :
             {"/Alternates", "/OPI", "/Interpolate", "/SMask", "/Mask", "/Decode", "/Intent"}) {
            QVERIFY2(!dictionary.hasKey(key), key);
        }
        const std::string space = dictionary.getKey("/ColorSpace").getName();
        QVERIFY(space == "/DeviceGray" || space == "/DeviceRGB");
        const long long bits = dictionary.getKey("/BitsPerComponent").getIntValue();
        QVERIFY(bits == 1 || bits == 8);
    }
    QCOMPARE(pictures, 4);
}

void ConformanceTest::metadataIsStored()
{
    QPDFObjectHandle packet = m_document->getRoot().getKey("/Metadata");
    QVERIFY(packet.isStreamOfType("/Metadata", "/XML"));
    QVERIFY(!packet.getDict().hasKey("/Filter"));
    const auto data = packet.getStreamData();
    const QByteArray xmp(reinterpret_cast<const char*>(data->getBuffer()),
                         static_cast<qsizetype>(data->getSize()));
    QVERIFY(xmp.startsWith("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"));
    QVERIFY(!xmp.contains("bytes=\"") && !xmp.contains("encoding=\""));
    QVERIFY(xmp.contains("<pdfaid:part>2</pdfaid:part>") && xmp.contains("<pdfaid:conformance>B<"));
    QPDFObjectHandle info = m_document->getTrailer().getKey("/Info");
    const auto said = [&info](const char* key) {
        return QByteArray::fromStdString(info.getKey(key).getUTF8Value());
    };
    const auto escaped = [](const QByteArray& text) {
        return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
    };
    QVERIFY(xmp.contains("<rdf:li xml:lang=\"x-default\">" + escaped(said("/Title")) + "</rdf:li>"));
    QVERIFY(xmp.contains("<dc:creator><rdf:Seq><rdf:li>" + escaped(said("/Author")) + "</rdf:li></rdf:Seq>"));
    QVERIFY(xmp.contains("<pdf:Keywords>" + escaped(said("/Keywords")) + "<"));
    QVERIFY(xmp.contains("<pdf:Producer>" + escaped(said("/Producer")) + "<"));
    QVERIFY(xmp.contains("<xmp:CreatorTool>" + escaped(said("/Creator")) + "<"));
    QCOMPARE(said("/CreationDate"), QByteArray("D:20261120083000+07'00'"));
    QCOMPARE(said("/ModDate"), said("/CreationDate"));
    QVERIFY(xmp.contains("<xmp:CreateDate>2026-11-20T08:30:00+07:00<"));
    QVERIFY(xmp.contains("<xmp:ModifyDate>2026-11-20T08:30:00+07:00<"));
}

void ConformanceTest::extensionSchemaIsDescribed()
{
    const auto data = m_document->getRoot().getKey("/Metadata").getStreamData();
    QXmlStreamReader xml(QByteArray(reinterpret_cast<const char*>(data->getBuffer()),
                                    static_cast<qsizetype>(data->getSize())));
    const QString schema = QStringLiteral("http://www.aiim.org/pdfa/ns/schema#");
    const QString property = QStringLiteral("http://www.aiim.org/pdfa/ns/property#");
    QString described;
    QSet<QString> names;
    QSet<QString> used;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString space = xml.namespaceUri().toString();
        if (xml.prefix() == QLatin1String("sohoa")) {
            used.insert(space + xml.name().toString());
        } else if (space == schema && xml.name() == QLatin1String("namespaceURI")) {
            described = xml.readElementText();
        } else if (space == property && xml.name() == QLatin1String("name")) {
            names.insert(described + xml.readElementText());
        }
    }
    QVERIFY(!xml.hasError());
    QCOMPARE(used.size(), 2);
    QCOMPARE(names, used);
}

QTEST_GUILESS_MAIN(ConformanceTest)
#include "tst_conformance.moc"
