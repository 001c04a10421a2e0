// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/indicator.h"
#include "dossier/page.h"
#include "ui/widgets/basics.h"

#include <QString>

namespace sohoa::ui {

/// "3 ngày", "5 giờ", "12 phút", "vừa xong".
QString durationText(qint64 seconds);
/// "22/11/2026"; a dash when invalid.
QString dateText(const QDate& date);
/// "08:30 22/11/2026"; a dash when invalid.
QString timeText(const QDateTime& time);
/// "8 MB", "12 KB".
QString sizeText(qint64 bytes);
/// "62,50 %".
QString percentText(double percent);

QString nameOf(dossier::Channel channel);
QString nameOf(dossier::Sex sex);
QString nameOf(dossier::DossierStatus status);
QString nameOf(dossier::DeliveryState state);
QString nameOf(dossier::IndicatorKind kind);
QString nameOf(dossier::ReportBy by);
QString nameOf(dossier::SetAsideReason reason);
QString nameOf(dossier::QualityFinding finding);

/// What to do with a component: the verb at the counter, with its symbol.
ChipText dutyChip(dossier::Duty duty);
ChipText stateChip(dossier::ComponentState state, dossier::Duty duty);
ChipText statusChip(dossier::DossierStatus status);
ChipText deliveryChip(dossier::DeliveryState state);

/// A line of a dossier's history.
QString eventSentence(const dossier::Event& event);
Icon eventSymbol(dossier::EventKind kind);

} // namespace sohoa::ui
