// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/logentry.h"

#include "base/clock.h"
#include "base/digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace sohoa::sync {

namespace {

constexpr int deepest = 32;
constexpr double largestExactInteger = 9'007'199'254'740'992.0; // 2^53
constexpr qsizetype largestStamp = 64;

tl::unexpected<Error> broken(const QString& what)
{
    return failure(ErrorCode::LogBroken, what);
}

/// How deep brackets nest outside strings. Looked at before the parser runs, whose own limit is far higher.
bool nestsTooDeep(QByteArrayView bytes)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

/// A whole number that JSON carried without loss; empty for 1.5, "1", 1e300 and what is out of range.
std::optional<qint64> wholeNumber(const QJsonValue& json, qint64 smallest, qint64 largest)
{
    if (!json.isDouble() || json.toDouble() < -largestExactInteger || json.toDouble() > largestExactInteger) {
        return {};
    }
    const qint64 number = json.toInteger(smallest - 1);
    return number >= smallest && number <= largest ? std::optional(number) : std::nullopt;
}

bool isLowerHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

/// 12 hex digits, '-', 4 hex digits, '-', the workstation: as dossier::nextStamp makes them. A stamp of
/// another form would sort anywhere, and "zzzz" win for ever; so would a time beyond the year 2527, which no
/// other workstation's next stamp could top.
bool isStamp(const QString& stamp)
{
    constexpr qsizetype timeDigits = 12;
    constexpr qsizetype counterDigits = 4;
    constexpr qsizetype fixed = timeDigits + 1 + counterDigits + 1;
    const QStringView view(stamp);
    return view.size() > fixed && view.size() <= largestStamp && view[0] == u'0' &&
           isLowerHex(view.first(timeDigits)) && view[timeDigits] == u'-' &&
           isLowerHex(view.mid(timeDigits + 1, counterDigits)) && view[fixed - 1] == u'-' &&
           std::all_of(view.begin() + fixed, view.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isUid(const QString& uid)
{
    constexpr qsizetype digits = 32;
    return uid.size() == digits && isLowerHex(uid);
}

struct NumberRule
{
    const char* name;
    qint64 smallest;
    qint64 largest;
};

constexpr qint64 mostPages = 1'000'000;
constexpr std::array dossierNumbers = {NumberRule{"supplements", 0, 10'000}};
constexpr std::array componentNumbers = {NumberRule{"expectedPages", 0, mostPages}};
constexpr std::array paperNumbers = {NumberRule{"component", 0, 100'000}, NumberRule{"bytes", 0, 1LL << 53},
                                     NumberRule{"pages", 0, mostPages},
                                     // One more than the greatest is the number of our next version.
                                     NumberRule{"version", 1, 1'000'000}};

/// The name of a number that is said and is none, or beyond what it may be; empty when all fit.
QString wrongNumber(const QJsonObject& body, std::span<const NumberRule> rules)
{
    for (const NumberRule& rule : rules) {
        const QJsonValue value = body[QLatin1String(rule.name)];
        const bool isSaid = !value.isUndefined() && !value.isNull();
        if (isSaid && !wholeNumber(value, rule.smallest, rule.largest)) {
            return QString::fromLatin1(rule.name);
        }
    }
    return {};
}

/// What parseLogEntry refuses; empty when nothing.
QString faultOf(const dossier::Change& change)
{
    const QJsonObject& body = change.body;
    if (!isStamp(change.stamp)) {
        return QStringLiteral("stamp");
    }
    if (!isUid(change.dossierUid)) {
        return QStringLiteral("dossier");
    }
    switch (change.kind) {
    case dossier::ChangeKind::DossierOpened:
    case dossier::ChangeKind::DossierSet:
        return body.isEmpty() ? QStringLiteral("body") : wrongNumber(body, dossierNumbers);
    case dossier::ChangeKind::ComponentSet:
        return wholeNumber(body[QLatin1String("number")], 1, 100'000) ? wrongNumber(body, componentNumbers)
                                                                      : QStringLiteral("number");
    case dossier::ChangeKind::PaperMade:
        if (!isUid(body[QLatin1String("uid")].toString())) {
            return QStringLiteral("uid");
        }
        return isSha256Hex(body[QLatin1String("sha256")].toString()) ? wrongNumber(body, paperNumbers)
                                                                     : QStringLiteral("sha256");
    case dossier::ChangeKind::EventNoted:
        return fromIso(body[QLatin1String("at")].toString()).isValid() ? QString() : QStringLiteral("at");
    }
    return QStringLiteral("kind");
}

QByteArray bytesOf(const QJsonValue& json)
{
    return QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact);
}

QJsonObject envelope(const LogEntry& entry, const QJsonArray& changes)
{
    QJsonObject json{{QStringLiteral("schema"), entrySchema},
                     {QStringLiteral("unit"), entry.log.unit},
                     {QStringLiteral("workstation"), entry.log.workstation},
                     {QStringLiteral("seq"), entry.sequence},
                     {QStringLiteral("previous"), entry.previous},
                     {QStringLiteral("writtenAt"), toIso(entry.writtenAt)},
                     {QStringLiteral("changes"), changes}};
    if (!entry.instance.isEmpty()) {
        json[QStringLiteral("instance")] = entry.instance;
    }
    return json;
}

Result<QJsonObject> objectFrom(QByteArrayView bytes)
{
    if (bytes.size() > largestEntryBytes) {
        return broken(QStringLiteral("over %1 bytes").arg(largestEntryBytes));
    }
    if (nestsTooDeep(bytes)) {
        return broken(QStringLiteral("nested deeper than %1").arg(deepest));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return broken(QStringLiteral("no JSON object: ") + error.errorString());
    }
    return document.object();
}

} // namespace

QString noPrevious()
{
    return QString(64, u'0');
}

Result<BuiltEntry> buildEntry(const LogIdentity& log, const LogHead& head,
                              std::span<const dossier::Change> changes, const QDateTime& writtenAt,
                              const QString& instance)
{
    const LogEntry entry{log, head.sequence + 1, head.sequence == 0 ? noPrevious() : head.sha256, writtenAt,
                         {},  instance};
    BuiltEntry built;
    built.key = logKey(log, entry.sequence);
    if (built.key.isEmpty() || changes.empty() || !isSha256Hex(entry.previous) || !writtenAt.isValid() ||
        (!instance.isEmpty() && !isUid(instance))) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no changes, or no such log or head"));
    }
    qsizetype length = bytesOf(envelope(entry, {})).size();
    QJsonArray taken;
    for (const dossier::Change& change : changes) {
        if (const QString fault = faultOf(change); !fault.isEmpty()) {
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("change %1: %2").arg(change.stamp, fault));
        }
        const QJsonObject json = toJson(change);
        const QByteArray text = bytesOf(json);
        // The two levels around a change are the entry and its list.
        if (nestsTooDeep("[[" + text)) {
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("change %1 nests too deep").arg(change.stamp));
        }
        const qsizetype comma = taken.isEmpty() ? 0 : 1;
        if (length + comma + text.size() > largestEntryBytes) {
            break;
        }
        length += comma + text.size();
        taken.append(json);
        ++built.taken;
    }
    if (built.taken == 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("one change is over the limit"));
    }
    built.bytes = bytesOf(envelope(entry, taken));
    built.sha256 = sha256Hex(built.bytes);
    return built;
}

Result<LogEntry> parseLogEntry(QByteArrayView bytes)
{
    SOHOA_ASSIGN(const QJsonObject json, objectFrom(bytes));
    const auto schema = wholeNumber(json[QLatin1String("schema")], 1, 1'000'000);
    if (!schema) {
        return broken(QStringLiteral("schema"));
    }
    if (*schema > entrySchema) {
        return failure(ErrorCode::Unsupported, QStringLiteral("schema %1").arg(*schema));
    }
    const auto workstation = wholeNumber(json[QLatin1String("workstation")], 0, largestWorkstation);
    const auto sequence = wholeNumber(json[QLatin1String("seq")], 1, largestSequence);
    LogEntry entry{{json[QLatin1String("unit")].toString(), static_cast<int>(workstation.value_or(0))},
                   sequence.value_or(0),
                   json[QLatin1String("previous")].toString(),
                   fromIso(json[QLatin1String("writtenAt")].toString()),
                   {},
                   json[QLatin1String("instance")].toString()};
    if (!entry.instance.isEmpty() && !isUid(entry.instance)) {
        return broken(QStringLiteral("instance"));
    }
    if (!workstation || !isValidUnit(entry.log.unit)) {
        return broken(QStringLiteral("unit or workstation"));
    }
    if (!sequence || !isSha256Hex(entry.previous) || (entry.previous == noPrevious()) != (*sequence == 1)) {
        return broken(QStringLiteral("seq or previous"));
    }
    if (!entry.writtenAt.isValid() || !json[QLatin1String("changes")].isArray()) {
        return broken(QStringLiteral("writtenAt or changes"));
    }
    const QJsonArray changes = json[QLatin1String("changes")].toArray();
    if (changes.isEmpty()) {
        return broken(QStringLiteral("no changes"));
    }
    entry.changes.reserve(static_cast<std::size_t>(changes.size()));
    for (const QJsonValue& item : changes) {
        const auto change = dossier::changeFrom(item.toObject());
        if (!change) {
            return broken(QStringLiteral("change %1").arg(entry.changes.size()));
        }
        if (const QString fault = faultOf(*change); !fault.isEmpty()) {
            return broken(QStringLiteral("change %1: %2").arg(entry.changes.size()).arg(fault));
        }
        entry.changes.push_back(*change);
    }
    return entry;
}

} // namespace sohoa::sync
