// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// sohoa_cleaning [--pages] FOLDER...: what suggestEdits makes of folders of make-cleaning: punched holes
// found, missed and invented; colours lost and kept. Of folders of other generators: holes where there are
// none.
#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/examine.h"
#include "imaging/jpegpage.h"

#include <QColor>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace sohoa;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<dossier::Disc> discsFrom(const QJsonArray& array)
{
    std::vector<dossier::Disc> discs;
    for (const QJsonValue value : array) {
        discs.push_back({QPointF(value[0].toDouble(), value[1].toDouble()), value[2].toDouble()});
    }
    return discs;
}

struct Score
{
    int pages = 0;
    int withHoles = 0;
    int withHolesSeen = 0; ///< where they differ from the paper by a twelfth
    int cleaned = 0;       ///< pages where every hole is filled
    int holesFilled = 0;
    int falseFills = 0; ///< fills where there is no hole
    int pagesWithFalse = 0;
    int pagesUnknown = 0; ///< with holes somewhere
    int unknownFilled = 0;
    double worstOff = 0; ///< of a hole's middle, mm
    int coloured = 0;    ///< pages of colour scans with at least 2 mm2 of coloured ink
    int coloursKept = 0;
    int coloursLost = 0; ///< the worst error: chosen grey or bilevel all the same
    int plain = 0;       ///< without any
    int plainAsGrey = 0;
    int plainAsBilevel = 0;
    int tonesLost = 0;          ///< pictures made bilevel
    int whitened = 0;           ///< colour pages on paper without much tint
    qint64 colouredPixels = 0;  ///< of their ink
    qint64 colouredChanged = 0; ///< by more than 2 of 255 in any channel
    double hueMost = 0;         ///< mean change of hue of a page's coloured ink, degrees
    double saturationMost = 0;  ///< the same of saturation, of 255
    qint64 darkPixels = 0;      ///< at least a quarter darker than the paper, as pencil is
    qint64 darkChanged = 0;
    std::vector<double> whiteShare = {}; ///< of what was bare paper
    std::vector<double> whitenMs = {};
    std::vector<double> decodeMs = {};
    std::vector<double> coloursMs = {}; ///< more, for decoding the colours too
    std::vector<double> examineMs = {};
};

/// What is wrong with the fills of a page, in words.
QStringList addHoles(Score& score, const QJsonObject& truth, const dossier::PageEdits& edits)
{
    QStringList doubts;
    const double dpi = truth[QStringLiteral("dpi")].toDouble();
    const std::vector<dossier::Disc> holes = discsFrom(truth[QStringLiteral("holes")].toArray());
    const bool seen = truth[QStringLiteral("holesSeen")].toBool();
    // Other generators say that there are holes, not where.
    const bool isUnknown = !truth.contains(QStringLiteral("holes")) &&
                           truth[QStringLiteral("marks")].toArray().contains(QStringLiteral("holes"));
    if (isUnknown) {
        ++score.pagesUnknown;
        score.unknownFilled += edits.fills.empty() ? 0 : 1;
        return doubts;
    }
    int matched = 0;
    int invented = 0;
    for (const dossier::Disc& fill : edits.fills) {
        double nearest = 1e9;
        for (const dossier::Disc& hole : holes) {
            const QPointF off = fill.centre - hole.centre;
            nearest = std::min(nearest, std::hypot(off.x(), off.y()) * 25.4 / dpi);
        }
        if (nearest < 1.0) {
            ++matched;
            score.worstOff = std::max(score.worstOff, nearest);
        } else {
            ++invented;
        }
    }
    score.withHoles += holes.empty() ? 0 : 1;
    score.withHolesSeen += seen ? 1 : 0;
    score.holesFilled += matched;
    score.falseFills += invented;
    score.pagesWithFalse += invented > 0 ? 1 : 0;
    const bool isClean = seen && matched == static_cast<int>(holes.size());
    score.cleaned += isClean ? 1 : 0;
    if (invented > 0) {
        doubts << QStringLiteral("FALSE-FILL");
    }
    if (seen && !isClean) {
        doubts << QStringLiteral("HOLES-LEFT %1 of %2").arg(matched).arg(holes.size());
    }
    return doubts;
}

