// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sanescanner.h"

#include "capture/pngstream.h"
#include "sanedevice.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace sohoa::capture {

namespace {

using dossier::ColourMode;

// 1200 dpi A3 colour is 835 MB; nothing on a desk gives more.
constexpr qint64 mostRawBytes = 2LL * 1024 * 1024 * 1024;
constexpr auto glance = std::chrono::milliseconds(300); // between two looks at a sensor
constexpr SANE_Int pieceBytes = 64 * 1024;
constexpr double millimetresPerInch = 25.4;

// Drivers name their modes and sources in words of their own; these are parts of all that the drivers of
// sane-backends 1.2 and sane-airscan use.
QString wordWith(const QStringList& words, std::initializer_list<const char*> parts)
{
    for (const char* part : parts) {
        for (const QString& word : words) {
            if (word.contains(QLatin1String(part), Qt::CaseInsensitive)) {
                return word;
            }
        }
    }
    return {};
}

QString modeWord(const QStringList& words, ColourMode mode)
{
    switch (mode) {
    case ColourMode::Colour:
        return wordWith(words, {"color", "colour", "24bit"});
    case ColourMode::Grey:
        return wordWith(words, {"gray", "grey", "8bit"});
    case ColourMode::Bilevel:
        return wordWith(words, {"lineart", "binary", "black & white", "monochrome", "threshold"});
    }
    return {};
}

bool isFeeder(const QString& word)
{
    return !wordWith({word}, {"adf", "feeder", "duplex"}).isEmpty();
}

QString sourceWord(const QStringList& words, PaperSource source)
{
    QStringList fitting;
    for (const QString& word : words) {
        if (isFeeder(word) == (source != PaperSource::Flatbed) &&
            (source != PaperSource::Feeder || !word.contains(QLatin1String("duplex"), Qt::CaseInsensitive))) {
            fitting += word;
        }
    }
    if (source == PaperSource::FeederDuplex) {
        return wordWith(fitting, {"duplex"});
    }
    return fitting.value(0);
}

bool takesBits(const SaneDevice& device, double bits)
{
    const std::vector<double> numbers = device.numbers(SANE_NAME_BIT_DEPTH);
    return std::find(numbers.begin(), numbers.end(), bits) != numbers.end();
}

/// What the device can do with the source it is set to.
SourceInfo describeSource(const SaneDevice& device, PaperSource place)
{
    SourceInfo info;
    info.source = place;
    const std::vector<double> resolutions = device.numbers(SANE_NAME_SCAN_RESOLUTION);
    if (device.isRange(SANE_NAME_SCAN_RESOLUTION)) {
        info.lowestDpi = static_cast<int>(resolutions.front());
        info.highestDpi = static_cast<int>(resolutions.back());
        for (const int usual : {100, 150, 200, 300, 400, 600}) {
            if (usual >= resolutions.front() && usual <= resolutions.back()) {
                info.resolutions.push_back(usual);
            }
        }
    } else {
        for (const double resolution : resolutions) {
            info.resolutions.push_back(static_cast<int>(resolution));
        }
    }
    for (const ColourMode mode : {ColourMode::Colour, ColourMode::Grey, ColourMode::Bilevel}) {
        const bool oneBit = mode == ColourMode::Bilevel && takesBits(device, 1);
        if (oneBit || !modeWord(device.words(SANE_NAME_SCAN_MODE), mode).isEmpty()) {
            info.modes.push_back(mode);
        }
    }
    const auto largest = [&device](const char* option) {
        const std::vector<double> numbers = device.numbers(option);
        return numbers.empty() || device.isInPixels(option) ? 0.0 : numbers.back();
    };
    info.widthMm = largest(SANE_NAME_SCAN_BR_X);
    info.heightMm = largest(SANE_NAME_SCAN_BR_Y);
    return info;
}

Status chooseSource(SaneDevice& device, PaperSource source)
{
    const QStringList words = device.words(SANE_NAME_SCAN_SOURCE);
    if (words.isEmpty()) {
        // Devices with one source do not name it.
        return source == PaperSource::FeederDuplex
                   ? failure(ErrorCode::ScannerCannot, QStringLiteral("both sides"))
                   : Status();
    }
    QString word = sourceWord(words, source);
    if (source == PaperSource::FeederDuplex && word.isEmpty()) {
        const QString both = wordWith(device.words("adf-mode"), {"duplex"});
        word = sourceWord(words, PaperSource::Feeder);
        if (both.isEmpty() || word.isEmpty()) {
            return failure(ErrorCode::ScannerCannot, QStringLiteral("both sides"));
        }
        SOHOA_TRY(device.setWord(SANE_NAME_SCAN_SOURCE, word));
        return device.setWord("adf-mode", both);
    }
    if (word.isEmpty()) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("the source of paper"));
    }
    return device.setWord(SANE_NAME_SCAN_SOURCE, word);
}

