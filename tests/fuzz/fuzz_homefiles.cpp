// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Small files of a home that somebody else may have written: key.json, the key, sealed pages. "k" in front:
// key.json, then 0xFF, then the key file; anything else: a sealed file or value.
#include "base/aead.h"
#include "base/clock.h"
#include "require.h"
#include "storage/backup.h"
#include "storage/keystore.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sohoa;
using fuzz::require;

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void openHome(const QByteArray& bytes)
{
    const QTemporaryDir home;
    require(home.isValid());
    const qsizetype end = bytes.indexOf('\xFF');
    const QByteArray info = end < 0 ? bytes : bytes.first(end);
    put(storage::keyInfoPath(home.path()), info);
    if (end >= 0) {
        put(storage::keyPath(home.path()), bytes.mid(end + 1));
    }
    put(storage::journalPath(home.path()), "data");
    const storage::KeyStore keys;
    const auto opened = keys.openOrCreate(home.path());
    // There is data: a key that does not fit is never replaced.
    require(opened || QFile(storage::keyInfoPath(home.path())).size() == info.size());
    static_cast<void>(keys.recover(home.path(), QString::fromUtf8(bytes)));
}

void openSealed(const QByteArray& bytes)
{
    static const Result<SecretKey> key = SecretKey::fromBytes(QByteArray(32, 'k'));
    require(!openFile(*key, bytes));
    require(!openValue(*key, bytes, "context"));
    static_cast<void>(SecretKey::fromBytes(bytes));
    const QDateTime time = fromIso(QString::fromUtf8(bytes));
    require(!time.isValid() || fromIso(toIso(time)) == time);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    return setenv("SOHOA_KEYSTORE", "file", 1);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray rest(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    if (data[0] == 'k') {
        openHome(rest);
    } else {
        openSealed(rest);
    }
    return 0;
}
