// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"

#include <QByteArray>
#include <QString>

namespace sohoa::storage {

/// Seals and opens the personal values of the journal, each bound to its table, column and row.
class Sealer
{
public:
    [[nodiscard]] static Result<Sealer> from(const SecretKey& homeKey);

    /// @param column "table.column"
    /// @param row what identifies the row and never changes, as its uid
    [[nodiscard]] Result<QByteArray> seal(const char* column, const QString& row, QByteArrayView plain) const;
    /// KeyWrong when key, place or bytes do not fit.
    [[nodiscard]] Result<QByteArray> open(const char* column, const QString& row,
                                          QByteArrayView sealed) const;
    /// Keyed hash by which a personal number is found again; empty for an empty number.
    [[nodiscard]] QByteArray lookup(const QString& personalNumber) const;
    /// A value by which a journal recognises its key.
    [[nodiscard]] QByteArray check() const;

private:
    Sealer(SecretKey columns, SecretKey lookups);
    SecretKey m_columns;
    SecretKey m_lookups;
};

} // namespace sohoa::storage
