// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/readcodes.h"
#include "base/clock.h"
#include "cost.h"
#include "imaging/decode.h"
#include "imaging/edits.h"
#include "imaging/examine.h"
#include "measures.h"
#include "pdf/papercheck.h"
#include "storage/vault.h"
#include "workflow/inspection.h"
#include "workflow/paperpages.h"

#include <QTemporaryDir>

#include <map>

namespace sohoa::bench {

namespace {

const QString section = QStringLiteral("stages");
// Milliseconds of the prototype before this program, everything together on a JPEG page at 300 dpi.
constexpr double prototypeMs = 183;

/// Milliseconds of processor time by stage.
using Times = std::map<QString, double>;

const QString decodeStage = QStringLiteral("decode (brightness, full size)");
const QString codesStage = QStringLiteral("codes");
const QString blankStage = QStringLiteral("blank, outline, streaks");
const QString skewStage = QStringLiteral("skew");
const QString orientationStage = QStringLiteral("orientation");
const QString qualityStage = QStringLiteral("quality");
const QString inspectStage = QStringLiteral("inspectPage, all of the above");
const QString cleanStage = QStringLiteral("clean: decode again, deskew, crop, encode");
const QString pageStage = QStringLiteral("look at and clean, everything together");
const std::vector<QString> stages = {decodeStage,  blankStage,   skewStage,  orientationStage, codesStage,
                                     qualityStage, inspectStage, cleanStage, pageStage};

/// What looking at a page costs, and by stage. The parts of imaging::examine are its own wall times as shares
/// of its processor time: it runs in one thread and takes no clock of the processor between its steps.
Result<dossier::PageFindings> measureLooking(const MadePage& made, Times& times)
{
    const Watch decoding;
    SOHOA_ASSIGN(const imaging::Luminance luminance,
                 imaging::decodeLuminance(made.bytes, made.page.indexInFile));
    times[decodeStage] = decoding.processorMs();
    const Watch coding;
    SOHOA_ASSIGN(const std::vector<dossier::Code> codes, barcode::readCodes(luminance.grey));
    times[codesStage] = coding.processorMs();
    imaging::ExamineInput input;
    input.dpi = made.page.dpi;
    input.mode = made.page.mode;
    for (const dossier::Code& code : codes) {
        input.codes.push_back(code.corners);
    }
    const Watch examining;
    SOHOA_ASSIGN(dossier::PageFindings findings, imaging::examine(luminance.grey, input));
    const double examine = examining.processorMs();
    const dossier::StageTimes& wall = findings.milliseconds;
    const double sum = wall.blank + wall.skew + wall.orientation + wall.quality;
    const double scale = sum > 0 ? examine / sum : 0;
    times[blankStage] = wall.blank * scale;
    times[skewStage] = wall.skew * scale;
    times[orientationStage] = wall.orientation * scale;
    times[qualityStage] = wall.quality * scale;

    const Watch whole;
    SOHOA_ASSIGN(const workflow::Inspected inspected, workflow::inspectPage(made.bytes, made.page, {}));
    times[inspectStage] = whole.processorMs();
    return inspected.findings;
}

/// What making the clean picture costs, the way a paper does it: nothing for a blank page and for one that is
/// straight already.
Status measureCleaning(const MadePage& made, const dossier::PageFindings& findings, Times& times)
{
    times[cleanStage] = 0;
    dossier::Page page = made.page;
    page.edits = imaging::suggestEdits(findings);
    page.edits.turn = 0; // written into the PDF, costs nothing
    if (page.edits.isNone()) {
        return {};
    }
    const Watch cleaning;
    SOHOA_TRY(workflow::paperPage(made.bytes, page, workflow::PaperStep::AsScanned));
    times[cleanStage] = cleaning.processorMs();
    return {};
}

/// The middle of `rounds` measurements of a page, stage by stage.
Result<Times> measurePage(const MadePage& made, int rounds)
{
    std::map<QString, std::vector<double>> all;
    for (int round = 0; round < rounds; ++round) {
        Times times;
        SOHOA_ASSIGN(const dossier::PageFindings findings, measureLooking(made, times));
        SOHOA_TRY(measureCleaning(made, findings, times));
        times[pageStage] = times[inspectStage] + times[cleanStage];
        for (const auto& [stage, time] : times) {
            all[stage].push_back(time);
        }
    }
    Times middle;
    for (const auto& [stage, times] : all) {
        middle[stage] = median(times);
    }
    return middle;
}

/// The stages over a set of pages. Cleaning counts over the pages that needed it.
Status measureSet(const QString& name, const std::vector<MadePage>& pages, int rounds, double decodeMs,
                  bool limited, Report& report)
{
    std::map<QString, std::vector<double>> all;
    for (const MadePage& made : pages) {
        SOHOA_ASSIGN(const Times times, measurePage(made, rounds));
        for (const auto& [stage, time] : times) {
            if (stage != cleanStage || time > 0) {
                all[stage].push_back(time);
            }
        }
    }
    for (const QString& stage : stages) {
        const std::vector<double>& times = all[stage];
        Figure figure{.section = section,
                      .name = name + QStringLiteral(": ") + stage,
                      .value = median(times),
                      .unit = QStringLiteral("ms CPU/page"),
                      .percentile95 = percentile95(times),
                      .inDecodes = median(times) / decodeMs};
        if (times.size() != pages.size()) {
            figure.note =
                QStringLiteral("the %1 of %2 pages that need it").arg(times.size()).arg(pages.size());
        }
        if (stage == pageStage && limited) {
            figure.limit = prototypeMs;
        }
        report.add(figure);
    }
    return {};
}

/// Writing and checking one paper of all pages, and keeping each page.
Status measurePapers(const std::vector<MadePage>& pages, int rounds, double decodeMs, Report& report)
{
    const auto count = static_cast<double>(pages.size());
    std::vector<pdf::PaperPage> placed;
    for (const MadePage& made : pages) {
        SOHOA_ASSIGN(pdf::PaperPage page,
                     workflow::paperPage(made.bytes, made.page, workflow::PaperStep::AsScanned));
        placed.push_back(std::move(page));
    }
    const pdf::PaperInfo info{QStringLiteral("Tờ khai"),
                              QStringLiteral("H56.14-261120-0001"),
                              QStringLiteral("H56.14-261120-0001-TP1"),
                              QStringLiteral("Đơn vị đo thử"),
                              {},
                              fromIso(QStringLiteral("2026-11-20T08:00:00.000+07:00")),
                              QStringLiteral("sohoa_bench")};
    std::vector<double> writing;
    std::vector<double> checking;
    for (int round = 0; round < rounds; ++round) {
        const Watch write;
        SOHOA_ASSIGN(const QByteArray paper, pdf::writePaper(placed, info));
        writing.push_back(write.processorMs() / count);
        const Watch check;
        SOHOA_ASSIGN(const pdf::PaperExpectations expected, pdf::expectationsFor(placed, info));
        SOHOA_TRY(pdf::checkPaper(paper, expected));
        checking.push_back(check.processorMs() / count);
    }
    const QString note = QStringLiteral("one paper of %1 colour pages, passed through").arg(pages.size());
    report.add({.section = section,
                .name = QStringLiteral("write a PDF/A-2b"),
                .value = median(writing),
                .unit = QStringLiteral("ms CPU/page"),
                .inDecodes = median(writing) / decodeMs,
                .note = note});
    report.add({.section = section,
                .name = QStringLiteral("read it back and check it"),
                .value = median(checking),
                .unit = QStringLiteral("ms CPU/page"),
                .inDecodes = median(checking) / decodeMs,
                .note = note});
    return {};
}

Status measureVault(const Plan& plan, const std::vector<MadePage>& pages, double decodeMs, Report& report)
{
    const QTemporaryDir folder(plan.work.filePath(QStringLiteral("vault-XXXXXX")));
    if (!folder.isValid()) {
        return failure(ErrorCode::StorageFailed, folder.errorString());
    }
    SOHOA_ASSIGN(const SecretKey key, SecretKey::generate());
    SOHOA_ASSIGN(const storage::Vault vault, storage::Vault::open(folder.path(), key));
    std::vector<double> processor;
    std::vector<double> wall;
    for (const MadePage& made : pages) {
        const Watch watch;
        SOHOA_TRY(vault.put(made.bytes));
        processor.push_back(watch.processorMs());
        wall.push_back(watch.wallMs());
    }
    report.add({.section = section,
                .name = QStringLiteral("keep a page (hash, seal, flush to the disk)"),
                .value = median(processor),
                .unit = QStringLiteral("ms CPU/page"),
                .percentile95 = percentile95(processor),
                .inDecodes = median(processor) / decodeMs});
    report.add({.section = section,
                .name = QStringLiteral("keep a page, time on the clock"),
                .value = median(wall),
                .unit = QStringLiteral("ms/page"),
                .percentile95 = percentile95(wall)});
    return {};
}

} // namespace

Result<double> measureStages(const Plan& plan, const std::vector<MadePage>& pages, Report& report)
{
    const std::vector<MadePage> colour = peerSubset(pages);
    if (colour.empty()) {
        return failure(ErrorCode::NotFound, QStringLiteral("no colour page at 300 dpi"));
    }
    std::vector<double> decodes;
    for (int round = 0; round < plan.rounds; ++round) {
        for (const MadePage& made : colour) {
            SOHOA_ASSIGN(const double time, plainDecode(made.bytes));
            decodes.push_back(time);
        }
    }
    const double decodeMs = median(decodes);
    report.add({.section = section,
                .name = QStringLiteral("libjpeg alone, full decode to RGB = 1 D"),
                .value = decodeMs,
                .unit = QStringLiteral("ms CPU/page"),
                .percentile95 = percentile95(decodes),
                .inDecodes = 1.0,
                .note = QStringLiteral("the same colour pages")});

    std::vector<MadePage> grey;
    std::vector<MadePage> bilevel;
    for (const MadePage& made : pages) {
        if (made.page.dpi > 290 && made.page.mode != dossier::ColourMode::Colour) {
            (made.page.mode == dossier::ColourMode::Grey ? grey : bilevel).push_back(made);
        }
    }
    SOHOA_TRY(measureSet(QStringLiteral("colour"), colour, plan.rounds, decodeMs, true, report));
    if (!grey.empty()) {
        SOHOA_TRY(measureSet(QStringLiteral("grey"), grey, plan.rounds, decodeMs, false, report));
    }
    if (!bilevel.empty()) {
        SOHOA_TRY(measureSet(QStringLiteral("bilevel"), bilevel, plan.rounds, decodeMs, false, report));
    }
    SOHOA_TRY(measurePapers(colour, plan.rounds, decodeMs, report));
    SOHOA_TRY(measureVault(plan, colour, decodeMs, report));
    return decodeMs;
}

} // namespace sohoa::bench
