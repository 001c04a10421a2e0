// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/bundlefile.h"

#include <QCryptographicHash>

namespace sohoa::sync {

namespace {

constexpr qsizetype secretBytes = 16;
constexpr int bitsAByte = 8;
constexpr int bitsALetter = 5;
constexpr int letters = 28;
constexpr int groupLetters = 4;
constexpr int checkBits = letters * bitsALetter - static_cast<int>(secretBytes) * bitsAByte; // 12

// "Base 32", D. Crockford, crockford.com/base32.html: neither I, L, O nor U.
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int valueOf(QChar letter)
{
    const char16_t c = letter.toUpper().unicode();
    if (c == u'O') {
        return 0;
    }
    if (c == u'I' || c == u'L') {
        return 1;
    }
    const QByteArrayView all(alphabet);
    return c < 128 ? static_cast<int>(all.indexOf(static_cast<char>(c))) : -1;
}

bool bitOf(const QByteArray& bytes, int index)
{
    const unsigned byte = static_cast<unsigned char>(bytes[index / bitsAByte]);
    return ((byte >> (bitsAByte - 1 - index % bitsAByte)) & 1U) != 0;
}

/// The secret and behind it the checksum: 140 bits in 18 bytes, the last four zero.
QByteArray withCheck(const QByteArray& secret)
{
    QByteArray bits =
        secret + QCryptographicHash::hash("sohoa bundle code" + secret, QCryptographicHash::Sha256).left(2);
    bits.back() = static_cast<char>(static_cast<unsigned char>(bits.back()) & 0xF0U);
    return bits;
}

} // namespace

BundleCode::BundleCode(SecretKey key)
    : m_key(std::move(key))
{
}

Result<BundleCode> BundleCode::generate()
{
    SOHOA_ASSIGN(const SecretKey random, SecretKey::generate());
    SOHOA_ASSIGN(SecretKey key, SecretKey::fromBytes(random.bytes().first(secretBytes) +
                                                     QByteArray(SecretKey::size - secretBytes, '\0')));
    return BundleCode(std::move(key));
}

Result<BundleCode> BundleCode::fromText(const QString& text)
{
    static_assert(checkBits == 12);
    QByteArray bits(secretBytes + 2, '\0');
    int index = 0;
    for (const QChar letter : text) {
        if (letter.isSpace() || letter == u'-') {
            continue;
        }
        const int value = valueOf(letter);
        if (value < 0 || index >= letters * bitsALetter) {
            return failure(ErrorCode::KeyWrong, QStringLiteral("mistyped"));
        }
        for (int bit = bitsALetter - 1; bit >= 0; --bit, ++index) {
            if (((value >> bit) & 1) != 0) {
                char& byte = bits[index / bitsAByte];
                byte = static_cast<char>(static_cast<unsigned char>(byte) |
                                         (0x80U >> static_cast<unsigned>(index % bitsAByte)));
            }
        }
    }
    const QByteArray secret = bits.first(secretBytes);
    if (index != letters * bitsALetter || withCheck(secret) != bits) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("mistyped"));
    }
    SOHOA_ASSIGN(SecretKey key,
                 SecretKey::fromBytes(secret + QByteArray(SecretKey::size - secretBytes, '\0')));
    return BundleCode(std::move(key));
}

QString BundleCode::text() const
{
    const QByteArray bits = withCheck(m_key.bytes().first(secretBytes));
    QString text;
    for (int letter = 0; letter < letters; ++letter) {
        int value = 0;
        for (int bit = 0; bit < bitsALetter; ++bit) {
            value = value * 2 + (bitOf(bits, letter * bitsALetter + bit) ? 1 : 0);
        }
        if (letter > 0 && letter % groupLetters == 0) {
            text += u'-';
        }
        text += QLatin1Char(alphabet[value]);
    }
    return text;
}

} // namespace sohoa::sync
