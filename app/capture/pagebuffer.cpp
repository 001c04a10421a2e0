// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/pagebuffer.h"

#include "base/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>

#include <cerrno>

namespace sohoa::capture {

namespace {

constexpr qsizetype headBytes = 64LL * 1024;
constexpr qsizetype tailBytes = 4LL * 1024;

/// What a killed run left behind holds pages of citizens: it goes when the next one needs the folder.
void removeLeftovers(const QDir& folder)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    const QFileInfoList files = folder.entryInfoList({QStringLiteral("sohoa-page-*")}, QDir::Files);
    for (const QFileInfo& file : files) {
        if (file.lastModified() < yesterday) {
            QFile::remove(file.absoluteFilePath());
        }
    }
}

} // namespace

PageBuffer::PageBuffer(QString folder, qint64 inMemory, qint64 most)
    : m_folder(std::move(folder))
    , m_inMemory(inMemory)
    , m_most(most)
{
}

Status PageBuffer::append(QByteArrayView bytes)
{
    if (bytes.size() > m_most - m_size) {
        return failure(ErrorCode::FileTooLarge, QStringLiteral("a page of more than %1 bytes").arg(m_most));
    }
    if (!m_file && m_size + bytes.size() <= m_inMemory) {
        m_bytes.append(bytes);
    } else {
        if (!m_file) {
            SOHOA_TRY(openFile());
        }
        SOHOA_TRY(write(bytes));
    }
    m_size += bytes.size();
    remember(bytes);
    return {};
}

void PageBuffer::remember(QByteArrayView bytes)
{
    m_head.append(bytes.first(std::min(bytes.size(), headBytes - m_head.size())));
    if (bytes.size() >= tailBytes) {
        m_tail = bytes.last(tailBytes).toByteArray();
    } else {
        m_tail.append(bytes);
        m_tail.remove(0, std::max<qsizetype>(0, m_tail.size() - tailBytes));
    }
}

Status PageBuffer::openFile()
{
    if (m_folder.isEmpty()) {
        m_folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    }
    const QDir folder(m_folder);
    if (!folder.mkpath(QStringLiteral("."))) {
        return failure(ErrorCode::ReadOnly, QStringLiteral("no folder for large pages"));
    }
    removeLeftovers(folder);
    m_file = std::make_unique<QTemporaryFile>(folder.filePath(QStringLiteral("sohoa-page-XXXXXX")));
    if (!m_file->open()) {
        m_file.reset();
        return failure(storageErrorFor(errno), QStringLiteral("a file for a large page"));
    }
    const QByteArray sofar = std::exchange(m_bytes, {});
    return write(sofar);
}

Status PageBuffer::write(QByteArrayView bytes)
{
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size()) {
        return failure(storageErrorFor(errno), QStringLiteral("writing a large page"));
    }
    return {};
}

Status PageBuffer::overwrite(qint64 offset, QByteArrayView bytes)
{
    if (offset < 0 || offset + bytes.size() > m_size) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("beyond the end of the page"));
    }
    if (offset < m_head.size()) {
        const qsizetype length = std::min<qsizetype>(bytes.size(), m_head.size() - offset);
        m_head.replace(static_cast<qsizetype>(offset), length, bytes.data(), length);
    }
    if (!m_file) {
        m_bytes.replace(static_cast<qsizetype>(offset), bytes.size(), bytes.data(), bytes.size());
        return {};
    }
    const bool there = m_file->seek(offset);
    Status written = there ? write(bytes) : failure(ErrorCode::StorageFailed);
    if (!m_file->seek(m_size)) {
        return failure(ErrorCode::StorageFailed, QStringLiteral("seeking in a large page"));
    }
    return written;
}

void PageBuffer::clear()
{
    m_file.reset();
    m_bytes = {};
    m_head = {};
    m_tail = {};
    m_size = 0;
}

Status PageBuffer::handOver(ScannedPage& page)
{
    if (!m_file) {
        page.bytes = m_bytes;
        page.file.clear();
        return {};
    }
    if (!m_file->flush()) {
        return failure(storageErrorFor(errno), QStringLiteral("writing a large page"));
    }
    page.bytes.clear();
    page.file = m_file->fileName();
    return {};
}

} // namespace sohoa::capture
