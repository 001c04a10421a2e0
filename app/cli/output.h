// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sohoa::cli {

/// Exit statuses of the contract.
enum class Exit
{
    Done = 0,
    Partly = 1,
    Usage = 2,
    Environment = 3
};

/// The exit status for an error: wrong usage, a rule that refuses, or the environment (disk, network, key).
Exit exitFor(ErrorCode code);
/// The graver of two.
Exit worse(Exit a, Exit b);

/// Where a command speaks: results on standard output, as text or as one JSON object a line; messages and
/// progress on standard error. Any thread: lines never mix.
class Output
{
public:
    Output(bool json, bool quiet);

    [[nodiscard]] bool json() const { return m_json; }
    /// One object on standard output, in --json mode only.
    void object(const QJsonObject& object) const;
    /// One line on standard output, in text mode only.
    void line(const QString& text) const;
    /// Bytes as they are on standard output (a report in a format of its own).
    void raw(const QByteArray& bytes) const;
    /// A message for the person, on standard error, unless --quiet.
    void message(const QString& text) const;
    /// Why the exit status is not 0, on standard error, always.
    void trouble(const QString& text) const;
    /// An error's sentence in the person's language on standard error, always; `subject` names the file or
    /// code. In --json mode the object {"file": subject, "error": {"code", "message"}} too when `asObject`.
    void error(const QString& subject, const Error& error, bool asObject = false) const;
    /// The first failure to write results to standard output (a full disk behind a redirection), if any: what
    /// was meant to be read by somebody is not there.
    [[nodiscard]] std::optional<Error> lostResults() const;
    /// A progress bar: only when standard error is a terminal and not --quiet; plain lines every tenth
    /// otherwise would be noise and are left out.
    void progress(const QString& what, int done, int total) const;

private:
    bool m_json;
    bool m_quiet;
    bool m_terminal;
};

} // namespace sohoa::cli
