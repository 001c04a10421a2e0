// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/paperwriter.h"

#include "pdf/documentmetadata.h"
#include "pdf/jpegheader.h"
#include "pdf/paperparts_p.h"
#include "pdf/qpdfaccess_p.h"
#include "pdf/samples_p.h"

#include <QColorSpace>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>
#include <limits>

namespace sohoa::pdf {

namespace {

using dossier::ColourMode;
using Object = QPDFObjectHandle;

// ISO 19005-2, 6.1.13: no side of a page below 3 or above 14400 units.
constexpr double shortestSide = 3;
constexpr double longestSide = 14400;
constexpr int mostPages = 100000;

Object name(const char* text)
{
    return Object::newName(text);
}

Object number(double value)
{
    return Object::newReal(pdfNumber(value).toStdString());
}

Object text(const QString& value)
{
    return Object::newUnicodeString(value.toStdString());
}

/// Gives qpdf the bytes of a page when it writes, so that there is no second copy of all pages.
class Provider final : public Object::StreamDataProvider
{
public:
    explicit Provider(const PaperPage& page)
        : m_page(page)
    {
    }
    void provideStreamData(QPDFObjGen const&, Pipeline* pipeline) override
    {
        if (m_page.encoding != PaperPage::Encoding::Flate) {
            write(pipeline, m_page.data);
        } else if (auto samples = samplesOf(m_page.image, m_page.mode)) {
            write(pipeline, deflateSamples(*samples, m_page.width, m_page.mode));
        } else {
            throw std::runtime_error("a picture changed while it was written");
        }
        pipeline->finish();
    }

private:
    static void write(Pipeline* pipeline, const QByteArray& bytes)
    {
        pipeline->write(bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    const PaperPage& m_page;
};

Status checkJpeg(const PaperPage& page, bool& isGrey, bool& isRgb)
{
    SOHOA_ASSIGN(const JpegHeader header, readJpegHeader(page.data));
    using Colour = JpegHeader::Colour;
    if (header.bits != 8 || header.colour == Colour::FourComponents || header.colour == Colour::Unclear) {
        return failure(ErrorCode::Unsupported,
                       QStringLiteral("JPEG of %1 components, %2 bits%3")
                           .arg(header.components)
                           .arg(header.bits)
                           .arg(header.adobeMarker ? QStringLiteral(", Adobe marker") : QString()));
    }
    if (!header.ended) {
        return failure(ErrorCode::ImageTruncated, QStringLiteral("JPEG without its end"));
    }
    if (header.width != page.width || header.height != page.height) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("JPEG of %1 x %2 given as %3 x %4")
                                                       .arg(header.width)
                                                       .arg(header.height)
                                                       .arg(page.width)
                                                       .arg(page.height));
    }
    isGrey = header.colour == Colour::Grey;
    isRgb = header.colour == Colour::Rgb && !header.adobeMarker;
    return {};
}

Status checkPage(const PaperPage& page)
{
    if (page.width <= 0 || page.height <= 0 || !std::isfinite(page.dpi) || page.dpi <= 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("page of %1 x %2 pixels at %3 dpi")
                                                       .arg(page.width)
                                                       .arg(page.height)
                                                       .arg(page.dpi));
    }
    if (page.turn != 0 && page.turn != 90 && page.turn != 180 && page.turn != 270) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("page turned by %1").arg(page.turn));
    }
    for (const int side : {page.width, page.height}) {
        const double points = side / page.dpi * 72;
        if (points < shortestSide || points > longestSide) {
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("page side of %1 points").arg(points, 0, 'f', 1));
        }
    }
    if (page.encoding == PaperPage::Encoding::Flate) {
        if (page.image.width() != page.width || page.image.height() != page.height) {
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("picture of another size than its page"));
        }
    } else if (page.data.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("page without data"));
    }
    return {};
}

