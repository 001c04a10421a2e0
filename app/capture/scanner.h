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

enum class PaperSource
{
    Flatbed,
    Feeder,
    FeederDuplex
};

/// What a device can do with the paper in one place; feeders are often narrower or coarser than the glass.
struct SourceInfo
{
    PaperSource source = PaperSource::Flatbed;
    std::vector<int> resolutions = {}; ///< dots an inch, ascending; of a range only the usual ones
    int lowestDpi = 0;                 ///< with highestDpi, when every resolution between them will do
    int highestDpi = 0;                ///< 0: only those of the list
    std::vector<dossier::ColourMode> modes = {};
    double widthMm = 0;  ///< of the largest page; 0 when unknown
    double heightMm = 0; ///< likewise

    bool operator==(const SourceInfo&) const = default;
};

/// How sure we can be that it is this device that answers, and that nobody reads along.
enum class LinkTrust
{
    Local,      ///< a cable, or a driver that does not tell
    Open,       ///< plain http: everybody on the network can read the pages
    Certified,  ///< a certificate the system vouches for
    FirstUse,   ///< a certificate of its own, remembered just now: say so once
    Remembered, ///< the certificate of its own that it had before
};

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
    std::vector<SourceInfo> sources = {};        ///< the same source by source; empty when it would not say
    bool tellsPaper = false; ///< whether waitForPaper works: scanning can start when paper is put in
    QString serial = {};     ///< stays when the address changes; empty when the device would not say
    LinkTrust trust = LinkTrust::Local;

    bool operator==(const ScannerInfo&) const = default;
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
    QByteArray bytes; ///< PNG or TIFF made without loss, or the JPEG or PDF of the device, byte for byte
    dossier::PageFormat format = dossier::PageFormat::Png;
    int number = 0;          ///< in feeder order, from 1
    bool incomplete = false; ///< the data stopped short; worth keeping, never worth passing off as good
    QString source;          ///< name of the scanner, for the clerk
    /// A page above mostBytesInMemory comes as a file instead of `bytes` (1200 dpi A3 colour), there only
    /// while the sink runs: map it or move it away. Empty otherwise.
    QString file = {};

    bool operator==(const ScannedPage&) const = default;
};

/// Larger pages are handed over as files.
constexpr qint64 mostBytesInMemory = 128LL * 1024 * 1024;

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

/// Which paper is waited for.
enum class PaperWait
{
    There, ///< also what lies in the feeder already
    PutIn, ///< only what is put in after the feeder was seen empty: leftovers of a stack are not fed by
           ///< themselves
};

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
    /// Errors: ScannerOutOfPaper (no sheet at all), ScannerJam, ScannerDoubleFeed, ScannerCoverOpen,
    /// ScannerLocked, ScannerBusy, ScannerNotFound, ScannerLost (unplugged, gone silent, driver crashed),
    /// ScannerCannot (a source it has not), ScannerRefused, ScannerNotTrusted, ScannerFailed, FileTooLarge (a
    /// page without end), or the sink's own error. To go on after one, with the order kept: feedrun.h.
    [[nodiscard]] virtual Result<ScanSummary> scan(const ScanSettings& settings, const PageSink& sink,
                                                   const StopToken& stop) = 0;

    /// Returns when paper lies in the feeder (or the device's scan button was pressed). Cancelled on `stop`,
    /// ScannerCannot when the device does not tell, and the errors of scan. Blocks, like the others, and may
    /// hold the device meanwhile.
    [[nodiscard]] virtual Status waitForPaper(const QString& scannerId, PaperWait wait,
                                              const StopToken& stop);

protected:
    Scanner() = default;
    Scanner(const Scanner&) = default;
    Scanner& operator=(const Scanner&) = default;
};

} // namespace sohoa::capture
