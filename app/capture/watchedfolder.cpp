// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/watchedfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace sohoa::capture {

namespace {

constexpr std::size_t mostCandidates = 100'000; // at one look; more come when these are taken
constexpr qsizetype manyTaken = 100'000;        // names remembered before those that are gone are let go
constexpr qint64 tailBytes = 2048;

bool isWanted(const QFileInfo& file)
{
    static const QSet<QString> known = {
        QStringLiteral("jpg"),  QStringLiteral("jpeg"), QStringLiteral("png"),  QStringLiteral("tif"),
        QStringLiteral("tiff"), QStringLiteral("pdf"),  QStringLiteral("heic"), QStringLiteral("heif"),
    };
    const QString name = file.fileName();
    return !file.isSymLink() && file.isFile() && !file.isHidden() && !name.startsWith(u'.') &&
           !name.startsWith(u'~') && !name.endsWith(u'~') && known.contains(file.suffix().toLower());
}

struct Glimpse
{
    bool opened = false;
    bool whole = false;
};

/// Whether the file can be opened, and whether it goes on to its end.
Glimpse glimpse(const QString& path, qint64 size)
{
    QFile file(path);
    // On Windows this fails while another program writes it.
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray head = file.read(16);
    const bool there = file.seek(std::max<qint64>(0, size - tailBytes));
    const QByteArray tail = there ? file.read(tailBytes) : QByteArray();
    return {true, hasProperEnd(head, tail, size)};
}

/// A name in the folder that nothing has yet: "page.jpg", "page (2).jpg" ...
QString freePath(const QDir& folder, const QString& name)
{
    const QFileInfo parts(name);
    QString path = folder.filePath(name);
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number) {
        path = folder.filePath(
            QStringLiteral("%1 (%2).%3").arg(parts.completeBaseName()).arg(number).arg(parts.suffix()));
    }
    return path;
}

} // namespace

bool hasProperEnd(QByteArrayView head, QByteArrayView tail, qint64 size)
{
    if (head.startsWith("\xff\xd8")) {
        return tail.contains("\xff\xd9");
    }
    if (head.startsWith("\x89PNG")) {
        return tail.contains("IEND");
    }
    if (head.startsWith("%PDF")) {
        return tail.contains("%%EOF");
    }
    if (head.size() >= 8 &&
        (head.startsWith(QByteArrayView("II*\0", 4)) || head.startsWith(QByteArrayView("MM\0*", 4)))) {
        // TIFF 6.0, section 2: the first directory lies behind the pictures in files written in one go.
        const quint32 directory = head.startsWith("II") ? qFromLittleEndian<quint32>(head.data() + 4)
                                                        : qFromBigEndian<quint32>(head.data() + 4);
        return directory >= 8 && directory + 2LL <= size;
    }
    return true;
}

WatchedFolder::WatchedFolder(WatchRules rules, const Clock& clock)
    : m_rules(std::move(rules))
    , m_clock(clock)
    , m_forgetAt(manyTaken)
{
}

bool WatchedFolder::isTaken(const QString& name, const FileStamp& stamp) const
{
    const auto taken = m_taken.constFind(name);
    return taken != m_taken.constEnd() && *taken == stamp;
}

FolderLook WatchedFolder::look()
{
    FolderLook look;
    const QFileInfo folder(m_rules.folder);
    if (m_rules.folder.isEmpty() || !folder.isDir()) {
        m_seen.clear(); // what comes back must show anew that nobody is writing it
        return look;
    }
    if (!folder.isReadable() || !folder.isExecutable()) {
        m_seen.clear();
        look.state = FolderState::Unreadable;
        return look;
    }
    look.state = FolderState::There;
    retryClearing();
    const QDateTime now = m_clock.now();
    struct Candidate
    {
        QString name;
        FileStamp stamp;
        bool ready = false;
        bool incomplete = false;
        bool overdue = false;
    };
    std::vector<Candidate> candidates;
    QMap<QString, Seen> seen;
    QDirIterator entries(m_rules.folder, QDir::Files | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        const QFileInfo file(entries.next());
        const QString name = file.fileName();
        const FileStamp stamp{file.size(), file.lastModified()};
        if (!isWanted(file) || isTaken(name, stamp)) {
            continue;
        }
        if (candidates.size() >= mostCandidates) {
            ++look.pending; // seen, not forgotten
            continue;
        }
        Seen state = m_seen.value(name, {stamp, now, 0, false});
        if (state.stamp != stamp) {
            state = {stamp, now, 0, false};
        }
        ++state.looks;
        const std::chrono::milliseconds same(state.since.msecsTo(now));
        Candidate candidate{name, stamp};
        candidate.overdue = same >= m_rules.patience;
        if (state.looks > 1 && same >= m_rules.quiet) {
            const Glimpse glimpsed = stamp.size > 0 ? glimpse(file.filePath(), stamp.size) : Glimpse();
            candidate.ready = glimpsed.opened && (glimpsed.whole || candidate.overdue);
            candidate.incomplete = !glimpsed.whole;
            if (!candidate.ready && candidate.overdue && !state.told) {
                state.told = true;
                look.problems.push_back(
                    {file.filePath(),
                     stamp.size == 0 ? Error{ErrorCode::FileEmpty, QStringLiteral("stays empty")}
                                     : Error{ErrorCode::FileUnreadable, QStringLiteral("stays locked")}});
            }
        }
        seen.insert(name, state);
        candidates.push_back(candidate);
    }
    m_seen = seen;
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.stamp.modified != b.stamp.modified ? a.stamp.modified < b.stamp.modified
                                                    : naturallyLess(a.name, b.name);
    });
    bool mustWait = false;
    for (const Candidate& candidate : candidates) {
        if (candidate.ready && !mustWait) {
            look.ready.push_back(
                {QDir(m_rules.folder).filePath(candidate.name), candidate.stamp, candidate.incomplete});
        } else {
            ++look.pending;
            mustWait = mustWait || (!candidate.ready && !candidate.overdue);
        }
    }
    return look;
}