/// The dictionary of a page's picture.
Result<Object> imageDictionary(const PaperPage& page)
{
    Object dictionary = Object::newDictionary();
    dictionary.replaceKey("/Type", name("/XObject"));
    dictionary.replaceKey("/Subtype", name("/Image"));
    dictionary.replaceKey("/Width", Object::newInteger(page.width));
    dictionary.replaceKey("/Height", Object::newInteger(page.height));
    Object parameters = Object::newDictionary();
    int bits = 8;
    bool isGrey = page.mode != ColourMode::Colour;
    switch (page.encoding) {
    case PaperPage::Encoding::Jpeg: {
        bool isRgb = false;
        SOHOA_TRY(checkJpeg(page, isGrey, isRgb));
        dictionary.replaceKey("/Filter", name("/DCTDecode"));
        if (isRgb) {
            parameters.replaceKey("/ColorTransform", Object::newInteger(0));
        }
        break;
    }
    case PaperPage::Encoding::G4:
        isGrey = true;
        bits = 1;
        dictionary.replaceKey("/Filter", name("/CCITTFaxDecode"));
        parameters.replaceKey("/K", Object::newInteger(-1));
        parameters.replaceKey("/Columns", Object::newInteger(page.width));
        parameters.replaceKey("/Rows", Object::newInteger(page.height));
        // Black runs become 0, which DeviceGray shows black.
        parameters.replaceKey("/BlackIs1", Object::newBool(false));
        break;
    case PaperPage::Encoding::Flate:
        bits = page.mode == ColourMode::Bilevel ? 1 : 8;
        dictionary.replaceKey("/Filter", name("/FlateDecode"));
        if (bits == 8) {
            parameters.replaceKey("/Predictor", Object::newInteger(15));
            parameters.replaceKey("/Columns", Object::newInteger(page.width));
            parameters.replaceKey("/Colors", Object::newInteger(isGrey ? 1 : 3));
            parameters.replaceKey("/BitsPerComponent", Object::newInteger(8));
        }
        break;
    }
    dictionary.replaceKey("/ColorSpace", name(isGrey ? "/DeviceGray" : "/DeviceRGB"));
    dictionary.replaceKey("/BitsPerComponent", Object::newInteger(bits));
    if (!parameters.getKeys().empty()) {
        dictionary.replaceKey("/DecodeParms", parameters);
    }
    return dictionary;
}

class Builder
{
public:
    Builder(const std::vector<PaperPage>& pages, const DocumentMetadata& metadata, const StopToken& stop)
        : m_pages(pages)
        , m_metadata(metadata)
        , m_stop(stop)
        , m_pdf(QPDF::create())
    {
        m_pdf->emptyPDF();
    }

    Result<QByteArray> build()
    {
        Object root = m_pdf->getRoot();
        Object tree = root.getKey("/Pages");
        Object kids = Object::newArray();
        for (const PaperPage& page : m_pages) {
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            SOHOA_ASSIGN(const Object placed, place(page, tree));
            kids.appendItem(placed);
        }
        tree.replaceKey("/Kids", kids);
        tree.replaceKey("/Count", Object::newInteger(kids.getArrayNItems()));
        root.replaceKey("/Metadata", xmpStream());
        root.replaceKey("/OutputIntents", Object::newArray({outputIntent()}));
        root.replaceKey("/Lang", Object::newString("vi-VN"));
        Object preferences = Object::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
        m_pdf->getTrailer().replaceKey("/Info", m_pdf->makeIndirectObject(infoDictionary()));
        return write();
    }

private:
    Object stream(const QByteArray& bytes) { return Object::newStream(m_pdf.get(), bytes.toStdString()); }

    Result<Object> place(const PaperPage& page, const Object& tree)
    {
        SOHOA_TRY(checkPage(page));
        if (page.encoding == PaperPage::Encoding::Flate) {
            SOHOA_TRY(samplesOf(page.image, page.mode));
        }
        SOHOA_ASSIGN(Object dictionary, imageDictionary(page));
        Object image = Object::newStream(m_pdf.get());
        Object filter = dictionary.getKey("/Filter");
        Object parameters = dictionary.getKey("/DecodeParms");
        image.replaceDict(dictionary);
        image.replaceStreamData(std::make_shared<Provider>(page), filter, parameters);
        const double width = page.width / page.dpi * 72;
        const double height = page.height / page.dpi * 72;
        Object pictures = Object::newDictionary();
        pictures.replaceKey("/Im0", image);
        Object resources = Object::newDictionary();
        resources.replaceKey("/XObject", pictures);
        Object object = Object::newDictionary();
        object.replaceKey("/Type", name("/Page"));
        object.replaceKey("/Parent", tree);
        object.replaceKey("/MediaBox",
                          Object::newArray({number(0), number(0), number(width), number(height)}));
        object.replaceKey("/Resources", resources);
        object.replaceKey("/Contents", stream("q " + pdfNumber(width) + " 0 0 " + pdfNumber(height) +
                                              " 0 0 cm /Im0 Do Q\n"));
        if (page.turn != 0) {
            object.replaceKey("/Rotate", Object::newInteger(page.turn));
        }
        return m_pdf->makeIndirectObject(object);
    }

