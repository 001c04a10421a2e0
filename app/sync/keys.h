// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/logidentity.h"

#include <QString>

#include <optional>

namespace sohoa::sync {

/// Numbers of log entries run from 1; ten digits in the key.
inline constexpr qint64 largestSequence = 9'999'999'999;
inline constexpr qsizetype largestKeyBytes = 1024;
inline constexpr int largestWorkstation = 9999;

using dossier::LogIdentity;

struct LogKey
{
    LogIdentity log;
    qint64 sequence = 0;

    bool operator==(const LogKey&) const = default;
};

/// Whether a key is safe on every engine and file system: 1..1024 bytes of UTF-8 in NFC, segments of 1..200
/// bytes divided by '/', none of them ".", "..", ending in '.', ' ' or ".part" or reserved by Windows
/// (CON, NUL, COM1 ...), without control characters and < > : " | ? * backslash.
bool isValidKey(const QString& key);
/// Whether a code can stand in a key: 1..64 characters of a-z A-Z 0-9 . - _, and a valid segment.
bool isValidUnit(const QString& unit);

/// v1/warehouse.json: which warehouse this is.
QString markerKey();
/// v1/blobs/<aa>/<sha256>, aa being the first two digits. "" unless sha256 is one.
QString blobKey(const QString& sha256);
/// v1/log/<unit>/<workstation>/ : what all keys of one log start with.
QString logPrefix(const LogIdentity& log);
/// v1/log/<unit>/<workstation>/<sequence, ten digits>.json
QString logKey(const LogIdentity& log, qint64 sequence);
/// v1/catalogue/<version>.json
QString catalogueKey(const QString& version);

/// The reverse; empty unless the key is exactly what the functions above make.
std::optional<QString> sha256FromBlobKey(const QString& key);
std::optional<LogKey> logKeyFrom(const QString& key);
std::optional<QString> versionFromCatalogueKey(const QString& key);

} // namespace sohoa::sync
