// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cost.h"
#include "measures.h"

#include <QImage>
#include <QTemporaryDir>

#include <algorithm>

namespace sohoa::bench {

namespace {

const QString section = QStringLiteral("peers");

/// A program that is measured, over all its runs.
struct Peer
{
    QString name;
    QString program;
    QString note;
    double processorMs = 0;
    std::optional<QString> refusal = {};

    /// One run; only these exit codes count as done.
    void run(const QStringList& arguments, const std::vector<int>& fine = {0})
    {
        if (refusal) {
            return;
        }
        const Result<ChildCost> cost = runChild(program, arguments);
        if (!cost) {
            refusal = cost.error().code == ErrorCode::FileNotFound ? QStringLiteral("not installed")
                                                                   : describe(cost.error());
        } else if (std::find(fine.begin(), fine.end(), cost->exitCode) == fine.end()) {
            refusal = QStringLiteral("ended with %1").arg(cost->exitCode);
        } else {
            processorMs += cost->processorMs;
        }
    }
    void report(std::size_t pages, double decodeMs, Report& report) const
    {
        if (refusal) {
            report.skip(section, name, *refusal);
            return;
        }
        const double each = processorMs / static_cast<double>(pages);
        report.add({.section = section,
                    .name = name,
                    .value = each,
                    .unit = QStringLiteral("ms CPU/page"),
                    .inDecodes = each / decodeMs,
                    .note = note});
    }
};

/// OCRmyPDF takes PDFs: img2pdf's, as its manual advises.
void measurePdfMakers(const QStringList& files, const QString& folder, double decodeMs, Report& report)
{
    const auto pages = static_cast<std::size_t>(files.size());
    const QString plain = folder + QStringLiteral("/plain.pdf");
    Peer img2pdf{QStringLiteral("img2pdf: PDF, passed through"), QStringLiteral("img2pdf"),
                 QStringLiteral("no PDF/A, nothing looked at")};
    img2pdf.run(QStringList{QStringLiteral("--output"), plain} + files);
    img2pdf.report(pages, decodeMs, report);

    Peer ocrmypdf{QStringLiteral("OCRmyPDF: PDF/A, no OCR"), QStringLiteral("ocrmypdf"),
                  QStringLiteral("--tesseract-timeout 0 --skip-text --output-type pdfa")};
    if (img2pdf.refusal) {
        ocrmypdf.refusal = QStringLiteral("needs img2pdf for its input");
    }
    ocrmypdf.run({QStringLiteral("--quiet"), QStringLiteral("--jobs"), QStringLiteral("1"),
                  QStringLiteral("--tesseract-timeout"), QStringLiteral("0"), QStringLiteral("--skip-text"),
                  QStringLiteral("--output-type"), QStringLiteral("pdfa"), plain,
                  folder + QStringLiteral("/archive.pdf")});
    ocrmypdf.report(pages, decodeMs, report);
}

/// Ours as programs, so that starting up counts for both sides.
void measureOurs(const QStringList& files, const QString& folder, double decodeMs, Report& report)
{
    const auto pages = static_cast<std::size_t>(files.size());
    const QString program = ownProgram(QStringLiteral("sohoa-cli"));
    Peer inspect{QStringLiteral("sohoa-cli inspect: blank, skew, turn, codes, quality"), program, {}};
    inspect.run(QStringList{QStringLiteral("inspect"), QStringLiteral("--quiet")} + files);
    inspect.report(pages, decodeMs, report);

    Peer digitize{QStringLiteral("sohoa-cli digitize: the same, clean, PDF/A, check, keep"), program,
                  QStringLiteral("encrypted home, journal, flushed to the disk")};
    const QString home = folder + QStringLiteral("/home");
    Peer init{QStringLiteral("init"), program, {}};
    init.run({QStringLiteral("init"), QStringLiteral("--home"), home, QStringLiteral("--unit"),
              QStringLiteral("H56.14"), QStringLiteral("--unit-name"), QStringLiteral("Đo thử")});
    digitize.refusal = init.refusal;
    digitize.run(QStringList{QStringLiteral("digitize"), QStringLiteral("--quiet"), QStringLiteral("--home"),
                             home, QStringLiteral("--procedure"), QStringLiteral("2.000815"),
                             QStringLiteral("--component"), QStringLiteral("2")} +
                     files,
                 {0, 1});
    digitize.report(pages, decodeMs, report);
}

void measureCleaners(const QStringList& files, const QString& folder, double decodeMs, Report& report)
{
    Peer unpaper{QStringLiteral("unpaper: deskew and clean"), QStringLiteral("unpaper"),
                 QStringLiteral("from PPM made beforehand, to PPM; no decoding of JPEG, no encoding")};
    Peer zbarimg{QStringLiteral("zbarimg: codes"), QStringLiteral("zbarimg"),
                 QStringLiteral("decoding included")};
    for (const QString& file : files) {
        zbarimg.run({QStringLiteral("--quiet"), QStringLiteral("--nodbus"), file}, {0, 4}); // 4: none found
        const QString pixels = folder + QStringLiteral("/page.ppm");
        if (!unpaper.refusal && !QImage(file).save(pixels, "PPM")) {
            unpaper.refusal = QStringLiteral("no PPM could be written");
        }
        unpaper.run({QStringLiteral("--quiet"), QStringLiteral("--overwrite"), pixels,
                     folder + QStringLiteral("/clean.ppm")});
    }
    zbarimg.report(static_cast<std::size_t>(files.size()), decodeMs, report);
    unpaper.report(static_cast<std::size_t>(files.size()), decodeMs, report);
}

} // namespace

Status measurePeers(const Plan& plan, const std::vector<MadePage>& pages, double decodeMs, Report& report)
{
    const QTemporaryDir folder(plan.work.filePath(QStringLiteral("peers-XXXXXX")));
    if (!folder.isValid()) {
        return failure(ErrorCode::StorageFailed, folder.errorString());
    }
    QStringList files;
    for (const MadePage& made : peerSubset(pages)) {
        if (files.size() < plan.peerPages) {
            files += made.path;
        }
    }
    if (files.isEmpty()) {
        report.skip(section, QStringLiteral("peers"), QStringLiteral("no colour page at 300 dpi"));
        return {};
    }
    report.condition(QStringLiteral("pages the peers got"), files.size());
    measureOurs(files, folder.path(), decodeMs, report);
    measurePdfMakers(files, folder.path(), decodeMs, report);
    measureCleaners(files, folder.path(), decodeMs, report);
    return {};
}

} // namespace sohoa::bench
