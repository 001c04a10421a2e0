// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/fold.h"

#include "base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>
#include <tuple>

namespace sohoa::dossier {

namespace {

const QString replaces = QStringLiteral("replaces");
const QString applicant = QStringLiteral("applicant");

/// Text that orders JSON values and is the same for the same value.
QByteArray orderOf(const QJsonValue& value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

struct Write
{
    FieldWrite write;
    QStringList replaced; ///< stamps of the writes its author saw there; empty when not said
    bool opening = false; ///< part of the dossier's opening, which every later writer has seen

    [[nodiscard]] auto rank() const
    {
        return std::make_tuple(write.stamp, write.writer.unit, write.writer.workstation, orderOf(write.value),
                               replaced, opening);
    }
    bool operator<(const Write& other) const { return rank() < other.rank(); }
};

/// Every value a field was ever given, in the order of stamps; the last one counts.
using Field = std::set<Write>;

/// The values that lost though the winner's author did not know of them. Goes from the latest write to the
/// first. What an author had seen of another one's writes is always a beginning of them, so one index a
/// writer says it all: everything up to there has been seen by somebody later.
std::vector<Conflict> conflictsOf(const QString& name, const Field& field)
{
    const std::vector<Write> writes(field.begin(), field.end());
    std::map<LogIdentity, std::size_t> seenUpTo; // one beyond the index
    const auto markSeen = [&seenUpTo](const LogIdentity& writer, std::size_t index) {
        std::size_t& known = seenUpTo[writer];
        known = std::max(known, index + 1);
    };
    std::vector<Conflict> conflicts;
    for (std::size_t i = writes.size(); i-- > 0;) {
        const Write& current = writes[i];
        const bool isKnown = current.opening || i < seenUpTo[current.write.writer];
        const bool isWinner = i + 1 == writes.size();
        if (!isKnown && !isWinner && current.write.value != writes.back().write.value) {
            conflicts.push_back({name, writes.back().write, current.write});
        }
        markSeen(current.write.writer, i);
        const auto isBefore = [](const Write& candidate, const QString& stamp) {
            return candidate.write.stamp < stamp;
        };
        const auto here = writes.begin() + static_cast<std::ptrdiff_t>(i);
        for (const QString& stamp : current.replaced) {
            for (auto seen = std::lower_bound(writes.begin(), here, stamp, isBefore);
                 seen != here && seen->write.stamp == stamp; ++seen) {
                markSeen(seen->write.writer, static_cast<std::size_t>(seen - writes.begin()));
            }
        }
    }
    std::reverse(conflicts.begin(), conflicts.end());
    return conflicts;
}

/// The fields of a dossier, a component or a paper.
using Fields = std::map<QString, Field>;

/// One stamp, or a list of them; what is neither says nothing.
QStringList stampsFrom(const QJsonValue& json)
{
    QStringList stamps;
    if (json.isString()) {
        stamps += json.toString();
    }
    const QJsonArray list = json.toArray();
    for (const QJsonValue& item : list) {
        if (item.isString()) {
            stamps += item.toString();
        }
    }
    return stamps;
}

void write(Fields& fields, const LogIdentity& writer, const Change& change, bool opening)
{
    const QJsonObject replaced = change.body[replaces].toObject();
    const auto put = [&](const QString& name, const QJsonValue& value) {
        fields[name].insert({{change.stamp, writer, value}, stampsFrom(replaced[name]), opening});
    };
    for (auto member = change.body.begin(); member != change.body.end(); ++member) {
        if (member.key() == replaces) {
            continue;
        }
        if (member.key() == applicant && member.value().isObject()) {
            const QJsonObject person = member.value().toObject();
            for (auto part = person.begin(); part != person.end(); ++part) {
                put(applicant + u'.' + part.key(), part.value());
            }
        } else {
            put(member.key(), member.value());
        }
    }
}

/// The values that count, as a body again.
QJsonObject bodyOf(const Fields& fields)
{
    QJsonObject body;
    QJsonObject person;
    for (const auto& [name, field] : fields) {
        const QJsonValue& value = field.rbegin()->write.value;
        if (name.startsWith(applicant + u'.')) {
            person[name.mid(applicant.size() + 1)] = value;
        } else {
            body[name] = value;
        }
    }
    if (!person.isEmpty()) {
        body[applicant] = person;
    }
    return body;
}

void appendConflicts(std::vector<Conflict>& conflicts, const QString& prefix, const Fields& fields)
{
    for (const auto& [name, field] : fields) {
        std::vector<Conflict> found = conflictsOf(prefix + name, field);
        conflicts.insert(conflicts.end(), found.begin(), found.end());
    }
}

struct Contents
{
    bool opened = false;
    Fields fields;
    std::map<int, Fields> components;
    std::map<QString, Fields> papers;
    std::map<std::pair<QString, QByteArray>, QJsonObject> events; ///< by stamp and content
    QString lastStamp;
};

} // namespace

QString componentPrefix(int number)
{
    return QStringLiteral("component %1.").arg(number);
}

QString paperPrefix(const QString& uid)
{
    return QStringLiteral("paper %1.").arg(uid);
}

struct Fold::Dossiers
{
    std::map<QString, Contents> byUid;
};

Fold::Fold()
    : m_dossiers(std::make_unique<Dossiers>())
{
}

Fold::~Fold() = default;
Fold::Fold(Fold&&) noexcept = default;
Fold& Fold::operator=(Fold&&) noexcept = default;

void Fold::add(const LogIdentity& writer, std::span<const Change> changes)
{
    for (const Change& change : changes) {
        Contents& contents = m_dossiers->byUid[change.dossierUid];
        contents.lastStamp = std::max(contents.lastStamp, change.stamp);
        switch (change.kind) {
        case ChangeKind::DossierOpened:
            contents.opened = true;
            write(contents.fields, writer, change, true);
            break;
        case ChangeKind::DossierSet:
            write(contents.fields, writer, change, false);
            break;
        case ChangeKind::ComponentSet:
            write(contents.components[change.body[QLatin1String("number")].toInt()], writer, change, false);
            break;
        case ChangeKind::PaperMade:
            write(contents.papers[change.body[QLatin1String("uid")].toString()], writer, change, false);
            break;
        case ChangeKind::EventNoted:
            contents.events[{change.stamp, orderOf(change.body)}] = change.body;
            break;
        }
    }
}

std::vector<QString> Fold::uids() const
{
    std::vector<QString> uids;
    uids.reserve(m_dossiers->byUid.size());
    for (const auto& [uid, contents] : m_dossiers->byUid) {
        uids.push_back(uid);
    }
    return uids;
}

std::optional<FoldedDossier> Fold::dossier(const QString& uid) const
{
    const auto found = m_dossiers->byUid.find(uid);
    if (found == m_dossiers->byUid.end()) {
        return {};
    }
    const Contents& contents = found->second;
    FoldedDossier folded;
    folded.opened = contents.opened;
    folded.lastStamp = contents.lastStamp;
    folded.dossier = dossierFrom(uid, bodyOf(contents.fields));
    appendConflicts(folded.conflicts, {}, contents.fields);
    for (const auto& [number, fields] : contents.components) {
        folded.components.push_back(componentFrom(uid, bodyOf(fields)));
        appendConflicts(folded.conflicts, componentPrefix(number), fields);
    }
    for (const auto& [paperUid, fields] : contents.papers) {
        folded.papers.push_back(paperFrom(uid, bodyOf(fields)));
        appendConflicts(folded.conflicts, paperPrefix(paperUid), fields);
    }
    for (const auto& [key, body] : contents.events) {
        folded.events.push_back(eventFrom(uid, body));
    }
    std::stable_sort(folded.events.begin(), folded.events.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    std::stable_sort(folded.papers.begin(), folded.papers.end(), [](const auto& a, const auto& b) {
        return std::tie(a.component, a.version, a.uid) < std::tie(b.component, b.version, b.uid);
    });
    std::stable_sort(folded.conflicts.begin(), folded.conflicts.end(),
                     [](const Conflict& a, const Conflict& b) { return a.field < b.field; });
    return folded;
}

QString Fold::stampOf(const QString& uid, const QString& field) const
{
    const auto found = m_dossiers->byUid.find(uid);
    if (found == m_dossiers->byUid.end()) {
        return {};
    }
    const auto stampIn = [](const Fields& fields, const QString& name) {
        const auto written = fields.find(name);
        return written == fields.end() ? QString() : written->second.rbegin()->write.stamp;
    };
    for (const auto& [number, fields] : found->second.components) {
        if (field.startsWith(componentPrefix(number))) {
            return stampIn(fields, field.mid(componentPrefix(number).size()));
        }
    }
    for (const auto& [paperUid, fields] : found->second.papers) {
        if (field.startsWith(paperPrefix(paperUid))) {
            return stampIn(fields, field.mid(paperPrefix(paperUid).size()));
        }
    }
    return stampIn(found->second.fields, field);
}

QJsonObject replacing(const Fold& fold, const QString& uid, QJsonObject body, const QString& prefix)
{
    QJsonObject stamps;
    const auto note = [&](const QString& name) {
        if (const QString stamp = fold.stampOf(uid, prefix + name); !stamp.isEmpty()) {
            stamps[name] = stamp;
        }
    };
    const QStringList members = body.keys();
    for (const QString& name : members) {
        note(name);
    }
    const QStringList parts = body[applicant].toObject().keys();
    for (const QString& part : parts) {
        note(applicant + u'.' + part);
    }
    if (!stamps.isEmpty()) {
        body[replaces] = stamps;
    }
    return body;
}

std::optional<Change> settlement(const FoldedDossier& folded, const QString& field,
                                 const QString& chosenStamp)
{
    std::optional<QJsonValue> value;
    QStringList seen;
    for (const Conflict& conflict : folded.conflicts) {
        if (conflict.field != field) {
            continue;
        }
        for (const FieldWrite* written : {&conflict.winner, &conflict.loser}) {
            seen += written->stamp;
            if (written->stamp == chosenStamp) {
                value = written->value;
            }
        }
    }
    if (!value) {
        return {};
    }
    seen.removeDuplicates();
    Change change{{}, folded.dossier.uid, ChangeKind::DossierSet, {}};
    QString name = field;
    for (const Component& component : folded.components) {
        const QString prefix = componentPrefix(component.number);
        if (field.startsWith(prefix)) {
            change.kind = ChangeKind::ComponentSet;
            change.body[QStringLiteral("number")] = component.number;
            name = field.mid(prefix.size());
        }
    }
    for (const Paper& paper : folded.papers) {
        const QString prefix = paperPrefix(paper.uid);
        if (field.startsWith(prefix)) {
            change.kind = ChangeKind::PaperMade;
            change.body = changeBody(paper);
            name = field.mid(prefix.size());
        }
    }
    if (name.startsWith(applicant + u'.')) {
        change.body[applicant] = QJsonObject{{name.mid(applicant.size() + 1), *value}};
    } else {
        change.body[name] = *value;
    }
    change.body[replaces] = QJsonObject{{name, QJsonArray::fromStringList(seen)}};
    return change;
}

} // namespace sohoa::dossier
