// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Backup files from anywhere. An input that starts with "=" is the file; one with "+" is a list of heads and
// contents between 0xFF, put into a file with the right lengths and sums so that the parser behind them is
// reached. Whatever it is: nothing appears but the new home, and that only when all of it was right.
#include "require.h"
#include "storage/backup.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <cstdint>

namespace {

QByteArray withLengthsAndSums(const QByteArray& list)
{
    QByteArray file = "SHBACKUP1\n";
    const QList<QByteArray> parts = list.split('\xFF');
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        QByteArray length(4, '\0');
        qToBigEndian(static_cast<quint32>(parts[i].size()), length.data());
        file += length + parts[i] + parts[i + 1];
        file += QCryptographicHash::hash(parts[i] + parts[i + 1], QCryptographicHash::Sha256);
    }
    return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa;
    using fuzz::require;
    if (size < 1) {
        return 0;
    }
    const QByteArray rest(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    const QTemporaryDir folder;
    require(folder.isValid());
    const QString path = folder.filePath(QStringLiteral("backup"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly));
    file.write(data[0] == '+' ? withLengthsAndSums(rest) : rest);
    file.close();
    const QString home = folder.filePath(QStringLiteral("in/home"));
    const auto restored = storage::restoreBackup(path, home);
    require(QDir(home).exists() == restored.has_value());
    const QStringList beside =
        QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    require(beside == QStringList({QStringLiteral("backup"), QStringLiteral("in")}) ||
            beside == QStringList({QStringLiteral("backup")}));
    const QStringList inside = QDir(folder.filePath(QStringLiteral("in")))
                                   .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    require(inside.isEmpty() || inside == QStringList({QStringLiteral("home")}));
    return 0;
}
