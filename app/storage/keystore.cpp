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

QByteArray toBytes(const KeyInfo& info)
{
    const QJsonObject json{{QStringLiteral("home"), info.homeId},
                           {QStringLiteral("check"), info.check},
                           {QStringLiteral("place"), info.place == KeyPlace::System
                                                         ? QStringLiteral("system")
                                                         : QStringLiteral("file")}};
    return QJsonDocument(json).toJson();
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

/// Puts a key into the key store of this system. @return false when it has none
Result<bool> keepInSystem(const QString& homeId, const SecretKey& key, std::chrono::milliseconds patience)
{
    if (keysGoToFiles()) {
        return false;
    }
    const Status written = writeSystemKey(homeId, key.bytes(), patience);
    if (!written) {
        return written.error().code == ErrorCode::Unsupported ? Result<bool>(false)
                                                              : failure(written.error());
    }
    const Result<std::optional<QByteArray>> back = readSystemKey(homeId, patience);
    return back && *back && **back == key.bytes();
}

QByteArray fileTextOf(const SecretKey& key)
{
    return key.bytes().toHex() + '\n';
}

/// Puts a new key where this system keeps keys. Into a file only when there is none: of two processes that
/// make a home at once both must go on with the key of the first.
Result<HomeKey> keepNewKey(const QString& home, const QString& homeId, SecretKey key,
                           std::chrono::milliseconds patience)
{
    SOHOA_ASSIGN(const bool inSystem, keepInSystem(homeId, key, patience));
    if (inSystem) {
        return HomeKey{std::move(key), KeyPlace::System};
    }
    SOHOA_ASSIGN(const bool isOurs, writeDurablyIfAbsent(keyPath(home), fileTextOf(key)));
    if (!isOurs) {
        SOHOA_ASSIGN(std::optional<SecretKey> there, readKeyFile(home));
        if (!there) {
            return failure(ErrorCode::KeyStoreFailed, QStringLiteral("the key file came and went"));
        }
        key = std::move(*there);
    }
    return HomeKey{std::move(key), KeyPlace::File};
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
        if (!left && holdsData(home)) {
            // Unless another process has just set the home up.
            return QFileInfo::exists(keyInfoPath(home))
                       ? openOrCreate(home)
                       : failure(ErrorCode::KeyMissing, QStringLiteral("data without key.json"));
        }
        SOHOA_TRY(makeFolderDurably(home));
        const QString homeId = dossier::newUid();
        std::optional<HomeKey> kept;
        if (left) {
            kept = HomeKey{std::move(*left), KeyPlace::File};
        } else {
            SOHOA_ASSIGN(SecretKey fresh, SecretKey::generate());
            SOHOA_ASSIGN(kept, keepNewKey(home, homeId, std::move(fresh), m_patience));
        }
        SOHOA_ASSIGN(const QString check, checkOf(kept->key));
        SOHOA_ASSIGN(const bool isOurs,
                     writeDurablyIfAbsent(keyInfoPath(home), toBytes({homeId, check, kept->place})));
        // What the first of several processes wrote counts for all of them.
        return isOurs ? Result<HomeKey>(std::move(*kept)) : openOrCreate(home);
    }

    SOHOA_ASSIGN(std::optional<SecretKey> key, readKey(home, *info, m_patience));
    if (!key) {
        if (holdsData(home)) {
            return failure(ErrorCode::KeyMissing, info->place == KeyPlace::System
                                                      ? QStringLiteral("not in the system key store")
                                                      : QStringLiteral("no key file"));
        }
        SOHOA_ASSIGN(SecretKey fresh, SecretKey::generate());
        SOHOA_ASSIGN(HomeKey kept, keepNewKey(home, info->homeId, std::move(fresh), m_patience));
        SOHOA_ASSIGN(const QString check, checkOf(kept.key));
        SOHOA_TRY(writeDurably(keyInfoPath(home), toBytes({info->homeId, check, kept.place})));
        return kept;
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
    SOHOA_ASSIGN(const bool inSystem, keepInSystem(info->homeId, key, m_patience));
    if (!inSystem) {
        SOHOA_TRY(writeDurably(keyPath(home), fileTextOf(key)));
    }
    return writeDurably(keyInfoPath(home),
                        toBytes({info->homeId, keyCheck, inSystem ? KeyPlace::System : KeyPlace::File}));
}

Result<QString> homeIdOf(const QString& home)
{
    SOHOA_ASSIGN(const std::optional<KeyInfo> info, readInfo(home));
    if (!info) {
        return failure(ErrorCode::HomeMissing, QStringLiteral("no key.json"));
    }
    return info->homeId;
}

bool keysGoToFiles()
{
    return qEnvironmentVariable("SOHOA_KEYSTORE") == QLatin1String("file");
}

} // namespace sohoa::storage
