// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pdffacts.h"

#include "pdf/documentreading_p.h"

#include <algorithm>
#include <set>

namespace sohoa::pdf {

namespace {

using Object = QPDFObjectHandle;

constexpr qint64 largestPacket = 4 * 1024 * 1024;
constexpr int mostPagesCounted = 100'000;
constexpr int mostFields = 10'000;
constexpr qsizetype longestFieldName = 1024;
constexpr qsizetype headerWithin = 1024;

QString textOf(Object dictionary, const char* key)
{
    Object value = dictionary.getKey(key);
    return value.isString() ? QString::fromStdString(value.getUTF8Value()) : QString();
}

QDateTime timeOf(Object dictionary, const char* key)
{
    Object value = dictionary.getKey(key);
    return value.isString() ? fromPdfDate(QByteArray::fromStdString(value.getStringValue())) : QDateTime();
}

bool isHexString(QByteArrayView text)
{
    return text.size() >= 2 && text.front() == '<' && text.back() == '>' &&
           std::all_of(text.begin() + 1, text.end() - 1, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') ||
                      c == ' ' || c == '\n' || c == '\r';
           });
}

/// Compares /ByteRange with the file (ISO 32000-1, 12.8.1): two parts around exactly the hex string of
/// /Contents.
void judgeRange(Object signature, const QByteArray& file, SignatureFacts& facts)
{
    Object range = signature.getKey("/ByteRange");
    if (!range.isArray() || range.getArrayNItems() != 4) {
        return;
    }
    long long part[4] = {};
    for (int i = 0; i < 4; ++i) {
        if (!range.getArrayItem(i).isInteger()) {
            return;
        }
        part[i] = range.getArrayItem(i).getIntValue();
        if (part[i] < 0 || part[i] > file.size()) {
            return;
        }
    }
    const long long end = part[2] + part[3];
    if (part[0] != 0 || part[2] <= part[1] || end > file.size()) {
        return;
    }
    facts.rangeIsSound = isHexString(QByteArrayView(file).sliced(part[1], part[2] - part[1]));
    facts.coversWholeFile = facts.rangeIsSound && end == file.size();
}

/// The signed fields of a form, in its order.
std::vector<SignatureFacts> signaturesOf(QPDF& pdf, const QByteArray& file)
{
    struct Waiting
    {
        Object field;
        QString parentName;
        bool isSignature;
    };
    std::vector<SignatureFacts> signatures;
    Object form = pdf.getRoot().getKey("/AcroForm");
    Object fields = form.isDictionary() ? form.getKey("/Fields") : form;
    std::vector<Waiting> waiting;
    const auto wait = [&waiting](Object list, const QString& name, bool isSignature) {
        for (int i = list.getArrayNItems() - 1; i >= 0 && waiting.size() < mostFields; --i) {
            waiting.push_back({list.getArrayItem(i), name, isSignature});
        }
    };
    if (fields.isArray()) {
        wait(fields, {}, false);
    }
    std::set<QPDFObjGen> seen;
    while (!waiting.empty()) {
        Waiting next = waiting.back();
        waiting.pop_back();
        Object field = next.field;
        if (!field.isDictionary() || (field.isIndirect() && !seen.insert(field.getObjGen()).second) ||
            seen.size() > mostFields) {
            continue;
        }
        const QString own = textOf(field, "/T");
        // Bounded, because names of nested fields could grow to as much as their sum again and again.
        const QString name = (next.parentName.isEmpty() || own.isEmpty() ? next.parentName + own
                                                                         : next.parentName + u'.' + own)
                                 .left(longestFieldName);
        Object type = field.getKey("/FT");
        const bool isSignature = type.isName() ? type.getName() == "/Sig" : next.isSignature;
        if (Object kids = field.getKey("/Kids"); kids.isArray()) {
            wait(kids, name, isSignature);
        }
        Object value = field.getKey("/V");
        if (isSignature && value.isDictionary()) {
            SignatureFacts facts;
            facts.field = name;
            if (Object subFilter = value.getKey("/SubFilter"); subFilter.isName()) {
                facts.subFilter = QString::fromStdString(subFilter.getName()).mid(1);
            }
            judgeRange(value, file, facts);
            signatures.push_back(facts);
        }
    }
    return signatures;
}

Result<PdfFacts> readFacts(const QByteArray& bytes)
{
    const std::shared_ptr<QPDF> pdf = openPdf(bytes, Recovery::Tried);
    PdfFacts facts;
    SOHOA_ASSIGN(const std::vector<PageNode> pages, listPages(*pdf, mostPagesCounted));
    facts.pages = static_cast<int>(pages.size());
    facts.version = QString::fromStdString(pdf->getPDFVersion());
    facts.encrypted = pdf->isEncrypted();
    facts.title = infoOf(*pdf).title;
    if (const std::optional<DocumentMetadata> xmp = xmpOf(*pdf)) {
        if (xmp->pdfaPart > 0) {
            facts.claim = PdfaClaim{xmp->pdfaPart, xmp->pdfaConformance};
        }
        facts.title = xmp->title.isEmpty() ? facts.title : xmp->title;
    }
    facts.signatures = signaturesOf(*pdf, bytes);
    facts.repaired = pdf->anyWarnings();
    return facts;
}

} // namespace

std::optional<DocumentMetadata> xmpOf(QPDF& pdf)
{
    Object packet = pdf.getRoot().getKey("/Metadata");
    if (!packet.isStream()) {
        return {};
    }
    const DecodeBudget budget(largestPacket);
    try {
        return readXmp(decodedStream(packet, largestPacket));
    } catch (const std::runtime_error&) {
        return {}; // damaged or too long: as good as none
    }
}

DocumentMetadata infoOf(QPDF& pdf)
{
    DocumentMetadata metadata;
    Object info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary()) {
        return metadata;
    }
    metadata.title = textOf(info, "/Title");
    metadata.author = textOf(info, "/Author");
    metadata.keywords = textOf(info, "/Keywords");
    metadata.creator = textOf(info, "/Creator");
    metadata.producer = textOf(info, "/Producer");
    metadata.created = timeOf(info, "/CreationDate");
    metadata.modified = timeOf(info, "/ModDate");
    return metadata;
}

Result<PdfFacts> inspectPdf(const QByteArray& pdf)
{
    if (pdf.isEmpty()) {
        return failure(ErrorCode::FileEmpty);
    }
    if (!pdf.first(qMin(pdf.size(), headerWithin)).contains("%PDF-")) {
        return failure(ErrorCode::PdfDamaged, QStringLiteral("not a PDF file"));
    }
    return guarded(ErrorCode::PdfDamaged, [&] { return readFacts(pdf); });
}

} // namespace sohoa::pdf
