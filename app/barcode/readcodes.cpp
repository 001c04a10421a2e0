// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"

#include "barcode/candidates.h"
#include "barcode/engine.h"
#include "barcode/filters.h"
#include "base/text.h"

#include <QPolygonF>

#include <algorithm>

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
    Reader(const QImage& page, const ReadOptions& options, const StopToken& stop)
        : m_page(page)
        , m_options(options)
        , m_stop(stop)
        , m_half(halved(page))
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
        settings.symbologies = symbologies();
        settings.alsoSmaller = true;
        settings.reportBroken = true;
        take(engine::search(m_half, settings), QTransform::fromScale(2, 2));
        return {};
    }

    /// Parts of the page worth another look, largest first, as far as the cost allows.
    [[nodiscard]] std::vector<QRect> parts() const
    {
        std::vector<QRect> parts;
        qint64 spent = 0;
        for (const QRect& place : m_candidates.places()) {
            const QRect part = place & m_page.rect();
            const qint64 pixels = static_cast<qint64>(part.width()) * part.height();
            if (m_options.thorough || m_options.expectCode || spent + pixels <= mostPixels) {
                spent += pixels;
                parts.push_back(part);
            }
        }
        return parts;
    }

    Status lookAtPlaces()
    {
        for (const Look& look : looks) {
            for (const QRect& part : parts()) {
                SOHOA_TRY(unlessStopped());
                lookAt(m_page.copy(part), look, part.topLeft());
            }
            if (&look == &looks.front()) {
                SOHOA_TRY(lookAtTurnedBars());
            }
        }
        return {};
    }

    Status lookAtWhole()
    {
        SOHOA_TRY(unlessStopped());
        lookAt(m_page, looks[0], {});
        if (m_options.thorough || m_codes.empty()) {
            SOHOA_TRY(unlessStopped());
            lookAt(m_page, looks[1], {});
        }
        return {};
    }

    // The engine follows rows of pixels, which leave the bars of a long linear code that is more than a
    // little askew.
    Status lookAtTurnedBars()
    {
        for (const QRect& part : parts()) {
            SOHOA_TRY(unlessStopped());
            const Gradients gradients = gradientsOf(m_page, part);
            if (gradients.coherence > leastCoherence) {
                const Turned upright = turned(m_page.copy(part), -gradients.degrees);
                engine::Settings settings;
                settings.symbologies = engine::Symbologies::LinearOnly;
                take(engine::search(upright.picture, settings),
                     upright.toOriginal * QTransform::fromTranslate(part.left(), part.top()));
            }
        }
        return {};
    }

    void lookAt(QImage part, const Look& look, QPoint origin)
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
        settings.symbologies = symbologies();
        settings.threshold = look.threshold;
        take(engine::search(part, settings),
             QTransform::fromScale(scale, scale) * QTransform::fromTranslate(origin.x(), origin.y()));
    }

    const QImage& m_page;
    ReadOptions m_options;
    StopToken m_stop;
    QImage m_half;
    CandidateMap m_candidates;
    std::vector<dossier::Code> m_codes;
};

} // namespace

Result<std::vector<dossier::Code>> readCodes(const QImage& page, const ReadOptions& options,
                                             const StopToken& stop)
{
    if (page.isNull() || page.format() != QImage::Format_Grayscale8) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("codes are read from 8-bit grey"));
    }
    if (page.width() > longestSide || page.height() > longestSide) {
        return failure(ErrorCode::ImageTooLarge,
                       QStringLiteral("%1 x %2 pixels").arg(page.width()).arg(page.height()));
    }
    return Reader(page, options, stop).read();
}

} // namespace sohoa::barcode
