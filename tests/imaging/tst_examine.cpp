// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/examine.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <QTransform>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

constexpr int dpi = 200;

int px(double millimetres)
{
    return static_cast<int>(millimetres * dpi / 25.4);
}

ExamineInput known()
{
    ExamineInput input;
    input.dpi = dpi;
    return input;
}

bool has(const dossier::PageFindings& findings, dossier::QualityFinding finding)
{
    const auto& all = findings.quality.findings;
    return std::find(all.begin(), all.end(), finding) != all.end();
}

/// Marks that are or are not content, by name.
QImage pageWith(const QString& what)
{
    QImage page = test::emptyPage(dpi);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font(QStringLiteral("Liberation Serif"));
    font.setPixelSize(11 * dpi / 72);
    painter.setFont(font);
    painter.setPen(qRgb(30, 30, 30));
    if (what == QLatin1String("page number")) {
        painter.drawText(page.width() / 2, px(285), QStringLiteral("7"));
    } else if (what == QLatin1String("number in a corner")) {
        painter.drawText(px(195), px(14), QStringLiteral("1"));
    } else if (what == QLatin1String("stamp")) {
        painter.setPen(QPen(QColor(205, 40, 50), px(0.8)));
        painter.drawEllipse(px(120), px(200), px(34), px(34));
    } else if (what == QLatin1String("pale stamp")) {
        painter.setPen(QPen(QColor(235, 140, 150), px(0.6)));
        painter.drawRect(px(60), px(100), px(40), px(16));
    } else if (what == QLatin1String("pencil")) {
        painter.setPen(QPen(QColor(165, 165, 168), px(0.4)));
        QPolygonF line;
        for (int i = 0; i < 60; ++i) {
            line << QPointF(px(50) + i * px(0.7), px(120) + px(2) * std::sin(i * 0.9));
        }
        painter.drawPolyline(line);
    } else if (what == QLatin1String("signature")) {
        painter.setPen(QPen(QColor(40, 60, 150), px(0.5)));
        painter.drawArc(px(140), px(230), px(20), px(8), 0, 4000);
    } else if (what == QLatin1String("punch holes")) {
        painter.setBrush(QColor(40, 40, 42));
        painter.drawEllipse(px(9), px(105), px(6), px(6));
        painter.drawEllipse(px(9), px(185), px(6), px(6));
    } else if (what == QLatin1String("staple")) {
        painter.setPen(QPen(QColor(90, 92, 95), px(0.6)));
        painter.drawLine(px(8), px(10), px(17), px(6));
    } else if (what == QLatin1String("staple in its shadow")) {
        QRadialGradient shadow(QPointF(0, 0), 1);
        shadow.setColorAt(0, QColor(0, 0, 0, 80));
        shadow.setColorAt(1, QColor(0, 0, 0, 0));
        painter.save();
        painter.translate(px(12), px(10));
        painter.scale(px(8), px(2.4));
        painter.fillRect(QRectF(-1, -1, 2, 2), shadow);
        painter.restore();
        painter.setPen(QPen(QColor(90, 92, 95), px(0.5)));
        painter.drawLine(px(7), px(10), px(17), px(10));
    } else if (what == QLatin1String("bent corner")) {
        painter.setPen(QPen(QColor(185, 185, 183), px(0.4)));
        painter.drawLine(page.width() - px(20), 0, page.width(), px(20));
    } else if (what == QLatin1String("hair")) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(175, 173, 170), 0.12 * dpi / 25.4));
        painter.drawArc(px(90), px(120), px(9), px(5), 0, 2400);
    } else if (what == QLatin1String("tick")) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(60, 60, 60), px(0.4)));
        painter.drawPolyline(
            QPolygonF({QPointF(px(100), px(100)), QPointF(px(102), px(103)), QPointF(px(107), px(95))}));
    } else if (what == QLatin1String("dust")) {
        for (int i = 0; i < 40; ++i) {
            painter.fillRect(px(10 + (i * 37) % 190), px(10 + (i * 53) % 275), px(0.3), px(0.4),
                             qRgb(80, 80, 80));
        }
    } else if (what == QLatin1String("streak")) {
        painter.fillRect(px(80), 0, 2, page.height(), qRgb(120, 120, 120));
    } else if (what == QLatin1String("other side")) {
        painter.end();
        // Mirrored, faint and soft
        const QImage back = test::textPage(dpi).mirrored(true, false);
        const QImage soft = back.scaled(back.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                .scaled(back.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QPainter over(&page);
        over.setOpacity(0.14);
        over.drawImage(0, 0, soft);
    } else if (what == QLatin1String("coloured paper")) {
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.fillRect(page.rect(), qRgb(250, 210, 150));
    } else if (what == QLatin1String("fold")) {
        QLinearGradient shade(0, px(148), 0, px(156));
        shade.setColorAt(0, QColor(0, 0, 0, 26));
        shade.setColorAt(1, QColor(0, 0, 0, 0));
        painter.fillRect(0, px(148), page.width(), px(8), shade);
    }
    return page;
}

/// Capitals as a worn till prints them, with specks beside them, twice as often below as above.
/// @param loose letters that are nothing but dots, in a hundred
QImage wornPrint(int loose)
{
    QImage page = test::emptyPage(dpi);
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Mono"));
    font.setPixelSize(12 * dpi / 72);
    painter.setFont(font);
    painter.setPen(qRgb(50, 50, 50));
    QRandomGenerator random(11);
    const QString capitals = QStringLiteral("HELTUNXZ0");
    const auto speck = [&painter](double left, double top) {
        painter.fillRect(QRectF(left * dpi / 25.4, top * dpi / 25.4, 0.45 * dpi / 25.4, 0.45 * dpi / 25.4),
                         qRgb(70, 70, 70));
    };
    for (double foot = 30; foot < 260; foot += 7) {
        for (double left = 30; left < 170; left += 3.2) {
            const auto letter = static_cast<qsizetype>(random.bounded(capitals.size()));
            if (random.bounded(100) < loose) {
                for (int dot = 0; dot < 12; ++dot) {
                    speck(left + 0.8 * (dot % 3), foot - 0.8 * (dot / 3) - 0.4);
                }
                continue;
            }
            painter.drawText(QPointF(left * dpi / 25.4, foot * dpi / 25.4), capitals.mid(letter, 1));
            if (random.bounded(100) < 25) {
                speck(left + 0.8, foot - 3.6);
            }
            if (random.bounded(100) < 50) {
                speck(left + 0.8, foot + 0.4);
            }
        }
    }
    return page;
}

} // namespace

