// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>
#include <map>

namespace sohoa::capture {

/// The first line and the headers of an answer.
struct HttpHead
{
    int status = 0;
    std::map<QByteArray, QByteArray> headers = {}; ///< names in lower case; the first of each counts

    [[nodiscard]] QByteArray header(const char* name) const;

    bool operator==(const HttpHead&) const = default;
};

/// Takes an HTTP/1.1 answer apart as its bytes come (RFC 9112): length, chunks, or up to the end of the
/// connection. Every size is bounded before memory is taken. One thread.
class HttpReader
{
public:
    using Sink = std::function<Status(QByteArrayView)>;
    static constexpr qsizetype longestHead = 64LL * 1024;

    /// @param isHead the answer to a request that brings no body
    explicit HttpReader(Sink body, bool isHead = false);

    /// ScannerFailed for what is no HTTP, and the errors of the sink. Bytes after the end are left alone.
    [[nodiscard]] Status feed(QByteArrayView bytes);
    /// The other side has closed the connection: true when the answer is whole nevertheless.
    bool close();

    [[nodiscard]] bool hasHead() const { return m_state != State::Head; }
    [[nodiscard]] bool isWhole() const { return m_state == State::Done; }
    /// Of the final answer; those that only say "continue" are passed over.
    [[nodiscard]] const HttpHead& head() const { return m_head; }
    /// Bytes of the body so far.
    [[nodiscard]] qint64 bodyBytes() const { return m_bodyBytes; }

private:
    enum class State
    {
        Head,
        Length,
        Endless,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Done
    };

    [[nodiscard]] Status takeHead();
    [[nodiscard]] Status chooseBody();
    [[nodiscard]] Status takeLine();
    [[nodiscard]] Status takeData();

    Sink m_sink;
    bool m_isHead;
    State m_state = State::Head;
    HttpHead m_head;
    QByteArray m_pending;
    qint64 m_left = 0;
    qint64 m_bodyBytes = 0;
    qsizetype m_trailerBytes = 0;
};

} // namespace sohoa::capture
