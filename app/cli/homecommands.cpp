// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/words.h"
#include "dossier/numbering.h"
#include "storage/backup.h"
#include "storage/keystore.h"
#include "workflow/workspace.h"

#include <QFile>

#include <cstdio>

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

/// What backup and restore have in common: the one file they name, and `sentence` in the end, about `made` or
/// else that file.
template<typename Task>
Exit withOneFile(const Call& call, const QString& sentence, const QString& made, Task task)
{
    if (call.arguments.size() != 1 || call.arguments.front().isEmpty()) {
        return call.usage(Words::tr("Name one file."));
    }
    const Result<storage::BackupSummary> summary = task(call.arguments.front());
    if (!summary) {
        return call.fail(summary.error());
    }
    sayBackup(call, *summary, sentence.arg(made.isEmpty() ? call.arguments.front() : made));
    return Exit::Done;
}

/// The key that somebody has kept as text, from standard input. Said to be back only when the home opens.
Exit enterKey(const Call& call)
{
    constexpr qint64 mostLetters = 4096;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return call.fail(Error{ErrorCode::FileUnreadable, QStringLiteral("stdin")});
    }
    const QString text = QString::fromUtf8(input.read(mostLetters));
    if (const Status recovered = storage::KeyStore().recover(call.home, text); !recovered) {
        return call.fail(recovered.error());
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    call.output.line(Words::tr("The key is back: the home opens."));
    call.sayWhereTheKeyIs(**workspace);
    return Exit::Done;
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
    const auto workspace = workflow::Workspace::create(call.home, settings, call.clock);
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const Result<workflow::HomeSettings> known = (*workspace)->settings();
    if (!known) {
        return call.fail(known.error());
    }
    call.output.object(settingsObject(call.home, *known, (*workspace)->keyIsInFile()));
    const QString sentence = (*workspace)->isNew()
                                 ? Words::tr("Home made for %1 (%2).")
                                 : Words::tr("This home was there already: %1 (%2). Nothing was changed.");
    call.output.line(sentence.arg(known->unitName, known->unit));
    call.output.line(Words::tr("Home: %1").arg(call.home));
    call.output.line(Words::tr("Warehouse: %1").arg(known->warehouse));
    call.sayWhereTheKeyIs(**workspace);
    return Exit::Done;
}

Exit runBackup(const Call& call)
{
    return withOneFile(call, Words::tr("Backup written: %1"), {}, [&call](const QString& file) {
        return storage::exportBackup(call.home, file, call.clock, call.stop, progressOf(call));
    });
}

Exit runRestore(const Call& call)
{
    return withOneFile(call, Words::tr("Home restored: %1"), call.home, [&call](const QString& file) {
        return storage::restoreBackup(file, call.home, call.stop, progressOf(call));
    });
}

Exit runRecovery(const Call& call)
{
    if (!call.arguments.isEmpty()) {
        return call.usage(Words::tr("The text is read from standard input, where nobody else sees it."));
    }
    if (!workflow::Workspace::isHome(call.home)) {
        return call.fail(Error{ErrorCode::HomeMissing, call.home});
    }
    if (call.options.isSet(QStringLiteral("enter"))) {
        return enterKey(call);
    }
    const Result<storage::HomeKey> key = storage::KeyStore().openOrCreate(call.home);
    if (!key) {
        return call.fail(key.error());
    }
    const QString text = storage::KeyStore::recoveryText(key->key);
    call.output.line(text);
    call.output.object(QJsonObject{{QStringLiteral("recovery"), text}});
    call.output.message(
        Words::tr("Print this line and lock it away, not beside a backup: whoever has both can read "
                  "everything, and without it a backup opens on this account only."));
    return Exit::Done;
}

} // namespace sohoa::cli
