// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// How many damaged separator sheets are read, how many misses are told, and that no page of content passes
// for a separator. Not a test: a thousand sheets take minutes.
//     sohoa_sheetscore --seed 41 --sheets 1000 [--only N] [--save DIR] [--content DIR] [--json FILE]
#include "barcode/readpage.h"
#include "barcode/sheetpictures.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace sohoa;
using namespace sohoa::test;

namespace {

const dossier::SheetKey key{QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")};

struct Score
{
    int pages = 0;
    int read = 0; ///< the right separator, and nothing else that is one
    int alarmed = 0;
    int missed = 0; ///< neither
    int wrong = 0;  ///< another separator, or a code that does not parse
    double milliseconds = 0;
};

/// Separators that a page says, each once.
QStringList separatorsOf(const barcode::PageCodes& page)
{
    QStringList texts;
    for (const dossier::Code& code : page.codes) {
        if (code.kind == dossier::CodeKind::Separator) {
            texts += code.text;
        }
    }
    texts.removeDuplicates();
    return texts;
}

barcode::PageCodes readTimed(const QImage& page, double dpi, Score& score)
{
    QElapsedTimer timer;
    timer.start();
    const auto read = barcode::readPage(page, dpi);
    score.milliseconds += static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!read) {
        qFatal("%s", qPrintable(sohoa::describe(read.error())));
    }
    ++score.pages;
    return *read;
}

Score scoreSheets(std::uint32_t seed, int count, int only, const QString& saveTo, bool clean)
{
    QRandomGenerator invented(seed);
    const std::vector<dossier::Separator> sheets = inventedSheets(std::min(count, 60), key, invented);
    std::vector<QImage> printed;
    printed.reserve(sheets.size());
    for (const dossier::Separator& sheet : sheets) {
        printed.push_back(printedSheet(sheet));
    }
    Score score;
    for (int i = 0; i < count; ++i) {
        QRandomGenerator random(seed * 100'003U + static_cast<std::uint32_t>(i));
        const SheetDamage damage = clean ? SheetDamage{} : badLuck(random);
        if (only >= 0 && i != only) {
            continue;
        }
        const std::size_t which = static_cast<std::size_t>(i) % sheets.size();
        const QImage picture = damaged(printed[which], damage, random);
        const barcode::PageCodes page = readTimed(picture, damage.dpi, score);
        const QStringList texts = separatorsOf(page);
        const char* verdict = "";
        if (texts == QStringList{dossier::separatorText(sheets[which])}) {
            ++score.read;
        } else if (!texts.isEmpty()) {
            ++score.wrong;
            verdict = "WRONG";
        } else if (page.unreadSheet) {
            ++score.alarmed;
            verdict = "alarm";
        } else {
            ++score.missed;
            verdict = "MISSED";
        }
        if (*verdict != 0 || only >= 0) {
            std::printf("%-6s %d: %s\n", verdict, i, qPrintable(describe(damage)));
            if (!saveTo.isEmpty()) {
                picture.save(saveTo + QStringLiteral("/%1-%2.png").arg(QLatin1String(verdict)).arg(i));
            }
        }
    }
    return score;
}

/// Pages of make-pages that are separators of its own making.
QStringList separatorPages(const QDir& dir)
{
    QFile file(dir.filePath(QStringLiteral("truth.json")));
    QStringList names;
    if (!file.open(QIODevice::ReadOnly)) {
        return names;
    }
    const QJsonArray pages = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue& page : pages) {
        const QJsonArray codes = page[QLatin1String("codes")].toArray();
        const bool any = std::any_of(codes.begin(), codes.end(), [](const QJsonValue& code) {
            return dossier::classifyCode(code.toString()) == dossier::CodeKind::Separator;
        });
        if (any) {
            names += page[QLatin1String("file")].toString();
        }
    }
    return names;
}

/// Each page of make-pages that is no separator, as it is and in three more ways.
Score scoreContent(const QString& folder)
{
    Score score;
    const QDir dir(folder);
    const QStringList separators = separatorPages(dir);
    const QStringList names = dir.entryList({QStringLiteral("p*")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QImage page = QImage(dir.filePath(name)).convertToFormat(QImage::Format_Grayscale8);
        if (page.isNull() || separators.contains(name)) {
            continue;
        }
        const double dpi = page.dotsPerMeterX() * 0.0254;
        QTransform askew;
        askew.rotate(7);
        QImage mirrored = page.mirrored(true, false); // as a page shines through from behind
        const std::array<std::pair<QImage, double>, 4> ways = {
            {{page, dpi},
             {page.scaled(page.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), dpi / 2},
             {page.transformed(askew, Qt::SmoothTransformation), dpi},
             {std::move(mirrored), dpi}}};
        for (std::size_t way = 0; way < ways.size(); ++way) {
            const barcode::PageCodes read = readTimed(
                ways[way].first.convertToFormat(QImage::Format_Grayscale8), ways[way].second, score);
            const bool patch =
                std::any_of(read.codes.begin(), read.codes.end(), [](const dossier::Code& code) {
                    return code.format == QLatin1String("PatchCode");
                });
            if (read.unreadSheet || patch || !separatorsOf(read).isEmpty()) {
                ++score.wrong;
                std::printf("FALSE  %s, way %zu%s\n", qPrintable(name), way, patch ? ", patch code" : "");
            }
        }
    }
    return score;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("seed"), {}, QStringLiteral("n"), QStringLiteral("1")});
    parser.addOption({QStringLiteral("sheets"), {}, QStringLiteral("n"), QStringLiteral("100")});
    parser.addOption({QStringLiteral("only"), {}, QStringLiteral("n"), QStringLiteral("-1")});
    parser.addOption({QStringLiteral("save"), {}, QStringLiteral("dir")});
    parser.addOption({QStringLiteral("content"), {}, QStringLiteral("dir")});
    parser.addOption({QStringLiteral("json"), {}, QStringLiteral("file")});
    parser.addOption(QCommandLineOption(QStringLiteral("clean")));
    parser.process(application);
    const auto number = [&parser](const char* name) { return parser.value(QLatin1String(name)).toInt(); };
    const bool content = parser.isSet(QStringLiteral("content"));
    const Score score =
        content ? scoreContent(parser.value(QStringLiteral("content")))
                : scoreSheets(static_cast<std::uint32_t>(number("seed")), number("sheets"), number("only"),
                              parser.value(QStringLiteral("save")), parser.isSet(QStringLiteral("clean")));
    std::printf(
        "%d pages: %d read, %d not read and alarmed, %d missed in silence, %d wrong; %.0f ms a page\n",
        score.pages, score.read, score.alarmed, score.missed, score.wrong,
        score.milliseconds / std::max(1, score.pages));
    if (parser.isSet(QStringLiteral("json"))) {
        QFile file(parser.value(QStringLiteral("json")));
        const QJsonObject figures{{QStringLiteral("pages"), score.pages},
                                  {QStringLiteral("read"), score.read},
                                  {QStringLiteral("alarmed"), score.alarmed},
                                  {QStringLiteral("missed"), score.missed},
                                  {QStringLiteral("wrong"), score.wrong}};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(figures).toJson()) < 0) {
            std::printf("cannot write %s\n", qPrintable(file.fileName()));
            return 2;
        }
    }
    return score.missed + score.wrong == 0 ? 0 : 1;
}
