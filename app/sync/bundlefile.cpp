// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/bundlefile.h"

#include "base/clock.h"
#include "base/digest.h"
#include "base/sha256.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>

namespace sohoa::sync {

namespace {

constexpr char magic[] = "SHBUNDLE1\n";
constexpr qsizetype magicSize = sizeof(magic) - 1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype checkSize = 16;
constexpr qsizetype sumSize = 8;
constexpr int schema = 1;
constexpr qsizetype largestHead = 4096;
constexpr qsizetype blockSize = 64 * 1024;

QByteArray sumOf(const QByteArray& start)
{
    return QCryptographicHash::hash(start, QCryptographicHash::Sha256).left(sumSize);
}

/// What tells a wrong code before anything is opened with it.
Result<QByteArray> checkOf(const BundleCode& code, QByteArrayView salt)
{
    SOHOA_ASSIGN(const SecretKey key, code.key().derive("sohoa bundle check", salt));
    return hmacSha256(key.bytes(), "sohoa bundle").left(checkSize);
}

tl::unexpected<Error> damaged(const QString& what)
{
    return failure(ErrorCode::BackupInvalid, what);
}

/// A stream that does not open is a damaged bundle: that the code is right was seen before.
template<typename T>
Result<T> asBundle(Result<T> result)
{
    if (!result && result.error().code == ErrorCode::VaultFileDamaged) {
        return failure(ErrorCode::BackupInvalid, QStringLiteral("bundle"), result.error());
    }
    return result;
}

QJsonObject jsonOf(const BundleHead& head)
{
    return {{QStringLiteral("kind"), QStringLiteral("bundle")},
            {QStringLiteral("schema"), schema},
            {QStringLiteral("unit"), head.from.unit},
            {QStringLiteral("workstation"), head.from.workstation},
            {QStringLiteral("instance"), head.instance},
            {QStringLiteral("number"), head.number},
            {QStringLiteral("madeAt"), toIso(head.madeAt)}};
}

LogIdentity logOf(const QJsonObject& json)
{
    return {json[QLatin1String("unit")].toString(), json[QLatin1String("workstation")].toInt(-1)};
}

Result<BundleHead> headFrom(const QJsonObject& json)
{
    if (json[QLatin1String("kind")] != QLatin1String("bundle")) {
        return damaged(QStringLiteral("no head"));
    }
    if (json[QLatin1String("schema")].toInt() > schema) {
        return failure(ErrorCode::Unsupported, QStringLiteral("schema of the bundle"));
    }
    BundleHead head{logOf(json), json[QLatin1String("instance")].toString(),
                    json[QLatin1String("number")].toInteger(-1),
                    fromIso(json[QLatin1String("madeAt")].toString())};
    if (!isValidUnit(head.from.unit) || head.from.workstation < 0 ||
        head.from.workstation > largestWorkstation || head.number < 0 || !head.madeAt.isValid()) {
        return damaged(QStringLiteral("head"));
    }
    return head;
}

} // namespace

BundleWriter::BundleWriter(SealingStream stream)
    : m_stream(std::move(stream))
{
}

Result<BundleWriter> BundleWriter::begin(QIODevice& output, const BundleCode& code, const BundleHead& head)
{
    SOHOA_ASSIGN(const QByteArray salt, randomBytes(saltSize));
    SOHOA_ASSIGN(const QByteArray check, checkOf(code, salt));
    const QByteArray start = magic + salt + check;
    SOHOA_TRY(writeAll(output, start + sumOf(start)));
    SOHOA_ASSIGN(const SecretKey key, code.key().derive("sohoa bundle", salt));
    SOHOA_ASSIGN(SealingStream stream, SealingStream::begin(key, output));
    BundleWriter writer(std::move(stream));
    SOHOA_TRY(writer.add(jsonOf(head), {}));
    return writer;
}

Status BundleWriter::add(const QJsonObject& head, QByteArrayView content)
{
    const QByteArray json = QJsonDocument(head).toJson(QJsonDocument::Compact);
    QByteArray length(sizeof(quint32), '\0');
    qToBigEndian(static_cast<quint32>(json.size()), length.data());
    SOHOA_TRY(m_stream.write(length));
    SOHOA_TRY(m_stream.write(json));
    return m_stream.write(content);
}

Status BundleWriter::addEntry(const LogKey& place, const QString& sha256, QByteArrayView bytes)
{
    ++m_entries;
    return add({{QStringLiteral("kind"), QStringLiteral("entry")},
                {QStringLiteral("unit"), place.log.unit},
                {QStringLiteral("workstation"), place.log.workstation},
                {QStringLiteral("sequence"), place.sequence},
                {QStringLiteral("sha256"), sha256},
                {QStringLiteral("bytes"), qint64(bytes.size())}},
               bytes);
}

Status BundleWriter::addFile(const QString& sha256, QByteArrayView content)
{
    ++m_files;
    return add({{QStringLiteral("kind"), QStringLiteral("file")},
                {QStringLiteral("sha256"), sha256},
                {QStringLiteral("bytes"), qint64(content.size())}},
               content);
}

Status BundleWriter::finish()
{
    SOHOA_TRY(add({{QStringLiteral("kind"), QStringLiteral("end")},
                   {QStringLiteral("entries"), m_entries},
                   {QStringLiteral("files"), m_files}},
                  {}));
    return m_stream.finish();
}

BundleReader::BundleReader(OpeningStream stream)
    : m_stream(std::move(stream))
{
}

Result<BundleReader> BundleReader::begin(QIODevice& input, const BundleCode& code)
{
    const QByteArray start = input.read(magicSize + saltSize + checkSize);
    if (start.size() != magicSize + saltSize + checkSize || !start.startsWith(magic) ||
        input.read(sumSize) != sumOf(start)) {
        return damaged(QStringLiteral("not a bundle, or its beginning is damaged"));
    }
    const QByteArray salt = start.mid(magicSize, saltSize);
    SOHOA_ASSIGN(const QByteArray check, checkOf(code, salt));
    if (start.last(checkSize) != check) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("code of another bundle"));
    }
    SOHOA_ASSIGN(const SecretKey key, code.key().derive("sohoa bundle", salt));
    SOHOA_ASSIGN(OpeningStream stream, asBundle(OpeningStream::begin(key, input)));
    BundleReader reader(std::move(stream));
    SOHOA_ASSIGN(const QJsonObject json, reader.readHead());
    SOHOA_ASSIGN(reader.m_head, headFrom(json));
    return reader;
}

