// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/access.h"
#include "sync/warehouse.h"

#include <functional>
#include <vector>

namespace sohoa::sync {

/// What is asked of an S3 server before a province relies on it.
enum class ProbeCheck
{
    Answers,        ///< the bucket can be listed with this key
    Clock,          ///< its clock and ours
    WrongSecret,    ///< a wrong secret key is refused
    UnsignedHeader, ///< an x-amz-* header that is not signed is refused
    ReadsBack,      ///< an object with an odd name comes back as it went
    Md5,            ///< a body that is not what Content-MD5 says is refused, and leaves nothing
    Sha256,         ///< the same for x-amz-content-sha256
    CutUpload,      ///< a body that breaks off leaves nothing
    Multipart,      ///< parts, taken up by another connection, joined, read back
    Abandon,        ///< an upload that was given up is gone
    Listing,        ///< in byte order, from any key on, new objects at once
    MissingObject,  ///< how an object that is not there is answered
    Condition,      ///< PUT with If-None-Match: * on an object that is there
    ConditionParts, ///< the same as a large object is joined
    Versioning,     ///< whether the bucket keeps old versions
    ObjectLock,     ///< whether it can lock objects
    ForeignPrefix,  ///< the key is kept out of what is not its own (only where a prefix was given)
    Deleting,       ///< whether the key may delete
};

enum class ProbeVerdict
{
    Good,
    Weak,    ///< the program copes, an administrator should know
    Bad,     ///< not to be relied on
    Unknown, ///< could not be found out
};

/// What was seen. One word, so that the sentence can be made elsewhere.
enum class ProbeSeen
{
    AsItMust,
    Corrected, ///< clocks apart, corrected for
    Refused,
    Accepted, ///< what had to be refused
    Stored,   ///< what had to be refused left an object
    Different,
    Forbidden, ///< 403 where 404 would be right
    Honoured,
    Ignored,
    NotImplemented,
    Enabled,
    Suspended,
    Off,
    Absent, ///< the server does not know the question
    Allowed,
    Failed, ///< another error: detail
};

struct ProbeFinding
{
    ProbeCheck check = ProbeCheck::Answers;
    ProbeVerdict verdict = ProbeVerdict::Unknown;
    ProbeSeen seen = ProbeSeen::Failed;
    QString detail = {}; ///< for the log, in English

    bool operator==(const ProbeFinding&) const = default;
};

struct ProbeOptions
{
    QString under =
        QStringLiteral("sohoa-check"); ///< where in the warehouse's part of the bucket, a valid key
    QString foreign = {};              ///< a prefix the key must have no right to; empty: not asked
};

struct ProbeReport
{
    std::vector<ProbeFinding> findings;
    std::vector<QString> left; ///< keys of ours that could not be removed

    /// No finding is Bad or Unknown that the program rests on.
    [[nodiscard]] bool usable() const;
    /// What S3Access::honestConditions may be set to for this bucket.
    [[nodiscard]] bool honestConditions() const;
};

/// The words of --json.
QString wordOf(ProbeCheck check);
QString wordOf(ProbeVerdict verdict);
QString wordOf(ProbeSeen seen);

/// Tries a bucket out with objects of its own, which it removes when the key may. Takes some 20 MB of the
/// line. Blocks; for a worker thread or a command. `tell` hears of each finding as it is made. Errors: those
/// of S3Warehouse, when the bucket does not answer at all; InvalidArgument.
[[nodiscard]] Result<ProbeReport> probeWarehouse(const WarehouseAddress& address, const S3Access& access,
                                                 const ProbeOptions& options, const StopToken& stop,
                                                 const std::function<void(const ProbeFinding&)>& tell);

} // namespace sohoa::sync
