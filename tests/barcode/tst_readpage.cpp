// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "barcode/codepictures.h"
#include "barcode/finders.h"
#include "barcode/mending.h"
#include "barcode/patchcode.h"
#include "barcode/readpage.h"
#include "barcode/sheetpictures.h"
#include "support/testsupport.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace sohoa;
using namespace sohoa::test;

namespace {

const dossier::SheetKey key{QByteArray::fromHex("000102030405060708090a0b0c0d0e0f")};
constexpr double dotsPerMm = 300 / 25.4;

dossier::Separator someSheet()
{
    QRandomGenerator random(17);
    return inventedSheets(2, key, random).front();
}

QStringList separatorsOf(const barcode::PageCodes& page)
{
    QStringList texts;
    for (const dossier::Code& code : page.codes) {
        if (code.kind == dossier::CodeKind::Separator) {
            texts += code.text;
        }
    }
    return texts;
}

/// Bars as wide as `widths` says, dark and light in turn, in millimetres; the first lies at the top.
QImage barsOnPaper(const std::vector<double>& widths, double length, double dpi)
{
    QImage page = paper(static_cast<int>(210 / 25.4 * dpi), static_cast<int>(297 / 25.4 * dpi));
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(dpi / 25.4, dpi / 25.4);
    double top = 15;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (i % 2 == 0) {
            painter.fillRect(QRectF((210 - length) / 2, top, length, widths[i]), QColor(30, 30, 30));
        }
        top += widths[i];
    }
    return page;
}

/// The bars of a patch code: w is wide, n narrow.
std::vector<double> patchWidths(const char* bars)
{
    std::vector<double> widths;
    for (const char* bar = bars; *bar != 0; ++bar) {
        if (!widths.empty()) {
            widths.push_back(2.03);
        }
        widths.push_back(*bar == 'w' ? 5.08 : 2.03);
    }
    return widths;
}

QImage turnedPage(const QImage& page, double degrees)
{
    QTransform turn;
    turn.rotate(degrees);
    const QImage turned =
        page.convertToFormat(QImage::Format_ARGB32).transformed(turn, Qt::SmoothTransformation);
    QImage flat(turned.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, turned);
    painter.end();
    return flat.convertToFormat(QImage::Format_Grayscale8);
}

QStringList textsOf(const std::vector<dossier::Code>& codes)
{
    QStringList texts;
    for (const dossier::Code& code : codes) {
        texts += code.text;
    }
    return texts;
}

} // namespace

class ReadPageTest : public QObject
{
    Q_OBJECT

private slots:
    void eachOfTheFiveCodesOfASheetIsEnough()
    {
        const dossier::Separator sheet = someSheet();
        const QImage printed = printedSheet(sheet);
        const auto whole = barcode::readPage(printed, 300);
        VERIFY_OK(whole);
        QCOMPARE(separatorsOf(*whole).size(), 5);
        QVERIFY(!whole->unreadSheet);
        for (const dossier::Code& kept : whole->codes) {
            QPolygonF outline({kept.corners[0], kept.corners[1], kept.corners[2], kept.corners[3]});
            const QRect box = outline.boundingRect().toAlignedRect().adjusted(-20, -20, 20, 20);
            QImage alone = paper(printed.width(), printed.height());
            place(alone, printed.copy(box), box.topLeft());
            const auto read = barcode::readPage(alone, 300);
            VERIFY_OK(read);
            QCOMPARE(separatorsOf(*read), QStringList{dossier::separatorText(sheet)});
        }
    }

