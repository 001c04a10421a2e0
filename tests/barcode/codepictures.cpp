// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "codepictures.h"

#include <QBuffer>
#include <QPainter>
#include <QTransform>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa::test {

namespace {

constexpr int finer = 4; // pictures are drawn this much finer and then averaged, as a sensor does

double normal(QRandomGenerator& random)
{
    // Sum of twelve uniforms: close enough to a normal distribution for noise.
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        sum += random.generateDouble();
    }
    return sum;
}

QImage reduced(const QImage& fine)
{
    QImage result(fine.width() / finer, fine.height() / finer, QImage::Format_Grayscale8);
    for (int row = 0; row < result.height(); ++row) {
        for (int column = 0; column < result.width(); ++column) {
            int sum = 0;
            for (int y = 0; y < finer; ++y) {
                const uchar* line =
                    fine.constScanLine(row * finer + y) + static_cast<std::ptrdiff_t>(column) * finer;
                for (int x = 0; x < finer; ++x) {
                    sum += line[x];
                }
            }
            result.scanLine(row)[column] = static_cast<uchar>(sum / (finer * finer));
        }
    }
    return result;
}

QImage blurred(const QImage& picture, double deviation)
{
    const int radius = static_cast<int>(std::ceil(3 * deviation));
    if (radius < 1) {
        return picture;
    }
    std::vector<double> kernel;
    double total = 0;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(std::exp(-i * i / (2 * deviation * deviation)));
        total += kernel.back();
    }
    const auto pass = [&](const QImage& in, int dx, int dy) {
        QImage out(in.size(), QImage::Format_Grayscale8);
        for (int row = 0; row < in.height(); ++row) {
            for (int column = 0; column < in.width(); ++column) {
                double sum = 0;
                for (int i = -radius; i <= radius; ++i) {
                    const int x = std::clamp(column + i * dx, 0, in.width() - 1);
                    const int y = std::clamp(row + i * dy, 0, in.height() - 1);
                    sum += kernel[static_cast<std::size_t>(i + radius)] * in.constScanLine(y)[x];
                }
                out.scanLine(row)[column] = static_cast<uchar>(std::lround(sum / total));
            }
        }
        return out;
    };
    return pass(pass(picture, 1, 0), 0, 1);
}

QImage compressed(const QImage& picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", quality);
    return QImage::fromData(bytes).convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

barcode::CodeMatrix codeOfBareBytes(const QByteArray& bytes)
{
    // Each byte as the character of Latin 1, which is what a code means when it names nothing.
    std::wstring characters;
    for (const char byte : bytes) {
        characters += static_cast<wchar_t>(static_cast<unsigned char>(byte));
    }
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0);
    const ZXing::BitMatrix bits = writer.encode(characters, 0, 0);
    barcode::CodeMatrix code;
    code.size = bits.width();
    for (int row = 0; row < code.size; ++row) {
        for (int column = 0; column < code.size; ++column) {
            code.modules.push_back(bits.get(column, row));
        }
    }
    return code;
}

QImage draw(const barcode::CodeMatrix& code, const Drawing& drawing, QRandomGenerator& random)
{
    const double side = code.size * drawing.module * finer;
    const double margin = 8 * drawing.module * finer;
    const double half = side / 2;
    QTransform turn;
    turn.rotate(drawing.turn);
    turn.shear(drawing.shear, 0);
    QPolygonF corners(
        {QPointF(-half, -half), QPointF(half, -half), QPointF(half, half), QPointF(-half, half)});
    corners[2] *= 1 - drawing.perspective;
    corners[3] *= 1 - drawing.perspective / 2;
    const QPolygonF drawn = turn.map(corners);
    const QRectF box = drawn.boundingRect().adjusted(-margin, -margin, margin, margin);
    const QSize size(static_cast<int>(box.width()) / finer * finer,
                     static_cast<int>(box.height()) / finer * finer);

    QImage fine(size, QImage::Format_Grayscale8);
    fine.fill(QColor(drawing.paper, drawing.paper, drawing.paper));
    QTransform toPage;
    const QPolygonF unit(
        {QPointF(0, 0), QPointF(code.size, 0), QPointF(code.size, code.size), QPointF(0, code.size)});
    QTransform::quadToQuad(unit, drawn.translated(-box.topLeft()), toPage);
    QPainter painter(&fine);
    painter.setTransform(toPage);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(drawing.ink, drawing.ink, drawing.ink));
    for (int row = 0; row < code.size; ++row) {
        for (int column = 0; column < code.size; ++column) {
            if (code.isDark(row, column)) {
                painter.drawRect(QRectF(column, row, 1, 1));
            }
        }
    }
    painter.end();

    QImage picture = blurred(reduced(fine), drawing.blur * drawing.module);
    for (int row = 0; row < picture.height(); ++row) {
        uchar* line = picture.scanLine(row);
        for (int column = 0; column < picture.width(); ++column) {
            const double light = 1 - drawing.shadow * column / picture.width();
            const double level = line[column] * light + drawing.noise * normal(random);
            line[column] = static_cast<uchar>(std::clamp(std::lround(level), 0L, 255L));
        }
    }
    return drawing.jpegQuality > 0 ? compressed(picture, drawing.jpegQuality) : picture;
}

