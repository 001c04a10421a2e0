// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/processscanner.h"

#include "capture/protocol.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

namespace sohoa::capture {

namespace {

using namespace std::chrono_literals;
constexpr auto glance = 100ms; // how often the wish to stop is looked at

/// One run of the helper, ended at the latest when this goes.
class Helper
{
public:
    explicit Helper(ProcessScanner::Patience patience)
        : m_patience(patience)
    {
    }
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;

    ~Helper()
    {
        if (m_process.state() == QProcess::NotRunning) {
            return;
        }
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(static_cast<int>(std::chrono::milliseconds(2s).count()))) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    Status start(const QString& program, const QStringList& environment, const QJsonObject& request)
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const QString& variable : environment) {
            variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        }
        m_process.setProcessEnvironment(variables);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program, {});
        if (!m_process.waitForStarted()) {
            return failure(ErrorCode::ScannerFailed,
                           QStringLiteral("the scan helper did not start: %1").arg(m_process.errorString()));
        }
        say(request);
        return {};
    }

    void say(const QJsonObject& line)
    {
        m_process.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        m_process.waitForBytesWritten(static_cast<int>(std::chrono::milliseconds(5s).count()));
    }

    void say(const QString& word) { say(QJsonObject{{QStringLiteral("do"), word}}); }

    /// The next frame that says something. ScannerLost when the helper dies or falls silent; once `stop` is
    /// asked for it is passed on, and the helper gets little time to come to its end.
    Result<protocol::Frame> next(const StopToken& stop)
    {
        QElapsedTimer silence;
        silence.start();
        while (true) {
            SOHOA_ASSIGN(const std::optional<protocol::Frame> frame, m_reader.next());
            if (frame) {
                if (protocol::kindOf(*frame) != QLatin1String("alive")) {
                    return *frame;
                }
                silence.restart();
                continue;
            }
            if (stop.stop_requested() && !m_stopSent) {
                m_stopSent = true;
                m_sinceStop.start();
                say(QStringLiteral("stop"));
            }
            if (silence.hasExpired(m_patience.silence.count()) ||
                (m_stopSent && m_sinceStop.hasExpired(m_patience.afterStop.count()))) {
                m_process.kill();
                return failure(ErrorCode::ScannerLost,
                               QStringLiteral("the scanner's driver does not answer"));
            }
            m_process.waitForReadyRead(static_cast<int>(glance.count()));
            const QByteArray piece = m_process.readAllStandardOutput();
            if (!piece.isEmpty()) {
                m_reader.append(piece);
                silence.restart();
            } else if (m_process.state() == QProcess::NotRunning) {
                return failure(
                    ErrorCode::ScannerLost,
                    QStringLiteral("the scanner's driver ended with status %1").arg(m_process.exitCode()));
            }
        }
    }

    [[nodiscard]] bool wasStopped() const { return m_stopSent; }

private:
    ProcessScanner::Patience m_patience;
    QProcess m_process;
    protocol::FrameReader m_reader;
    QElapsedTimer m_sinceStop;
    bool m_stopSent = false;
};

QString helperBesideUs()
{
    QString path = QCoreApplication::applicationDirPath() + QStringLiteral("/sohoa-scan-helper");
#ifdef Q_OS_WIN
    path += QStringLiteral(".exe");
#endif
    return path;
}

} // namespace

ProcessScanner::ProcessScanner()
    : ProcessScanner(helperBesideUs(), Patience())
{
}

ProcessScanner::ProcessScanner(QString helper, Patience patience, QStringList environment)
    : m_helper(std::move(helper))
    , m_patience(patience)
    , m_environment(std::move(environment))
{
}

Result<std::vector<ScannerInfo>> ProcessScanner::list(const StopToken& stop)
{
    Helper helper(m_patience);
    SOHOA_TRY(helper.start(m_helper, m_environment, protocol::listRequest()));
    std::vector<ScannerInfo> scanners;
    while (true) {
        const Result<protocol::Frame> frame = helper.next(stop);
        if (helper.wasStopped()) {
            return failure(ErrorCode::Cancelled, QStringLiteral("looking for scanners"));
        }
        if (!frame) {
            return failure(frame.error());
        }
        const QString kind = protocol::kindOf(*frame);
        if (kind == QLatin1String("scanner")) {
            SOHOA_ASSIGN(ScannerInfo scanner, protocol::scannerFrom(*frame));
            scanners.push_back(std::move(scanner));
        } else if (kind == QLatin1String("end")) {
            return scanners;
        } else {
            return failure(protocol::errorFrom(*frame));
        }
    }
}

Result<ScanSummary> ProcessScanner::scan(const ScanSettings& settings, const PageSink& sink,
                                         const StopToken& stop)
{
    if (stop.stop_requested()) {
        return ScanSummary{0, ScanEnd::Stopped};
    }
    Helper helper(m_patience);
    SOHOA_TRY(helper.start(m_helper, m_environment, protocol::scanRequest(settings)));
    int pages = 0;
    while (true) {
        const Result<protocol::Frame> frame = helper.next(stop);
        if (!frame) {
            // A driver that had to be ended after `stop` did what was wanted.
            if (helper.wasStopped()) {
                return ScanSummary{pages, ScanEnd::Stopped};
            }
            return failure(frame.error());
        }
        const QString kind = protocol::kindOf(*frame);
        if (kind == QLatin1String("page")) {
            SOHOA_ASSIGN(const ScannedPage page, protocol::pageFrom(*frame));
            if (const Status taken = sink(page); !taken) {
                helper.say(QStringLiteral("stop"));
                return failure(taken.error());
            }
            ++pages;
            helper.say(stop.stop_requested() ? QStringLiteral("stop") : QStringLiteral("next"));
        } else if (kind == QLatin1String("end")) {
            SOHOA_ASSIGN(ScanSummary summary, protocol::summaryFrom(*frame));
            summary.pages = pages;
            return summary;
        } else {
            return failure(protocol::errorFrom(*frame));
        }
    }
}

} // namespace sohoa::capture