Result<QJsonObject> BundleReader::readHead()
{
    SOHOA_ASSIGN(const QByteArray length, asBundle(m_stream.read(sizeof(quint32))));
    const qsizetype size = qFromBigEndian<quint32>(length.constData());
    if (size < 2 || size > largestHead) {
        return damaged(QStringLiteral("length of a head"));
    }
    SOHOA_ASSIGN(const QByteArray json, asBundle(m_stream.read(size)));
    return QJsonDocument::fromJson(json).object();
}

Result<std::optional<BundleItem>> BundleReader::next(const StopToken& stop)
{
    if (m_pending) {
        SOHOA_TRY(passOver(stop, nullptr));
    }
    if (m_ended) {
        return std::nullopt;
    }
    SOHOA_ASSIGN(const QJsonObject json, readHead());
    const QString kind = json[QLatin1String("kind")].toString();
    if (kind == QLatin1String("end")) {
        SOHOA_TRY(end(json));
        return std::nullopt;
    }
    if (kind == QLatin1String("entry") && m_files == 0) {
        ++m_entries;
        SOHOA_ASSIGN(BundleItem entry, entryOf(json));
        return entry;
    }
    BundleItem file{
        false, {}, json[QLatin1String("sha256")].toString(), json[QLatin1String("bytes")].toInteger(-1)};
    if (kind != QLatin1String("file") || !isSha256Hex(file.sha256) || file.length < 0 ||
        file.length > largestBundledFile) {
        return damaged(QStringLiteral("head of an item"));
    }
    ++m_files;
    m_pending = file;
    return file;
}

