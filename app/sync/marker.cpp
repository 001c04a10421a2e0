// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/marker.h"

#include "base/aead.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sohoa::sync {

namespace {

constexpr int identityBytes = 16;
constexpr int markerSchema = 1;

bool isIdentity(const QString& text)
{
    return text.size() == 2 * identityBytes && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

Result<QByteArray> freshMarker()
{
    SOHOA_ASSIGN(const QByteArray random, randomBytes(identityBytes));
    return QJsonDocument(QJsonObject{{QStringLiteral("identity"), QString::fromLatin1(random.toHex())},
                                     {QStringLiteral("kind"), QStringLiteral("sohoa-warehouse")},
                                     {QStringLiteral("schema"), markerSchema}})
        .toJson(QJsonDocument::Compact);
}

Result<QString> identityIn(QByteArrayView marker, const QString& expected)
{
    const QJsonObject json = QJsonDocument::fromJson(marker.toByteArray()).object();
    const QString found = json[QLatin1String("identity")].toString();
    if (json[QLatin1String("schema")].toInt() != markerSchema || !isIdentity(found)) {
        return failure(ErrorCode::WarehouseRefused,
                       QStringLiteral("warehouse.json is damaged or of a newer kind"));
    }
    if (!expected.isEmpty() && found != expected) {
        return failure(ErrorCode::WarehouseUnreachable, QStringLiteral("another warehouse is in its place"));
    }
    return found;
}

} // namespace sohoa::sync
