// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/processscanner.h"

#include "capture/pagebuffer.h"
#include "capture/protocol.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

namespace sohoa::capture {

namespace {

using namespace std::chrono_literals;
constexpr auto glance = 100ms; // how often the wish to stop is looked at

} // namespace

/// One run of the helper, ended at the latest when this goes.
class ProcessScanner::Helper
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
            if (silence.hasExpired(m_patience.silence.count()) || isPageOverdue() ||
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
    /// The time for one page begins now.
    void beginPage() { m_sincePage.start(); }

private:
    [[nodiscard]] bool isPageOverdue() const
    {
        return m_sincePage.isValid() && m_sincePage.hasExpired(m_patience.page.count());
    }

    ProcessScanner::Patience m_patience;
    QProcess m_process;
    protocol::FrameReader m_reader;
    QElapsedTimer m_sinceStop;
    QElapsedTimer m_sincePage;
    bool m_stopSent = false;
};

namespace {

QString helperBesideUs()
{
    QString path = QCoreApplication::applicationDirPath() + QStringLiteral("/sohoa-scan-helper");
#ifdef Q_OS_WIN
    path += QStringLiteral(".exe");
#endif
    return path;
}

} // namespace

/// Puts pages together from the frames of the helper and hands them over.
class ProcessScanner::Intake
{
public:
    Intake(const PageSink& sink, const QString& largePages)
        : m_sink(sink)
        , m_buffer(largePages)
    {
    }

    [[nodiscard]] int pages() const { return m_pages; }

    /// @return whether a page was whole and taken. Errors: those of the sink and the disk, ScannerLost for
    /// nonsense.
    Result<bool> take(const protocol::Frame& frame)
    {
        const QString kind = protocol::kindOf(frame);
        if (kind == QLatin1String("begin")) {
            m_buffer.clear();
            m_headBytes = frame.bytes.size();
            m_name = frame.header[QStringLiteral("source")].toString();
            SOHOA_TRY(m_buffer.append(frame.bytes));
            return false;
        }
        if (kind == QLatin1String("piece") && m_headBytes > 0) {
            SOHOA_TRY(m_buffer.append(frame.bytes));
            return false;
        }
        if (kind != QLatin1String("page")) {
            return failure(ErrorCode::ScannerLost, QStringLiteral("the scan helper sent nonsense"));
        }
        SOHOA_ASSIGN(ScannedPage page, protocol::pageFrom(frame));
        if (m_headBytes > 0) {
            if (page.bytes.size() != m_headBytes) {
                return failure(ErrorCode::ScannerLost, QStringLiteral("the scan helper sent nonsense"));
            }
            SOHOA_TRY(m_buffer.overwrite(0, page.bytes));
            SOHOA_TRY(m_buffer.handOver(page));
        }
        SOHOA_TRY(hand(page));
        return true;
    }

    /// The page under way when the driver died, as far as it came. A head that could not say how many lines
    /// there are makes no picture.
    Status keepPart()
    {
        constexpr qsizetype heightAt = 20; // ISO/IEC 15948, section 11.2.2
        if (m_headBytes < heightAt + 4 || m_buffer.size() <= m_headBytes ||
            m_buffer.head().sliced(heightAt, 4) == QByteArrayView("\0\0\0\0", 4)) {
            return {};
        }
        ScannedPage page;
        page.format = dossier::PageFormat::Png;
        page.number = m_pages + 1;
        page.incomplete = true;
        page.source = m_name;
        SOHOA_TRY(m_buffer.handOver(page));
        return hand(page);
    }

private:
    Status hand(const ScannedPage& page)
    {
        SOHOA_TRY(m_sink(page));
        ++m_pages;
        m_headBytes = 0;
        m_buffer.clear();
        return {};
    }

    const PageSink& m_sink;
    PageBuffer m_buffer;
    qsizetype m_headBytes = 0; ///< 0: no page under way
    QString m_name;
    int m_pages = 0;
};

bool ProcessScanner::isInstalled()
{
    return QFileInfo(helperBesideUs()).isExecutable();
}

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
    Intake intake(sink, m_largePages);
    helper.beginPage();
    while (true) {
        const Result<protocol::Frame> frame = helper.next(stop);
        if (!frame) {
            // A driver that had to be ended after `stop` did what was wanted.
            if (helper.wasStopped()) {
                return ScanSummary{intake.pages(), ScanEnd::Stopped};
            }
            SOHOA_TRY(intake.keepPart());
            return failure(frame.error());
        }
        const QString kind = protocol::kindOf(*frame);
        if (kind == QLatin1String("end")) {
            SOHOA_ASSIGN(ScanSummary summary, protocol::summaryFrom(*frame));
            summary.pages = intake.pages();
            return summary;
        }
        if (kind == QLatin1String("error")) {
            return failure(protocol::errorFrom(*frame));
        }
        const Result<bool> isWhole = intake.take(*frame);
        if (!isWhole) {
            helper.say(QStringLiteral("stop"));
            return failure(isWhole.error());
        }
        if (*isWhole) {
            helper.say(stop.stop_requested() ? QStringLiteral("stop") : QStringLiteral("next"));
            helper.beginPage();
        }
    }
}

Status ProcessScanner::waitForPaper(const QString& scannerId, PaperWait wait, const StopToken& stop)
{
    Helper helper(m_patience);
    SOHOA_TRY(helper.start(m_helper, m_environment, protocol::watchRequest(scannerId, wait)));
    const Result<protocol::Frame> frame = helper.next(stop);
    if (helper.wasStopped()) {
        return failure(ErrorCode::Cancelled, QStringLiteral("waiting for paper"));
    }
    if (!frame) {
        return failure(frame.error());
    }
    return protocol::kindOf(*frame) == QLatin1String("paper") ? Status()
                                                              : failure(protocol::errorFrom(*frame));
}

} // namespace sohoa::capture
