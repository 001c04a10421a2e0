// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/warehouseaccess.h"

#include "base/durablefile.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/secretstore.h"
#include "workflow/workspace.h"

#include <optional>

namespace sohoa::workflow {

namespace {

constexpr qint64 largestAuthority = 1024LL * 1024;

const QString regionName = QStringLiteral("warehouse.region");
const QString styleName = QStringLiteral("warehouse.style");
const QString authorityName = QStringLiteral("warehouse.ca");
const QString proxyName = QStringLiteral("warehouse.proxy");
const QString untilName = QStringLiteral("warehouse.validUntil");
const QString keysName = QStringLiteral("warehouse.keys");

bool keysComeFromOutside()
{
    return qEnvironmentVariableIsSet("SOHOA_S3_ACCESS_KEY") &&
           qEnvironmentVariableIsSet("SOHOA_S3_SECRET_KEY");
}

/// What the environment says, over what is kept.
Result<sync::S3Access> withEnvironment(sync::S3Access access)
{
    access.accessKey = qEnvironmentVariable("SOHOA_S3_ACCESS_KEY", access.accessKey);
    access.secretKey = qEnvironmentVariable("SOHOA_S3_SECRET_KEY", access.secretKey);
    access.region = qEnvironmentVariable("SOHOA_S3_REGION", access.region);
    access.proxy = qEnvironmentVariable("SOHOA_S3_PROXY", access.proxy);
    if (qEnvironmentVariableIsSet("SOHOA_S3_STYLE")) {
        const QString style = qEnvironmentVariable("SOHOA_S3_STYLE");
        if (style != QLatin1String("path") && style != QLatin1String("virtual")) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("SOHOA_S3_STYLE is path or virtual"));
        }
        access.style =
            style == QLatin1String("path") ? sync::S3Access::Style::Path : sync::S3Access::Style::VirtualHost;
    }
    const QString authority = qEnvironmentVariable("SOHOA_S3_CA");
    if (!authority.isEmpty()) {
        SOHOA_ASSIGN(access.caPem, readFile(authority, largestAuthority));
    }
    return access;
}

/// Takes the keys from the key store; they stay empty when they are not there any more: the home was restored
/// on another computer.
Status takeKeys(const Workspace& workspace, const QString& name, sync::S3Access& access)
{
    SOHOA_ASSIGN(const storage::SecretStore secrets, workspace.secrets());
    SOHOA_ASSIGN(const std::optional<QByteArray> keys, secrets.read(name));
    const QList<QByteArray> parts = keys.value_or(QByteArray()).split('\n');
    if (parts.size() == 2) {
        access.accessKey = QString::fromLatin1(parts[0]);
        access.secretKey = QString::fromLatin1(parts[1]);
    }
    return {};
}

} // namespace

Result<sync::S3Access> warehouseAccess()
{
    return withEnvironment({});
}

Result<sync::S3Access> warehouseAccess(const Workspace& workspace)
{
    const storage::Journal& journal = workspace.journal();
    sync::S3Access access;
    SOHOA_ASSIGN(const QString name, keptKeysName(journal));
    if (name.isEmpty()) {
        return withEnvironment(std::move(access));
    }
    SOHOA_ASSIGN(access.region, journal.setting(regionName, access.region));
    SOHOA_ASSIGN(const QString style, journal.setting(styleName, QString()));
    access.style =
        style == QLatin1String("virtual") ? sync::S3Access::Style::VirtualHost : sync::S3Access::Style::Path;
    SOHOA_ASSIGN(const QString authority, journal.setting(authorityName, QString()));
    access.caPem = authority.toUtf8();
    SOHOA_ASSIGN(access.proxy, journal.setting(proxyName, QString()));
    if (!keysComeFromOutside()) {
        SOHOA_TRY(takeKeys(workspace, name, access));
    }
    return withEnvironment(std::move(access));
}

Result<QDate> keysValidUntil(const Workspace& workspace)
{
    SOHOA_ASSIGN(const QString until, workspace.journal().setting(untilName, QString()));
    return QDate::fromString(until, Qt::ISODate);
}

Result<QString> keptKeysName(const storage::Journal& journal)
{
    return journal.setting(keysName, QString());
}

Status keepAccess(storage::JournalWriter& writer, const dossier::Enrolment& enrolment, const QString& name)
{
    SOHOA_TRY(writer.setSetting(regionName, enrolment.region));
    SOHOA_TRY(writer.setSetting(styleName, enrolment.isVirtualHost ? QStringLiteral("virtual")
                                                                   : QStringLiteral("path")));
    SOHOA_TRY(writer.setSetting(authorityName, QString::fromUtf8(enrolment.caPem)));
    SOHOA_TRY(writer.setSetting(proxyName, enrolment.proxy));
    SOHOA_TRY(writer.setSetting(untilName, enrolment.validUntil.toString(Qt::ISODate)));
    return writer.setSetting(keysName, name);
}

QByteArray keysAsBytes(const dossier::Enrolment& enrolment)
{
    return enrolment.accessKey.toLatin1() + '\n' + enrolment.secretKey.toLatin1();
}

} // namespace sohoa::workflow
