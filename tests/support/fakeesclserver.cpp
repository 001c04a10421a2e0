// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/fakeesclserver.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <future>

namespace sohoa::test {

namespace {

constexpr int moment = 20;      // ms
constexpr int patience = 10000; // ms, for the other side to send what it began

/// Gives TLS sockets, whether they will speak TLS or not.
class Listener final : public QTcpServer
{
public:
    void incomingConnection(qintptr handle) override
    {
        auto* socket = new QSslSocket(this);
        socket->setProxy(QNetworkProxy::NoProxy);
        socket->setSocketDescriptor(handle);
        addPendingConnection(socket);
    }
};

QByteArray reason(int status)
{
    return status < 300 ? "OK" : "Told to";
}

void send(QSslSocket& socket, const QByteArray& bytes)
{
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patience)) {
    }
}

void reply(QSslSocket& socket, int status, const QByteArray& type = {}, const QByteArray& body = {},
           const QByteArray& headers = {})
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n" + headers;
    if (!type.isEmpty()) {
        bytes += "Content-Type: " + type + "\r\n";
    }
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    send(socket, bytes);
}

QByteArray element(const QByteArray& name, const QByteArray& content)
{
    return '<' + name + '>' + content + "</" + name + ">\n";
}

QByteArray inputCapabilities(const EsclScript& script, int width, int height)
{
    QByteArray modes;
    for (const QString& mode : script.modes) {
        modes += element("scan:ColorMode", mode.toLatin1());
    }
    QByteArray formats;
    for (const QString& format : script.formats) {
        formats += element("pwg:DocumentFormat", format.toLatin1()) +
                   element("scan:DocumentFormatExt", format.toLatin1());
    }
    QByteArray resolutions;
    for (const int dpi : script.resolutions) {
        resolutions +=
            element("scan:DiscreteResolution", element("scan:XResolution", QByteArray::number(dpi)) +
                                                   element("scan:YResolution", QByteArray::number(dpi)));
    }
    return element("scan:MinWidth", "16") + element("scan:MaxWidth", QByteArray::number(width)) +
           element("scan:MinHeight", "16") + element("scan:MaxHeight", QByteArray::number(height)) +
           element("scan:MaxScanRegions", "1") +
           element("scan:SettingProfiles",
                   element("scan:SettingProfile",
                           element("scan:ColorModes", modes) + element("scan:DocumentFormats", formats) +
                               element("scan:SupportedResolutions",
                                       element("scan:DiscreteResolutions", resolutions)))) +
           element("scan:SupportedIntents", element("scan:Intent", "Document"));
}

QByteArray inNamespaces(const QByteArray& name, const QByteArray& content)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scan:" + name +
           " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\""
           " xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\">\n" +
           content + "</scan:" + name + ">\n";
}

} // namespace

FakeEsclServer::FakeEsclServer(EsclScript script, QByteArray pem, quint16 port)
    : m_script(std::move(script))
    , m_pem(std::move(pem))
    , m_port(port)
{
    std::promise<void> listening;
    m_thread = std::thread([this, &listening] {
        Listener listener;
        listener.setProxy(QNetworkProxy::NoProxy);
        if (!listener.listen(QHostAddress(QHostAddress::LocalHost), m_port)) {
            qFatal("the fake scanner cannot listen");
        }
        m_port = listener.serverPort();
        listening.set_value();
        while (!m_end) {
            if (!listener.waitForNewConnection(moment)) {
                continue;
            }
            const std::unique_ptr<QTcpSocket> socket(listener.nextPendingConnection());
            ++m_connections;
            auto& secure = *static_cast<QSslSocket*>(socket.get());
            if (!m_pem.isEmpty()) {
                QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
                configuration.setLocalCertificate(QSslCertificate(m_pem));
                configuration.setPrivateKey(QSslKey(m_pem, QSsl::Ec));
                configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
                secure.setSslConfiguration(configuration);
                secure.startServerEncryption();
                if (!secure.waitForEncrypted(patience)) {
                    continue;
                }
            }
            handle(secure);
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState) {
                socket->waitForDisconnected(patience);
            }
        }
    });
    listening.get_future().wait();
}

