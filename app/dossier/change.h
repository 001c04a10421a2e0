// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sohoa::dossier {

/// What a change does. A dossier in the warehouse is the fold of all changes about it; the later change of
/// the same field wins by hybrid logical clock, the other stays in the log and can be shown.
enum class ChangeKind
{
    DossierOpened, ///< body: every field of the dossier, applicant included
    DossierSet,    ///< body: the fields that changed
    ComponentSet,  ///< body: number, and of the other fields of a component those that changed
    PaperMade,     ///< body: uid, component, code, title, sha256, bytes, pages, version, madeAt, signature
    EventNoted,    ///< body: at, kind, actor, detail
};

/// One change as it stands in the log of a workstation.
struct Change
{
    /// Hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva, Leone, OPODIS 2014) as text that sorts by
    /// time: milliseconds since 1970 as 12 hex digits, a counter as 4 hex digits, the workstation:
    /// "019351a2b3c4-0000-3".
    QString stamp;
    QString dossierUid;
    ChangeKind kind = ChangeKind::DossierSet;
    QJsonObject body;

    bool operator==(const Change&) const = default;
};

QString toString(ChangeKind kind);
std::optional<ChangeKind> changeKindFrom(const QString& word);

/// The JSON of docs/warehouse-schema.md: {"stamp", "dossier", "kind", "body"}; empty when a member is missing
/// or wrong.
QJsonObject toJson(const Change& change);
std::optional<Change> changeFrom(const QJsonObject& json);

/// Bodies of changes.
QJsonObject changeBody(const Dossier& dossier);
QJsonObject changeBody(const Component& component);
QJsonObject changeBody(const Paper& paper);
QJsonObject changeBody(const Event& event);
/// The reverse of changeBody; fields that are missing keep their defaults.
Dossier dossierFrom(const QString& uid, const QJsonObject& body);
Component componentFrom(const QString& dossierUid, const QJsonObject& body);
Paper paperFrom(const QString& dossierUid, const QJsonObject& body);
Event eventFrom(const QString& dossierUid, const QJsonObject& body);

/// A hybrid logical clock's stamp after `last` (may be empty) at the time `now`: greater than both, whatever
/// the machine's clock did.
QString nextStamp(const QString& last, const QDateTime& now, int workstation);

} // namespace sohoa::dossier
