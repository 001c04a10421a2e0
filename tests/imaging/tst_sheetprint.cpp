// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"
#include "imaging/decode.h"
#include "imaging/examine.h"
#include "imaging/sheetoverlay.h"
#include "imaging/sheetprint.h"
#include "support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::imaging;

namespace {

constexpr int dpi = 200;

int px(double millimetres)
{
    return static_cast<int>(millimetres * dpi / millimetresPerInch);
}

/// A page of text with some lines filled in by hand.
QImage formFor(const QString& name, const QString& number)
{
    QImage page = test::textPage(dpi);
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Sans"));
    font.setItalic(true);
    font.setPixelSize(13 * dpi / 72);
    painter.setFont(font);
    painter.fillRect(px(25), px(60), px(160), px(18), Qt::white);
    painter.setPen(QColor(30, 50, 140));
    painter.drawText(px(30), px(68), name);
    painter.drawText(px(30), px(76), number);
    return page;
}

/// What a scanner may make of a sheet another time: grain, less light.
QImage rescanned(const QImage& sheet, quint32 seed)
{
    QImage scan = sheet.convertToFormat(QImage::Format_RGB32);
    QRandomGenerator random(seed);
    for (int y = 0; y < scan.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(scan.scanLine(y));
        for (int x = 0; x < scan.width(); ++x) {
            const int level = std::clamp(qGray(row[x]) * 240 / 255 + random.bounded(-9, 10), 0, 255);
            row[x] = qRgb(level, level, level);
        }
    }
    return scan;
}

/// A page with little writing beside two cards on a faint ground, and a photograph.
/// @param ground of the cards, a tone that is hardly darker than paper
QImage cardPage(const QString& name, int ground)
{
    QImage page = test::emptyPage(dpi);
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(7 * dpi / 72);
    painter.setFont(font);
    for (const int top : {45, 120}) {
        QLinearGradient tone(px(60), 0, px(146), 0);
        tone.setColorAt(0, QColor(ground, ground, ground));
        tone.setColorAt(1, QColor(ground - 20, ground - 20, ground - 20));
        painter.fillRect(px(60), px(top), px(86), px(54), tone);
        painter.setPen(QColor(30, 30, 30));
        for (int line = 0; line < 4; ++line) {
            painter.drawText(px(90), px(top + 10 + 8 * line),
                             line % 2 == 0 ? name : QStringLiteral("Có giá trị đến 25/10/2035"));
        }
        painter.fillRect(px(64), px(top + 12), px(20), px(26), QColor(90, 90, 90));
    }
    painter.drawText(px(60), px(215), QStringLiteral("Bản sao của ") + name);
    return page;
}

/// The sheet as a scanner of two tones gives it.
QImage twoToned(const QImage& sheet, int threshold)
{
    QImage tones = test::grey(sheet);
    for (int y = 0; y < tones.height(); ++y) {
        uchar* row = tones.scanLine(y);
        std::transform(row, row + tones.width(), row,
                       [threshold](uchar v) { return v < threshold ? uchar{0} : uchar{255}; });
    }
    return tones;
}

/// Four photographs on a ground of middle grey, and a line of writing.
QImage photoPage(const QString& name)
{
    QImage page = test::emptyPage(dpi);
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Serif"));
    font.setPixelSize(12 * dpi / 72);
    painter.setFont(font);
    for (int i = 0; i < 4; ++i) {
        const QRect photo(px(40 + i % 2 * 60), px(50 + i / 2 * 70), px(30), px(40));
        painter.fillRect(photo, QColor(100 + 20 * i, 100 + 20 * i, 100 + 20 * i));
        painter.setBrush(QColor(20, 20, 20));
        painter.drawEllipse(photo.adjusted(px(8), px(5), -px(8), -px(18)));
    }
    painter.setPen(QColor(20, 20, 20));
    painter.drawText(px(45), px(205),
                     QStringLiteral("Ảnh 3 x 4 của ") + name + QStringLiteral(", chụp tháng 10"));
    return page;
}

std::optional<SheetPrint> print(const QImage& image)
{
    const QImage grey = test::grey(image);
    ExamineInput input;
    input.dpi = dpi;
    const Result<dossier::PageFindings> findings = examine(grey, input);
    return findings ? printOf(grey, dpi, *findings) : std::nullopt;
}

} // namespace