FakeEsclServer::~FakeEsclServer()
{
    m_end = true;
    m_thread.join();
}

QString FakeEsclServer::address() const
{
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_pem.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"))
        .arg(port());
}

QString FakeEsclServer::scannerId() const
{
    return QStringLiteral("escl+") + address() + QStringLiteral("/eSCL");
}

void FakeEsclServer::clearFault()
{
    const std::lock_guard lock(m_mutex);
    m_adfFault.clear();
}

void FakeEsclServer::load(const std::vector<QByteArray>& pages)
{
    const std::lock_guard lock(m_mutex);
    m_script.pages.insert(m_script.pages.end(), pages.begin(), pages.end());
}

QStringList FakeEsclServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int FakeEsclServer::count(const QString& request) const
{
    int count = 0;
    for (const QString& made : requests()) {
        count += made.startsWith(request) ? 1 : 0;
    }
    return count;
}

QByteArray FakeEsclServer::lastJobDocument() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastJob;
}

QByteArray FakeEsclServer::capabilities() const
{
    if (!m_script.capabilities.isEmpty()) {
        return m_script.capabilities;
    }
    QByteArray content = element("pwg:Version", "2.63") +
                         element("pwg:MakeAndModel", m_script.model.toUtf8()) +
                         element("pwg:SerialNumber", "FAKE0001") +
                         element("scan:UUID", "12345678-0000-4000-8000-00000000fake");
    if (m_script.platen) {
        content +=
            element("scan:Platen", element("scan:PlatenInputCaps", inputCapabilities(m_script, 2550, 3508)));
    }
    if (m_script.feeder || m_script.duplex) {
        QByteArray adf;
        if (m_script.feeder) {
            adf += element("scan:AdfSimplexInputCaps", inputCapabilities(m_script, 2550, 4200));
        }
        if (m_script.duplex) {
            adf += element("scan:AdfDuplexInputCaps", inputCapabilities(m_script, 2550, 4200));
        }
        adf += element("scan:FeederCapacity", "80");
        adf += element("scan:AdfOptions", element("scan:AdfOption", "DetectPaperLoaded") +
                                              (m_script.duplex ? element("scan:AdfOption", "Duplex") : ""));
        content += element("scan:Adf", adf);
    }
    return inNamespaces("ScannerCapabilities", content);
}

QByteArray FakeEsclServer::status() const
{
    QByteArray jobs;
    for (const Job& job : m_jobs) {
        jobs +=
            element("scan:JobInfo",
                    element("pwg:JobUri", "/eSCL/ScanJobs/" + QByteArray::number(job.number)) +
                        element("pwg:JobUuid", QByteArray::number(job.number)) + element("scan:Age", "1") +
                        element("pwg:ImagesCompleted", QByteArray::number(job.made)) +
                        element("pwg:ImagesToTransfer", QByteArray::number(job.made - job.given)) +
                        element("pwg:JobState", job.state.toLatin1()) +
                        element("pwg:JobStateReasons", element("pwg:JobStateReason", "JobScanning")));
    }
    const bool isBusy = !m_jobs.empty() && m_jobs.back().state == QLatin1String("Processing");
    QByteArray content =
        element("pwg:Version", "2.63") + element("pwg:State", isBusy ? "Processing" : "Idle");
    if (m_script.feeder || m_script.duplex) {
        content += element("scan:AdfState", !m_adfFault.isEmpty() ? m_adfFault.toLatin1()
                                            : hasPaper()          ? QByteArray("ScannerAdfLoaded")
                                                                  : QByteArray("ScannerAdfEmpty"));
    }
    return inNamespaces("ScannerStatus", content + element("scan:Jobs", jobs));
}