Result<QByteArray> WatchedFolder::read(const WatchedFile& file) const
{
    const QFileInfo now(file.path);
    if (now.isSymLink()) {
        return failure(ErrorCode::FileChanged, QStringLiteral("a link now"));
    }
    SOHOA_ASSIGN(const FileStamp before, stampOf(file.path));
    if (before != file.stamp) {
        return failure(ErrorCode::FileChanged, QStringLiteral("written again"));
    }
    SOHOA_ASSIGN(const QByteArray bytes, readStable(file.path));
    SOHOA_ASSIGN(const FileStamp after, stampOf(file.path));
    return after == file.stamp ? Result<QByteArray>(bytes)
                               : failure(ErrorCode::FileChanged, QStringLiteral("written again"));
}

Status WatchedFolder::safe(const WatchedFile& file)
{
    const QString name = QFileInfo(file.path).fileName();
    forgetWhatIsGone();
    m_taken.insert(name, file.stamp);
    m_seen.remove(name);
    if (m_rules.after == AfterTaking::Leave) {
        return {};
    }
    Status cleared = clearAway(name, file.stamp);
    if (!cleared && cleared.error().code != ErrorCode::FileChanged) {
        m_toClear.insert(name, file.stamp);
    }
    return cleared;
}

/// A name whose file still lies there is never forgotten, or its page would be taken a second time.
void WatchedFolder::forgetWhatIsGone()
{
    if (m_taken.size() < m_forgetAt) {
        return;
    }
    const QDir folder(m_rules.folder);
    if (!folder.exists()) {
        return;
    }
    for (auto file = m_taken.begin(); file != m_taken.end();) {
        file = folder.exists(file.key()) ? std::next(file) : m_taken.erase(file);
    }
    // Not at every page, when all of them are there.
    m_forgetAt = std::max(manyTaken, 2 * m_taken.size());
}

void WatchedFolder::refuse(const WatchedFile& file)
{
    forgetWhatIsGone();
    m_taken.insert(QFileInfo(file.path).fileName(), file.stamp);
}

/// The file is first put where no scanner writes, and looked at there: what was written over it in the last
/// instant comes back under its name and is a new page.
Status WatchedFolder::clearAway(const QString& name, const FileStamp& stamp)
{
    const QDir folder(m_rules.folder);
    const QString path = folder.filePath(name);
    const Result<FileStamp> now = stampOf(path);
    if (!now && !QFileInfo(m_rules.folder).isDir()) {
        return failure(ErrorCode::FolderUnreachable, QStringLiteral("the watched folder is gone"));
    }
    if (!now) {
        return {}; // somebody took it away already
    }
    if (*now != stamp || QFileInfo(path).isSymLink()) {
        return failure(ErrorCode::FileChanged, QStringLiteral("written again"));
    }
    if (!folder.mkpath(m_rules.doneFolder)) {
        return failure(ErrorCode::ReadOnly, QStringLiteral("no folder for what is done"));
    }
    const QString aside = freePath(QDir(folder.filePath(m_rules.doneFolder)), name);
    QFile file(path);
    if (!file.rename(aside)) {
        return failure(file.error() == QFileDevice::PermissionsError ? ErrorCode::ReadOnly
                                                                     : ErrorCode::StorageFailed,
                       QStringLiteral("moving a file that is done: %1").arg(file.errorString()));
    }
    const Result<FileStamp> moved = stampOf(aside);
    if (moved && *moved != stamp) {
        static_cast<void>(QFile::rename(aside, freePath(folder, name)));
        return failure(ErrorCode::FileChanged, QStringLiteral("written again"));
    }
    if (m_rules.after == AfterTaking::Delete && !QFile::remove(aside)) {
        return failure(ErrorCode::StorageFailed, QStringLiteral("deleting a file that is done"));
    }
    // Its name is free for a new page now, even one of the same size and second.
    m_taken.remove(name);
    return {};
}

void WatchedFolder::retryClearing()
{
    const QMap<QString, FileStamp> waiting = m_toClear;
    for (auto file = waiting.begin(); file != waiting.end(); ++file) {
        const Status cleared = clearAway(file.key(), file.value());
        if (cleared || cleared.error().code == ErrorCode::FileChanged) {
            m_toClear.remove(file.key());
        }
    }
}

QJsonObject WatchedFolder::memory() const
{
    QJsonObject memory;
    for (auto file = m_taken.begin(); file != m_taken.end(); ++file) {
        memory.insert(file.key(),
                      QStringLiteral("%1 %2").arg(QString::number(file->size),
                                                  QString::number(file->modified.toMSecsSinceEpoch())));
    }
    return memory;
}

void WatchedFolder::remember(const QJsonObject& memory)
{
    for (auto file = memory.begin(); file != memory.end(); ++file) {
        const QStringList words = file.value().toString().split(u' ');
        bool sizeOk = false;
        bool timeOk = false;
        const qint64 size = words.value(0).toLongLong(&sizeOk);
        const qint64 time = words.value(1).toLongLong(&timeOk);
        if (sizeOk && timeOk) {
            m_taken.insert(file.key(), {size, QDateTime::fromMSecsSinceEpoch(time)});
        }
    }
}

} // namespace sohoa::capture
