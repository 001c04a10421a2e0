// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/allscanners.h"
#include "capture/profile.h"
#include "ui/settings/lookandscan.h"

#include <functional>
#include <memory>

namespace sohoa::ui {

/// Gives an object that reaches the scanners, given where to look on the network. Any thread.
using ScannerSource =
    std::function<std::unique_ptr<capture::Scanner>(const capture::EsclScanner::Options& network)>;

/// The certificates of network scanners, remembered in the home's folder.
std::shared_ptr<capture::CertificateBook> certificatesOf(const QString& homeFolder);
/// Every scanner there is; one book of certificates for all objects given.
ScannerSource everyScannerOf(std::shared_ptr<capture::CertificateBook> book);
/// The same with a book of its own.
ScannerSource everyScannerOf(const QString& homeFolder);

/// Where to look for all scanners: the typed address, and whoever answers on the network.
capture::EsclScanner::Options networkToList(const ScanChoice& choice);
/// Where to look for the chosen one only, so that a scan begins without a search; everywhere when none is
/// chosen. One that is not at its address any more is looked for by its serial number.
capture::EsclScanner::Options networkToScan(const ScanChoice& choice);

/// The profile with the scanner of the settings, where it names none of its own.
capture::ScanProfile withScanner(capture::ScanProfile profile, const ScanChoice& choice);

/// Names of scanners that were met for the first time, whose certificate is trusted from now on.
QStringList metJustNow(const std::vector<capture::ScannerInfo>& scanners);
/// What is said about them, once; empty when there is none.
QString sentenceAboutMet(const QStringList& names);

} // namespace sohoa::ui
