// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/warehouseaccess.h"

#include "base/durablefile.h"

namespace sohoa::workflow {

namespace {

constexpr qint64 largestAuthority = 1024LL * 1024;

} // namespace

Result<sync::S3Access> warehouseAccess()
{
    sync::S3Access access;
    access.accessKey = qEnvironmentVariable("SOHOA_S3_ACCESS_KEY");
    access.secretKey = qEnvironmentVariable("SOHOA_S3_SECRET_KEY");
    access.region = qEnvironmentVariable("SOHOA_S3_REGION", access.region);
    access.proxy = qEnvironmentVariable("SOHOA_S3_PROXY");
    const QString style = qEnvironmentVariable("SOHOA_S3_STYLE", QStringLiteral("path"));
    if (style != QLatin1String("path") && style != QLatin1String("virtual")) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("SOHOA_S3_STYLE is path or virtual"));
    }
    access.style =
        style == QLatin1String("path") ? sync::S3Access::Style::Path : sync::S3Access::Style::VirtualHost;
    const QString authority = qEnvironmentVariable("SOHOA_S3_CA");
    if (!authority.isEmpty()) {
        SOHOA_ASSIGN(access.caPem, readFile(authority, largestAuthority));
    }
    return access;
}

} // namespace sohoa::workflow
