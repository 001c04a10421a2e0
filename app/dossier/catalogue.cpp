// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/catalogue.h"

#include "base/text.h"
#include "dossier/codes.h"
#include "dossier/dossier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace sohoa::dossier {

namespace {

constexpr int schemaVersion = 1;
// No limit of any procedure is longer than ten years; a greater number is a slip that would set the search
// for the due date going through centuries.
constexpr int longestLimit = 3650;
constexpr int lastHour = 23;

tl::unexpected<Error> invalid(const QString& where, const char* what)
{
    return failure(ErrorCode::CatalogueInvalid, where + QStringLiteral(": ") + QLatin1String(what));
}

QString textOf(const QJsonObject& json, const char* name)
{
    return toNfc(json[QLatin1String(name)].toString());
}

QStringList textsOf(const QJsonObject& json, const char* name)
{
    QStringList texts;
    for (const QJsonValue& value : json[QLatin1String(name)].toArray()) {
        if (const QString text = toNfc(value.toString()); !text.isEmpty()) {
            texts += text;
        }
    }
    return texts;
}

/// A whole number from 0 to `most`; empty when the member is missing or null.
Result<std::optional<int>> countOf(const QJsonObject& json, const char* name, int most, const QString& where)
{
    const QJsonValue value = json[QLatin1String(name)];
    if (value.isUndefined() || value.isNull()) {
        return std::nullopt;
    }
    // What is no whole number, "5" and 1.5 alike, becomes the default.
    const int count = value.toInt(-1);
    if (count < 0 || count > most) {
        return invalid(where, name);
    }
    return count;
}

/// A date in ISO 8601; invalid when the member is missing, null or empty.
Result<QDate> dateOf(const QJsonObject& json, const char* name, const QString& where)
{
    const QJsonValue value = json[QLatin1String(name)];
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    const bool isAbsent = value.isUndefined() || value.isNull() || value == QLatin1String("");
    if (!date.isValid() && !isAbsent) {
        return invalid(where, name);
    }
    return date;
}

std::optional<bool> onlineOf(const QString& channel)
{
    return channel.isEmpty() ? std::nullopt : std::optional(channel == QLatin1String("online"));
}

Result<Duty> dutyOf(const QJsonObject& json, const QString& where)
{
    if (json.contains(QLatin1String("duty"))) {
        const auto duty = dutyFrom(textOf(json, "duty"));
        if (!duty) {
            return invalid(where, "unknown duty");
        }
        return *duty;
    }
    const QString kind = textOf(json, "kind");
    if (kind == QLatin1String("xuat_trinh")) {
        return Duty::ShownOnly;
    }
    if (kind != QLatin1String("nop")) {
        return invalid(where, "unknown kind");
    }
    return textOf(json, "channel") == QLatin1String("online") ? Duty::EForm : Duty::Scan;
}

Result<ComponentRule> componentOf(const QJsonObject& json, int number, const QString& where)
{
    ComponentRule rule;
    rule.number = number;
    rule.name = textOf(json, "name_vi");
    if (rule.name.isEmpty()) {
        return invalid(where, "component without name");
    }
    const QString channel = textOf(json, "channel");
    if (!channel.isEmpty() && channel != QLatin1String("online") &&
        channel != QLatin1String("direct_postal")) {
        return invalid(where, "unknown channel");
    }
    SOHOA_ASSIGN(rule.duty, dutyOf(json, where));
    rule.required = json[QLatin1String("required")].toBool();
    rule.originals = json[QLatin1String("copies_original")].toInt();
    rule.copies = json[QLatin1String("copies_copy")].toInt();
    rule.condition = textOf(json, "condition_vi");
    rule.alternativeGroup = textOf(json, "alternative_group");
    rule.online = onlineOf(channel);
    return rule;
}

Result<TimeLimit> limitOf(const QJsonObject& json, const QString& where)
{
    TimeLimit limit;
    limit.note = textOf(json, "time_limit_note");
    SOHOA_ASSIGN(limit.sameDayBeforeHour, countOf(json, "same_day_before_hour", lastHour, where));
    SOHOA_ASSIGN(const std::optional<int> amount, countOf(json, "time_limit_days", longestLimit, where));
    const QString unit = textOf(json, "time_limit_unit");
    if (unit == QLatin1String("calendar_day")) {
        limit.unit = LimitUnit::CalendarDay;
    } else if (unit == QLatin1String("hour")) {
        limit.unit = LimitUnit::Hour;
    } else if (!unit.isEmpty() && unit != QLatin1String("working_day")) {
        return invalid(where, "unknown time_limit_unit");
    }
    // An amount without its unit is no limit: never invent one.
    if (!unit.isEmpty()) {
        limit.amount = amount;
    }
    return limit;
}

/// Address of a page of the national portal inside a text; empty when there is none. Nothing else is printed
/// as a code for citizens to open.
QString portalUrlIn(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("https://(?:[a-z0-9-]+\\.)*dichvucong\\.gov\\.vn/[A-Za-z0-9._~/?=&%-]*[A-Za-z0-9/]"));
    return pattern.match(text).captured();
}

