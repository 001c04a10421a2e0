// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/page.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace sohoa::capture {

/// A scanner that can be used now, and what it can do.
struct ScannerInfo
{
    QString id;   ///< what ScanSettings::scannerId wants; stable while the device stays plugged in
    QString name; ///< maker and model, for the clerk
    bool flatbed = false;
    bool feeder = false;
    bool duplex = false;               ///< the feeder scans both sides
    std::vector<int> resolutions = {}; ///< dots an inch, ascending; empty when the device would not say
    std::vector<dossier::ColourMode> modes = {}; ///< likewise
    double widthMm = 0;                          ///< of the largest page; 0 when unknown
    double heightMm = 0;                         ///< likewise

    bool operator==(const ScannerInfo&) const = default;
};

enum class PaperSource
{
    Flatbed,
    Feeder,
    FeederDuplex
};

struct ScanSettings
{
    QString scannerId;
    PaperSource source = PaperSource::Flatbed;
    int dpi = 300; ///< the nearest higher resolution of the device is used when it has not this one
    dossier::ColourMode mode = dossier::ColourMode::Colour;
    double widthMm = 210;  ///< 0: as wide as the device can
    double heightMm = 297; ///< 0: as high as the device can
    int pageLimit = 0;     ///< stop after so many pages (sides); 0: until the feeder is empty

    bool operator==(const ScanSettings&) const = default;
};

/// One side of a sheet as it came from the device.
struct ScannedPage
{
    QByteArray bytes; ///< PNG or TIFF made without loss, or the JPEG of the device itself
    dossier::PageFormat format = dossier::PageFormat::Png;
    int number = 0;          ///< in feeder order, from 1
    bool incomplete = false; ///< the data stopped short; worth keeping, never worth passing off as good
    QString source;          ///< name of the scanner, for the clerk

    bool operator==(const ScannedPage&) const = default;
};

enum class ScanEnd
{
    OutOfPaper,
    Stopped,
    Limit
};

struct ScanSummary
{
    int pages = 0; ///< how many were given to the sink and taken
    ScanEnd ended = ScanEnd::OutOfPaper;

    bool operator==(const ScanSummary&) const = default;
};

/// Takes a page over: writes it to the disk, enters it in the journal. When it fails, no further sheet is
/// fed.
using PageSink = std::function<Status(const ScannedPage&)>;

/// Where pages come from. Both calls block, for minutes: call them in a worker thread, one at a time for each
/// object.
class Scanner
{
public:
    virtual ~Scanner() = default;

    /// The scanners that answer now; none is not an error. ScannerLost, ScannerFailed, Cancelled.
    [[nodiscard]] virtual Result<std::vector<ScannerInfo>> list(const StopToken& stop) = 0;

    /// Feeds sheets and hands over each page as soon as it is whole, in the calling thread.
    ///
    /// The normal end is an empty feeder after at least one page, the limit (always 1 on the flatbed), or
    /// `stop`. A page under way when `stop` comes is not handed over. Whatever the error, pages handed over
    /// before it stay: a jam on page six is five pages, then ScannerJam. A page of which only a part arrived
    /// before such an error is handed over too, marked incomplete.
    ///
    /// Errors: ScannerOutOfPaper (no sheet at all), ScannerJam, ScannerCoverOpen, ScannerBusy,
    /// ScannerNotFound, ScannerLost (unplugged, gone silent, driver crashed), ScannerFailed, Unsupported (a
    /// source it has not), or the sink's own error.
    [[nodiscard]] virtual Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                                   const StopToken& stop) = 0;

protected:
    Scanner() = default;
    Scanner(const Scanner&) = default;
    Scanner& operator=(const Scanner&) = default;
};

} // namespace sohoa::capture
