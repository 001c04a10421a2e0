// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/findings.h"
#include "dossier/idcard.h"
#include "dossier/indicator.h"
#include "dossier/page.h"
#include "dossier/procedure.h"
#include "dossier/separation.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

/// Values of the dossier in the words of people, in the language of the installed translation. Any thread.
namespace sohoa::wording {

QString name(dossier::PageState state);
QString name(dossier::SetAsideReason reason); ///< "" for None
QString name(dossier::QualityFinding finding);
QString name(dossier::ColourMode mode);
QString name(dossier::CodeKind kind);

QString name(dossier::DossierStatus status);
QString name(dossier::Channel channel);
QString name(dossier::Sex sex); ///< "" for Unknown
QString name(dossier::Duty duty);
QString name(dossier::ComponentState state);
QString name(dossier::SignatureState state);
QString name(dossier::DeliveryState state);
QString name(dossier::CardField field);

QString name(dossier::IndicatorKind kind);
/// What the rows of a report are: "Procedure", "Day".
QString name(dossier::ReportBy by);

/// What to do at the counter with a component of this duty.
QString instruction(dossier::Duty duty);
/// What to compare on a card that was read but does not fit together.
QString sentence(dossier::CardWarning warning);
/// What to count or look at in a stack that does not add up, and that nothing is lost.
QString sentence(const dossier::StackAlarm& alarm);
/// A line of a dossier's history: what was done. Time and officer are shown beside it by the caller. Reads
/// "component", "pages" (or "count"), "state" and "status" (or "to") of the detail when they are there.
QString sentence(const dossier::Event& event);
/// Time limit of a procedure: "3 working days"; the note when there is no number; "" when neither.
QString timeLimit(const dossier::TimeLimit& limit);

// Dates, times and numbers are written the Vietnamese way in every language.

QString date(const QDate& date);              ///< dd/MM/yyyy; "" when invalid
QString dateTime(const QDateTime& time);      ///< dd/MM/yyyy HH:mm in +07:00; "" when invalid
QString fileSize(qint64 bytes);               ///< "512 byte", "12 KB", "1,5 MB"; powers of 1024
QString percent(double ratio);                ///< 0.3125 as "31,25 %"
QString percent(std::optional<double> ratio); ///< "no data" when empty
QString number(double value, int decimals);   ///< 3.2 as "3,20"; thousands with dots
/// How long something has been waiting: "less than a minute", "12 minutes", "3 hours 20 minutes", from two
/// days on whole days. A time in the future counts as now.
QString age(const QDateTime& since, const QDateTime& now);

} // namespace sohoa::wording
