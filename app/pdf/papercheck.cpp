// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/papercheck.h"

#include "base/digest.h"
#include "pdf/documentreading_p.h"
#include "pdf/pagecontent_p.h"
#include "pdf/paperparts_p.h"
#include "pdf/qpdfaccess_p.h"
#include "pdf/samples_p.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sohoa::pdf {

namespace {

using Object = QPDFObjectHandle;

constexpr double pointTolerance = 0.01;
constexpr double dpiTolerance = 0.002; ///< of the value: page sizes are written with four decimals

auto differs(const QString& what)
{
    return failure(ErrorCode::PdfCheckFailed, what);
}

auto differsAt(std::size_t index, const QString& what)
{
    return differs(QStringLiteral("page %1: %2").arg(index + 1).arg(what));
}

std::string filterOf(PaperPage::Encoding encoding)
{
    switch (encoding) {
    case PaperPage::Encoding::Jpeg:
        return "/DCTDecode";
    case PaperPage::Encoding::G4:
        return "/CCITTFaxDecode";
    case PaperPage::Encoding::Flate:
        return "/FlateDecode";
    }
    return {};
}

class Checker
{
public:
    Checker(const QByteArray& bytes, const PaperExpectations& expected, const StopToken& stop)
        : m_bytes(bytes)
        , m_expected(expected)
        , m_stop(stop)
    {
    }

    Result<PaperFacts> check()
    {
        SOHOA_TRY(checkFrame());
        m_pdf = openPdf(m_bytes, Recovery::Forbidden);
        if (m_pdf->isEncrypted()) {
            return differs(QStringLiteral("encrypted"));
        }
        SOHOA_TRY(checkObjects());
        SOHOA_TRY(checkSelfDescription());
        SOHOA_TRY(checkOutputIntent());
        SOHOA_TRY(checkPages());
        if (const std::vector<QPDFExc> warnings = m_pdf->getWarnings(); !warnings.empty()) {
            return differs(QStringLiteral("warning: ") +
                           QString::fromStdString(warnings.front().getMessageDetail()));
        }
        m_facts.bytes = m_bytes.size();
        return m_facts;
    }

private:
    /// First and last bytes (ISO 19005-2, 6.1.2 and 6.1.3).
    Status checkFrame()
    {
        const QByteArray head = m_bytes.left(32);
        const qsizetype line = head.indexOf('\n');
        if (!head.startsWith("%PDF-1.7\n%") || line < 0 || head.size() < line + 6 ||
            std::any_of(head.begin() + line + 2, head.begin() + line + 6,
                        [](char c) { return static_cast<unsigned char>(c) < 128; })) {
            return differs(QStringLiteral("file header"));
        }
        if (!m_bytes.endsWith("%%EOF\n") && !m_bytes.endsWith("%%EOF")) {
            return differs(QStringLiteral("file does not end with %%EOF"));
        }
        return {};
    }

    /// Nothing in the file may act, hide or carry something else along.
    Status checkObjects()
    {
        static const std::set<std::string> forbiddenKeys = {
            "/JS",      "/JavaScript", "/AA",         "/OpenAction",  "/EF",          "/EmbeddedFiles",
            "/Launch",  "/OPI",        "/Alternates", "/PS",          "/Ref",         "/XFA",
            "/Encrypt", "/SMask",      "/TR",         "/Interpolate", "/OCProperties"};
        if (Object id = m_pdf->getTrailer().getKey("/ID"); !id.isArray() || id.getArrayNItems() != 2) {
            return differs(QStringLiteral("no file identifier"));
        }
        for (const Object& object : m_pdf->getAllObjects()) {
            SOHOA_TRY(checkObject(object, forbiddenKeys, 0));
        }
        return checkObject(m_pdf->getTrailer(), forbiddenKeys, 0);
    }

