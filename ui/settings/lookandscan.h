// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/style.h"

#include <QString>

#include <optional>

namespace sohoa::ui {

enum class Language
{
    Vietnamese,
    English
};

/// How the window looks on this computer. Kept with the user's settings, not in the home.
struct LookSettings
{
    Look look = Look::System;
    int percent = 100; ///< 100, 125 or 150; holds from the next start
    Language language = Language::Vietnamese;

    bool operator==(const LookSettings&) const = default;
};

/// Which scanner, and how it scans.
struct ScanChoice
{
    QString scannerId; ///< empty: the first that answers
    bool duplex = false;
    bool feeder = true;
    int dpi = 300;
    QString address = {};       ///< of a network scanner, as typed; empty: none
    QString folder = {};        ///< into which a scanner writes files that are taken in; empty: none
    QString scannerName = {};   ///< how the chosen scanner called itself, to show it while it is switched off
    QString scannerSerial = {}; ///< by which it is found again at another address; empty: unknown
    std::optional<bool> tellsPaper = {}; ///< whether it said that it notices paper; empty: nobody asked it
    bool beeps = false;                  ///< a sound for what is to be looked at

    bool operator==(const ScanChoice&) const = default;
};

LookSettings loadLook();
void saveLook(const LookSettings& settings);
ScanChoice loadScanChoice();
void saveScanChoice(const ScanChoice& choice);

} // namespace sohoa::ui