void FakeEsclServer::handle(QSslSocket& socket)
{
    QByteArray bytes;
    qsizetype end = -1;
    while ((end = bytes.indexOf("\r\n\r\n")) < 0) {
        if (bytes.size() > 65536 || (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patience))) {
            return;
        }
        bytes += socket.readAll();
    }
    qsizetype length = 0;
    for (const QByteArray& line : bytes.left(end).split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            length = line.mid(15).trimmed().toLongLong();
        }
    }
    QByteArray body = bytes.mid(end + 4);
    while (body.size() < length) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patience)) {
            return;
        }
        body += socket.readAll();
    }
    const QByteArrayList words = bytes.left(bytes.indexOf("\r\n")).split(' ');
    const QByteArray method = words.value(0);
    const QByteArray path = words.value(1);
    std::unique_lock lock(m_mutex);
    m_requests += QString::fromLatin1(method + ' ' + path);
    if (path == "/eSCL/ScannerCapabilities") {
        reply(socket, m_script.capabilitiesStatus, "text/xml", capabilities(),
              m_script.capabilitiesLocation.isEmpty()
                  ? QByteArray()
                  : "Location: " + m_script.capabilitiesLocation + "\r\n");
    } else if (path == "/eSCL/ScannerStatus" && m_script.hasStatus) {
        reply(socket, 200, "text/xml", status());
    } else if (method == "POST" && path == "/eSCL/ScanJobs") {
        answerJob(socket, body);
    } else if (path.startsWith("/eSCL/ScanJobs/")) {
        const int number = path.mid(15).split('/').value(0).toInt();
        if (number < 1 || number > static_cast<int>(m_jobs.size())) {
            reply(socket, 404);
        } else if (method == "DELETE") {
            m_jobs[static_cast<std::size_t>(number) - 1].state = QStringLiteral("Canceled");
            reply(socket, 200);
        } else if (path.endsWith("/NextDocument")) {
            lock.unlock();
            answerPage(socket, number);
        } else {
            reply(socket, 404);
        }
    } else {
        reply(socket, 404);
    }
}

void FakeEsclServer::answerJob(QSslSocket& socket, const QByteArray& body)
{
    if (m_script.busyJobs > 0) {
        --m_script.busyJobs;
        reply(socket, 503, {}, {}, "Retry-After: 0\r\n");
        return;
    }
    const bool isFeeder = body.contains(">Feeder<");
    if (isFeeder && m_script.noPaperIsConflict && !hasPaper()) {
        reply(socket, 409);
        return;
    }
    m_lastJob = body;
    Job job;
    job.number = static_cast<int>(m_jobs.size()) + 1;
    job.feeder = isFeeder;
    job.busyLeft = m_script.busyPages;
    m_jobs.push_back(job);
    const QByteArray host = m_script.jobHost.isEmpty() ? address().toLatin1() : m_script.jobHost;
    reply(socket, 201, {}, {},
          "Location: " + host + "/eSCL/ScanJobs/" + QByteArray::number(job.number) + "\r\n");
}

void FakeEsclServer::answerPage(QSslSocket& socket, int jobNumber)
{
    std::unique_lock lock(m_mutex);
    Job& job = m_jobs[static_cast<std::size_t>(jobNumber) - 1];
    if (job.state != QLatin1String("Processing")) {
        reply(socket, 404);
        return;
    }
    if (job.busyLeft > 0) {
        --job.busyLeft;
        reply(socket, 503);
        return;
    }
    job.busyLeft = m_script.busyPages;
    const bool isLast = job.feeder
                            ? !hasPaper() || (m_script.pagesPerJob > 0 && job.given >= m_script.pagesPerJob)
                            : job.given > 0;
    const int number = static_cast<int>(m_next) + 1;
    const auto fault = m_script.faults.find(job.feeder ? number : 1);
    if (!isLast && fault != m_script.faults.end()) {
        const EsclFault what = fault->second;
        m_script.faults.erase(fault);
        const QByteArray page = job.feeder ? m_script.pages[m_next] : m_script.platenPage;
        lock.unlock();
        fail(socket, job, what, page);
        return;
    }
    if (isLast) {
        job.state = QStringLiteral("Completed");
        reply(socket, 404);
        return;
    }
    const QByteArray page = job.feeder ? m_script.pages[m_next++] : m_script.platenPage;
    ++job.given;
    ++job.made;
    lock.unlock();
    givePage(socket, job, page);
}