    Status checkObject(Object object, const std::set<std::string>& forbidden, int depth)
    {
        if (depth > 32) {
            return differs(QStringLiteral("objects nested too deep"));
        }
        if (depth > 0 && object.isIndirect()) {
            return {};
        }
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i) {
                SOHOA_TRY(checkObject(object.getArrayItem(i), forbidden, depth + 1));
            }
            return {};
        }
        Object dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary()) {
            return {};
        }
        for (const std::string& key : dictionary.getKeys()) {
            if (forbidden.contains(key)) {
                return differs(QStringLiteral("forbidden entry ") + QString::fromStdString(key));
            }
            SOHOA_TRY(checkObject(dictionary.getKey(key), forbidden, depth + 1));
        }
        return {};
    }

    Status checkSelfDescription()
    {
        const std::optional<DocumentMetadata> xmp = xmpOf(*m_pdf);
        if (!xmp) {
            return differs(QStringLiteral("no readable XMP packet"));
        }
        if (xmp->pdfaPart != 2 || xmp->pdfaConformance != QLatin1String("B")) {
            return differs(QStringLiteral("no PDF/A-2b claim"));
        }
        if (*xmp != metadataOf(m_expected.info)) {
            return differs(QStringLiteral("XMP is not what was asked for"));
        }
        DocumentMetadata info = infoOf(*m_pdf);
        info.dossierCode = xmp->dossierCode; // these four have no place in Info
        info.paperCode = xmp->paperCode;
        info.pdfaPart = xmp->pdfaPart;
        info.pdfaConformance = xmp->pdfaConformance;
        if (info != *xmp) {
            return differs(QStringLiteral("Info and XMP say different things"));
        }
        return {};
    }

    Status checkOutputIntent()
    {
        Object intents = m_pdf->getRoot().getKey("/OutputIntents");
        if (!intents.isArray() || intents.getArrayNItems() != 1 || !intents.getArrayItem(0).isDictionary()) {
            return differs(QStringLiteral("not exactly one output intent"));
        }
        Object intent = intents.getArrayItem(0);
        Object profile = intent.getKey("/DestOutputProfile");
        if (!intent.getKey("/S").isNameAndEquals("/GTS_PDFA1") || !profile.isStream() ||
            !profile.getDict().getKey("/N").isInteger() ||
            profile.getDict().getKey("/N").getIntValue() != 3) {
            return differs(QStringLiteral("output intent"));
        }
        constexpr qint64 largestProfile = 4 * 1024 * 1024;
        const QByteArray bytes = decodedStream(profile, largestProfile);
        if (bytes.size() < 128 || bytes.mid(36, 4) != "acsp" || bytes.mid(16, 4) != "RGB ") {
            return differs(QStringLiteral("colour profile"));
        }
        return {};
    }

    Status checkPages()
    {
        SOHOA_ASSIGN(const std::vector<PageNode> pages,
                     listPages(*m_pdf, static_cast<int>(m_expected.pages.size()) + 1));
        if (pages.size() != m_expected.pages.size()) {
            return differs(
                QStringLiteral("%1 pages instead of %2").arg(pages.size()).arg(m_expected.pages.size()));
        }
        m_facts.pages = static_cast<int>(pages.size());
        m_facts.lowestDpi = pages.empty() ? 0 : 1e9;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            SOHOA_TRY(checkPage(i, pages[i], m_expected.pages[i]));
        }
        return {};
    }

    Status checkPage(std::size_t index, const PageNode& page, const ExpectedPage& expected)
    {
        const QRectF box(0, 0, expected.width / expected.dpi * 72, expected.height / expected.dpi * 72);
        if (std::abs(page.box.left()) > pointTolerance || std::abs(page.box.top()) > pointTolerance ||
            std::abs(page.box.width() - box.width()) > pointTolerance ||
            std::abs(page.box.height() - box.height()) > pointTolerance || page.unit != 1.0) {
            return differsAt(index, QStringLiteral("size"));
        }
        if (page.turn != expected.turn) {
            return differsAt(index, QStringLiteral("turn"));
        }
        SOHOA_ASSIGN(const PageMarks marks, readMarks(page, m_stop));
        if (marks.images.size() != 1 || marks.otherMarks || !marks.images.front().isPlain ||
            marks.images.front().turn != 0) {
            return differsAt(index, QStringLiteral("not exactly one picture"));
        }
        const DrawnImage& drawn = marks.images.front();
        const double lowest = std::min(drawn.dpiAcross(page.unit), drawn.dpiDown(page.unit));
        const double highest = std::max(drawn.dpiAcross(page.unit), drawn.dpiDown(page.unit));
        if (std::abs(lowest - expected.dpi) > dpiTolerance * expected.dpi ||
            std::abs(highest - expected.dpi) > dpiTolerance * expected.dpi) {
            return differsAt(index, QStringLiteral("resolution %1").arg(lowest));
        }
        if (lowest < m_expected.leastDpi * (1 - dpiTolerance)) {
            return differsAt(index,
                             QStringLiteral("resolution %1 below %2").arg(lowest).arg(m_expected.leastDpi));
        }
        m_facts.lowestDpi = std::min(m_facts.lowestDpi, lowest);
        return checkPicture(index, drawn.image, expected);
    }

    Status checkPicture(std::size_t index, Object image, const ExpectedPage& expected)
    {
        Object dictionary = image.getDict();
        const auto isNumber = [&dictionary](const char* key, int value) {
            Object number = dictionary.getKey(key);
            return number.isInteger() && number.getIntValue() == value;
        };
        if (!isNumber("/Width", expected.width) || !isNumber("/Height", expected.height)) {
            return differsAt(index, QStringLiteral("picture size"));
        }
        if (onlyFilter(image) != filterOf(expected.encoding)) {
            return differsAt(index, QStringLiteral("picture filter"));
        }
        if (expected.encoding == PaperPage::Encoding::G4) {
            Object parameters = onlyDecodeParameters(image);
            Object kind = parameters.isDictionary() ? parameters.getKey("/K") : parameters;
            if (!kind.isInteger() || kind.getIntValue() != -1 || !parameters.getKey("/Columns").isInteger() ||
                parameters.getKey("/Columns").getIntValue() != expected.width) {
                return differsAt(index, QStringLiteral("group 4 parameters"));
            }
        }
        const bool unfold = expected.encoding == PaperPage::Encoding::Flate;
        const qint64 limit =
            unfold ? static_cast<qint64>(expected.width) * 3 * expected.height : m_bytes.size();
        const DecodeBudget budget(limit + limit / 8 + 1024);
        const QByteArray data = unfold ? decodedStream(image, limit) : rawStream(image, limit);
        if (sha256Hex(data) != expected.sha256) {
            return differsAt(index, QStringLiteral("picture bytes"));
        }
        return {};
    }

    const QByteArray& m_bytes;
    const PaperExpectations& m_expected;
    StopToken m_stop;
    std::shared_ptr<QPDF> m_pdf;
    PaperFacts m_facts;
};

} // namespace