    Object xmpStream()
    {
        Object packet = stream(writeXmp(m_metadata));
        packet.getDict().replaceKey("/Type", name("/Metadata"));
        packet.getDict().replaceKey("/Subtype", name("/XML"));
        return packet;
    }

    Object outputIntent()
    {
        Object profile = stream(QColorSpace(QColorSpace::SRgb).iccProfile());
        profile.getDict().replaceKey("/N", Object::newInteger(3));
        Object intent = Object::newDictionary();
        intent.replaceKey("/Type", name("/OutputIntent"));
        intent.replaceKey("/S", name("/GTS_PDFA1"));
        intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB IEC61966-2.1"));
        intent.replaceKey("/RegistryName", Object::newString("http://www.color.org"));
        intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
        intent.replaceKey("/DestOutputProfile", profile);
        return m_pdf->makeIndirectObject(intent);
    }

    Object infoDictionary()
    {
        Object info = Object::newDictionary();
        const auto put = [&info](const char* key, const QString& value) {
            if (!value.isEmpty()) {
                info.replaceKey(key, text(value));
            }
        };
        put("/Title", m_metadata.title);
        put("/Author", m_metadata.author);
        put("/Keywords", m_metadata.keywords);
        put("/Creator", m_metadata.creator);
        put("/Producer", m_metadata.producer);
        info.replaceKey("/CreationDate", Object::newString(toPdfDate(m_metadata.created).toStdString()));
        info.replaceKey("/ModDate", Object::newString(toPdfDate(m_metadata.modified).toStdString()));
        return info;
    }

    Result<QByteArray> write()
    {
        BytesSink sink(std::numeric_limits<int>::max(), m_stop);
        qsizetype expected = 8192;
        for (const PaperPage& page : m_pages) {
            expected += page.data.size() + 1024;
        }
        sink.reserve(expected);
        QPDFWriter writer(*m_pdf);
        writer.setOutputPipeline(&sink);
        writer.setMinimumPDFVersion("1.7");
        // Cross-reference tables and plain objects are what the oldest readers and repair tools understand.
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setNewlineBeforeEndstream(true); // ISO 19005-2, 6.1.7.1
        writer.setDeterministicID(true);
        writer.write();
        return sink.take();
    }

    const std::vector<PaperPage>& m_pages;
    const DocumentMetadata& m_metadata;
    StopToken m_stop;
    std::shared_ptr<QPDF> m_pdf;
};

} // namespace

DocumentMetadata metadataOf(const PaperInfo& info)
{
    DocumentMetadata metadata;
    metadata.title = cleanText(info.title);
    metadata.author = cleanText(info.author);
    metadata.keywords = cleanText(info.keywords);
    metadata.producer = cleanText(info.producer);
    metadata.creator = metadata.producer;
    metadata.created =
        QDateTime::fromSecsSinceEpoch(info.time.toSecsSinceEpoch(), Qt::OffsetFromUTC, 7 * 3600);
    metadata.modified = metadata.created;
    metadata.dossierCode = cleanText(info.dossierCode);
    metadata.paperCode = cleanText(info.paperCode);
    metadata.pdfaPart = 2;
    metadata.pdfaConformance = QStringLiteral("B");
    return metadata;
}

Result<QByteArray> writePaper(const std::vector<PaperPage>& pages, const PaperInfo& info,
                              const StopToken& stop)
{
    if (pages.empty() || pages.size() > mostPages) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a paper of %1 pages").arg(pages.size()));
    }
    const DocumentMetadata metadata = metadataOf(info);
    if (!info.time.isValid() || metadata.title.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a paper without time or title"));
    }
    return guarded(ErrorCode::PdfWriteFailed, [&] { return Builder(pages, metadata, stop).build(); });
}

} // namespace sohoa::pdf
