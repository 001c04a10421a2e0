// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

#include "base/durablefile.h"
#include "storage/sqlite.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <set>

namespace sohoa::storage {

namespace {

constexpr int keptDays = 7;
constexpr int keptWeeks = 4;
constexpr int daysAWeek = 7;

QString nameOf(const QDateTime& time)
{
    return time.toString(QStringLiteral("'journal-'yyyyMMdd-HHmmss'.db'"));
}

/// The day a copy was made, as its name says; invalid for other files.
QDate dayOf(const QString& name)
{
    constexpr int prefix = 8;
    constexpr int digits = 8;
    return QDate::fromString(name.mid(prefix, digits), QStringLiteral("yyyyMMdd"));
}

/// Names of copies, newest first.
QStringList copiesIn(const QString& folder)
{
    QStringList names =
        QDir(folder).entryList({QStringLiteral("journal-*.db")}, QDir::Files, QDir::Name | QDir::Reversed);
    names.removeIf([](const QString& name) { return !dayOf(name).isValid(); });
    return names;
}

/// Keeps the newest copy of each of the last days and of each of the last weeks.
void rotate(const QString& folder)
{
    std::set<QDate> days;
    std::set<qint64> weeks;
    const QStringList names = copiesIn(folder);
    for (const QString& name : names) {
        const QDate day = dayOf(name);
        const bool newDay = days.size() < keptDays && days.insert(day).second;
        const bool newWeek = weeks.size() < keptWeeks && weeks.insert(day.toJulianDay() / daysAWeek).second;
        if (!newDay && !newWeek) {
            QFile::remove(folder + u'/' + name);
        }
    }
}

/// What programs that were killed left of their copies. None takes a day.
void removeLeftovers(const QString& folder)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QFileInfoList parts = QDir(folder).entryInfoList({QStringLiteral("journal-*.part")}, QDir::Files);
    for (const QFileInfo& part : parts) {
        if (part.lastModified() < yesterday) {
            QFile::remove(part.filePath());
        }
    }
}

} // namespace

QString journalPath(const QString& home)
{
    return home + QStringLiteral("/journal.db");
}

QString vaultPath(const QString& home)
{
    return home + QStringLiteral("/vault");
}

QString keyPath(const QString& home)
{
    return home + QStringLiteral("/key");
}

QString keyInfoPath(const QString& home)
{
    return home + QStringLiteral("/key.json");
}

QString backupsPath(const QString& home)
{
    return home + QStringLiteral("/backups");
}

QString secretsPath(const QString& home)
{
    return home + QStringLiteral("/secrets");
}

Result<QString> backupJournalDaily(const QString& home, const Clock& clock)
{
    if (!QFileInfo::exists(journalPath(home))) {
        return failure(ErrorCode::HomeMissing, QStringLiteral("no journal"));
    }
    const QString folder = backupsPath(home);
    SOHOA_TRY(makeFolderDurably(folder));
    const QDateTime now = clock.now();
    const QStringList there = copiesIn(folder);
    for (const QString& name : there) {
        if (dayOf(name) == now.date()) {
            return QString();
        }
    }
    QString path = folder + u'/' + nameOf(now);
    {
        SOHOA_ASSIGN(Connection journal, Connection::open(journalPath(home), Connection::Mode::QueryOnly));
        SOHOA_TRY(copyDatabase(journal, path));
    }
    rotate(folder);
    removeLeftovers(folder);
    return path;
}

} // namespace sohoa::storage