Result<PaperExpectations> expectationsFor(const std::vector<PaperPage>& pages, const PaperInfo& info,
                                          double leastDpi)
{
    PaperExpectations expected;
    expected.info = info;
    expected.leastDpi = leastDpi;
    for (const PaperPage& page : pages) {
        ExpectedPage one{page.encoding, page.width, page.height, page.dpi, page.turn, {}};
        if (page.encoding == PaperPage::Encoding::Flate) {
            SOHOA_ASSIGN(const QByteArray samples, samplesOf(page.image, page.mode));
            one.sha256 = sha256Hex(samples);
        } else {
            one.sha256 = sha256Hex(page.data);
        }
        expected.pages.push_back(one);
    }
    return expected;
}

Result<PaperFacts> checkPaper(const QByteArray& pdf, const PaperExpectations& expected, const StopToken& stop)
{
    auto checked = guarded(ErrorCode::PdfCheckFailed, [&] { return Checker(pdf, expected, stop).check(); });
    if (!checked && checked.error().code != ErrorCode::PdfCheckFailed &&
        checked.error().code != ErrorCode::Cancelled) {
        return failure(ErrorCode::PdfCheckFailed, QStringLiteral("cannot be read back"), checked.error());
    }
    return checked;
}

} // namespace sohoa::pdf
