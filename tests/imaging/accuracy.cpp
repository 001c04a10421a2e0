// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// sohoa_accuracy [--pages] [--json FILE] FOLDER...: the score of examine over folders of make-pages; --pages
// lists each page, --json writes the score of all folders together.
#include "score.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace sohoa;

namespace {

QString number(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

void printPages(QTextStream& out, const std::vector<test::ScoredPage>& pages)
{
    for (const test::ScoredPage& page : pages) {
        const auto& found = page.found;
        QStringList doubts;
        if (page.blank != found.blank) {
            doubts << (page.blank ? QStringLiteral("BLANK-MISSED") : QStringLiteral("LOST"));
        }
        const double error = std::abs(found.skewDegrees.value_or(0) - page.skewDegrees);
        if (!page.blank && error > 0.1) {
            doubts << QStringLiteral("SKEW");
        }
        if (!page.blank && found.orientation && *found.orientation != page.orientation) {
            doubts << QStringLiteral("TURN-WRONG");
        } else if (!page.blank && !found.orientation && page.hasText) {
            doubts << QStringLiteral("TURN-UNKNOWN");
        }
        const double iou = page.quad && found.pageQuad ? test::overlap(*page.quad, *found.pageQuad) : -1;
        if (page.quad ? iou < 0.98 : found.pageQuad.has_value()) {
            doubts << QStringLiteral("QUAD");
        }
        QStringList findings;
        for (const auto finding : found.quality.findings) {
            findings << dossier::toString(finding);
        }
        out << page.file << ' ' << page.kind << " content " << number(page.trace.blankContent, 1) << " skew "
            << number(page.skewDegrees, 2) << "->"
            << (found.skewDegrees ? number(*found.skewDegrees, 3) : QStringLiteral("?"))
            << (page.trace.skewFromOutline ? "(outline)" : "") << " prom "
            << number(page.trace.leanProminence, 2) << " turn " << page.orientation << "->"
            << (found.orientation ? QString::number(*found.orientation) : QStringLiteral("?")) << " axis "
            << number(page.trace.axisEvidence, 2) << " up " << number(page.trace.upEvidence, 1) << '='
            << number(page.trace.markEvidence, 1) << '+' << number(page.trace.letterEvidence, 1)
            << " letters " << page.trace.letters << " writing " << number(page.trace.writingLean, 2)
            << " iou " << number(iou, 3) << " sharp " << number(found.quality.sharpness, 2) << " ["
            << findings.join(QLatin1Char(',')) << "] marks [" << page.marks.join(QLatin1Char(',')) << "] "
            << doubts.join(QLatin1Char(' ')) << '\n';
    }
}

void printScore(QTextStream& out, const QString& name, const test::Score& s)
{
    out << name << ": " << s.pages << " pages\n  blank: " << s.blanksFound << " of " << s.blanks << " found, "
        << s.contentLost << " pages with content lost\n  skew: median " << number(s.skewMedian, 3)
        << " degrees, " << number(100 * s.skewWithinTenth, 1) << " % within 0.1, " << s.skewOverHalf
        << " over 0.5, most " << number(s.skewMost, 2) << ", made worse " << s.skewMadeWorse << " ("
        << s.skewScored << " pages, " << s.skewUnanswered
        << " without an answer)\n  orientation: " << s.turnRight << " of " << s.turnScored << " right, "
        << s.turnWrong << " wrong, " << number(s.turnMean, 1) << " ms a page\n  outline: IoU median "
        << number(s.quadMedian, 3) << ", " << number(100 * s.quadAbove98, 1) << " % above 0.98 of " << s.quads
        << ", invented " << s.quadsInvented << "\n  codes: " << s.codesRead << " of " << s.codes << " read, "
        << s.codesFalse << " false\n  CPU ms: decode " << number(s.decodeMedian, 1) << ", codes "
        << number(s.codeMedian, 1) << ", examine " << number(s.cpuMedian, 1) << " (medians)\n";
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("pages"), QStringLiteral("List each page.")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Write the score of all folders to this file."),
                      QStringLiteral("FILE")});
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Pages with a truth.json."));
    parser.process(application);
    const QStringList folders = parser.positionalArguments();
    if (folders.isEmpty()) {
        out << parser.helpText();
        return 2;
    }
    std::vector<test::ScoredPage> all;
    for (const QString& folder : folders) {
        const std::vector<test::ScoredPage> pages = test::examineFolder(folder);
        if (parser.isSet(QStringLiteral("pages"))) {
            printPages(out, pages);
        }
        printScore(out, folder, test::scoreOf(pages));
        all.insert(all.end(), pages.begin(), pages.end());
    }
    if (folders.size() > 1) {
        printScore(out, QStringLiteral("all"), test::scoreOf(all));
    }
    if (parser.isSet(QStringLiteral("json"))) {
        QFile file(parser.value(QStringLiteral("json")));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(QJsonDocument(toJson(test::scoreOf(all))).toJson()) < 0) {
            out << "cannot write " << file.fileName() << '\n';
            return 2;
        }
    }
    return all.empty() ? 2 : 0;
}
