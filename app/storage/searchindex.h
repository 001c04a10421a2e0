// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace sohoa::storage {

/// Finds dossiers by the beginnings of words in applicant's name, personal number, dossier code, procedure
/// name and code, and subject, blind to tone marks and to đ/d. Full text (SQLite FTS5) over folded text, in
/// memory only, because the same words are sealed on the disk. Any thread.
class SearchIndex
{
public:
    /// Reads every dossier of the journal at `path` (a few seconds for 100,000; call from a worker thread)
    /// over a connection of its own. Errors as of Journal.
    [[nodiscard]] static Result<std::unique_ptr<SearchIndex>> open(const QString& path,
                                                                   const SecretKey& homeKey);
    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

    /// Uids of dossiers in which each word of `text` begins some word, newest reception first. Takes in first
    /// what was written since, by this or another process. Empty text finds nothing.
    [[nodiscard]] Result<QStringList> find(const QString& text, int limit, int offset = 0);

private:
    class Private;
    explicit SearchIndex(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sohoa::storage
