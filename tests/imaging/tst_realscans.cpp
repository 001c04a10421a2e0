// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/examine.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QTest>

using namespace sohoa;
using namespace sohoa::imaging;

/// What scans from elsewhere taught, drawn again.
class TestRealScans : public QObject
{
    Q_OBJECT

private slots:
    void fewPixelsDoNotMakeAPageSeemLevel_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {-0.6, -0.35, -0.2, 0.15, 0.3, 0.5}) {
            QTest::addRow("%.2f", degrees) << degrees;
        }
    }

    /// A fax, or an archive's small copy: every fourth pixel of a page.
    void fewPixelsDoNotMakeAPageSeemLevel()
    {
        QFETCH(const double, degrees);
        const QImage page = test::laidOn(test::textPage(340), degrees, 0, qRgb(255, 255, 255));
        ExamineInput input;
        input.dpi = 85;
        const auto findings = examine(
            test::grey(page.scaled(page.size() / 4, Qt::IgnoreAspectRatio, Qt::FastTransformation)), input);
        VERIFY_OK(findings);
        QVERIFY(findings->skewDegrees);
        QVERIFY2(std::abs(*findings->skewDegrees - degrees) < 0.07,
                 qPrintable(QString::number(*findings->skewDegrees)));
    }

    void columnsStraighterThanTheirLinesAreNoLines_data()
    {
        QTest::addColumn<int>("turn");
        for (const int turn : {0, 90, 180, 270}) {
            QTest::addRow("%d", turn) << turn;
        }
    }

    /// A table whose columns go on each by itself: from column to column the lines do not meet.
    void columnsStraighterThanTheirLinesAreNoLines()
    {
        QFETCH(const int, turn);
        QImage page = test::emptyPage(150);
        QPainter painter(&page);
        QFont font(QStringLiteral("Liberation Serif"));
        font.setPixelSize(19);
        painter.setFont(font);
        const QStringList names = {QStringLiteral("Hoà 120"), QStringLiteral("Đạt 480"),
                                   QStringLiteral("Liệu 35"), QStringLiteral("Thuỷ 7"),
                                   QStringLiteral("Bách 66")};
        for (int column = 0; column < 11; ++column) {
            for (int row = 0; row < 60; ++row) {
                painter.drawText(90 + column * 97 + row * 5 % 7, 120 + row * 25 + column * column * 11 % 25,
                                 names[(row * 7 + column * 3) % names.size()]);
            }
        }
        painter.end();
        QTransform turned;
        turned.rotate(turn);
        ExamineInput input;
        input.dpi = 150;
        const auto findings = examine(test::grey(page.transformed(turned)), input);
        VERIFY_OK(findings);
        QVERIFY2(findings->orientation == turn, qPrintable(QStringLiteral("%1, leaning %2")
                                                               .arg(findings->orientation.value_or(-1))
                                                               .arg(findings->skewDegrees.value_or(99))));
    }
};

QTEST_MAIN(TestRealScans)
#include "tst_realscans.moc"
