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
#include "workflow/separationrules.h"
#include "workflow/workspace.h"

#include <QFile>
#include <QMap>

#include <algorithm>
#include <cstdio>
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

/// What the sheets of this call have in common.
struct Printing
{
    dossier::SheetKey key;
    bool backs = true;
    QMap<int, int> sides; ///< as somebody counted them, by component; of 0: the whole dossier's
};

/// Front and back of one sheet.
Result<Sheets> sidesOf(const Printing& printing, dossier::Separator separator, const QString& title,
                       std::vector<pdf::SheetLine> lines)
{
    separator.sidesExpected = printing.sides.value(separator.component);
    if (separator.sidesExpected > 0) {
        lines.push_back({Words::tr("Sides counted: %1").arg(separator.sidesExpected), textPoints, true});
    }
    lines.push_back({Words::tr("Separator sheet %1 of %2").arg(separator.number).arg(separator.series),
                     smallPoints, true});
    SOHOA_ASSIGN(pdf::CodeModules front,
                 modulesOf(dossier::separatorText(dossier::signedWith(printing.key, separator))));
    Sheets sheets{pdf::Sheet{title, std::move(front), std::move(lines)}};
    if (printing.backs) {
        separator.side = dossier::Separator::Side::Back;
        SOHOA_ASSIGN(pdf::CodeModules back,
                     modulesOf(dossier::separatorText(dossier::signedWith(printing.key, separator))));
        sheets.push_back({Words::tr("BACK", "title of the back of a separator sheet"),
                          std::move(back),
                          {{separator.dossierCode, textPoints, true},
                           {title, textPoints},
                           {Words::tr("Back of the separator sheet. It is not kept."), smallPoints}}});
    }
    return sheets;
}

Result<Sheets> dossierSheet(const Printing& printing, const dossier::Dossier& dossier, int series)
{
    const dossier::Separator separator{
        dossier::Separator::Kind::Dossier, dossier.code, dossier.procedureCode, 0, 0, 1, series};
    return sidesOf(printing, separator, Words::tr("DOSSIER", "title of a separator sheet"),
                   {{dossier.code, largePoints, true},
                    {dossier.procedureCode + QStringLiteral(" - ") + dossier.procedureName, textPoints},
                    {Words::tr("Put this sheet on top of the dossier. It is not kept."), smallPoints}});
}

Result<Sheets> componentSheet(const Printing& printing, const dossier::Dossier& dossier,
                              const dossier::Component& component, int number, int series)
{
    const dossier::Separator separator{
        dossier::Separator::Kind::Component, dossier.code, {}, component.number, 0, number, series};
    return sidesOf(printing, separator,
                   Words::tr("COMPONENT %1", "title of a separator sheet").arg(component.number),
                   {{component.name, textPoints, true},
                    {dossier.code, textPoints},
                    {Words::tr("Put this sheet before the paper. It is not kept."), smallPoints}});
}

/// The sheets of one dossier.
Result<Sheets> separatorsOf(const workflow::Intake& intake, const Printing& printing, const QString& code)
{
    SOHOA_ASSIGN(const workflow::DossierFile file, intake.find(code));
    const int series =
        1 + static_cast<int>(std::count_if(file.components.begin(), file.components.end(), wantsSheet));
    SOHOA_ASSIGN(Sheets sheets, dossierSheet(printing, file.dossier, series));
    int number = 1;
    for (const dossier::Component& component : file.components) {
        if (wantsSheet(component)) {
            SOHOA_ASSIGN(Sheets sides, componentSheet(printing, file.dossier, component, ++number, series));
            std::move(sides.begin(), sides.end(), std::back_inserter(sheets));
        }
    }
    return sheets;
}

/// "--sides 3" for the dossier, "--sides 2=4" for its component 2. @return false for anything else
bool readSides(const Call& call, QMap<int, int>& sides)
{
    constexpr int mostSides = 9999;
    const QStringList values = call.options.values(QStringLiteral("sides"));
    return std::all_of(values.begin(), values.end(), [&sides](const QString& value) {
        bool isComponent = true;
        bool isCount = false;
        const int component = value.contains(u'=') ? value.section(u'=', 0, 0).toInt(&isComponent) : 0;
        const int count = value.section(u'=', -1).toInt(&isCount);
        sides[component] = count;
        return isComponent && component >= 0 && isCount && count > 0 && count <= mostSides;
    });
}

