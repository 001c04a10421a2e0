// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QByteArrayView>
#include <QTemporaryFile>

#include <memory>

namespace sohoa::capture {

/// Collects the bytes of one page as they come: in memory, and from mostBytesInMemory on in a file that only
/// this user can read and that goes with this object. So a page of any size takes bounded memory. One thread.
class PageBuffer
{
public:
    /// No page is longer: the vault takes no more.
    static constexpr qint64 mostBytes = 1024LL * 1024 * 1024;

    /// @param folder for pages too large for the memory; the system's cache folder when empty
    explicit PageBuffer(QString folder = {}, qint64 inMemory = mostBytesInMemory, qint64 most = mostBytes);

    /// FileTooLarge above the limit, DiskFull, ReadOnly, StorageFailed.
    [[nodiscard]] Status append(QByteArrayView bytes);
    /// Writes over bytes that are there already. InvalidArgument beyond the end, and those of append.
    [[nodiscard]] Status overwrite(qint64 offset, QByteArrayView bytes);
    /// Forgets everything, to begin the next page.
    void clear();

    [[nodiscard]] qint64 size() const { return m_size; }
    /// The first bytes of the page, at most 64 KiB, to see what it is.
    [[nodiscard]] QByteArrayView head() const { return m_head; }
    /// The last bytes of the page, at most 4 KiB, to see whether it is whole.
    [[nodiscard]] QByteArrayView tail() const { return m_tail; }

    /// Gives the content to a page as `bytes` or `file`. The file is there until clear() or the end of this.
    [[nodiscard]] Status handOver(ScannedPage& page);

private:
    [[nodiscard]] Status openFile();
    [[nodiscard]] Status write(QByteArrayView bytes);
    void remember(QByteArrayView bytes);

    QString m_folder;
    qint64 m_inMemory;
    qint64 m_most;
    qint64 m_size = 0;
    QByteArray m_bytes;
    QByteArray m_head;
    QByteArray m_tail;
    std::unique_ptr<QTemporaryFile> m_file;
};

} // namespace sohoa::capture