QStringList addColours(Score& score, const QJsonObject& truth, const dossier::PageFindings& findings)
{
    QStringList doubts;
    if (truth[QStringLiteral("mode")].toString() != QLatin1String("color") || !findings.colourContent ||
        !truth.contains(QStringLiteral("inkMm2"))) {
        return doubts;
    }
    const double ink = truth[QStringLiteral("inkMm2")].toDouble();
    const auto chosen =
        imaging::suggestEdits(findings, {.chooseMode = true}).mode.value_or(dossier::ColourMode::Colour);
    const bool isKept = chosen == dossier::ColourMode::Colour;
    if (ink >= 2) {
        ++score.coloured;
        ++(isKept ? score.coloursKept : score.coloursLost);
        if (!isKept) {
            doubts << QStringLiteral("COLOUR-LOST");
        }
    } else if (ink == 0) {
        ++score.plain;
        score.plainAsGrey += chosen == dossier::ColourMode::Grey ? 1 : 0;
        score.plainAsBilevel += chosen == dossier::ColourMode::Bilevel ? 1 : 0;
        if (isKept) {
            doubts << QStringLiteral("colour-kept-in-vain");
        }
    }
    if (chosen == dossier::ColourMode::Bilevel && truth[QStringLiteral("tones")].toBool()) {
        ++score.tonesLost;
        doubts << QStringLiteral("TONES-LOST");
    }
    return doubts;
}

