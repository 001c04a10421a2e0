// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <memory>

namespace sohoa::capture {

/// What a driver says between pages. Called in the thread of the scan.
struct DriverReports
{
    std::function<void()> alive; ///< now and then while data comes in, so that silence means trouble
    /// A page begins: the head of its file as far as it is known, and the name of the scanner.
    std::function<void(const QByteArray&, const QString&)> begin;
    std::function<Status(QByteArrayView)> piece; ///< what follows the head
};

/// The scanners this system has drivers for, in this very process: only for the helper, since drivers block
/// and crash. Pages given to the sink hold the final head of their file only; the rest went out in pieces.
///
/// This is where a system's way to scanners comes in, one .cpp file chosen by CMake: SANE has
/// sanescanner.cpp. WIA 2.0 on Windows is not written yet; the program lists network scanners (eSCL) there
/// and no others.
std::unique_ptr<Scanner> makeDriverScanner(DriverReports reports);

} // namespace sohoa::capture
