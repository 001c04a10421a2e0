// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "sync/s3/access.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sohoa::sync {

/// Bytes done and bytes in all. Called in the thread of the call it belongs to.
using Progress = std::function<void(qint64 done, qint64 total)>;

/// What goes with every call: how to stop it, and whom to tell how far it is. Both may be left empty.
struct Call
{
    StopToken stop = {};
    Progress progress = {};
};

enum class PutOutcome
{
    Created,
    AlreadySame ///< an object of that name and content was there: a repeat, or an answer that got lost
};

struct ObjectFacts
{
    qint64 length = 0;
    std::optional<QString> sha256 = {}; ///< only when the warehouse itself knows it; never computed by head()

    bool operator==(const ObjectFacts&) const = default;
};

struct ListedObject
{
    QString key;
    qint64 length = 0;

    bool operator==(const ListedObject&) const = default;
};

struct ListPage
{
    std::vector<ListedObject> objects; ///< by the bytes of their keys in UTF-8, ascending
    bool more = false;                 ///< ask again after the last key
};

/// A large object on its way, as its sender keeps it in the journal. Saved after each part and handed to
/// Warehouse::resumeLarge after a restart, it goes on where the warehouse last confirmed a part.
struct LargePutState
{
    struct Part
    {
        qint64 length = 0;
        QString receipt; ///< what the warehouse answered (the ETag of S3); a folder leaves it empty

        bool operator==(const Part&) const = default;
    };

    QString key;    ///< a blob key (blobKey() of keys.h): named by its content, so that repeats are harmless
    QString sha256; ///< of the whole content
    qint64 length = 0;
    qint64 partLength = 0;   ///< of every part but the last
    QString upload;          ///< the warehouse's name of this upload
    std::vector<Part> parts; ///< confirmed ones, in order

    [[nodiscard]] qint64 confirmed() const; ///< bytes in confirmed parts
    bool operator==(const LargePutState&) const = default;
};

/// LargePutState as JSON for the journal, and back. InvalidArgument for other text.
[[nodiscard]] QByteArray toBytes(const LargePutState& state);
[[nodiscard]] Result<LargePutState> largePutStateFrom(QByteArrayView bytes);

/// One large object being sent in parts: begin, parts in order, complete. A part counts once sendPart has
/// returned; save state() then. May be dropped at any time and taken up again from the saved state.
class LargePut
{
public:
    virtual ~LargePut() = default;
    /// What to save. After resumeLarge it says what the warehouse really has, which may be less than saved.
    [[nodiscard]] virtual const LargePutState& state() const = 0;
    /// Sends the bytes from state().confirmed() on: partLength of them, fewer in the last part.
    /// InvalidArgument for another length, errors of Warehouse otherwise; it may be repeated.
    [[nodiscard]] virtual Status sendPart(QByteArrayView bytes, const Call& call) = 0;
    /// Joins the parts under the key. May be repeated. WarehouseMismatch when the joined content is not the
    /// announced one (the upload is thrown away then), WarehouseConflict when other content has the name.
    [[nodiscard]] virtual Result<PutOutcome> complete(const Call& call) = 0;
    /// Frees what was sent. An upload that is not there any more is no error.
    [[nodiscard]] virtual Status abandon() = 0;

protected:
    LargePut() = default;
    LargePut(const LargePut&) = default;
    LargePut& operator=(const LargePut&) = default;
};

/// The province's store, offering only what a plain folder and every S3 engine can honour. Nothing in it is
/// ever overwritten: names are hashes of their content or belong to one writer.
///
/// Every call blocks: for worker threads, one object to a thread at a time unless its kind says more. Keys
/// are as isValidKey() of keys.h says, InvalidArgument otherwise. Errors of all calls: WarehouseUnreachable
/// (no line, stick not plugged in, another warehouse in its place: passes by itself), WarehouseRefused
/// (rights, read-only), WarehouseFull, Cancelled (by the stop token), and those S3Warehouse lists. After an
/// error nobody knows whether a put was done: ask again, don't guess.
class Warehouse
{
public:
    virtual ~Warehouse() = default;

    /// Longest content for putIfAbsent; what is longer goes in parts.
    static constexpr qint64 largestPut = 64 * 1024 * 1024;
    /// Length of parts unless the sender wants another; S3 takes no less than 5 MiB except for the last.
    static constexpr qint64 defaultPartLength = 8 * 1024 * 1024;
    /// No part but the last may be shorter.
    static constexpr qint64 shortestPartLength = 5 * 1024 * 1024;
    static constexpr int largestPage = 1000;

