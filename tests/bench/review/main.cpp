// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// The screen Số hóa with a dossier of many pages, driven by keys: sohoa_reviewbench HOME COUNT PAGE.jpg...
// makes the home, and prints one JSON array of figures. A program of its own, so that its memory is its own.

#include "dossier/pagedoubts.h"
#include "made.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "ui/async/dispatchtimes.h"
#include "ui/papers/compareview.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/papers/papersmodels.h"
#include "ui/papers/paperspresenter.h"
#include "ui/papers/thumbnails.h"
#include "ui/style/style.h"
#include "workflow/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace sohoa;
using namespace sohoa::ui;
using dossier::Page;

constexpr double stallMs = 50; // the rule of the window: no event keeps it longer
constexpr double noteworthyMs = 2;
constexpr int patienceMs = 300'000;

/// Measures what each event costs the thread of the window.
class MeasuredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!m_times || QThread::currentThread() != thread()) {
            return QApplication::notify(receiver, event);
        }
        m_times->begin(*receiver, *event, QThread::currentThread()->loopLevel());
        const bool taken = QApplication::notify(receiver, event);
        m_times->end();
        return taken;
    }

    void begin()
    {
        m_worst = {};
        m_longestWallMs = 0;
        m_clock.start();
        m_times = std::make_unique<DispatchTimes>(
            DispatchTimes::Clocks{threadProcessorMs,
                                  [this] { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }},
            noteworthyMs, [this](const Dispatch& dispatch) {
                m_longestWallMs = std::max(m_longestWallMs, dispatch.wallMs);
                if (dispatch.processorMs > m_worst.processorMs) {
                    m_worst = dispatch;
                }
            });
    }
    void end() { m_times.reset(); }
    /// Of the events since begin(): the one that took longest, in processor time.
    [[nodiscard]] const Dispatch& worst() const { return m_worst; }
    [[nodiscard]] double longestWallMs() const { return m_longestWallMs; }
    [[nodiscard]] double sinceMs() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

private:
    std::unique_ptr<DispatchTimes> m_times;
    QElapsedTimer m_clock;
    Dispatch m_worst;
    double m_longestWallMs = 0;
};

/// MiB that this process has resident now ("VmRSS") or had at most ("VmHWM"); 0 where the system does not
/// say.
double mebibytes(const char* field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(field)) {
            return line.mid(static_cast<qsizetype>(qstrlen(field)) + 1)
                       .simplified()
                       .split(' ')
                       .front()
                       .toDouble() /
                   1024;
        }
    }
    return 0;
}

/// The window's screen on a made dossier, and what a clerk does to it.
class ReviewBench
{
public:
    ReviewBench(MeasuredApplication& application, workflow::Workspace& workspace, QString dossierUid,
                int count)
        : m_application(application)
        , m_journal(1)
        , m_pictures(std::max(2, QThread::idealThreadCount() - 1)) // as the window has it
        , m_errands(2)
        , m_presenter(m_screen, {workspace, m_journal, m_pictures, m_errands, {}})
        , m_dossierUid(std::move(dossierUid))
        , m_count(count)
    {
    }
    ~ReviewBench()
    {
        m_errands.join();
        m_pictures.join();
        m_journal.join();
    }
    ReviewBench(const ReviewBench&) = delete;
    ReviewBench& operator=(const ReviewBench&) = delete;

    bool run()
    {
        m_screen.resize(1150, 690); // beside the navigation, at 1366 x 768
        m_screen.show();
        QCoreApplication::processEvents();
        const bool done =
            open() && scroll() && walk() && hold() && order() && compare() && changeAll() && changeOne();
        add(QStringLiteral("peak memory of the window's process"), mebibytes("VmHWM"), QStringLiteral("MiB"),
            largestMebibytes, {});
        return done;
    }
    [[nodiscard]] const QJsonArray& figures() const { return m_figures; }

private:
    /// What the pictures that are kept may take (96 MiB), two large pages side by side with the copies their
    /// decoding needs, and the program itself; and nothing that grows with the number of pages but their
    /// rows.
    static constexpr double largestMebibytes = 450;

    void add(const QString& name, double value, const QString& unit, std::optional<double> limit,
             const QString& note)
    {
        QJsonObject figure{{QStringLiteral("name"), QStringLiteral("%1 pages: %2").arg(m_count).arg(name)},
                           {QStringLiteral("value"), value},
                           {QStringLiteral("unit"), unit},
                           {QStringLiteral("note"), note}};
        if (limit) {
            figure[QStringLiteral("limit")] = *limit;
        }
        m_figures.append(figure);
    }

