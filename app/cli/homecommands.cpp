// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/words.h"
#include "dossier/numbering.h"
#include "storage/backup.h"
#include "workflow/workspace.h"

namespace sohoa::cli {

using storage::BackupProgress; // lupdate loses the context behind a qualified return type

namespace {

QJsonObject settingsObject(const QString& home, const workflow::HomeSettings& settings, bool keyInFile)
{
    return QJsonObject{{QStringLiteral("home"), home},
                       {QStringLiteral("unit"), settings.unit},
                       {QStringLiteral("unitName"), settings.unitName},
                       {QStringLiteral("workstation"), settings.workstation},
                       {QStringLiteral("workstations"), settings.workstations},
                       {QStringLiteral("warehouse"), settings.warehouse},
                       {QStringLiteral("keyInFile"), keyInFile}};
}

/// The one path a backup command takes; empty after saying what is wrong.
QString onlyFile(const Call& call, Exit& exit)
{
    if (call.arguments.size() != 1) {
        exit = call.usage(Words::tr("Name one file."));
        return {};
    }
    return call.arguments.front();
}

void sayBackup(const Call& call, const storage::BackupSummary& summary, const QString& sentence)
{
    call.output.line(sentence);
    if (summary.keyIncluded) {
        call.output.message(
            Words::tr("The key of the data is inside this file, because this system has no key store. "
                      "Whoever has the file can read everything: lock it away."));
    }
    call.output.object(QJsonObject{{QStringLiteral("files"), summary.files},
                                   {QStringLiteral("bytes"), summary.bytes},
                                   {QStringLiteral("keyIncluded"), summary.keyIncluded}});
}

BackupProgress progressOf(const Call& call)
{
    return [&call](qint64 done, qint64 total) {
        constexpr qint64 percent = 100;
        call.output.progress(Words::tr("Percent"),
                             static_cast<int>(total > 0 ? done * percent / total : percent),
                             static_cast<int>(percent));
    };
}

} // namespace

Exit runInit(const Call& call)
{
    workflow::HomeSettings settings;
    settings.unit = call.options.value(QStringLiteral("unit"));
    settings.unitName = call.options.value(QStringLiteral("unit-name"));
    settings.warehouse = call.options.value(QStringLiteral("warehouse"));
    settings.officer = call.options.value(QStringLiteral("officer"));
    if (settings.unit.isEmpty() || settings.unitName.isEmpty()) {
        return call.usage(Words::tr("Give --unit CODE and --unit-name NAME."));
    }
    if (call.options.isSet(QStringLiteral("workstation"))) {
        const auto share = dossier::numberShareFrom(call.options.value(QStringLiteral("workstation")));
        if (!share) {
            return call.usage(
                Words::tr("--workstation takes K/N, such as 1/3: this is the first of three workstations."));
        }
        settings.workstation = share->workstation;
        settings.workstations = share->count;
    }
    const bool existed = workflow::Workspace::isHome(call.home);
    const auto workspace = workflow::Workspace::create(call.home, settings, call.clock);
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const Result<workflow::HomeSettings> known = (*workspace)->settings();
    if (!known) {
        return call.fail(known.error());
    }
    call.output.object(settingsObject(call.home, *known, (*workspace)->keyIsInFile()));
    call.output.line(existed ? Words::tr("This home was there already: %1 (%2). Nothing was changed.")
                                   .arg(known->unitName, known->unit)
                             : Words::tr("Home made for %1 (%2).").arg(known->unitName, known->unit));
    call.output.line(Words::tr("Home: %1").arg(call.home));
    call.output.line(Words::tr("Warehouse: %1").arg(known->warehouse));
    call.sayWhereTheKeyIs(**workspace);
    return Exit::Done;
}

Exit runBackup(const Call& call)
{
    Exit exit = Exit::Done;
    const QString file = onlyFile(call, exit);
    if (file.isEmpty()) {
        return exit;
    }
    const auto summary = storage::exportBackup(call.home, file, call.clock, call.stop, progressOf(call));
    if (!summary) {
        return call.fail(summary.error());
    }
    sayBackup(call, *summary, Words::tr("Backup written: %1").arg(file));
    return Exit::Done;
}

Exit runRestore(const Call& call)
{
    Exit exit = Exit::Done;
    const QString file = onlyFile(call, exit);
    if (file.isEmpty()) {
        return exit;
    }
    const auto summary = storage::restoreBackup(file, call.home, call.stop, progressOf(call));
    if (!summary) {
        return call.fail(summary.error());
    }
    sayBackup(call, *summary, Words::tr("Home restored: %1").arg(call.home));
    return Exit::Done;
}

} // namespace sohoa::cli