/// Paper in the feeder, or the clerk's finger on the button: whichever the device tells.
std::optional<bool> tellsPaper(const SaneDevice& device)
{
    for (const char* option : {SANE_NAME_PAGE_LOADED, SANE_NAME_SCAN}) {
        if (const std::optional<bool> sensed = device.sensor(option)) {
            return sensed;
        }
    }
    return {};
}

ScannerInfo describe(SaneDevice& device, ScannerInfo info)
{
    const QStringList words = device.words(SANE_NAME_SCAN_SOURCE);
    info.flatbed = words.isEmpty() || !sourceWord(words, PaperSource::Flatbed).isEmpty();
    info.feeder = std::any_of(words.begin(), words.end(), isFeeder);
    info.duplex = !sourceWord(words, PaperSource::FeederDuplex).isEmpty() ||
                  !wordWith(device.words("adf-mode"), {"duplex"}).isEmpty();
    info.tellsPaper = tellsPaper(device).has_value();
    for (const auto& [place, isThere] :
         {std::pair{PaperSource::Flatbed, info.flatbed}, std::pair{PaperSource::Feeder, info.feeder},
          std::pair{PaperSource::FeederDuplex, info.duplex}}) {
        if (isThere && chooseSource(device, place)) {
            info.sources.push_back(describeSource(device, place));
        }
    }
    if (info.sources.empty()) {
        return info;
    }
    // What every source can do, for those who do not ask further.
    info.resolutions = info.sources.front().resolutions;
    info.modes = info.sources.front().modes;
    for (const SourceInfo& source : info.sources) {
        info.widthMm = std::max(info.widthMm, source.widthMm);
        info.heightMm = std::max(info.heightMm, source.heightMm);
    }
    return info;
}

/// Bilevel pages from a device without that mode are scanned grey: more than was asked for, never less.
Status chooseMode(SaneDevice& device, ColourMode mode)
{
    const QStringList words = device.words(SANE_NAME_SCAN_MODE);
    QString word = modeWord(words, mode);
    double bits = 8;
    if (mode == ColourMode::Bilevel) {
        bits = 1;
        if (word.isEmpty()) {
            word = modeWord(words, ColourMode::Grey);
            bits = takesBits(device, 1) ? 1 : 8;
        }
    }
    if (word.isEmpty() && !words.isEmpty()) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("the colour mode"));
    }
    if (device.has(SANE_NAME_SCAN_MODE)) {
        SOHOA_TRY(device.setWord(SANE_NAME_SCAN_MODE, word));
    }
    if (device.has(SANE_NAME_BIT_DEPTH) && takesBits(device, bits)) {
        SOHOA_TRY(device.setNumber(SANE_NAME_BIT_DEPTH, bits));
    }
    return {};
}

/// @return the resolution that was set
Result<double> chooseResolution(SaneDevice& device, double wanted)
{
    if (!device.has(SANE_NAME_SCAN_RESOLUTION)) {
        return wanted;
    }
    double chosen = wanted;
    if (!device.isRange(SANE_NAME_SCAN_RESOLUTION)) {
        const std::vector<double> numbers = device.numbers(SANE_NAME_SCAN_RESOLUTION);
        const auto enough = std::lower_bound(numbers.begin(), numbers.end(), wanted);
        if (!numbers.empty()) {
            chosen = enough == numbers.end() ? numbers.back() : *enough;
        }
    }
    SOHOA_TRY(device.setNumber(SANE_NAME_SCAN_RESOLUTION, chosen));
    return device.number(SANE_NAME_SCAN_RESOLUTION);
}