Result<Procedure> procedureOf(const QJsonObject& json, const QString& where)
{
    Procedure procedure;
    const auto key = procedureKey(textOf(json, "code"));
    if (!key) {
        return invalid(where, "no procedure code");
    }
    procedure.code = *key;
    procedure.name = textOf(json, "name_vi");
    if (procedure.name.isEmpty()) {
        return invalid(*key, "no name");
    }
    procedure.field = textOf(json, "field_vi");
    procedure.level = textOf(json, "level");
    SOHOA_ASSIGN(procedure.limit, limitOf(json, *key));
    int number = 0;
    for (const QJsonValue& value : json[QLatin1String("components")].toArray()) {
        SOHOA_ASSIGN(ComponentRule rule, componentOf(value.toObject(), ++number, *key));
        procedure.components.push_back(std::move(rule));
    }
    procedure.results = textsOf(json, "results");
    procedure.resultCodes = textsOf(json, "result_codes");
    procedure.decision = textOf(json, "decision");
    procedure.source = textOf(json, "source");
    procedure.portalUrl = portalUrlIn(procedure.source);
    procedure.replacedBy = textOf(json, "replaced_by");
    SOHOA_ASSIGN(procedure.validFrom, dateOf(json, "valid_from", *key));
    SOHOA_ASSIGN(procedure.validTo, dateOf(json, "valid_to", *key));
    const QString status = textOf(json, "status");
    procedure.repealed = status == QLatin1String("repealed");
    if (!procedure.repealed && !status.isEmpty() && status != QLatin1String("active")) {
        return invalid(*key, "unknown status");
    }
    procedure.essential = json[QLatin1String("essential_service")].toBool();
    return procedure;
}

QString initialsOf(const QString& folded)
{
    QString initials;
    for (const QString& word : folded.split(u' ', Qt::SkipEmptyParts)) {
        initials += word.front();
    }
    return initials;
}

/// Whether every word of `query` begins some word of `words`.
bool beginsWords(const QString& words, const QString& query)
{
    const QString spaced = u' ' + words;
    const QStringList parts = query.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(),
                       [&](const QString& part) { return spaced.contains(QString(u' ' + part)); });
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += c;
        } else if (c != u'.' && !c.isSpace()) {
            return {};
        }
    }
    return digits;
}

} // namespace

Result<Catalogue> Catalogue::fromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        return failure(ErrorCode::CatalogueInvalid, problem.errorString());
    }
    if (root[QLatin1String("schema_version")].toInt() != schemaVersion) {
        return invalid(QStringLiteral("schema_version"), "not 1");
    }
    Catalogue catalogue;
    catalogue.m_version = textOf(root, "version");
    catalogue.m_published = QDate::fromString(textOf(root, "published"), Qt::ISODate);
    if (catalogue.m_version.isEmpty() || !catalogue.m_published.isValid()) {
        return invalid(QStringLiteral("version, published"), "missing");
    }
    int place = 0;
    for (const QJsonValue& value : root[QLatin1String("procedures")].toArray()) {
        SOHOA_ASSIGN(Procedure procedure,
                     procedureOf(value.toObject(), QStringLiteral("procedure %1").arg(++place)));
        if (catalogue.m_places.contains(procedure.code)) {
            return invalid(procedure.code, "twice");
        }
        catalogue.m_places.insert(procedure.code, catalogue.m_procedures.size());
        const QString words = foldForSearch(procedure.name);
        catalogue.m_keys.push_back({words, initialsOf(words), foldForSearch(procedure.field)});
        catalogue.m_procedures.push_back(std::move(procedure));
    }
    if (catalogue.m_procedures.empty()) {
        return invalid(QStringLiteral("procedures"), "none");
    }
    return catalogue;
}

