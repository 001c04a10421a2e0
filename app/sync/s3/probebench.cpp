// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/probebench.h"

#include "sync/s3/meaning.h"
#include "sync/s3/objects.h"

#include <QRandomGenerator>

#include <algorithm>

namespace sohoa::sync::s3 {

namespace {

constexpr qint64 mostReadBack = 16LL * 1024 * 1024;

} // namespace

ProbeBench::ProbeBench(const WarehouseAddress& address, const S3Access& access, const ProbeOptions& options,
                       const StopToken& stop, std::function<void(const ProbeFinding&)> tell)
    : m_address(address)
    , m_access(access)
    , m_options(options)
    , m_call{stop, {}}
    , m_tell(std::move(tell))
    , m_bucket(std::make_shared<Bucket>(address, access))
    , m_place(options.under + u'/' +
              QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0') + u'/')
{
}

void ProbeBench::note(ProbeCheck check, ProbeVerdict verdict, ProbeSeen seen, const QString& detail)
{
    m_report.findings.push_back({check, verdict, seen, detail});
    if (m_tell) {
        m_tell(m_report.findings.back());
    }
}

Ask ProbeBench::askFor(const QByteArray& method, const QString& name, const QByteArray& body)
{
    Ask ask;
    ask.method = method;
    ask.key = m_bucket->fullKey(m_place + name);
    ask.body = body;
    if (method == "PUT" && std::find(m_made.begin(), m_made.end(), ask.key) == m_made.end()) {
        m_made.push_back(ask.key);
    }
    return ask;
}

Result<HttpAnswer> ProbeBench::complete(const QString& name, const QString& upload,
                                        const std::vector<LargePutState::Part>& parts, const Fields& headers)
{
    Ask ask = askFor("POST", name, completionDocument(parts));
    ask.query = {{"uploadId", upload.toUtf8()}};
    ask.headers = headers;
    return m_bucket->ask(ask, m_call);
}

void ProbeBench::failed(ProbeCheck check, const Error& error)
{
    note(check, ProbeVerdict::Unknown, ProbeSeen::Failed, describe(error));
}

Result<QByteArray> ProbeBench::contentOf(const QString& name)
{
    QByteArray content;
    SOHOA_TRY(readObject(
        *m_bucket, m_place + name,
        [&content](QByteArrayView piece) -> Status {
            content += piece;
            return content.size() <= mostReadBack ? Status() : failure(ErrorCode::FileTooLarge);
        },
        m_call));
    return content;
}

Result<bool> ProbeBench::isThere(const QString& name)
{
    SOHOA_ASSIGN(const std::optional<ObjectFacts> facts, headObject(*m_bucket, m_place + name, m_call));
    return facts.has_value();
}

Result<QString> ProbeBench::begin(const QString& name)
{
    Ask ask = askFor("PUT", name); // for the list of what to remove
    ask.method = "POST";
    ask.query = {{"uploads", ""}};
    SOHOA_ASSIGN(const HttpAnswer answer, m_bucket->demand(ask, m_call));
    return uploadIdIn(answer.body);
}

Result<LargePutState::Part> ProbeBench::sendPart(Bucket& bucket, const QString& name, const QString& upload,
                                                 int number, const QByteArray& bytes)
{
    Ask ask = askFor("PUT", name, bytes);
    ask.query = {{"partNumber", QByteArray::number(number)}, {"uploadId", upload.toUtf8()}};
    SOHOA_ASSIGN(const HttpAnswer answer, bucket.demand(ask, m_call));
    return LargePutState::Part{bytes.size(), QString::fromLatin1(answer.header("etag"))};
}

void ProbeBench::cleanUp()
{
    for (const QString& key : m_made) {
        Ask ask;
        ask.method = "HEAD";
        ask.key = key;
        const auto there = m_bucket->ask(ask, {});
        if (there && there->status != 200) {
            continue;
        }
        ask.method = "DELETE";
        const auto removed = m_bucket->ask(ask, {});
        if (!removed || removed->status >= 300) {
            m_report.left.push_back(key);
        }
    }
}

QByteArray randomContent(qint64 length)
{
    QByteArray content((length + 7) / 8 * 8, Qt::Uninitialized);
    auto* words = reinterpret_cast<quint64*>(content.data());
    QRandomGenerator generator = QRandomGenerator::securelySeeded();
    std::generate(words, words + content.size() / 8, [&generator] { return generator.generate64(); });
    content.truncate(length);
    return content;
}

} // namespace sohoa::sync::s3
