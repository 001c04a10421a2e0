// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/writeqr.h"
#include "base/durablefile.h"
#include "cli/command.h"
#include "cli/words.h"
#include "dossier/separator.h"
#include "pdf/sheets.h"
#include "wording/names.h"
#include "workflow/intake.h"
#include "workflow/workspace.h"

#include <functional>

namespace sohoa::cli {

namespace {

constexpr double largePoints = 24;
constexpr double textPoints = 16;
constexpr double smallPoints = 11;

using Sheets = std::vector<pdf::Sheet>;

/// Codes of an option that may be repeated or followed by more, each once.
QStringList codesOf(const Call& call, const char* option)
{
    QStringList codes = call.options.values(QLatin1String(option)) + call.arguments;
    codes.removeAll(QString());
    codes.removeDuplicates();
    return codes;
}

Result<pdf::CodeModules> modulesOf(const QString& text)
{
    SOHOA_ASSIGN(const barcode::CodeMatrix code, barcode::writeQr(text, barcode::ErrorCorrection::Quartile));
    pdf::CodeModules modules;
    modules.reserve(static_cast<std::size_t>(code.size));
    for (int row = 0; row < code.size; ++row) {
        std::vector<bool> squares;
        squares.reserve(static_cast<std::size_t>(code.size));
        for (int column = 0; column < code.size; ++column) {
            squares.push_back(code.isDark(row, column));
        }
        modules.push_back(std::move(squares));
    }
    return modules;
}

/// Whether a sheet for the component helps: it is to be scanned and nobody noted that it needs no scan.
bool wantsSheet(const dossier::Component& component)
{
    using dossier::ComponentState;
    const bool open = component.state == ComponentState::Missing ||
                      component.state == ComponentState::Present ||
                      component.state == ComponentState::Finished;
    return component.duty == dossier::Duty::Scan && open;
}

Result<pdf::Sheet> dossierSheet(const dossier::Dossier& dossier)
{
    const dossier::Separator separator{dossier::Separator::Kind::Dossier, dossier.code, dossier.procedureCode,
                                       0, 0};
    SOHOA_ASSIGN(pdf::CodeModules code, modulesOf(dossier::separatorText(separator)));
    return pdf::Sheet{Words::tr("DOSSIER", "title of a separator sheet"),
                      std::move(code),
                      {{dossier.code, largePoints, true},
                       {dossier.procedureCode + QStringLiteral(" - ") + dossier.procedureName, textPoints},
                       {Words::tr("Put this sheet on top of the dossier. It is not kept."), smallPoints}}};
}

Result<pdf::Sheet> componentSheet(const dossier::Dossier& dossier, const dossier::Component& component)
{
    const dossier::Separator separator{
        dossier::Separator::Kind::Component, dossier.code, {}, component.number, 0};
    SOHOA_ASSIGN(pdf::CodeModules code, modulesOf(dossier::separatorText(separator)));
    return pdf::Sheet{Words::tr("COMPONENT %1", "title of a separator sheet").arg(component.number),
                      std::move(code),
                      {{component.name, textPoints, true},
                       {dossier.code, textPoints},
                       {Words::tr("Put this sheet before the paper. It is not kept."), smallPoints}}};
}

/// The sheets of one dossier.
Result<Sheets> separatorsOf(const workflow::Intake& intake, const QString& code)
{
    SOHOA_ASSIGN(const workflow::DossierFile file, intake.find(code));
    Sheets sheets;
    SOHOA_ASSIGN(pdf::Sheet first, dossierSheet(file.dossier));
    sheets.push_back(std::move(first));
    for (const dossier::Component& component : file.components) {
        if (wantsSheet(component)) {
            SOHOA_ASSIGN(pdf::Sheet sheet, componentSheet(file.dossier, component));
            sheets.push_back(std::move(sheet));
        }
    }
    return sheets;
}

QString componentLine(const dossier::ComponentRule& rule)
{
    const QString line =
        QStringLiteral("%1. %2 (%3)").arg(rule.number).arg(rule.name, wording::name(rule.duty));
    return rule.condition.isEmpty() ? line : line + QStringLiteral(": ") + rule.condition;
}

/// The poster of one procedure.
Result<Sheets> posterOf(const dossier::Catalogue& catalogue, QDate today, const QString& code)
{
    SOHOA_ASSIGN(const dossier::Procedure procedure, catalogue.findForNew(code, today));
    // A citizen's phone opens the procedure's page; a code alone would only be text.
    SOHOA_ASSIGN(pdf::CodeModules modules,
                 modulesOf(procedure.portalUrl.isEmpty() ? procedure.code : procedure.portalUrl));
    std::vector<pdf::SheetLine> lines = {{procedure.code, textPoints, true}};
    if (const QString limit = wording::timeLimit(procedure.limit); !limit.isEmpty()) {
        lines.push_back({Words::tr("Time limit: %1").arg(limit), textPoints});
    }
    lines.push_back({Words::tr("Components of the dossier"), smallPoints, true});
    // One text, so that all of it shrinks together when the list is long.
    QStringList components;
    for (const dossier::ComponentRule& rule : procedure.components) {
        components += componentLine(rule);
    }
    lines.push_back({components.join(u'\n'), smallPoints});
    constexpr double posterCode = 50;
    return Sheets{pdf::Sheet{procedure.name, std::move(modules), std::move(lines), posterCode}};
}

/// Makes the sheets of each code and writes what could be made; each code that could not is named.
Exit printSheets(const Call& call, const QStringList& codes, const QString& title, const QString& fallback,
                 const char* word, const std::function<Result<Sheets>(const QString&)>& make)
{
    Sheets sheets;
    std::vector<QJsonObject> lines;
    Exit exit = Exit::Done;
    const QString given = call.options.value(QStringLiteral("output"));
    const QString file = given.isEmpty() ? fallback : given;
    for (const QString& code : codes) {
        Result<Sheets> made = make(code);
        if (!made) {
            call.output.error(code, made.error(), true);
            exit = worse(exit, exitFor(made.error().code));
            continue;
        }
        lines.push_back({{QLatin1String(word), code},
                         {QStringLiteral("sheets"), static_cast<int>(made->size())},
                         {QStringLiteral("output"), file}});
        std::move(made->begin(), made->end(), std::back_inserter(sheets));
    }
    if (sheets.empty()) {
        return exit;
    }
    const Result<QByteArray> bytes = pdf::writeSheets(sheets, title);
    if (!bytes) {
        return worse(exit, call.fail(bytes.error(), file));
    }
    if (const Status saved = writeDurably(file, *bytes); !saved) {
        return worse(exit, call.fail(saved.error(), file));
    }
    for (const QJsonObject& line : lines) {
        call.output.object(line);
    }
    call.output.line(
        Words::tr("%n sheet(s) written: %1", nullptr, static_cast<int>(sheets.size())).arg(file));
    return exit;
}

} // namespace

Exit runSeparators(const Call& call)
{
    const QStringList codes = codesOf(call, "dossier");
    if (codes.isEmpty()) {
        return call.usage(Words::tr("Give --dossier CODE of a dossier that exists; more codes may follow."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    const workflow::Intake intake(**workspace);
    return printSheets(call, codes, Words::tr("Separator sheets"), QStringLiteral("to-ngan.pdf"), "dossier",
                       [&intake](const QString& code) { return separatorsOf(intake, code); });
}

Exit runPoster(const Call& call)
{
    const QStringList codes = codesOf(call, "procedure");
    if (codes.isEmpty()) {
        return call.usage(Words::tr("Give --procedure CODE, such as 1.001193; more codes may follow."));
    }
    const QDate today = inVietnam(call.clock.now()).date();
    return printSheets(
        call, codes, Words::tr("Posters of procedures"), QStringLiteral("ap-phich.pdf"), "procedure",
        [today](const QString& code) { return posterOf(dossier::Catalogue::builtIn(), today, code); });
}

} // namespace sohoa::cli
