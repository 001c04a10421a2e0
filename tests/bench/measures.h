// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/page.h"
#include "figures.h"

#include <QDir>
#include <QStringList>

#include <vector>

namespace sohoa::bench {

/// How much is measured.
struct Plan
{
    QDir work;         ///< where made pages are kept and homes are made
    int pages = 50;    ///< made by resources/samples/generator/make-pages
    int rounds = 3;    ///< times each page is measured; the median counts
    int peerPages = 8; ///< at most; unpaper and OCRmyPDF take seconds a page
    std::vector<int> memoryPages = {50, 500};
    int digitizePages = 50;
    std::vector<int> dossiers = {1'000, 100'000};
    int queries = 30; ///< times each query is asked
    bool codesGrid = true;
    std::vector<int> reviewPages = {200, 2'000}; ///< of the dossiers that are looked through in the window
};

/// Files of the measurement are read up to here.
inline constexpr qint64 largestFile = 256LL * 1024 * 1024;

/// A made page, in memory.
struct MadePage
{
    QString path;
    QByteArray bytes;
    dossier::Page page;
};

/// Paths of the made pages, of the cache in `plan.work` or made now. Errors: Internal when the generator
/// fails.
[[nodiscard]] Result<QStringList> madePages(const Plan& plan);
[[nodiscard]] Result<std::vector<MadePage>> loadPages(const QStringList& paths);
/// Those scanned in colour at 300 dpi and stored as JPEG: what the peers get too.
std::vector<MadePage> peerSubset(const std::vector<MadePage>& pages);
/// The grid of hard QR codes of make-codes.
[[nodiscard]] Result<QString> madeCodes(const Plan& plan);

/// Milliseconds of processor time of one full decode to RGB by libjpeg alone, nothing of ours: 1 D.
[[nodiscard]] Result<double> plainDecode(const QByteArray& jpeg);

/// Our stages in this process.
/// @return 1 D of the colour pages, in milliseconds
[[nodiscard]] Result<double> measureStages(const Plan& plan, const std::vector<MadePage>& pages,
                                           Report& report);
/// Other programs on the same pages, and sohoa-cli as a program beside them.
[[nodiscard]] Status measurePeers(const Plan& plan, const std::vector<MadePage>& pages, double decodeMs,
                                  Report& report);
/// QR codes found and misread on the grid of make-codes, ours and zbarimg's.
[[nodiscard]] Status measureCodes(const Plan& plan, Report& report);
/// Peak memory of sohoa-cli over small and large stacks.
[[nodiscard]] Status measureMemory(const Plan& plan, const QStringList& pages, Report& report);
/// The screen Số hóa with dossiers of many pages: the longest event of each thing a clerk does, and memory.
[[nodiscard]] Status measureReview(const Plan& plan, const QStringList& pages, Report& report);
/// Questions to the journal at each number of dossiers of the plan.
[[nodiscard]] Status measureJournal(const Plan& plan, Report& report);

/// The program of that name beside this one.
QString ownProgram(const QString& name);

} // namespace sohoa::bench
