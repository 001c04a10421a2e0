// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/enrolment.h"

#include "dossier/codes.h"
#include "sync/warehouse.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>

#include <algorithm>
#include <optional>

namespace sohoa::sync {

using dossier::Enrolment;
using dossier::EnrolmentFault;

namespace {

constexpr int version = 1;
constexpr int mostWorkstations = 99; // as the settings have it
constexpr qsizetype mostLetters = 400;
constexpr qsizetype largestAuthority = 48 * 1024;

QString formatName()
{
    return QStringLiteral("sohoa-enrolment");
}

/// A word of printable ASCII, as keys and names of regions are.
bool isWord(const QString& text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

bool isProxy(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    return text.isEmpty() || text == QLatin1String("none") ||
           (isWord(text, 3, mostLetters) && colon > 0 && text.mid(colon + 1).toUShort() > 0);
}

/// Certificates, and nothing else: who puts a private key in would hand it to every workstation.
bool isAuthority(const QByteArray& pem)
{
    if (pem.isEmpty()) {
        return true;
    }
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem);
    return pem.size() <= largestAuthority && !pem.contains("PRIVATE KEY") && !certificates.isEmpty() &&
           std::none_of(certificates.begin(), certificates.end(),
                        [](const QSslCertificate& certificate) { return certificate.isNull(); });
}

/// Reads members, and knows afterwards whether all of them had their form.
class Members
{
public:
    explicit Members(const QJsonObject& object)
        : m_object(object)
    {
    }

    QString text(const char* name, const std::optional<QString>& otherwise = {})
    {
        const QJsonValue value = take(name);
        if (value.isUndefined() && otherwise) {
            return *otherwise;
        }
        m_hold = m_hold && value.isString() && !value.toString().contains(QChar(0));
        return value.toString();
    }
    int number(const char* name)
    {
        const QJsonValue value = take(name);
        m_hold = m_hold && value.isDouble() && value.toDouble() == value.toInt(-1);
        return value.toInt();
    }
    [[nodiscard]] bool hold() const { return m_hold; }
    [[nodiscard]] bool allTaken() const { return m_taken == m_object.size(); }

private:
    QJsonValue take(const char* name)
    {
        QJsonValue value = m_object.value(QLatin1String(name));
        m_taken += value.isUndefined() ? 0 : 1;
        return value;
    }
    const QJsonObject& m_object;
    qsizetype m_taken = 0;
    bool m_hold = true;
};

std::optional<EnrolmentFault> faultOf(const Enrolment& enrolment, QDate today)
{
    const auto address = parseWarehouseUrl(enrolment.warehouse);
    if (!address || address->kind != WarehouseAddress::Kind::S3 || enrolment.warehouse.size() > mostLetters ||
        !isWord(enrolment.region, 1, 64)) {
        return EnrolmentFault::Warehouse;
    }
    if (!isWord(enrolment.accessKey, 3, 128) || !isWord(enrolment.secretKey, 8, 256)) {
        return EnrolmentFault::Keys;
    }
    if (!isAuthority(enrolment.caPem)) {
        return EnrolmentFault::Authority;
    }
    if (!isProxy(enrolment.proxy)) {
        return EnrolmentFault::Proxy;
    }
    if (!dossier::isUnitCode(enrolment.unit) || enrolment.unitName.isEmpty() ||
        enrolment.unitName.size() > mostLetters) {
        return EnrolmentFault::Unit;
    }
    if (enrolment.workstation < 1 || enrolment.workstation > enrolment.workstations ||
        enrolment.workstations > mostWorkstations) {
        return EnrolmentFault::Workstation;
    }
    if (enrolment.validUntil.isValid() && enrolment.validUntil < today) {
        return EnrolmentFault::Expired;
    }
    return {};
}

tl::unexpected<EnrolmentFault> fault(EnrolmentFault what)
{
    return tl::unexpected<EnrolmentFault>(what);
}

} // namespace

tl::expected<Enrolment, EnrolmentFault> parseEnrolment(QByteArrayView json, QDate today)
{
    if (json.size() > largestEnrolment) {
        return fault(EnrolmentFault::TooLarge);
    }
    // Editors of Windows put a byte order mark in front.
    const QByteArrayView text = json.startsWith("\xEF\xBB\xBF") ? json.sliced(3) : json;
    const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray());
    if (document.isNull()) {
        return fault(EnrolmentFault::Unreadable);
    }
    const QJsonObject object = document.object();
    Members members(object);
    if (members.text("format") != formatName()) {
        return fault(EnrolmentFault::Other);
    }
    const int given = members.number("version");
    if (!members.hold() || given != version) {
        return fault(given > version ? EnrolmentFault::Newer : EnrolmentFault::Incomplete);
    }
    Enrolment enrolment;
    enrolment.warehouse = members.text("warehouse").trimmed();
    enrolment.region = members.text("region", S3Access().region);
    const QString style = members.text("style", QStringLiteral("path"));
    enrolment.isVirtualHost = style == QLatin1String("virtual");
    enrolment.accessKey = members.text("accessKey");
    enrolment.secretKey = members.text("secretKey");
    enrolment.caPem = members.text("ca", QString()).toUtf8();
    enrolment.proxy = members.text("proxy", QString());
    enrolment.unit = members.text("unit");
    enrolment.unitName = members.text("unitName").simplified().normalized(QString::NormalizationForm_C);
    enrolment.workstation = members.number("workstation");
    enrolment.workstations = members.number("workstations");
    const QString until = members.text("validUntil", QString());
    enrolment.validUntil = QDate::fromString(until, Qt::ISODate);
    const bool isStyle = enrolment.isVirtualHost || style == QLatin1String("path");
    if (!members.hold() || !isStyle ||
        (!until.isEmpty() && enrolment.validUntil.toString(Qt::ISODate) != until)) {
        return fault(EnrolmentFault::Incomplete);
    }
    if (!members.allTaken()) {
        return fault(EnrolmentFault::Unknown);
    }
    if (const std::optional<EnrolmentFault> what = faultOf(enrolment, today)) {
        return fault(*what);
    }
    return enrolment;
}

