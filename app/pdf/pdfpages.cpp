// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pdfpages.h"

#include "pdf/imagetaking_p.h"
#include "pdf/pagecontent_p.h"
#include "pdf/qpdfaccess_p.h"
#include "pdf/render.h"
#include "pdf/renderer_p.h"

#include <algorithm>
#include <cmath>

namespace sohoa::pdf {

namespace {

constexpr double leastDpi = 100;
constexpr double mostDpi = 2400;
constexpr double mostTakenDpi = 20'000; ///< of a picture taken as it is; above it the page's size is nonsense
constexpr double unevenDpi = 0.02;      ///< across and down may differ by this much and still be one number
constexpr qsizetype headerWithin = 1024;

/// The resolution of the strips a page is cut into; 0 when they are not all that is on it.
double stripDpi(const PageMarks& marks, const PageNode& page)
{
    if (marks.images.size() < 2 || marks.otherMarks) {
        return 0;
    }
    QRectF together;
    double dpi = 0;
    for (const DrawnImage& strip : marks.images) {
        if (!strip.isPlain) {
            return 0;
        }
        together = together.united(strip.shown);
        dpi = std::max({dpi, strip.dpiAcross(page.unit), strip.dpiDown(page.unit)});
    }
    return fills(together, page.box) ? dpi : 0;
}

/// The picture that is the whole page, or nothing.
const DrawnImage* solePicture(const PageMarks& marks, const PageNode& page)
{
    if (marks.images.size() != 1 || marks.otherMarks) {
        return nullptr;
    }
    const DrawnImage& picture = marks.images.front();
    return fills(picture.shown, page.box) ? &picture : nullptr;
}

} // namespace

class PdfSource::Private
{
public:
    explicit Private(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    Status open()
    {
        return guarded(ErrorCode::PdfDamaged, [this]() -> Status {
            m_pdf = openPdf(m_bytes, Recovery::Tried);
            SOHOA_ASSIGN(m_pages, listPages(*m_pdf, mostPages));
            return {};
        });
    }

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }

    Result<TakenPage> take(int index, const StopToken& stop)
    {
        const PageNode& page = m_pages[static_cast<std::size_t>(index)];
        double dpi = 0;
        const auto unharmed = guarded(ErrorCode::PdfDamaged, [&] { return takeUnharmed(page, stop, dpi); });
        if (!unharmed) {
            // What we cannot follow may still be drawn; what is too much or was stopped may not.
            if (unharmed.error().code != ErrorCode::PdfDamaged) {
                return failure(unharmed.error());
            }
        } else if (*unharmed) {
            return **unharmed;
        }
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        return draw(index, dpi > 0 ? dpi : renderDpi);
    }

private:
    /// The page's own picture. `dpi` becomes the resolution at which the page is best drawn when there is
    /// none.
    Result<std::optional<TakenPage>> takeUnharmed(const PageNode& page, const StopToken& stop, double& dpi)
    {
        SOHOA_ASSIGN(const PageMarks marks, readMarks(page, stop));
        const DrawnImage* picture = solePicture(marks, page);
        if (picture == nullptr) {
            dpi = stripDpi(marks, page);
            return std::optional<TakenPage>();
        }
        const double across = picture->dpiAcross(page.unit);
        const double down = picture->dpiDown(page.unit);
        dpi = std::max(across, down);
        if (!picture->isPlain || std::abs(across - down) > unevenDpi * dpi || !(dpi <= mostTakenDpi)) {
            return std::optional<TakenPage>();
        }
        SOHOA_ASSIGN(std::optional<TakenPage> taken, takeImage(picture->image, (across + down) / 2));
        if (taken) {
            taken->dpi = (across + down) / 2;
            taken->turn = (picture->turn + page.turn) % 360;
        }
        return taken;
    }

