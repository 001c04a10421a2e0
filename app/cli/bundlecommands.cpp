// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/words.h"
#include "wording/bundles.h"
#include "wording/names.h"
#include "workflow/bundles.h"
#include "workflow/workspace.h"

#include <QFile>

#include <cstdio>

namespace sohoa::cli {

using workflow::BundleProgress; // lupdate loses the context behind a qualified return type

namespace {

const char* nameOf(dossier::BundleRefusal refusal)
{
    switch (refusal) {
    case dossier::BundleRefusal::NothingWaits:
        return "NothingWaits";
    case dossier::BundleRefusal::Restored:
        return "Restored";
    case dossier::BundleRefusal::OtherUnit:
        return "OtherUnit";
    case dossier::BundleRefusal::SameNumber:
        return "SameNumber";
    case dossier::BundleRefusal::NewerProgram:
        return "NewerProgram";
    }
    return "";
}

Exit refuse(const Call& call, dossier::BundleRefusal refusal)
{
    const QString sentence = wording::sentence(refusal);
    call.output.trouble(sentence);
    call.output.object(QJsonObject{
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QString::fromLatin1(nameOf(refusal))},
                                              {QStringLiteral("message"), sentence}}}});
    return refusal == dossier::BundleRefusal::NothingWaits ? Exit::Done : Exit::Partly;
}

Exit failBundle(const Call& call, const Error& error)
{
    const QString sentence = wording::bundleSentence(error);
    call.output.trouble(sentence);
    call.output.object(
        QJsonObject{{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), toString(error.code)},
                                                          {QStringLiteral("message"), sentence}}}});
    return exitFor(error.code);
}

BundleProgress progressOf(const Call& call)
{
    return [&call](qint64 done, qint64 total) {
        constexpr qint64 percent = 100;
        call.output.progress(Words::tr("Percent"),
                             static_cast<int>(total > 0 ? done * percent / total : percent),
                             static_cast<int>(percent));
    };
}

Exit exportTo(const Call& call, const workflow::Workspace& workspace, const QString& file)
{
    const Result<workflow::BundleExport> made =
        workflow::exportBundle(workspace, file, call.stop, progressOf(call));
    if (!made) {
        return failBundle(call, made.error());
    }
    if (made->refused) {
        return refuse(call, *made->refused);
    }
    call.output.line(Words::tr("Bundle written: %1").arg(made->file));
    call.output.line(Words::tr("%1 papers and %2 entries of the log, %3.")
                         .arg(made->papers)
                         .arg(made->entries)
                         .arg(wording::fileSize(made->bytes)));
    call.output.line(Words::tr("Code: %1").arg(made->code));
    call.output.object(QJsonObject{{QStringLiteral("file"), made->file},
                                   {QStringLiteral("code"), made->code},
                                   {QStringLiteral("papers"), made->papers},
                                   {QStringLiteral("entries"), made->entries},
                                   {QStringLiteral("leftOut"), made->leftOut},
                                   {QStringLiteral("bytes"), made->bytes}});
    call.output.message(
        Words::tr("Write the code down and carry it apart from the stick: it is kept nowhere, and nobody "
                  "opens the bundle without it. What is in the bundle waits here too, until the warehouse "
                  "has it."));
    if (made->leftOut > 0) {
        call.output.trouble(Words::tr("%n paper(s) could not be read here and are not in the bundle; "
                                      "\"verify\" names them.",
                                      nullptr, made->leftOut));
        return Exit::Partly;
    }
    return Exit::Done;
}

/// From the option, or from standard input, where nobody else sees it.
QString codeOf(const Call& call)
{
    if (call.options.isSet(QStringLiteral("code"))) {
        return call.options.value(QStringLiteral("code"));
    }
    constexpr qint64 mostLetters = 4096;
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readLine(mostLetters))
                                                  : QString();
}

Exit importFrom(const Call& call, const workflow::Workspace& workspace, const QString& file)
{
    const Result<workflow::BundleImport> taken =
        workflow::importBundle(workspace, file, codeOf(call), call.stop, progressOf(call));
    if (!taken) {
        return failBundle(call, taken.error());
    }
    if (taken->refused) {
        return refuse(call, *taken->refused);
    }
    if (taken->own) {
        call.output.line(Words::tr("This computer made the bundle itself: all of it waits here already or is "
                                   "delivered. Nothing was changed."));
    } else if (taken->papers == 0 && taken->entries == 0) {
        call.output.line(Words::tr("This bundle was taken in before. Nothing was changed."));
    } else {
        call.output.line(
            Words::tr("Taken in from workstation %1: %2 papers, %3 entries of its log. They go to "
                      "the warehouse with the next sync.")
                .arg(taken->from.workstation)
                .arg(taken->papers)
                .arg(taken->entries));
    }
    call.output.object(QJsonObject{{QStringLiteral("workstation"), taken->from.workstation},
                                   {QStringLiteral("madeAt"), toIso(taken->madeAt)},
                                   {QStringLiteral("own"), taken->own},
                                   {QStringLiteral("papers"), taken->papers},
                                   {QStringLiteral("entries"), taken->entries},
                                   {QStringLiteral("known"), taken->known}});
    return Exit::Done;
}

} // namespace

Exit runBundle(const Call& call)
{
    const QString what = call.arguments.value(0);
    const bool exports = what == QLatin1String("export");
    if (call.arguments.size() != 2 || call.arguments.at(1).isEmpty() ||
        (!exports && what != QLatin1String("import"))) {
        return call.usage(Words::tr("Say export or import, and name one file."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    return exports ? exportTo(call, **workspace, call.arguments.at(1))
                   : importFrom(call, **workspace, call.arguments.at(1));
}

} // namespace sohoa::cli