Result<BundleItem> BundleReader::entryOf(const QJsonObject& json)
{
    BundleItem item;
    item.isEntry = true;
    item.place = {logOf(json), json[QLatin1String("sequence")].toInteger(-1)};
    item.sha256 = json[QLatin1String("sha256")].toString();
    item.length = json[QLatin1String("bytes")].toInteger(-1);
    if (logKey(item.place.log, item.place.sequence).isEmpty() || item.length < 1 ||
        item.length > largestEntryBytes) {
        return damaged(QStringLiteral("head of an entry"));
    }
    SOHOA_ASSIGN(item.entryBytes, asBundle(m_stream.read(item.length)));
    if (sha256Hex(item.entryBytes) != item.sha256) {
        return damaged(QStringLiteral("an entry is not what its hash says"));
    }
    return item;
}

Result<QByteArray> BundleReader::content(const StopToken& stop)
{
    if (!m_pending) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no file to be read"));
    }
    QByteArray bytes;
    SOHOA_TRY(passOver(stop, &bytes));
    return bytes;
}

Status BundleReader::passOver(const StopToken& stop, QByteArray* kept)
{
    const BundleItem file = *m_pending;
    m_pending.reset();
    Sha256 hash;
    for (qint64 left = file.length; left > 0;) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        SOHOA_ASSIGN(const QByteArray block, asBundle(m_stream.read(std::min<qint64>(blockSize, left))));
        hash.addData(block);
        if (kept != nullptr) {
            kept->append(block);
        }
        left -= block.size();
    }
    if (hash.hex() != file.sha256) {
        return damaged(QStringLiteral("a file is not what its hash says"));
    }
    return {};
}

Status BundleReader::end(const QJsonObject& json)
{
    m_ended = true;
    SOHOA_ASSIGN(const bool nothingBehind, asBundle(m_stream.atEnd()));
    if (!nothingBehind || json[QLatin1String("entries")].toInteger(-1) != m_entries ||
        json[QLatin1String("files")].toInteger(-1) != m_files) {
        return damaged(QStringLiteral("the end does not agree with what is in it"));
    }
    return {};
}

Result<BundleContents> readContents(QIODevice& input, const BundleCode& code, const StopToken& stop,
                                    const std::function<void(qint64)>& progress)
{
    SOHOA_ASSIGN(BundleReader reader, BundleReader::begin(input, code));
    BundleContents contents;
    contents.head = reader.head();
    while (true) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        SOHOA_ASSIGN(const std::optional<BundleItem> item, reader.next(stop));
        if (progress) {
            progress(input.pos());
        }
        if (!item) {
            return contents;
        }
        contents.bytes += item->length;
        if (!item->isEntry) {
            contents.files.push_back({item->sha256, item->length});
            continue;
        }
        SOHOA_ASSIGN(const LogEntry entry, parseLogEntry(item->entryBytes));
        if (entry.log != item->place.log || entry.sequence != item->place.sequence ||
            entry.log.unit != contents.head.from.unit) {
            return failure(ErrorCode::LogBroken, QStringLiteral("an entry of another log"));
        }
        if (!contents.entries.empty()) {
            const BundleContents::Entry& before = contents.entries.back();
            const bool sameLog = before.place.log == entry.log;
            const bool follows =
                before.place.sequence + 1 == entry.sequence && before.sha256 == entry.previous;
            if ((sameLog && !follows) || (!sameLog && !(before.place.log < entry.log))) {
                return failure(ErrorCode::LogBroken,
                               QStringLiteral("entry %1 does not follow").arg(entry.sequence));
            }
        }
        contents.entries.push_back({item->place, item->sha256, entry.previous, entry.instance});
    }
}

} // namespace sohoa::sync
