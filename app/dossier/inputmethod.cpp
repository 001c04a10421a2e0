// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/inputmethod.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QStringDecoder>

#include <array>

namespace sohoa::dossier {

namespace {

/// Characters of Windows-1252 for the bytes 0x80 to 0x9F; 0 where the code page has none.
constexpr std::array<char16_t, 32> windows1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/// The byte a character stands for in Latin-1 or Windows-1252; -1 when in neither.
int byteOf(QChar c)
{
    constexpr char16_t lastLatin1 = 0xff;
    constexpr int firstOfTable = 0x80;
    if (c.unicode() <= lastLatin1) {
        return c.unicode();
    }
    for (std::size_t i = 0; i < windows1252.size(); ++i) {
        if (windows1252[i] == c.unicode()) {
            return firstOfTable + static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace

QString withRepairedEncoding(const QString& text)
{
    constexpr int lastAscii = 0x7f;
    QByteArray bytes;
    bytes.reserve(text.size());
    bool beyondAscii = false;
    for (const QChar c : text) {
        const int byte = byteOf(c);
        if (byte < 0) {
            return text;
        }
        beyondAscii |= byte > lastAscii;
        bytes += static_cast<char>(byte);
    }
    if (!beyondAscii) {
        return text;
    }
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString repaired = decode(bytes);
    return decode.hasError() || repaired.contains(QChar::ReplacementCharacter) ? text : repaired;
}

bool isTypedByVni(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\p{L}[0-9]"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch();
}

bool isTypedByTelex(const QString& text)
{
    // Initial, vowels with a mark key among them (or a doubled d in front), final, tone key.
    static const QRegularExpression form(
        QStringLiteral("(?<![a-z'])(?=dd|[a-z]*(?:aa|ee|oo|[aou]w))"
                       "(?:ngh|ng|nh|n|ch|c|dd|d|gh|gi|g|kh|k|ph|p|qu|th|tr|t|[bhlmrsvx])?"
                       "[aeiouyw]+[sfrxj]?(?:ch|c|ng|nh|n|m|p|t)?[sfrxjw]?(?![a-z'])"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

} // namespace sohoa::dossier
