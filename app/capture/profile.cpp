// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/profile.h"

#include "base/words.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

namespace sohoa::capture {

namespace {

constexpr std::array sourceWords = {
    Word<PaperSource>{PaperSource::Flatbed, "flatbed"},
    Word<PaperSource>{PaperSource::Feeder, "feeder"},
    Word<PaperSource>{PaperSource::FeederDuplex, "duplex"},
};

constexpr std::array colourWords = {
    Word<ProfileColour>{ProfileColour::Automatic, "automatic"},
    Word<ProfileColour>{ProfileColour::Colour, "colour"},
    Word<ProfileColour>{ProfileColour::Grey, "grey"},
    Word<ProfileColour>{ProfileColour::Bilevel, "bilevel"},
};

constexpr std::array targetWords = {
    Word<ProfileTarget>{ProfileTarget::Component, "component"},
    Word<ProfileTarget>{ProfileTarget::Dossier, "dossier"},
    Word<ProfileTarget>{ProfileTarget::Separators, "separators"},
};

constexpr std::size_t mostProfiles = 50;
constexpr double longestMm = 2000;

tl::unexpected<Error> wrong(const QString& field)
{
    return failure(ErrorCode::InvalidArgument, QStringLiteral("scan profile: %1").arg(field));
}

Status check(const ScanProfile& profile)
{
    if (profile.id.isEmpty() || profile.id.size() > 40) {
        return wrong(QStringLiteral("id"));
    }
    const bool isOwnName = profile.name.size() <= 40 && profile.name == profile.name.trimmed();
    const std::vector<ScanProfile> known = defaultProfiles();
    const bool isDefault = std::any_of(known.begin(), known.end(),
                                       [&](const ScanProfile& other) { return other.id == profile.id; });
    if (!isOwnName || (profile.name.isEmpty() && !isDefault)) {
        return wrong(QStringLiteral("name"));
    }
    if (profile.key != 0 &&
        std::find(profileKeys.begin(), profileKeys.end(), profile.key) == profileKeys.end()) {
        return wrong(QStringLiteral("key"));
    }
    if (profile.dpi < 100 || profile.dpi > 1200) {
        return wrong(QStringLiteral("dpi"));
    }
    const auto isLength = [](double millimetres) { return millimetres >= 0 && millimetres <= longestMm; };
    if (!isLength(profile.widthMm) || !isLength(profile.heightMm)) {
        return wrong(QStringLiteral("size"));
    }
    if (profile.separation.everySides < 0 || profile.separation.everySides > 1000 ||
        profile.separation.codePrefix.size() > 64) {
        return wrong(QStringLiteral("separation"));
    }
    return {};
}

/// Takes a field of the right type; a missing one leaves the default, another type is wrong.
bool take(const QJsonObject& json, const char* name, bool& value)
{
    const QJsonValue field = json[QLatin1String(name)];
    value = field.toBool(value);
    return field.isUndefined() || field.isBool();
}

bool take(const QJsonObject& json, const char* name, int& value)
{
    const QJsonValue field = json[QLatin1String(name)];
    value = field.toInt(value);
    return field.isUndefined() || (field.isDouble() && field.toDouble() == field.toInt(-1));
}

bool take(const QJsonObject& json, const char* name, double& value)
{
    const QJsonValue field = json[QLatin1String(name)];
    value = field.toDouble(value);
    return field.isUndefined() || field.isDouble();
}

bool take(const QJsonObject& json, const char* name, QString& value)
{
    const QJsonValue field = json[QLatin1String(name)];
    value = field.toString(value);
    return field.isUndefined() || field.isString();
}

template<typename Table, typename Enum>
bool take(const QJsonObject& json, const char* name, const Table& table, Enum& value)
{
    const QJsonValue field = json[QLatin1String(name)];
    const std::optional<Enum> found = valueOf(table, field.toString());
    value = found.value_or(value);
    return field.isUndefined() || found.has_value();
}

QJsonObject toJson(const ScanProfile& profile)
{
    const ProfileCleaning& cleaning = profile.cleaning;
    const ProfileSeparation& separation = profile.separation;
    return {
        {QStringLiteral("id"), profile.id},
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("key"), profile.key},
        {QStringLiteral("scanner"), profile.scannerId},
        {QStringLiteral("serial"), profile.scannerSerial},
        {QStringLiteral("source"), wordOf(sourceWords, profile.source)},
        {QStringLiteral("startOnPaper"), profile.startOnPaper},
        {QStringLiteral("dpi"), profile.dpi},
        {QStringLiteral("colour"), wordOf(colourWords, profile.colour)},
        {QStringLiteral("widthMm"), profile.widthMm},
        {QStringLiteral("heightMm"), profile.heightMm},
        {QStringLiteral("cleaning"),
         QJsonObject{{QStringLiteral("turn"), cleaning.turn},
                     {QStringLiteral("deskew"), cleaning.deskew},
                     {QStringLiteral("crop"), cleaning.crop},
                     {QStringLiteral("removeBorders"), cleaning.removeBorders},
                     {QStringLiteral("removePunchHoles"), cleaning.removePunchHoles},
                     {QStringLiteral("whiten"), cleaning.whiten}}},
        {QStringLiteral("separation"), QJsonObject{{QStringLiteral("patchT"), separation.patchT},
                                                   {QStringLiteral("codePrefix"), separation.codePrefix},
                                                   {QStringLiteral("everySides"), separation.everySides}}},
        {QStringLiteral("target"), wordOf(targetWords, profile.target)},
    };
}

Result<ScanProfile> profileFrom(const QJsonObject& json)
{
    ScanProfile profile;
    const QJsonObject cleaning = json[QStringLiteral("cleaning")].toObject();
    const QJsonObject separation = json[QStringLiteral("separation")].toObject();
    const bool good =
        take(json, "id", profile.id) && take(json, "name", profile.name) && take(json, "key", profile.key) &&
        take(json, "scanner", profile.scannerId) && take(json, "serial", profile.scannerSerial) &&
        take(json, "source", sourceWords, profile.source) &&
        take(json, "startOnPaper", profile.startOnPaper) && take(json, "dpi", profile.dpi) &&
        take(json, "colour", colourWords, profile.colour) && take(json, "widthMm", profile.widthMm) &&
        take(json, "heightMm", profile.heightMm) && take(json, "target", targetWords, profile.target) &&
        take(cleaning, "turn", profile.cleaning.turn) && take(cleaning, "deskew", profile.cleaning.deskew) &&
        take(cleaning, "crop", profile.cleaning.crop) &&
        take(cleaning, "removeBorders", profile.cleaning.removeBorders) &&
        take(cleaning, "removePunchHoles", profile.cleaning.removePunchHoles) &&
        take(cleaning, "whiten", profile.cleaning.whiten) &&
        take(separation, "patchT", profile.separation.patchT) &&
        take(separation, "codePrefix", profile.separation.codePrefix) &&
        take(separation, "everySides", profile.separation.everySides);
    return good ? Result<ScanProfile>(profile) : wrong(QStringLiteral("a field of another kind"));
}

bool hasSource(const ScannerInfo& scanner, PaperSource source)
{
    switch (source) {
    case PaperSource::Flatbed:
        return scanner.flatbed;
    case PaperSource::Feeder:
        return scanner.feeder;
    case PaperSource::FeederDuplex:
        return scanner.duplex;
    }
    return false;
}

} // namespace