QByteArray toBytes(const Enrolment& enrolment)
{
    QJsonObject object{{QStringLiteral("format"), formatName()},
                       {QStringLiteral("version"), version},
                       {QStringLiteral("warehouse"), enrolment.warehouse},
                       {QStringLiteral("region"), enrolment.region},
                       {QStringLiteral("style"),
                        enrolment.isVirtualHost ? QStringLiteral("virtual") : QStringLiteral("path")},
                       {QStringLiteral("accessKey"), enrolment.accessKey},
                       {QStringLiteral("secretKey"), enrolment.secretKey},
                       {QStringLiteral("unit"), enrolment.unit},
                       {QStringLiteral("unitName"), enrolment.unitName},
                       {QStringLiteral("workstation"), enrolment.workstation},
                       {QStringLiteral("workstations"), enrolment.workstations}};
    if (!enrolment.caPem.isEmpty()) {
        object[QStringLiteral("ca")] = QString::fromUtf8(enrolment.caPem);
    }
    if (!enrolment.proxy.isEmpty()) {
        object[QStringLiteral("proxy")] = enrolment.proxy;
    }
    if (enrolment.validUntil.isValid()) {
        object[QStringLiteral("validUntil")] = enrolment.validUntil.toString(Qt::ISODate);
    }
    return QJsonDocument(object).toJson();
}

S3Access accessOf(const Enrolment& enrolment)
{
    S3Access access;
    access.accessKey = enrolment.accessKey;
    access.secretKey = enrolment.secretKey;
    access.region = enrolment.region;
    access.style = enrolment.isVirtualHost ? S3Access::Style::VirtualHost : S3Access::Style::Path;
    access.caPem = enrolment.caPem;
    access.proxy = enrolment.proxy;
    return access;
}

} // namespace sohoa::sync
