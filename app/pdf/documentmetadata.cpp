// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/documentmetadata.h"

#include "base/clock.h"
#include "base/text.h"

#include <QXmlStreamReader>

namespace sohoa::pdf {

namespace {

const QLatin1String rdfNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QLatin1String dcNamespace("http://purl.org/dc/elements/1.1/");
const QLatin1String xmpNamespace("http://ns.adobe.com/xap/1.0/");
const QLatin1String pdfNamespace("http://ns.adobe.com/pdf/1.3/");
const QLatin1String pdfaNamespace("http://www.aiim.org/pdfa/ns/id/");
const QLatin1String xmlNamespace("http://www.w3.org/XML/1998/namespace");
const QLatin1String ownNamespace("urn:sohoa:paper:1.0:");

constexpr qsizetype largestPacket = 4 * 1024 * 1024;

QString xmpDate(const QDateTime& time)
{
    return inVietnam(time).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QStringLiteral("+07:00");
}

QString element(const QString& name, const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("   <%1>%2</%1>\n").arg(name, text.toHtmlEscaped());
}

QString ordered(const QString& name, const QString& container, const QString& attributes, const QString& text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("   <%1><rdf:%2><rdf:li%3>%4</rdf:li></rdf:%2></%1>\n")
                                .arg(name, container, attributes, text.toHtmlEscaped());
}

QString schemaProperty(const QString& name, const QString& description)
{
    return QStringLiteral("       <rdf:li rdf:parseType=\"Resource\">\n"
                          "        <pdfaProperty:name>%1</pdfaProperty:name>\n"
                          "        <pdfaProperty:valueType>Text</pdfaProperty:valueType>\n"
                          "        <pdfaProperty:category>external</pdfaProperty:category>\n"
                          "        <pdfaProperty:description>%2</pdfaProperty:description>\n"
                          "       </rdf:li>\n")
        .arg(name, description);
}

QString schemaDescription()
{
    return QStringLiteral(
               "   <pdfaExtension:schemas><rdf:Bag>\n"
               "     <rdf:li rdf:parseType=\"Resource\">\n"
               "      <pdfaSchema:schema>Digitized papers of administrative dossiers</pdfaSchema:schema>\n"
               "      <pdfaSchema:namespaceURI>%1</pdfaSchema:namespaceURI>\n"
               "      <pdfaSchema:prefix>sohoa</pdfaSchema:prefix>\n"
               "      <pdfaSchema:property><rdf:Seq>\n")
               .arg(ownNamespace) +
           schemaProperty(QStringLiteral("DossierCode"),
                          QStringLiteral("Code of the dossier the paper belongs to")) +
           schemaProperty(QStringLiteral("PaperCode"), QStringLiteral("Code of the paper itself")) +
           QStringLiteral("      </rdf:Seq></pdfaSchema:property>\n"
                          "     </rdf:li>\n"
                          "   </rdf:Bag></pdfaExtension:schemas>\n");
}

/// The text of a property: its own, or that of the item meant for every language, or of the first item.
QString readValue(QXmlStreamReader& xml)
{
    QString own;
    QString item;
    bool haveItem = false;
    bool haveDefault = false;
    int depth = 1;
    bool inItem = false;
    bool wanted = false;
    while (depth > 0 && !xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            if (!inItem && xml.namespaceUri() == rdfNamespace && xml.name() == QLatin1String("li")) {
                inItem = true;
                const bool isDefault =
                    xml.attributes().value(xmlNamespace, QLatin1String("lang")) == QLatin1String("x-default");
                wanted = !haveItem || (isDefault && !haveDefault);
                if (wanted) {
                    item.clear();
                    haveItem = true;
                    haveDefault = isDefault;
                }
            }
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (xml.namespaceUri() == rdfNamespace && xml.name() == QLatin1String("li")) {
                inItem = false;
                wanted = false;
            }
            break;
        case QXmlStreamReader::Characters:
            if (wanted) {
                item += xml.text();
            } else if (depth == 1) {
                own += xml.text();
            }
            break;
        default:
            break;
        }
    }
    return haveItem ? item.trimmed() : own.trimmed();
}

/// Whether a property is one we know; then its value is put in its place.
class Taker
{
public:
    explicit Taker(DocumentMetadata& metadata)
        : m_metadata(metadata)
    {
    }

    static bool knows(QStringView space, QStringView name)
    {
        DocumentMetadata scratch;
        return Taker(scratch).take(space, name, QStringLiteral("1"));
    }

    bool take(QStringView space, QStringView name, const QString& value)
    {
        const auto is = [&](QLatin1String wantedSpace, const char* wantedName) {
            return space == wantedSpace && name == QLatin1String(wantedName);
        };
        if (is(dcNamespace, "title")) {
            m_metadata.title = value;
        } else if (is(dcNamespace, "creator")) {
            m_metadata.author = value;
        } else if (is(pdfNamespace, "Keywords")) {
            m_metadata.keywords = value;
        } else if (is(pdfNamespace, "Producer")) {
            m_metadata.producer = value;
        } else if (is(xmpNamespace, "CreatorTool")) {
            m_metadata.creator = value;
        } else if (is(xmpNamespace, "CreateDate")) {
            m_metadata.created = QDateTime::fromString(value, Qt::ISODate);
        } else if (is(xmpNamespace, "ModifyDate")) {
            m_metadata.modified = QDateTime::fromString(value, Qt::ISODate);
        } else if (is(pdfaNamespace, "part")) {
            m_metadata.pdfaPart = value.toInt();
        } else if (is(pdfaNamespace, "conformance")) {
            m_metadata.pdfaConformance = value;
        } else if (is(ownNamespace, "DossierCode")) {
            m_metadata.dossierCode = value;
        } else if (is(ownNamespace, "PaperCode")) {
            m_metadata.paperCode = value;
        } else {
            return false;
        }
        return true;
    }

private:
    DocumentMetadata& m_metadata;
};

} // namespace

