// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/probe.h"

#include "sync/keys.h"
#include "sync/s3/largeput.h"
#include "sync/s3/meaning.h"
#include "sync/s3/probebench.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>

namespace sohoa::sync {

namespace {

using namespace s3;

/// Further apart than this, and the first request with a fresh clock would be refused.
constexpr qint64 toleratedSkew = 14LL * 60;
constexpr qint64 noticedSkew = 60;
constexpr qint64 cutBody = 8LL * 1024 * 1024;
constexpr qint64 cutAfter = 256LL * 1024;
const QString cutName = QStringLiteral("cut");

class Probe final : private ProbeBench
{
public:
    Probe(const WarehouseAddress& address, const S3Access& access, const ProbeOptions& options,
          const StopToken& stop, const std::function<void(const ProbeFinding&)>& tell)
        : ProbeBench(address, access, options, stop, tell)
    {
    }

    Result<ProbeReport> run()
    {
        SOHOA_TRY(answers());
        using Step = void (Probe::*)();
        for (const Step step :
             {&Probe::wrongSecret, &Probe::unsignedHeader, &Probe::readsBack, &Probe::md5, &Probe::sha256,
              &Probe::cutUpload, &Probe::multipart, &Probe::abandon, &Probe::listing, &Probe::missingObject,
              &Probe::condition, &Probe::conditionParts, &Probe::versioning, &Probe::objectLock,
              &Probe::foreignPrefix, &Probe::leftOfCutUpload, &Probe::deleting}) {
            if (m_call.stop.stop_requested()) {
                break;
            }
            (this->*step)();
        }
        cleanUp();
        if (m_call.stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        return std::move(m_report);
    }

private:
    Status answers()
    {
        Ask ask;
        ask.query = {{"list-type", "2"},
                     {"encoding-type", "url"},
                     {"prefix", m_bucket->fullKey(m_place).toUtf8()},
                     {"max-keys", "1"}};
        const QDateTime before = QDateTime::currentDateTimeUtc();
        SOHOA_ASSIGN(const HttpAnswer answer, m_bucket->demand(ask, m_call));
        SOHOA_TRY(listIn(answer.body));
        note(ProbeCheck::Answers, ProbeVerdict::Good, ProbeSeen::AsItMust);
        const QDateTime theirs = dateIn(answer);
        const qint64 apart = before.secsTo(theirs);
        if (!theirs.isValid()) {
            note(ProbeCheck::Clock, ProbeVerdict::Weak, ProbeSeen::Absent,
                 QStringLiteral("no Date in its answers"));
        } else if (std::llabs(apart) > noticedSkew) {
            note(ProbeCheck::Clock, ProbeVerdict::Weak, ProbeSeen::Corrected,
                 QStringLiteral("%1 s apart%2")
                     .arg(apart)
                     .arg(std::llabs(apart) > toleratedSkew
                              ? QStringLiteral(", refused before the correction")
                              : QString()));
        } else {
            note(ProbeCheck::Clock, ProbeVerdict::Good, ProbeSeen::AsItMust,
                 QStringLiteral("%1 s apart").arg(apart));
        }
        return {};
    }

    void wrongSecret()
    {
        S3Access wrong = m_access;
        wrong.secretKey += u'x';
        Bucket stranger(m_address, wrong);
        Ask ask = askFor("PUT", QStringLiteral("wrong-secret"), "x");
        const auto answer = stranger.ask(ask, m_call);
        if (!answer) {
            failed(ProbeCheck::WrongSecret, answer.error());
        } else if (answer->status == 401 || answer->status == 403 || answer->status == 400) {
            note(ProbeCheck::WrongSecret, ProbeVerdict::Good, ProbeSeen::Refused, codeIn(*answer));
        } else {
            note(ProbeCheck::WrongSecret, ProbeVerdict::Bad, ProbeSeen::Accepted,
                 QStringLiteral("status %1").arg(answer->status));
        }
    }

    void unsignedHeader()
    {
        Ask ask = askFor("PUT", QStringLiteral("unsigned-header"), "x");
        ask.unsignedHeaders = {{"x-amz-meta-added", "on the way"}};
        const auto answer = m_bucket->ask(ask, m_call);
        if (!answer) {
            failed(ProbeCheck::UnsignedHeader, answer.error());
        } else if (answer->status >= 400 && answer->status < 500) {
            note(ProbeCheck::UnsignedHeader, ProbeVerdict::Good, ProbeSeen::Refused, codeIn(*answer));
        } else {
            // CVE-2026-54330 of Ceph before 20.2.4: what is on the way can add to a request.
            note(ProbeCheck::UnsignedHeader, ProbeVerdict::Weak, ProbeSeen::Accepted);
        }
    }

    void readsBack()
    {
        const QString name = QStringLiteral("tên giấy + (1) & 100%");
        const QByteArray content = randomContent(100'000);
        const auto put = m_bucket->demand(askFor("PUT", name, content), m_call);
        if (!put) {
            return failed(ProbeCheck::ReadsBack, put.error());
        }
        const auto back = contentOf(name);
        if (!back) {
            return failed(ProbeCheck::ReadsBack, back.error());
        }
        const bool same = *back == content;
        note(ProbeCheck::ReadsBack, same ? ProbeVerdict::Good : ProbeVerdict::Bad,
             same ? ProbeSeen::AsItMust : ProbeSeen::Different);
    }

    /// A body that is not what is claimed must be refused and leave nothing.
    void digest(ProbeCheck check, const QString& name, const QByteArray& md5, const QByteArray& sha256)
    {
        Ask ask = askFor("PUT", name, randomContent(5000));
        ask.claimedMd5 = md5;
        ask.sha256 = sha256;
        const auto answer = m_bucket->ask(ask, m_call);
        if (!answer) {
            return failed(check, answer.error());
        }
        const auto there = isThere(name);
        if (!there) {
            return failed(check, there.error());
        }
        const bool refused = answer->status >= 400;
        const ProbeSeen seen = !refused ? ProbeSeen::Accepted
                               : *there ? ProbeSeen::Stored
                                        : ProbeSeen::Refused;
        note(check, refused && !*there ? ProbeVerdict::Good : ProbeVerdict::Bad, seen, codeIn(*answer));
    }
    void md5() { digest(ProbeCheck::Md5, QStringLiteral("wrong-md5"), QByteArray(32, 'a'), {}); }
    void sha256() { digest(ProbeCheck::Sha256, QStringLiteral("wrong-sha256"), {}, QByteArray(64, 'a')); }

    void cutUpload()
    {
        // A transport of its own that lets a part through and then nothing more, until it is broken off.
        StopSource cut;
        S3Access halting = m_access;
        const auto let = std::make_shared<std::atomic<qint64>>(cutAfter);
        halting.allowance = [let, cut, stop = m_call.stop](qint64 wanted) mutable {
            const qint64 now = std::min(wanted, let->load());
            *let -= now;
            if (now == 0 || stop.stop_requested()) {
                cut.request_stop();
            }
            return now;
        };
        // What it left is looked at last, when the server had time to notice.
        const Result<HttpAnswer> answer =
            Bucket(m_address, halting)
                .ask(askFor("PUT", cutName, randomContent(cutBody)), Call{cut.get_token(), {}});
        m_answeredEarly = answer ? answer->status : 0;
    }

    void leftOfCutUpload()
    {
        if (m_answeredEarly != 0) {
            return note(ProbeCheck::CutUpload, ProbeVerdict::Unknown, ProbeSeen::Failed,
                        QStringLiteral("answered %1 before the body was over").arg(m_answeredEarly));
        }
        const auto there = isThere(cutName);
        if (!there) {
            return failed(ProbeCheck::CutUpload, there.error());
        }
        note(ProbeCheck::CutUpload, *there ? ProbeVerdict::Bad : ProbeVerdict::Good,
             *there ? ProbeSeen::Stored : ProbeSeen::AsItMust);
    }

    void multipart()
    {
        const Result<ProbeSeen> seen = tryMultipart();
        if (!seen) {
            return failed(ProbeCheck::Multipart, seen.error());
        }
        note(ProbeCheck::Multipart, *seen == ProbeSeen::AsItMust ? ProbeVerdict::Good : ProbeVerdict::Bad,
             *seen);
    }
    Result<ProbeSeen> tryMultipart()
    {
        const QString name = QStringLiteral("multipart");
        const QByteArray content = randomContent(smallestPart + 1000);
        SOHOA_ASSIGN(const QString upload, begin(name));
        std::vector<LargePutState::Part> parts(2);
        SOHOA_ASSIGN(parts[0], sendPart(*m_bucket, name, upload, 1, content.first(smallestPart)));
        // Taken up by a stranger to all of that, as after a crash: what does the server say it has?
        Bucket later(m_address, m_access);
        Ask list = askFor("GET", name);
        list.query = {{"uploadId", upload.toUtf8()}};
        SOHOA_ASSIGN(const HttpAnswer listed, later.demand(list, m_call));
        SOHOA_ASSIGN(const PartsAnswer found, partsIn(listed.body));
        if (found.parts != std::vector<ListedPart>{{1, smallestPart, parts[0].receipt}}) {
            return ProbeSeen::Different;
        }
        SOHOA_ASSIGN(parts[1], sendPart(later, name, upload, 2, content.mid(smallestPart)));
        SOHOA_ASSIGN(const bool early, isThere(name));
        if (early) {
            return ProbeSeen::Stored;
        }
        SOHOA_ASSIGN(const HttpAnswer completed, complete(name, upload, parts));
        if (completed.status != 200 || !isCompleted(completed.body)) {
            return failure(meaningOf(completed));
        }
        SOHOA_ASSIGN(const QByteArray back, contentOf(name));
        return back == content ? ProbeSeen::AsItMust : ProbeSeen::Different;
    }

    void abandon()
    {
        const Result<bool> gone = tryAbandon();
        if (!gone) {
            return failed(ProbeCheck::Abandon, gone.error());
        }
        note(ProbeCheck::Abandon, *gone ? ProbeVerdict::Good : ProbeVerdict::Weak,
             *gone ? ProbeSeen::AsItMust : ProbeSeen::Stored);
    }
    Result<bool> tryAbandon()
    {
        const QString name = QStringLiteral("abandoned");
        SOHOA_ASSIGN(const QString upload, begin(name));
        SOHOA_TRY(sendPart(*m_bucket, name, upload, 1, "x"));
        Ask ask = askFor("DELETE", name);
        ask.query = {{"uploadId", upload.toUtf8()}};
        SOHOA_TRY(m_bucket->demand(ask, m_call));
        ask.method = "GET";
        SOHOA_ASSIGN(const HttpAnswer answer, m_bucket->ask(ask, m_call));
        SOHOA_ASSIGN(const bool there, isThere(name));
        return answer.status == 404 && !there;
    }

    void listing()
    {
        const Result<bool> right = tryListing();
        if (!right) {
            return failed(ProbeCheck::Listing, right.error());
        }
        note(ProbeCheck::Listing, *right ? ProbeVerdict::Good : ProbeVerdict::Bad,
             *right ? ProbeSeen::AsItMust : ProbeSeen::Different);
    }
    Result<bool> tryListing()
    {
        // In the order of their bytes, which is not that of any alphabet.
        std::vector<QString> names;
        for (const QString& name : {QStringLiteral("B"), QStringLiteral("a"), QStringLiteral("a0"),
                                    QStringLiteral("â"), QStringLiteral("đ"), QStringLiteral("ấ")}) {
            names.push_back(QStringLiteral("list/") + name);
        }
        for (const QString& name : names) {
            SOHOA_TRY(m_bucket->demand(askFor("PUT", name, "x"), m_call));
        }
        std::vector<QString> seen;
        for (std::size_t page = 0; page <= names.size(); ++page) {
            Ask ask;
            ask.query = {{"list-type", "2"},
                         {"encoding-type", "url"},
                         {"prefix", m_bucket->fullKey(m_place + QStringLiteral("list/")).toUtf8()},
                         {"max-keys", "2"}};
            if (!seen.empty()) {
                ask.query.emplace_back("start-after", m_bucket->fullKey(m_place + seen.back()).toUtf8());
            }
            SOHOA_ASSIGN(const HttpAnswer answer, m_bucket->demand(ask, m_call));
            SOHOA_ASSIGN(const ListAnswer list, listIn(answer.body));
            for (const ListedObject& object : list.objects) {
                seen.push_back(object.key.mid(m_bucket->fullKey(m_place).size()));
            }
            if (!list.truncated) {
                break;
            }
        }
        return seen == names;
    }

    void missingObject()
    {
        const auto answer = m_bucket->ask(askFor("HEAD", QStringLiteral("nothing")), m_call);
        if (!answer) {
            failed(ProbeCheck::MissingObject, answer.error());
        } else if (answer->status == 404) {
            note(ProbeCheck::MissingObject, ProbeVerdict::Good, ProbeSeen::AsItMust);
        } else if (answer->status == 403) {
            // The listing answers then, at the price of a request more.
            note(ProbeCheck::MissingObject, ProbeVerdict::Weak, ProbeSeen::Forbidden);
        } else {
            note(ProbeCheck::MissingObject, ProbeVerdict::Bad, ProbeSeen::Different,
                 QStringLiteral("status %1").arg(answer->status));
        }
    }

    void noteCondition(ProbeCheck check, int status, const QString& code)
    {
        if (status == 412 || status == 409) {
            note(check, ProbeVerdict::Good, ProbeSeen::Honoured);
        } else if (status < 300) {
            note(check, ProbeVerdict::Weak, ProbeSeen::Ignored);
        } else {
            note(check, ProbeVerdict::Weak, ProbeSeen::NotImplemented,
                 QStringLiteral("status %1, %2").arg(status).arg(code));
        }
    }

    void condition()
    {
        const QString name = QStringLiteral("condition");
        const auto first = m_bucket->demand(askFor("PUT", name, "first"), m_call);
        if (!first) {
            return failed(ProbeCheck::Condition, first.error());
        }
        Ask ask = askFor("PUT", name, "second");
        ask.headers = {{"If-None-Match", "*"}};
        const auto second = m_bucket->ask(ask, m_call);
        if (!second) {
            return failed(ProbeCheck::Condition, second.error());
        }
        noteCondition(ProbeCheck::Condition, second->status, codeIn(*second));
    }

    void conditionParts()
    {
        const Result<HttpAnswer> answer = tryConditionParts();
        if (!answer) {
            return failed(ProbeCheck::ConditionParts, answer.error());
        }
        noteCondition(ProbeCheck::ConditionParts, answer->status, codeIn(*answer));
    }
    Result<HttpAnswer> tryConditionParts()
    {
        const QString name = QStringLiteral("condition-parts");
        SOHOA_TRY(m_bucket->demand(askFor("PUT", name, "first"), m_call));
        SOHOA_ASSIGN(const QString upload, begin(name));
        SOHOA_ASSIGN(const LargePutState::Part part, sendPart(*m_bucket, name, upload, 1, "second"));
        SOHOA_ASSIGN(const HttpAnswer answer, complete(name, upload, {part}, {{"If-None-Match", "*"}}));
        if (answer.status >= 300) {
            Ask ask = askFor("DELETE", name);
            ask.query = {{"uploadId", upload.toUtf8()}};
            static_cast<void>(m_bucket->ask(ask, m_call)); // the condition was what was asked
        }
        return answer;
    }

    /// A setting of the bucket, which a key with few rights may not ask for.
    void setting(ProbeCheck check, const QByteArray& question, Result<QString> (*read)(QByteArrayView))
    {
        Ask ask;
        ask.query = {{question, ""}};
        const auto answer = m_bucket->ask(ask, m_call);
        if (!answer) {
            return failed(check, answer.error());
        }
        if (answer->status == 403) {
            return note(check, ProbeVerdict::Weak, ProbeSeen::Forbidden);
        }
        if (answer->status == 404) {
            return note(check, ProbeVerdict::Weak, ProbeSeen::Off);
        }
        const Result<QString> value =
            answer->status == 200 ? read(answer->body) : failure(meaningOf(*answer));
        if (!value) {
            return note(check, ProbeVerdict::Weak, ProbeSeen::Absent, describe(value.error()));
        }
        const bool enabled = *value == QLatin1String("Enabled");
        note(check, enabled ? ProbeVerdict::Good : ProbeVerdict::Weak,
             enabled            ? ProbeSeen::Enabled
             : value->isEmpty() ? ProbeSeen::Off
                                : ProbeSeen::Suspended);
    }
    void versioning() { setting(ProbeCheck::Versioning, "versioning", versioningIn); }
    void objectLock() { setting(ProbeCheck::ObjectLock, "object-lock", objectLockIn); }

    void foreignPrefix()
    {
        if (m_options.foreign.isEmpty()) {
            return;
        }
        Ask ask;
        ask.method = "PUT";
        ask.key = m_bucket->fullKey(m_options.foreign + u'/' + m_place.chopped(1).section(u'/', -1));
        ask.body = "x";
        m_made.push_back(ask.key);
        const auto put = m_bucket->ask(ask, m_call);
        Ask list;
        list.query = {{"list-type", "2"},
                      {"prefix", m_bucket->fullKey(m_options.foreign).toUtf8() + '/'},
                      {"max-keys", "1"}};
        const auto listed = m_bucket->ask(list, m_call);
        if (!put || !listed) {
            return failed(ProbeCheck::ForeignPrefix, put ? listed.error() : put.error());
        }
        const bool writes = put->status < 300;
        const bool reads = listed->status < 300;
        note(ProbeCheck::ForeignPrefix, writes || reads ? ProbeVerdict::Bad : ProbeVerdict::Good,
             writes || reads ? ProbeSeen::Accepted : ProbeSeen::Refused,
             writes  ? QStringLiteral("writes there")
             : reads ? QStringLiteral("lists what is there")
                     : QString());
    }

    void deleting()
    {
        const auto answer = m_bucket->ask(askFor("DELETE", QStringLiteral("condition")), m_call);
        if (!answer) {
            return failed(ProbeCheck::Deleting, answer.error());
        }
        const bool allowed = answer->status < 300;
        note(ProbeCheck::Deleting, allowed ? ProbeVerdict::Weak : ProbeVerdict::Good,
             allowed ? ProbeSeen::Allowed : ProbeSeen::Refused);
    }

    int m_answeredEarly = 0; ///< status with which a body was answered that was not over
};

} // namespace

Result<ProbeReport> probeWarehouse(const WarehouseAddress& address, const S3Access& access,
                                   const ProbeOptions& options, const StopToken& stop,
                                   const std::function<void(const ProbeFinding&)>& tell)
{
    const bool placesHold =
        isValidKey(options.under) && (options.foreign.isEmpty() || isValidKey(options.foreign));
    if (address.kind != WarehouseAddress::Kind::S3 || !placesHold) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a bucket and valid prefixes are needed"));
    }
    SOHOA_TRY(expectUsable(access));
    return Probe(address, access, options, stop, tell).run();
}

} // namespace sohoa::sync
