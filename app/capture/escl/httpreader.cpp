// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/httpreader.h"

#include <QList>

#include <algorithm>

namespace sohoa::capture {

namespace {

constexpr qsizetype longestLine = 4096; // of a chunk's size or a trailer
constexpr qint64 mostBody = 4LL * 1024 * 1024 * 1024;

tl::unexpected<Error> nonsense(const char* what)
{
    return failure(ErrorCode::ScannerFailed, QStringLiteral("HTTP: %1").arg(QLatin1String(what)));
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHexDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

Status readStatusLine(QByteArrayView line, HttpHead& head)
{
    // "HTTP/1.1 200 OK"; devices leave the reason out.
    if (!line.startsWith("HTTP/1.") || line.size() < 12 || line[8] != ' ' || !isDigits(line.sliced(9, 3)) ||
        (line.size() > 12 && line[12] != ' ')) {
        return nonsense("no status line");
    }
    head.status = line.sliced(9, 3).toByteArray().toInt();
    return head.status >= 100 ? Status() : nonsense("a status below 100");
}

} // namespace

QByteArray HttpHead::header(const char* name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? QByteArray() : found->second;
}

HttpReader::HttpReader(Sink body, bool isHead)
    : m_sink(std::move(body))
    , m_isHead(isHead)
{
}

Status HttpReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Done) {
        return {};
    }
    m_pending.append(bytes);
    while (m_state != State::Done && !m_pending.isEmpty()) {
        const qsizetype before = m_pending.size();
        const State was = m_state;
        switch (m_state) {
        case State::Head:
            SOHOA_TRY(takeHead());
            break;
        case State::Length:
        case State::Endless:
        case State::ChunkData:
            SOHOA_TRY(takeData());
            break;
        case State::ChunkSize:
        case State::ChunkEnd:
        case State::Trailer:
            SOHOA_TRY(takeLine());
            break;
        case State::Done:
            break;
        }
        if (m_pending.size() == before && m_state == was) {
            break; // more must come
        }
    }
    return {};
}

Status HttpReader::takeHead()
{
    // Lines end with CR LF; LF alone is let pass (RFC 9112, section 2.2).
    qsizetype end = m_pending.indexOf("\r\n\r\n");
    qsizetype skip = 4;
    const qsizetype bare = m_pending.indexOf("\n\n");
    if (bare >= 0 && (end < 0 || bare < end)) {
        end = bare;
        skip = 2;
    }
    if (std::max(end, end < 0 ? m_pending.size() : end) > longestHead) {
        return nonsense("headers without end");
    }
    if (end < 0) {
        return {};
    }
    m_head = {};
    const QList<QByteArray> lines = m_pending.left(end).split('\n');
    m_pending.remove(0, end + skip);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (i == 0) {
            SOHOA_TRY(readStatusLine(line, m_head));
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            continue; // a folded or broken line of a device; what matters is checked below
        }
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        const auto [known, isNew] = m_head.headers.try_emplace(name, value);
        if (!isNew && name == "content-length" && known->second != value) {
            return nonsense("two lengths");
        }
    }
    return chooseBody();
}

Status HttpReader::chooseBody()
{
    if (m_head.status < 200) {
        if (m_head.status == 101) {
            return nonsense("another protocol");
        }
        return {}; // "continue": the answer itself comes next
    }
    if (m_isHead || m_head.status == 204 || m_head.status == 304) {
        m_state = State::Done;
        return {};
    }
    const QByteArray coding = m_head.header("transfer-encoding").toLower();
    const QByteArray length = m_head.header("content-length");
    if (!m_head.header("content-encoding").isEmpty() && m_head.header("content-encoding") != "identity") {
        return nonsense("a packed body that was not asked for");
    }
    if (!coding.isEmpty() && coding != "identity") {
        if (coding != "chunked") {
            return nonsense("an unknown transfer coding");
        }
        m_state = State::ChunkSize;
        return {};
    }
    if (length.isEmpty()) {
        m_state = State::Endless;
        return {};
    }
    bool isNumber = isDigits(length);
    m_left = isNumber ? length.toLongLong(&isNumber) : 0;
    if (!isNumber || m_left > mostBody) {
        return nonsense("a length that is none");
    }
    m_state = m_left == 0 ? State::Done : State::Length;
    return {};
}

Status HttpReader::takeLine()
{
    const qsizetype end = m_pending.indexOf('\n');
    if ((end < 0 ? m_pending.size() : end) > longestLine) {
        return nonsense("a line without end");
    }
    if (end < 0) {
        return {};
    }
    const QByteArray line = m_pending.left(end).trimmed();
    m_pending.remove(0, end + 1);
    if (m_state == State::ChunkEnd) {
        m_state = State::ChunkSize;
        return line.isEmpty() ? Status() : nonsense("a chunk longer than it says");
    }
    if (m_state == State::Trailer) {
        m_trailerBytes += end + 1;
        if (m_trailerBytes > longestHead) {
            return nonsense("trailers without end");
        }
        if (line.isEmpty()) {
            m_state = State::Done;
        }
        return {};
    }
    const QByteArray size = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    if (!isHexDigits(size) || size.size() > 12) {
        return nonsense("a chunk without size");
    }
    m_left = size.toLongLong(nullptr, 16);
    if (m_left > mostBody) {
        return nonsense("a chunk larger than any page");
    }
    m_state = m_left == 0 ? State::Trailer : State::ChunkData;
    return {};
}

Status HttpReader::takeData()
{
    const qint64 there = m_pending.size();
    const qint64 take = m_state == State::Endless ? there : std::min(there, m_left);
    const QByteArray piece = m_pending.left(static_cast<qsizetype>(take));
    m_pending.remove(0, static_cast<qsizetype>(take));
    m_bodyBytes += take;
    if (m_sink) {
        SOHOA_TRY(m_sink(piece));
    }
    if (m_state != State::Endless) {
        m_left -= take;
        if (m_left == 0) {
            m_state = m_state == State::Length ? State::Done : State::ChunkEnd;
        }
    }
    return {};
}

bool HttpReader::close()
{
    if (m_state == State::Endless) {
        m_state = State::Done;
    }
    return m_state == State::Done;
}

} // namespace sohoa::capture
