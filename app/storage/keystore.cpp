// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/keystore.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "dossier/dossier.h"
#include "storage/backup.h"
#include "storage/keychain.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace sohoa::storage {

namespace {

constexpr qint64 smallFile = 64 * 1024;

/// `key.json` of a home.
struct KeyInfo
{
    QString homeId;
    QString check; ///< hex
    KeyPlace place = KeyPlace::File;
};

bool holdsData(const QString& home)
{
    if (QFileInfo::exists(journalPath(home))) {
        return true;
    }
    return QDirIterator(vaultPath(home), QDir::Files, QDirIterator::Subdirectories).hasNext();
}

bool fileIsWanted()
{
    return qEnvironmentVariable("SOHOA_KEYSTORE") == QLatin1String("file");
}

Result<QString> checkOf(const SecretKey& key)
{
    SOHOA_ASSIGN(const SecretKey checkKey, key.derive("sohoa key check"));
    return QString::fromLatin1(hmacSha256(checkKey.bytes(), "sohoa home").toHex());
}

Result<std::optional<KeyInfo>> readInfo(const QString& home)
{
    const Result<QByteArray> bytes = readFile(keyInfoPath(home), smallFile);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::FileNotFound) {
            return std::nullopt;
        }
        return failure(ErrorCode::KeyStoreFailed, QStringLiteral("key.json"), bytes.error());
    }
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    const QString place = json[QLatin1String("place")].toString();
    KeyInfo info{json[QLatin1String("home")].toString(), json[QLatin1String("check")].toString(),
                 place == QLatin1String("system") ? KeyPlace::System : KeyPlace::File};
    if (info.homeId.isEmpty() || info.check.isEmpty() ||
        (place != QLatin1String("system") && place != QLatin1String("file"))) {
        return failure(ErrorCode::KeyStoreFailed, QStringLiteral("key.json is damaged"));
    }
    return info;
}

Status writeInfo(const QString& home, const KeyInfo& info)
{
    const QJsonObject json{{QStringLiteral("home"), info.homeId},
                           {QStringLiteral("check"), info.check},
                           {QStringLiteral("place"), info.place == KeyPlace::System
                                                         ? QStringLiteral("system")
                                                         : QStringLiteral("file")}};
    return writeDurably(keyInfoPath(home), QJsonDocument(json).toJson());
}

Result<std::optional<SecretKey>> readKeyFile(const QString& home)
{
    const Result<QByteArray> text = readFile(keyPath(home), smallFile);
    if (!text) {
        if (text.error().code == ErrorCode::FileNotFound) {
            return std::nullopt;
        }
        return failure(ErrorCode::KeyStoreFailed, QStringLiteral("key file"), text.error());
    }
    SOHOA_ASSIGN(SecretKey key, SecretKey::fromBytes(QByteArray::fromHex(text->trimmed())));
    return key;
}

Result<std::optional<SecretKey>> readKey(const QString& home, const KeyInfo& info,
                                         std::chrono::milliseconds patience)
{
    if (info.place == KeyPlace::File) {
        return readKeyFile(home);
    }
    const Result<std::optional<QByteArray>> secret = readSystemKey(info.homeId, patience);
    if (!secret) {
        return failure(ErrorCode::KeyStoreFailed, QStringLiteral("system key store"), secret.error());
    }
    if (!*secret) {
        return std::nullopt;
    }
    SOHOA_ASSIGN(SecretKey key, SecretKey::fromBytes(**secret));
    return key;
}

/// Puts a key where this system keeps keys, and says where that was.
Result<KeyPlace> keepKey(const QString& home, const QString& homeId, const SecretKey& key,
                         std::chrono::milliseconds patience)
{
    if (!fileIsWanted()) {
        const Status written = writeSystemKey(homeId, key.bytes(), patience);
        if (written) {
            const Result<std::optional<QByteArray>> back = readSystemKey(homeId, patience);
            if (back && *back && **back == key.bytes()) {
                return KeyPlace::System;
            }
        } else if (written.error().code != ErrorCode::Unsupported) {
            return failure(written.error());
        }
    }
    // writeDurably makes files that only their owner may read.
    SOHOA_TRY(writeDurably(keyPath(home), key.bytes().toHex() + '\n'));
    return KeyPlace::File;
}

