// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Private to app/pdf: QtPdf behind one lock.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>

#include <memory>

namespace sohoa::pdf {

/// A PDF opened for drawing. QtPdf is serialised in the process; every call here takes the same lock.
class Renderer
{
public:
    /// PdfDamaged, PdfEncrypted. `bytes` is shared, not copied.
    [[nodiscard]] static Result<std::unique_ptr<Renderer>> open(const QByteArray& bytes);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    [[nodiscard]] int pageCount() const;
    /// The size of a page as it is shown, turned, in points.
    [[nodiscard]] QSizeF pointSize(int index) const;
    /// RGB32 on white. ImageTooLarge above mostRenderedPixels, PdfDamaged when nothing can be drawn.
    [[nodiscard]] Result<QImage> draw(int index, const QSize& pixels);

private:
    class Document;
    explicit Renderer(std::unique_ptr<Document> document);
    std::unique_ptr<Document> m_document;
};

} // namespace sohoa::pdf
