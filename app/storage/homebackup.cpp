// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// The file of a backup:
//
//   "SHBACKUP1\n"
//   for each file of the home, ascending by path, the journal first:
//       length of the head, 32 bit big endian
//       head: JSON {"path": relative, with '/'; "bytes": length of the content}
//       content
//       SHA-256 of head and content, 32 bytes
//   for the end, in the same form, an entry with the path "" whose content is the manifest:
//       JSON {"made": time, "files": [{"path", "bytes", "sha256"}]}, sha256 of head and content as above
//
// A file that was cut off has no manifest; one that was put together of parts does not agree with it. Pages,
// papers and personal columns are sealed in the home, and therefore here.

#include "base/durablefile.h"
#include "storage/backup.h"
#include "storage/migrations.h"
#include "storage/records.h"
#include "storage/sqlite.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <cerrno>

namespace sohoa::storage {

namespace {

constexpr char magic[] = "SHBACKUP1\n";
constexpr qint64 magicSize = sizeof(magic) - 1;
constexpr qint64 blockSize = 1 << 20;
constexpr qint64 largestHead = 64 * 1024;
constexpr qint64 largestManifest = 1LL << 30;
constexpr qsizetype hashSize = 32;

QString journalName()
{
    return QStringLiteral("journal.db");
}

struct HomeFile
{
    QString name; ///< relative to the home
    QString path; ///< where its content is read
    qint64 bytes = 0;
};

bool isLeftOut(const QString& name)
{
    return name.startsWith(QStringLiteral("backups/")) || name.startsWith(QStringLiteral("secrets/")) ||
           name.startsWith(journalName()) || name.endsWith(QStringLiteral(".part")) ||
           name.endsWith(QStringLiteral(".lock"));
}

/// Everything in the home but the journal, which is copied apart, its automatic copies, the keys to the
/// warehouse (a key that was withdrawn is not to come back with a backup), and what is temporary.
std::vector<HomeFile> filesOf(const QString& home, const QString& output)
{
    std::vector<HomeFile> files;
    const QDir root(home);
    QDirIterator walk(home, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QString name = root.relativeFilePath(walk.filePath());
        if (!isLeftOut(name) && walk.fileInfo().absoluteFilePath() != output) {
            files.push_back({name, walk.filePath(), walk.fileInfo().size()});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const HomeFile& a, const HomeFile& b) { return a.name < b.name; });
    return files;
}

/// A path inside the home and nowhere else, on every system.
bool isSafe(const QString& name)
{
    if (name.isEmpty() || name.contains(u'\\') || name.contains(u':') || name.contains(QChar(0))) {
        return false;
    }
    const QStringList parts = name.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.isEmpty() || part == QLatin1String(".") || part == QLatin1String("..");
    });
}

Error writeError(const QFile& file)
{
    const int systemError = errno;
    const ErrorCode code = systemError != 0 ? storageErrorFor(systemError) : ErrorCode::StorageFailed;
    return {code, file.errorString()};
}

QByteArray headOf(const QString& name, qint64 bytes)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("path"), name}, {QStringLiteral("bytes"), bytes}})
        .toJson(QJsonDocument::Compact);
}

class BackupWriter
{
public:
    BackupWriter(QFile& file, const StopToken& stop, const BackupProgress& progress, qint64 total)
        : m_file(file)
        , m_stop(stop)
        , m_progress(progress)
        , m_total(total)
    {
    }

    Status write(QByteArrayView data)
    {
        errno = 0;
        if (m_file.write(data.data(), data.size()) != data.size()) {
            return failure(writeError(m_file));
        }
        return {};
    }

