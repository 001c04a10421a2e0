// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"

#include "barcode/candidates.h"
#include "barcode/engine.h"
#include "barcode/filters.h"
#include "base/text.h"

#include <QPolygonF>

#include <algorithm>
#include <utility>

namespace sohoa::barcode {

namespace {

constexpr int longestSide = 32000;
// A code of three modules' worth of digits read from a table's rules would be a number that nobody wrote.
constexpr int leastLinearText = 4;
constexpr int leastLinearRows = 3;
// Pixels of candidate places that are looked at in each way unless asked to be thorough: half an A4 page at
// 300 dpi.
constexpr qint64 mostPixels = 4'400'000;
// Bars of a linear code are taken for such from this coherence on.
constexpr double leastCoherence = 0.5;
// The modules of a QR code run every way alike and its place is about as wide as high; tables, stamps and
// writing are seldom both. The costly looks are for such places, and for bars.
constexpr double mostCoherenceOfQr = 0.12;
constexpr double longestOfQr = 1.35;
constexpr std::size_t looksForAll = 2;

enum class Size
{
    Half,
    Full,
    Double
};

/// A way to look at a place again.
struct Look
{
    Size size = Size::Full;
    int sharpenRadius = 0;
    double sharpenAmount = 0;
    engine::Threshold threshold = engine::Threshold::Local;
};

// Each reads codes that those before it do not: small modules need pixels, blurred ones need edges, and large
// blurred ones need the radius of sharpening to be about half a module.
constexpr std::array looks = {
    Look{Size::Full, 0, 0, engine::Threshold::Local},   Look{Size::Full, 2, 1.5, engine::Threshold::Local},
    Look{Size::Half, 2, 2.0, engine::Threshold::Local}, Look{Size::Double, 0, 0, engine::Threshold::Local},
    Look{Size::Half, 3, 4.0, engine::Threshold::Local}, Look{Size::Double, 3, 2.0, engine::Threshold::Local},
    Look{Size::Full, 0, 0, engine::Threshold::Global},
};

class Reader
{
public:
    Reader(const QImage& page, QImage half, const ReadOptions& options, const StopToken& stop)
        : m_page(page)
        , m_options(options)
        , m_stop(stop)
        , m_half(std::move(half))
        , m_candidates(m_half)
    {
    }

    Result<std::vector<dossier::Code>> read()
    {
        SOHOA_TRY(lookAtHalf());
        SOHOA_TRY(lookAtPlaces());
        if (m_options.thorough || (m_options.expectCode && m_codes.empty())) {
            SOHOA_TRY(lookAtWhole());
        }
        std::stable_sort(m_codes.begin(), m_codes.end(), [](const dossier::Code& a, const dossier::Code& b) {
            return std::pair(centre(a).y(), centre(a).x()) < std::pair(centre(b).y(), centre(b).x());
        });
        return m_codes;
    }

private:
    static QPointF centre(const dossier::Code& code)
    {
        return (code.corners[0] + code.corners[1] + code.corners[2] + code.corners[3]) / 4;
    }

    Status unlessStopped() const
    {
        if (m_stop.stop_requested()) {
            return failure(ErrorCode::Cancelled, QStringLiteral("reading codes"));
        }
        return {};
    }

    [[nodiscard]] engine::Symbologies symbologies() const
    {
        return m_options.thorough ? engine::Symbologies::WithDataMatrix : engine::Symbologies::QrAndLinear;
    }

    /// Takes what was found in a part of the page.
    void take(const std::vector<engine::Finding>& findings, const QTransform& toPage)
    {
        for (const engine::Finding& finding : findings) {
            std::array<QPointF, 4> corners = {};
            std::transform(finding.corners.begin(), finding.corners.end(), corners.begin(),
                           [&](QPointF point) { return toPage.map(point); });
            if (!finding.readable) {
                addPlace(corners);
            } else if (isTrusted(finding)) {
                addCode(finding, corners);
            }
        }
    }