/// What whitening does to a page: to its coloured and dark ink, and to its paper.
void addWhitening(Score& score, const QJsonObject& truth, const QByteArray& bytes)
{
    const QJsonArray paper = truth[QStringLiteral("paper")].toArray();
    const auto picture = imaging::decodeFull(bytes);
    if (paper.size() != 3 || !picture || picture->image.format() != QImage::Format_RGB32 ||
        std::abs(paper[0].toInt() - paper[2].toInt()) > 30) {
        return;
    }
    const double started = 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
    const auto white = imaging::applyEdits(picture->image, {.whiten = true});
    score.whitenMs.push_back(1000.0 * double(std::clock()) / CLOCKS_PER_SEC - started);
    if (!white) {
        return;
    }
    const int paperLight = qGray(paper[0].toInt(), paper[1].toInt(), paper[2].toInt());
    qint64 bare = 0;
    qint64 bareWhite = 0;
    qint64 coloured = 0;
    double hue = 0;
    double saturation = 0;
    for (int y = 0; y < picture->image.height(); y += 2) {
        const auto* before = reinterpret_cast<const QRgb*>(picture->image.constScanLine(y));
        const auto* after = reinterpret_cast<const QRgb*>(white->constScanLine(y));
        for (int x = 0; x < picture->image.width(); x += 2) {
            const QRgb a = before[x];
            const QRgb b = after[x];
            const int most = std::max({qRed(a), qGreen(a), qBlue(a)});
            const int spread = most - std::min({qRed(a), qGreen(a), qBlue(a)});
            const int change = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                         std::abs(qBlue(a) - qBlue(b))});
            if (spread >= 60) {
                const QColor was(a);
                const QColor is(b);
                const double turned = std::abs(was.hueF() - is.hueF());
                hue += is.hueF() < 0 ? 180 : 360 * std::min(turned, 1 - turned);
                saturation += std::abs(was.hsvSaturation() - is.hsvSaturation());
                ++coloured;
                score.colouredChanged += change > 2 ? 1 : 0;
            } else if (qGray(a) < 0.75 * paperLight) {
                ++score.darkPixels;
                score.darkChanged += change > 2 ? 1 : 0;
            } else if (qGray(a) > 0.97 * paperLight && spread < 30) {
                ++bare;
                bareWhite += b == qRgb(255, 255, 255) ? 1 : 0;
            }
        }
    }
    ++score.whitened;
    score.colouredPixels += coloured;
    if (coloured > 50) {
        score.hueMost = std::max(score.hueMost, hue / double(coloured));
        score.saturationMost = std::max(score.saturationMost, saturation / double(coloured));
    }
    if (bare > 0) {
        score.whiteShare.push_back(double(bareWhite) / double(bare));
    }
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double cpuNow()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QStringList folders = QCoreApplication::arguments().mid(1);
    const bool listPages = folders.removeAll(QStringLiteral("--pages")) > 0;
    if (folders.isEmpty()) {
        out << "usage: sohoa_cleaning [--pages] FOLDER...\n";
        return 2;
    }
    Score score;
    for (const QString& folder : folders) {
        const QDir dir(folder);
        const QJsonArray truths =
            QJsonDocument::fromJson(bytesOf(dir.filePath(QStringLiteral("truth.json")))).array();
        for (const QJsonValue value : truths) {
            const QJsonObject truth = value.toObject();
            const QByteArray bytes = bytesOf(dir.filePath(truth[QStringLiteral("file")].toString()));
            const int index = truth[QStringLiteral("page")].toInt(1) - 1;
            const double started = cpuNow();
            const auto luminance = imaging::decodeLuminance(bytes, index);
            const double decoded = cpuNow();
            if (!luminance) {
                continue;
            }
            const auto jpeg = imaging::JpegPage::decode(bytes);
            const double again = cpuNow();
            imaging::ExamineInput input;
            input.dpi = truth[QStringLiteral("dpi")].toDouble();
            input.mode = dossier::colourModeFrom(truth[QStringLiteral("mode")].toString())
                             .value_or(dossier::ColourMode::Grey);
            const auto colours = jpeg ? jpeg->colours() : std::nullopt;
            input.colours = colours ? &*colours : nullptr;
            imaging::ExamineTrace trace;
            const auto findings = imaging::examine(luminance->grey, input, {}, &trace);
            if (!findings) {
                continue;
            }
            if (colours) {
                score.decodeMs.push_back(decoded - started);
                score.coloursMs.push_back(again - decoded - (decoded - started));
                score.examineMs.push_back(cpuNow() - again);
            }
            ++score.pages;
            addWhitening(score, truth, bytes);
            const QStringList doubts = addHoles(score, truth, imaging::suggestEdits(*findings)) +
                                       addColours(score, truth, *findings);
            if (listPages || !doubts.isEmpty()) {
                out << dir.dirName() << '/' << truth[QStringLiteral("file")].toString() << ' '
                    << truth[QStringLiteral("kind")].toString() << " trap "
                    << truth[QStringLiteral("trap")].toString() << " holes " << findings->punchHoles.size()
                    << " sure " << QString::number(findings->punchHoleConfidence, 'f', 2) << " ink "
                    << truth[QStringLiteral("inkMm2")].toDouble() << ' '
                    << truth[QStringLiteral("small")].toString() << " content "
                    << (findings->colourContent ? dossier::toString(findings->colourContent->mode)
                                                : QStringLiteral("-"))
                    << ' ' << (findings->colourContent ? findings->colourContent->confidence : 0) << " cells "
                    << trace.colour.cells << " peak " << trace.colour.peak << " tones "
                    << trace.colour.toneMm2 << " faint " << trace.colour.faintMm2 << ' '
                    << doubts.join(QLatin1Char(' ')) << '\n';
            }
        }
    }
    out << score.pages << " pages\n  punched holes: " << score.cleaned << " of " << score.withHolesSeen
        << " pages cleaned of all (" << score.withHoles - score.withHolesSeen
        << " more have holes that hardly show), " << score.holesFilled << " holes filled, off by at most "
        << QString::number(score.worstOff, 'f', 2) << " mm; " << score.falseFills << " fills on "
        << score.pagesWithFalse << " pages where there is no hole; of pages with holes of unknown place "
        << score.unknownFilled << " of " << score.pagesUnknown
        << " have fills\n  colours: " << score.coloursKept << " of " << score.coloured
        << " pages with coloured ink stay in colour, " << score.coloursLost << " LOST; of " << score.plain
        << " without, " << score.plainAsGrey << " become grey, " << score.plainAsBilevel
        << " bilevel; pictures made bilevel: " << score.tonesLost << "\n  whitening of " << score.whitened
        << " colour pages: " << score.colouredChanged << " of " << score.colouredPixels
        << " pixels of coloured ink and " << score.darkChanged << " of " << score.darkPixels
        << " dark ones changed; mean change on the worst page: hue " << score.hueMost
        << " degrees, saturation " << score.saturationMost
        << " of 255; of bare paper white: " << 100 * median(score.whiteShare) << " % (median), CPU ms "
        << median(score.whitenMs) << "\n  CPU ms of colour pages: decode " << median(score.decodeMs)
        << ", colours " << median(score.coloursMs) << " more, examine " << median(score.examineMs)
        << " (medians)\n";
    return score.pages > 0 ? 0 : 2;
}
