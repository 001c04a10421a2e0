// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QSslSocket;

namespace sohoa::test {

/// What goes wrong when a page is to be fetched.
enum class EsclFault
{
    Jam,          ///< 409 and the feeder says so; the sheet stays where it was
    QuietJam,     ///< 404, as if it were the end, and only the feeder says so
    DoubleFeed,   ///< 409 and the feeder says so
    CoverOpen,    ///< 409 and the feeder says so
    Hang,         ///< never answers
    CloseAtOnce,  ///< closes without an answer
    CloseHalfway, ///< closes within the page
    CutPicture,   ///< a page whole for HTTP, whose picture stops half way
    Html,         ///< a page of text with status 200
    Endless,      ///< a page that never ends
    Trickle,      ///< half a page, then nothing more, with the connection open
    Gone,         ///< 410, the job is cancelled at the panel
    Aborted,      ///< 500, the job is aborted
    Swallowed,    ///< the device counts the page as made and says "no more"
    EarlyNoMore,  ///< 404 once although the page comes with the next question
    Forbidden,    ///< 403
};

struct EsclScript
{
    QString model = QStringLiteral("Fake Scanner 3000");
    bool platen = true;
    bool feeder = true;
    bool duplex = true;
    bool hasStatus = true; ///< whether there is a ScannerStatus
    QStringList formats = {QStringLiteral("application/pdf"), QStringLiteral("image/jpeg")};
    QStringList modes = {QStringLiteral("BlackAndWhite1"), QStringLiteral("Grayscale8"),
                         QStringLiteral("RGB24")};
    std::vector<int> resolutions = {75, 200, 300, 600};
    QByteArray capabilities = {}; ///< instead of those made from the above
    int capabilitiesStatus = 200;
    QByteArray capabilitiesLocation = {}; ///< with a status that redirects

    std::vector<QByteArray> pages = {}; ///< sides in the feeder
    QByteArray platenPage = {};
    QByteArray contentType = "image/jpeg";
    bool chunked = false;
    bool withoutLength = false;     ///< the body ends with the connection
    int busyJobs = 0;               ///< so many times 503 before a job is taken
    int busyPages = 0;              ///< so many times 503 before each page
    int pagesPerJob = 0;            ///< 0: as many as there are
    bool noPaperIsConflict = false; ///< 409 instead of a job when the feeder is empty
    QByteArray jobHost = {};        ///< "http://other:1" before the path of a job; empty: its own address
    std::map<int, EsclFault> faults = {}; ///< by number of the page, from 1; each happens once
};

/// A scanner that speaks eSCL on 127.0.0.1, for tests; without hardware, and as faulty as wanted. Runs in a
/// thread of its own; every function may be called from any thread.
class FakeEsclServer
{
public:
    /// @param pem certificate and key for https; empty: http
    explicit FakeEsclServer(EsclScript script, QByteArray pem = {}, quint16 port = 0);
    ~FakeEsclServer();
    FakeEsclServer(const FakeEsclServer&) = delete;
    FakeEsclServer& operator=(const FakeEsclServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "http://127.0.0.1:port"
    [[nodiscard]] QString address() const;
    /// "escl+http://127.0.0.1:port/eSCL"
    [[nodiscard]] QString scannerId() const;

    /// The clerk opened the device, took the sheet out and closed it.
    void clearFault();
    /// Puts more sheets into the feeder.
    void load(const std::vector<QByteArray>& pages);

    /// "GET /eSCL/ScannerStatus" and so on, in order.
    [[nodiscard]] QStringList requests() const;
    [[nodiscard]] int count(const QString& request) const;
    [[nodiscard]] QByteArray lastJobDocument() const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    struct Job
    {
        int number = 0;
        bool feeder = false;
        int given = 0;
        int made = 0;
        QString state = QStringLiteral("Processing");
        int busyLeft = 0;
    };

    void handle(QSslSocket& socket);
    void answerJob(QSslSocket& socket, const QByteArray& body);
    void answerPage(QSslSocket& socket, int jobNumber);
    void givePage(QSslSocket& socket, Job& job, const QByteArray& page);
    void fail(QSslSocket& socket, Job& job, EsclFault fault, const QByteArray& page);
    void waitUntilClosed(QSslSocket& socket);
    [[nodiscard]] QByteArray capabilities() const;
    [[nodiscard]] QByteArray status() const;
    [[nodiscard]] bool hasPaper() const { return m_next < m_script.pages.size(); }

    mutable std::mutex m_mutex;
    EsclScript m_script;
    QByteArray m_pem;
    QStringList m_requests;
    QByteArray m_lastJob;
    std::vector<Job> m_jobs;
    std::size_t m_next = 0; ///< the page on top of the feeder
    QString m_adfFault;
    std::atomic<quint16> m_port = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_end = false;
    std::thread m_thread;
};

} // namespace sohoa::test
