// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/tables.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::reporting;

namespace {

Table sample()
{
    Table table;
    table.title = QStringLiteral("Chỉ tiêu");
    table.above = {QStringLiteral("Đơn vị: Xã Mường Lống")};
    table.columns = {{{}, QStringLiteral("Thủ tục")},
                     {QStringLiteral("Số hóa hồ sơ"), QStringLiteral("Đạt")},
                     {QStringLiteral("Số hóa hồ sơ"), QStringLiteral("Tỷ lệ")}};
    table.rows = {{QStringLiteral("Đăng ký khai sinh"), qint64{1234}, Percent{0.3125}},
                  {QStringLiteral("Chứng thực"), qint64{0}, NoData{}}};
    table.total = {QStringLiteral("Tổng cộng"), qint64{1234}, Percent{0.3125}};
    table.below = {QStringLiteral("Ghi chú")};
    table.noData = QStringLiteral("không có dữ liệu");
    return table;
}

/// The CSV of one row of one text cell, without header, mark and line end.
QString csvOf(const QString& text)
{
    Table table;
    table.columns = {{{}, QStringLiteral("h")}};
    table.rows = {{text}};
    QString csv = QString::fromUtf8(toCsv(table).mid(3));
    return csv.mid(3).chopped(2);
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void textStandsInColumns()
    {
        QCOMPARE(toText(sample()), QStringLiteral("Chỉ tiêu\n"
                                                  "Đơn vị: Xã Mường Lống\n"
                                                  "\n"
                                                  "                   Số hóa hồ sơ\n"
                                                  "Thủ tục              Đạt             Tỷ lệ\n"
                                                  "─────────────────  ─────  ────────────────\n"
                                                  "Đăng ký khai sinh  1.234           31,25 %\n"
                                                  "Chứng thực             0  không có dữ liệu\n"
                                                  "─────────────────  ─────  ────────────────\n"
                                                  "Tổng cộng          1.234           31,25 %\n"
                                                  "\n"
                                                  "Ghi chú\n"));
    }

    void wideLettersAndMarksKeepTheColumns()
    {
        Table table;
        table.columns = {{{}, QStringLiteral("a")}, {{}, QStringLiteral("b")}};
        table.rows = {{QStringLiteral("漢字"), QStringLiteral("x")},
                      {QStringLiteral("Mở").normalized(QString::NormalizationForm_D), QStringLiteral("x")},
                      {QStringLiteral("abcd"), QStringLiteral("x")}};
        const QStringList lines = toText(table).split(u'\n');
        QCOMPARE(lines[4], QStringLiteral("漢字  x"));
        QCOMPARE(lines[5], QStringLiteral("Mở    x").normalized(QString::NormalizationForm_D));
        QCOMPARE(lines[6], QStringLiteral("abcd  x"));
    }

    void aLineBreakInACellDoesNotBreakTheRow()
    {
        Table table;
        table.columns = {{{}, QStringLiteral("a")}};
        table.rows = {{QStringLiteral("một\nhai")}};
        QVERIFY(toText(table).contains(QStringLiteral("\nmột hai\n")));
    }

    void aLongCellIsCutVisibly()
    {
        Table table;
        table.columns = {{{}, QStringLiteral("a")}, {{}, QStringLiteral("b")}};
        table.rows = {{QString(49, u'x'), QStringLiteral("y")}, {QString(48, u'x'), QStringLiteral("y")}};
        const QStringList lines = toText(table).split(u'\n');
        QCOMPARE(lines[4], QString(47, u'x') + QStringLiteral("…  y"));
        QCOMPARE(lines[5], QString(48, u'x') + QStringLiteral("  y"));
    }

    void emptyCellsDoNotMakeAColumnText()
    {
        Table table;
        table.columns = {{{}, QStringLiteral("wide")}, {{}, QStringLiteral("b")}};
        table.rows = {{QString(), QStringLiteral("y")}, {qint64{7}, QStringLiteral("y")}};
        QCOMPARE(toText(table).split(u'\n')[5], QStringLiteral("   7  y"));
    }

    void aTableWithoutRowsHasItsHeader()
    {
        Table table = sample();
        table.rows.clear();
        table.total.reset();
        QVERIFY(toText(table).contains(QStringLiteral("Thủ tục")));
        QCOMPARE(toCsv(table).count("\r\n"), 1);
    }

    void cellsReadTheVietnameseWay()
    {
        const Table table = sample();
        QCOMPARE(cellText(qint64{1234567}, table), QStringLiteral("1.234.567"));
        QCOMPARE(cellText(Percent{1}, table), QStringLiteral("100,00 %"));
        QCOMPARE(cellText(Points{3.5}, table), QStringLiteral("3,50"));
        QCOMPARE(cellText(QDate(2026, 11, 2), table), QStringLiteral("02/11/2026"));
        QCOMPARE(cellText(NoData{}, table), QStringLiteral("không có dữ liệu"));
    }

    void csvIsForPrograms()
    {
        QCOMPARE(toCsv(sample()), QByteArray("\xef\xbb\xbf"
                                             "Thủ tục,Số hóa hồ sơ - Đạt,Số hóa hồ sơ - Tỷ lệ\r\n"
                                             "Đăng ký khai sinh,1234,31.25\r\n"
                                             "Chứng thực,0,\r\n"));
    }

    void csvWritesDatesAndPointsForPrograms()
    {
        Table table;
        table.columns = {{{}, QStringLiteral("d")}, {{}, QStringLiteral("p")}};
        table.rows = {{QDate(2026, 11, 2), Points{1234.5}}};
        QVERIFY(toCsv(table).endsWith("2026-11-02,1234.50\r\n"));
    }

    void csvQuotesWhatWouldSplit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << "Thôn 3"
                               << "Thôn 3";
        QTest::newRow("comma") << "Thôn 3, xã Mường Lống"
                               << "\"Thôn 3, xã Mường Lống\"";
        QTest::newRow("quote") << "gọi là \"Ba\""
                               << "\"gọi là \"\"Ba\"\"\"";
        QTest::newRow("line end") << "một\nhai"
                                  << "\"một\nhai\"";
    }
    void csvQuotesWhatWouldSplit()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(csvOf(text), field);
    }

    void csvNeverHoldsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("formula") << "=1+1"
                                 << "'=1+1";
        QTest::newRow("plus") << "+84"
                              << "'+84";
        QTest::newRow("minus") << "-cmd"
                               << "'-cmd";
        QTest::newRow("at") << "@SUM(A1)"
                            << "'@SUM(A1)";
        QTest::newRow("tab") << "\t=1"
                             << "'\t=1";
        QTest::newRow("behind blanks") << "  =1"
                                       << "'  =1";
        QTest::newRow("behind a line end") << "\n=1"
                                           << "\"'\n=1\"";
        QTest::newRow("later in the text") << "A=1"
                                           << "A=1";
    }
    void csvNeverHoldsAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(csvOf(text), field);
    }
};

QTEST_APPLESS_MAIN(TestTables)
#include "tst_tables.moc"
