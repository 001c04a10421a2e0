// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/folderwarehouse.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/sha256.h"
#include "sync/diskio.h"
#include "sync/folderroot.h"
#include "sync/keys.h"
#include "sync/marker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sohoa::sync {

namespace {

const QString partSuffix = QStringLiteral(".part");

Status expectKey(const QString& key)
{
    if (!isValidKey(key)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not a key"));
    }
    return {};
}

std::filesystem::path nativePath(const QString& path)
{
#ifdef Q_OS_WIN
    return std::filesystem::path(path.toStdWString());
#else
    return std::filesystem::path(QFile::encodeName(path).toStdString());
#endif
}

QByteArray nameOf(const std::filesystem::directory_entry& entry)
{
#ifdef Q_OS_WIN
    return QString::fromStdWString(entry.path().filename().native()).toUtf8();
#else
    return QByteArray::fromStdString(entry.path().filename().native());
#endif
}

tl::unexpected<Error> folderFailure(const std::error_code& error)
{
    const bool denied = error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
    return failure(denied ? ErrorCode::ReadOnly : ErrorCode::StorageFailed,
                   QString::fromStdString(error.message()));
}

/// Goes through the folders of a warehouse in the byte order of keys.
class Walk
{
public:
    Walk(QString root, const QString& prefix, const QString& after, int limit, const StopToken& stop)
        : m_root(std::move(root))
        , m_prefix(prefix.toUtf8())
        , m_after(after.toUtf8())
        , m_limit(static_cast<std::size_t>(limit))
        , m_stop(stop)
    {
    }

    [[nodiscard]] Status visit(const QByteArray& folderKey);
    [[nodiscard]] ListPage takePage() { return std::move(m_page); }

private:
    [[nodiscard]] bool mayHold(const QByteArray& folderKey) const;
    [[nodiscard]] Result<std::vector<QByteArray>> interesting(const QByteArray& folderKey) const;