    Status add(const HomeFile& file)
    {
        QFile source(file.path);
        if (!source.open(QIODevice::ReadOnly)) {
            return failure(ErrorCode::FileUnreadable, source.errorString());
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        SOHOA_TRY(begin(hash, headOf(file.name, file.bytes)));
        qint64 left = file.bytes;
        while (left > 0) {
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            const QByteArray block = source.read(std::min(blockSize, left));
            if (block.isEmpty()) {
                return failure(ErrorCode::FileChanged, file.name);
            }
            hash.addData(block);
            SOHOA_TRY(write(block));
            left -= block.size();
            m_done += block.size();
            if (m_progress) {
                m_progress(m_done, m_total);
            }
        }
        const QByteArray result = hash.result();
        m_entries += QJsonObject{{QStringLiteral("path"), file.name},
                                 {QStringLiteral("bytes"), file.bytes},
                                 {QStringLiteral("sha256"), QString::fromLatin1(result.toHex())}};
        return write(result);
    }

    Status finish(const QDateTime& now)
    {
        const QByteArray manifest = QJsonDocument(QJsonObject{{QStringLiteral("made"), toIso(now)},
                                                              {QStringLiteral("files"), m_entries}})
                                        .toJson(QJsonDocument::Compact);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        SOHOA_TRY(begin(hash, headOf({}, manifest.size())));
        hash.addData(manifest);
        SOHOA_TRY(write(manifest));
        return write(hash.result());
    }

private:
    Status begin(QCryptographicHash& hash, const QByteArray& head)
    {
        QByteArray length(sizeof(quint32), '\0');
        qToBigEndian(static_cast<quint32>(head.size()), length.data());
        hash.addData(head);
        SOHOA_TRY(write(length));
        return write(head);
    }

    QFile& m_file;
    StopToken m_stop;
    const BackupProgress& m_progress;
    qint64 m_total;
    qint64 m_done = 0;
    QJsonArray m_entries;
};

/// Removes a file or folder that was only made on the way, when it goes.
class Leftover
{
public:
    explicit Leftover(QString path)
        : m_path(std::move(path))
    {
    }
    Leftover(const Leftover&) = delete;
    Leftover& operator=(const Leftover&) = delete;
    ~Leftover()
    {
        if (QFileInfo(m_path).isDir()) {
            QDir(m_path).removeRecursively();
        } else {
            QFile::remove(m_path);
        }
    }
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

class BackupReader
{
public:
    BackupReader(QFile& file, QString folder, const StopToken& stop, const BackupProgress& progress)
        : m_file(file)
        , m_folder(std::move(folder))
        , m_stop(stop)
        , m_progress(progress)
    {
    }

    /// Reads everything into the folder. BackupInvalid unless every byte is as it was written.
    Result<BackupSummary> readAll()
    {
        SOHOA_ASSIGN(const QByteArray start, exactly(magicSize));
        if (start != magic) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("not a backup"));
        }
        bool more = true;
        while (more) {
            SOHOA_ASSIGN(more, readEntry());
        }
        if (!m_file.atEnd()) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("bytes behind the end"));
        }
        if (QJsonDocument::fromJson(m_manifest).object()[QLatin1String("files")].toArray() != m_entries) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("files and manifest differ"));
        }
        return m_summary;
    }

private:
    Result<QByteArray> exactly(qint64 count)
    {
        QByteArray data = m_file.read(count);
        if (data.size() != count) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("ends too early"));
        }
        return data;
    }

    /// @return false after the manifest
    Result<bool> readEntry()
    {
        SOHOA_ASSIGN(const QByteArray length, exactly(sizeof(quint32)));
        const qint64 headSize = qFromBigEndian<quint32>(length.constData());
        if (headSize > largestHead) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("head of an entry"));
        }
        SOHOA_ASSIGN(const QByteArray head, exactly(headSize));
        const QJsonObject json = QJsonDocument::fromJson(head).object();
        const QString name = json[QLatin1String("path")].toString();
        const qint64 bytes = json[QLatin1String("bytes")].toInteger(-1);
        if (bytes < 0 || bytes > m_file.size()) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("length of an entry"));
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(head);
        if (name.isEmpty()) {
            if (bytes > largestManifest) {
                return failure(ErrorCode::BackupInvalid, QStringLiteral("manifest"));
            }
            SOHOA_ASSIGN(m_manifest, exactly(bytes));
            hash.addData(m_manifest);
            SOHOA_TRY(compareHash(hash));
            return false;
        }
        if (!isSafe(name)) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("path of an entry"));
        }
        SOHOA_TRY(copyContent(name, bytes, hash));
        const QString sha256 = QString::fromLatin1(hash.result().toHex());
        SOHOA_TRY(compareHash(hash));
        m_entries += QJsonObject{{QStringLiteral("path"), name},
                                 {QStringLiteral("bytes"), bytes},
                                 {QStringLiteral("sha256"), sha256}};
        ++m_summary.files;
        m_summary.bytes += bytes;
        m_summary.keyIncluded |= name == QLatin1String("key");
        return true;
    }

    Status copyContent(const QString& name, qint64 bytes, QCryptographicHash& hash)
    {
        const QString path = m_folder + u'/' + name;
        SOHOA_TRY(makeFolderDurably(QFileInfo(path).absolutePath()));
        QFile file(path);
        errno = 0;
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
            return failure(writeError(file));
        }
        for (qint64 left = bytes; left > 0;) {
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            SOHOA_ASSIGN(const QByteArray block, exactly(std::min(blockSize, left)));
            hash.addData(block);
            errno = 0;
            if (file.write(block) != block.size()) {
                return failure(writeError(file));
            }
            left -= block.size();
            if (m_progress) {
                m_progress(m_file.pos(), m_file.size());
            }
        }
        return flushToDisk(file);
    }

    Status compareHash(QCryptographicHash& hash)
    {
        SOHOA_ASSIGN(const QByteArray written, exactly(hashSize));
        if (written != hash.result()) {
            return failure(ErrorCode::BackupInvalid, QStringLiteral("content of an entry"));
        }
        return {};
    }

    QFile& m_file;
    QString m_folder;
    StopToken m_stop;
    const BackupProgress& m_progress;
    QByteArray m_manifest;
    QJsonArray m_entries;
    BackupSummary m_summary;
};