const Catalogue& Catalogue::builtIn()
{
    static const Catalogue catalogue = [] {
        QFile file(QStringLiteral(":/catalogue/procedures.json"));
        auto read = file.open(QIODevice::ReadOnly)
                        ? fromJson(file.readAll())
                        : Result<Catalogue>(failure(ErrorCode::CatalogueInvalid, file.errorString()));
        Q_ASSERT(read);
        return read.value_or(Catalogue());
    }();
    return catalogue;
}

Result<Procedure> Catalogue::find(const QString& code) const
{
    const auto key = procedureKey(code);
    const auto place = key ? m_places.constFind(*key) : m_places.constEnd();
    if (place == m_places.constEnd()) {
        return failure(ErrorCode::ProcedureUnknown, code);
    }
    return m_procedures[*place];
}

Result<Procedure> Catalogue::findForNew(const QString& code, QDate date) const
{
    SOHOA_ASSIGN(Procedure procedure, find(code));
    const bool tooEarly = procedure.validFrom.isValid() && date < procedure.validFrom;
    const bool tooLate = procedure.validTo.isValid() && date > procedure.validTo;
    if (procedure.repealed || tooEarly || tooLate) {
        return failure(ErrorCode::ProcedureRetired, procedure.replacedBy);
    }
    return procedure;
}

/// 0 is best; -1 does not match.
int Catalogue::rank(std::size_t index, const QString& folded, const QString& digits) const
{
    enum
    {
        WholeCode,
        BeginningOfCode,
        BeginningOfName,
        PartOfCode,
        Initials,
        RunOfWords,
        InnerInitials,
        AnyWords,
        WordsOfNameAndField,
        None = -1
    };
    const SearchKey& key = m_keys[index];
    if (!digits.isEmpty()) {
        QString code = m_procedures[index].code;
        code.remove(u'.');
        if (code == digits) {
            return WholeCode;
        }
        if (code.startsWith(digits)) {
            return BeginningOfCode;
        }
        constexpr qsizetype fewestDigits = 3;
        return digits.size() >= fewestDigits && code.contains(digits) ? PartOfCode : None;
    }
    if (key.words.startsWith(folded)) {
        return BeginningOfName;
    }
    const bool oneWord = !folded.contains(u' ');
    if (oneWord && folded.size() > 1 && key.initials.startsWith(folded)) {
        return Initials;
    }
    if (QString(u' ' + key.words).contains(QString(u' ' + folded))) {
        return RunOfWords;
    }
    if (oneWord && folded.size() > 1 && key.initials.contains(folded)) {
        return InnerInitials;
    }
    if (beginsWords(key.words, folded)) {
        return AnyWords;
    }
    return beginsWords(key.words + u' ' + key.field, folded) ? WordsOfNameAndField : None;
}

std::vector<Procedure> Catalogue::search(const QString& text, std::size_t limit) const
{
    const QString folded = foldForSearch(text);
    if (folded.isEmpty()) {
        return {};
    }
    // A whole code with its tail ("1.001193.000.00.00.H55") is looked up by its key.
    const QString digits = digitsOf(procedureKey(text).value_or(text));
    struct Hit
    {
        bool repealed;
        int rank;
        bool lessUsed;
        std::size_t index;
    };
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < m_procedures.size(); ++i) {
        if (const int found = rank(i, folded, digits); found >= 0) {
            hits.push_back({m_procedures[i].repealed, found, !m_procedures[i].essential, i});
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::tie(a.rank, a.repealed, a.lessUsed, a.index) <
               std::tie(b.rank, b.repealed, b.lessUsed, b.index);
    });
    std::vector<Procedure> found;
    for (std::size_t i = 0; i < std::min(limit, hits.size()); ++i) {
        found.push_back(m_procedures[hits[i].index]);
    }
    return found;
}

} // namespace sohoa::dossier
