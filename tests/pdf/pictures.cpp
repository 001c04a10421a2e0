// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pictures.h"

#include "base/clock.h"

#include <QBuffer>
#include <QImageWriter>
#include <QTemporaryDir>

#include <leptonica/allheaders.h>

namespace sohoa::test {

using dossier::ColourMode;

QImage drawnPage(int width, int height, ColourMode mode, int seed)
{
    const bool mono = mode == ColourMode::Bilevel;
    QImage image(width, height,
                 mono                       ? QImage::Format_Mono
                 : mode == ColourMode::Grey ? QImage::Format_Grayscale8
                                            : QImage::Format_RGB32);
    if (mono) {
        image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    }
    quint32 state = static_cast<quint32>(seed) * 2654435761U + 1;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            state = state * 1664525U + 1013904223U;
            const bool line = (y / 12) % 2 == 0 && x > width / 10 && x < width * 9 / 10;
            const bool ink = line && ((x * 7 + (y / 12) * 13 + seed * 29) % 17) < 6;
            const bool stamp =
                (x - width / 2) * (x - width / 2) + (y - height / 2) * (y - height / 2) < width * width / 64;
            if (mono) {
                image.setPixel(x, y, ink || (stamp && x % 3 == 0) ? 0 : 1);
            } else {
                const int noise = static_cast<int>(state >> 29);
                const int paper = ink ? 30 + noise : 235 + noise;
                image.setPixel(x, y,
                               stamp && mode == ColourMode::Colour ? qRgb(210, paper / 3, paper / 4)
                                                                   : qRgb(paper, paper, paper));
            }
        }
    }
    return image;
}

QByteArray jpegOf(const QImage& image, bool progressive)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(80);
    writer.setProgressiveScanWrite(progressive);
    return buffer.open(QIODevice::WriteOnly) && writer.write(image) ? bytes : QByteArray();
}

QByteArray withAdobeMarker(QByteArray jpeg, int transform)
{
    if (static_cast<unsigned char>(jpeg.at(3)) == 0xE0) {
        jpeg.remove(2, 2 + static_cast<unsigned char>(jpeg.at(4)) * 256 +
                           static_cast<unsigned char>(jpeg.at(5)));
    }
    QByteArray marker("\xFF\xEE\x00\x0E"
                      "Adobe\x00\x64\x00\x00\x00\x00",
                      15);
    marker.append(static_cast<char>(transform));
    return jpeg.insert(2, marker);
}

QByteArray cmykJpegHeader(int width, int height)
{
    QByteArray bytes("\xFF\xD8\xFF\xC0\x00\x14\x08", 7);
    for (const int side : {height, width}) {
        bytes.append(static_cast<char>(side / 256)).append(static_cast<char>(side % 256));
    }
    bytes.append('\x04');
    for (int i = 1; i <= 4; ++i) {
        bytes.append(static_cast<char>(i)).append('\x11').append('\0');
    }
    return bytes +
           QByteArray("\xFF\xDA\x00\x0E\x04\x01\x00\x02\x00\x03\x00\x04\x00\x00\x3F\x00\x00\xFF\xD9", 19);
}

namespace {

PIX* pixOf(const QImage& mono)
{
    PIX* pix = pixCreate(mono.width(), mono.height(), 1);
    for (int y = 0; y < mono.height(); ++y) {
        for (int x = 0; x < mono.width(); ++x) {
            if (qGray(mono.pixel(x, y)) < 128) {
                pixSetPixel(pix, x, y, 1);
            }
        }
    }
    return pix;
}

} // namespace

QByteArray g4Of(const QImage& mono)
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("page.tif")).toUtf8();
    PIX* pix = pixOf(mono);
    pixWrite(path.constData(), pix, IFF_TIFF_G4);
    pixDestroy(&pix);
    L_COMP_DATA* data = l_generateG4Data(path.constData(), 0);
    if (data == nullptr) {
        return {};
    }
    const QByteArray bytes(reinterpret_cast<const char*>(data->datacomp),
                           static_cast<qsizetype>(data->nbytescomp));
    l_CIDataDestroy(&data);
    return bytes;
}

