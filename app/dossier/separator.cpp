// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separator.h"

#include "base/digest.h"
#include "dossier/codes.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace sohoa::dossier {

namespace {

constexpr int mostSides = 9999;
constexpr int mostComponents = 1000; // resultComponent included
constexpr int mostInSeries = 999;
constexpr int keyDigits = 4;
constexpr int tagDigits = 10;

QString sumOf(const QString& text)
{
    constexpr int digits = 8;
    return QStringLiteral("%1").arg(crc32(text.toUtf8()), digits, 16, QLatin1Char('0')).toUpper();
}

std::optional<int> numberFrom(const QString& text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    // Exactly as we print it: no sign, no leading zero.
    if (!ok || number < least || number > most || QString::number(number) != text) {
        return {};
    }
    return number;
}

tl::unexpected<Error> invalid(const char* why)
{
    return failure(ErrorCode::SeparatorInvalid, QLatin1String(why));
}

bool isHex(QStringView text, qsizetype digits)
{
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'F');
           });
}

QString hexOf(const QByteArray& bytes, qsizetype digits)
{
    return QString::fromLatin1(bytes.toHex().toUpper().left(digits));
}

QString firstParts(const Separator& separator, const char* version)
{
    const bool startsDossier = separator.kind == Separator::Kind::Dossier;
    return QStringList{QLatin1String(version), startsDossier ? QStringLiteral("D") : QStringLiteral("C"),
                       separator.dossierCode,
                       startsDossier ? separator.procedureCode : QString::number(separator.component),
                       QString::number(separator.sidesExpected)}
        .join(u':');
}

/// What is signed: all that a sheet says. Both grammars begin alike, so the version is a part of it.
QString signedParts(const Separator& separator)
{
    return firstParts(separator, "SH2") +
           QStringLiteral(":%1:%2:%3")
               .arg(separator.number)
               .arg(separator.series)
               .arg(QLatin1Char(separator.side == Separator::Side::Front ? 'F' : 'B'));
}

QString tagOf(const SheetKey& key, const Separator& separator)
{
    return hexOf(hmacSha256(key.secret, signedParts(separator).toUtf8()), tagDigits);
}

/// The parts both grammars have.
Result<Separator> commonParts(const QStringList& parts)
{
    Separator separator;
    separator.dossierCode = parts[2];
    if (!parseDossierCode(separator.dossierCode)) {
        return invalid("dossier code");
    }
    if (parts[1] == QLatin1String("D")) {
        separator.procedureCode = parts[3];
        if (!procedureKey(separator.procedureCode)) {
            return invalid("procedure code");
        }
    } else if (parts[1] == QLatin1String("C")) {
        separator.kind = Separator::Kind::Component;
        const auto component = numberFrom(parts[3], 1, mostComponents);
        if (!component) {
            return invalid("component number");
        }
        separator.component = *component;
    } else {
        return invalid("neither dossier nor component");
    }
    const auto sides = numberFrom(parts[4], 0, mostSides);
    if (!sides) {
        return invalid("number of sides");
    }
    separator.sidesExpected = *sides;
    return separator;
}

/// The parts that SH2 has besides.
Status addSignedParts(Separator& separator, const QStringList& parts)
{
    const auto series = numberFrom(parts[6], 0, mostInSeries);
    const auto number = numberFrom(parts[5], 0, series.value_or(0));
    if (!series || !number || (*series > 0 && *number == 0)) {
        return invalid("number in the series");
    }
    separator.number = *number;
    separator.series = *series;
    if (parts[7] != QLatin1String("F") && parts[7] != QLatin1String("B")) {
        return invalid("side of the sheet");
    }
    separator.side = parts[7] == QLatin1String("F") ? Separator::Side::Front : Separator::Side::Back;
    if (!isHex(parts[8], keyDigits) || !isHex(parts[9], tagDigits)) {
        return invalid("signature");
    }
    separator.signature = parts[8] + u':' + parts[9];
    return {};
}

} // namespace

bool sameSheet(const Separator& a, const Separator& b)
{
    // The side is signed too, so the signatures of one sheet's sides differ.
    Separator front = a;
    front.side = b.side;
    front.signature = b.signature;
    return front == b && a.signature.left(keyDigits) == b.signature.left(keyDigits);
}

QString SheetKey::id() const
{
    return hexOf(hmacSha256(secret, "sohoa sheet key"), keyDigits);
}

QString SheetKey::text() const
{
    const QString digits = hexOf(secret, 2 * size);
    QStringList groups;
    constexpr int group = 4;
    for (qsizetype at = 0; at < digits.size(); at += group) {
        groups += digits.mid(at, group);
    }
    groups += sumOf(digits).left(group);
    return groups.join(u'-');
}

Result<SheetKey> SheetKey::fromText(const QString& text)
{
    QString digits;
    for (const QChar c : plainCodeText(text).toUpper()) {
        if (c.isLetterOrNumber()) {
            digits += c;
        }
    }
    constexpr qsizetype check = 4;
    const QString secret = digits.left(2 * size);
    if (!isHex(digits, 2 * size + check) || digits.mid(2 * size) != sumOf(secret).left(check)) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("not the text of a sheet key"));
    }
    return SheetKey{QByteArray::fromHex(secret.toLatin1())};
}

Separator signedWith(const SheetKey& key, const Separator& separator)
{
    Separator sealed = separator;
    sealed.signature = key.id() + u':' + tagOf(key, separator);
    return sealed;
}

SeparatorTrust trustOf(const Separator& separator, std::span<const SheetKey> keys)
{
    if (separator.signature.isEmpty()) {
        return SeparatorTrust::Unsigned;
    }
    const QString id = separator.signature.left(keyDigits);
    SeparatorTrust trust = SeparatorTrust::Foreign;
    for (const SheetKey& key : keys) {
        if (key.id() != id) {
            continue;
        }
        if (signedWith(key, separator).signature == separator.signature) {
            return SeparatorTrust::Signed;
        }
        trust = SeparatorTrust::Forged;
    }
    return trust;
}

QString separatorText(const Separator& separator)
{
    const QString text = separator.signature.isEmpty() ? firstParts(separator, "SH1")
                                                       : signedParts(separator) + u':' + separator.signature;
    return text + u':' + sumOf(text);
}

Result<Separator> parseSeparator(const QString& text)
{
    const QString plain = plainCodeText(text);
    const QStringList parts = plain.split(u':');
    constexpr qsizetype partCount = 6;
    constexpr qsizetype signedPartCount = 11;
    const bool isSigned = parts.size() == signedPartCount && parts[0] == QLatin1String("SH2");
    if (!isSigned && (parts.size() != partCount || parts[0] != QLatin1String("SH1"))) {
        return invalid("neither the parts of SH1 nor of SH2");
    }
    if (sumOf(plain.left(plain.lastIndexOf(u':'))) != parts.back()) {
        return invalid("sum does not fit");
    }
    SOHOA_ASSIGN(Separator separator, commonParts(parts));
    if (isSigned) {
        SOHOA_TRY(addSignedParts(separator, parts));
    }
    return separator;
}

quint32 crc32(QByteArrayView data)
{
    constexpr quint32 polynomial = 0xedb88320;
    quint32 sum = 0xffffffff;
    for (const char byte : data) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 1U) != 0 ? (sum >> 1U) ^ polynomial : sum >> 1U;
        }
    }
    return ~sum;
}

} // namespace sohoa::dossier
