// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/sheetpictures.h"

#include "barcode/writeqr.h"
#include "pdf/render.h"
#include "pdf/sheets.h"

#include <QBuffer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sohoa::test {

namespace {

constexpr double printDpi = 300;
constexpr double millimetresPerInch = 25.4;
constexpr double pixelsPerMm = printDpi / millimetresPerInch;

double between(QRandomGenerator& random, double least, double most)
{
    return least + random.generateDouble() * (most - least);
}

/// Draws from a bell curve of deviation 1, from a table: pages have millions of pixels.
class Grain
{
public:
    explicit Grain(QRandomGenerator& random)
        : m_values(std::size_t{1} << 16U)
        , m_state(random.generate())
    {
        for (float& value : m_values) {
            double sum = -6;
            for (int i = 0; i < 12; ++i) {
                sum += random.generateDouble();
            }
            value = static_cast<float>(sum);
        }
    }
    double next()
    {
        m_state = m_state * 1664525U + 1013904223U; // Numerical Recipes' quick generator
        return static_cast<double>(m_values[m_state >> 16U]);
    }

private:
    std::vector<float> m_values;
    std::uint32_t m_state;
};

pdf::CodeModules modulesOf(const QString& text)
{
    const auto code = barcode::writeQr(text, barcode::ErrorCorrection::Quartile);
    if (!code) {
        qFatal("no code");
    }
    pdf::CodeModules modules;
    modules.reserve(static_cast<std::size_t>(code->size));
    for (int row = 0; row < code->size; ++row) {
        std::vector<bool> squares;
        squares.reserve(static_cast<std::size_t>(code->size));
        for (int column = 0; column < code->size; ++column) {
            squares.push_back(code->isDark(row, column));
        }
        modules.push_back(std::move(squares));
    }
    return modules;
}

void stain(QPainter& painter, const QSize& size, QRandomGenerator& random)
{
    const double radius = between(random, 6, 35) * pixelsPerMm;
    const QPointF centre(random.bounded(size.width()), random.bounded(size.height()));
    const int tone = random.bounded(200);
    const int strength = 40 + random.bounded(215);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(tone, tone, tone, strength));
    painter.drawEllipse(centre, radius, radius * between(random, 0.4, 1));
}

/// The same along rows and columns, with the weights of a bell curve.
void blurGrey(QImage& image, double sigma)
{
    if (sigma < 0.2) {
        return;
    }
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> weights;
    float all = 0;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
        all += weights.back();
    }
    for (float& weight : weights) {
        weight /= all;
    }
    std::vector<float> sums(static_cast<std::size_t>(image.width()));
    const auto pass = [&](const QImage& from, QImage& to, bool down) {
        const int width = from.width();
        for (int y = 0; y < from.height(); ++y) {
            std::fill(sums.begin(), sums.end(), 0.5F);
            for (int i = -reach; i <= reach; ++i) {
                const float weight = weights[static_cast<std::size_t>(i + reach)];
                const uchar* row = from.constScanLine(down ? std::clamp(y + i, 0, from.height() - 1) : y);
                const int shift = down ? 0 : i;
                for (int x = std::max(0, -shift); x < std::min(width, width - shift); ++x) {
                    sums[static_cast<std::size_t>(x)] += weight * static_cast<float>(row[x + shift]);
                }
            }
            uchar* out = to.scanLine(y);
            // At the sides there is nothing to mix with: they stay.
            const uchar* same = from.constScanLine(y);
            for (int x = 0; x < width; ++x) {
                const bool side = !down && (x < reach || x >= width - reach);
                out[x] = side ? same[x] : static_cast<uchar>(sums[static_cast<std::size_t>(x)]);
            }
        }
    };
    QImage across(image.size(), image.format());
    pass(image, across, false);
    pass(across, image, true);
}

} // namespace

SheetDamage badLuck(QRandomGenerator& random)
{
    SheetDamage damage;
    constexpr std::array resolutions = {150, 200, 240, 300};
    damage.dpi = resolutions[random.bounded(std::uint32_t{resolutions.size()})];
    damage.turn = 90 * random.bounded(4);
    damage.skew = between(random, -10, 10);
    damage.blur = between(random, 0, 0.2);
    damage.paper = 170 + random.bounded(80);
    damage.ink = std::min(20 + random.bounded(110), damage.paper - 60);
    damage.noise = between(random, 0, 12);
    damage.stains = random.bounded(6);
    damage.cornerCut = random.bounded(10) < 4 ? between(random, 20, 90) : 0;
    damage.blackStreaks = random.bounded(10) < 2 ? 1 + random.bounded(3) : 0;
    damage.bilevel = random.bounded(100) < 15;
    damage.jpegQuality = damage.bilevel ? 0 : 40 + random.bounded(51);
    return damage;
}

QImage printedSheet(const dossier::Separator& separator)
{
    const bool isFront = separator.side == dossier::Separator::Side::Front;
    const pdf::Sheet sheet{isFront ? QStringLiteral("THÀNH PHẦN %1").arg(separator.component)
                                   : QStringLiteral("MẶT SAU"),
                           modulesOf(dossier::separatorText(separator)),
                           {{QStringLiteral("Giấy chứng sinh hoặc giấy tờ thay thế"), 16, true},
                            {separator.dossierCode, 16, false}}};
    const auto pdf = pdf::writeSheets({sheet}, QStringLiteral("Tờ ngăn"));
    const auto picture = pdf ? pdf::renderPage(*pdf, 0, {printDpi, 0}) : tl::unexpected(pdf.error());
    if (!picture) {
        qFatal("no sheet: %s", qPrintable(sohoa::describe(picture.error())));
    }
    return picture->convertToFormat(QImage::Format_Grayscale8);
}

