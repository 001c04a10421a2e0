// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/meaning.h"

#include "sync/s3/answers.h"

#include <QHash>
#include <QLocale>

namespace sohoa::sync::s3 {

namespace {

bool isRedirect(int status)
{
    return status >= 300 && status < 400 && status != 304;
}

bool isHtml(const HttpAnswer& answer)
{
    return answer.header("content-type").toLower().startsWith("text/html") || looksLikeHtml(answer.body);
}

/// Codes that say more than their status. "List of error codes", Amazon S3 API Reference; those of Ceph and
/// Swift as they were seen.
std::optional<ErrorCode> meaningOfCode(const QString& code)
{
    static const QHash<QString, ErrorCode> known = {
        {QStringLiteral("InvalidAccessKeyId"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("SignatureDoesNotMatch"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("UserSuspended"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("InvalidToken"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("ExpiredToken"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("InvalidSecurity"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("AccountProblem"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("NotSignedUp"), ErrorCode::WarehouseKeyRefused},
        {QStringLiteral("RequestTimeTooSkewed"), ErrorCode::ClockWrong},
        {QStringLiteral("AccessDenied"), ErrorCode::WarehouseRefused},
        {QStringLiteral("QuotaExceeded"), ErrorCode::WarehouseFull},
        {QStringLiteral("InsufficientStorage"), ErrorCode::WarehouseFull},
        {QStringLiteral("NoSuchBucket"), ErrorCode::WarehouseMissing},
        {QStringLiteral("InvalidBucketName"), ErrorCode::WarehouseMissing},
        {QStringLiteral("NoSuchKey"), ErrorCode::NotFound},
        {QStringLiteral("NoSuchUpload"), ErrorCode::NotFound},
        {QStringLiteral("PermanentRedirect"), ErrorCode::WarehouseMoved},
        {QStringLiteral("TemporaryRedirect"), ErrorCode::WarehouseMoved},
        {QStringLiteral("Redirect"), ErrorCode::WarehouseMoved},
        {QStringLiteral("AuthorizationHeaderMalformed"), ErrorCode::WarehouseMoved},
        {QStringLiteral("IllegalLocationConstraintException"), ErrorCode::WarehouseMoved},
        {QStringLiteral("BadDigest"), ErrorCode::WarehouseMismatch},
        {QStringLiteral("InvalidDigest"), ErrorCode::WarehouseMismatch},
        {QStringLiteral("XAmzContentSHA256Mismatch"), ErrorCode::WarehouseMismatch},
        {QStringLiteral("InvalidPart"), ErrorCode::WarehouseMismatch},
        {QStringLiteral("InvalidPartOrder"), ErrorCode::WarehouseMismatch},
        {QStringLiteral("EntityTooSmall"), ErrorCode::WarehouseMismatch},
        {QStringLiteral("IncompleteBody"), ErrorCode::WarehouseUnreachable},
        {QStringLiteral("RequestTimeout"), ErrorCode::WarehouseUnreachable},
        {QStringLiteral("SlowDown"), ErrorCode::WarehouseBusy},
        {QStringLiteral("ServiceUnavailable"), ErrorCode::WarehouseBusy},
        {QStringLiteral("InternalError"), ErrorCode::WarehouseBusy},
        {QStringLiteral("OperationAborted"), ErrorCode::WarehouseBusy},
    };
    const auto found = known.constFind(code);
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

ErrorCode meaningOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::WarehouseKeyRefused;
    case 403:
    case 405:
        return ErrorCode::WarehouseRefused;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 407:
    case 408:
        return ErrorCode::WarehouseUnreachable;
    case 409: // somebody writes the same at this moment
    case 429:
        return ErrorCode::WarehouseBusy;
    case 412:
        return ErrorCode::WarehouseConflict;
    case 501:
        return ErrorCode::Unsupported;
    case 507:
        return ErrorCode::WarehouseFull;
    case 511:
        return ErrorCode::NetworkIntercepted;
    default:
        break;
    }
    if (isRedirect(status)) {
        return ErrorCode::WarehouseMoved;
    }
    return status >= 500 ? ErrorCode::WarehouseBusy : ErrorCode::WarehouseAnswerInvalid;
}

} // namespace

QString codeIn(const HttpAnswer& answer)
{
    const std::optional<ErrorAnswer> error = errorIn(answer.body);
    return error ? error->code : QString();
}

QDateTime dateIn(const HttpAnswer& answer)
{
    // RFC 9110, 5.6.7: "Mon, 23 Nov 2026 00:06:30 GMT"
    QString text = QString::fromLatin1(answer.header("date")).trimmed();
    if (!text.endsWith(QLatin1String(" GMT"))) {
        return {};
    }
    text.chop(4);
    QDateTime time = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<Error> strangerIn(const HttpAnswer& answer)
{
    if (!answer.header("x-amz-request-id").isEmpty() || errorIn(answer.body)) {
        return {};
    }
    const auto as = [&answer](ErrorCode code, const char* what) {
        return Error{code, QStringLiteral("status %1, %2").arg(answer.status).arg(QLatin1String(what)), {}};
    };
    const int status = answer.status;
    // Checked before what the body looks like: proxies and load balancers write web pages too.
    if (status == 407) {
        return as(ErrorCode::WarehouseUnreachable, "the proxy wants a password");
    }
    if (status == 429 || status == 500 || status == 502 || status == 503 || status == 504) {
        return as(ErrorCode::WarehouseBusy, "from something before the warehouse");
    }
    if (status == 511 || isRedirect(status) || (isHtml(answer) && (status < 300 || status == 403))) {
        return as(ErrorCode::NetworkIntercepted, "a web page in place of the warehouse");
    }
    return as(ErrorCode::WarehouseAnswerInvalid, "without x-amz-request-id");
}

Error meaningOf(const HttpAnswer& answer)
{
    const QString code = codeIn(answer);
    const ErrorCode meaning = meaningOfCode(code).value_or(meaningOfStatus(answer.status));
    return {meaning,
            code.isEmpty() ? QStringLiteral("status %1").arg(answer.status)
                           : QStringLiteral("status %1, %2").arg(answer.status).arg(code),
            {}};
}

bool leavesInDoubt(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WarehouseUnreachable:
    case ErrorCode::WarehouseBusy:
    case ErrorCode::WarehouseAnswerInvalid:
    case ErrorCode::WarehouseConflict: // 412 on our own repeat
        return true;
    default:
        return false;
    }
}

} // namespace sohoa::sync::s3
