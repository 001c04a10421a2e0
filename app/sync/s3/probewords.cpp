// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/words.h"
#include "sync/s3/probe.h"

#include <algorithm>
#include <array>

namespace sohoa::sync {

namespace {

constexpr std::array<Word<ProbeCheck>, 18> checkWords = {{
    {ProbeCheck::Answers, "answers"},
    {ProbeCheck::Clock, "clock"},
    {ProbeCheck::WrongSecret, "wrong-secret"},
    {ProbeCheck::UnsignedHeader, "unsigned-header"},
    {ProbeCheck::ReadsBack, "reads-back"},
    {ProbeCheck::Md5, "content-md5"},
    {ProbeCheck::Sha256, "content-sha256"},
    {ProbeCheck::CutUpload, "cut-upload"},
    {ProbeCheck::Multipart, "multipart"},
    {ProbeCheck::Abandon, "abandon"},
    {ProbeCheck::Listing, "listing"},
    {ProbeCheck::MissingObject, "missing-object"},
    {ProbeCheck::Condition, "if-none-match"},
    {ProbeCheck::ConditionParts, "if-none-match-multipart"},
    {ProbeCheck::Versioning, "versioning"},
    {ProbeCheck::ObjectLock, "object-lock"},
    {ProbeCheck::ForeignPrefix, "foreign-prefix"},
    {ProbeCheck::Deleting, "deleting"},
}};

constexpr std::array<Word<ProbeVerdict>, 4> verdictWords = {{
    {ProbeVerdict::Good, "good"},
    {ProbeVerdict::Weak, "weak"},
    {ProbeVerdict::Bad, "bad"},
    {ProbeVerdict::Unknown, "unknown"},
}};

constexpr std::array<Word<ProbeSeen>, 16> seenWords = {{
    {ProbeSeen::AsItMust, "as-it-must"},
    {ProbeSeen::Corrected, "corrected"},
    {ProbeSeen::Refused, "refused"},
    {ProbeSeen::Accepted, "accepted"},
    {ProbeSeen::Stored, "stored"},
    {ProbeSeen::Different, "different"},
    {ProbeSeen::Forbidden, "forbidden"},
    {ProbeSeen::Honoured, "honoured"},
    {ProbeSeen::Ignored, "ignored"},
    {ProbeSeen::NotImplemented, "not-implemented"},
    {ProbeSeen::Enabled, "enabled"},
    {ProbeSeen::Suspended, "suspended"},
    {ProbeSeen::Off, "off"},
    {ProbeSeen::Absent, "absent"},
    {ProbeSeen::Allowed, "allowed"},
    {ProbeSeen::Failed, "failed"},
}};

/// Whether the program rests on it.
bool isNeeded(ProbeCheck check)
{
    switch (check) {
    case ProbeCheck::Answers:
    case ProbeCheck::WrongSecret:
    case ProbeCheck::ReadsBack:
    case ProbeCheck::Md5:
    case ProbeCheck::Sha256:
    case ProbeCheck::CutUpload:
    case ProbeCheck::Multipart:
    case ProbeCheck::Listing:
    case ProbeCheck::MissingObject:
    case ProbeCheck::ForeignPrefix:
        return true;
    case ProbeCheck::Clock:
    case ProbeCheck::UnsignedHeader:
    case ProbeCheck::Abandon:
    case ProbeCheck::Condition:
    case ProbeCheck::ConditionParts:
    case ProbeCheck::Versioning:
    case ProbeCheck::ObjectLock:
    case ProbeCheck::Deleting:
        break;
    }
    return false;
}

} // namespace

bool ProbeReport::usable() const
{
    return std::none_of(findings.begin(), findings.end(), [](const ProbeFinding& finding) {
        return isNeeded(finding.check) &&
               (finding.verdict == ProbeVerdict::Bad || finding.verdict == ProbeVerdict::Unknown);
    });
}

bool ProbeReport::honestConditions() const
{
    return std::any_of(findings.begin(), findings.end(), [](const ProbeFinding& finding) {
        return finding.check == ProbeCheck::Condition && finding.seen == ProbeSeen::Honoured;
    });
}

QString wordOf(ProbeCheck check)
{
    return sohoa::wordOf(checkWords, check);
}

QString wordOf(ProbeVerdict verdict)
{
    return sohoa::wordOf(verdictWords, verdict);
}

QString wordOf(ProbeSeen seen)
{
    return sohoa::wordOf(seenWords, seen);
}

} // namespace sohoa::sync
