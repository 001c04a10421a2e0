// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"
#include "base/stoptoken.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace sohoa::storage {

/// A file of the vault that is not what its name says.
struct VaultProblem
{
    QString sha256;
    Error error; ///< VaultFileDamaged, FileUnreadable
};

/// What Vault::verifyAll found.
struct VaultReport
{
    qint64 files = 0;
    qint64 bytes = 0; ///< of plain content
    std::vector<VaultProblem> problems;
};

/// Pages and papers as sealed files, named by the SHA-256 of their plain content: `<folder>/<aa>/<sha256>`.
/// Move only; any thread; several processes may use one vault at once.
class Vault
{
public:
    /// Largest file that is taken, in bytes.
    static constexpr qint64 largestFile = 1024LL * 1024 * 1024;

    /// Opens or makes a vault; removes what interrupted writes left behind when it is older than a day.
    [[nodiscard]] static Result<Vault> open(const QString& folder, const SecretKey& homeKey);

    /// Keeps `plain`; once this returns it survives a power cut. Keeping the same content again is cheap, and
    /// heals a damaged copy. DiskFull, ReadOnly, StorageFailed, FileTooLarge.
    /// @return its SHA-256
    [[nodiscard]] Result<QString> put(QByteArrayView plain) const;
    /// The content, checked against its name. VaultFileMissing, VaultFileDamaged, FileUnreadable.
    [[nodiscard]] Result<QByteArray> get(const QString& sha256) const;
    /// Whether a file of that name is there; says nothing about what is in it.
    [[nodiscard]] bool contains(const QString& sha256) const;
    /// Removes a file; nothing does that by itself. Removing what is not there is no error.
    [[nodiscard]] Status remove(const QString& sha256) const;
    /// Names of all files, ascending.
    [[nodiscard]] Result<std::vector<QString>> list() const;
    /// Reads and re-hashes every file. Cancelled when asked to stop.
    [[nodiscard]] Result<VaultReport>
    verifyAll(const std::function<void(qint64 done, qint64 total)>& progress, const StopToken& stop) const;

    /// Where a file lies, for backups: `<aa>/<sha256>` below folder().
    [[nodiscard]] QString pathOf(const QString& sha256) const;
    [[nodiscard]] const QString& folder() const { return m_folder; }

private:
    Vault(QString folder, SecretKey key);
    QString m_folder;
    SecretKey m_key;
};

} // namespace sohoa::storage
