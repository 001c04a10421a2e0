// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/lookandscan.h"

#include <QSettings>

#include <algorithm>

namespace sohoa::ui {

namespace {

const QString lookKey = QStringLiteral("look/scheme");
const QString sizeKey = QStringLiteral("look/percent");
const QString languageKey = QStringLiteral("look/language");
const QString scannerKey = QStringLiteral("scanner/id");
const QString scannerNameKey = QStringLiteral("scanner/name");
const QString duplexKey = QStringLiteral("scanner/duplex");
const QString feederKey = QStringLiteral("scanner/feeder");
const QString dpiKey = QStringLiteral("scanner/dpi");
const QString addressKey = QStringLiteral("scanner/address");
const QString folderKey = QStringLiteral("scanner/folder");
const QString serialKey = QStringLiteral("scanner/serial");
const QString tellsPaperKey = QStringLiteral("scanner/tells-paper");
const QString beepsKey = QStringLiteral("scanner/beeps");

} // namespace

LookSettings loadLook()
{
    const QSettings stored;
    LookSettings settings;
    const QString look = stored.value(lookKey).toString();
    settings.look = look == QLatin1String("light")  ? Look::Light
                    : look == QLatin1String("dark") ? Look::Dark
                                                    : Look::System;
    const int percent = stored.value(sizeKey, 100).toInt();
    settings.percent = percent == 125 || percent == 150 ? percent : 100;
    settings.language = stored.value(languageKey).toString() == QLatin1String("en") ? Language::English
                                                                                    : Language::Vietnamese;
    return settings;
}

void saveLook(const LookSettings& settings)
{
    QSettings stored;
    stored.setValue(lookKey, settings.look == Look::Light  ? QStringLiteral("light")
                             : settings.look == Look::Dark ? QStringLiteral("dark")
                                                           : QStringLiteral("system"));
    stored.setValue(sizeKey, settings.percent);
    stored.setValue(languageKey,
                    settings.language == Language::English ? QStringLiteral("en") : QStringLiteral("vi"));
}

ScanChoice loadScanChoice()
{
    const QSettings stored;
    ScanChoice choice;
    choice.scannerId = stored.value(scannerKey).toString();
    choice.scannerName = stored.value(scannerNameKey).toString();
    choice.duplex = stored.value(duplexKey, false).toBool();
    choice.feeder = stored.value(feederKey, true).toBool();
    choice.dpi = std::clamp(stored.value(dpiKey, 300).toInt(), 200, 600);
    choice.address = stored.value(addressKey).toString();
    choice.folder = stored.value(folderKey).toString();
    choice.scannerSerial = stored.value(serialKey).toString();
    if (const QVariant tells = stored.value(tellsPaperKey); tells.isValid()) {
        choice.tellsPaper = tells.toBool();
    }
    choice.beeps = stored.value(beepsKey, false).toBool();
    return choice;
}

void saveScanChoice(const ScanChoice& choice)
{
    QSettings stored;
    stored.setValue(scannerKey, choice.scannerId);
    stored.setValue(scannerNameKey, choice.scannerName);
    stored.setValue(duplexKey, choice.duplex);
    stored.setValue(feederKey, choice.feeder);
    stored.setValue(dpiKey, choice.dpi);
    stored.setValue(addressKey, choice.address);
    stored.setValue(folderKey, choice.folder);
    stored.setValue(serialKey, choice.scannerSerial);
    if (choice.tellsPaper) {
        stored.setValue(tellsPaperKey, *choice.tellsPaper);
    } else {
        stored.remove(tellsPaperKey);
    }
    stored.setValue(beepsKey, choice.beeps);
}

} // namespace sohoa::ui
