// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// What sealFile and the streams of sealedstream.h are made of.
namespace sohoa::aead {

inline constexpr qsizetype nonceSize = 12;
inline constexpr qsizetype tagSize = 16;
inline constexpr qsizetype saltSize = 16;
inline constexpr qsizetype chunkSize = 64 * 1024;
QByteArray fileMagic();

/// Appends ciphertext and tag of `plain` to `sealed`.
[[nodiscard]] bool encryptInto(QByteArray& sealed, const QByteArray& key, QByteArrayView nonce,
                               QByteArrayView plain, QByteArrayView context);
/// Appends the plain text of `sealed` (ciphertext and tag) to `plain`.
[[nodiscard]] bool decryptInto(QByteArray& plain, const QByteArray& key, QByteArrayView nonce,
                               QByteArrayView sealed, QByteArrayView context);
/// The nonce of chunk `number`.
QByteArray chunkNonce(quint64 number, bool last);

} // namespace sohoa::aead
