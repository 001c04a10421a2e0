// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/retouch.h"

#include "imaging/decoders.h"
#include "imaging/papertone.h"
#include "imaging/surround.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa::imaging {

namespace {

// -- holes

/// The paper around a disc: the brighter half of a ring about it, without the brightest, which are grain.
/// @param at the pixel at a place of a picture of that size
template<typename At>
std::array<uchar, 4> paperAround(const dossier::Disc& disc, QSize size, const At& at)
{
    std::vector<PaperSample> samples;
    constexpr int directions = 64;
    for (const double share : {1.12, 1.2, 1.3, 1.4}) {
        for (int i = 0; i < directions; ++i) {
            const double turn = 2 * M_PI * i / directions;
            const double x = std::floor(disc.centre.x() + share * disc.radius * std::cos(turn));
            const double y = std::floor(disc.centre.y() + share * disc.radius * std::sin(turn));
            if (x >= 0 && y >= 0 && x < size.width() && y < size.height()) {
                samples.push_back(at(static_cast<int>(x), static_cast<int>(y)));
            }
        }
    }
    std::array<uchar, 4> colour{255, 255, 255, 255};
    if (samples.empty()) {
        return colour;
    }
    std::sort(samples.begin(), samples.end(),
              [](const PaperSample& a, const PaperSample& b) { return a.light < b.light; });
    const std::size_t from = samples.size() * 3 / 10;
    const std::size_t to = std::max(from + 1, samples.size() * 9 / 10);
    for (std::size_t channel = 0; channel < colour.size(); ++channel) {
        unsigned sum = 0;
        for (std::size_t i = from; i < to; ++i) {
            sum += samples[i].channels[channel];
        }
        const auto count = static_cast<unsigned>(to - from);
        colour[channel] = static_cast<uchar>((sum + count / 2) / count);
    }
    return colour;
}

/// Calls `fill(y, from, to)` for the pixels of a disc in a plane of that size.
template<typename Fill>
void forRowsOf(const dossier::Disc& disc, double scale, QSize size, const Fill& fill)
{
    const double radius = std::min(disc.radius * scale, 1e5);
    const double middle = disc.centre.y() * scale;
    const int top = static_cast<int>(std::clamp(std::floor(middle - radius), 0.0, double(size.height())));
    const int bottom = static_cast<int>(std::clamp(std::ceil(middle + radius), 0.0, double(size.height())));
    for (int y = top; y < bottom; ++y) {
        const double up = y + 0.5 - middle;
        const double half = radius * radius - up * up;
        if (half <= 0) {
            continue;
        }
        const double x = disc.centre.x() * scale;
        const int from =
            static_cast<int>(std::clamp(std::lround(x - std::sqrt(half)), 0L, long(size.width())));
        const int to = static_cast<int>(std::clamp(std::lround(x + std::sqrt(half)), 0L, long(size.width())));
        if (from < to) {
            fill(y, from, to);
        }
    }
}

bool isPlace(const dossier::Disc& disc)
{
    return disc.radius > 0 && disc.radius < 1e5 && std::abs(disc.centre.x()) < 1e6 &&
           std::abs(disc.centre.y()) < 1e6;
}

void fillPicture(QImage& picture, const dossier::Disc& disc)
{
    const QSize size = picture.size();
    if (picture.format() == QImage::Format_Mono) {
        const QList<QRgb> table = picture.colorTable();
        const uint paper = table.size() >= 2 && qGray(table[0]) > qGray(table[1]) ? 0 : 1;
        forRowsOf(disc, 1, size, [&picture, paper](int y, int from, int to) {
            for (int x = from; x < to; ++x) {
                picture.setPixel(x, y, paper);
            }
        });
        return;
    }
    if (picture.format() == QImage::Format_Grayscale8) {
        const auto at = [&picture](int x, int y) {
            const uchar value = picture.constScanLine(y)[x];
            return PaperSample{{value}, value};
        };
        const uchar paper = paperAround(disc, size, at)[0];
        forRowsOf(disc, 1, size, [&picture, paper](int y, int from, int to) {
            std::fill(picture.scanLine(y) + from, picture.scanLine(y) + to, paper);
        });
        return;
    }
    const auto at = [&picture](int x, int y) {
        const QRgb pixel = reinterpret_cast<const QRgb*>(picture.constScanLine(y))[x];
        return PaperSample{{static_cast<uchar>(qRed(pixel)), static_cast<uchar>(qGreen(pixel)),
                            static_cast<uchar>(qBlue(pixel))},
                           luma(qRed(pixel), qGreen(pixel), qBlue(pixel))};
    };
    const std::array<uchar, 4> paper = paperAround(disc, size, at);
    const QRgb pixel = qRgb(paper[0], paper[1], paper[2]);
    forRowsOf(disc, 1, size, [&picture, pixel](int y, int from, int to) {
        auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        std::fill(row + from, row + to, pixel);
    });
}

// -- whitening

constexpr int keptFrom = 255 * 14 / 100;   // so different from the paper: ink, and as it is
constexpr int paperUpTo = 255 * 65 / 1000; // grain and noise
constexpr int together = 16;               // pixels between which the paper does not differ

/// How much of the way to white a pixel goes, in 256ths, by how much it differs from the paper.
std::array<int, 256> makeFading()
{
    std::array<int, 256> fading{};
    for (int i = 0; i < 256; ++i) {
        fading[static_cast<std::size_t>(i)] =
            std::clamp((keptFrom - i) * 256 / (keptFrom - paperUpTo), 0, 256);
    }
    return fading;
}

/// The paper along a row: brightness as the factor that makes it 255 (in 256ths), and its colour.
struct PaperRow
{
    struct Block
    {
        int factor = 256;
        int blue = 0; ///< Cb - 128
        int red = 0;
    };
    std::vector<Block> blocks;

