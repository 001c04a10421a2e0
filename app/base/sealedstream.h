// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/aead.h"

#include <QIODevice>

namespace sohoa {

/// sealFile() for what does not fit into memory: the same bytes, written as they come. Not copyable; one
/// thread at a time; the device must outlive it.
class SealingStream
{
public:
    /// Writes the head. DiskFull, ReadOnly, StorageFailed; Internal.
    [[nodiscard]] static Result<SealingStream> begin(const SecretKey& key, QIODevice& output);
    /// Errors as of begin(). After one the output is worthless.
    [[nodiscard]] Status write(QByteArrayView plain);
    /// Writes the last chunk, without which the output does not open. Does not flush the device.
    [[nodiscard]] Status finish();

private:
    SealingStream(SecretKey key, QIODevice& output);
    [[nodiscard]] Status sealChunk(bool last);

    SecretKey m_key;
    QIODevice* m_output;
    QByteArray m_plain; ///< of the chunk that is not written yet
    quint64 m_number = 0;
};

/// Reads what SealingStream or sealFile() wrote, one chunk in memory at a time. What it hands out is
/// authentic; that nothing is missing behind it is known only at the end.
class OpeningStream
{
public:
    /// VaultFileDamaged when it is no sealed file; FileUnreadable.
    [[nodiscard]] static Result<OpeningStream> begin(const SecretKey& key, QIODevice& input);
    /// Exactly `count` bytes, at most a megabyte at a time is sensible. VaultFileDamaged when a byte was
    /// changed, the key is another, or fewer are left; FileUnreadable when the device fails.
    [[nodiscard]] Result<QByteArray> read(qsizetype count);
    /// Whether everything was read, the last chunk included.
    [[nodiscard]] Result<bool> atEnd();

private:
    OpeningStream(SecretKey key, QIODevice& input);
    /// Opens the next chunk behind what is left.
    [[nodiscard]] Status openChunk();

    SecretKey m_key;
    QIODevice* m_input;
    QByteArray m_plain;
    qsizetype m_at = 0; ///< in m_plain
    quint64 m_number = 0;
    bool m_sawLast = false;
};

/// Writes all of `data`, or says why not: the code of the system's error.
[[nodiscard]] Status writeAll(QIODevice& output, QByteArrayView data);

} // namespace sohoa
