// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"
#include "base/durablefile.h"
#include "cost.h"
#include "imaging/decode.h"
#include "measures.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sohoa::bench {

namespace {

const QString section = QStringLiteral("codes");

/// Codes of a page that were read right, and texts that stand nowhere on it.
struct Score
{
    int found = 0;
    int wrong = 0;
    double processorMs = 0;

    void count(QStringList truth, const QStringList& read)
    {
        for (const QString& text : read) {
            truth.removeOne(text) ? ++found : ++wrong;
        }
    }
};

/// One text a line: none on the grid has a line break in it.
QStringList linesOf(const QByteArray& output)
{
    return QString::fromUtf8(output)
        .normalized(QString::NormalizationForm_C)
        .split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

Status measureCodes(const Plan& plan, Report& report)
{
    if (!plan.codesGrid) {
        report.skip(section, QStringLiteral("QR codes of the grid"), QStringLiteral("short run"));
        return {};
    }
    SOHOA_ASSIGN(const QString folder, madeCodes(plan));
    SOHOA_ASSIGN(const QByteArray json, readFile(folder + QStringLiteral("/truth.json"), largestFile));
    const QJsonArray pages = QJsonDocument::fromJson(json).array();
    int codes = 0;
    Score ours;
    Score theirs;
    std::optional<QString> refusal;
    for (const QJsonValue& page : pages) {
        QStringList truth;
        const QJsonArray placed = page[QStringLiteral("codes")].toArray();
        for (const QJsonValue& code : placed) {
            const QString text = code.toString();
            if (text.isEmpty()) {
                return failure(ErrorCode::InvalidArgument,
                               QStringLiteral("a code without text in truth.json"));
            }
            truth += text;
        }
        codes += static_cast<int>(truth.size());
        const QString path = folder + u'/' + page[QStringLiteral("file")].toString();
        SOHOA_ASSIGN(const QByteArray bytes, readFile(path, largestFile));
        const Watch watch;
        SOHOA_ASSIGN(const imaging::Luminance luminance, imaging::decodeLuminance(bytes));
        SOHOA_ASSIGN(const std::vector<dossier::Code> read, barcode::readCodes(luminance.grey));
        ours.processorMs += watch.processorMs();
        QStringList texts;
        for (const dossier::Code& code : read) {
            texts += code.text;
        }
        ours.count(truth, texts);
        const Result<ChildCost> zbarimg =
            runChild(QStringLiteral("zbarimg"),
                     {QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("--nodbus"), path});
        if (!zbarimg) {
            refusal = zbarimg.error().code == ErrorCode::FileNotFound ? QStringLiteral("not installed")
                                                                      : describe(zbarimg.error());
            continue;
        }
        theirs.processorMs += zbarimg->processorMs;
        theirs.count(truth, linesOf(zbarimg->output));
    }
    const auto add = [&](const QString& name, const Score& score, const QString& note) {
        const auto count = static_cast<double>(pages.size());
        report.add({.section = section,
                    .name = name + QStringLiteral(": read right"),
                    .value = static_cast<double>(score.found),
                    .unit = QStringLiteral("of %1").arg(codes)});
        report.add({.section = section,
                    .name = name + QStringLiteral(": texts that are on no page"),
                    .value = static_cast<double>(score.wrong),
                    .unit = QStringLiteral("codes"),
                    .note = note});
        report.add({.section = section,
                    .name = name + QStringLiteral(": cost"),
                    .value = score.processorMs / count,
                    .unit = QStringLiteral("ms CPU/page"),
                    .note = QStringLiteral("decoding included")});
    };
    add(QStringLiteral("ours"), ours, {});
    if (refusal) {
        report.skip(section, QStringLiteral("zbarimg"), *refusal);
    } else {
        add(QStringLiteral("zbarimg"), theirs,
            QStringLiteral("letters mangled by its guess of the encoding included"));
    }
    return {};
}

} // namespace sohoa::bench