void FakeEsclServer::givePage(QSslSocket& socket, Job& /*job*/, const QByteArray& page)
{
    if (m_script.chunked) {
        send(socket, "HTTP/1.1 200 OK\r\nContent-Type: " + m_script.contentType +
                         "\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (qsizetype at = 0; at < page.size(); at += 5000) {
            const QByteArray piece = page.mid(at, 5000);
            send(socket, QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        }
        send(socket, "0\r\n\r\n");
    } else if (m_script.withoutLength) {
        send(socket, "HTTP/1.0 200 OK\r\nContent-Type: " + m_script.contentType + "\r\n\r\n" + page);
    } else {
        reply(socket, 200, m_script.contentType, page);
    }
}

void FakeEsclServer::waitUntilClosed(QSslSocket& socket)
{
    while (!m_end && socket.state() == QAbstractSocket::ConnectedState) {
        socket.waitForReadyRead(moment);
        socket.readAll();
    }
}

void FakeEsclServer::fail(QSslSocket& socket, Job& job, EsclFault fault, const QByteArray& page)
{
    const auto feederSays = [&](const char* state) {
        const std::lock_guard lock(m_mutex);
        m_adfFault = QString::fromLatin1(state);
        job.state = QStringLiteral("Aborted");
    };
    const auto consume = [&](const char* state) {
        const std::lock_guard lock(m_mutex);
        m_next += job.feeder ? 1 : 0;
        ++job.made;
        ++job.given;
        job.state = QString::fromLatin1(state);
    };
    const QByteArray promise = "HTTP/1.1 200 OK\r\nContent-Type: " + m_script.contentType +
                               "\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n\r\n";
    switch (fault) {
    case EsclFault::Jam:
        feederSays("ScannerAdfJam");
        reply(socket, 409);
        break;
    case EsclFault::QuietJam:
        feederSays("ScannerAdfJam");
        reply(socket, 404);
        break;
    case EsclFault::DoubleFeed:
        feederSays("ScannerAdfMultipickDetected");
        reply(socket, 409);
        break;
    case EsclFault::CoverOpen:
        feederSays("ScannerAdfHatchOpen");
        reply(socket, 409);
        break;
    case EsclFault::Hang:
        waitUntilClosed(socket);
        break;
    case EsclFault::CloseAtOnce:
        socket.abort();
        break;
    case EsclFault::CloseHalfway:
        consume("Aborted");
        send(socket, promise + page.left(page.size() / 2));
        break;
    case EsclFault::CutPicture:
        consume("Processing");
        reply(socket, 200, m_script.contentType, page.left(page.size() / 2));
        break;
    case EsclFault::Html:
        consume("Processing");
        reply(socket, 200, "text/html", "<html>Please insert coin</html>");
        break;
    case EsclFault::Endless:
        send(socket, "HTTP/1.1 200 OK\r\n\r\n" + page);
        while (!m_end && socket.state() == QAbstractSocket::ConnectedState) {
            send(socket, QByteArray(1024 * 1024, 'x'));
        }
        break;
    case EsclFault::Trickle:
        consume("Processing");
        send(socket, promise + page.left(page.size() / 2));
        waitUntilClosed(socket);
        break;
    case EsclFault::Gone: {
        const std::lock_guard lock(m_mutex);
        job.state = QStringLiteral("Canceled");
    }
        reply(socket, 410);
        break;
    case EsclFault::Aborted: {
        const std::lock_guard lock(m_mutex);
        job.state = QStringLiteral("Aborted");
    }
        reply(socket, 500);
        break;
    case EsclFault::Swallowed: {
        const std::lock_guard lock(m_mutex);
        ++m_next;
        ++job.made;
        job.state = QStringLiteral("Completed");
    }
        reply(socket, 404);
        break;
    case EsclFault::EarlyNoMore:
        reply(socket, 404);
        break;
    case EsclFault::Forbidden:
        reply(socket, 403);
        break;
    }
}

} // namespace sohoa::test