Exit showSheetKey(const Call& call, const workflow::Workspace& workspace)
{
    const auto key = workflow::sheetKey(workspace);
    if (!key) {
        return call.fail(key.error());
    }
    call.output.line(key->text());
    call.output.object(QJsonObject{{QStringLiteral("sheetKey"), key->text()}});
    call.output.message(Words::tr("With this text, other workstations of the unit know the sheets printed "
                                  "here: type it there with --enter-key. Keep it within the unit."));
    return Exit::Done;
}

Exit takeSheetKey(const Call& call, const workflow::Workspace& workspace)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return call.usage(Words::tr("The text of the key is read from standard input."));
    }
    constexpr qint64 longest = 200;
    const auto key = dossier::SheetKey::fromText(QString::fromUtf8(input.readLine(longest)));
    if (!key) {
        return call.fail(key.error());
    }
    if (const Status entered = workflow::enterSheetKey(workspace, *key); !entered) {
        return call.fail(entered.error());
    }
    call.output.line(Words::tr("Sheets of this workstation are signed with that key from now on."));
    return Exit::Done;
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
/// @param sides printed of each sheet
Exit printSheets(const Call& call, const QStringList& codes, const QString& title, const QString& fallback,
                 const char* word, int sides, const std::function<Result<Sheets>(const QString&)>& make)
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
                         {QStringLiteral("sheets"), static_cast<int>(made->size()) / sides},
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
        Words::tr("%n sheet(s) written: %1", nullptr, static_cast<int>(sheets.size()) / sides).arg(file));
    return exit;
}

} // namespace

Exit runSeparators(const Call& call)
{
    const QStringList codes = codesOf(call, "dossier");
    const bool showKey = call.options.isSet(QStringLiteral("key"));
    const bool enterKey = call.options.isSet(QStringLiteral("enter-key"));
    Printing printing;
    printing.backs = !call.options.isSet(QStringLiteral("fronts-only"));
    if (codes.isEmpty() && !showKey && !enterKey) {
        return call.usage(Words::tr("Give --dossier CODE of a dossier that exists; more codes may follow."));
    }
    if (!readSides(call, printing.sides) || (codes.size() > 1 && !printing.sides.isEmpty())) {
        return call.usage(
            Words::tr("--sides takes N, or COMPONENT=N, for the sheets of one dossier; N from 1 to 9999."));
    }
    const auto workspace = call.openHome();
    if (!workspace) {
        return call.fail(workspace.error());
    }
    if (enterKey) {
        return takeSheetKey(call, **workspace);
    }
    if (showKey) {
        return showSheetKey(call, **workspace);
    }
    auto key = workflow::sheetKey(**workspace);
    if (!key) {
        return call.fail(key.error());
    }
    printing.key = std::move(*key);
    if (const Status noted = workflow::noteSheetsSigned(**workspace); !noted) {
        return call.fail(noted.error());
    }
    const workflow::Intake intake(**workspace);
    return printSheets(call, codes, Words::tr("Separator sheets"), QStringLiteral("to-ngan.pdf"), "dossier",
                       printing.backs ? 2 : 1,
                       [&](const QString& code) { return separatorsOf(intake, printing, code); });
}

Exit runPoster(const Call& call)
{
    const QStringList codes = codesOf(call, "procedure");
    if (codes.isEmpty()) {
        return call.usage(Words::tr("Give --procedure CODE, such as 1.001193; more codes may follow."));
    }
    const QDate today = inVietnam(call.clock.now()).date();
    return printSheets(
        call, codes, Words::tr("Posters of procedures"), QStringLiteral("ap-phich.pdf"), "procedure", 1,
        [today](const QString& code) { return posterOf(dossier::Catalogue::builtIn(), today, code); });
}

} // namespace sohoa::cli