    /// Stores content under a name that is its hash or that only this program writes. WarehouseConflict when
    /// other content has that name. Durable on return; yet say "stored" only after confirm().
    [[nodiscard]] virtual Result<PutOutcome> putIfAbsent(const QString& key, const QByteArray& content,
                                                         const Call& call = {}) = 0;
    /// The whole object. NotFound, FileTooLarge above `limit` bytes.
    [[nodiscard]] virtual Result<QByteArray> get(const QString& key, qint64 limit, const Call& call = {}) = 0;
    /// Length of an object without its content; empty when it is not there.
    [[nodiscard]] virtual Result<std::optional<ObjectFacts>> head(const QString& key,
                                                                  const Call& call = {}) = 0;
    /// Keys that start with `prefix` (may be empty) and come after `after` (may be empty) in byte order, at
    /// most `limit` (1..largestPage). Objects that are half written are not among them.
    [[nodiscard]] virtual Result<ListPage> listAfter(const QString& prefix, const QString& after, int limit,
                                                     const Call& call = {}) = 0;
    /// Begins a large object. `state.key` must be the blob key of `state.sha256`; parts and upload are empty.
    [[nodiscard]] virtual Result<std::unique_ptr<LargePut>> beginLarge(const LargePutState& state) = 0;
    /// Goes on with a saved one. NotFound when the warehouse has forgotten it: then begin again.
    [[nodiscard]] virtual Result<std::unique_ptr<LargePut>> resumeLarge(const LargePutState& saved) = 0;
    /// Reads an object back, from the medium itself as far as the system lets us, and compares length and
    /// SHA-256. WarehouseMismatch when they differ, NotFound when it is not there.
    [[nodiscard]] virtual Status confirm(const QString& key, const QString& sha256, qint64 length,
                                         const Call& call = {}) = 0;
    /// Which warehouse this is, read from its v1/warehouse.json: 32 hex digits, chosen at set-up. The caller
    /// remembers it, so that another stick in the same drive is not taken for this one.
    [[nodiscard]] virtual Result<QString> identity() = 0;
    /// Where it is, for logs and screens: never a secret.
    [[nodiscard]] virtual QString describe() const = 0;
    /// How far the warehouse's clock is ahead of ours, once that stood in the way and was corrected for; 0
    /// otherwise. A person is to be told.
    [[nodiscard]] virtual std::chrono::milliseconds clockOffset() const
    {
        return std::chrono::milliseconds::zero();
    }
    /// Length of parts for an object of `length` bytes: where the warehouse is far away, about one minute of
    /// the line as measured so far.
    [[nodiscard]] virtual qint64 partLengthFor(qint64 length) const
    {
        static_cast<void>(length);
        return defaultPartLength;
    }
    /// What is longer should go in parts, so that a broken line costs a part and not the object. At most
    /// largestPut.
    [[nodiscard]] virtual qint64 putLimit() const { return largestPut; }
    /// How many objects are worth sending at a time; its calls bear that many threads.
    [[nodiscard]] virtual int lanes() const { return 1; }

protected:
    Warehouse() = default;
    Warehouse(const Warehouse&) = default;
    Warehouse& operator=(const Warehouse&) = default;
};

/// Yields `length` bytes of the content from `offset` on.
using ContentReader = std::function<Result<QByteArray>(qint64 offset, qint64 length)>;
/// Keeps a state of a large put in the journal.
using StateKeeper = std::function<Status(const LargePutState&)>;

/// Sends a large object from where it stands, keeping the state after each part. Takes up `saved` when it has
/// an upload, begins again when the warehouse has forgotten it. FileChanged when the reader yields other
/// lengths than asked for.
[[nodiscard]] Result<PutOutcome> sendLarge(Warehouse& warehouse, const LargePutState& saved,
                                           const ContentReader& read, const StateKeeper& keep,
                                           const Call& call = {});

/// Where a warehouse is, as written in settings.
struct WarehouseAddress
{
    enum class Kind
    {
        Folder,
        S3
    };
    Kind kind = Kind::Folder;
    QString folder;        ///< absolute path, for Folder
    bool encrypted = true; ///< https; without it only on this very machine
    QString host;
    int port = 0; ///< 0: the scheme's own
    QString bucket;
    QString prefix; ///< part of the bucket that is ours, without slashes at its ends; may be empty

    bool operator==(const WarehouseAddress&) const = default;
};

/// Reads file:///dir, s3+https://host[:port]/bucket[/prefix], s3+http://… (loopback only). InvalidArgument
/// for anything else, and for a user name or password in the address: those belong into the key store.
[[nodiscard]] Result<WarehouseAddress> parseWarehouseUrl(const QString& url);

/// WarehouseKeyRefused without keys, InvalidArgument when certificates or proxy cannot be read.
[[nodiscard]] Status expectUsable(const S3Access& access);

/// Makes a warehouse at its first use: the folder (never a bucket) and v1/warehouse.json with a fresh
/// identity. Repeating it changes nothing. @return its identity, to be remembered. Call it only while none is
/// remembered: a folder that was there once and is not now is an unplugged stick, not an empty warehouse.
/// @param access for S3, as for openWarehouse
[[nodiscard]] Result<QString> setUpWarehouse(const QString& url, const S3Access& access = {});

/// Opens a warehouse without touching it: one that is away for now is opened too and answers
/// WarehouseUnreachable until it is back. `identity` is the remembered one; empty takes any.
/// @param access for S3, checked by expectUsable()
[[nodiscard]] Result<std::unique_ptr<Warehouse>>
openWarehouse(const QString& url, const QString& identity = {}, const S3Access& access = {});

} // namespace sohoa::sync
