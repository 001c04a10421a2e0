// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "capture/importfiles.h"

#include <QJsonObject>
#include <QMap>

#include <chrono>

namespace sohoa::capture {

/// What becomes of a file once its bytes are safe with us.
enum class AfterTaking
{
    Move,   ///< into a subfolder
    Delete, ///< only for who set it so
    Leave
};

struct WatchRules
{
    QString folder;
    AfterTaking after = AfterTaking::Move;
    QString doneFolder = QStringLiteral("done"); ///< name of the subfolder
    /// Size and time of a file must be the same over two looks that far apart.
    std::chrono::milliseconds quiet = std::chrono::seconds(2);
    /// A file that stays the same so long and still is not whole (or cannot be opened) is told of.
    std::chrono::milliseconds patience = std::chrono::seconds(60);

    bool operator==(const WatchRules&) const = default;
};

/// A file that is ready to be taken.
struct WatchedFile
{
    QString path;
    FileStamp stamp;
    bool incomplete = false; ///< it stopped growing without the end its format has

    bool operator==(const WatchedFile&) const = default;
};

enum class FolderState
{
    There,
    Gone,      ///< network drive or stick not there now; looking again finds it
    Unreadable ///< no right to list it
};

/// What one look at the folder showed.
struct FolderLook
{
    FolderState state = FolderState::Gone;
    std::vector<WatchedFile> ready = {};      ///< by time of change, then in natural order of the names
    int pending = 0;                          ///< still being written, or held by another program
    std::vector<ImportProblem> problems = {}; ///< each told once; the file is looked at all the same

    bool operator==(const FolderLook&) const = default;
};

/// A folder into which scanners write files. Rules: only pictures and PDFs by extension, in the folder
/// itself; no links, no hidden, temporary or unfinished names; nothing is taken before it is stable, whole
/// and can be opened; nothing is moved or deleted before the caller says that the bytes are safe, and not
/// even then when the file was written again meanwhile: a name that is used again is a new page. Files come
/// in the order they were written: one that is ready waits for an older one still being written, up to the
/// patience. One thread; every call blocks for the disk.
class WatchedFolder
{
public:
    /// @param clock must outlive this
    WatchedFolder(WatchRules rules, const Clock& clock);

    /// Looks at the folder. A file stays ready, and is told again, until safe() or refuse() is called for it.
    [[nodiscard]] FolderLook look();
    /// The bytes of a file that is ready. FileChanged when it is not what it was then: wait for the next
    /// look. Otherwise as readStable.
    [[nodiscard]] Result<QByteArray> read(const WatchedFile& file) const;
    /// The bytes read are durable: moves, deletes or leaves the file, as set. When that fails the file is
    /// never taken again all the same, and the clearing away is tried again at every look.
    /// Errors: FileChanged (written again: it comes as a new one), FolderUnreachable, ReadOnly,
    /// StorageFailed.
    [[nodiscard]] Status safe(const WatchedFile& file);
    /// The file is no page; it is left alone until it changes.
    void refuse(const WatchedFile& file);

    /// What was taken and left, to be kept over a restart (only AfterTaking::Leave needs it).
    [[nodiscard]] QJsonObject memory() const;
    void remember(const QJsonObject& memory);

    [[nodiscard]] const WatchRules& rules() const { return m_rules; }

private:
    struct Seen
    {
        FileStamp stamp;
        QDateTime since; ///< the first look at which it was so
        int looks = 0;
        bool told = false;
    };

    [[nodiscard]] bool isTaken(const QString& name, const FileStamp& stamp) const;
    [[nodiscard]] Status clearAway(const QString& name, const FileStamp& stamp);
    void retryClearing();
    void forgetWhatIsGone();

    WatchRules m_rules;
    const Clock& m_clock;
    QMap<QString, Seen> m_seen;       ///< by name
    QMap<QString, FileStamp> m_taken; ///< by name: the last content that was taken or refused
    QMap<QString, FileStamp> m_toClear;
    qsizetype m_forgetAt; ///< so many names remembered are a reason to look which are gone
};

/// Whether the last bytes of a file are the end its format has; formats without a sign of it always are.
/// @param head the first bytes, at least 8
bool hasProperEnd(QByteArrayView head, QByteArrayView tail, qint64 size);

} // namespace sohoa::capture