class TestExamine : public QObject
{
    Q_OBJECT

private slots:
    void skewIsCounterClockwiseAsTheViewerSeesIt_data()
    {
        QTest::addColumn<double>("degrees");
        for (const double degrees : {-12.0, -3.3, -0.4, 0.0, 0.25, 1.7, 6.0, 13.5}) {
            QTest::addRow("%.2f", degrees) << degrees;
        }
    }
    void skewIsCounterClockwiseAsTheViewerSeesIt()
    {
        QFETCH(double, degrees);
        const QImage picture = test::grey(test::laidOn(test::textPage(dpi), degrees, 0, qRgb(248, 248, 248)));
        const auto found = examine(picture, known());
        VERIFY_OK(found);
        QVERIFY(found->skewDegrees.has_value());
        QVERIFY2(std::abs(*found->skewDegrees - degrees) < 0.06,
                 qPrintable(QString::number(*found->skewDegrees)));
    }

    void turningThePageTurnsTheOrientation_data()
    {
        QTest::addColumn<int>("turn");
        for (const int turn : {0, 90, 180, 270}) {
            QTest::addRow("%d", turn) << turn;
        }
    }
    void turningThePageTurnsTheOrientation()
    {
        QFETCH(int, turn);
        const QImage skewed = test::laidOn(test::textPage(dpi), 1.2, 0, qRgb(248, 248, 248));
        const QImage picture = test::grey(skewed.transformed(QTransform().rotate(turn))); // clockwise
        const auto found = examine(picture, known());
        VERIFY_OK(found);
        QCOMPARE(found->orientation, std::optional(turn));
        QVERIFY(found->skewDegrees && std::abs(*found->skewDegrees - 1.2) < 0.06);
    }

    void printThatFallsApartIsNotTurned_data()
    {
        QTest::addColumn<int>("loose");
        QTest::addColumn<int>("turn");
        for (const int loose : {0, 30}) {
            for (const int turn : {0, 90, 180, 270}) {
                QTest::addRow("%d of 100 letters loose dots, turned %d", loose, turn) << loose << turn;
            }
        }
    }
    void printThatFallsApartIsNotTurned()
    {
        QFETCH(int, loose);
        QFETCH(int, turn);
        const QImage page = test::grey(wornPrint(loose).transformed(QTransform().rotate(turn)));
        const auto found = examine(page, known());
        VERIFY_OK(found);
        // No answer, or the right one.
        QCOMPARE(found->orientation.value_or(turn), turn);
    }