class TestSheetPrint : public QObject
{
    Q_OBJECT

private slots:
    void aSheetScannedAgainIsTheSameSheet_data()
    {
        QTest::addColumn<double>("lean");
        QTest::addColumn<int>("bed"); // millimetres
        QTest::addColumn<bool>("upsideDown");
        QTest::newRow("with other noise") << 0.0 << 0 << false;
        QTest::newRow("leaning") << 1.7 << 0 << false;
        QTest::newRow("beside where it lay") << -0.8 << 14 << false;
        QTest::newRow("upside down") << 0.6 << 0 << true;
    }
    void aSheetScannedAgainIsTheSameSheet()
    {
        QFETCH(double, lean);
        QFETCH(int, bed);
        QFETCH(bool, upsideDown);
        const QImage sheet = formFor(QStringLiteral("Nguyễn Thị Mẫu Đơn"), QStringLiteral("079012345678"));
        const std::optional<SheetPrint> first = print(rescanned(sheet, 1));
        QImage other = bed == 0 && lean == 0 ? sheet : test::laidOn(sheet, lean, px(bed), qRgb(40, 40, 40));
        other = upsideDown ? other.transformed(QTransform().rotate(180)) : other;
        const std::optional<SheetPrint> second = print(rescanned(other, 2));
        QVERIFY(first && second);
        QVERIFY2(differenceOf(first->look, second->look) <= mostDifference,
                 qPrintable(QString::number(differenceOf(first->look, second->look))));
        QVERIFY(isSameSheet(*first, *second));
        QVERIFY(isSameSheet(*second, *first));
    }

    void aCardOnAFaintGroundIsToldByItsWriting()
    {
        const QString hers = QStringLiteral("NGUYỄN THỊ MẪU ĐƠN");
        const std::optional<SheetPrint> first = print(rescanned(cardPage(hers, 206), 1));
        // Darker light: what of the ground counts as ink is another part of it.
        const std::optional<SheetPrint> again =
            print(rescanned(test::laidOn(cardPage(hers, 216), 1.1, px(6), qRgb(40, 40, 40)), 2));
        const std::optional<SheetPrint> his =
            print(rescanned(cardPage(QStringLiteral("TRẦN VĂN GIẢ ĐỊNH"), 206), 3));
        QVERIFY(first && again && his);
        QVERIFY(isSameSheet(*first, *again));
        QVERIFY(isSameSheet(*again, *first));
        QVERIFY(!isSameSheet(*first, *his));
        QVERIFY(!isSameSheet(*his, *again));
    }

    void photographsInTwoTonesDoNotDecide()
    {
        const QImage page = photoPage(QStringLiteral("Nguyễn Thị Mẫu Đơn"));
        // The grounds of two of the four turn from white to black.
        const std::optional<SheetPrint> light = print(twoToned(page, 110));
        const std::optional<SheetPrint> dark = print(twoToned(page, 150));
        const std::optional<SheetPrint> other =
            print(twoToned(photoPage(QStringLiteral("Trần Văn Giả Định")), 110));
        QVERIFY(light && dark && other);
        QVERIFY(isSameUpright(light->ink, dark->ink));
        QVERIFY(!isSameUpright(light->ink, other->ink));
    }

    void theSameFormOfSomebodyElseIsAnotherSheet()
    {
        const std::optional<SheetPrint> hers = print(rescanned(
            formFor(
                QStringLiteral("Họ và tên: Nguyễn Thị Mẫu Đơn, sinh ngày 02/09/1987, nơi cư trú: Thôn Đông"),
                QStringLiteral("Số định danh cá nhân: 079187012345, cấp ngày 25/11/2021")),
            1));
        const std::optional<SheetPrint> his = print(rescanned(
            formFor(QStringLiteral("Họ và tên: Trần Văn Giả Định, sinh ngày 17/05/1961, nơi cư trú: Tổ 7"),
                    QStringLiteral("Số định danh cá nhân: 001061098765, cấp ngày 03/06/2022")),
            2));
        QVERIFY(hers && his);
        QVERIFY(!isSameSheet(*hers, *his));
        QVERIFY(!isSameSheet(*his, *hers));
    }

    void aSheetWithMoreOnItIsAnotherSheet()
    {
        QImage sheet = formFor(QStringLiteral("Nguyễn Thị Mẫu Đơn"), QStringLiteral("079012345678"));
        QPainter painter(&sheet);
        painter.fillRect(px(100), px(215), px(60), px(55), Qt::white); // where it is to be sealed
        const std::optional<SheetPrint> before = print(rescanned(sheet, 1));
        painter.setPen(QPen(QColor(205, 40, 50), px(0.9)));
        for (const int inset : {0, 3, 9}) {
            painter.drawEllipse(px(110 + inset / 2.0), px(225 + inset / 2.0), px(36 - inset), px(36 - inset));
        }
        painter.end();
        const std::optional<SheetPrint> stamped = print(rescanned(sheet, 2));
        QVERIFY(before && stamped);
        QVERIFY(!isSameSheet(*before, *stamped));
        QVERIFY(!isSameSheet(*stamped, *before));
    }

