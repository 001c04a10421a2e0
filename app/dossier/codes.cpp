// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/codes.h"

#include <QRegularExpression>

#include <algorithm>

namespace sohoa::dossier {

namespace {

constexpr qsizetype unitCodeLimit = 35;

bool isAsciiDigits(const QString& text, qsizetype count)
{
    return text.size() == count &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Full-width forms stand in the order of ASCII from U+FF01 ("!") to U+FF5E ("~").
QChar narrowed(QChar c)
{
    constexpr char16_t firstWide = 0xff01;
    constexpr char16_t lastWide = 0xff5e;
    constexpr char16_t firstNarrow = u'!';
    const char16_t unit = c.unicode();
    if (unit >= firstWide && unit <= lastWide) {
        return QChar(static_cast<char16_t>(unit - firstWide + firstNarrow));
    }
    return c;
}

QRegularExpressionMatch matchProcedure(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?<key>[0-9]\\.[0-9]{6})(?:\\.(?<case>[0-9]{2})|\\.[0-9]{3}(?:\\.[0-9]{2}){2}\\.["
                       "A-Z][0-9]{2})?\\z"));
    return form.match(text.trimmed());
}

} // namespace

QString plainCodeText(const QString& raw)
{
    QString plain;
    plain.reserve(raw.size());
    for (const QChar c : raw) {
        const bool isLineEnd =
            c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        const bool isDropped = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                               c == QChar::ReplacementCharacter;
        if (isLineEnd || (c.isSpace() && !isDropped)) {
            plain += u' ';
        } else if (!isDropped) {
            plain += narrowed(c);
        }
    }
    static const QRegularExpression symbology(QStringLiteral("\\A\\s*\\][A-Za-z][0-9]"));
    plain.remove(symbology);
    return plain.normalized(QString::NormalizationForm_C).trimmed();
}

std::optional<DossierCodeParts> parseDossierCode(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?<unit>TAM-[0-9A-F]{4}|[A-Z0-9]+(?:\\.[A-Z0-9]+)*)-(?<date>[0-9]{6})-"
                       "(?<number>[0-9]{4,9})\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    DossierCodeParts parts;
    parts.unit = match.captured(u"unit");
    parts.provisional = parts.unit.startsWith(QLatin1String("TAM-"));
    // "TAM" alone is the mark of a provisional code, never a unit.
    if (!parts.provisional && (!isUnitCode(parts.unit) || parts.unit == QLatin1String("TAM"))) {
        return {};
    }
    constexpr int century = 2000;
    const QString date = match.captured(u"date");
    parts.date = QDate(century + date.first(2).toInt(), date.mid(2, 2).toInt(), date.last(2).toInt());
    parts.number = match.captured(u"number").toInt();
    if (!parts.date.isValid() || parts.number < 1) {
        return {};
    }
    return parts;
}

std::optional<QString> findDossierCode(const QString& text)
{
    static const QRegularExpression form(QStringLiteral(
        "(?<![A-Z0-9.])(?:TAM-[0-9A-F]{4}|(?:[A-Z0-9]+\\.)*H[0-9]{2}(?:\\.[A-Z0-9]+)*)-[0-9]{6}-"
        "[0-9]{4,9}(?![0-9])"));
    QRegularExpressionMatchIterator matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const QString candidate = matches.next().captured();
        if (parseDossierCode(candidate)) {
            return candidate;
        }
    }
    return {};
}

bool isUnitCode(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z0-9]+(\\.[A-Z0-9]+)*\\z"));
    return text.size() <= unitCodeLimit && form.match(text).hasMatch();
}

QString provinceOfUnit(const QString& unit)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:(H[0-9]{2})(?:\\..*)?|.*\\.(H[0-9]{2}))\\z"));
    const QRegularExpressionMatch match = form.match(unit);
    if (!match.hasMatch()) {
        return {};
    }
    const QString first = match.captured(1);
    return first.isEmpty() ? match.captured(2) : first;
}

std::optional<QString> procedureKey(const QString& text)
{
    const QRegularExpressionMatch match = matchProcedure(text);
    return match.hasMatch() ? std::optional(match.captured(u"key")) : std::nullopt;
}

std::optional<QString> procedureCase(const QString& text)
{
    const QString found = matchProcedure(text).captured(u"case");
    return found.isEmpty() ? std::nullopt : std::optional(found);
}

bool isResultCode(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\AKQ\\.[A-Z][0-9]{2}\\.[0-9]{6}\\z"));
    return form.match(text).hasMatch();
}

bool isComponentCode(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Z][0-9]{2}-KQ[0-9]{6}\\z"));
    return form.match(text).hasMatch();
}

bool isPersonalNumber(const QString& text)
{
    constexpr qsizetype digits = 12;
    return isAsciiDigits(text, digits);
}

bool isOldNumber(const QString& text)
{
    constexpr qsizetype digits = 9;
    return isAsciiDigits(text, digits);
}

} // namespace sohoa::dossier
