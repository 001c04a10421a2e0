// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "translations/translations.h"
#include "wording/names.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace sohoa;

class TestNumbers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_vietnamese.load(vietnameseTranslation()));
        QCoreApplication::installTranslator(&m_vietnamese);
        QLocale::setDefault(QLocale::c());
    }

    void datesAreWrittenDayFirst()
    {
        QCOMPARE(wording::date(QDate(2026, 3, 5)), QStringLiteral("05/03/2026"));
        QCOMPARE(wording::date({}), QString());
    }

    void timesAreToldInVietnamWhateverTheirOffset()
    {
        QCOMPARE(wording::dateTime(fromIso(QStringLiteral("2026-11-22T08:30:00.000+07:00"))),
                 QStringLiteral("22/11/2026 08:30"));
        QCOMPARE(wording::dateTime(QDateTime(QDate(2026, 11, 22), QTime(20, 5), Qt::UTC)),
                 QStringLiteral("23/11/2026 03:05"));
        QCOMPARE(wording::dateTime({}), QString());
    }

    void sizesAreRoundedToTheirUnit_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64{0} << "0 byte";
        QTest::newRow("under a kilobyte") << qint64{1023} << "1.023 byte";
        QTest::newRow("a kilobyte") << qint64{1024} << "1 KB";
        QTest::newRow("nearly a megabyte") << qint64{1024 * 1024 - 1} << "1,0 MB";
        QTest::newRow("one and a half megabytes") << qint64{1536 * 1024} << "1,5 MB";
        QTest::newRow("gigabytes") << qint64{5} * 1024 * 1024 * 1024 << "5,0 GB";
        QTest::newRow("more than the greatest unit")
            << qint64{5000} * 1024 * 1024 * 1024 * 1024 << "5.000,0 TB";
    }
    void sizesAreRoundedToTheirUnit()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(wording::fileSize(bytes), text);
    }

    void percentHasTwoDecimalsBehindAComma()
    {
        QCOMPARE(wording::percent(0.3125), QStringLiteral("31,25 %"));
        QCOMPARE(wording::percent(1.0), QStringLiteral("100,00 %"));
        QCOMPARE(wording::percent(std::optional(0.5)), QStringLiteral("50,00 %"));
    }

    void nothingToCountIsNoData()
    {
        QCOMPARE(wording::percent(std::optional<double>()), QStringLiteral("không có dữ liệu"));
    }

    void ageIsTold_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        constexpr qint64 hour = 3600;
        QTest::newRow("in the future") << qint64{-100} << "chưa đến 1 phút";
        QTest::newRow("seconds") << qint64{59} << "chưa đến 1 phút";
        QTest::newRow("minutes") << qint64{60 * 12 + 59} << "12 phút";
        QTest::newRow("a whole hour") << hour << "1 giờ";
        QTest::newRow("hours and minutes") << 3 * hour + 20 * 60 << "3 giờ 20 phút";
        QTest::newRow("over a day") << 47 * hour + 59 * 60 << "47 giờ 59 phút";
        QTest::newRow("two days") << 48 * hour << "2 ngày";
        QTest::newRow("ten days and a half") << 252 * hour << "10 ngày";
    }
    void ageIsTold()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        const QDateTime since = fromIso(QStringLiteral("2026-11-20T08:30:00.000+07:00"));
        QCOMPARE(wording::age(since, since.addSecs(seconds)), text);
    }

private:
    QTranslator m_vietnamese;
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