    void damagedSheetsAreReadOrTold()
    {
        QRandomGenerator invented(2611);
        const std::vector<dossier::Separator> sheets = inventedSheets(4, key, invented);
        for (int i = 0; i < 8; ++i) {
            QRandomGenerator random(static_cast<quint32>(40'000 + i));
            const SheetDamage damage = badLuck(random);
            const dossier::Separator& sheet = sheets[static_cast<std::size_t>(i) % sheets.size()];
            const auto read = barcode::readPage(damaged(printedSheet(sheet), damage, random), damage.dpi);
            VERIFY_OK(read);
            for (const QString& text : separatorsOf(*read)) {
                QCOMPARE(text, dossier::separatorText(sheet));
            }
            QVERIFY2(!separatorsOf(*read).empty() || read->unreadSheet, qPrintable(describe(damage)));
        }
    }

    void sheetOfWhichNothingCanBeReadIsTold()
    {
        QImage sheet = printedSheet(someSheet());
        const auto whole = barcode::readPage(sheet, 300);
        VERIFY_OK(whole);
        QPainter painter(&sheet);
        for (const dossier::Code& code : whole->codes) {
            // A band through the middle: the squares stay, what is between them goes.
            const QPointF middle = (code.corners[0] + code.corners[2]) / 2;
            const double side = std::hypot(code.corners[1].x() - code.corners[0].x(),
                                           code.corners[1].y() - code.corners[0].y());
            painter.fillRect(QRectF(middle.x() - side / 2, middle.y() - side * 0.28, side, side * 0.56),
                             Qt::white);
        }
        painter.end();
        const auto read = barcode::readPage(sheet, 300);
        VERIFY_OK(read);
        QVERIFY(separatorsOf(*read).isEmpty());
        QVERIFY(read->unreadSheet);
    }

    void aCodeWithOneSquareCoveredIsRead_data()
    {
        QTest::addColumn<int>("corner");
        QTest::addColumn<double>("askew");
        for (const int corner : {0, 1, 3}) { // clockwise; the code has no square in the third
            QTest::addRow("square %d", corner) << corner << 0.0;
            QTest::addRow("square %d, askew", corner) << corner << 9.5;
        }
    }
    void aCodeWithOneSquareCoveredIsRead()
    {
        QFETCH(int, corner);
        QFETCH(double, askew);
        const dossier::Separator sheet = someSheet();
        const QImage printed = printedSheet(sheet);
        const auto whole = barcode::readPage(printed, 300);
        VERIFY_OK(whole);
        const auto sideOf = [](const dossier::Code& code) {
            return std::hypot(code.corners[1].x() - code.corners[0].x(),
                              code.corners[1].y() - code.corners[0].y());
        };
        const dossier::Code large =
            *std::max_element(whole->codes.begin(), whole->codes.end(),
                              [&](const auto& a, const auto& b) { return sideOf(a) < sideOf(b); });
        const QRect box = QPolygonF({large.corners[0], large.corners[1], large.corners[2], large.corners[3]})
                              .boundingRect()
                              .toAlignedRect()
                              .adjusted(-60, -60, 60, 60);
        QImage alone = paper(printed.width(), printed.height());
        place(alone, printed.copy(box), box.topLeft());
        QPainter painter(&alone);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(30, 30, 30));
        const double radius = 0.14 * sideOf(large);
        painter.drawEllipse(large.corners[static_cast<std::size_t>(corner)], radius, radius);
        painter.end();
        alone = turnedPage(alone, askew);
        const auto read = barcode::readPage(alone, 300);
        VERIFY_OK(read);
        QCOMPARE(separatorsOf(*read), QStringList{dossier::separatorText(sheet)});
        if (askew == 0) {
            const dossier::Code& code = read->codes.front();
            const QPointF off = (code.corners[0] + code.corners[2] - large.corners[0] - large.corners[2]) / 2;
            QVERIFY2(std::hypot(off.x(), off.y()) < 0.06 * sideOf(large),
                     qPrintable(QString::number(off.x())));
        }
    }

    void whatIsLeftOfSeveralCodesIsPutTogether()
    {
        const dossier::Separator sheet = someSheet();
        const QImage printed = printedSheet(sheet);
        const auto whole = barcode::readPage(printed, 300);
        VERIFY_OK(whole);
        QImage spoilt = printed;
        QPainter painter(&spoilt);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(40, 40, 40));
        int turn = 0;
        for (const dossier::Code& code : whole->codes) {
            // In each another half is covered, across the diagonal or along the edges.
            const QPointF middle = (code.corners[0] + code.corners[2]) / 2;
            const auto at = static_cast<std::size_t>(turn++ % 2 == 0 ? 1 : 3);
            painter.drawPolygon(
                QPolygonF({code.corners[at], code.corners[2], middle + (code.corners[0] - middle) * 0.1}));
        }
        painter.end();
        const auto read = barcode::readPage(spoilt, 300);
        VERIFY_OK(read);
        QVERIFY(separatorsOf(*read).contains(dossier::separatorText(sheet)));
    }

