// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/importfiles.h"

#include "base/durablefile.h"
#include "base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace sohoa::capture {

namespace {

// Deeper folders are no folders of scans; a file system that pretends to be endless ends here.
constexpr int deepest = 64;

bool hasKnownExtension(const QFileInfo& file)
{
    static const QSet<QString> known = {
        QStringLiteral("jpg"),
        QStringLiteral("jpeg"),
        QStringLiteral("png"),
        QStringLiteral("tif"),
        QStringLiteral("tiff"),
        QStringLiteral("pdf"),
        // Taken even where they cannot be opened: a photo must be refused with a word, not left out without.
        QStringLiteral("heic"),
        QStringLiteral("heif"),
    };
    return known.contains(file.suffix().toLower());
}

class Expansion
{
public:
    explicit Expansion(const StopToken& stop)
        : m_stop(stop)
    {
    }

    Result<ImportList> run(const QStringList& paths)
    {
        for (const QString& path : paths) {
            const QFileInfo item(path);
            if (path.isEmpty() || !item.exists()) {
                report(path, ErrorCode::FileNotFound, QStringLiteral("nothing is there"));
            } else if (item.isDir()) {
                enter(item, 0);
            } else {
                take(item);
            }
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled, QStringLiteral("listing files"));
            }
        }
        return m_list;
    }

private:
    void report(const QString& path, ErrorCode code, const QString& detail)
    {
        m_list.problems.push_back({path, {code, detail}});
    }

    void take(const QFileInfo& file)
    {
        const QString path = file.absoluteFilePath();
        if (!m_taken.contains(path)) {
            m_taken.insert(path);
            m_list.files += path;
        }
    }

    void enter(const QFileInfo& folder, int depth)
    {
        const QString real = folder.canonicalFilePath();
        if (m_stop.stop_requested() || m_entered.contains(real)) {
            return;
        }
        if (depth > deepest) {
            report(folder.absoluteFilePath(), ErrorCode::FileUnreadable,
                   QStringLiteral("more than %1 folders within each other").arg(deepest));
            return;
        }
        m_entered.insert(real);
        if (!folder.isReadable() || !folder.isExecutable()) {
            report(folder.absoluteFilePath(), ErrorCode::FileUnreadable,
                   QStringLiteral("the folder cannot be listed"));
            return;
        }
        QFileInfoList items = QDir(folder.absoluteFilePath())
                                  .entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::NoSort);
        std::sort(items.begin(), items.end(), [](const QFileInfo& a, const QFileInfo& b) {
            return a.isDir() != b.isDir() ? b.isDir() : naturallyLess(a.fileName(), b.fileName());
        });
        for (const QFileInfo& item : items) {
            if (item.isDir()) {
                enter(item, depth + 1);
            } else if (item.isFile() && hasKnownExtension(item)) {
                take(item);
            }
        }
    }

    StopToken m_stop;
    ImportList m_list;
    QSet<QString> m_taken;
    QSet<QString> m_entered;
};

/// Runs of digits of any length as numbers, all else letter by letter.
int compareNaturally(const QString& a, const QString& b)
{
    const auto isDigit = [](QChar character) { return character >= u'0' && character <= u'9'; };
    const auto digitsFrom = [&isDigit](const QString& text, qsizetype from) {
        qsizetype end = from;
        while (end < text.size() && isDigit(text[end])) {
            ++end;
        }
        return end;
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j]) {
                return a[i] < b[j] ? -1 : 1;
            }
            ++i;
            ++j;
            continue;
        }
        const qsizetype endA = digitsFrom(a, i);
        const qsizetype endB = digitsFrom(b, j);
        while (i < endA - 1 && a[i] == u'0') {
            ++i;
        }
        while (j < endB - 1 && b[j] == u'0') {
            ++j;
        }
        if (endA - i != endB - j) {
            return endA - i < endB - j ? -1 : 1;
        }
        if (const int order = a.mid(i, endA - i).compare(b.mid(j, endB - j)); order != 0) {
            return order;
        }
        i = endA;
        j = endB;
    }
    const qsizetype restA = a.size() - i;
    const qsizetype restB = b.size() - j;
    return restA == restB ? 0 : (restA < restB ? -1 : 1);
}

} // namespace

bool naturallyLess(const QString& a, const QString& b)
{
    if (const int order = compareNaturally(foldForSearch(a), foldForSearch(b)); order != 0) {
        return order < 0;
    }
    if (const int order = compareNaturally(a, b); order != 0) {
        return order < 0;
    }
    return a < b;
}

Result<ImportList> expandImport(const QStringList& paths, const StopToken& stop)
{
    return Expansion(stop).run(paths);
}

Result<FileStamp> stampOf(const QString& path)
{
    QFileInfo file(path);
    file.setCaching(false);
    if (!file.exists()) {
        return failure(ErrorCode::FileNotFound, QStringLiteral("no file of that name"));
    }
    if (!file.isFile()) {
        return failure(ErrorCode::FileUnreadable, QStringLiteral("not a file"));
    }
    return FileStamp{file.size(), file.lastModified()};
}

Result<QByteArray> readStable(const QString& path, qint64 limit, const std::function<void()>& whileReading)
{
    SOHOA_ASSIGN(const FileStamp before, stampOf(path));
    if (before.size == 0) {
        return failure(ErrorCode::FileEmpty, QStringLiteral("no byte in it"));
    }
    SOHOA_ASSIGN(QByteArray bytes, readFile(path, limit));
    if (whileReading) {
        whileReading();
    }
    const Result<FileStamp> after = stampOf(path);
    if (!after || *after != before || bytes.size() != before.size) {
        return failure(ErrorCode::FileChanged, QStringLiteral("another program is writing it"));
    }
    return bytes;
}

} // namespace sohoa::capture
