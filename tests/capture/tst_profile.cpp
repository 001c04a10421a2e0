// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/profile.h"
#include "support/testsupport.h"

#include <QJsonArray>
#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;
using dossier::ColourMode;

namespace {

ScanProfile own()
{
    ScanProfile profile;
    profile.id = QStringLiteral("own-1");
    profile.name = QStringLiteral("Hộ tịch, hai mặt");
    profile.key = 12;
    profile.scannerId = QStringLiteral("escl+https://203.0.113.7/eSCL");
    profile.scannerSerial = QStringLiteral("serial");
    profile.source = PaperSource::FeederDuplex;
    profile.startOnPaper = true;
    profile.dpi = 200;
    profile.colour = ProfileColour::Grey;
    profile.widthMm = 0;
    profile.heightMm = 355.6;
    profile.cleaning = {false, false, false, false, false, true};
    profile.separation = {true, QStringLiteral("HS-"), 2};
    profile.target = ProfileTarget::Separators;
    return profile;
}

ScannerInfo scanner(const QString& id, bool flatbed, bool feeder, bool duplex)
{
    ScannerInfo info;
    info.id = id;
    info.flatbed = flatbed;
    info.feeder = feeder;
    info.duplex = duplex;
    return info;
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultProfilesAreValidAndHaveKeys();
    void profilesSurviveJson();
    void whatIsMissingHasItsDefault();
    void wrongValuesAreRefused_data();
    void wrongValuesAreRefused();
    void jsonOfAnotherKindIsRefused_data();
    void jsonOfAnotherKindIsRefused();
    void nothingComesTwice();
    void scannerIsFoundAgain();
    void bothSidesAreNeverQuietlyOne();
    void automaticScansInColourWhereThereIsColour();
    void papersFitTheSource();
};

void ProfileTest::defaultProfilesAreValidAndHaveKeys()
{
    const std::vector<ScanProfile> profiles = defaultProfiles();
    VERIFY_OK(checkProfiles(profiles));
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        QCOMPARE(profiles[i].key, profileKeys.at(i));
    }
    const auto again = profilesFrom(toJson(profiles));
    VERIFY_OK(again);
    QVERIFY(*again == profiles);
}

void ProfileTest::profilesSurviveJson()
{
    const auto again = profilesFrom(toJson(std::vector{own()}));
    VERIFY_OK(again);
    QVERIFY(*again == std::vector{own()});
}

void ProfileTest::whatIsMissingHasItsDefault()
{
    const auto profiles =
        profilesFrom({{QStringLiteral("profiles"),
                       QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("x")},
                                              {QStringLiteral("name"), QStringLiteral("X")}}}}});
    VERIFY_OK(profiles);
    ScanProfile plain;
    plain.id = QStringLiteral("x");
    plain.name = QStringLiteral("X");
    QVERIFY(profiles->front() == plain);
}

void ProfileTest::wrongValuesAreRefused_data()
{
    QTest::addColumn<int>("which");
    for (const char* name : {"no id", "no name", "spaces", "long name", "F1", "F6", "F13", "coarse", "fine",
                             "width", "height", "every", "prefix"}) {
        static int which = 0;
        QTest::newRow(name) << which++;
    }
}

void ProfileTest::wrongValuesAreRefused()
{
    QFETCH(int, which);
    ScanProfile profile = own();
    const std::vector<std::function<void()>> faults = {
        [&] { profile.id.clear(); },
        [&] { profile.name.clear(); },
        [&] { profile.name = QStringLiteral(" x"); },
        [&] { profile.name = QString(41, u'x'); },
        [&] { profile.key = 1; },
        [&] { profile.key = 6; },
        [&] { profile.key = 13; },
        [&] { profile.dpi = 99; },
        [&] { profile.dpi = 1201; },
        [&] { profile.widthMm = -1; },
        [&] { profile.heightMm = 5000; },
        [&] { profile.separation.everySides = -1; },
        [&] { profile.separation.codePrefix = QString(65, u'x'); },
    };
    VERIFY_OK(checkProfiles({profile}));
    faults.at(static_cast<std::size_t>(which))();
    VERIFY_FAILS(checkProfiles({profile}), ErrorCode::InvalidArgument);
    VERIFY_FAILS(profilesFrom(toJson(std::vector{profile})), ErrorCode::InvalidArgument);
}