    QString m_root;
    QByteArray m_prefix;
    QByteArray m_after;
    std::size_t m_limit;
    StopToken m_stop;
    ListPage m_page;
};

/// Whether keys below a folder ("v1/log/") can be among those asked for.
bool Walk::mayHold(const QByteArray& folderKey) const
{
    const bool beforeCursor = folderKey < m_after && !m_after.startsWith(folderKey);
    return !beforeCursor && (folderKey.startsWith(m_prefix) || m_prefix.startsWith(folderKey));
}

/// The keys in one folder that may be asked for, sorted; those of folders end in '/', which is where their
/// content sorts.
Result<std::vector<QByteArray>> Walk::interesting(const QByteArray& folderKey) const
{
    std::vector<QByteArray> keys;
    std::error_code error;
    const QString path = folderKey.isEmpty() ? m_root : m_root + u'/' + QString::fromUtf8(folderKey);
    for (std::filesystem::directory_iterator entry(nativePath(path), error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code vanished; // an entry that goes away meanwhile is neither a folder nor a file
        const QByteArray key = folderKey + nameOf(*entry);
        if (!isValidKey(QString::fromUtf8(key))) {
            continue;
        }
        if (entry->is_directory(vanished)) {
            if (mayHold(key + '/')) {
                keys.push_back(key + '/');
            }
        } else if (entry->is_regular_file(vanished) && key.startsWith(m_prefix) && key > m_after) {
            keys.push_back(key);
        }
    }
    if (error && error != std::errc::no_such_file_or_directory) {
        return folderFailure(error);
    }
    // A log may hold a hundred thousand entries: sort only as many as can be in the answer.
    const std::size_t needed = std::min(keys.size(), m_limit + 1 - m_page.objects.size());
    const auto middle = keys.begin() + static_cast<std::ptrdiff_t>(needed);
    const bool onlyFiles =
        std::none_of(keys.begin(), keys.end(), [](const auto& key) { return key.endsWith('/'); });
    if (onlyFiles) {
        std::partial_sort(keys.begin(), middle, keys.end());
        keys.resize(needed);
    } else {
        std::sort(keys.begin(), keys.end());
    }
    return keys;
}

Status Walk::visit(const QByteArray& folderKey)
{
    if (m_stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    SOHOA_ASSIGN(const std::vector<QByteArray> keys, interesting(folderKey));
    for (const QByteArray& key : keys) {
        if (m_page.more) {
            break;
        }
        if (key.endsWith('/')) {
            SOHOA_TRY(visit(key));
        } else if (m_page.objects.size() == m_limit) {
            m_page.more = true;
        } else {
            const QString name = QString::fromUtf8(key);
            m_page.objects.push_back({name, QFileInfo(m_root + u'/' + name).size()});
        }
    }
    return {};
}

} // namespace

FolderWarehouse::FolderWarehouse(QString folder, QString identity)
    : m_root(std::make_unique<FolderRoot>(FolderRoot{std::move(folder), std::move(identity)}))
{
}

FolderWarehouse::~FolderWarehouse() = default;

Result<QString> FolderWarehouse::setUp(const QString& folder)
{
    const FolderRoot root{folder, {}};
    const auto refused = [](const Error& error) {
        return failure(error.code == ErrorCode::DiskFull   ? ErrorCode::WarehouseFull
                       : error.code == ErrorCode::ReadOnly ? ErrorCode::WarehouseRefused
                                                           : ErrorCode::WarehouseUnreachable,
                       QStringLiteral("cannot set up a warehouse"), error);
    };
    const bool marked = QFileInfo::exists(root.pathOf(markerKey()));
    if (!marked && (QFileInfo::exists(root.pathOf(QStringLiteral("v1/blobs"))) ||
                    QFileInfo::exists(root.pathOf(QStringLiteral("v1/log"))))) {
        return failure(ErrorCode::WarehouseRefused,
                       QStringLiteral("a warehouse that lost its v1/warehouse.json"));
    }
    if (!marked) {
        SOHOA_ASSIGN(const QByteArray marker, freshMarker());
        // Of two programs setting up at once one makes the file; both read what it holds.
        if (const Result<bool> made = writeDurablyIfAbsent(root.pathOf(markerKey()), marker); !made) {
            return refused(made.error());
        }
    }
    return root.present();
}

Result<PutOutcome> FolderWarehouse::putIfAbsent(const QString& key, const QByteArray& content,
                                                const Call& call)
{
    SOHOA_TRY(expectKey(key));
    const QString sha256 = sha256Hex(content);
    const auto named = sha256FromBlobKey(key);
    if (content.size() > largestPut || (named && *named != sha256)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("too long, or not what its name says"));
    }
    if (call.stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    SOHOA_TRY(m_root->present());
    const QString path = m_root->pathOf(key);
    const Result<bool> created = writeDurablyIfAbsent(path, content);
    if (!created) {
        return failure(m_root->meaningOf(created.error()));
    }
    Result<PutOutcome> outcome = PutOutcome::Created;
    if (!*created) {
        outcome = m_root->expectSame(path, sha256, content.size(), call);
    }
    if (const Result<QString> there = m_root->present(); !there) {
        // Unplugged in between: what we wrote lies on the bare mount point, where nobody looks for it.
        if (*created) {
            QFile::remove(path);
        }
        return failure(there.error());
    }
    if (!outcome) {
        return failure(m_root->meaningOf(outcome.error()));
    }
    if (call.progress) {
        call.progress(content.size(), content.size());
    }
    return outcome;
}

Result<QByteArray> FolderWarehouse::get(const QString& key, qint64 limit, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    SOHOA_TRY(m_root->present());
    QByteArray content;
    const Status read = m_root->readThrough(
        m_root->pathOf(key),
        [&content, limit](QByteArrayView piece) -> Status {
            if (content.size() + piece.size() > limit) {
                return failure(ErrorCode::FileTooLarge, QStringLiteral("over %1 bytes").arg(limit));
            }
            content.append(piece);
            return {};
        },
        call);
    if (!read) {
        return failure(m_root->meaningOf(read.error()));
    }
    return content;
}

Result<std::optional<ObjectFacts>> FolderWarehouse::head(const QString& key, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    if (call.stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    const QFileInfo file(m_root->pathOf(key));
    const bool isThere = file.isFile();
    const qint64 length = file.size();
    SOHOA_TRY(m_root->present());
    return isThere ? std::optional(ObjectFacts{length, {}}) : std::nullopt;
}

Result<ListPage> FolderWarehouse::listAfter(const QString& prefix, const QString& after, int limit,
                                            const Call& call)
{
    if (limit < 1 || limit > largestPage) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a page of %1").arg(limit));
    }
    Walk walk(m_root->folder, prefix, after, limit, call.stop);
    const Status walked = walk.visit({});
    // Asked afterwards: an unplugged stick looks empty, and empty must not be believed then.
    SOHOA_TRY(m_root->present());
    if (!walked) {
        return failure(m_root->meaningOf(walked.error()));
    }
    return walk.takePage();
}

Result<std::unique_ptr<LargePut>> FolderWarehouse::beginLarge(const LargePutState& state)
{
    return beginInFolder(*m_root, state);
}

Result<std::unique_ptr<LargePut>> FolderWarehouse::resumeLarge(const LargePutState& saved)
{
    return resumeInFolder(*m_root, saved);
}

Status FolderWarehouse::confirm(const QString& key, const QString& sha256, qint64 length, const Call& call)
{
    SOHOA_TRY(expectKey(key));
    SOHOA_TRY(m_root->present());
    Sha256 hash;
    qint64 found = 0;
    const Status read = m_root->readThrough(
        m_root->pathOf(key),
        [&hash, &found](QByteArrayView piece) -> Status {
            hash.addData(piece);
            found += piece.size();
            return {};
        },
        call);
    if (!read) {
        return failure(m_root->meaningOf(read.error()));
    }
    if (found != length || hash.hex() != sha256) {
        return failure(ErrorCode::WarehouseMismatch,
                       QStringLiteral("read back %1 bytes of %2%3")
                           .arg(found)
                           .arg(length)
                           .arg(found == length ? QStringLiteral(", other content") : QString()));
    }
    return {};
}

Result<QString> FolderWarehouse::identity()
{
    return m_root->present();
}

QString FolderWarehouse::describe() const
{
    return QDir::toNativeSeparators(m_root->folder);
}

Result<int> FolderWarehouse::removeLeftovers(const QDateTime& before)
{
    SOHOA_TRY(m_root->present());
    int removed = 0;
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(nativePath(m_root->folder), error);
    for (const std::filesystem::recursive_directory_iterator end; !error && entry != end;
         entry.increment(error)) {
        const QString name = QString::fromUtf8(nameOf(*entry));
        std::error_code vanished;
        if (!name.endsWith(partSuffix) || !entry->is_regular_file(vanished)) {
            continue;
        }
#ifdef Q_OS_WIN
        const QString path = QString::fromStdWString(entry->path().native());
#else
        const QString path = QFile::decodeName(QByteArray::fromStdString(entry->path().native()));
#endif
        if (QFileInfo(path).lastModified() < before && QFile::remove(path)) {
            ++removed;
        }
    }
    if (error) {
        return failure(m_root->meaningOf(folderFailure(error).value()));
    }
    return removed;
}

} // namespace sohoa::sync
