// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/change.h"
#include "dossier/logidentity.h"

#include <QJsonValue>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace sohoa::dossier {

/// One value that somebody gave a field.
struct FieldWrite
{
    QString stamp;
    LogIdentity writer;
    QJsonValue value;

    bool operator==(const FieldWrite&) const = default;
};

/// Two people gave a field different values without knowing of each other. The later stamp counts; the other
/// is kept and shown.
struct Conflict
{
    QString field; ///< "dueAt", "applicant.phone", "component 2.state", "paper <uid>.title"
    FieldWrite winner;
    FieldWrite loser;

    bool operator==(const Conflict&) const = default;
};

/// A dossier as all logs together tell it.
struct FoldedDossier
{
    bool opened = false; ///< its opening was among the changes; otherwise its log has not come in yet
    Dossier dossier;
    std::vector<Component> components; ///< by number
    std::vector<Paper> papers;         ///< by component, version, uid; delivery is left at its default
    std::vector<Event> events;         ///< by time, then stamp
    std::vector<Conflict> conflicts;   ///< by field, then loser's stamp
    QString lastStamp;                 ///< the latest of all

    bool operator==(const FoldedDossier&) const = default;
};

/// Folds changes of any number of logs into dossiers. Adding is commutative and idempotent: order, repeats
/// and how the changes were cut into entries make no difference. A field is a member of a change's body
/// (members of "applicant" one by one); the write with the latest stamp wins, then the greater writer, then
/// the greater value.
///
/// What counts as known to a writer, and therefore is an edit and not a conflict: the dossier's opening, its
/// own earlier writes, and the writes whose stamps it names in the body's member "replaces" ({field: stamp},
/// or {field: [stamp, stamp]} by who settles a conflict). docs/warehouse-schema.md is the specification.
class Fold
{
public:
    Fold();
    ~Fold();
    Fold(Fold&&) noexcept;
    Fold& operator=(Fold&&) noexcept;
    Fold(const Fold&) = delete;
    Fold& operator=(const Fold&) = delete;

    void add(const LogIdentity& writer, std::span<const Change> changes);

    [[nodiscard]] std::vector<QString> uids() const; ///< ascending
    [[nodiscard]] std::optional<FoldedDossier> dossier(const QString& uid) const;
    /// Stamp of the value that counts now, for "replaces" of an edit; "" when the field was never written.
    [[nodiscard]] QString stampOf(const QString& uid, const QString& field) const;

private:
    struct Dossiers;
    std::unique_ptr<Dossiers> m_dossiers;
};

/// A body that names what it replaces: for each member, the stamp that counts for it now.
/// @param prefix of the fields in `body`: "" for the dossier, componentPrefix(), paperPrefix()
QJsonObject replacing(const Fold& fold, const QString& uid, QJsonObject body, const QString& prefix = {});

/// What names of fields start with: "component 2.", "paper <uid>."
QString componentPrefix(int number);
QString paperPrefix(const QString& paperUid);

/// The change that ends a difference: gives `field` the value that was written under `chosenStamp`, and names
/// every other value of that field as seen. The stamp of the result is left empty. Empty when the field has
/// no conflict or none of its values has that stamp.
std::optional<Change> settlement(const FoldedDossier& folded, const QString& field,
                                 const QString& chosenStamp);

} // namespace sohoa::dossier