Status chooseArea(SaneDevice& device, const ScanSettings& settings, double dpi)
{
    struct Side
    {
        const char* paper;
        const char* from;
        const char* to;
        double millimetres;
    };
    const Side across{SANE_NAME_PAGE_WIDTH, SANE_NAME_SCAN_TL_X, SANE_NAME_SCAN_BR_X, settings.widthMm};
    const Side down{SANE_NAME_PAGE_HEIGHT, SANE_NAME_SCAN_TL_Y, SANE_NAME_SCAN_BR_Y, settings.heightMm};
    for (const Side& side : {across, down}) {
        const auto length = [&](const char* option) {
            return device.isInPixels(option) ? side.millimetres / millimetresPerInch * dpi : side.millimetres;
        };
        // Some feeders place the area in a paper of this size.
        if (side.millimetres > 0 && device.has(side.paper)) {
            SOHOA_TRY(device.setNumber(side.paper, length(side.paper)));
        }
        const std::vector<double> starts = device.numbers(side.from);
        const std::vector<double> ends = device.numbers(side.to);
        if (starts.empty() || ends.empty() || !device.has(side.from) || !device.has(side.to)) {
            continue;
        }
        SOHOA_TRY(device.setNumber(side.from, starts.front()));
        const double wanted = side.millimetres > 0 ? starts.front() + length(side.to) : ends.back();
        SOHOA_TRY(device.setNumber(side.to, std::min(wanted, ends.back())));
    }
    return {};
}

/// What one sheet gave, and how the driver says it ended.
struct Reading
{
    QByteArray head = {};
    int lines = 0;
    int promised = -1; ///< lines; -1 when the device did not know
    SANE_Status status = SANE_STATUS_EOF;
    bool stopped = false;
};

Result<Reading> readSheet(SANE_Handle handle, double dpi, const QString& name, const DriverReports& reports,
                          const StopToken& stop)
{
    SANE_Parameters parameters = {};
    SANE_Status status = sane_get_parameters(handle, &parameters);
    if (status != SANE_STATUS_GOOD) {
        return saneFailure(status, QStringLiteral("asking for the size of the page"));
    }
    if (parameters.format != SANE_FRAME_GRAY && parameters.format != SANE_FRAME_RGB) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("a device that scans in several passes"));
    }
    SOHOA_ASSIGN(PngStream png,
                 PngStream::begin({parameters.pixels_per_line, parameters.bytes_per_line,
                                   parameters.format == SANE_FRAME_RGB ? 3 : 1, parameters.depth, dpi},
                                  reports.piece));
    Reading reading;
    reading.promised = parameters.lines;
    reports.begin(png.head(std::max(0, parameters.lines)), name);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    qint64 total = 0;
    while (true) {
        if (stop.stop_requested()) {
            reading.stopped = true;
            return reading;
        }
        SANE_Int length = 0;
        status = sane_read(handle, reinterpret_cast<SANE_Byte*>(piece.data()), pieceBytes, &length);
        if (length > 0 && length <= pieceBytes) {
            total += length;
            SOHOA_TRY(png.add(QByteArrayView(piece).first(length)));
            reports.alive();
        }
        if (status != SANE_STATUS_GOOD) {
            break;
        }
        if (total > mostRawBytes) {
            return failure(ErrorCode::FileTooLarge, QStringLiteral("a page without end"));
        }
    }
    SOHOA_TRY(png.finish());
    reading.lines = png.lines();
    reading.head = png.head(reading.lines);
    reading.status = status;
    return reading;
}

/// SANE has no word for two sheets at once: it is a jam, and a sensor says which.
tl::unexpected<Error> feedFailure(const SaneDevice& device, SANE_Status status, const QString& doing)
{
    auto failed = saneFailure(status, doing);
    if (status == SANE_STATUS_JAMMED && device.sensor("double-feed").value_or(false)) {
        failed.value().code = ErrorCode::ScannerDoubleFeed;
    }
    return failed;
}

QString deviceName(const SANE_Device& device)
{
    return QStringLiteral("%1 %2").arg(QString::fromLocal8Bit(device.vendor),
                                       QString::fromLocal8Bit(device.model));
}

Result<QString> nameOf(const QString& id)
{
    const SANE_Device** devices = nullptr;
    const SANE_Status status = sane_get_devices(&devices, SANE_FALSE);
    if (status != SANE_STATUS_GOOD) {
        return saneFailure(status, QStringLiteral("looking for devices"));
    }
    for (; *devices != nullptr; ++devices) {
        if (QString::fromLocal8Bit((*devices)->name) == id) {
            return deviceName(**devices);
        }
    }
    return id;
}

} // namespace

SaneScanner::SaneScanner(DriverReports reports)
    : m_reports(std::move(reports))
{
    static_cast<void>(sane_init(nullptr, nullptr));
}

SaneScanner::~SaneScanner()
{
    if (m_device) {
        sane_cancel(m_device->handle());
        m_device.reset();
    }
    sane_exit();
}

