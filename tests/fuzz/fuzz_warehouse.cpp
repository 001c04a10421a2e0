// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// A warehouse that others write to: its address, its marker, logs of other machines. "u" in front: an
// address; "m": v1/warehouse.json; anything else: entries of one log between 0xFF, read as a chain.
#include "require.h"
#include "sync/folderwarehouse.h"
#include "sync/logentry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

namespace {

using namespace sohoa;
using namespace sohoa::sync;
using fuzz::require;

void readAddress(const QString& url)
{
    const auto address = parseWarehouseUrl(url);
    if (!address) {
        return;
    }
    if (address->kind == WarehouseAddress::Kind::Folder) {
        require(QDir::isAbsolutePath(address->folder));
    } else {
        require(!address->host.isEmpty() && !address->bucket.isEmpty() && address->port >= 0);
    }
    static_cast<void>(openWarehouse(url));
}

void readMarker(const QByteArray& bytes)
{
    const QTemporaryDir folder;
    require(folder.isValid() && QDir(folder.path()).mkpath(QStringLiteral("v1")));
    QFile file(folder.filePath(markerKey()));
    require(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    FolderWarehouse warehouse(folder.path());
    if (const auto identity = warehouse.identity()) {
        require(identity->size() == 32);
    }
}

class Entries final : public LogSource
{
public:
    explicit Entries(QList<QByteArray> entries)
        : m_entries(std::move(entries))
    {
    }
    Result<std::vector<qint64>> sequencesAfter(qint64 after, QStringList&) override
    {
        std::vector<qint64> sequences;
        for (qint64 sequence = after + 1; sequence <= m_entries.size(); ++sequence) {
            if (!m_entries[sequence - 1].isEmpty()) {
                sequences.push_back(sequence);
            }
        }
        return sequences;
    }
    Result<QByteArray> read(qint64 sequence) override { return m_entries[sequence - 1]; }

private:
    QList<QByteArray> m_entries;
};

void readChain(const QByteArray& bytes)
{
    const LogIdentity log{QStringLiteral("H26.19"), 1};
    Entries entries(bytes.split('\xFF'));
    const auto report = verifyChain(entries, log, LogHead{2, noPrevious()});
    require(report && (!report->holds() || report->entries >= 2));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray rest(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    switch (data[0]) {
    case 'u':
        readAddress(QString::fromUtf8(rest));
        break;
    case 'm':
        readMarker(rest);
        break;
    default:
        readChain(rest);
        break;
    }
    return 0;
}
