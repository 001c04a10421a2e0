// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/importfiles.h"

#include "base/durablefile.h"

#include <QCollator>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace sohoa::capture {

namespace {

bool isNamedLikePages(const QFileInfo& file)
{
    static const QStringList suffixes = {QStringLiteral("jpg"),  QStringLiteral("jpeg"),
                                         QStringLiteral("png"),  QStringLiteral("tif"),
                                         QStringLiteral("tiff"), QStringLiteral("pdf")};
    return suffixes.contains(file.suffix().toLower());
}

/// Numbers inside names count as numbers; deterministic whatever the locale of the machine.
void sortNaturally(QStringList& names)
{
    QCollator collator(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(names.begin(), names.end(), [&collator](const QString& a, const QString& b) {
        const int order = collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
}

QStringList pagesIn(const QString& folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        if (isNamedLikePages(walk.fileInfo())) {
            files += path;
        }
    }
    sortNaturally(files);
    return files;
}

} // namespace

FileList expandPaths(const QStringList& paths)
{
    FileList list;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists()) {
            list.unreadable.push_back({path, {ErrorCode::FileNotFound, path}});
        } else if (!info.isDir()) {
            list.files += path;
        } else if (!info.isReadable() || !info.isExecutable()) {
            list.unreadable.push_back({path, {ErrorCode::FileUnreadable, path}});
        } else {
            list.files += pagesIn(path);
        }
    }
    return list;
}

Result<QByteArray> readStable(const QString& path, qint64 limit)
{
    const QFileInfo before(path);
    if (before.isDir()) {
        return failure(ErrorCode::FileUnreadable, QStringLiteral("a folder"));
    }
    SOHOA_ASSIGN(QByteArray bytes, readFile(path, limit));
    const QFileInfo after(path);
    if (after.size() != before.size() || after.lastModified() != before.lastModified() ||
        bytes.size() != after.size()) {
        return failure(ErrorCode::FileChanged, QStringLiteral("changed while being read"));
    }
    if (bytes.isEmpty()) {
        return failure(ErrorCode::FileEmpty);
    }
    return bytes;
}

} // namespace sohoa::capture