Result<std::vector<ScannerInfo>> SaneScanner::list(const StopToken& stop)
{
    const SANE_Device** devices = nullptr;
    const SANE_Status status = sane_get_devices(&devices, SANE_FALSE);
    if (status != SANE_STATUS_GOOD) {
        return saneFailure(status, QStringLiteral("looking for devices"));
    }
    std::vector<ScannerInfo> scanners;
    for (; *devices != nullptr && !stop.stop_requested(); ++devices) {
        m_reports.alive();
        ScannerInfo info;
        info.id = QString::fromLocal8Bit((*devices)->name);
        info.name = deviceName(**devices);
        // A device that is busy now is listed all the same.
        Result<SaneDevice> device = SaneDevice::open(info.id);
        scanners.push_back(device ? describe(*device, info) : info);
    }
    return scanners;
}

Result<ScanSummary> SaneScanner::scan(const ScanSettings& settings, const PageSink& sink,
                                      const StopToken& stop)
{
    SOHOA_ASSIGN(const QString name, nameOf(settings.scannerId));
    m_reports.alive();
    if (m_device) {
        sane_cancel(m_device->handle());
        m_device.reset();
    }
    SOHOA_ASSIGN(SaneDevice opened, SaneDevice::open(settings.scannerId));
    m_device = std::make_unique<SaneDevice>(std::move(opened));
    SaneDevice& device = *m_device;
    SOHOA_TRY(chooseSource(device, settings.source));
    SOHOA_TRY(chooseMode(device, settings.mode));
    SOHOA_ASSIGN(const double dpi, chooseResolution(device, settings.dpi));
    SOHOA_TRY(chooseArea(device, settings, dpi));

    const int limit = settings.source == PaperSource::Flatbed ? 1 : settings.pageLimit;
    int pages = 0;
    while (true) {
        if (stop.stop_requested()) {
            return ScanSummary{pages, ScanEnd::Stopped};
        }
        const SANE_Status started = sane_start(device.handle());
        if (started == SANE_STATUS_NO_DOCS && pages > 0) {
            return ScanSummary{pages, ScanEnd::OutOfPaper};
        }
        if (started != SANE_STATUS_GOOD) {
            return feedFailure(device, started, QStringLiteral("feeding page %1").arg(pages + 1));
        }
        SOHOA_ASSIGN(const Reading reading, readSheet(device.handle(), dpi, name, m_reports, stop));
        if (reading.stopped) {
            return ScanSummary{pages, ScanEnd::Stopped};
        }
        const bool whole = reading.status == SANE_STATUS_EOF;
        if (reading.lines > 0) {
            const bool isShort = reading.promised >= 0 && reading.lines < reading.promised;
            SOHOA_TRY(sink({reading.head, dossier::PageFormat::Png, pages + 1, isShort || !whole, name}));
            ++pages;
        } else if (whole) {
            return failure(ErrorCode::ScannerFailed, QStringLiteral("a page without a line"));
        }
        if (!whole) {
            return feedFailure(device, reading.status, QStringLiteral("reading page %1").arg(pages + 1));
        }
        if (limit > 0 && pages >= limit) {
            return ScanSummary{pages, ScanEnd::Limit};
        }
    }
}

Status SaneScanner::waitForPaper(const QString& scannerId, PaperWait wait, const StopToken& stop)
{
    SOHOA_ASSIGN(SaneDevice opened, SaneDevice::open(scannerId));
    m_device = std::make_unique<SaneDevice>(std::move(opened));
    // Devices with a glass as well tell it only while the feeder is chosen.
    static_cast<void>(chooseSource(*m_device, PaperSource::Feeder));
    bool wasEmpty = wait == PaperWait::There;
    while (!stop.stop_requested()) {
        const std::optional<bool> sensed = tellsPaper(*m_device);
        if (!sensed) {
            return failure(ErrorCode::ScannerCannot, QStringLiteral("no sensor for paper"));
        }
        if (*sensed && wasEmpty) {
            return {};
        }
        wasEmpty = wasEmpty || !*sensed;
        m_reports.alive();
        std::this_thread::sleep_for(glance);
    }
    return failure(ErrorCode::Cancelled, QStringLiteral("waiting for paper"));
}

std::unique_ptr<Scanner> makeDriverScanner(DriverReports reports)
{
    return std::make_unique<SaneScanner>(std::move(reports));
}

} // namespace sohoa::capture
