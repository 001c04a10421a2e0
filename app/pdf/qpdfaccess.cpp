// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/boundedfilters_p.h"
#include "pdf/qpdfaccess_p.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace sohoa::pdf {

namespace {

constexpr int deepestTree = 64;
constexpr qint64 structureLimit = 32 * 1024 * 1024;
const QRectF letter(0, 0, 612, 792);

/// What a page has from the nodes above it.
struct Inherited
{
    QPDFObjectHandle resources = QPDFObjectHandle::newNull();
    QPDFObjectHandle mediaBox = QPDFObjectHandle::newNull();
    QPDFObjectHandle cropBox = QPDFObjectHandle::newNull();
    QPDFObjectHandle rotate = QPDFObjectHandle::newNull();
};

Inherited inheritedThrough(QPDFObjectHandle node, const Inherited& above)
{
    Inherited here = above;
    const auto takeOver = [&node](const char* key, QPDFObjectHandle& into) {
        if (QPDFObjectHandle value = node.getKey(key); !value.isNull()) {
            into = value;
        }
    };
    takeOver("/Resources", here.resources);
    takeOver("/MediaBox", here.mediaBox);
    takeOver("/CropBox", here.cropBox);
    takeOver("/Rotate", here.rotate);
    return here;
}

PageNode pageFrom(QPDFObjectHandle page, const Inherited& above)
{
    const Inherited own = inheritedThrough(page, above);
    PageNode node;
    node.page = page;
    node.resources =
        QPDFObjectHandle(own.resources).isDictionary() ? own.resources : QPDFObjectHandle::newNull();
    node.box = rectangleOf(own.mediaBox);
    if (node.box.isEmpty()) {
        node.box = letter;
    }
    if (const QRectF crop = rectangleOf(own.cropBox).intersected(node.box); !crop.isEmpty()) {
        node.box = crop;
    }
    QPDFObjectHandle unit = page.getKey("/UserUnit");
    if (unit.isNumber() && unit.getNumericValue() > 0 && unit.getNumericValue() < 1000) {
        node.unit = unit.getNumericValue();
    }
    if (QPDFObjectHandle(own.rotate).isNumber()) {
        const double turns = std::fmod(QPDFObjectHandle(own.rotate).getNumericValue(), 360.0);
        const int turn = static_cast<int>(turns < 0 ? turns + 360 : turns);
        node.turn = turn % 90 == 0 ? turn % 360 : 0;
    }
    return node;
}

struct Open
{
    QPDFObjectHandle node;
    Inherited above;
    int next = 0;
};

} // namespace

DecodeBudget::DecodeBudget(qint64 bytes)
    : m_outer(std::exchange(decodeAllowance(), bytes))
{
}

DecodeBudget::~DecodeBudget()
{
    decodeAllowance() = m_outer;
}

BytesSink::BytesSink(qint64 limit, StopToken stop)
    : Pipeline("bytes", nullptr)
    , m_limit(limit)
    , m_stop(std::move(stop))
{
}

void BytesSink::write(unsigned char const* data, size_t length)
{
    if (m_stop.stop_requested()) {
        throw Stopped();
    }
    if (length > static_cast<size_t>(m_limit) || m_bytes.size() > m_limit - static_cast<qint64>(length)) {
        m_limit = 0;
        throw LimitReached("a stream is longer than allowed");
    }
    m_bytes.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length));
}

std::shared_ptr<QPDF> openPdf(const QByteArray& bytes, Recovery recovery)
{
    registerBoundedFilters();
    const DecodeBudget budget(structureLimit);
    std::shared_ptr<QPDF> pdf = QPDF::create();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(recovery == Recovery::Tried);
    pdf->processMemoryFile("paper", bytes.constData(), static_cast<size_t>(bytes.size()));
    return pdf;
}

Result<std::vector<PageNode>> listPages(QPDF& pdf, int limit)
{
    const DecodeBudget budget(structureLimit);
    std::vector<PageNode> pages;
    QPDFObjectHandle root = pdf.getRoot().getKey("/Pages");
    if (!root.isDictionary()) {
        return failure(ErrorCode::PdfDamaged, QStringLiteral("no page tree"));
    }
    std::set<QPDFObjGen> seen;
    std::vector<Open> open;
    const auto enter = [&](QPDFObjectHandle node, const Inherited& above) -> Status {
        if (!node.isDictionary()) {
            return {};
        }
        if (!node.getKey("/Kids").isArray()) {
            if (static_cast<int>(pages.size()) >= limit) {
                return failure(ErrorCode::PdfTooManyPages, QStringLiteral("more than %1 pages").arg(limit));
            }
            pages.push_back(pageFrom(node, above));
            return {};
        }
        if (open.size() >= deepestTree || (node.isIndirect() && !seen.insert(node.getObjGen()).second)) {
            return failure(ErrorCode::PdfDamaged, QStringLiteral("page tree with a loop or too deep"));
        }
        open.push_back({node, inheritedThrough(node, above), 0});
        return {};
    };
    SOHOA_TRY(enter(root, {}));
    while (!open.empty()) {
        QPDFObjectHandle kids = open.back().node.getKey("/Kids");
        if (open.back().next >= kids.getArrayNItems()) {
            open.pop_back();
            continue;
        }
        const Inherited above = open.back().above;
        SOHOA_TRY(enter(kids.getArrayItem(open.back().next++), above));
    }
    if (pages.empty()) {
        return failure(ErrorCode::PdfDamaged, QStringLiteral("no pages"));
    }
    return pages;
}

