// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cost.h"
#include "measures.h"
#include "workflow/inspection.h"

#include <QCoreApplication>
#include <QFile>

namespace sohoa::bench {

namespace {

constexpr char pageSeed[] = "778";
constexpr char codeSeed[] = "7";

/// Runs a generator unless its folder is there; works in a folder of its own until it is complete.
Status generate(const QString& script, const char* seed, const QStringList& arguments, const QString& folder)
{
    if (QFile::exists(folder + QStringLiteral("/truth.json"))) {
        return {};
    }
    const QString unfinished = folder + QStringLiteral(".part");
    QDir(unfinished).removeRecursively();
    SOHOA_ASSIGN(
        const ChildCost cost,
        runChild(QStringLiteral("/usr/bin/python3"),
                 QStringList{QStringLiteral(SOHOA_SOURCE_DIR "/resources/samples/generator/") + script,
                             QStringLiteral("--seed"), QLatin1String(seed), QStringLiteral("--out"),
                             unfinished} +
                     arguments));
    if (cost.exitCode != 0) {
        return failure(ErrorCode::Internal,
                       QStringLiteral("%1 ended with %2").arg(script).arg(cost.exitCode));
    }
    QDir(folder).removeRecursively();
    if (!QDir().rename(unfinished, folder)) {
        return failure(ErrorCode::Internal, folder);
    }
    return {};
}

} // namespace

Result<QStringList> madePages(const Plan& plan)
{
    const QString folder =
        plan.work.filePath(QStringLiteral("pages-%1-%2").arg(QLatin1String(pageSeed)).arg(plan.pages));
    SOHOA_TRY(generate(QStringLiteral("make-pages"), pageSeed,
                       {QStringLiteral("--count"), QString::number(plan.pages)}, folder));
    QStringList paths;
    const QStringList names = QDir(folder).entryList({QStringLiteral("p*")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        paths += folder + u'/' + name;
    }
    return paths;
}

Result<QString> madeCodes(const Plan& plan)
{
    const QString folder = plan.work.filePath(QStringLiteral("codes-%1").arg(QLatin1String(codeSeed)));
    SOHOA_TRY(generate(QStringLiteral("make-codes"), codeSeed, {}, folder));
    return folder;
}

Result<std::vector<MadePage>> loadPages(const QStringList& paths)
{
    std::vector<MadePage> pages;
    for (const QString& path : paths) {
        SOHOA_ASSIGN(const QByteArray bytes, readFile(path, largestFile));
        SOHOA_TRY(workflow::takePages(bytes, path, {}, [&](workflow::IncomingPage&& incoming) -> Status {
            pages.push_back({path, incoming.bytes, incoming.page});
            return {};
        }));
    }
    return pages;
}

std::vector<MadePage> peerSubset(const std::vector<MadePage>& pages)
{
    std::vector<MadePage> chosen;
    for (const MadePage& made : pages) {
        if (made.page.format == dossier::PageFormat::Jpeg && made.page.mode == dossier::ColourMode::Colour &&
            made.page.dpi > 290) {
            chosen.push_back(made);
        }
    }
    return chosen;
}

QString ownProgram(const QString& name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

} // namespace sohoa::bench