std::vector<dossier::Separator> inventedSheets(int count, const dossier::SheetKey& key,
                                               QRandomGenerator& random)
{
    std::vector<dossier::Separator> sheets;
    for (int i = 0; i < count; ++i) {
        dossier::Separator separator;
        separator.series = 2 + random.bounded(8);
        separator.number = 1 + random.bounded(separator.series);
        separator.dossierCode =
            QStringLiteral("%1-2611%2-%3")
                .arg(random.bounded(2) == 0 ? QStringLiteral("000.00.19.H26") : QStringLiteral("H56.14"))
                .arg(10 + random.bounded(20))
                .arg(1000 + random.bounded(9000));
        if (separator.number == 1) {
            separator.procedureCode = QStringLiteral("1.00%1").arg(1000 + random.bounded(9000));
        } else {
            separator.kind = dossier::Separator::Kind::Component;
            separator.component = 1 + random.bounded(12);
        }
        separator.sidesExpected = random.bounded(30);
        separator.side = i % 2 == 0 ? dossier::Separator::Side::Front : dossier::Separator::Side::Back;
        sheets.push_back(dossier::signedWith(key, separator));
    }
    return sheets;
}

QImage damaged(const QImage& page, const SheetDamage& damage, QRandomGenerator& random)
{
    QImage paper = page;
    constexpr int bed = 255; // the lid of a feeder is white
    QPainter onPaper(&paper);
    onPaper.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < damage.stains; ++i) {
        stain(onPaper, paper.size(), random);
    }
    if (damage.cornerCut > 0) {
        const double cut = damage.cornerCut * pixelsPerMm;
        const bool right = random.bounded(2) == 1;
        const bool bottom = random.bounded(2) == 1;
        const QPointF corner(right ? paper.width() : 0, bottom ? paper.height() : 0);
        onPaper.setPen(Qt::NoPen);
        onPaper.setBrush(QColor(bed, bed, bed));
        onPaper.drawPolygon(
            QPolygonF({corner, corner + QPointF(right ? -cut : cut, 0),
                       corner + QPointF(0, (bottom ? -cut : cut) * between(random, 0.5, 1))}));
    }
    onPaper.end();
    const double scale = damage.dpi / printDpi;
    const bool lies = damage.turn % 180 != 0;
    const QSize upright(qRound(page.width() * scale), qRound(page.height() * scale));
    QImage scan(lies ? upright.transposed() : upright, QImage::Format_Grayscale8);
    scan.fill(bed);
    QPainter painter(&scan);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(QRectF(scan.rect()).center());
    painter.rotate(damage.turn + damage.skew);
    const QImage small =
        scale < 1 ? paper.scaled(upright, Qt::IgnoreAspectRatio, Qt::SmoothTransformation) : paper;
    painter.drawImage(QPointF(-small.width() / 2.0, -small.height() / 2.0), small);
    painter.resetTransform();
    for (int i = 0; i < damage.blackStreaks; ++i) {
        painter.fillRect(
            QRectF(random.bounded(scan.width()), 0, between(random, 1, 4) * scale * 2, scan.height()),
            QColor(40, 40, 40));
    }
    painter.end();
    blurGrey(scan, damage.blur / millimetresPerInch * damage.dpi);
    Grain grain(random);
    for (int y = 0; y < scan.height(); ++y) {
        uchar* line = scan.scanLine(y);
        for (int x = 0; x < scan.width(); ++x) {
            double tone = damage.ink + (damage.paper - damage.ink) * line[x] / 255.0;
            tone += damage.noise > 0 ? damage.noise * grain.next() : 0;
            const int level = std::clamp(static_cast<int>(std::lround(tone)), 0, 255);
            const int limit = (damage.ink + damage.paper) / 2;
            line[x] = static_cast<uchar>(damage.bilevel ? (level < limit ? 0 : 255) : level);
        }
    }
    if (damage.jpegQuality > 0) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        scan.save(&buffer, "jpeg", damage.jpegQuality);
        scan = QImage::fromData(bytes, "jpeg").convertToFormat(QImage::Format_Grayscale8);
    }
    return scan;
}

QString describe(const SheetDamage& damage)
{
    return QStringLiteral(
               "%1 dpi, turned %2, askew %3, blur %4 mm, paper %5 ink %6, noise %7, stains %8, cut %9 mm")
               .arg(damage.dpi)
               .arg(damage.turn)
               .arg(damage.skew, 0, 'f', 1)
               .arg(damage.blur, 0, 'f', 2)
               .arg(damage.paper)
               .arg(damage.ink)
               .arg(damage.noise, 0, 'f', 1)
               .arg(damage.stains)
               .arg(damage.cornerCut, 0, 'f', 0) +
           QStringLiteral(", streaks %1, %2")
               .arg(damage.blackStreaks)
               .arg(damage.bilevel ? QStringLiteral("bilevel")
                                   : QStringLiteral("JPEG %1").arg(damage.jpegQuality));
}

} // namespace sohoa::test