    void linesAcrossThePageAreTakenOutAndNothingElse()
    {
        QImage sheet = printedSheet(someSheet());
        QCOMPARE(barcode::withoutLines(sheet), sheet);
        const std::size_t squares = barcode::findFinders(sheet).size();
        QImage crossed = sheet;
        QPainter painter(&crossed);
        for (const int x : {168, 864, 1301}) {
            painter.fillRect(x, 0, 7, crossed.height(), QColor(40, 40, 40));
        }
        painter.end();
        QVERIFY(barcode::findFinders(crossed).size() < squares);
        const QImage clean = barcode::withoutLines(crossed);
        QVERIFY(barcode::findFinders(clean).size() >= barcode::findFinders(crossed).size());
        QCOMPARE(clean.pixelColor(171, 20), sheet.pixelColor(171, 20));
        const auto read = barcode::readPage(crossed, 300);
        VERIFY_OK(read);
        QVERIFY(separatorsOf(*read).contains(dossier::separatorText(someSheet())));
    }

    void squaresWithoutACodeGiveNothing()
    {
        QImage page = paper(1200, 1200);
        QPainter painter(&page);
        for (const QPoint at : {QPoint(200, 200), QPoint(500, 200), QPoint(200, 500), QPoint(800, 800)}) {
            painter.fillRect(QRect(at, QSize(70, 70)), Qt::black);
            painter.fillRect(QRect(at + QPoint(10, 10), QSize(50, 50)), Qt::white);
            painter.fillRect(QRect(at + QPoint(20, 20), QSize(30, 30)), Qt::black);
        }
        painter.end();
        const auto squares = barcode::findFinders(page);
        QCOMPARE(squares.size(), std::size_t(4));
        QVERIFY(barcode::readSeparatorFromParts(page, squares, {}).empty());
        QVERIFY(barcode::readSeparatorFromParts(page, {}, {}).empty());
    }

    void oneUnreadableCodeOnAPaperIsNoSheet()
    {
        QRandomGenerator random(5);
        QImage page = textPage(2480, 3508, random);
        Drawing drawing;
        drawing.module = 7;
        QImage code =
            draw(barcode::writeQr(QStringLiteral("H56.14-261120-0001|nội dung")).value(), drawing, random);
        QPainter painter(&code);
        painter.fillRect(
            QRectF(code.width() * 0.1, code.height() * 0.36, code.width() * 0.8, code.height() * 0.28),
            Qt::white);
        painter.end();
        place(page, code, {150, 150});
        const auto read = barcode::readPage(page, 300);
        VERIFY_OK(read);
        QVERIFY(read->codes.empty());
        QVERIFY(!read->unreadSheet);
    }

    void squaresAreSeenWhereTheyAre()
    {
        const QImage sheet = printedSheet(someSheet());
        const auto squares = barcode::findFinders(sheet);
        QVERIFY(squares.size() >= 12 && squares.size() <= 15); // three of each code
        QRandomGenerator random(6);
        QVERIFY(barcode::findFinders(textPage(1240, 1754, random)).empty());
        QVERIFY(barcode::findFinders(QImage(3, 3, QImage::Format_Grayscale8)).empty());
    }

