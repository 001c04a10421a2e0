// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#include "base/digest.h"

#include "base/sha256.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace sohoa {

namespace {

constexpr qsizetype pieceBytes = 256LL * 1024;

} // namespace

QString sha256Hex(QByteArrayView data)
{
    Sha256 hash;
    hash.addData(data);
    return hash.hex();
}

Result<QString> sha256Hex(QIODevice& device)
{
    if (!device.isReadable()) {
        return failure(ErrorCode::FileUnreadable, device.errorString());
    }
    Sha256 hash;
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    while (true) {
        const qint64 read = device.read(piece.data(), piece.size());
        if (read < 0) {
            return failure(ErrorCode::FileUnreadable, device.errorString());
        }
        if (read == 0) {
            return hash.hex();
        }
        hash.addData(QByteArrayView(piece).first(read));
    }
}

bool isSha256Hex(QStringView text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    return QMessageAuthenticationCode::hash(data.toByteArray(), key.toByteArray(),
                                            QCryptographicHash::Sha256);
}

} // namespace sohoa
