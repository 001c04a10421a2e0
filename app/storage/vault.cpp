// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/vault.h"

#include "base/digest.h"
#include "base/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sohoa::storage {

namespace {

// A sealed file is longer than its content by less than a thousandth and a head.
constexpr qint64 largestSealed = Vault::largestFile + Vault::largestFile / 1000 + 1024;

void removeLeftovers(const QString& folder)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    QDirIterator files(folder, {QStringLiteral("*.part")}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileInfo().lastModified() < yesterday) {
            QFile::remove(files.filePath());
        }
    }
}

} // namespace

Vault::Vault(QString folder, SecretKey key)
    : m_folder(std::move(folder))
    , m_key(std::move(key))
{
}

Result<Vault> Vault::open(const QString& folder, const SecretKey& homeKey)
{
    SOHOA_TRY(makeFolderDurably(folder));
    removeLeftovers(folder);
    SOHOA_ASSIGN(SecretKey key, homeKey.derive("vault"));
    return Vault(QDir(folder).absolutePath(), std::move(key));
}

QString Vault::pathOf(const QString& sha256) const
{
    return m_folder + u'/' + sha256.left(2) + u'/' + sha256;
}

Result<QString> Vault::put(QByteArrayView plain) const
{
    if (plain.size() > largestFile) {
        return failure(ErrorCode::FileTooLarge, QStringLiteral("%1 bytes").arg(plain.size()));
    }
    QString sha256 = sha256Hex(plain);
    const QString path = pathOf(sha256);
    bool damaged = false;
    if (QFileInfo::exists(path)) {
        const Result<QByteArray> there = get(sha256);
        if (there) {
            // Who put it there may have died, or failed, before the disk had it.
            SOHOA_TRY(flushDurably(path));
            return sha256;
        }
        damaged = there.error().code == ErrorCode::VaultFileDamaged;
        if (!damaged && there.error().code != ErrorCode::VaultFileMissing) {
            return failure(there.error());
        }
    }
    SOHOA_ASSIGN(const QByteArray sealed, sealFile(m_key, plain));
    if (damaged) {
        SOHOA_TRY(writeDurably(path, sealed));
    } else {
        SOHOA_ASSIGN(const bool isOurs, writeDurablyIfAbsent(path, sealed));
        if (!isOurs) {
            SOHOA_TRY(flushDurably(path));
        }
    }
    return sha256;
}

Result<QByteArray> Vault::get(const QString& sha256) const
{
    if (!isSha256Hex(sha256)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a name of the vault"));
    }
    const Result<QByteArray> sealed = readFile(pathOf(sha256), largestSealed);
    if (!sealed) {
        if (sealed.error().code == ErrorCode::FileNotFound) {
            return failure(ErrorCode::VaultFileMissing, sha256);
        }
        return failure(sealed.error());
    }
    Result<QByteArray> plain = openFile(m_key, *sealed);
    if (!plain) {
        return failure(ErrorCode::VaultFileDamaged, sha256, plain.error());
    }
    if (sha256Hex(*plain) != sha256) {
        return failure(ErrorCode::VaultFileDamaged, sha256 + QStringLiteral(" holds something else"));
    }
    return plain;
}

bool Vault::contains(const QString& sha256) const
{
    return isSha256Hex(sha256) && QFileInfo(pathOf(sha256)).isFile();
}

Status Vault::remove(const QString& sha256) const
{
    if (!isSha256Hex(sha256)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a name of the vault"));
    }
    QFile file(pathOf(sha256));
    if (file.exists() && !file.remove()) {
        return failure(ErrorCode::ReadOnly, file.errorString());
    }
    return {};
}

Result<std::vector<QString>> Vault::list() const
{
    if (!QFileInfo(m_folder).isReadable()) {
        return failure(ErrorCode::FileUnreadable, QStringLiteral("vault folder"));
    }
    std::vector<QString> names;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (isSha256Hex(files.fileName())) {
            names.push_back(files.fileName());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<VaultReport> Vault::verifyAll(const std::function<void(qint64, qint64)>& progress,
                                     const StopToken& stop) const
{
    SOHOA_ASSIGN(const std::vector<QString> names, list());
    VaultReport report;
    for (const QString& name : names) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        const Result<QByteArray> plain = get(name);
        if (plain) {
            report.bytes += plain->size();
        } else {
            report.problems.push_back({name, plain.error()});
        }
        ++report.files;
        if (progress) {
            progress(report.files, static_cast<qint64>(names.size()));
        }
    }
    return report;
}

} // namespace sohoa::storage