    void follow(const PaperTone& paper, double y, double perPixel)
    {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Tone tone = paper.near((double(i) + 0.5) * together * perPixel, y);
            blocks[i] = {static_cast<int>(256 * 255 / std::max(1.0F, tone.light)),
                         static_cast<int>(std::lround(tone.blue - 128)),
                         static_cast<int>(std::lround(tone.red - 128))};
        }
    }
};

/// How far a tone is from the paper: 0 paper or lighter, 255 black. Colour counts more than twice: what black
/// ink mixes with is the paper's own colour, growing weaker with it.
int differenceOf(int light, int blue, int red, const PaperRow::Block& paper)
{
    const int share = std::min((light * paper.factor) >> 8, 255);
    const int bluer = std::abs(blue - paper.blue * share / 255);
    const int redder = std::abs(red - paper.red * share / 255);
    return std::min(255, std::max(255 - share, std::max(bluer, redder) * 9 / 4));
}

const std::array<int, 256>& fading()
{
    static const std::array<int, 256> table = makeFading();
    return table;
}

int towards(int value, int aim, int share)
{
    return value + (aim - value) * share / 256;
}

Status whitenPicture(QImage& picture, const std::optional<dossier::Quad>& sheet, const StopToken& stop)
{
    const bool grey = picture.format() == QImage::Format_Grayscale8;
    const auto at = [&picture, grey](int x, int y) {
        if (grey) {
            return Tone{float(picture.constScanLine(y)[x])};
        }
        const QRgb pixel = reinterpret_cast<const QRgb*>(picture.constScanLine(y))[x];
        const float light = luma(qRed(pixel), qGreen(pixel), qBlue(pixel));
        return Tone{light, 128 + (float(qBlue(pixel)) - light) * 0.564F,
                    128 + (float(qRed(pixel)) - light) * 0.713F};
    };
    const PaperTone paper(picture.size(), at, sheet);
    if (!paper.isKnown()) {
        return {};
    }
    PaperRow tones{std::vector<PaperRow::Block>(static_cast<std::size_t>(picture.width() / together + 1))};
    for (int y = 0; y < picture.height(); ++y) {
        if (y % together == 0) {
            if (stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            tones.follow(paper, y + together / 2.0, 1);
        }
        uchar* bytes = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            const PaperRow::Block& block = tones.blocks[static_cast<std::size_t>(x / together)];
            if (grey) {
                const int share =
                    fading()[static_cast<std::size_t>(differenceOf(bytes[x], 0, 0, {block.factor, 0, 0}))];
                bytes[x] = static_cast<uchar>(towards(bytes[x], 255, share));
                continue;
            }
            QRgb& pixel = reinterpret_cast<QRgb*>(bytes)[x];
            const int light = luma(qRed(pixel), qGreen(pixel), qBlue(pixel));
            const int blue = (qBlue(pixel) - light) * 144 / 256;
            const int red = (qRed(pixel) - light) * 183 / 256;
            const int share = fading()[static_cast<std::size_t>(differenceOf(light, blue, red, block))];
            if (share > 0) {
                pixel = qRgb(towards(qRed(pixel), 255, share), towards(qGreen(pixel), 255, share),
                             towards(qBlue(pixel), 255, share));
            }
        }
    }
    return {};
}