QByteArray writeXmp(const DocumentMetadata& metadata)
{
    QString properties;
    if (metadata.pdfaPart > 0) {
        properties += element(QStringLiteral("pdfaid:part"), QString::number(metadata.pdfaPart));
        properties += element(QStringLiteral("pdfaid:conformance"), metadata.pdfaConformance);
    }
    properties += element(QStringLiteral("dc:format"), QStringLiteral("application/pdf"));
    properties += ordered(QStringLiteral("dc:title"), QStringLiteral("Alt"),
                          QStringLiteral(" xml:lang=\"x-default\""), metadata.title);
    properties += ordered(QStringLiteral("dc:creator"), QStringLiteral("Seq"), QString(), metadata.author);
    properties += element(QStringLiteral("dc:identifier"), metadata.paperCode);
    properties += element(QStringLiteral("pdf:Keywords"), metadata.keywords);
    properties += element(QStringLiteral("pdf:Producer"), metadata.producer);
    properties += element(QStringLiteral("xmp:CreatorTool"), metadata.creator);
    properties += element(QStringLiteral("xmp:CreateDate"), xmpDate(metadata.created));
    properties += element(QStringLiteral("xmp:ModifyDate"), xmpDate(metadata.modified));
    properties += element(QStringLiteral("xmp:MetadataDate"), xmpDate(metadata.modified));
    if (!metadata.dossierCode.isEmpty() || !metadata.paperCode.isEmpty()) {
        properties += element(QStringLiteral("sohoa:DossierCode"), metadata.dossierCode);
        properties += element(QStringLiteral("sohoa:PaperCode"), metadata.paperCode);
        properties += schemaDescription();
    }
    const QString packet =
        QStringLiteral(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            " <rdf:RDF xmlns:rdf=\"%1\">\n"
            "  <rdf:Description rdf:about=\"\" xmlns:dc=\"%2\" xmlns:xmp=\"%3\" xmlns:pdf=\"%4\""
            " xmlns:pdfaid=\"%5\"\n"
            "    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
            "    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
            "    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\" xmlns:sohoa=\"%6\">\n")
            .arg(rdfNamespace, dcNamespace, xmpNamespace, pdfNamespace, pdfaNamespace, ownNamespace) +
        properties +
        QStringLiteral("  </rdf:Description>\n"
                       " </rdf:RDF>\n"
                       "</x:xmpmeta>\n"
                       "<?xpacket end=\"r\"?>\n");
    return packet.toUtf8();
}

std::optional<DocumentMetadata> readXmp(const QByteArray& packet)
{
    if (packet.size() > largestPacket) {
        return {};
    }
    DocumentMetadata metadata;
    Taker taker(metadata);
    QXmlStreamReader xml(packet);
    bool sawDescription = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.namespaceUri() == rdfNamespace && xml.name() == QLatin1String("Description")) {
            sawDescription = true;
            for (const QXmlStreamAttribute& attribute : xml.attributes()) {
                taker.take(attribute.namespaceUri(), attribute.name(), attribute.value().toString());
            }
        } else if (sawDescription && Taker::knows(xml.namespaceUri(), xml.name())) {
            const QString space = xml.namespaceUri().toString();
            const QString name = xml.name().toString();
            taker.take(space, name, readValue(xml));
        }
    }
    if (xml.hasError()) {
        return {};
    }
    return metadata;
}

QString cleanText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean += c;
            clean += text.at(++i);
        } else if (c == u'\t' || c == u'\n' || c == u'\r') {
            clean += u' ';
        } else if (c.unicode() >= 0x20 && !(c.unicode() >= 0x7F && c.unicode() <= 0x9F) && !c.isSurrogate() &&
                   c.unicode() < 0xFFFE && c.unicode() != 0xFEFF) {
            clean += c;
        }
    }
    return toNfc(clean).trimmed();
}

QByteArray toPdfDate(const QDateTime& time)
{
    return inVietnam(time).toString(QStringLiteral("'D:'yyyyMMddHHmmss")).toLatin1() + "+07'00'";
}

QDateTime fromPdfDate(const QByteArray& text)
{
    QByteArray digits = text.startsWith("D:") ? text.mid(2) : text;
    qsizetype count = 0;
    while (count < digits.size() && count < 14 && digits.at(count) >= '0' && digits.at(count) <= '9') {
        ++count;
    }
    if (count < 4 || count % 2 != 0) {
        return {};
    }
    const QByteArray zone = digits.mid(count);
    digits = digits.left(count) + QByteArray("00000101000000").mid(count);
    const QDate date(digits.mid(0, 4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6, 2).toInt());
    const QTime clock(digits.mid(8, 2).toInt(), digits.mid(10, 2).toInt(), digits.mid(12, 2).toInt());
    if (!date.isValid() || !clock.isValid()) {
        return {};
    }
    int offset = 0;
    if (zone.startsWith('+') || zone.startsWith('-')) {
        offset = zone.mid(1, 2).toInt() * 3600 + zone.mid(4, 2).toInt() * 60;
        offset = zone.startsWith('-') ? -offset : offset;
    }
    return QDateTime(date, clock, Qt::OffsetFromUTC, offset);
}

} // namespace sohoa::pdf
