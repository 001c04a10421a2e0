// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/paperwatch.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace sohoa::ui {

namespace {

/// Waits in a worker until paper is put in. ScannerCannot, and the errors of Scanner.
Status waitFor(const ScannerSource& scanners, const PaperWatch::Wish& wish, std::mutex& turn,
               const StopToken& stop)
{
    const std::lock_guard mine(turn);
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled);
    }
    const std::unique_ptr<capture::Scanner> scanner = scanners(networkToScan(wish.choice));
    SOHOA_ASSIGN(const std::vector<capture::ScannerInfo> found, scanner->list(stop));
    const std::optional<capture::ScannerInfo> info =
        capture::scannerFor(withScanner(wish.profile, wish.choice), found);
    if (!info) {
        return failure(ErrorCode::ScannerNotFound);
    }
    if (!info->tellsPaper || wish.profile.source == capture::PaperSource::Flatbed) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("no sensor for paper"));
    }
    return scanner->waitForPaper(info->id, capture::PaperWait::PutIn, stop);
}

} // namespace

PaperWatch::PaperWatch(QWidget& screen, ScannerSource scanners, std::function<std::optional<Wish>()> wish,
                       PaperPace pace, QObject* parent)
    : QObject(parent)
    , m_scanners(std::move(scanners))
    , m_wish(std::move(wish))
    , m_pace(pace)
    , m_shown(screen.isVisible())
{
    m_settle.setSingleShot(true);
    m_again.setSingleShot(true);
    m_longest.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &PaperWatch::look);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        look();
        if (!m_watched) {
            return;
        }
        emit paperPutIn();
        if (m_watched) {
            begin(); // nothing came of it: the feeder must be seen empty again
        }
    });
    connect(&m_again, &QTimer::timeout, this, &PaperWatch::begin);
    connect(&m_longest, &QTimer::timeout, this, [this] {
        m_stop.request_stop(); // until something else is wanted
        m_again.stop();
    });
    screen.installEventFilter(this);
    if (m_shown) {
        m_look.start(m_pace.look);
    }
}

PaperWatch::~PaperWatch()
{
    stop();
}

void PaperWatch::stop()
{
    m_look.stop();
    follow({});
}

bool PaperWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        m_shown = true;
        m_blind.reset(); // another scanner may stand there by now
        m_look.start(m_pace.look);
    } else if (event->type() == QEvent::Hide) {
        m_shown = false;
        stop();
    }
    return QObject::eventFilter(watched, event);
}

void PaperWatch::look()
{
    // Whoever answers a question of the program does not want the scanner to begin.
    const bool isFree = m_shown && QApplication::activeModalWidget() == nullptr &&
                        QApplication::activePopupWidget() == nullptr;
    follow(isFree ? m_wish() : std::nullopt);
}

void PaperWatch::follow(const std::optional<Wish>& wish)
{
    if (wish == m_watched) {
        return;
    }
    m_stop.request_stop();
    m_settle.stop();
    m_again.stop();
    m_longest.stop();
    ++m_request;
    m_watched = wish;
    if (m_watched && m_watched != m_blind) {
        m_longest.start(m_pace.longest);
        begin();
        emit watching();
    }
}

void PaperWatch::begin()
{
    m_stop = StopSource();
    m_worker.run(
        this,
        [scanners = m_scanners, wish = *m_watched, turn = m_turn, stop = m_stop.get_token()] {
            return waitFor(scanners, wish, *turn, stop);
        },
        [this, request = m_request](const Status& put) { takeUp(request, put); });
}

void PaperWatch::takeUp(int request, const Status& put)
{
    if (request != m_request || !m_longest.isActive()) {
        return;
    }
    if (put) {
        m_settle.start(m_pace.settle);
    } else if (put.error().code == ErrorCode::ScannerCannot) {
        m_blind = m_watched;
        emit cannotTell();
    } else {
        m_again.start(m_pace.again); // switched off, in use: the feeder must be seen empty again
    }
}

} // namespace sohoa::ui