/// Whitening in the planes of a JPEG. A sample of colour goes as far as the least of the four it belongs to.
Status whitenPlanes(const std::array<Samples, 3>& planes, int count,
                    const std::optional<dossier::Quad>& sheet, const StopToken& stop)
{
    const Samples& light = planes[0];
    const bool coloured = count == 3;
    const auto at = [&planes, &light, coloured](int x, int y) {
        Tone tone{float(light.row(y)[x])};
        if (coloured) {
            const int column = x / 2;
            const int row = y / 2;
            tone.blue = planes[1].row(row)[column];
            tone.red = planes[2].row(row)[column];
        }
        return tone;
    };
    const PaperTone paper({light.width, light.height}, at, sheet);
    if (!paper.isKnown()) {
        return {};
    }
    PaperRow tones{std::vector<PaperRow::Block>(static_cast<std::size_t>(light.width / together + 1))};
    const auto columns = static_cast<std::size_t>((light.width + 1) / 2);
    std::vector<int> least(columns);
    for (int y = 0; y < light.height; y += 2) {
        if (y % together == 0) {
            if (stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            tones.follow(paper, y + together / 2.0, 1);
        }
        uchar* blues = coloured ? planes[1].row(y / 2) : nullptr;
        uchar* reds = coloured ? planes[2].row(y / 2) : nullptr;
        std::fill(least.begin(), least.end(), 256);
        for (int line = y; line < std::min(y + 2, light.height); ++line) {
            uchar* row = light.row(line);
            for (int x = 0; x < light.width; ++x) {
                const PaperRow::Block& block = tones.blocks[static_cast<std::size_t>(x / together)];
                const int blue = coloured ? blues[x / 2] - 128 : 0;
                const int red = coloured ? reds[x / 2] - 128 : 0;
                const int share = fading()[static_cast<std::size_t>(differenceOf(row[x], blue, red, block))];
                row[x] = static_cast<uchar>(towards(row[x], 255, share));
                int& lowest = least[static_cast<std::size_t>(x / 2)];
                lowest = std::min(lowest, share);
            }
        }
        if (coloured) {
            for (std::size_t x = 0; x < columns; ++x) {
                blues[x] = static_cast<uchar>(towards(blues[x], 128, least[x]));
                reds[x] = static_cast<uchar>(towards(reds[x], 128, least[x]));
            }
        }
    }
    return {};
}

} // namespace

Result<QImage> retouched(const QImage& page, const dossier::PageEdits& edits, const StopToken& stop)
{
    QImage picture = page;
    if (page.format() != QImage::Format_Mono && page.format() != QImage::Format_Grayscale8 &&
        page.format() != QImage::Format_RGB32) {
        picture = page.convertToFormat(QImage::Format_RGB32);
    }
    if (picture.isNull()) {
        return failure(ErrorCode::ImageTooLarge, QStringLiteral("no memory for the picture"));
    }
    for (const dossier::Disc& disc : edits.fills) {
        if (isPlace(disc)) {
            fillPicture(picture, disc);
        }
    }
    if (edits.whiten && picture.format() != QImage::Format_Mono) {
        SOHOA_TRY(whitenPicture(picture, edits.crop, stop));
    }
    return picture;
}

Status retouch(const std::array<Samples, 3>& planes, int count, const dossier::PageEdits& edits,
               const StopToken& stop)
{
    const QSize size(planes[0].width, planes[0].height);
    for (const dossier::Disc& disc : edits.fills) {
        if (!isPlace(disc)) {
            continue;
        }
        const std::array<uchar, 4> paper = paperAround(disc, size, [&planes, count](int x, int y) {
            PaperSample sample;
            sample.light = planes[0].row(y)[x];
            sample.channels[0] = planes[0].row(y)[x];
            for (int i = 1; i < count; ++i) {
                const auto place = static_cast<std::size_t>(i);
                sample.channels[place] = planes[place].row(y / 2)[x / 2];
            }
            return sample;
        });
        for (int i = 0; i < count; ++i) {
            const auto place = static_cast<std::size_t>(i);
            const Samples& plane = planes[place];
            forRowsOf(disc, i == 0 ? 1 : 0.5, {plane.width, plane.height}, [&](int y, int from, int to) {
                std::fill(plane.row(y) + from, plane.row(y) + to, paper[place]);
            });
        }
    }
    return edits.whiten ? whitenPlanes(planes, count, edits.crop, stop) : Status();
}

} // namespace sohoa::imaging
