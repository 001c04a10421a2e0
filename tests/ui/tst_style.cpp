// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QFile>
#include <QPainter>
#include <QTest>

#include <vector>

using namespace sohoa::ui;

class StyleTest final : public QObject
{
    Q_OBJECT

private slots:
    void contrastRatioAgreesWithPublishedValues();
    void textReachesAaOnItsGround_data();
    void textReachesAaOnItsGround();
    void marksAndBordersReachThreeToOne_data();
    void marksAndBordersReachThreeToOne();
    void everySymbolHasItsPicture();
    void symbolsAreDrawnInTheColourAskedFor();
    void applicationHasItsPicture();
};

namespace {

struct Pair
{
    const char* name;
    QColor over;
    QColor under;
};

std::vector<Pair> textPairs(const Colours& c)
{
    std::vector<Pair> pairs = {
        {"ink on window", c.ink, c.window},
        {"ink on surface", c.ink, c.surface},
        {"ink on sunken", c.ink, c.sunken},
        {"ink on hover", c.ink, c.hover},
        {"ink on selection", c.ink, c.selection},
        {"ink on paper", c.ink, c.paper},
        {"muted on window", c.inkMuted, c.window},
        {"muted on surface", c.inkMuted, c.surface},
        {"muted on hover", c.inkMuted, c.hover},
        {"muted on selection", c.inkMuted, c.selection},
        {"on primary", c.onPrimary, c.primary},
        {"on primary hover", c.onPrimary, c.primaryHover},
        {"on primary pressed", c.onPrimary, c.primaryPressed},
        {"primary on surface", c.primary, c.surface},
        {"warning on surface", c.warning, c.surface},
        {"warning on selection", c.warning, c.selection},
        {"danger on surface", c.danger, c.surface},
        {"danger on selection", c.danger, c.selection},
        {"success on surface", c.success, c.surface},
        {"info on surface", c.info, c.surface},
        {"navigation", c.onNavigation, c.navigation},
        {"navigation active", c.onNavigation, c.navigationActive},
        {"navigation muted", c.onNavigationMuted, c.navigation},
        {"navigation muted hover", c.onNavigationMuted, c.navigationHover},
        {"navigation count", c.onNavigation, mixed(c.onNavigation, c.navigation, 0.22)},
        {"badge", c.onBadge, c.badge},
        {"toast", c.surface, c.ink},
        {"key cap on surface", mixed(c.ink, c.surface, 0.92), mixed(c.ink, c.surface, 0.10)},
        {"key cap on primary", mixed(c.onPrimary, c.primary, 0.92), mixed(c.onPrimary, c.primary, 0.10)}};
    for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger}) {
        const ToneColours shades = toneColours(c, tone);
        pairs.push_back({"tone on its ground", shades.ink, shades.soft});
        pairs.push_back({"ink on tone", c.ink, shades.soft});
    }
    return pairs;
}

std::vector<Pair> markPairs(const Colours& c)
{
    return {{"border on surface", c.controlBorder, c.surface},
            {"border on window", c.controlBorder, c.window},
            {"focus on surface", c.focus, c.surface},
            {"focus on window", c.focus, c.window},
            {"focus on selection", c.focus, c.selection},
            {"focus on paper", c.focus, c.paper},
            {"focus in primary", c.onPrimaryFocus, c.primary},
            {"primary bar on sunken", c.primary, c.sunken},
            {"warning bar on sunken", c.warning, c.sunken},
            {"target mark on sunken", c.ink, c.sunken},
            {"focus in navigation", c.onNavigation, c.navigationActive},
            {"badge in navigation", c.badge, c.navigation}};
}

void addRows(std::vector<Pair> (*pairs)(const Colours&))
{
    QTest::addColumn<QColor>("over");
    QTest::addColumn<QColor>("under");
    int number = 0;
    for (const auto& [look, colours] :
         {std::pair("light", lightColours()), std::pair("dark", darkColours())}) {
        for (const Pair& pair : pairs(colours)) {
            QTest::addRow("%s %d %s", look, ++number, pair.name) << pair.over << pair.under;
        }
    }
}

} // namespace

// Black on white is 21 : 1 by definition; #767676 on white is the well-known grey just above 4.5 : 1
// (WCAG 2.1, understanding success criterion 1.4.3).
void StyleTest::contrastRatioAgreesWithPublishedValues()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void StyleTest::textReachesAaOnItsGround_data()
{
    addRows(textPairs);
}

void StyleTest::textReachesAaOnItsGround()
{
    QFETCH(const QColor, over);
    QFETCH(const QColor, under);
    const double ratio = contrastRatio(over, under);
    QVERIFY2(ratio >= 4.5,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(over.name(), under.name()).arg(ratio)));
}

void StyleTest::marksAndBordersReachThreeToOne_data()
{
    addRows(markPairs);
}

void StyleTest::marksAndBordersReachThreeToOne()
{
    QFETCH(const QColor, over);
    QFETCH(const QColor, under);
    const double ratio = contrastRatio(over, under);
    QVERIFY2(ratio >= 3,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(over.name(), under.name()).arg(ratio)));
}

void StyleTest::everySymbolHasItsPicture()
{
    for (int i = 0; i < iconCount; ++i) {
        const QString path = QStringLiteral(":/icons/%1.svg").arg(iconName(static_cast<Icon>(i)));
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
}

void StyleTest::symbolsAreDrawnInTheColourAskedFor()
{
    for (int i = 0; i < iconCount; ++i) {
        QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintIcon(painter, image.rect(), static_cast<Icon>(i), Qt::red);
        painter.end();
        int red = 0;
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                red += pixel.red() > 200 && pixel.green() < 60 ? 1 : 0;
                dark += pixel.red() < 100 ? 1 : 0;
            }
        }
        QVERIFY2(red > 20, qPrintable(iconName(static_cast<Icon>(i))));
        QCOMPARE(dark, 0);
    }
}

void StyleTest::applicationHasItsPicture()
{
    for (const int size : {16, 32, 48, 256}) {
        const QImage image = applicationIcon().pixmap(size, size).toImage();
        QCOMPARE(image.width(), size);
        QVERIFY(image.pixelColor(size / 2, size / 2).alpha() > 200);
    }
}

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
