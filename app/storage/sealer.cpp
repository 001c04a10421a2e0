// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/sealer.h"

#include "base/digest.h"

namespace sohoa::storage {

namespace {

QByteArray contextOf(const char* column, const QString& row)
{
    return QByteArray(column) + ':' + row.toUtf8();
}

} // namespace

Sealer::Sealer(SecretKey columns, SecretKey lookups)
    : m_columns(std::move(columns))
    , m_lookups(std::move(lookups))
{
}

Result<Sealer> Sealer::from(const SecretKey& homeKey)
{
    SOHOA_ASSIGN(SecretKey columns, homeKey.derive("journal column"));
    SOHOA_ASSIGN(SecretKey lookups, homeKey.derive("journal lookup"));
    return Sealer(std::move(columns), std::move(lookups));
}

Result<QByteArray> Sealer::seal(const char* column, const QString& row, QByteArrayView plain) const
{
    return sealValue(m_columns, plain, contextOf(column, row));
}

Result<QByteArray> Sealer::open(const char* column, const QString& row, QByteArrayView sealed) const
{
    Result<QByteArray> plain = openValue(m_columns, sealed, contextOf(column, row));
    if (!plain) {
        return failure(plain.error().code, QLatin1String(column), plain.error());
    }
    return plain;
}

QByteArray Sealer::lookup(const QString& personalNumber) const
{
    return personalNumber.isEmpty() ? QByteArray() : hmacSha256(m_lookups.bytes(), personalNumber.toUtf8());
}

QByteArray Sealer::check() const
{
    return hmacSha256(m_lookups.bytes(), "journal key check");
}

} // namespace sohoa::storage
