// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/async/dispatchtimes.h"

#include <QEvent>
#include <QTest>

using namespace sohoa::ui;

class DispatchTimesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void longEventIsToldShortOneIsNot();
    void partOfAnEventIsNotCountedTwice();
    void heaviestPartIsNamed();
    void eventsOfAnInnerLoopAreEventsOfTheirOwn();
    void processorTimeOfTheThreadGrowsWithWork();

private:
    void begin(int loopLevel = 1) { m_times->begin(*this, QEvent(QEvent::Timer), loopLevel); }
    void work(double ms)
    {
        m_processor += ms;
        m_wall += ms;
    }

    double m_processor = 0;
    double m_wall = 0;
    std::vector<Dispatch> m_told;
    std::unique_ptr<DispatchTimes> m_times;
};

void DispatchTimesTest::init()
{
    m_told.clear();
    m_times = std::make_unique<DispatchTimes>(
        DispatchTimes::Clocks{[this] { return m_processor; }, [this] { return m_wall; }}, 20,
        [this](const Dispatch& dispatch) { m_told.push_back(dispatch); });
}

void DispatchTimesTest::longEventIsToldShortOneIsNot()
{
    begin();
    work(19);
    m_times->end();
    QVERIFY(m_told.empty());
    begin();
    work(20);
    m_wall += 100; // waited
    m_times->end();
    QCOMPARE(m_told.size(), std::size_t{1});
    QCOMPARE(m_told[0].processorMs, 20.0);
    QCOMPARE(m_told[0].wallMs, 120.0);
    QVERIFY(m_told[0].what.contains(QStringLiteral("DispatchTimesTest")));
    QCOMPARE(m_times->count(), 2);
}

void DispatchTimesTest::partOfAnEventIsNotCountedTwice()
{
    begin();
    work(10);
    begin();
    work(15);
    m_times->end();
    work(5);
    m_times->end();
    QCOMPARE(m_told.size(), std::size_t{1});
    QCOMPARE(m_told[0].processorMs, 30.0);
    QCOMPARE(m_times->count(), 1);
}

void DispatchTimesTest::heaviestPartIsNamed()
{
    begin();
    begin();
    work(6);
    m_times->end();
    m_times->begin(*this, QEvent(QEvent::Paint), 1);
    work(30);
    m_times->end();
    m_times->end();
    QVERIFY2(m_told[0].what.contains(QStringLiteral("> Paint")), qPrintable(m_told[0].what));
}

void DispatchTimesTest::eventsOfAnInnerLoopAreEventsOfTheirOwn()
{
    begin(1);
    work(2);
    for (int i = 0; i < 3; ++i) {
        begin(2);
        work(25);
        m_times->end();
    }
    m_wall += 5000; // nobody answers the dialog
    begin(2);
    begin(2);
    work(1);
    m_times->end();
    m_times->end();
    m_times->end();
    QCOMPARE(m_told.size(), std::size_t{4});
    QCOMPARE(m_told[0].processorMs, 25.0);
    QCOMPARE(m_told[3].processorMs, 2.0);
    QCOMPARE(m_times->longestProcessorMs(), 25.0);
}

void DispatchTimesTest::processorTimeOfTheThreadGrowsWithWork()
{
    const double before = threadProcessorMs();
    while (threadProcessorMs() < before + 1) {
    }
    QVERIFY(threadProcessorMs() > before);
}

QTEST_GUILESS_MAIN(DispatchTimesTest)
#include "tst_dispatchtimes.moc"
