// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/render.h"

#include "pdf/pagecontent_p.h"
#include "pdf/qpdfaccess_p.h"
#include "pdf/renderer_p.h"
#include "pdf/samples_p.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>

#include <cmath>
#include <mutex>

namespace sohoa::pdf {

namespace {

std::mutex& renderLock()
{
    static std::mutex lock;
    return lock;
}

/// What QtPdf may be given to draw a page: the file itself, or when that had to be repaired the page alone,
/// because QtPdf's own repair may find another page than the one that was walked.
struct Drawable
{
    QByteArray bytes;
    int index = 0;
};

/// ImageTooLarge for a page that would keep QtPdf busy for hours.
Result<Drawable> drawableOf(const QByteArray& pdf, int index)
{
    constexpr int mostPages = 100'000;
    return guarded(ErrorCode::PdfDamaged, [&]() -> Result<Drawable> {
        const std::shared_ptr<QPDF> document = openPdf(pdf, Recovery::Tried);
        SOHOA_ASSIGN(const std::vector<PageNode> pages, listPages(*document, mostPages));
        if (index < 0 || index >= static_cast<int>(pages.size())) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("no page %1").arg(index + 1));
        }
        const PageNode& page = pages[static_cast<std::size_t>(index)];
        SOHOA_TRY(readMarks(page, {}));
        if (document->anyWarnings()) {
            return Drawable{pageAlone(*document, page, pdf.size()), 0};
        }
        return Drawable{pdf, index};
    });
}

} // namespace

class Renderer::Document
{
public:
    explicit Document(const QByteArray& bytes)
        : m_bytes(bytes)
        , m_buffer(&m_bytes)
    {
    }
    QPdfDocument::Error load()
    {
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
        return m_document.status() == QPdfDocument::Status::Ready ? QPdfDocument::Error::None
               : m_document.error() == QPdfDocument::Error::None  ? QPdfDocument::Error::Unknown
                                                                  : m_document.error();
    }
    QPdfDocument& pdf() { return m_document; }

private:
    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfDocument m_document;
};

Renderer::Renderer(std::unique_ptr<Document> document)
    : m_document(std::move(document))
{
}

Renderer::~Renderer()
{
    const std::lock_guard lock(renderLock());
    m_document.reset();
}

Result<std::unique_ptr<Renderer>> Renderer::open(const QByteArray& bytes)
{
    const std::lock_guard lock(renderLock());
    auto document = std::make_unique<Document>(bytes);
    switch (document->load()) {
    case QPdfDocument::Error::None:
        return std::unique_ptr<Renderer>(new Renderer(std::move(document)));
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return failure(ErrorCode::PdfEncrypted);
    case QPdfDocument::Error::Unknown:
    case QPdfDocument::Error::DataNotYetAvailable:
    case QPdfDocument::Error::FileNotFound:
    case QPdfDocument::Error::InvalidFileFormat:
        break;
    }
    return failure(ErrorCode::PdfDamaged, QStringLiteral("cannot be opened for drawing"));
}

int Renderer::pageCount() const
{
    const std::lock_guard lock(renderLock());
    return m_document->pdf().pageCount();
}

QSizeF Renderer::pointSize(int index) const
{
    const std::lock_guard lock(renderLock());
    return m_document->pdf().pagePointSize(index);
}

Result<QImage> Renderer::draw(int index, const QSize& pixels)
{
    if (pixels.width() < 1 || pixels.height() < 1) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a picture without pixels"));
    }
    if (static_cast<qint64>(pixels.width()) * pixels.height() > mostRenderedPixels) {
        return failure(ErrorCode::ImageTooLarge,
                       QStringLiteral("page of %1 x %2 pixels").arg(pixels.width()).arg(pixels.height()));
    }
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const std::lock_guard lock(renderLock());
    QImage image = m_document->pdf().render(index, pixels, options);
    if (image.isNull()) {
        return failure(ErrorCode::PdfDamaged, QStringLiteral("page %1 cannot be drawn").arg(index + 1));
    }
    return onWhite(std::move(image));
}

Result<QImage> renderPage(const QByteArray& pdf, int index, const RenderSize& size)
{
    SOHOA_ASSIGN(const Drawable drawable, drawableOf(pdf, index));
    SOHOA_ASSIGN(const std::unique_ptr<Renderer> renderer, Renderer::open(drawable.bytes));
    if (drawable.index >= renderer->pageCount()) {
        return failure(ErrorCode::PdfDamaged, QStringLiteral("page %1 cannot be drawn").arg(index + 1));
    }
    const QSizeF points = renderer->pointSize(drawable.index);
    const double longest = qMax(points.width(), points.height());
    const double scale = size.dpi > 0 ? size.dpi / 72 : size.longestSide / longest;
    if (!std::isfinite(scale) || scale <= 0 || points.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a picture without size"));
    }
    const double width = qMax(1.0, std::round(points.width() * scale));
    const double height = qMax(1.0, std::round(points.height() * scale));
    if (width * height > static_cast<double>(mostRenderedPixels)) {
        return failure(ErrorCode::ImageTooLarge,
                       QStringLiteral("page of %1 x %2 points").arg(points.width()).arg(points.height()));
    }
    return renderer->draw(drawable.index, QSize(static_cast<int>(width), static_cast<int>(height)));
}

} // namespace sohoa::pdf
