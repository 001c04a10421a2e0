// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// sohoa_repeats [--json FILE] FOLDER...: over folders of make-again, how many sheets that were scanned twice
// are recognised, and how many pairs of different sheets are called the same; each mistake is named.
#include "imaging/decode.h"
#include "imaging/examine.h"
#include "imaging/sheetprint.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace sohoa;

namespace {

struct Scan
{
    QString file;
    QString kind;
    QString sheet;
    std::optional<imaging::SheetPrint> print;
};

struct Score
{
    int again = 0;
    int againFound = 0;
    int different = 0;
    int differentCalledSame = 0;
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Scan> scansOf(const QDir& dir)
{
    std::vector<Scan> scans;
    const QJsonArray truths =
        QJsonDocument::fromJson(bytesOf(dir.filePath(QStringLiteral("truth.json")))).array();
    for (const QJsonValue& truth : truths) {
        Scan scan{truth[QLatin1String("file")].toString(),
                  truth[QLatin1String("kind")].toString(),
                  truth[QLatin1String("again")].toString(),
                  {}};
        const auto luminance = imaging::decodeLuminance(bytesOf(dir.filePath(scan.file)));
        if (!luminance) {
            qWarning("%s could not be decoded", qPrintable(scan.file));
            continue;
        }
        imaging::ExamineInput input;
        input.dpi = truth[QLatin1String("dpi")].toDouble();
        input.mode = dossier::colourModeFrom(truth[QLatin1String("mode")].toString())
                         .value_or(dossier::ColourMode::Grey);
        if (const auto findings = imaging::examine(luminance->grey, input)) {
            scan.print = imaging::printOf(luminance->grey, input.dpi, *findings);
        }
        scans.push_back(std::move(scan));
    }
    return scans;
}

void add(Score& score, const std::vector<Scan>& scans, QTextStream& out)
{
    for (std::size_t i = 0; i < scans.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Scan& a = scans[i];
            const Scan& b = scans[j];
            const int bits = a.print && b.print ? imaging::differenceOf(a.print->look, b.print->look) : -1;
            const bool said =
                bits >= 0 && bits <= imaging::mostDifference && imaging::isSameSheet(*a.print, *b.print);
            const bool same = a.sheet == b.sheet;
            score.again += same ? 1 : 0;
            score.againFound += same && said ? 1 : 0;
            score.different += same ? 0 : 1;
            score.differentCalledSame += !same && said ? 1 : 0;
            if (said != same) {
                out << (same ? "MISSED " : "FALSE ") << a.kind << ' ' << a.file << ' ' << b.file << ": ";
                bits >= 0 ? out << bits << " bits apart\n" : out << "too little on it\n";
            }
        }
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("json"), QStringLiteral("Write the score to this file."), QStringLiteral("FILE")});
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Made by make-again."));
    parser.process(application);
    Score score;
    const QStringList folders = parser.positionalArguments();
    for (const QString& folder : folders) {
        add(score, scansOf(QDir(folder)), out);
    }
    out << score.againFound << " of " << score.again << " sheets scanned twice are recognised; "
        << score.differentCalledSame << " of " << score.different
        << " pairs of different sheets are called the same\n";
    if (parser.isSet(QStringLiteral("json"))) {
        QFile file(parser.value(QStringLiteral("json")));
        const QJsonObject figures{{QStringLiteral("again"), score.again},
                                  {QStringLiteral("againFound"), score.againFound},
                                  {QStringLiteral("different"), score.different},
                                  {QStringLiteral("differentCalledSame"), score.differentCalledSame}};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(figures).toJson()) < 0) {
            out << "cannot write " << file.fileName() << '\n';
            return 2;
        }
    }
    return score.again > 0 ? 0 : 2;
}
