// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/paperwriter.h"

#include <QByteArray>
#include <QImage>
#include <QList>

namespace sohoa::test {

/// A page with lines of "writing" and a stamp, made by numbers alone: the same on every machine.
QImage drawnPage(int width, int height, dossier::ColourMode mode, int seed = 1);
/// The picture as a JPEG file: one component when it is Grayscale8, else three.
QByteArray jpegOf(const QImage& image, bool progressive = false);
/// The same JPEG with an Adobe marker (APP14) after its start; any JFIF marker is taken out.
QByteArray withAdobeMarker(QByteArray jpeg, int transform);
/// A JPEG of four components, markers only.
QByteArray cmykJpegHeader(int width, int height);
/// Group 4 data of a black and white picture, black runs where it is black.
QByteArray g4Of(const QImage& mono);
/// A picture file read by leptonica, as black and white.
QImage readByLeptonica(const QByteArray& file);

pdf::PaperPage jpegPage(const QImage& image, double dpi);
pdf::PaperPage g4Page(const QImage& mono, double dpi);
pdf::PaperPage flatePage(const QImage& image, double dpi, dossier::ColourMode mode);
pdf::PaperInfo vietnameseInfo();

/// A PDF written by hand, to be as odd as a test wants it.
class PdfBuilder
{
public:
    /// The number the next object gets.
    [[nodiscard]] int next() const { return static_cast<int>(m_objects.size()) + 1; }
    int add(const QByteArray& body);
    int addStream(const QByteArray& dictionary, const QByteArray& data);
    /// A file with one page; `page` holds entries beside Type and Parent.
    [[nodiscard]] QByteArray onePage(const QByteArray& page);
    [[nodiscard]] QByteArray build(int root, const QByteArray& trailer = {}) const;

private:
    QList<QByteArray> m_objects;
};

/// A file with one page of 595 x 842 points that draws one picture over all of it.
QByteArray pdfWithPicture(const QByteArray& imageDictionary, const QByteArray& data,
                          const QByteArray& pageEntries = {},
                          const QByteArray& content = "q 595 0 0 842 0 0 cm /Im Do Q");

} // namespace sohoa::test