/// @param key the one to keep; it lies in the file already when `place` is given
Result<HomeKey> setUp(const QString& home, const QString& homeId, SecretKey key,
                      std::optional<KeyPlace> place, std::chrono::milliseconds patience)
{
    if (!place) {
        SOHOA_ASSIGN(place, keepKey(home, homeId, key, patience));
    }
    SOHOA_ASSIGN(const QString check, checkOf(key));
    SOHOA_TRY(writeInfo(home, {homeId, check, *place}));
    return HomeKey{std::move(key), *place};
}

constexpr int checkGroupDigits = 4;

} // namespace

KeyStore::KeyStore(std::chrono::milliseconds patience)
    : m_patience(patience)
{
}

Result<HomeKey> KeyStore::openOrCreate(const QString& home) const
{
    SOHOA_ASSIGN(const std::optional<KeyInfo> info, readInfo(home));
    if (!info) {
        // The key is kept before key.json is written; after a crash in between it is found here. A file key
        // beside data whose key.json was lost is tried too: the journal has a check value of its own.
        SOHOA_ASSIGN(std::optional<SecretKey> left, readKeyFile(home));
        if (left) {
            return setUp(home, dossier::newUid(), std::move(*left), KeyPlace::File, m_patience);
        }
        if (holdsData(home)) {
            return failure(ErrorCode::KeyMissing, QStringLiteral("data without key.json"));
        }
        SOHOA_TRY(makeFolderDurably(home));
        SOHOA_ASSIGN(SecretKey fresh, SecretKey::generate());
        return setUp(home, dossier::newUid(), std::move(fresh), {}, m_patience);
    }

    SOHOA_ASSIGN(std::optional<SecretKey> key, readKey(home, *info, m_patience));
    if (!key) {
        if (holdsData(home)) {
            return failure(ErrorCode::KeyMissing, info->place == KeyPlace::System
                                                      ? QStringLiteral("not in the system key store")
                                                      : QStringLiteral("no key file"));
        }
        SOHOA_ASSIGN(SecretKey fresh, SecretKey::generate());
        return setUp(home, info->homeId, std::move(fresh), {}, m_patience);
    }
    SOHOA_ASSIGN(const QString check, checkOf(*key));
    if (check != info->check) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("does not fit the check value"));
    }
    return HomeKey{std::move(*key), info->place};
}

QString KeyStore::recoveryText(const SecretKey& key)
{
    constexpr qsizetype groupDigits = 8;
    const QString digits = QString::fromLatin1(key.bytes().toHex());
    QString text;
    for (qsizetype at = 0; at < digits.size(); at += groupDigits) {
        text += digits.mid(at, groupDigits) + u' ';
    }
    return text + sha256Hex(key.bytes()).left(checkGroupDigits);
}

Status KeyStore::recover(const QString& home, const QString& text) const
{
    SOHOA_ASSIGN(const std::optional<KeyInfo> info, readInfo(home));
    if (!info) {
        return failure(ErrorCode::HomeMissing, QStringLiteral("no key.json"));
    }
    QByteArray digits = text.toLower().toLatin1();
    digits.removeIf([](char c) { return c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t'; });
    const QByteArray check = digits.last(std::min<qsizetype>(checkGroupDigits, digits.size()));
    digits.chop(check.size());
    SOHOA_ASSIGN(SecretKey key, SecretKey::fromBytes(QByteArray::fromHex(digits)));
    if (sha256Hex(key.bytes()).left(checkGroupDigits).toLatin1() != check) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("mistyped"));
    }
    SOHOA_ASSIGN(const QString keyCheck, checkOf(key));
    if (keyCheck != info->check) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("key of another home"));
    }
    SOHOA_TRY(setUp(home, info->homeId, std::move(key), {}, m_patience));
    return {};
}

} // namespace sohoa::storage
