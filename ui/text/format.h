// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/page.h"
#include "ui/widgets/basics.h"

#include <QString>

namespace sohoa::ui {

/// A name from wording/names.h at the beginning of a line.
QString capital(const QString& text);
/// A dash where there is nothing.
QString orDash(const QString& text);

/// What to do with a component: the verb at the counter, with its symbol.
ChipText dutyChip(dossier::Duty duty);
ChipText stateChip(dossier::ComponentState state, dossier::Duty duty);
ChipText statusChip(dossier::DossierStatus status);
ChipText deliveryChip(dossier::DeliveryState state);
Icon eventSymbol(dossier::EventKind kind);

} // namespace sohoa::ui