QByteArray pageAlone(QPDF& pdf, const PageNode& node, qint64 size)
{
    QPDFObjectHandle page = QPDFObjectHandle(node.page).shallowCopy();
    page.replaceKey("/Resources", node.resources);
    page.replaceKey("/MediaBox", QPDFObjectHandle::newFromRectangle(QPDFObjectHandle::Rectangle(
                                     node.box.left(), node.box.top(), node.box.right(), node.box.bottom())));
    page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(node.turn));
    for (const char* key : {"/CropBox", "/Parent", "/B", "/StructParents"}) {
        page.removeKey(key);
    }
    const std::shared_ptr<QPDF> alone = QPDF::create();
    alone->emptyPDF();
    alone->setSuppressWarnings(true);
    QPDFPageDocumentHelper(*alone).addPage(
        QPDFPageObjectHelper(alone->copyForeignObject(pdf.makeIndirectObject(page))), false);
    constexpr qint64 slack = 1024 * 1024;
    BytesSink sink(size * 2 + slack);
    QPDFWriter writer(*alone);
    writer.setOutputPipeline(&sink);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setStaticID(true);
    writer.write();
    return sink.take();
}

QByteArray decodedPart(QPDFObjectHandle stream, qint64 limit, bool& isWhole)
{
    BytesSink sink(limit);
    bool decoded = false;
    isWhole = stream.pipeStreamData(&sink, &decoded, 0, qpdf_dl_generalized, true, false);
    if (sink.isFull() || decodeAllowance() == 0) {
        throw LimitReached("a stream unfolds to more than allowed");
    }
    if (!decoded && !onlyFilter(stream).empty()) {
        isWhole = false;
        return {};
    }
    return sink.take();
}

QByteArray decodedStream(const QPDFObjectHandle& stream, qint64 limit)
{
    bool isWhole = false;
    QByteArray bytes = decodedPart(stream, limit, isWhole);
    if (!isWhole) {
        throw std::runtime_error("a stream cannot be decoded");
    }
    return bytes;
}

QByteArray rawStream(QPDFObjectHandle stream, qint64 limit)
{
    BytesSink sink(limit);
    const bool whole = stream.pipeStreamData(&sink, nullptr, 0, qpdf_dl_none, true, false);
    if (sink.isFull()) {
        throw LimitReached("a stream is longer than allowed");
    }
    if (!whole) {
        throw std::runtime_error("a stream cannot be read");
    }
    return sink.take();
}

std::string onlyFilter(QPDFObjectHandle stream)
{
    QPDFObjectHandle filter = stream.getDict().getKey("/Filter");
    if (filter.isName()) {
        return filter.getName();
    }
    if (filter.isArray()) {
        if (filter.getArrayNItems() == 0) {
            return {};
        }
        if (filter.getArrayNItems() == 1 && filter.getArrayItem(0).isName()) {
            return filter.getArrayItem(0).getName();
        }
        return "several";
    }
    return filter.isNull() ? std::string() : std::string("several");
}

QPDFObjectHandle onlyDecodeParameters(QPDFObjectHandle stream)
{
    QPDFObjectHandle parameters = stream.getDict().getKey("/DecodeParms");
    if (parameters.isArray() && parameters.getArrayNItems() == 1) {
        parameters = parameters.getArrayItem(0);
    }
    return parameters.isDictionary() ? parameters : QPDFObjectHandle::newNull();
}

QRectF rectangleOf(QPDFObjectHandle array)
{
    if (!array.isArray() || array.getArrayNItems() != 4) {
        return {};
    }
    double side[4] = {};
    for (int i = 0; i < 4; ++i) {
        QPDFObjectHandle item = array.getArrayItem(i);
        if (!item.isNumber() || !std::isfinite(item.getNumericValue())) {
            return {};
        }
        side[i] = item.getNumericValue();
    }
    return QRectF(QPointF(std::min(side[0], side[2]), std::min(side[1], side[3])),
                  QPointF(std::max(side[0], side[2]), std::max(side[1], side[3])));
}

QByteArray pdfNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 4);
    while (text.endsWith('0')) {
        text.chop(1);
    }
    if (text.endsWith('.')) {
        text.chop(1);
    }
    return text == "-0" ? QByteArray("0") : text;
}

} // namespace sohoa::pdf