std::vector<ScanProfile> defaultProfiles()
{
    // Papers of the administration are scanned in colour (Decree 30/2020/NĐ-CP, annex I); a page that decides
    // for itself is for whoever chooses so.
    ScanProfile dossier;
    dossier.colour = ProfileColour::Colour;
    dossier.id = QStringLiteral("dossier");
    dossier.key = profileKeys[0];
    dossier.source = PaperSource::FeederDuplex;

    ScanProfile paper;
    paper.colour = ProfileColour::Colour;
    paper.id = QStringLiteral("paper");
    paper.key = profileKeys[1];
    paper.target = ProfileTarget::Component;

    ScanProfile glass = paper;
    glass.id = QStringLiteral("glass");
    glass.key = profileKeys[2];
    glass.source = PaperSource::Flatbed;

    ScanProfile small = glass;
    small.id = QStringLiteral("small");
    small.key = profileKeys[3];
    small.widthMm = 148; // A5 across: cards, old birth certificates
    small.heightMm = 210;

    ScanProfile plan = glass;
    plan.id = QStringLiteral("plan");
    plan.key = profileKeys[4];
    plan.widthMm = 297;
    plan.heightMm = 420;

    ScanProfile backlog = dossier;
    backlog.id = QStringLiteral("backlog");
    backlog.key = profileKeys[5];
    backlog.startOnPaper = true;
    backlog.target = ProfileTarget::Separators;

    return {dossier, paper, glass, small, plan, backlog};
}

Status checkProfiles(const std::vector<ScanProfile>& profiles)
{
    if (profiles.size() > mostProfiles) {
        return wrong(QStringLiteral("too many"));
    }
    QSet<QString> ids;
    QSet<QString> names;
    QSet<int> keys;
    for (const ScanProfile& profile : profiles) {
        SOHOA_TRY(check(profile));
        if (ids.contains(profile.id)) {
            return wrong(QStringLiteral("id twice"));
        }
        if (!profile.name.isEmpty() && names.contains(profile.name.toCaseFolded())) {
            return wrong(QStringLiteral("name twice"));
        }
        if (profile.key != 0 && keys.contains(profile.key)) {
            return wrong(QStringLiteral("key twice"));
        }
        ids.insert(profile.id);
        names.insert(profile.name.toCaseFolded());
        keys.insert(profile.key);
    }
    return {};
}