    void outlineIsClockwiseFromTheTopLeft_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<QRgb>("bed");
        for (const double degrees : {-4.0, 0.0, 2.5}) {
            QTest::addRow("dark %.1f", degrees) << degrees << qRgb(30, 30, 32);
            QTest::addRow("grey %.1f", degrees) << degrees << qRgb(130, 130, 130);
            QTest::addRow("light %.1f", degrees) << degrees << qRgb(212, 208, 200);
        }
    }
    void outlineIsClockwiseFromTheTopLeft()
    {
        QFETCH(double, degrees);
        QFETCH(QRgb, bed);
        const QImage sheet = test::textPage(dpi);
        const QImage picture = test::laidOn(sheet, degrees, px(8), bed);
        const auto found = examine(test::grey(picture), known());
        VERIFY_OK(found);
        QVERIFY(found->pageQuad.has_value());
        QTransform back;
        back.translate(picture.width() / 2.0, picture.height() / 2.0).rotate(-degrees);
        const double w = sheet.width() / 2.0;
        const double h = sheet.height() / 2.0;
        const std::array<QPointF, 4> corners{QPointF(-w, -h), QPointF(w, -h), QPointF(w, h), QPointF(-w, h)};
        for (std::size_t i = 0; i < 4; ++i) {
            const QPointF off = back.map(corners[i]) - (*found->pageQuad)[i];
            QVERIFY2(std::hypot(off.x(), off.y()) < px(0.8),
                     qPrintable(QString::number(std::hypot(off.x(), off.y()))));
        }
    }

    void sheetThatFillsThePictureHasNoOutline()
    {
        const auto found = examine(test::grey(test::textPage(dpi)), known());
        VERIFY_OK(found);
        QVERIFY(!found->pageQuad.has_value());
    }

    void printedFrameIsNoSheet()
    {
        QImage page = test::textPage(dpi);
        QPainter painter(&page);
        painter.setPen(QPen(QColor(150, 60, 60), px(0.5)));
        painter.drawRect(px(9), px(9), px(192), px(279));
        painter.end();
        const auto found = examine(test::grey(page), known());
        VERIFY_OK(found);
        QVERIFY(!found->pageQuad.has_value());
        QCOMPARE(found->orientation, std::optional(0));
    }

    void codeDecidesWhereWritingWhispers()
    {
        // Words in capitals of one height: nothing tells their top from their bottom but a few marks.
        QImage page = test::emptyPage(dpi);
        QPainter painter(&page);
        QFont font(QStringLiteral("Liberation Sans"));
        font.setPixelSize(px(4));
        painter.setFont(font);
        for (int i = 0; i < 6; ++i) {
            painter.drawText(px(40), px(60 + i * 12), QStringLiteral("HONG VINH THINH MINH TRINH ÂN"));
        }
        painter.end();
        for (const int turn : {0, 90, 180, 270}) {
            const QImage turned = page.transformed(QTransform().rotate(turn));
            // A code in a corner, by its own corners from its top left
            std::array<QPointF, 4> code{QPointF(px(20), px(20)), QPointF(px(40), px(20)),
                                        QPointF(px(40), px(40)), QPointF(px(20), px(40))};
            std::rotate(code.begin(), code.begin() + turn / 90, code.end());
            ExamineInput input = known();
            ExamineTrace trace;
            const auto alone = examine(test::grey(turned), input, {}, &trace);
            VERIFY_OK(alone);
            input.codes = {code};
            const auto together = examine(test::grey(turned), input);
            VERIFY_OK(together);
            QVERIFY2(alone->orientation.value_or(turn) == turn, "never wrong");
            if (std::abs(trace.upEvidence) >= 1.0) {
                QCOMPARE(together->orientation, std::optional(turn));
            }
            // A code glued on upside down does not turn the page
            std::rotate(input.codes[0].begin(), input.codes[0].begin() + 2, input.codes[0].end());
            const auto against = examine(test::grey(turned), input);
            VERIFY_OK(against);
            QCOMPARE(against->orientation, alone->orientation);
        }
    }

    void whatIsContentIsNeverBlank_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"page number", "number in a corner", "stamp", "pale stamp", "pencil", "signature", "tick"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void whatIsContentIsNeverBlank()
    {
        QFETCH(QString, what);
        const auto found = examine(test::grey(pageWith(what)), known());
        VERIFY_OK(found);
        QVERIFY(!found->blank);
        QVERIFY(found->blankConfidence >= 0.5 && found->blankConfidence <= 1.0);
    }

    void whatNobodyPutThereIsBlank_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"nothing", "punch holes", "staple", "staple in its shadow", "bent corner",
                                 "hair", "dust", "streak", "other side", "coloured paper", "fold"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void whatNobodyPutThereIsBlank()
    {
        QFETCH(QString, what);
        const auto found = examine(test::grey(pageWith(what)), known());
        VERIFY_OK(found);
        QVERIFY(found->blank);
    }

    void bilevelPageNumberIsContent()
    {
        ExamineInput input = known();
        input.mode = dossier::ColourMode::Bilevel;
        const QImage mono = test::grey(pageWith(QStringLiteral("page number")))
                                .convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
        const auto found = examine(test::grey(mono), input);
        VERIFY_OK(found);
        QVERIFY(!found->blank);
    }

    void aPictureThatFillsTheSheetIsContent()
    {
        // As a scanner's own test page: dark stripes of pure colours from edge to edge, no paper anywhere.
        QImage page = test::emptyPage(dpi);
        QPainter painter(&page);
        const int stripe = px(1.3);
        for (int y = 0; y < page.height(); y += 2 * stripe) {
            painter.fillRect(0, y, page.width(), stripe, QColor(0, 100, 0));
            painter.fillRect(0, y + stripe, page.width(), stripe, QColor(20, 20, 20));
        }
        painter.end();
        const auto found = examine(test::grey(page), known());
        VERIFY_OK(found);
        QVERIFY(!found->blank);
    }

    void ruledLinesAreContent()
    {
        QImage page = test::emptyPage(dpi);
        QPainter painter(&page);
        for (int line = 0; line < 20; ++line) {
            painter.fillRect(px(25), px(40 + 10 * line), px(160), px(0.4), QColor(40, 40, 60));
        }
        painter.end();
        const auto found = examine(test::grey(page), known());
        VERIFY_OK(found);
        QVERIFY(!found->blank);
    }

    void incompletePageIsNeverBlank()
    {
        ExamineInput input = known();
        input.incomplete = true;
        const auto found = examine(test::grey(test::emptyPage(dpi)), input);
        VERIFY_OK(found);
        QVERIFY(!found->blank);
    }

    void doubtsAboutQualityAreNamed()
    {
        const auto good = examine(test::grey(test::textPage(dpi)), known());
        VERIFY_OK(good);
        QVERIFY(good->quality.findings.empty());
        QVERIFY(good->quality.contrast > 0.7);
        QVERIFY(good->quality.sharpness > 0.7);

        const QImage page = test::textPage(dpi);
        const QImage soft = page.scaled(page.size() / 5, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                .scaled(page.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const auto blurred = examine(test::grey(soft), known());
        VERIFY_OK(blurred);
        QVERIFY(has(*blurred, dossier::QualityFinding::Blur));
        QVERIFY(blurred->quality.sharpness < good->quality.sharpness);

        QImage dim = page;
        QPainter painter(&dim);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.fillRect(dim.rect(), qRgb(105, 105, 105));
        painter.end();
        const auto dark = examine(test::grey(dim), known());
        VERIFY_OK(dark);
        QVERIFY(has(*dark, dossier::QualityFinding::Dark));

        const auto streaked = examine(test::grey(pageWith(QStringLiteral("streak"))), known());
        VERIFY_OK(streaked);
        QVERIFY(has(*streaked, dossier::QualityFinding::Streak));

        const auto folded = examine(test::grey(pageWith(QStringLiteral("fold"))), known());
        VERIFY_OK(folded);
        QVERIFY(has(*folded, dossier::QualityFinding::Fold));

        const auto cut =
            examine(test::grey(page.copy(px(60), 0, page.width() - px(60), page.height())), known());
        VERIFY_OK(cut);
        QVERIFY(has(*cut, dossier::QualityFinding::CutEdge));

        ExamineInput coarse;
        coarse.dpi = 150;
        const auto low = examine(test::grey(test::textPage(150)), coarse);
        VERIFY_OK(low);
        QVERIFY(has(*low, dossier::QualityFinding::LowResolution));
    }

    void anotherPictureFormatAndCancellingAreErrors()
    {
        VERIFY_FAILS(examine(test::textPage(100), known()), ErrorCode::InvalidArgument);
        VERIFY_FAILS(examine(QImage(40, 400, QImage::Format_Grayscale8), known()), ErrorCode::ImageTooSmall);
        StopSource source;
        source.request_stop();
        VERIFY_FAILS(examine(test::grey(test::emptyPage(100)), known(), source.get_token()),
                     ErrorCode::Cancelled);
    }

    void samePageGivesTheSameFindings()
    {
        const QImage picture = test::grey(test::laidOn(test::textPage(dpi), 3.0, px(6), qRgb(40, 40, 40)));
        auto first = examine(picture, known());
        auto second = examine(picture, known());
        VERIFY_OK(first);
        VERIFY_OK(second);
        first->milliseconds = {};
        second->milliseconds = {};
        QVERIFY(*first == *second);
    }
};

QTEST_MAIN(TestExamine)
#include "tst_examine.moc"
