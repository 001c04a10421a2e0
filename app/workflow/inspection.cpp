// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/inspection.h"

#include "barcode/readpage.h"
#include "base/digest.h"
#include "imaging/decode.h"
#include "imaging/examine.h"
#include "imaging/jpegpage.h"
#include "pdf/pdfpages.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace sohoa::workflow {

namespace {

using dossier::Page;

double millisecondsOf(const QElapsedTimer& timer)
{
    constexpr double nanosecondsPerMillisecond = 1e6;
    return static_cast<double>(timer.nsecsElapsed()) / nanosecondsPerMillisecond;
}

Page pageOf(const imaging::PictureInfo& info, const QByteArray& bytes, const QString& sha256, int index)
{
    Page page;
    page.sha256 = sha256;
    page.indexInFile = index;
    page.format = info.format;
    page.width = info.width;
    page.height = info.height;
    page.dpi = info.dpi;
    page.mode = info.mode;
    page.bytes = bytes.size();
    page.edits.turn = info.exifTurn;
    return page;
}

/// The pictures of a JPEG, PNG, TIFF or HEIF.
Result<int> takePictures(const QByteArray& bytes, const StopToken& stop,
                         const std::function<Status(IncomingPage&&)>& take)
{
    SOHOA_ASSIGN(const std::vector<imaging::PictureInfo> pictures, imaging::probe(bytes));
    const QString sha256 = sha256Hex(bytes);
    int index = 0;
    for (const imaging::PictureInfo& picture : pictures) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        SOHOA_TRY(take({bytes, pageOf(picture, bytes, sha256, index)}));
        ++index;
    }
    return index;
}

/// The pages of a PDF, each as a picture of its own.
Result<int> takePdf(const QByteArray& bytes, const StopToken& stop,
                    const std::function<Status(IncomingPage&&)>& take)
{
    SOHOA_ASSIGN(pdf::PdfSource source, pdf::PdfSource::open(bytes));
    for (int index = 0; index < source.pageCount(); ++index) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        SOHOA_ASSIGN(const pdf::TakenPage taken, source.take(index, stop));
        SOHOA_ASSIGN(const std::vector<imaging::PictureInfo> pictures, imaging::probe(taken.bytes));
        Page page = pageOf(pictures.front(), taken.bytes, sha256Hex(taken.bytes), 0);
        page.dpi = taken.dpi;
        page.edits.turn = taken.turn;
        SOHOA_TRY(take({taken.bytes, page}));
    }
    return source.pageCount();
}

bool isNamedLikePages(const QString& name)
{
    static const QStringList suffixes = {
        QStringLiteral("pdf"), QStringLiteral("jpg"),  QStringLiteral("jpeg"), QStringLiteral("png"),
        QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("heic"), QStringLiteral("heif")};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

/// A page as it is looked at: its brightness, and its colours where they are stored beside it.
struct Decoded
{
    QImage grey;
    bool truncated = false;
    std::optional<imaging::JpegPage> jpeg = {}; ///< what `grey` and `colours` borrow from
    std::optional<imaging::ColourPlanes> colours = {};
};

Result<Decoded> decode(const QByteArray& bytes, const Page& page)
{
    if (page.format == dossier::PageFormat::Jpeg && page.mode == dossier::ColourMode::Colour) {
        Result<imaging::JpegPage> jpeg = imaging::JpegPage::decode(bytes);
        if (jpeg) {
            Decoded decoded;
            decoded.jpeg = std::move(*jpeg);
            decoded.grey = decoded.jpeg->luminance();
            decoded.truncated = decoded.jpeg->isTruncated();
            decoded.colours = decoded.jpeg->colours();
            return decoded;
        }
        if (jpeg.error().code != ErrorCode::FormatUnknown) {
            return failure(jpeg.error());
        }
    }
    SOHOA_ASSIGN(imaging::Luminance luminance, imaging::decodeLuminance(bytes, page.indexInFile));
    return Decoded{std::move(luminance.grey), luminance.truncated};
}

} // namespace

Result<int> takePages(const QByteArray& bytes, const QString& name, const StopToken& stop,
                      const std::function<Status(IncomingPage&&)>& take)
{
    if (bytes.isEmpty()) {
        return failure(ErrorCode::FileEmpty);
    }
    if (imaging::looksLikePdf(bytes)) {
        return takePdf(bytes, stop, take);
    }
    Result<int> taken = takePictures(bytes, stop, take);
    if (!taken && taken.error().code == ErrorCode::FormatUnknown && isNamedLikePages(name)) {
        return failure(ErrorCode::FormatMismatch, QStringLiteral("content is not what the name says"),
                       taken.error());
    }
    return taken;
}

Result<Inspected> inspectPage(const QByteArray& bytes, const Page& page, const StopToken& stop,
                              const Treatment& treatment)
{
    QElapsedTimer timer;
    timer.start();
    SOHOA_ASSIGN(const Decoded decoded, decode(bytes, page));
    const double decoding = millisecondsOf(timer);
    timer.restart();
    SOHOA_ASSIGN(barcode::PageCodes codes, barcode::readPage(decoded.grey, page.dpi, stop));
    const double coding = millisecondsOf(timer);
    imaging::ExamineInput input;
    input.dpi = page.dpi;
    input.mode = page.mode;
    input.colours = decoded.colours ? &*decoded.colours : nullptr;
    input.askedMm = QSizeF(treatment.widthMm, treatment.heightMm);
    for (const dossier::Code& code : codes.codes) {
        input.codes.push_back(code.corners);
    }
    std::optional<imaging::SheetLook> look;
    SOHOA_ASSIGN(dossier::PageFindings findings, imaging::examine(decoded.grey, input, stop, nullptr, &look));
    findings.codes = std::move(codes.codes);
    findings.unreadSheet = codes.unreadSheet;
    if (!findings.codes.empty() || findings.unreadSheet) {
        findings.blank = false; // a code is content
    }
    findings.milliseconds.decode = decoding;
    findings.milliseconds.codes = coding;
    return Inspected{std::move(findings), decoded.truncated,
                     look ? QByteArray(reinterpret_cast<const char*>(look->data()), sizeof *look)
                          : QByteArray()};
}

QJsonObject inspectionLine(const QString& file, int number, const Page& page,
                           const dossier::PageFindings& findings)
{
    QJsonObject line = toJson(findings);
    line[QStringLiteral("file")] = file;
    line[QStringLiteral("page")] = number;
    line[QStringLiteral("width")] = page.width;
    line[QStringLiteral("height")] = page.height;
    line[QStringLiteral("dpi")] = page.dpi;
    line[QStringLiteral("mode")] = toString(page.mode);
    return line;
}

} // namespace sohoa::workflow