QJsonObject toJson(const std::vector<ScanProfile>& profiles)
{
    QJsonArray array;
    for (const ScanProfile& profile : profiles) {
        array += toJson(profile);
    }
    return {{QStringLiteral("profiles"), array}};
}

Result<std::vector<ScanProfile>> profilesFrom(const QJsonObject& json)
{
    std::vector<ScanProfile> profiles;
    const QJsonArray array = json[QStringLiteral("profiles")].toArray();
    if (!json[QStringLiteral("profiles")].isArray() ||
        static_cast<std::size_t>(array.size()) > mostProfiles) {
        return wrong(QStringLiteral("no list"));
    }
    for (const auto& entry : array) {
        SOHOA_ASSIGN(ScanProfile profile, profileFrom(entry.toObject()));
        profiles.push_back(std::move(profile));
    }
    SOHOA_TRY(checkProfiles(profiles));
    return profiles;
}

std::optional<ScannerInfo> scannerFor(const ScanProfile& profile, const std::vector<ScannerInfo>& scanners)
{
    const auto first = [&scanners](auto&& fits) -> std::optional<ScannerInfo> {
        const auto found = std::find_if(scanners.begin(), scanners.end(), fits);
        return found == scanners.end() ? std::nullopt : std::optional(*found);
    };
    if (!profile.scannerSerial.isEmpty()) {
        // A serial number is what everybody can say.
        const bool wasSecure = profile.scannerId.startsWith(QLatin1String("escl+https:"));
        auto same = first([&](const ScannerInfo& info) {
            const bool isProven = info.trust == LinkTrust::Remembered || info.trust == LinkTrust::Certified;
            return info.serial == profile.scannerSerial &&
                   (info.id == profile.scannerId || !wasSecure || isProven);
        });
        if (same) {
            return same;
        }
    }
    if (!profile.scannerId.isEmpty()) {
        return first([&](const ScannerInfo& info) {
            const bool isOther = !info.serial.isEmpty() && !profile.scannerSerial.isEmpty() &&
                                 info.serial != profile.scannerSerial;
            return info.id == profile.scannerId && !isOther;
        });
    }
    if (!profile.scannerSerial.isEmpty()) {
        return {};
    }
    return first([&](const ScannerInfo& info) { return hasSource(info, profile.source); });
}

Result<ScanSettings> settingsFor(const ScanProfile& profile, const ScannerInfo& scanner)
{
    if (!hasSource(scanner, profile.source)) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("the source of paper"));
    }
    ScanSettings settings;
    settings.scannerId = scanner.id;
    settings.source = profile.source;
    settings.dpi = profile.dpi;
    settings.widthMm = profile.widthMm;
    settings.heightMm = profile.heightMm;
    switch (profile.colour) {
    case ProfileColour::Automatic:
    case ProfileColour::Colour:
        settings.mode = dossier::ColourMode::Colour;
        break;
    case ProfileColour::Grey:
        settings.mode = dossier::ColourMode::Grey;
        break;
    case ProfileColour::Bilevel:
        settings.mode = dossier::ColourMode::Bilevel;
        break;
    }
    const bool hasColour =
        scanner.modes.empty() || std::find(scanner.modes.begin(), scanner.modes.end(),
                                           dossier::ColourMode::Colour) != scanner.modes.end();
    if (profile.colour == ProfileColour::Automatic && !hasColour) {
        settings.mode = dossier::ColourMode::Grey;
    }
    return settings;
}

std::vector<PaperSize> paperSizesFor(const SourceInfo& source)
{
    const std::vector<PaperSize> usual = {
        {QStringLiteral("A3"), 297, 420},   {QStringLiteral("Legal"), 215.9, 355.6},
        {QStringLiteral("A4"), 210, 297},   {QStringLiteral("Letter"), 215.9, 279.4},
        {QStringLiteral("A5"), 148, 210},   {QStringLiteral("A6"), 105, 148},
        {QStringLiteral("Card"), 85.6, 54},
    };
    // Devices say 215.9 as 215.8, and the glass for A4 is often a hair too short.
    constexpr double tolerance = 1.5;
    std::vector<PaperSize> fitting;
    for (const PaperSize& size : usual) {
        if ((source.widthMm <= 0 || size.widthMm <= source.widthMm + tolerance) &&
            (source.heightMm <= 0 || size.heightMm <= source.heightMm + tolerance)) {
            fitting.push_back(size);
        }
    }
    return fitting;
}

} // namespace sohoa::capture
