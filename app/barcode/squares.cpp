// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/squares.h"

#include "barcode/engine.h"
#include "barcode/filters.h"
#include "base/text.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa::barcode {

namespace {

constexpr double modulePixels = 8;
constexpr double quietModules = 6;
constexpr double finderMiddle = 3.5; // modules from the code's edge
constexpr double fewestModules = 14; // between the middles of two squares: version 1
constexpr double mostModules = 102;  // version 22, far more than any sheet or card has
constexpr std::size_t mostTriples = 24;

/// Three squares as those of a code lie: `corner` at the right angle.
struct Triple
{
    Finder corner;
    Finder right;
    Finder below;
    double modules = 0; ///< between their middles
};

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

bool alike(double a, double b, double share)
{
    return std::abs(a - b) <= share * std::max(a, b);
}

std::optional<Triple> tripleOf(const Finder& corner, const Finder& one, const Finder& other)
{
    const double module = (corner.module + one.module + other.module) / 3;
    const QPointF first = one.centre - corner.centre;
    const QPointF second = other.centre - corner.centre;
    const double length = std::hypot(first.x(), first.y());
    const double otherLength = std::hypot(second.x(), second.y());
    const double modules = (length + otherLength) / 2 / module;
    if (!alike(corner.module, one.module, 0.3) || !alike(corner.module, other.module, 0.3) ||
        !alike(length, otherLength, 0.12) || modules < fewestModules || modules > mostModules) {
        return {};
    }
    const double dot = (first.x() * second.x() + first.y() * second.y()) / length / otherLength;
    const double cross = first.x() * second.y() - first.y() * second.x();
    if (std::abs(dot) > 0.15) {
        return {};
    }
    // Clockwise from the right one to the one below, as the picture lies: else it is seen from behind.
    return cross > 0 ? Triple{corner, one, other, modules} : Triple{corner, other, one, modules};
}

std::vector<Triple> triplesOf(const std::vector<Finder>& squares)
{
    std::vector<Triple> triples;
    for (std::size_t corner = 0; corner < squares.size(); ++corner) {
        for (std::size_t one = 0; one < squares.size(); ++one) {
            for (std::size_t other = one + 1; other < squares.size(); ++other) {
                if (one == corner || other == corner || triples.size() >= mostTriples) {
                    continue;
                }
                if (const auto triple = tripleOf(squares[corner], squares[one], squares[other])) {
                    triples.push_back(*triple);
                }
            }
        }
    }
    // Squares of one code lie nearer to each other than those of two.
    std::stable_sort(triples.begin(), triples.end(),
                     [](const Triple& a, const Triple& b) { return a.modules < b.modules; });
    return triples;
}

/// The code drawn upright.
struct Upright
{
    QImage picture;
    QTransform toPage;
};

Upright uprightOf(const QImage& page, const Triple& triple)
{
    // 4 * version + 17 modules a side, of which seven are the squares'.
    const double between = std::round((triple.modules + 7 - 17) / 4) * 4 + 17 - 7;
    const QPointF across = (triple.right.centre - triple.corner.centre) / (between * modulePixels);
    const QPointF down = (triple.below.centre - triple.corner.centre) / (between * modulePixels);
    const double offset = (quietModules + finderMiddle) * modulePixels;
    const QPointF origin = triple.corner.centre - offset * (across + down);
    Upright upright;
    upright.toPage = QTransform(across.x(), across.y(), down.x(), down.y(), origin.x(), origin.y());
    const int side = static_cast<int>((between + 7 + 2 * quietModules) * modulePixels);
    const QRect part = upright.toPage.mapRect(QRectF(0, 0, side, side)).toAlignedRect() & page.rect();
    QImage source = page.copy(part);
    QTransform toSource = upright.toPage * QTransform::fromTranslate(-part.left(), -part.top());
    double module = triple.corner.module;
    while (module >= 2 * modulePixels && source.width() > 1 && source.height() > 1) {
        source = halved(source);
        toSource *= QTransform::fromScale(0.5, 0.5);
        module /= 2;
    }
    upright.picture = QImage(side, side, QImage::Format_Grayscale8);
    upright.picture.fill(Qt::white);
    QPainter painter(&upright.picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toSource.inverted());
    painter.drawImage(0, 0, source);
    return upright;
}

std::vector<dossier::Code> readUpright(const Upright& upright)
{
    const int soft = static_cast<int>(modulePixels) / 4;
    const int half = static_cast<int>(modulePixels) / 2;
    // Sharpening by less than nothing is softening.
    const std::array pictures = {upright.picture, sharpened(upright.picture, soft, -0.9),
                                 sharpened(upright.picture, half, 1.5), sharpened(upright.picture, half, 4)};
    for (const QImage& picture : pictures) {
        for (const engine::Threshold threshold : {engine::Threshold::Local, engine::Threshold::Global}) {
            engine::Settings settings;
            settings.symbologies = engine::Symbologies::QrOnly;
            settings.threshold = threshold;
            std::vector<dossier::Code> codes;
            for (const engine::Finding& finding : engine::search(picture, settings)) {
                if (!finding.readable || finding.text.isEmpty()) {
                    continue;
                }
                dossier::Code code;
                code.format = finding.format;
                code.text = toNfc(finding.text);
                code.kind = dossier::classifyCode(code.text);
                std::transform(finding.corners.begin(), finding.corners.end(), code.corners.begin(),
                               [&](QPointF point) { return upright.toPage.map(point); });
                codes.push_back(std::move(code));
            }
            if (!codes.empty()) {
                return codes;
            }
        }
    }
    return {};
}

} // namespace

std::vector<dossier::Code> readBySquares(const QImage& page, const std::vector<Finder>& squares,
                                         const StopToken& stop)
{
    std::vector<dossier::Code> codes;
    for (const Triple& triple : triplesOf(squares)) {
        const QPointF middle = (triple.right.centre + triple.below.centre) / 2;
        const bool known =
            std::any_of(codes.begin(), codes.end(), [&middle, &triple](const dossier::Code& code) {
                const QPointF centre = (code.corners[0] + code.corners[2]) / 2;
                return distance(centre, middle) < triple.modules * triple.corner.module / 2;
            });
        if (known || stop.stop_requested()) {
            continue;
        }
        for (dossier::Code& code : readUpright(uprightOf(page, triple))) {
            codes.push_back(std::move(code));
        }
    }
    return codes;
}

} // namespace sohoa::barcode