std::vector<bool> code128Modules(const QString& text)
{
    // Widths of the bars and spaces of the 107 symbols (ISO/IEC 15417:2007, table 1).
    static constexpr std::array<const char*, 107> symbols = {
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
        "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
        "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
        "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
        "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
        "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
        "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
        "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
        "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
        "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};
    std::vector<std::size_t> values = {104};
    std::size_t check = 104;
    for (const QChar character : text) {
        values.push_back(static_cast<std::size_t>(character.unicode()) - 32);
        check += (values.size() - 1) * values.back();
    }
    values.push_back(check % 103);
    values.push_back(106);
    std::vector<bool> modules;
    bool dark = true;
    for (const std::size_t value : values) {
        for (const char* width = symbols[value]; *width != 0; ++width) {
            modules.insert(modules.end(), static_cast<std::size_t>(*width - '0'), dark);
            dark = !dark;
        }
    }
    return modules;
}

QImage drawCode128(const QString& text, double module, double height, double turn)
{
    const std::vector<bool> modules = code128Modules(text);
    const double scale = module * finer;
    const QRectF bars(-static_cast<double>(modules.size()) * scale / 2, -height * scale / 2,
                      static_cast<double>(modules.size()) * scale, height * scale);
    QTransform toPage;
    toPage.rotate(turn);
    const double margin = 14 * scale;
    const QRectF box = toPage.mapRect(bars).adjusted(-margin, -margin, margin, margin);
    QImage fine(static_cast<int>(box.width()) / finer * finer, static_cast<int>(box.height()) / finer * finer,
                QImage::Format_Grayscale8);
    fine.fill(245);
    QPainter painter(&fine);
    painter.translate(-box.topLeft());
    painter.rotate(turn);
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i]) {
            painter.fillRect(
                QRectF(bars.left() + static_cast<double>(i) * scale, bars.top(), scale, bars.height()),
                QColor(15, 15, 15));
        }
    }
    painter.end();
    return reduced(fine);
}

void place(QImage& page, const QImage& part, QPoint at)
{
    for (int row = 0; row < part.height(); ++row) {
        std::copy_n(part.constScanLine(row), part.width(), page.scanLine(at.y() + row) + at.x());
    }
}

QImage paper(int width, int height)
{
    QImage page(width, height, QImage::Format_Grayscale8);
    page.fill(240);
    return page;
}

QImage textPage(int width, int height, QRandomGenerator& random)
{
    QImage page = paper(width, height);
    QPainter painter(&page);
    painter.setPen(QPen(QColor(30, 30, 30), 4));
    for (int baseline = 200; baseline < height - 200; baseline += 62) {
        for (int x = 200; x < width - 220; x += 14 + random.bounded(8)) {
            if (random.bounded(6) == 0) {
                x += 18;
                continue;
            }
            painter.drawLine(x, baseline, x, baseline - 24 - random.bounded(12));
            painter.drawArc(x, baseline - 22, 12, 20, random.bounded(360) * 16, 200 * 16);
        }
    }
    painter.end();
    return page;
}

} // namespace sohoa::test
