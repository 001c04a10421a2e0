// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace sohoa::dossier {

/// The indicators of Quyết định 766/QĐ-TTg (23/06/2022) that a counter can count from its own dossiers. Each
/// is a numerator over a denominator, both numbers of dossiers.
///
/// Common to all:
/// - A dossier belongs to the period its reception date (receivedAt, day in +07:00) falls in; a dossier
///   without reception date is counted nowhere.
/// - "Received" is a dossier with a reception date whose status is neither Registered (1) nor Rejected (3).
///   All denominators hold received dossiers only. Withdrawn and stopped ones stay counted.
/// - "Component file": a paper of any component but resultComponent. "Result file": a paper of
///   resultComponent. A paper counts once it is made; waiting for signature or delivery does not matter.
/// - Denominator 0 is "no data", neither 0 % nor 100 %.
enum class IndicatorKind
{
    /// Kết quả giải quyết điện tử. Denominator: received, procedure gives a result (givesResult). Numerator:
    /// of those, the ones with a result file.
    ElectronicResults,
    /// Số hóa hồ sơ. Denominator: received and in competence: decidingUnit empty or equal to unit. Numerator:
    /// of those, the ones with a component file and (a result file, or a procedure that gives no result). A
    /// dossier with nothing but shown papers stays in the denominator (not confirmed in the legal text): list
    /// such dossiers apart, so that nobody scans an ID card to lift the rate.
    DigitizedDossiers,
    /// Tái sử dụng. Denominator: received. Numerator: of those, the ones with at least one component in state
    /// Reused.
    Reuse,
    /// Kết nối, chia sẻ. Denominator: received. Numerator: of those, the ones with at least one component in
    /// state Reused, or a result file the warehouse confirmed.
    Connected,
    /// Đúng hạn. Denominator: received, with a due date (without one nothing says late or in time; show their
    /// number apart). Numerator: of those, the ones that are not overdue: fewer than two requests for
    /// supplement, and finishedAt <= dueAt, or not finished and now <= dueAt.
    OnTime,
    /// Hồ sơ trực tuyến. Denominator: received. Numerator: of those, the ones of channel Online that have a
    /// result file or whose procedure gives no result. A scanned paper dossier stays Direct.
    OnlineShare,
};

inline constexpr std::array indicatorKinds = {IndicatorKind::ElectronicResults,
                                              IndicatorKind::DigitizedDossiers,
                                              IndicatorKind::Reuse,
                                              IndicatorKind::Connected,
                                              IndicatorKind::OnTime,
                                              IndicatorKind::OnlineShare};

/// What was counted. 0 <= numerator <= denominator.
struct IndicatorCount
{
    IndicatorKind kind = IndicatorKind::DigitizedDossiers;
    qint64 numerator = 0;
    qint64 denominator = 0;

    bool operator==(const IndicatorCount&) const = default;
};

/// How the rows of a report are cut.
enum class ReportBy
{
    None,      ///< one row for everything
    Procedure, ///< procedure code as filed
    Field,     ///< lĩnh vực
    Officer,   ///< who took the dossier in
    Unit,      ///< unit that received
    Day,       ///< reception date, ISO 8601
};

/// The counts of one group of a report, one for each indicator.
struct IndicatorGroup
{
    QString key; ///< code, name or date by ReportBy; empty for ReportBy::None
    std::vector<IndicatorCount> counts;

    bool operator==(const IndicatorGroup&) const = default;
};

/// The words of files and the command line: "electronic-results", "digitized", "reuse", "connected",
/// "on-time", "online"; "none", "procedure", "field", "officer", "unit", "day".
QString toString(IndicatorKind kind);
QString toString(ReportBy by);
std::optional<IndicatorKind> indicatorKindFrom(const QString& word);
std::optional<ReportBy> reportByFrom(const QString& word);

/// What the indicators ask about a dossier beyond its own fields.
struct DossierFacts
{
    bool hasComponentFile = false;
    bool hasResultFile = false;
    bool hasConfirmedResult = false; ///< a result file whose delivery is Confirmed
    bool hasReusedComponent = false;

    bool operator==(const DossierFacts&) const = default;
};

enum class IndicatorPlace
{
    NotCounted,
    DenominatorOnly,
    Numerator, ///< in both
};

/// Facts of a dossier from its components and papers.
DossierFacts factsOf(const std::vector<Component>& components, const std::vector<Paper>& papers);

/// The definitions above as code: where a dossier counts. The SQL of app/storage must agree with it.
IndicatorPlace placeOf(IndicatorKind kind, const Dossier& dossier, const DossierFacts& facts,
                       const QDateTime& now);

/// Whether a dossier counts as received: a reception date, and a status other than Registered and Rejected.
bool isReceived(const Dossier& dossier);

/// Whether a dossier is overdue at the time `now`: a second request for supplement was made (domain rule of
/// Quyết định 766/QĐ-TTg), or it was finished after, or still runs after, its due date. Never for a dossier
/// without due date, unless by the second request.
bool isOverdue(const Dossier& dossier, const QDateTime& now);

} // namespace sohoa::dossier
