// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/rgwserver.h"

#include "support/testsupport.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

namespace sohoa::test {

using namespace sync;

std::optional<RgwServer> RgwServer::find()
{
    RgwServer server;
    server.m_folder = qEnvironmentVariable("SOHOA_RGW");
    return !server.m_folder.isEmpty() && server.read() ? std::optional(server) : std::nullopt;
}

bool RgwServer::read()
{
    QFile file(m_folder + QStringLiteral("/endpoint"));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        m_values[line.section(u'=', 0, 0)] = line.section(u'=', 1);
    }
    return m_values.count(QStringLiteral("GATEWAY_PID")) != 0;
}

QString RgwServer::url(const QString& bucket, bool encrypted) const
{
    return encrypted
               ? QStringLiteral("s3+https://localhost:%1/%2")
                     .arg(m_values.at(QStringLiteral("SECURE_PORT")), bucket)
               : QStringLiteral("s3+http://127.0.0.1:%1/%2").arg(m_values.at(QStringLiteral("PORT")), bucket);
}

S3Access RgwServer::access() const
{
    S3Access access;
    access.accessKey = m_values.at(QStringLiteral("ACCESS_KEY"));
    access.secretKey = m_values.at(QStringLiteral("SECRET_KEY"));
    QFile authority(m_values.at(QStringLiteral("CA")));
    if (authority.open(QIODevice::ReadOnly)) {
        access.caPem = authority.readAll();
    }
    return access;
}

S3Access RgwServer::workstationAccess() const
{
    S3Access access = this->access();
    access.accessKey = m_values.at(QStringLiteral("WORKSTATION_ACCESS_KEY"));
    access.secretKey = m_values.at(QStringLiteral("WORKSTATION_SECRET_KEY"));
    return access;
}

Result<s3::HttpAnswer> RgwServer::ask(const QString& bucket, const s3::Ask& ask) const
{
    WarehouseAddress address = *parseWarehouseUrl(url(QStringLiteral("any")));
    address.bucket = bucket;
    s3::Bucket asked(address, access());
    return asked.demand(ask, {});
}

QString RgwServer::makeBucket(const QString& begin, const s3::Fields& headers) const
{
    const QString bucket = begin + u'-' + QString::number(QRandomGenerator::global()->generate(), 16);
    s3::Ask make;
    make.method = "PUT";
    make.headers = headers;
    const auto made = ask(bucket, make);
    if (!made) {
        qFatal("no bucket: %s", why(made).constData());
    }
    return bucket;
}

int RgwServer::port() const
{
    return m_values.at(QStringLiteral("PORT")).toInt();
}

void RgwServer::freezeGateway(bool freeze) const
{
    ::kill(m_values.at(QStringLiteral("GATEWAY_PID")).toInt(), freeze ? SIGSTOP : SIGCONT);
}

void RgwServer::killGateway() const
{
    ::kill(m_values.at(QStringLiteral("GATEWAY_PID")).toInt(), SIGKILL);
}

bool RgwServer::startAgain()
{
    QProcess script;
    script.start(sourcePath(QStringLiteral("tests/warehouse/start-rgw")), {m_folder});
    return script.waitForFinished(120'000) && script.exitStatus() == QProcess::NormalExit &&
           script.exitCode() == 0 && read();
}

} // namespace sohoa::test
