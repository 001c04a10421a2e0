// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <mutex>

namespace sohoa::capture {

/// The certificates of scanners as they were first seen. Scanners sign their own, so nobody vouches for them;
/// what can be had is that it stays the same device. Any thread.
class CertificateBook
{
public:
    enum class Verdict
    {
        New,
        Same,
        Changed
    };

    /// @param path JSON file; empty: remembered only as long as this object
    explicit CertificateBook(QString path = {});
    CertificateBook(const CertificateBook&) = delete;
    CertificateBook& operator=(const CertificateBook&) = delete;

    /// Compares with what was seen before; a new one is remembered. A certificate known from another address
    /// is that same device, moved: only it has the key. When the book cannot be written the certificate is
    /// remembered until the program ends.
    /// @param device host and port
    /// @param sha256 of the certificate, in hex
    Verdict see(const QString& device, const QString& sha256);
    /// Trust anew on next use: the clerk says the device was replaced.
    [[nodiscard]] Status forget(const QString& device);
    /// Device to SHA-256 of its certificate.
    [[nodiscard]] QMap<QString, QString> known() const;
    /// Devices that came with another certificate since the program began, and were refused.
    [[nodiscard]] QStringList changed() const;

private:
    [[nodiscard]] Status save() const;

    QString m_path;
    mutable std::mutex m_mutex;
    QMap<QString, QString> m_known;
    QSet<QString> m_changed;
};

} // namespace sohoa::capture