    Result<TakenPage> draw(int index, double wishedDpi)
    {
        SOHOA_ASSIGN(Renderer * renderer, rendererFor(index));
        const int place = m_drawsWhole ? index : 0;
        const QSizeF points = renderer->pointSize(place);
        const double unit = m_pages[static_cast<std::size_t>(index)].unit;
        const double width = points.width() * unit / 72;
        const double height = points.height() * unit / 72;
        if (!std::isfinite(width) || !std::isfinite(height) || width <= 0 || height <= 0) {
            return failure(ErrorCode::PdfDamaged, QStringLiteral("page %1 without size").arg(index + 1));
        }
        const double most = std::sqrt(0.999 * static_cast<double>(mostRenderedPixels) / (width * height));
        if (most < leastDpi) {
            return failure(
                ErrorCode::ImageTooLarge,
                QStringLiteral("page of %1 x %2 inches").arg(width, 0, 'f', 0).arg(height, 0, 'f', 0));
        }
        const double dpi = std::min({std::max(wishedDpi, 1.0), mostDpi, most});
        const QSize pixels(qMax(1, static_cast<int>(std::lround(width * dpi))),
                           qMax(1, static_cast<int>(std::lround(height * dpi))));
        SOHOA_ASSIGN(const QImage image, renderer->draw(place, pixels));
        SOHOA_ASSIGN(TakenPage taken, asPng(image, dpi));
        taken.dpi = dpi;
        taken.indexInFile = index;
        taken.rendered = true;
        return taken;
    }

    /// The file as it is when QtPdf sees the same pages in it as we do; otherwise the one page in a file of
    /// its own. A file that had to be repaired never goes to QtPdf as it is: its own repair can run without
    /// end.
    Result<Renderer*> rendererFor(int index)
    {
        if (m_pdf->anyWarnings()) {
            m_drawsWhole = false;
        } else if (!m_triedWhole) {
            m_triedWhole = true;
            if (auto whole = Renderer::open(m_bytes); whole && (*whole)->pageCount() == pageCount()) {
                m_renderer = std::move(*whole);
                m_drawsWhole = true;
            }
        }
        if (!m_drawsWhole) {
            SOHOA_ASSIGN(const QByteArray alone, guarded(ErrorCode::PdfDamaged, [&]() -> Result<QByteArray> {
                             return pageAlone(*m_pdf, m_pages[static_cast<std::size_t>(index)],
                                              m_bytes.size());
                         }));
            SOHOA_ASSIGN(m_renderer, Renderer::open(alone));
        }
        return m_renderer.get();
    }

    QByteArray m_bytes;
    std::shared_ptr<QPDF> m_pdf;
    std::vector<PageNode> m_pages;
    std::unique_ptr<Renderer> m_renderer;
    bool m_triedWhole = false;
    bool m_drawsWhole = false;
};

PdfSource::PdfSource(std::unique_ptr<Private> source)
    : d(std::move(source))
{
}

PdfSource::PdfSource(PdfSource&& other) noexcept = default;
PdfSource& PdfSource::operator=(PdfSource&& other) noexcept = default;
PdfSource::~PdfSource() = default;

Result<PdfSource> PdfSource::open(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return failure(ErrorCode::FileEmpty);
    }
    if (!bytes.first(qMin(bytes.size(), headerWithin)).contains("%PDF-")) {
        return failure(ErrorCode::PdfDamaged, QStringLiteral("not a PDF file"));
    }
    auto source = std::make_unique<Private>(bytes);
    SOHOA_TRY(source->open());
    return PdfSource(std::move(source));
}

int PdfSource::pageCount() const
{
    return d->pageCount();
}

Result<TakenPage> PdfSource::take(int index, const StopToken& stop)
{
    if (index < 0 || index >= pageCount()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no page %1").arg(index + 1));
    }
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    SOHOA_ASSIGN(TakenPage taken, d->take(index, stop));
    taken.indexInFile = index;
    return taken;
}

} // namespace sohoa::pdf