    void theLookIsFoundWhileThePageIsExamined()
    {
        const QImage sheet = rescanned(formFor(QStringLiteral("Nguyễn Thị Mẫu Đơn"), QString()), 3);
        const QImage grey = test::grey(test::laidOn(sheet, 2.5, px(9), qRgb(30, 30, 30)));
        std::optional<SheetLook> look;
        ExamineInput input;
        input.dpi = dpi;
        VERIFY_OK(examine(grey, input, {}, nullptr, &look));
        const std::optional<SheetPrint> first = print(sheet);
        QVERIFY(look && first);
        QVERIFY2(differenceOf(*look, first->look) <= mostDifference,
                 qPrintable(QString::number(differenceOf(*look, first->look))));
        // The same cells read from the other end are the sheet upside down.
        SheetLook upsideDown{};
        for (int cell = 0; cell < 1024; ++cell) {
            const int opposite = 1023 - cell;
            const quint64 bit = ((*look)[static_cast<std::size_t>(cell / 64)] >> (cell % 64)) & 1U;
            upsideDown[static_cast<std::size_t>(opposite / 64)] |= bit << (opposite % 64);
        }
        QCOMPARE(differenceOf(*look, upsideDown), 0);
        QVERIFY(!(upsideDown == *look));
    }

    void whatHasTooLittleOnItHasNoPrint()
    {
        QVERIFY(!print(test::emptyPage(dpi)));
        QImage page = test::emptyPage(dpi);
        QPainter painter(&page);
        painter.drawText(px(100), px(285), QStringLiteral("7"));
        painter.end();
        QVERIFY(!print(page));
    }

    /// Pages made for this test: kinds of paper, each filled in for two people, each sheet scanned twice.
    void sheetsAreToldApart()
    {
        QTemporaryDir folder;
        QProcess maker;
        maker.start(QStringLiteral("/usr/bin/python3"),
                    {test::sourcePath(QStringLiteral("resources/samples/generator/make-again")),
                     QStringLiteral("--seed"), QStringLiteral("4711"), QStringLiteral("--count"),
                     QStringLiteral("9"), QStringLiteral("--out"), folder.path()});
        const bool ended = maker.waitForFinished(200'000);
        const QByteArray complaint = maker.readAllStandardError();
        if ((!ended && maker.error() == QProcess::FailedToStart) || complaint.contains("No module named")) {
            QSKIP("needs Python 3 with Pillow and numpy to make its pages");
        }
        QVERIFY2(ended && maker.exitCode() == 0, complaint.constData());
        QFile truth(folder.filePath(QStringLiteral("truth.json")));
        QVERIFY(truth.open(QIODevice::ReadOnly));
        struct Scan
        {
            QString file;
            QString sheet;
            SheetPrint print;
        };
        std::vector<Scan> scans;
        const QJsonArray entries = QJsonDocument::fromJson(truth.readAll()).array();
        for (const QJsonValue& value : entries) {
            const QJsonObject entry = value.toObject();
            const QString name = entry[QLatin1String("file")].toString();
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<Luminance> luminance = decodeLuminance(file.readAll());
            VERIFY_OK(luminance);
            ExamineInput input;
            input.dpi = entry[QLatin1String("dpi")].toDouble();
            const Result<dossier::PageFindings> findings = examine(luminance->grey, input);
            VERIFY_OK(findings);
            auto print = printOf(luminance->grey, input.dpi, *findings);
            QVERIFY2(print, qPrintable(name));
            scans.push_back({name, entry[QLatin1String("again")].toString(), std::move(*print)});
        }
        QCOMPARE(scans.size(), std::size_t(36));
        for (std::size_t i = 0; i < scans.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool said = differenceOf(scans[i].print.look, scans[j].print.look) <= mostDifference &&
                                  isSameSheet(scans[i].print, scans[j].print);
                QVERIFY2(said == (scans[i].sheet == scans[j].sheet),
                         qPrintable(scans[i].file + QLatin1Char(' ') + scans[j].file));
            }
        }
    }
};

QTEST_MAIN(TestSheetPrint)
#include "tst_sheetprint.moc"
