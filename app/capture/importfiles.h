// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace sohoa::capture {

/// What can be told of a file without reading it, to notice that somebody is still writing it.
struct FileStamp
{
    qint64 size = 0; ///< bytes
    QDateTime modified = {};

    bool operator==(const FileStamp&) const = default;
};

/// FileNotFound, FileUnreadable (a folder or a device is no file).
[[nodiscard]] Result<FileStamp> stampOf(const QString& path);

/// Something the user gave, or something in a folder he gave, that could not be taken.
struct ImportProblem
{
    QString path;
    Error error;

    bool operator==(const ImportProblem&) const = default;
};

struct ImportList
{
    QStringList files = {};                   ///< absolute, each once, in the order pages shall have
    std::vector<ImportProblem> problems = {}; ///< the others go on all the same

    bool operator==(const ImportList&) const = default;
};

/// The files behind what a user chose or dropped. Files given by name are taken whatever they are called; of
/// folders and their subfolders the JPEG, PNG, TIFF, PDF and HEIC files by extension, without hidden ones.
/// What was given keeps its order; the content of each folder comes in natural order (p2 before p10), files
/// before subfolders. Links to folders are followed, but no folder is entered twice. Problems: FileNotFound;
/// FileUnreadable for a folder that cannot be listed or lies more than 64 folders below the one given. Any
/// thread; blocks for the disk. Cancelled when `stop` comes.
[[nodiscard]] Result<ImportList> expandImport(const QStringList& paths, const StopToken& stop = {});

/// p2 before p10, case and tone marks compared only between names otherwise equal; a strict weak order in
/// which only equal names are equivalent.
bool naturallyLess(const QString& a, const QString& b);

/// Largest file we take in one piece.
constexpr qint64 mostImportBytes = 256LL * 1024 * 1024;

/// A whole file that nobody is writing at the same time. FileNotFound, FileUnreadable, FileEmpty,
/// FileTooLarge above `limit`, FileChanged when it became another while we read: try again later.
/// @param whileReading called between the first look at the file and the last; for tests
[[nodiscard]] Result<QByteArray> readStable(const QString& path, qint64 limit = mostImportBytes,
                                            const std::function<void()>& whileReading = {});

} // namespace sohoa::capture