    static bool isTrusted(const engine::Finding& finding)
    {
        if (finding.linear) {
            return finding.rowsAgreeing >= leastLinearRows && finding.text.size() >= leastLinearText;
        }
        return !finding.text.isEmpty();
    }

    void addPlace(const std::array<QPointF, 4>& corners)
    {
        const QRectF box = QPolygonF({corners[0], corners[1], corners[2], corners[3]}).boundingRect();
        const bool code = std::any_of(m_codes.begin(), m_codes.end(), [&](const dossier::Code& known) {
            return box.contains(centre(known));
        });
        if (!code) {
            m_candidates.add(box & QRectF(m_page.rect()));
        }
    }

    void addCode(const engine::Finding& finding, const std::array<QPointF, 4>& corners)
    {
        dossier::Code code;
        code.format = finding.format;
        code.text = toNfc(finding.text);
        code.corners = corners;
        code.kind = dossier::classifyCode(code.text);
        m_candidates.remove(corners);
        const QPolygonF outline({corners[0], corners[1], corners[2], corners[3]});
        const bool known = std::any_of(m_codes.begin(), m_codes.end(), [&](const dossier::Code& other) {
            const QPolygonF otherOutline(
                {other.corners[0], other.corners[1], other.corners[2], other.corners[3]});
            return other.format == code.format && other.text == code.text &&
                   (otherOutline.boundingRect().contains(centre(code)) ||
                    outline.boundingRect().contains(centre(other)));
        });
        if (!known) {
            m_codes.push_back(code);
        }
    }

    Status lookAtHalf()
    {
        SOHOA_TRY(unlessStopped());
        engine::Settings settings;
        // Bars are found again by their places, at full size; to follow every row of the page takes as long
        // as all the rest.
        settings.symbologies = isUrgent() ? symbologies() : engine::Symbologies::QrOnly;
        settings.alsoSmaller = true;
        settings.reportBroken = true;
        take(engine::search(m_half, settings), QTransform::fromScale(2, 2));
        return {};
    }

    struct Part
    {
        QRect box;
        Gradients gradients;

        [[nodiscard]] bool looksLikeBars() const { return gradients.coherence > leastCoherence; }
        [[nodiscard]] bool looksLikeQr() const
        {
            const double shorter = std::min(box.width(), box.height());
            const double longer = std::max(box.width(), box.height());
            return gradients.coherence < mostCoherenceOfQr && longer <= longestOfQr * shorter;
        }
    };

    /// Somebody waits for a code.
    [[nodiscard]] bool isUrgent() const { return m_options.thorough || m_options.expectCode; }

    /// Parts of the page worth another look, largest first, as far as the cost allows.
    std::vector<Part> parts()
    {
        std::vector<Part> parts;
        qint64 spent = 0;
        for (const QRect& place : m_candidates.places()) {
            const QRect box = place & m_page.rect();
            const qint64 pixels = static_cast<qint64>(box.width()) * box.height();
            if (isUrgent() || spent + pixels <= mostPixels) {
                spent += pixels;
                addPart(parts, {box, gradientsAt(box)});
            }
        }
        return parts;
    }

    /// Broad bars and spaces may part a linear code into places: those that touch are taken together.
    void addPart(std::vector<Part>& parts, Part part)
    {
        const auto touching = [&part](const Part& other) {
            return part.looksLikeBars() && other.looksLikeBars() && part.box.intersects(other.box);
        };
        for (auto other = std::find_if(parts.begin(), parts.end(), touching); other != parts.end();
             other = std::find_if(parts.begin(), parts.end(), touching)) {
            const QRect both = part.box.united(other->box);
            parts.erase(other);
            part = {both, gradientsAt(both)};
        }
        parts.push_back(part);
    }

    Gradients gradientsAt(const QRect& box)
    {
        const auto known =
            std::find_if(m_seen.begin(), m_seen.end(), [&box](const Part& part) { return part.box == box; });
        if (known != m_seen.end()) {
            return known->gradients;
        }
        const QRect half(box.left() / 2, box.top() / 2, box.width() / 2, box.height() / 2);
        m_seen.push_back({box, gradientsOf(m_half, half)});
        return m_seen.back().gradients;
    }