Status checkRestoredJournal(const QString& folder)
{
    const QString path = folder + u'/' + journalName();
    if (!QFileInfo::exists(path)) {
        return failure(ErrorCode::BackupInvalid, QStringLiteral("no journal in it"));
    }
    SOHOA_ASSIGN(Connection journal, Connection::openPlain(path, false));
    if (const Status checked = checkIntegrity(journal); !checked) {
        return failure(ErrorCode::BackupInvalid, QStringLiteral("journal"), checked.error());
    }
    SOHOA_ASSIGN(const qint64 application, journal.integerOf("PRAGMA application_id"));
    if (application != journalApplicationId) {
        return failure(ErrorCode::BackupInvalid, QStringLiteral("its journal is some other database"));
    }
    return {};
}

/// Says in the journal that it was set back: our own log in the warehouse may be ahead of it. From now on
/// this is another installation than the one the backup was made of.
Status markRestored(const QString& folder, const QDateTime& now)
{
    SOHOA_ASSIGN(Connection journal, Connection::openPlain(folder + u'/' + journalName(), true));
    SOHOA_TRY(journal.run("INSERT INTO setting (name, value) VALUES (?1, ?2)"
                          " ON CONFLICT (name) DO UPDATE SET value = ?2",
                          {QString::fromLatin1(restoredSetting), toIso(now)}));
    return journal.run("DELETE FROM setting WHERE name = ?1", {QString::fromLatin1(instanceSetting)});
}

} // namespace

Result<BackupSummary> exportBackup(const QString& home, const QString& file, const Clock& clock,
                                   const StopToken& stop, const BackupProgress& progress)
{
    if (!QFileInfo::exists(journalPath(home))) {
        return failure(ErrorCode::HomeMissing, QStringLiteral("no journal"));
    }
    const QString output = QFileInfo(file).absoluteFilePath();
    const Leftover snapshot(output + QStringLiteral(".journal.part"));
    {
        SOHOA_ASSIGN(Connection journal, Connection::open(journalPath(home), Connection::Mode::QueryOnly));
        SOHOA_TRY(copyDatabase(journal, snapshot.path()));
    }
    // After the journal: a file is in the vault before the journal names it.
    std::vector<HomeFile> files = filesOf(QFileInfo(home).absoluteFilePath(), output);
    files.insert(files.begin(), {journalName(), snapshot.path(), QFileInfo(snapshot.path()).size()});
    BackupSummary summary;
    for (const HomeFile& entry : files) {
        ++summary.files;
        summary.bytes += entry.bytes;
        summary.keyIncluded |= entry.name == QLatin1String("key");
    }
    const Leftover part(output + QStringLiteral(".part"));
    QFile target(part.path());
    errno = 0;
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return failure(writeError(target));
    }
    BackupWriter writer(target, stop, progress, summary.bytes);
    SOHOA_TRY(writer.write(QByteArrayView(magic, magicSize)));
    for (const HomeFile& entry : files) {
        SOHOA_TRY(writer.add(entry));
    }
    SOHOA_TRY(writer.finish(clock.now()));
    SOHOA_TRY(flushToDisk(target));
    target.close();
    SOHOA_TRY(moveDurably(part.path(), output));
    return summary;
}

Result<BackupSummary> restoreBackup(const QString& file, const QString& home, const StopToken& stop,
                                    const BackupProgress& progress)
{
    const QString target = QDir::cleanPath(QFileInfo(home).absoluteFilePath());
    const QFileInfo info(target);
    if (info.exists() && (!info.isDir() || !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden |
                                                                 QDir::System | QDir::NoDotAndDotDot))) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("home is not empty"));
    }
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return failure(source.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                       source.errorString());
    }
    const Leftover folder(target + QStringLiteral(".restoring.part"));
    QDir(folder.path()).removeRecursively();
    SOHOA_TRY(makeFolderDurably(folder.path()));
    SOHOA_ASSIGN(const BackupSummary summary, BackupReader(source, folder.path(), stop, progress).readAll());
    SOHOA_TRY(checkRestoredJournal(folder.path()));
    SOHOA_TRY(markRestored(folder.path(), SystemClock().now()));
    if (info.exists() && !QDir().rmdir(target)) {
        return failure(ErrorCode::ReadOnly, QStringLiteral("home"));
    }
    SOHOA_TRY(moveDurably(folder.path(), target));
    return summary;
}

} // namespace sohoa::storage