    void patchCodesAreReadWhicheverWayTheSheetLies_data()
    {
        QTest::addColumn<QByteArray>("bars");
        QTest::addColumn<QString>("text");
        // Widths of the zones in A-61599; A-61670 for 2, 3 and T.
        QTest::newRow("1") << QByteArray("wwnn") << QStringLiteral("1");
        QTest::newRow("2") << QByteArray("wnnw") << QStringLiteral("2");
        QTest::newRow("3") << QByteArray("wnwn") << QStringLiteral("3");
        QTest::newRow("4") << QByteArray("nwwn") << QStringLiteral("4");
        QTest::newRow("6") << QByteArray("nnww") << QStringLiteral("6");
        QTest::newRow("T") << QByteArray("nwnw") << QStringLiteral("T");
    }
    void patchCodesAreReadWhicheverWayTheSheetLies()
    {
        QFETCH(QByteArray, bars);
        QFETCH(QString, text);
        for (const double dpi : {100.0, 150.0, 300.0}) {
            const QImage page = barsOnPaper(patchWidths(bars.constData()), 90, dpi);
            const std::vector<double> turns =
                dpi < 150 ? std::vector{0.0, 90.0, 180.0, 270.0, -9.0, 4.0, 188.0} : std::vector{0.0, 94.0};
            for (const double turn : turns) {
                const QStringList read = textsOf(barcode::findPatchCodes(turnedPage(page, turn), dpi));
                QVERIFY2(
                    read == QStringList{text},
                    qPrintable(
                        QStringLiteral("%1 dpi, turned %2: %3").arg(dpi).arg(turn).arg(read.join(u' '))));
            }
        }
        // A page that does not say its resolution.
        QCOMPARE(textsOf(barcode::findPatchCodes(barsOnPaper(patchWidths(bars.constData()), 90, 200), 0)),
                 QStringList{text});
    }

    void barsThatAreNoPatchCodeAreNotRead_data()
    {
        QTest::addColumn<std::vector<double>>("widths");
        QTest::addColumn<double>("length");
        QTest::newRow("too short") << patchWidths("nwnw") << 12.0;
        QTest::newRow("three wide") << patchWidths("wwnw") << 90.0;
        QTest::newRow("all narrow") << patchWidths("nnnn") << 90.0;
        QTest::newRow("three bars") << patchWidths("nwn") << 90.0;
        QTest::newRow("a bar too many, near") << patchWidths("nwnwnwnwn") << 90.0;
        QTest::newRow("twice as large") << std::vector<double>{4, 4, 10, 4, 4, 4, 10} << 90.0;
        QTest::newRow("half as large") << std::vector<double>{1, 1, 2.5, 1, 1, 1, 2.5} << 90.0;
        QTest::newRow("lines of a table") << std::vector<double>{0.5, 8, 0.5, 8, 0.5, 8, 0.5} << 150.0;
    }
    void barsThatAreNoPatchCodeAreNotRead()
    {
        QFETCH(std::vector<double>, widths);
        QFETCH(double, length);
        const auto codes = barcode::findPatchCodes(barsOnPaper(widths, length, 200), 200);
        QVERIFY2(codes.empty(), qPrintable(textsOf(codes).join(u' ')));
    }

    void aPatchSheetIsSaidWithItsPlace()
    {
        const auto read = barcode::readPage(barsOnPaper(patchWidths("nwnw"), 90, 300), 300);
        VERIFY_OK(read);
        QCOMPARE(read->codes.size(), std::size_t(1));
        const dossier::Code& code = read->codes.front();
        QCOMPARE(code.format, QStringLiteral("PatchCode"));
        QCOMPARE(code.text, QStringLiteral("T"));
        const QPolygonF outline({code.corners[0], code.corners[1], code.corners[2], code.corners[3]});
        const QRectF drawn(60 * dotsPerMm, 15 * dotsPerMm, 90 * dotsPerMm, 20.3 * dotsPerMm);
        QVERIFY(drawn.adjusted(-20, -20, 20, 20).contains(outline.boundingRect()));
        QVERIFY(outline.boundingRect().contains(drawn.center()));
    }
};

QTEST_MAIN(ReadPageTest)
#include "tst_readpage.moc"
