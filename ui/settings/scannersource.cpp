// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/scannersource.h"

#include "ui/settings/settingspresenter.h"

#include <QDir>
#include <QUrl>

namespace sohoa::ui {

using capture::EsclScanner;

std::shared_ptr<capture::CertificateBook> certificatesOf(const QString& homeFolder)
{
    return std::make_shared<capture::CertificateBook>(
        QDir(homeFolder).filePath(QStringLiteral("scanners.json")));
}

ScannerSource everyScannerOf(std::shared_ptr<capture::CertificateBook> book)
{
    return [book = std::move(book)](const EsclScanner::Options& network) {
        return capture::everyScanner(network, book);
    };
}

ScannerSource everyScannerOf(const QString& homeFolder)
{
    return everyScannerOf(certificatesOf(homeFolder));
}

EsclScanner::Options networkToList(const ScanChoice& choice)
{
    EsclScanner::Options options;
    if (!choice.address.isEmpty()) {
        options.addresses.append(choice.address);
    }
    return options;
}

EsclScanner::Options networkToScan(const ScanChoice& choice)
{
    if (choice.scannerId.isEmpty()) {
        return networkToList(choice);
    }
    EsclScanner::Options options;
    options.discover = false;
    if (const Result<QUrl> base = EsclScanner::baseOf(choice.scannerId)) {
        options.addresses.append(base->toString());
        options.serial = choice.scannerSerial;
    }
    return options;
}

capture::ScanProfile withScanner(capture::ScanProfile profile, const ScanChoice& choice)
{
    if (profile.scannerId.isEmpty() && profile.scannerSerial.isEmpty()) {
        profile.scannerId = choice.scannerId;
        profile.scannerSerial = choice.scannerId.isEmpty() ? QString() : choice.scannerSerial;
    }
    return profile;
}

QStringList metJustNow(const std::vector<capture::ScannerInfo>& scanners)
{
    QStringList names;
    for (const capture::ScannerInfo& scanner : scanners) {
        if (scanner.trust == capture::LinkTrust::FirstUse) {
            names.append(scanner.name);
        }
    }
    return names;
}

QString sentenceAboutMet(const QStringList& names)
{
    return names.isEmpty()
               ? QString()
               : SettingsPresenter::tr("Met for the first time: %1. From now on only this device is trusted "
                                       "at its address.")
                     .arg(names.join(QStringLiteral(", ")));
}

} // namespace sohoa::ui
