// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/secretstore.h"

#include "base/durablefile.h"
#include "storage/backup.h"
#include "storage/keychain.h"
#include "storage/keystore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sohoa::storage {

namespace {

constexpr qsizetype largestSecret = 2000;
constexpr qint64 largestFile = 64 * 1024;

bool isName(const QString& name)
{
    return !name.isEmpty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

} // namespace

SecretStore::SecretStore(QString home, QString homeId, SecretKey key, std::chrono::milliseconds patience)
    : m_home(std::move(home))
    , m_homeId(std::move(homeId))
    , m_key(std::move(key))
    , m_patience(patience)
{
}

Result<SecretStore> SecretStore::open(const QString& home, SecretKey key, std::chrono::milliseconds patience)
{
    SOHOA_ASSIGN(QString homeId, homeIdOf(home));
    return SecretStore(home, std::move(homeId), std::move(key), patience);
}

QString SecretStore::pathOf(const QString& name) const
{
    return QDir(secretsPath(m_home)).filePath(name);
}

QString SecretStore::accountOf(const QString& name) const
{
    return m_homeId + u'/' + name;
}

Status SecretStore::keep(const QString& name, const QByteArray& secret) const
{
    if (!isName(name) || secret.isEmpty() || secret.size() > largestSecret) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("name or length of a secret"));
    }
    if (!keysGoToFiles()) {
        Status written = writeSystemKey(accountOf(name), secret, m_patience);
        if (!written && written.error().code != ErrorCode::Unsupported) {
            return written;
        }
        const auto back = written ? readSystemKey(accountOf(name), m_patience)
                                  : Result<std::optional<QByteArray>>(std::nullopt);
        if (back && *back == secret) {
            QFile::remove(pathOf(name)); // else it would count
            return {};
        }
    }
    SOHOA_TRY(makeFolderDurably(secretsPath(m_home)));
    SOHOA_ASSIGN(const QByteArray sealed, sealValue(m_key, secret, name.toUtf8()));
    return writeDurably(pathOf(name), sealed);
}

Result<std::optional<QByteArray>> SecretStore::read(const QString& name) const
{
    if (!isName(name)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("name of a secret"));
    }
    const Result<QByteArray> sealed = readFile(pathOf(name), largestFile);
    if (sealed) {
        SOHOA_ASSIGN(QByteArray secret, openValue(m_key, *sealed, name.toUtf8()));
        return secret;
    }
    if (sealed.error().code != ErrorCode::FileNotFound) {
        return failure(ErrorCode::KeyStoreFailed, QStringLiteral("file of a secret"), sealed.error());
    }
    if (keysGoToFiles()) {
        return std::nullopt;
    }
    Result<std::optional<QByteArray>> secret = readSystemKey(accountOf(name), m_patience);
    if (!secret && secret.error().code == ErrorCode::Unsupported) {
        return std::nullopt; // a system without key store: then it would lie in a file
    }
    if (secret && *secret && (*secret)->isEmpty()) {
        return std::nullopt; // see forget()
    }
    return secret;
}

Status SecretStore::forget(const QString& name) const
{
    if (!isName(name)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("name of a secret"));
    }
    if (QFileInfo::exists(pathOf(name)) && !QFile::remove(pathOf(name))) {
        return failure(ErrorCode::ReadOnly, QStringLiteral("file of a secret"));
    }
    if (keysGoToFiles()) {
        return {};
    }
    // Overwritten: so nothing of it is left, and no key store needs a way of its own to delete.
    const auto there = readSystemKey(accountOf(name), m_patience);
    if (!there || !*there || (*there)->isEmpty()) {
        return {};
    }
    return writeSystemKey(accountOf(name), {}, m_patience);
}

} // namespace sohoa::storage
