// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/procedure.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::dossier {

/// The catalogue of procedures: dated and versioned data (resources/catalogue/README.md has the schema). A
/// value; any thread may read one.
class Catalogue
{
public:
    /// CatalogueInvalid, with the place in the detail, for anything that is not understood: another schema
    /// version, a missing name, a code twice, an unknown kind, unit or channel.
    [[nodiscard]] static Result<Catalogue> fromJson(const QByteArray& json);
    /// The starter catalogue compiled into the program.
    static const Catalogue& builtIn();

    [[nodiscard]] const QString& version() const { return m_version; }
    [[nodiscard]] QDate published() const { return m_published; }
    [[nodiscard]] const std::vector<Procedure>& procedures() const { return m_procedures; }

    /// By the first two groups of a code, so "1.001193.000.00.00.H55" and "1.001193.02" find "1.001193".
    /// Repealed procedures are found too, with `repealed` and `replacedBy` set: dossiers filed under them
    /// stay. ProcedureUnknown.
    [[nodiscard]] Result<Procedure> find(const QString& code) const;
    /// find() for a new dossier received on `date`: ProcedureRetired, with the successor in the detail, when
    /// it is repealed or not valid that day.
    [[nodiscard]] Result<Procedure> findForNew(const QString& code, QDate date) const;

    /// Procedures a clerk means by a few letters, best first: without tone marks ("khai sinh", "ks"),
    /// beginnings of words in any order ("sinh dk"), initials ("dkks"), or digits of the code ("1193",
    /// "1.0011"). Procedures in force come before repealed ones of the same rank. Empty text finds nothing.
    [[nodiscard]] std::vector<Procedure> search(const QString& text, std::size_t limit = 20) const;

private:
    /// What search compares, made once.
    struct SearchKey
    {
        QString words;    ///< name, folded
        QString initials; ///< first letter of each word of the name
        QString field;    ///< lĩnh vực, folded
    };

    [[nodiscard]] int rank(std::size_t index, const QString& folded, const QString& digits) const;

    QString m_version;
    QDate m_published;
    std::vector<Procedure> m_procedures;
    std::vector<SearchKey> m_keys;
    QHash<QString, std::size_t> m_places;
};

} // namespace sohoa::dossier