    Status lookAtPlaces()
    {
        for (std::size_t number = 0; number < looks.size(); ++number) {
            for (const Part& part : parts()) {
                SOHOA_TRY(unlessStopped());
                if (number < looksForAll || isUrgent()) {
                    lookAt(m_page.copy(part.box), looks[number], symbologies(), part.box.topLeft());
                } else if (part.looksLikeQr()) {
                    lookAt(m_page.copy(part.box), looks[number], engine::Symbologies::QrOnly,
                           part.box.topLeft());
                } else if (part.looksLikeBars()) {
                    lookAt(m_page.copy(part.box), looks[number], engine::Symbologies::LinearOnly,
                           part.box.topLeft());
                }
            }
            if (number == 0) {
                SOHOA_TRY(lookAtTurnedBars());
            }
        }
        return {};
    }

    Status lookAtWhole()
    {
        SOHOA_TRY(unlessStopped());
        lookAt(m_page, looks[0], symbologies(), {});
        if (m_options.thorough || m_codes.empty()) {
            SOHOA_TRY(unlessStopped());
            lookAt(m_page, looks[1], symbologies(), {});
        }
        return {};
    }

    // The engine follows rows of pixels, which leave the bars of a long linear code that is more than a
    // little askew.
    Status lookAtTurnedBars()
    {
        for (const Part& part : parts()) {
            SOHOA_TRY(unlessStopped());
            if (part.looksLikeBars()) {
                const Turned upright = turned(m_page.copy(part.box), -part.gradients.degrees);
                engine::Settings settings;
                settings.symbologies = engine::Symbologies::LinearOnly;
                take(engine::search(upright.picture, settings),
                     upright.toOriginal * QTransform::fromTranslate(part.box.left(), part.box.top()));
            }
        }
        return {};
    }

    void lookAt(QImage part, const Look& look, engine::Symbologies wanted, QPoint origin)
    {
        double scale = 1;
        switch (look.size) {
        case Size::Half:
            part = halved(part);
            scale = 2;
            break;
        case Size::Full:
            break;
        case Size::Double:
            part = enlarged(part, 2);
            scale = 0.5;
            break;
        }
        if (look.sharpenRadius > 0) {
            part = sharpened(part, look.sharpenRadius, look.sharpenAmount);
        }
        engine::Settings settings;
        settings.symbologies = wanted;
        settings.threshold = look.threshold;
        take(engine::search(part, settings),
             QTransform::fromScale(scale, scale) * QTransform::fromTranslate(origin.x(), origin.y()));
    }

    const QImage& m_page;
    ReadOptions m_options;
    StopToken m_stop;
    QImage m_half;
    CandidateMap m_candidates;
    std::vector<Part> m_seen;
    std::vector<dossier::Code> m_codes;
};

Status unlessUnfit(const QImage& page)
{
    if (page.isNull() || page.format() != QImage::Format_Grayscale8) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("codes are read from 8-bit grey"));
    }
    if (page.width() > longestSide || page.height() > longestSide) {
        return failure(ErrorCode::ImageTooLarge,
                       QStringLiteral("%1 x %2 pixels").arg(page.width()).arg(page.height()));
    }
    return {};
}

} // namespace

Result<std::vector<dossier::Code>> readCodes(const QImage& page, const ReadOptions& options,
                                             const StopToken& stop)
{
    SOHOA_TRY(unlessUnfit(page));
    return Reader(page, halved(page), options, stop).read();
}

Result<std::vector<dossier::Code>> readCodesByHalf(const QImage& page, const QImage& half,
                                                   const ReadOptions& options, const StopToken& stop)
{
    SOHOA_TRY(unlessUnfit(page));
    return Reader(page, half, options, stop).read();
}

} // namespace sohoa::barcode
