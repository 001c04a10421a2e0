// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/tables.h"
#include "reporting/zip.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QDir>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::reporting;
using namespace sohoa::test;

namespace {

/// A table like the wide report: one column of text, six groups of three numbers.
Table wide(int rows)
{
    Table table;
    table.title = QStringLiteral("Chỉ tiêu số hóa hồ sơ");
    table.above = {QStringLiteral("Đơn vị: Xã Mường Lống"), QStringLiteral("Kỳ: 01/11/2026 đến 22/11/2026")};
    table.columns.push_back({{}, QStringLiteral("Thủ tục")});
    for (int group = 1; group <= 6; ++group) {
        const QString name = QStringLiteral("Nhóm %1").arg(group);
        table.columns.push_back({name, QStringLiteral("Đạt")});
        table.columns.push_back({name, QStringLiteral("Tổng")});
        table.columns.push_back({name, QStringLiteral("Tỷ lệ")});
    }
    for (int row = 1; row <= rows; ++row) {
        std::vector<Cell> cells = {QStringLiteral("TT%1 Cấp bản sao có chứng thực từ bản chính giấy tờ")
                                       .arg(row, 4, 10, QLatin1Char('0'))};
        for (int group = 0; group < 6; ++group) {
            cells.push_back(qint64{12});
            cells.push_back(qint64{30});
            cells.push_back(group == 5 ? Cell(NoData{}) : Cell(Percent{0.4}));
        }
        table.rows.push_back(cells);
    }
    table.below = {QStringLiteral("Ghi chú cuối bảng")};
    table.noData = QStringLiteral("không có");
    return table;
}

/// The text of each page.
QStringList pagesOf(const QByteArray& pdf)
{
    QByteArray bytes = pdf;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QStringList pages;
    for (int page = 0; page < document.pageCount(); ++page) {
        pages += document.getAllText(page).text();
    }
    return pages;
}

Table oneCell(const Cell& cell)
{
    Table table;
    table.title = QStringLiteral("t");
    table.columns = {{{}, QStringLiteral("h")}};
    table.rows = {{cell}};
    return table;
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private slots:
    void excelIsWrittenWhereTheFolderOfTemporaryFilesHasVietnameseLetters()
    {
        const QTemporaryDir folder;
        const QString temporary = folder.filePath(QStringLiteral("Nguyễn Thị Đào"));
        QVERIFY(QDir().mkpath(temporary));
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", QFile::encodeName(temporary));
        const auto written = toXlsx(wide(3));
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        VERIFY_OK(written);
        QVERIFY(written->startsWith("PK"));
        QVERIFY(QDir(temporary).isEmpty());
    }

    void moreColumnsThanASheetOfExcelHasAreAnError()
    {
        Table table;
        constexpr int most = 16384;
        for (int column = 0; column < most; ++column) {
            table.columns.push_back({{}, QStringLiteral("x")});
        }
        VERIFY_OK(toXlsx(table));
        table.columns.push_back({{}, QStringLiteral("one too many")});
        VERIFY_FAILS(toXlsx(table), ErrorCode::StorageFailed);
    }

    void everyRowIsInThePdfOnce()
    {
        constexpr int rows = 120;
        const auto pdf = toPdf(wide(rows));
        VERIFY_OK(pdf);
        const QString text = pagesOf(*pdf).join(u'\n');
        for (int row = 1; row <= rows; ++row) {
            const QString key = QStringLiteral("TT%1").arg(row, 4, 10, QLatin1Char('0'));
            QVERIFY2(text.count(key) == 1, qPrintable(key));
        }
    }

    void everyPageOfThePdfHasHeaderAndNumber()
    {
        const auto pdf = toPdf(wide(120));
        VERIFY_OK(pdf);
        const QStringList pages = pagesOf(*pdf);
        QVERIFY(pages.size() > 1);
        for (int page = 0; page < pages.size(); ++page) {
            QVERIFY2(pages[page].contains(QStringLiteral("Thủ tục")), qPrintable(pages[page]));
            QVERIFY2(pages[page].contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size())),
                     qPrintable(pages[page]));
            QVERIFY2(pages[page].contains(QStringLiteral("Mường Lống")), qPrintable(pages[page]));
        }
        QVERIFY(pages.last().contains(QStringLiteral("Ghi chú cuối bảng")));
    }

    void thePdfIsLandscapeA4WithItsLettersInside()
    {
        const auto pdf = toPdf(wide(3));
        VERIFY_OK(pdf);
        QByteArray bytes = *pdf;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document;
        document.load(&buffer);
        QCOMPARE(document.pageCount(), 1);
        QCOMPARE(document.pagePointSize(0).toSize(), QSize(842, 595));
        QVERIFY(pdf->contains("/FontFile"));
    }

    void aTableWithoutRowsIsAPdfToo()
    {
        const auto pdf = toPdf(wide(0));
        VERIFY_OK(pdf);
        QCOMPARE(pagesOf(*pdf).size(), 1);
    }

    void aCellLongerThanAPageEndsAllTheSame()
    {
        const auto pdf = toPdf(oneCell(QStringLiteral("chữ ").repeated(20000)));
        VERIFY_OK(pdf);
        QVERIFY(!pagesOf(*pdf).isEmpty());
    }

    void theWorkbookHoldsNumbersAsNumbers()
    {
        const auto xlsx = toXlsx(wide(2));
        VERIFY_OK(xlsx);
        const QByteArray sheet = fileOfZip(*xlsx, "xl/worksheets/sheet1.xml");
        QVERIFY(sheet.contains("<v>12</v>"));
        QVERIFY(sheet.contains("<v>0.4</v>") || sheet.contains("<v>0.40000000000000002</v>"));
        const QByteArray strings = fileOfZip(*xlsx, "xl/sharedStrings.xml");
        QVERIFY(strings.contains("Đơn vị: Xã Mường Lống"));
        QVERIFY(strings.contains("không có"));
    }

    void theWorkbookFitsALandscapePage()
    {
        const auto xlsx = toXlsx(wide(2));
        VERIFY_OK(xlsx);
        const QByteArray sheet = fileOfZip(*xlsx, "xl/worksheets/sheet1.xml");
        QVERIFY(sheet.contains("orientation=\"landscape\""));
        QVERIFY(sheet.contains("paperSize=\"9\""));
        QVERIFY(sheet.contains("fitToPage=\"1\""));
        QVERIFY(sheet.contains("state=\"frozen\""));
    }

    void theWorkbookNeverHoldsAFormulaOrALink_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("formula") << "=HYPERLINK(\"http://example.org\")";
        QTest::newRow("array formula") << "{=SUM(A1)}";
        QTest::newRow("address") << "http://example.org";
    }
    void theWorkbookNeverHoldsAFormulaOrALink()
    {
        QFETCH(QString, text);
        const auto xlsx = toXlsx(oneCell(text));
        VERIFY_OK(xlsx);
        const QByteArray sheet = fileOfZip(*xlsx, "xl/worksheets/sheet1.xml");
        QVERIFY(sheet.contains("<sheetData>"));
        QVERIFY(!sheet.contains("<f>") && !sheet.contains("<f "));
        QVERIFY(!sheet.contains("<hyperlink"));
        QVERIFY(fileOfZip(*xlsx, "xl/sharedStrings.xml").contains("example.org") ||
                fileOfZip(*xlsx, "xl/sharedStrings.xml").contains("SUM"));
    }

    void aTextOverTheLimitOfExcelIsCutNotLost()
    {
        const auto xlsx = toXlsx(oneCell(QString(40000, u'a')));
        VERIFY_OK(xlsx);
        QVERIFY(fileOfZip(*xlsx, "xl/sharedStrings.xml").contains(QByteArray(32767, 'a')));
    }

    void aTableWithoutColumnsIsRefused()
    {
        VERIFY_FAILS(toXlsx({}), ErrorCode::InvalidArgument);
        VERIFY_FAILS(toPdf({}), ErrorCode::InvalidArgument);
    }
};

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