void ProfileTest::jsonOfAnotherKindIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("word of next year") << QStringLiteral("colour") << QJsonValue(QStringLiteral("infrared"));
    QTest::newRow("source") << QStringLiteral("source") << QJsonValue(7);
    QTest::newRow("text for a number") << QStringLiteral("dpi") << QJsonValue(QStringLiteral("300"));
    QTest::newRow("half a key") << QStringLiteral("key") << QJsonValue(2.5);
    QTest::newRow("number for a word") << QStringLiteral("name") << QJsonValue(5);
    QTest::newRow("null") << QStringLiteral("target") << QJsonValue(QJsonValue::Null);
}

void ProfileTest::jsonOfAnotherKindIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject profile = toJson(std::vector{own()})[QStringLiteral("profiles")].toArray().at(0).toObject();
    profile[field] = value;
    VERIFY_FAILS(profilesFrom({{QStringLiteral("profiles"), QJsonArray{profile}}}),
                 ErrorCode::InvalidArgument);
    VERIFY_FAILS(profilesFrom({}), ErrorCode::InvalidArgument);
}

void ProfileTest::nothingComesTwice()
{
    ScanProfile other = own();
    other.id = QStringLiteral("own-2");
    other.name = QStringLiteral("Khác");
    other.key = 11;
    VERIFY_OK(checkProfiles({own(), other}));
    ScanProfile sameKey = other;
    sameKey.key = 12;
    VERIFY_FAILS(checkProfiles({own(), sameKey}), ErrorCode::InvalidArgument);
    ScanProfile sameName = other;
    sameName.name = QStringLiteral("HỘ TỊCH, hai mặt");
    VERIFY_FAILS(checkProfiles({own(), sameName}), ErrorCode::InvalidArgument);
    ScanProfile sameId = other;
    sameId.id = own().id;
    VERIFY_FAILS(checkProfiles({own(), sameId}), ErrorCode::InvalidArgument);
    ScanProfile noKey = own();
    noKey.key = other.key = 0;
    VERIFY_OK(checkProfiles({noKey, other}));
}

void ProfileTest::scannerIsFoundAgain()
{
    const ScannerInfo glass = scanner(QStringLiteral("a"), true, false, false);
    ScannerInfo moved = scanner(QStringLiteral("escl+https://203.0.113.99/eSCL"), false, true, true);
    moved.serial = QStringLiteral("serial");
    std::vector<ScannerInfo> all = {glass, moved};
    QVERIFY(!scannerFor(own(), all)); // it says so, and cannot prove it: its certificate is another one
    all[1].trust = moved.trust = LinkTrust::Remembered;
    QCOMPARE(scannerFor(own(), all)->id, moved.id); // by serial, though the address changed
    ScanProfile profile = own();
    profile.scannerSerial.clear();
    QVERIFY(!scannerFor(profile, all)); // another one in its place would be a surprise
    profile.scannerId.clear();
    QCOMPARE(scannerFor(profile, all)->id, moved.id); // the first with both sides
    profile.source = PaperSource::Flatbed;
    QCOMPARE(scannerFor(profile, all)->id, glass.id);
    QVERIFY(!scannerFor(profile, {}));
}

void ProfileTest::bothSidesAreNeverQuietlyOne()
{
    VERIFY_FAILS(settingsFor(own(), scanner(QStringLiteral("a"), true, true, false)),
                 ErrorCode::ScannerCannot);
    const auto settings = settingsFor(own(), scanner(QStringLiteral("a"), true, true, true));
    VERIFY_OK(settings);
    QVERIFY(settings->source == PaperSource::FeederDuplex);
    QCOMPARE(settings->dpi, 200);
    QVERIFY(settings->mode == ColourMode::Grey);
    QCOMPARE(settings->heightMm, 355.6);
}

void ProfileTest::automaticScansInColourWhereThereIsColour()
{
    ScanProfile profile = own();
    profile.colour = ProfileColour::Automatic;
    ScannerInfo info = scanner(QStringLiteral("a"), true, true, true);
    QVERIFY(settingsFor(profile, info)->mode == ColourMode::Colour);
    info.modes = {ColourMode::Grey, ColourMode::Bilevel};
    QVERIFY(settingsFor(profile, info)->mode == ColourMode::Grey);
}

void ProfileTest::papersFitTheSource()
{
    SourceInfo source;
    QCOMPARE(paperSizesFor(source).size(), 7U); // it would not say
    source.widthMm = 215.9;
    source.heightMm = 296.9;
    QStringList names;
    for (const PaperSize& size : paperSizesFor(source)) {
        names += size.name;
    }
    QCOMPARE(names, (QStringList{QStringLiteral("A4"), QStringLiteral("Letter"), QStringLiteral("A5"),
                                 QStringLiteral("A6"), QStringLiteral("Card")}));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
