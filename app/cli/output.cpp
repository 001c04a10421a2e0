// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "base/durablefile.h"
#include "wording/errors.h"

#include <QJsonDocument>
#include <QMutex>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace sohoa::cli {

namespace {

QMutex& lineMutex()
{
    static QMutex mutex;
    return mutex;
}

/// errno of the first write to standard output that failed; guarded by lineMutex().
int& lostOutput()
{
    static int systemError = 0;
    return systemError;
}

void write(std::FILE* stream, const QByteArray& bytes)
{
    errno = 0;
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool whole = std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    if (!whole && stream == stdout && lostOutput() == 0) {
        lostOutput() = errno == 0 ? EIO : errno;
    }
}

bool standardErrorIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return ::isatty(STDERR_FILENO) != 0;
#endif
}

constexpr int barWidth = 30;

} // namespace

Exit exitFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return Exit::Usage;
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::StorageFailed:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseNewer:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::HomeMissing:
    case ErrorCode::HomeInUse:
    case ErrorCode::VaultFileMissing:
    case ErrorCode::VaultFileDamaged:
    case ErrorCode::KeyMissing:
    case ErrorCode::KeyWrong:
    case ErrorCode::KeyStoreFailed:
    case ErrorCode::WarehouseUnreachable:
    case ErrorCode::WarehouseRefused:
    case ErrorCode::WarehouseFull:
    case ErrorCode::WarehouseBusy:
    case ErrorCode::WarehouseKeyRefused:
    case ErrorCode::WarehouseMissing:
    case ErrorCode::WarehouseMoved:
    case ErrorCode::WarehouseNotTrusted:
    case ErrorCode::WarehouseAnswerInvalid:
    case ErrorCode::NetworkIntercepted:
    case ErrorCode::ClockWrong:
    case ErrorCode::WarehouseNotConfigured:
    case ErrorCode::Internal:
        return Exit::Environment;
    default:
        return Exit::Partly;
    }
}

Exit worse(Exit a, Exit b)
{
    return std::max(a, b);
}

Output::Output(bool json, bool quiet)
    : m_json(json)
    , m_quiet(quiet)
    , m_terminal(standardErrorIsTerminal())
{
}

void Output::object(const QJsonObject& object) const
{
    if (m_json) {
        const QMutexLocker lock(&lineMutex());
        write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }
}

void Output::line(const QString& text) const
{
    if (!m_json) {
        const QMutexLocker lock(&lineMutex());
        write(stdout, text.toUtf8() + '\n');
    }
}

void Output::raw(const QByteArray& bytes) const
{
    const QMutexLocker lock(&lineMutex());
    write(stdout, bytes);
}

void Output::message(const QString& text) const
{
    if (!m_quiet) {
        trouble(text);
    }
}

void Output::trouble(const QString& text) const
{
    const QMutexLocker lock(&lineMutex());
    write(stderr, (m_terminal ? QByteArrayLiteral("\r\x1b[K") : QByteArray()) + text.toUtf8() + '\n');
}

void Output::error(const QString& subject, const Error& error, bool asObject) const
{
    const QString sentence = wording::sentence(error);
    if (asObject) {
        object(
            QJsonObject{{QStringLiteral("file"), subject},
                        {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), toString(error.code)},
                                                              {QStringLiteral("message"), sentence}}}});
    }
    trouble(subject.isEmpty() ? sentence : subject + QStringLiteral(": ") + sentence);
}

std::optional<Error> Output::lostResults() const
{
    const QMutexLocker lock(&lineMutex());
    return lostOutput() == 0 ? std::nullopt
                             : std::optional(Error{storageErrorFor(lostOutput()), QStringLiteral("stdout")});
}

void Output::progress(const QString& what, int done, int total) const
{
    if (m_quiet || !m_terminal || total <= 0) {
        return;
    }
    const int filled = barWidth * std::clamp(done, 0, total) / total;
    const QString bar = QString(filled, u'█') + QString(barWidth - filled, u'░');
    const QMutexLocker lock(&lineMutex());
    write(stderr, QStringLiteral("\r\x1b[K%1 %2 %3/%4").arg(what, bar).arg(done).arg(total).toUtf8());
    if (done >= total) {
        write(stderr, QByteArrayLiteral("\n"));
    }
}

} // namespace sohoa::cli
