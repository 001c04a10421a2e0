// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "score.h"

#include "barcode/readpage.h"
#include "imaging/decode.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace sohoa::test {

namespace {

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

double shareBelow(const std::vector<double>& values, double limit)
{
    const auto count = std::count_if(values.begin(), values.end(), [limit](double v) { return v <= limit; });
    return values.empty() ? 0 : double(count) / double(values.size());
}

double areaOf(const QPolygonF& polygon)
{
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& a = polygon[i];
        const QPointF& b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - a.y() * b.x();
    }
    return std::abs(twice) / 2;
}

double cpuNow()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ScoredPage pageFrom(const QJsonObject& truth)
{
    ScoredPage page;
    page.file = truth[QStringLiteral("file")].toString();
    page.kind = truth[QStringLiteral("kind")].toString();
    page.blank = truth[QStringLiteral("blank")].toBool();
    page.skewDegrees = truth[QStringLiteral("skewDegrees")].toDouble();
    page.orientation = truth[QStringLiteral("orientation")].toInt();
    for (const QJsonValue code : truth[QStringLiteral("codes")].toArray()) {
        page.codes.append(code.isObject() ? code[QStringLiteral("text")].toString() : code.toString());
    }
    page.hasText = truth[QStringLiteral("textLines")].toInt() >= 5;
    for (const QJsonValue mark : truth[QStringLiteral("marks")].toArray()) {
        page.marks.append(mark.toString());
    }
    const QJsonArray corners = truth[QStringLiteral("pageQuad")].toArray();
    if (corners.size() == 4) {
        page.quad.emplace();
        for (qsizetype i = 0; i < 4; ++i) {
            const QJsonArray corner = corners[i].toArray();
            (*page.quad)[static_cast<std::size_t>(i)] = QPointF(corner[0].toDouble(), corner[1].toDouble());
        }
    }
    return page;
}

} // namespace

double ScoredPage::turnMilliseconds() const
{
    const dossier::StageTimes& clock = found.milliseconds;
    const double all = clock.blank + clock.skew + clock.orientation + clock.quality;
    return all > 0 ? cpuMilliseconds * clock.orientation / all : 0;
}

double overlap(const dossier::Quad& a, const dossier::Quad& b)
{
    const QPolygonF first(QList<QPointF>(a.begin(), a.end()));
    const QPolygonF second(QList<QPointF>(b.begin(), b.end()));
    const double common = areaOf(first.intersected(second));
    const double both = areaOf(first) + areaOf(second) - common;
    return both > 0 ? common / both : 0;
}

std::vector<ScoredPage> examineFolder(const QString& folder)
{
    std::vector<ScoredPage> pages;
    const QDir dir(folder);
    const QJsonArray truths =
        QJsonDocument::fromJson(bytesOf(dir.filePath(QStringLiteral("truth.json")))).array();
    for (const QJsonValue truth : truths) {
        ScoredPage page = pageFrom(truth.toObject());
        const QByteArray bytes = bytesOf(dir.filePath(page.file));
        const int index = truth[QStringLiteral("page")].toInt(1) - 1;
        const auto infos = imaging::probe(bytes);
        const double before = cpuNow();
        const auto luminance = imaging::decodeLuminance(bytes, index);
        if (!infos || !luminance) {
            qWarning("%s could not be decoded", qPrintable(page.file));
            continue;
        }
        const double decoded = cpuNow();
        const imaging::PictureInfo& info = (*infos)[static_cast<std::size_t>(index)];
        const auto codes = barcode::readPage(luminance->grey, info.dpi);
        const double read = cpuNow();
        imaging::ExamineInput input;
        input.dpi = info.dpi;
        input.mode = info.mode;
        if (codes) {
            for (const dossier::Code& code : codes->codes) {
                input.codes.push_back(code.corners);
            }
        }
        const auto found = imaging::examine(luminance->grey, input, {}, &page.trace);
        page.cpuMilliseconds = cpuNow() - read;
        page.codeMilliseconds = read - decoded;
        page.decodeMilliseconds = decoded - before;
        if (!found) {
            qWarning("%s could not be examined", qPrintable(page.file));
            continue;
        }
        page.found = *found;
        if (codes && (!codes->codes.empty() || codes->unreadSheet)) {
            page.found.codes = codes->codes;
            page.found.blank = false; // as the product decides
        }
        pages.push_back(page);
    }
    return pages;
}