    /// Does something and lets the window live until `isDone`; keeps the longest event of it.
    bool measure(const QString& name, const std::function<void()>& begin, const std::function<bool()>& isDone)
    {
        m_application.begin();
        begin();
        QElapsedTimer patience;
        patience.start();
        while (!isDone() && patience.elapsed() < patienceMs) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        }
        const double tookMs = m_application.sinceMs();
        QCoreApplication::processEvents(); // what was asked for last is painted too
        QCoreApplication::processEvents();
        m_application.end();
        if (!isDone()) {
            std::fprintf(stderr, "%s: it did not end\n", qPrintable(name));
            return false;
        }
        const Dispatch& worst = m_application.worst();
        add(name + QStringLiteral(", longest event"), worst.processorMs, QStringLiteral("ms CPU"), stallMs,
            QStringLiteral("%1 ms on the clock; %2 s in all; %3")
                .arg(m_application.longestWallMs(), 0, 'f', 0)
                .arg(tookMs / 1e3, 0, 'f', 1)
                .arg(worst.what));
        return true;
    }

    [[nodiscard]] PageList* pageList() const
    {
        const auto lists = m_screen.findChildren<PageList*>();
        return *std::max_element(lists.begin(), lists.end(), [](const PageList* one, const PageList* other) {
            return one->model()->rowCount() < other->model()->rowCount();
        });
    }
    [[nodiscard]] const PageModel& model() const
    {
        return *static_cast<const PageModel*>(pageList()->model());
    }
    /// Whether the pictures of a page's tile and its neighbours in sight have come.
    [[nodiscard]] bool hasPicture(int row) const
    {
        return !m_screen.thumbnails()->find(model().at(model().index(row))).isNull();
    }
    /// Presses a key as often as told, the window living between.
    void press(Qt::Key key, int times, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(pageList(), key, modifiers);
            QCoreApplication::processEvents();
        }
    }

    bool open()
    {
        const auto isThere = [this] {
            return static_cast<int>(m_screen.pages().size()) == m_count && model().rowCount({}) == m_count &&
                   hasPicture(0);
        };
        const bool opened = measure(
            QStringLiteral("opened"), [this] { m_presenter.open(m_dossierUid); }, isThere);
        add(QStringLiteral("memory then"), mebibytes("VmRSS"), QStringLiteral("MiB"), {}, {});
        return opened;
    }

    bool scroll()
    {
        QScrollBar* bar = pageList()->verticalScrollBar();
        const auto toTheEnd = [this, bar] {
            while (bar->value() < bar->maximum()) {
                QMetaObject::invokeMethod(
                    bar, [bar] { bar->setValue(bar->value() + bar->pageStep()); }, Qt::QueuedConnection);
                QCoreApplication::processEvents();
            }
        };
        const bool whole = measure(QStringLiteral("scrolled to the end, window by window"), toTheEnd,
                                   [this] { return hasPicture(m_count - 1); });
        return whole && measure(
                            QStringLiteral("from the end to the beginning and back by one key each"),
                            [this] {
                                press(Qt::Key_Home, 1);
                                press(Qt::Key_End, 1);
                            },
                            [this] { return hasPicture(m_count - 1); });
    }

    bool walk()
    {
        press(Qt::Key_Home, 1);
        return measure(
            QStringLiteral("every page by the arrow key"), [this] { press(Qt::Key_Right, m_count - 1); },
            [this] { return pageList()->currentIndex().row() == m_count - 1 && hasPicture(m_count - 1); });
    }

    /// A key held down repeats thirty times a second: slow enough that large pages come in between.
    bool hold()
    {
        constexpr int mostPages = 150;
        constexpr int repeatMs = 33;
        const int pages = std::min(mostPages, m_count - 1);
        press(Qt::Key_Home, 1);
        return measure(
            QStringLiteral("%1 pages by the arrow key held down").arg(pages),
            [this, pages] {
                for (int i = 0; i < pages; ++i) {
                    QElapsedTimer clock;
                    clock.start();
                    press(Qt::Key_Right, 1);
                    while (clock.elapsed() < repeatMs) {
                        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                                        static_cast<int>(repeatMs - clock.elapsed()));
                    }
                }
            },
            [this] { return largePage()->hasPicture(); });
    }
    /// The one that shows a single page.
    [[nodiscard]] PageView* largePage() const
    {
        const auto views = m_screen.findChildren<PageView*>();
        return *std::find_if(views.begin(), views.end(), [](const PageView* view) {
            return qobject_cast<QStackedWidget*>(view->parentWidget()) != nullptr;
        });
    }

    bool order()
    {
        const auto isFirstDoubtful = [this] {
            return model().isByDoubt() && !model().aspectAt(model().index(0)).doubts.empty() && hasPicture(0);
        };
        return measure(
                   QStringLiteral("the most doubtful first"), [this] { press(Qt::Key_D, 1); },
                   isFirstDoubtful) &&
               measure(
                   QStringLiteral("back to the paper's order"), [this] { press(Qt::Key_D, 1); },
                   [this] { return !model().isByDoubt(); });
    }

    bool compare()
    {
        constexpr int looked = 20;
        press(Qt::Key_Home, 1);
        const auto* both = m_screen.findChild<CompareView*>();
        return measure(
                   QStringLiteral("before and after cleaning, page by page"),
                   [this] {
                       press(Qt::Key_C, 1);
                       press(Qt::Key_Right, looked);
                   },
                   [both] { return both->isVisible() && both->hasBothPictures(); }) &&
               measure(
                   QStringLiteral("leaving the comparison"), [this] { press(Qt::Key_C, 1); },
                   [both] { return !both->isVisible(); });
    }

    [[nodiscard]] int turned(int degrees) const
    {
        const std::vector<Page> pages = m_screen.pages();
        return static_cast<int>(std::count_if(
            pages.begin(), pages.end(), [degrees](const Page& page) { return page.edits.turn == degrees; }));
    }

    bool changeAll()
    {
        QElapsedTimer clock;
        clock.start();
        const bool done = measure(
            QStringLiteral("all pages chosen and turned"),
            [this] {
                pageList()->selectAll();
                press(Qt::Key_R, 1);
            },
            [this] { return turned(90) == m_count; });
        return done && measure(
                           QStringLiteral("undone"), [this] { press(Qt::Key_Z, 1, Qt::ControlModifier); },
                           [this] { return turned(0) == m_count; });
    }

    bool changeOne()
    {
        constexpr int times = 20;
        std::vector<double> ms;
        press(Qt::Key_Home, 1);
        for (int i = 0; i < times; ++i) {
            QElapsedTimer clock;
            clock.start();
            const int wanted = (i + 1) % 4 * 90;
            QTest::keyClick(pageList(), Qt::Key_R);
            while (m_screen.pages().front().edits.turn != wanted && clock.elapsed() < patienceMs) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
            }
            ms.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        std::sort(ms.begin(), ms.end());
        add(QStringLiteral("one page turned, until the screen shows it"), ms[ms.size() / 2],
            QStringLiteral("ms clock"), {},
            QStringLiteral("longest of %1: %2 ms").arg(times).arg(ms.back(), 0, 'f', 0));
        return true;
    }

    MeasuredApplication& m_application;
    Worker m_journal;
    Worker m_pictures;
    Worker m_errands;
    PapersScreen m_screen;
    PapersPresenter m_presenter;
    QString m_dossierUid;
    int m_count;
    QJsonArray m_figures;
};

Result<QJsonArray> runBench(MeasuredApplication& application, const QString& home, int count,
                            const QStringList& files)
{
    const SystemClock clock;
    SOHOA_ASSIGN(const bench::MadeReview made, bench::makeReview(home, count, files, clock));
    ReviewBench run(application, *made.workspace, made.dossierUid, count);
    if (!run.run()) {
        return failure(ErrorCode::Internal, QStringLiteral("the window did not get to the end"));
    }
    return run.figures();
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("SOHOA_KEYSTORE", "file");
    MeasuredApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int count = arguments.value(2).toInt();
    if (arguments.size() < 4 || count < 1) {
        std::fputs("sohoa_reviewbench HOME COUNT PAGE.jpg...\n", stderr);
        return 2;
    }
    QCoreApplication::setOrganizationName(QStringLiteral("bench"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, arguments[1]);
    auto* style = new Style(Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
    const Result<QJsonArray> figures = runBench(application, arguments[1], count, arguments.mid(3));
    if (!figures) {
        std::fputs((describe(figures.error()) + QLatin1Char('\n')).toUtf8().constData(), stderr);
        return 3;
    }
    std::fputs(QJsonDocument(*figures).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}
