// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/examine.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace sohoa::test {

/// A page with what is true of it and what was found.
struct ScoredPage
{
    QString file;
    QString kind;
    bool blank = false;
    double skewDegrees = 0;
    int orientation = 0;
    std::optional<dossier::Quad> quad = {};
    bool hasText = false; ///< enough lines to tell which way up
    QStringList marks = {};
    QStringList codes = {}; ///< what they say
    dossier::PageFindings found = {};
    imaging::ExamineTrace trace = {};
    double cpuMilliseconds = 0; ///< of examine
    double decodeMilliseconds = 0;
    double codeMilliseconds = 0;
    /// Of orientation alone: its share of the time of examine.
    [[nodiscard]] double turnMilliseconds() const;
};

/// The figures of a set of pages.
struct Score
{
    int pages = 0;
    int blanks = 0;
    int blanksFound = 0;
    int contentLost = 0;
    int skewScored = 0;
    double skewMedian = 0;
    double skewWithinTenth = 0; ///< share, pages without an answer count as their own skew
    int skewOverHalf = 0;       ///< pages, counted likewise
    int skewUnanswered = 0;
    double skewMost = 0;
    int skewMadeWorse = 0;
    int turnScored = 0;
    int turnRight = 0;
    int turnWrong = 0;
    double turnMean = 0; ///< milliseconds of processor time a page that is not blank
    int quads = 0;
    double quadMedian = 0; ///< intersection over union
    double quadAbove98 = 0;
    int quadsInvented = 0; ///< an outline where the sheet fills the picture
    double cpuMedian = 0;
    int codes = 0;
    int codesRead = 0;
    int codesFalse = 0;
    double decodeMedian = 0;
    double codeMedian = 0;
};

/// Examines every page of a folder made by resources/samples/generator/make-pages. Empty when there is no
/// truth.json.
std::vector<ScoredPage> examineFolder(const QString& folder);
Score scoreOf(const std::vector<ScoredPage>& pages);
QJsonObject toJson(const Score& score);
/// Area of the intersection over area of the union of two quadrilaterals.
double overlap(const dossier::Quad& a, const dossier::Quad& b);

} // namespace sohoa::test