Score scoreOf(const std::vector<ScoredPage>& pages)
{
    Score score;
    std::vector<double> skewErrors;
    std::vector<double> quadOverlaps;
    std::vector<double> cpu;
    std::vector<double> decode;
    std::vector<double> reading;
    double turning = 0;
    for (const ScoredPage& page : pages) {
        ++score.pages;
        QStringList unread = page.codes;
        for (const dossier::Code& code : page.found.codes) {
            unread.removeAll(code.text); // a separator sheet bears its code twice and names it once
            score.codesFalse += page.codes.contains(code.text) ? 0 : 1;
        }
        score.codes += static_cast<int>(page.codes.size());
        score.codesRead += static_cast<int>(page.codes.size() - unread.size());
        reading.push_back(page.codeMilliseconds);
        cpu.push_back(page.cpuMilliseconds);
        decode.push_back(page.decodeMilliseconds);
        score.blanks += page.blank ? 1 : 0;
        score.blanksFound += page.blank && page.found.blank ? 1 : 0;
        score.contentLost += !page.blank && page.found.blank ? 1 : 0;
        if (page.quad) {
            ++score.quads;
            quadOverlaps.push_back(page.found.pageQuad ? overlap(*page.quad, *page.found.pageQuad) : 0);
        } else if (page.found.pageQuad) {
            ++score.quadsInvented;
        }
        if (page.blank) {
            continue;
        }
        const double error = std::abs(page.found.skewDegrees.value_or(0) - page.skewDegrees);
        skewErrors.push_back(error);
        score.skewMost = std::max(score.skewMost, error);
        score.skewOverHalf += error > 0.5 ? 1 : 0;
        score.skewUnanswered += page.found.skewDegrees ? 0 : 1;
        turning += page.turnMilliseconds();
        score.skewMadeWorse += error > std::abs(page.skewDegrees) + 0.1 ? 1 : 0;
        if (page.hasText) {
            ++score.turnScored;
            score.turnRight += page.found.orientation == page.orientation ? 1 : 0;
        }
        score.turnWrong += page.found.orientation && *page.found.orientation != page.orientation ? 1 : 0;
    }
    score.skewScored = static_cast<int>(skewErrors.size());
    score.skewMedian = median(skewErrors);
    score.skewWithinTenth = shareBelow(skewErrors, 0.1);
    score.turnMean = skewErrors.empty() ? 0 : turning / double(skewErrors.size());
    score.quadMedian = median(quadOverlaps);
    score.quadAbove98 = quadOverlaps.empty() ? 0 : 1 - shareBelow(quadOverlaps, 0.98);
    score.cpuMedian = median(cpu);
    score.decodeMedian = median(decode);
    score.codeMedian = median(reading);
    return score;
}

QJsonObject toJson(const Score& score)
{
    return {{QStringLiteral("pages"), score.pages},
            {QStringLiteral("blanks"), score.blanks},
            {QStringLiteral("blanksFound"), score.blanksFound},
            {QStringLiteral("contentLost"), score.contentLost},
            {QStringLiteral("skewScored"), score.skewScored},
            {QStringLiteral("skewMedian"), score.skewMedian},
            {QStringLiteral("skewWithinTenth"), score.skewWithinTenth},
            {QStringLiteral("skewOverHalf"), score.skewOverHalf},
            {QStringLiteral("skewUnanswered"), score.skewUnanswered},
            {QStringLiteral("skewMost"), score.skewMost},
            {QStringLiteral("skewMadeWorse"), score.skewMadeWorse},
            {QStringLiteral("turnScored"), score.turnScored},
            {QStringLiteral("turnRight"), score.turnRight},
            {QStringLiteral("turnWrong"), score.turnWrong},
            {QStringLiteral("turnMean"), score.turnMean},
            {QStringLiteral("quads"), score.quads},
            {QStringLiteral("quadMedian"), score.quadMedian},
            {QStringLiteral("quadAbove98"), score.quadAbove98},
            {QStringLiteral("quadsInvented"), score.quadsInvented},
            {QStringLiteral("codes"), score.codes},
            {QStringLiteral("codesRead"), score.codesRead},
            {QStringLiteral("codesFalse"), score.codesFalse}};
}

} // namespace sohoa::test