QImage readByLeptonica(const QByteArray& file)
{
    PIX* pix =
        pixReadMem(reinterpret_cast<const l_uint8*>(file.constData()), static_cast<size_t>(file.size()));
    if (pix == nullptr) {
        return {};
    }
    QImage image(pixGetWidth(pix), pixGetHeight(pix), QImage::Format_Mono);
    image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            l_uint32 value = 0;
            pixGetPixel(pix, x, y, &value);
            image.setPixel(x, y, value != 0 ? 0 : 1);
        }
    }
    pixDestroy(&pix);
    return image;
}

pdf::PaperPage jpegPage(const QImage& image, double dpi)
{
    pdf::PaperPage page;
    page.data = jpegOf(image);
    page.encoding = pdf::PaperPage::Encoding::Jpeg;
    page.width = image.width();
    page.height = image.height();
    page.dpi = dpi;
    page.mode = image.format() == QImage::Format_Grayscale8 ? ColourMode::Grey : ColourMode::Colour;
    return page;
}

pdf::PaperPage g4Page(const QImage& mono, double dpi)
{
    pdf::PaperPage page;
    page.data = g4Of(mono);
    page.encoding = pdf::PaperPage::Encoding::G4;
    page.width = mono.width();
    page.height = mono.height();
    page.dpi = dpi;
    page.mode = ColourMode::Bilevel;
    return page;
}

pdf::PaperPage flatePage(const QImage& image, double dpi, ColourMode mode)
{
    pdf::PaperPage page;
    page.image = image;
    page.encoding = pdf::PaperPage::Encoding::Flate;
    page.width = image.width();
    page.height = image.height();
    page.dpi = dpi;
    page.mode = mode;
    return page;
}

pdf::PaperInfo vietnameseInfo()
{
    pdf::PaperInfo info;
    info.title = QStringLiteral("Giấy chứng nhận quyền sử dụng đất & tài sản <gắn liền>");
    info.dossierCode = QStringLiteral("H29.158-261120-0001");
    info.paperCode = QStringLiteral("H29.158-261120-0001.02");
    info.author = QStringLiteral("UBND xã Đường Hoa \"Một cửa\"");
    info.keywords = QStringLiteral("hồ sơ, số hóa");
    info.time = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));
    info.producer = QStringLiteral("Số hóa Một cửa 0.1.0");
    return info;
}

int PdfBuilder::add(const QByteArray& body)
{
    m_objects.append(body);
    return static_cast<int>(m_objects.size());
}

int PdfBuilder::addStream(const QByteArray& dictionary, const QByteArray& data)
{
    return add("<< " + dictionary + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data +
               "\nendstream");
}

QByteArray PdfBuilder::onePage(const QByteArray& page)
{
    const int pages = next() + 1;
    const int leaf = add("<< /Type /Page /Parent " + QByteArray::number(pages) + " 0 R " + page + " >>");
    add("<< /Type /Pages /Count 1 /Kids [" + QByteArray::number(leaf) + " 0 R] >>");
    const int root = add("<< /Type /Catalog /Pages " + QByteArray::number(pages) + " 0 R >>");
    return build(root);
}

QByteArray PdfBuilder::build(int root, const QByteArray& trailer) const
{
    QByteArray out("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    QByteArray table("0000000000 65535 f \n");
    for (qsizetype i = 0; i < m_objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + m_objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(out.size());
    const QByteArray count = QByteArray::number(m_objects.size() + 1);
    return out + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " /Root " +
           QByteArray::number(root) + " 0 R " + trailer + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray pdfWithPicture(const QByteArray& imageDictionary, const QByteArray& data,
                          const QByteArray& pageEntries, const QByteArray& content)
{
    PdfBuilder builder;
    const int image = builder.addStream("/Type /XObject /Subtype /Image " + imageDictionary, data);
    const int contents = builder.addStream({}, content);
    return builder.onePage("/MediaBox [0 0 595 842] /Resources << /XObject << /Im " +
                           QByteArray::number(image) + " 0 R >> >> /Contents " +
                           QByteArray::number(contents) + " 0 R " + pageEntries);
}

} // namespace sohoa::test
