// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/sealedstream.h"
#include "base/stoptoken.h"
#include "sync/logentry.h"

#include <QIODevice>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::sync {

/// The secret of one bundle: 128 random bits, told to people as seven groups of four letters and digits
/// without look-alikes (Crockford's Base 32), the last twelve bits being a checksum. Move only.
class BundleCode
{
public:
    [[nodiscard]] static Result<BundleCode> generate();
    /// Reads what text() gave. Case, spaces and dashes do not matter; o is 0, i and l are 1. KeyWrong when it
    /// was mistyped.
    [[nodiscard]] static Result<BundleCode> fromText(const QString& text);
    /// "4F7K-9QXA-…"
    [[nodiscard]] QString text() const;
    [[nodiscard]] const SecretKey& key() const { return m_key; }

private:
    explicit BundleCode(SecretKey key);
    SecretKey m_key; ///< the 16 bytes and 16 zeros
};

/// Whose work a bundle holds.
struct BundleHead
{
    LogIdentity from;
    QString instance;  ///< the installation that made it, as in log entries
    qint64 number = 0; ///< running, of that workstation
    QDateTime madeAt;

    bool operator==(const BundleHead&) const = default;
};

/// The next thing in a bundle: an entry of a log with its bytes, or a file, whose content is read apart.
struct BundleItem
{
    bool isEntry = false; ///< else a file
    LogKey place = {};    ///< of an entry
    QString sha256;
    qint64 length = 0;
    QByteArray entryBytes = {}; ///< of an entry only

    bool operator==(const BundleItem&) const = default;
};

/// Longest file in a bundle, in bytes.
inline constexpr qint64 largestBundledFile = 1024LL * 1024 * 1024;

/// Writes a bundle, entries before files, in constant memory. The form:
///
///   "SHBUNDLE1\n", 16 random bytes, 16 bytes by which a wrong code is noticed, 8 bytes of SHA-256 of these
///   a stream of base/sealedstream.h under a key derived from code and random bytes, in it records:
///       length of the head, 32 bit big endian; head: JSON; content
///       {"kind":"bundle","schema":1,"unit","workstation","instance","number","madeAt"}
///       {"kind":"entry","unit","workstation","sequence","sha256","bytes"} and the entry
///       {"kind":"file","sha256","bytes"} and the file
///       {"kind":"end","entries","files"}
class BundleWriter
{
public:
    [[nodiscard]] static Result<BundleWriter> begin(QIODevice& output, const BundleCode& code,
                                                    const BundleHead& head);
    /// DiskFull, ReadOnly, StorageFailed; after an error the output is worthless.
    [[nodiscard]] Status addEntry(const LogKey& place, const QString& sha256, QByteArrayView bytes);
    [[nodiscard]] Status addFile(const QString& sha256, QByteArrayView content);
    [[nodiscard]] Status finish();

private:
    explicit BundleWriter(SealingStream stream);
    [[nodiscard]] Status add(const QJsonObject& head, QByteArrayView content);

    SealingStream m_stream;
    qint64 m_entries = 0;
    qint64 m_files = 0;
};

/// Reads a bundle, trusting nothing. Errors of every call: BackupInvalid (damaged, cut off, no bundle),
/// KeyWrong (the code is of another one), Unsupported (a newer program wrote it), FileUnreadable.
class BundleReader
{
public:
    [[nodiscard]] static Result<BundleReader> begin(QIODevice& input, const BundleCode& code);
    [[nodiscard]] const BundleHead& head() const { return m_head; }
    /// The next item; empty behind the last one, when the end is known to be whole. What was not read of the
    /// file before is passed over, and compared with its hash.
    [[nodiscard]] Result<std::optional<BundleItem>> next(const StopToken& stop = {});
    /// The content of the file that next() named, compared with its hash. Once an item.
    [[nodiscard]] Result<QByteArray> content(const StopToken& stop = {});

private:
    explicit BundleReader(OpeningStream stream);
    [[nodiscard]] Result<QJsonObject> readHead();
    [[nodiscard]] Result<BundleItem> entryOf(const QJsonObject& json);
    [[nodiscard]] Status passOver(const StopToken& stop, QByteArray* kept);
    [[nodiscard]] Status end(const QJsonObject& json);

    OpeningStream m_stream;
    BundleHead m_head;
    std::optional<BundleItem> m_pending; ///< a file whose content was not read yet
    qint64 m_entries = 0;
    qint64 m_files = 0;
    bool m_ended = false;
};

/// What a bundle holds, without the contents.
struct BundleContents
{
    struct Entry
    {
        LogKey place;
        QString sha256;
        QString previous;
        QString instance;
    };
    struct File
    {
        QString sha256;
        qint64 length = 0;
    };
    BundleHead head;
    std::vector<Entry> entries; ///< by log, then number
    std::vector<File> files;
    qint64 bytes = 0; ///< of both
};

/// Reads all of a bundle: every hash, every entry by itself and as the one after the one before it, each of
/// the unit that the bundle says. Errors as of BundleReader, LogBroken, Cancelled.
/// @param progress how far it is in the file, in bytes; may be empty
[[nodiscard]] Result<BundleContents> readContents(QIODevice& input, const BundleCode& code,
                                                  const StopToken& stop = {},
                                                  const std::function<void(qint64 done)>& progress = {});

} // namespace sohoa::sync
