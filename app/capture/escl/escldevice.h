// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/escl/esclscanner.h"
#include "capture/escl/esclxml.h"
#include "capture/escl/httpclient.h"
#include "capture/pagebuffer.h"

namespace sohoa::capture::escl {

/// Waits; false at once when `stop` comes.
bool pauseFor(std::chrono::milliseconds time, const StopToken& stop);

/// One device and its resources: what each answer means. One thread.
class Device
{
public:
    /// @param base scheme, host, port and path of the resources ("http://host/eSCL")
    Device(const QUrl& base, CertificateBook& book, EsclScanner::Patience patience);

    [[nodiscard]] Result<Capabilities> capabilities(const StopToken& stop);
    [[nodiscard]] Result<ScannerStatus> status(const StopToken& stop);
    /// Begins a job; while the device is busy it is asked again, up to the patience for it.
    /// @return the path of the job
    [[nodiscard]] Result<QByteArray> beginJob(const QByteArray& document, const StopToken& stop);
    enum class Next
    {
        Page,      ///< in the buffer, whole
        CutPage,   ///< in the buffer, the connection broke within it
        NoMore,    ///< 404
        NotReady,  ///< 503
        JobEnded,  ///< 409, 410
        WentWrong, ///< any other answer
    };
    /// Asks for the next page of a job, once: a second question could lose a page.
    [[nodiscard]] Result<Next> nextPage(const QByteArray& job, PageBuffer& buffer, const StopToken& stop);
    /// Ends a job. Whether the device hears it or not changes nothing for us.
    void endJob(const QByteArray& job);

    [[nodiscard]] LinkTrust trust() const { return m_client.trust(); }
    /// What the device said to be wrong last, for the log.
    [[nodiscard]] QString lastAnswer() const { return m_lastAnswer; }

private:
    [[nodiscard]] Result<HttpAnswer> get(const QByteArray& path, const StopToken& stop);
    [[nodiscard]] Result<QByteArray> document(const QByteArray& name, const StopToken& stop);
    [[nodiscard]] Result<QByteArray> redirected(const HttpAnswer& answer);

    HttpClient m_client;
    CertificateBook& m_book;
    QByteArray m_root;
    EsclScanner::Patience m_patience;
    QString m_lastAnswer;
};

} // namespace sohoa::capture::escl
