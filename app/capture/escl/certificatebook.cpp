// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/certificatebook.h"

#include "base/durablefile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sohoa::capture {

namespace {

constexpr qint64 largestBook = 1024LL * 1024;

} // namespace

CertificateBook::CertificateBook(QString path)
    : m_path(std::move(path))
{
    if (m_path.isEmpty()) {
        return;
    }
    // A book that cannot be read is as good as empty: every device is new again, and that is said.
    const Result<QByteArray> bytes = readFile(m_path, largestBook);
    const QJsonObject entries = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry.value().isString()) {
            m_known.insert(entry.key(), entry.value().toString());
        }
    }
}

CertificateBook::Verdict CertificateBook::see(const QString& device, const QString& sha256)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known.constFind(device);
    if (found != m_known.constEnd()) {
        if (*found == sha256) {
            m_changed.remove(device);
            return Verdict::Same;
        }
        m_changed.insert(device);
        return Verdict::Changed;
    }
    const bool isMoved = m_known.values().contains(sha256);
    m_known.insert(device, sha256);
    static_cast<void>(save());
    return isMoved ? Verdict::Same : Verdict::New;
}

Status CertificateBook::forget(const QString& device)
{
    const std::lock_guard lock(m_mutex);
    m_known.remove(device);
    m_changed.remove(device);
    return save();
}

QMap<QString, QString> CertificateBook::known() const
{
    const std::lock_guard lock(m_mutex);
    return m_known;
}

QStringList CertificateBook::changed() const
{
    const std::lock_guard lock(m_mutex);
    QStringList devices(m_changed.begin(), m_changed.end());
    devices.sort();
    return devices;
}

Status CertificateBook::save() const
{
    if (m_path.isEmpty()) {
        return {};
    }
    QJsonObject entries;
    for (auto entry = m_known.begin(); entry != m_known.end(); ++entry) {
        entries.insert(entry.key(), entry.value());
    }
    return writeDurably(m_path, QJsonDocument(entries).toJson());
}

} // namespace sohoa::capture
