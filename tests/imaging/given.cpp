// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// sohoa_given [--pages] [--blank] [--codes] [--draw DIR] FOLDER...: pictures from elsewhere of which nothing
// is known but what is done to them here, and what their folder says of them.
//  * Pages (no option): upright, with content. None may be called blank. Turned by quarters the answer must
//  turn
//    along; laid down at small angles it must change by as much: each answer less the angle given is the lean
//    the page had before, and what differs from the middle one of them is the error. An error that is the
//    same at every angle cannot be seen so.
//  * --blank: sheets with nothing on them.
//  * --codes: NAME.txt beside a picture is what its code says; no such file: there is none. Each is read in
//  four
//    turns, as on a page and thoroughly.
//  * --draw: writes each picture with the outline that was found, small, for looking at.
#include "barcode/readcodes.h"
#include "barcode/readpage.h"
#include "imaging/decode.h"
#include "imaging/examine.h"
#include "turning.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPolygonF>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

using namespace sohoa;

namespace {

constexpr std::array quarters = {0, 90, 180, 270};
constexpr std::array angles = {-4.3, -2.1, -0.7, 0.0, 0.3, 1.6, 3.4};

struct Given
{
    QString path;
    QString name; ///< with the number of the page where there are several
    imaging::PictureInfo info;
    QImage grey;
};

struct Score
{
    int pages = 0;
    int blank = 0;
    int turns = 0;
    int turnsRight = 0;
    int turnsWrong = 0;
    int outlined = 0;
    std::vector<double> skewErrors = {}; ///< of what was answered
    int leanings = 0;
    int madeWorse = 0;
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void forEach(const QStringList& folders, QTextStream& out, const std::function<void(const Given&)>& look)
{
    QStringList paths;
    for (const QString& folder : folders) {
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            paths += walk.next();
        }
    }
    paths.sort();
    for (const QString& path : std::as_const(paths)) {
        const QByteArray bytes = bytesOf(path);
        const auto infos = imaging::probe(bytes);
        if (!infos) {
            continue; // a text, or a form that no scanner gives
        }
        for (std::size_t i = 0; i < infos->size(); ++i) {
            const auto luminance = imaging::decodeLuminance(bytes, static_cast<int>(i));
            const QString name = infos->size() > 1 ? QStringLiteral("%1#%2").arg(path).arg(i + 1) : path;
            if (luminance) {
                look({path, name, (*infos)[i], luminance->grey});
            } else {
                out << "not decoded: " << name << '\n';
            }
        }
    }
}

std::optional<dossier::PageFindings> examined(const QImage& grey, const Given& given)
{
    const auto codes = barcode::readPage(grey, given.info.dpi);
    imaging::ExamineInput input;
    input.dpi = given.info.dpi;
    input.mode = given.info.mode;
    if (codes) {
        for (const dossier::Code& code : codes->codes) {
            input.codes.push_back(code.corners);
        }
    }
    auto findings = imaging::examine(grey, input);
    if (!findings) {
        return {};
    }
    if (codes && (!codes->codes.empty() || codes->unreadSheet)) {
        findings->blank = false;
    }
    return *findings;
}

/// A scanner that gives two tones gives two tones of a sheet that lies askew.
QImage laidDown(const Given& given, double degrees)
{
    QImage picture = test::leaning(given.grey, degrees);
    if (given.info.mode == dossier::ColourMode::Bilevel) {
        for (int y = 0; y < picture.height(); ++y) {
            uchar* row = picture.scanLine(y);
            std::transform(row, row + picture.width(), row, [](uchar v) { return v < 128 ? 0 : 255; });
        }
    }
    return picture;
}

void scoreTurns(const Given& given, Score& score, QStringList& notes)
{
    for (const int turn : quarters) {
        const auto findings = examined(test::quarterTurned(given.grey, turn), given);
        ++score.turns;
        if (findings && findings->orientation) {
            const bool right = *findings->orientation == turn;
            score.turnsRight += right ? 1 : 0;
            score.turnsWrong += right ? 0 : 1;
            if (!right) {
                notes += QStringLiteral("TURN-WRONG %1->%2 (sure %3)")
                             .arg(turn)
                             .arg(*findings->orientation)
                             .arg(findings->orientationConfidence, 0, 'f', 2);
            }
        } else {
            notes += QStringLiteral("turn %1 ?").arg(turn);
        }
    }
}

void scoreLeans(const Given& given, Score& score, QStringList& notes)
{
    std::vector<std::pair<double, double>> answers; // the angle given, and the lean the page had before
    for (const double angle : angles) {
        const auto findings = examined(angle == 0 ? given.grey : laidDown(given, angle), given);
        ++score.leanings;
        if (findings && findings->skewDegrees) {
            answers.emplace_back(angle, *findings->skewDegrees - angle);
        }
    }
    if (answers.empty()) {
        notes += QStringLiteral("skew ?");
        return;
    }
    std::vector<double> befores;
    std::transform(answers.begin(), answers.end(), std::back_inserter(befores),
                   [](const auto& answer) { return answer.second; });
    std::nth_element(befores.begin(), befores.begin() + static_cast<std::ptrdiff_t>(befores.size() / 2),
                     befores.end());
    const double before = befores[befores.size() / 2];
    for (const auto& [angle, said] : answers) {
        const double error = std::abs(said - before);
        score.skewErrors.push_back(error);
        const bool worse = error > std::abs(angle + before) + 0.1;
        score.madeWorse += worse ? 1 : 0;
        if (error > 0.1) {
            notes += QStringLiteral("%1 %2->%3")
                         .arg(worse ? QStringLiteral("WORSE") : QStringLiteral("skew"))
                         .arg(angle + before, 0, 'f', 2)
                         .arg(angle + said, 0, 'f', 2);
        }
    }
    notes += QStringLiteral("lay %1, %2 of %3 answered")
                 .arg(before, 0, 'f', 2)
                 .arg(answers.size())
                 .arg(angles.size());
}

/// The picture, a thousand pixels high, with the outline as dark and light dashes.
void draw(const Given& given, const std::optional<dossier::Quad>& quad, const QString& folder)
{
    QImage picture = given.grey.convertToFormat(QImage::Format_RGB32);
    const int stroke = std::max(1, picture.height() / 250);
    for (std::size_t side = 0; quad && side < 4; ++side) {
        const QPointF from = (*quad)[side];
        const QPointF along = (*quad)[(side + 1) % 4] - from;
        const int steps = static_cast<int>(std::hypot(along.x(), along.y()));
        for (int i = 0; i <= steps; ++i) {
            const QPoint at = (from + along * (double(i) / std::max(1, steps))).toPoint();
            for (int dy = -stroke; dy <= stroke; ++dy) {
                for (int dx = -stroke; dx <= stroke; ++dx) {
                    if (picture.rect().contains(at + QPoint(dx, dy))) {
                        picture.setPixel(at + QPoint(dx, dy), i / 40 % 2 == 0 ? 0xffff0000 : 0xffffff00);
                    }
                }
            }
        }
    }
    const QString name = QString(given.name).replace(u'/', u'_') + QStringLiteral(".png");
    picture.scaledToHeight(1000, Qt::SmoothTransformation).save(QDir(folder).filePath(name));
}

void scorePage(const Given& given, const QCommandLineParser& parser, Score& score, QTextStream& out)
{
    const auto findings = examined(given.grey, given);
    if (!findings) {
        out << "not examined: " << given.name << '\n';
        return;
    }
    ++score.pages;
    score.blank += findings->blank ? 1 : 0;
    score.outlined += findings->pageQuad ? 1 : 0;
    QStringList notes;
    const bool isBlankSet = parser.isSet(QStringLiteral("blank"));
    if (findings->blank != isBlankSet) {
        notes += findings->blank ? QStringLiteral("LOST") : QStringLiteral("BLANK-MISSED");
    }
    if (parser.isSet(QStringLiteral("draw"))) {
        draw(given, findings->pageQuad, parser.value(QStringLiteral("draw")));
    }
    if (!isBlankSet) {
        scoreTurns(given, score, notes);
        scoreLeans(given, score, notes);
    }
    if (parser.isSet(QStringLiteral("pages"))) {
        out << given.name << ' ' << given.grey.width() << 'x' << given.grey.height() << " at "
            << given.info.dpi << (findings->pageQuad ? " outlined: " : ": ")
            << notes.join(QStringLiteral("; ")) << Qt::endl;
    }
}

void printPages(Score& score, QTextStream& out)
{
    std::vector<double>& errors = score.skewErrors;
    std::sort(errors.begin(), errors.end());
    const auto within = [&errors](double limit) {
        return std::upper_bound(errors.begin(), errors.end(), limit) - errors.begin();
    };
    out << score.pages << " pages: " << score.blank << " called blank, " << score.outlined
        << " with an outline\n  orientation: " << score.turnsRight << " of " << score.turns << " right, "
        << score.turnsWrong << " wrong\n  skew: " << errors.size() << " of " << score.leanings
        << " answered, median " << (errors.empty() ? 0 : errors[errors.size() / 2]) << " degrees, "
        << within(0.1) << " within 0.1, " << static_cast<qsizetype>(errors.size()) - within(0.5)
        << " over 0.5, most " << (errors.empty() ? 0 : errors.back()) << ", made worse " << score.madeWorse
        << '\n';
}

void scoreCodes(const QStringList& folders, QTextStream& out)
{
    struct Count
    {
        int read = 0;
        int wrong = 0;
    };
    std::array<Count, 2> counts; // as on a page, thoroughly
    int codes = 0;
    int pictures = 0;
    forEach(folders, out, [&](const Given& given) {
        const QString truthPath = given.path.left(given.path.lastIndexOf(u'.')) + QStringLiteral(".txt");
        const bool known = QFile::exists(truthPath);
        const QString truth = QString::fromUtf8(bytesOf(truthPath)).normalized(QString::NormalizationForm_C);
        for (const int turn : quarters) {
            const QImage picture = test::quarterTurned(given.grey, turn);
            ++pictures;
            codes += known ? 1 : 0;
            for (std::size_t way = 0; way < counts.size(); ++way) {
                barcode::ReadOptions options;
                options.thorough = way == 1;
                options.expectCode = way == 1;
                const auto found = barcode::readCodes(picture, options);
                bool read = false;
                for (const dossier::Code& code : found.value_or(std::vector<dossier::Code>())) {
                    const bool right = known && code.text.trimmed() == truth.trimmed();
                    read = read || right;
                    if (!right) {
                        ++counts[way].wrong;
                        out << "FALSE " << given.name << " turned " << turn << ": " << code.format << ' '
                            << code.text.left(60) << '\n';
                    }
                }
                counts[way].read += read ? 1 : 0;
                if (known && !read && way == 1 && turn == 0) {
                    out << "not read: " << given.name << '\n';
                }
            }
        }
    });
    out << pictures << " pictures, " << codes << " codes: " << counts[0].read << " read as on a page, "
        << counts[1].read << " when looked for; " << counts[0].wrong << " and " << counts[1].wrong
        << " that are on none\n";
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("pages"), QStringLiteral("List each page.")});
    parser.addOption({QStringLiteral("blank"), QStringLiteral("The sheets have nothing on them.")});
    parser.addOption({QStringLiteral("codes"), QStringLiteral("Only codes, against NAME.txt.")});
    parser.addOption(
        {QStringLiteral("draw"), QStringLiteral("Where pictures with outlines go."), QStringLiteral("DIR")});
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Pictures, at any depth."));
    parser.process(application);
    const QStringList folders = parser.positionalArguments();
    if (folders.isEmpty()) {
        out << parser.helpText();
        return 2;
    }
    if (parser.isSet(QStringLiteral("codes"))) {
        scoreCodes(folders, out);
        return 0;
    }
    Score score;
    forEach(folders, out, [&](const Given& given) { scorePage(given, parser, score, out); });
    printPages(score, out);
    return score.pages > 0 ? 0 : 2;
}
