// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/sealedstream.h"

#include "base/aead_p.h"
#include "base/durablefile.h"

#include <algorithm>
#include <cerrno>

namespace sohoa {

using namespace aead;

Status writeAll(QIODevice& output, QByteArrayView data)
{
    errno = 0;
    if (output.write(data.data(), data.size()) != data.size()) {
        const int systemError = errno;
        return failure(systemError != 0 ? storageErrorFor(systemError) : ErrorCode::StorageFailed,
                       output.errorString());
    }
    return {};
}

SealingStream::SealingStream(SecretKey key, QIODevice& output)
    : m_key(std::move(key))
    , m_output(&output)
{
}

Result<SealingStream> SealingStream::begin(const SecretKey& key, QIODevice& output)
{
    SOHOA_ASSIGN(const QByteArray salt, randomBytes(saltSize));
    SOHOA_ASSIGN(SecretKey fileKey, key.derive("sohoa file", salt));
    SOHOA_TRY(writeAll(output, fileMagic() + salt));
    return SealingStream(std::move(fileKey), output);
}

Status SealingStream::write(QByteArrayView plain)
{
    while (!plain.isEmpty()) {
        // A full chunk waits for the next byte: the last one is marked as such.
        if (m_plain.size() == chunkSize) {
            SOHOA_TRY(sealChunk(false));
        }
        const qsizetype size = std::min(chunkSize - m_plain.size(), plain.size());
        m_plain.append(plain.first(size));
        plain = plain.sliced(size);
    }
    return {};
}

Status SealingStream::finish()
{
    return sealChunk(true);
}

Status SealingStream::sealChunk(bool last)
{
    QByteArray sealed;
    sealed.reserve(m_plain.size() + tagSize);
    if (!encryptInto(sealed, m_key.bytes(), chunkNonce(m_number, last), m_plain, {})) {
        return failure(ErrorCode::Internal, QStringLiteral("encryption failed"));
    }
    ++m_number;
    m_plain.resize(0);
    return writeAll(*m_output, sealed);
}

OpeningStream::OpeningStream(SecretKey key, QIODevice& input)
    : m_key(std::move(key))
    , m_input(&input)
{
}

Result<OpeningStream> OpeningStream::begin(const SecretKey& key, QIODevice& input)
{
    const QByteArray magic = fileMagic();
    const QByteArray head = input.read(magic.size() + saltSize);
    if (head.size() != magic.size() + saltSize || !head.startsWith(magic)) {
        return failure(ErrorCode::VaultFileDamaged, QStringLiteral("not a sealed file"));
    }
    SOHOA_ASSIGN(SecretKey fileKey, key.derive("sohoa file", QByteArrayView(head).sliced(magic.size())));
    return OpeningStream(std::move(fileKey), input);
}

Status OpeningStream::openChunk()
{
    if (m_sawLast) {
        return failure(ErrorCode::VaultFileDamaged, QStringLiteral("ends too early"));
    }
    const QByteArray sealed = m_input->read(chunkSize + tagSize);
    const bool last = m_input->atEnd();
    if (sealed.size() < tagSize || (!last && sealed.size() != chunkSize + tagSize)) {
        // Where there should be more, a stick was pulled out.
        return failure(last ? ErrorCode::VaultFileDamaged : ErrorCode::FileUnreadable,
                       QStringLiteral("chunk %1 is cut off").arg(m_number));
    }
    m_plain.remove(0, m_at);
    m_at = 0;
    if (!decryptInto(m_plain, m_key.bytes(), chunkNonce(m_number, last), sealed, {})) {
        return failure(ErrorCode::VaultFileDamaged, QStringLiteral("chunk %1 does not open").arg(m_number));
    }
    ++m_number;
    m_sawLast = last;
    return {};
}

Result<QByteArray> OpeningStream::read(qsizetype count)
{
    while (m_plain.size() - m_at < count) {
        SOHOA_TRY(openChunk());
    }
    QByteArray bytes = m_plain.mid(m_at, count);
    m_at += count;
    return bytes;
}

Result<bool> OpeningStream::atEnd()
{
    while (m_plain.size() == m_at && !m_sawLast) {
        SOHOA_TRY(openChunk());
    }
    return m_plain.size() == m_at;
}

} // namespace sohoa
