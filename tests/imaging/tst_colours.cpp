// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/edits.h"
#include "imaging/encode.h"
#include "imaging/examine.h"
#include "imaging/jpegpage.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <cmath>

using namespace sohoa;
using namespace sohoa::imaging;
using dossier::ColourMode;

namespace {

constexpr int dpi = 300;

double px(double mm)
{
    return mm * dpi / 25.4;
}

QImage onPaper(const QImage& page, QRgb paper)
{
    QImage toned = page;
    QPainter painter(&toned);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.fillRect(toned.rect(), QColor(paper));
    return toned;
}

/// A wave as a pen writes it.
void sign(QImage& page, QPointF at, double wideMm, double penMm, QRgb colour)
{
    QPainterPath path(at);
    for (int i = 1; i <= 60; ++i) {
        path.lineTo(at + QPointF(px(wideMm) * i / 60, px(wideMm / 5) * std::sin(i / 3.0)));
    }
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(colour), px(penMm)));
    painter.drawPath(path);
}

void stamp(QImage& page, QPointF centre, double radiusMm, QRgb colour)
{
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(colour), px(0.7)));
    painter.drawEllipse(centre, px(radiusMm), px(radiusMm));
    painter.drawEllipse(centre, px(radiusMm * 0.6), px(radiusMm * 0.6));
}

/// What sensors give whose rows of red and blue do not quite meet those of green.
QImage fringed(const QImage& page)
{
    QImage shifted = page;
    for (int y = 1; y < page.height() - 1; ++y) {
        for (int x = 0; x < page.width(); ++x) {
            shifted.setPixel(
                x, y,
                qRgb(qRed(page.pixel(x, y - 1)), qGreen(page.pixel(x, y)), qBlue(page.pixel(x, y + 1))));
        }
    }
    return shifted;
}

std::optional<dossier::ColourContent> contentOf(const QImage& page, int quality = 80)
{
    const auto jpeg = encodeJpeg(page, quality, dpi);
    const auto decoded = JpegPage::decode(*jpeg);
    const auto colours = decoded->colours();
    ExamineInput input;
    input.dpi = dpi;
    input.mode = colours ? ColourMode::Colour : ColourMode::Grey;
    input.colours = colours ? &*colours : nullptr;
    const auto found = examine(decoded->luminance(), input);
    return found ? found->colourContent : std::nullopt;
}

} // namespace

class TestColours : public QObject
{
    Q_OBJECT

    QImage m_print;

private slots:
    void initTestCase() { m_print = test::textPage(dpi); }

    void colouredInkIsNeverLost_data()
    {
        QTest::addColumn<QRgb>("paper");
        QTest::addColumn<QRgb>("ink");
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("quality");
        const QRgb white = qRgb(250, 249, 246);
        const QRgb cream = qRgb(250, 240, 215);
        const QRgb red = qRgb(205, 40, 50);
        const QRgb blue = qRgb(40, 55, 150);
        QTest::newRow("red stamp") << white << red << "stamp" << 80;
        QTest::newRow("pale red stamp") << white << qRgb(240, 175, 178) << "stamp" << 80;
        QTest::newRow("red stamp on pink paper") << qRgb(255, 205, 205) << red << "stamp" << 80;
        QTest::newRow("red stamp, poor JPEG") << cream << red << "stamp" << 40;
        QTest::newRow("blue signature") << white << blue << "pen" << 80;
        QTest::newRow("blue signature on blue paper") << qRgb(190, 215, 240) << blue << "pen" << 80;
        QTest::newRow("blue signature, poor JPEG") << cream << blue << "pen" << 40;
        QTest::newRow("nearly black blue") << white << qRgb(30, 35, 85) << "pen" << 80;
        QTest::newRow("green pen") << white << qRgb(30, 110, 70) << "pen" << 80;
        QTest::newRow("small blue tick") << white << blue << "tick" << 80;
    }
    void colouredInkIsNeverLost()
    {
        QFETCH(QRgb, paper);
        QFETCH(QRgb, ink);
        QFETCH(QString, what);
        QFETCH(int, quality);
        QImage page = onPaper(m_print, paper);
        if (what == QLatin1String("stamp")) {
            stamp(page, {px(140), px(220)}, 16, ink);
        } else {
            const bool tick = what == QLatin1String("tick");
            sign(page, {px(120), px(270)}, tick ? 6 : 25, tick ? 0.4 : 0.45, ink);
        }
        const auto content = contentOf(page, quality);
        QVERIFY(content.has_value());
        QVERIFY(content->mode == ColourMode::Colour);
    }

    void tintsAndFringesAreNoColour_data()
    {
        QTest::addColumn<QRgb>("paper");
        QTest::addColumn<bool>("fringe");
        QTest::addColumn<int>("quality");
        QTest::newRow("white") << qRgb(252, 251, 250) << false << 80;
        QTest::newRow("cream") << qRgb(250, 240, 215) << false << 80;
        QTest::newRow("pink form") << qRgb(255, 205, 205) << false << 80;
        QTest::newRow("green form, poor JPEG") << qRgb(190, 225, 195) << false << 40;
        QTest::newRow("fringes") << qRgb(250, 249, 246) << true << 80;
    }
    void tintsAndFringesAreNoColour()
    {
        QFETCH(QRgb, paper);
        QFETCH(bool, fringe);
        QFETCH(int, quality);
        const QImage page = onPaper(m_print, paper);
        const auto content = contentOf(fringe ? fringed(page) : page, quality);
        QVERIFY(content.has_value());
        QVERIFY2(content->mode != ColourMode::Colour, qPrintable(QString::number(content->confidence)));
        QVERIFY(content->confidence > 0.8);
    }

    void printAloneIsBilevelAndTonesAreNot()
    {
        const auto print = contentOf(test::grey(m_print));
        QVERIFY(print.has_value());
        QVERIFY(print->mode == ColourMode::Bilevel);

        QImage pencil = m_print;
        for (int i = 0; i < 6; ++i) {
            sign(pencil, {px(40 + 20 * i), px(272)}, 14, 0.5, qRgb(150, 150, 152));
        }
        QVERIFY(contentOf(pencil)->mode == ColourMode::Grey);

        QImage photo = m_print;
        for (int y = int(px(100)); y < int(px(140)); ++y) {
            for (int x = int(px(60)); x < int(px(95)); ++x) {
                const int light = int(140 + 50 * std::sin(x / 60.0) + 40 * std::cos(y / 45.0));
                photo.setPixel(x, y, qRgb(light, light, light));
            }
        }
        QVERIFY(contentOf(photo)->mode == ColourMode::Grey);
    }

    void whatIsNotKnownStaysInColour()
    {
        ExamineInput input;
        input.dpi = dpi;
        input.mode = ColourMode::Colour; // as of a PNG, whose colours nobody decoded
        const auto found = examine(test::grey(m_print), input);
        VERIFY_OK(found);
        QVERIFY(!found->colourContent);
        QVERIFY(!suggestEdits(*found, {.chooseMode = true}).mode);
    }
};

QTEST_MAIN(TestColours)
#include "tst_colours.moc"
