// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>

/// The documents of eSCL ("AirScan", Mopria eSCL Technical Specification 2.97), which come from devices
/// nobody vouches for: sizes and depths are bounded, entities are not expanded, numbers out of range are as
/// if not there. Any thread.
namespace sohoa::capture::escl {

/// Lengths in these documents are in 1/300 inch, whatever the resolution.
constexpr double unitsPerInch = 300;

struct SourceCapabilities
{
    int minWidth = 0; ///< 1/300 inch, here and below
    int maxWidth = 0;
    int minHeight = 0;
    int maxHeight = 0;
    QStringList colourModes = {}; ///< BlackAndWhite1, Grayscale8, RGB24 ...
    QStringList formats = {};     ///< media types
    std::vector<int> resolutions = {};
    int lowestDpi = 0; ///< 0: only the list
    int highestDpi = 0;

    bool operator==(const SourceCapabilities&) const = default;
};

struct Capabilities
{
    QString version;
    QString makeAndModel;
    QString serial; ///< UUID, or else the serial number
    std::optional<SourceCapabilities> platen = {};
    std::optional<SourceCapabilities> feeder = {};
    std::optional<SourceCapabilities> duplex = {};
    bool detectsPaper = false; ///< AdfOption DetectPaperLoaded

    bool operator==(const Capabilities&) const = default;
};

/// ScannerFailed when it is no ScannerCapabilities, or names no source of paper.
[[nodiscard]] Result<Capabilities> parseCapabilities(QByteArrayView xml);

enum class AdfState
{
    Unknown,
    Empty,
    Loaded,
    Processing,
    Jam,        ///< jam or mispick
    DoubleFeed, ///< ScannerAdfMultipickDetected
    CoverOpen,
    Fault, ///< tray failed or overloaded, page too long or short for both sides
};

enum class JobState
{
    Unknown,
    Pending,
    Processing,
    Completed,
    Cancelled,
    Aborted
};

struct JobInfo
{
    QString uri;
    JobState state = JobState::Unknown;
    int completed = -1;  ///< images made so far; -1: not said
    int toTransfer = -1; ///< images waiting to be fetched; -1: not said
    QStringList reasons = {};

    bool operator==(const JobInfo&) const = default;
};

struct ScannerStatus
{
    QString state; ///< Idle, Processing, Testing, Stopped, Down
    AdfState adf = AdfState::Unknown;
    std::vector<JobInfo> jobs = {};

    /// The job a path leads to; devices write their own host before it, or none.
    [[nodiscard]] std::optional<JobInfo> job(const QByteArray& path) const;

    bool operator==(const ScannerStatus&) const = default;
};

/// ScannerFailed when it is no ScannerStatus.
[[nodiscard]] Result<ScannerStatus> parseStatus(QByteArrayView xml);

/// The error a state of the feeder stands for; empty for states that are none.
std::optional<ErrorCode> errorFor(AdfState state);

/// What a job asks for, in the words of the device.
struct JobSettings
{
    PaperSource source = PaperSource::Flatbed;
    QString colourMode;
    QString format;
    int dpi = 300;
    int width = 0; ///< 1/300 inch
    int height = 0;

    bool operator==(const JobSettings&) const = default;
};

/// The settings nearest to those wanted, never less: a resolution the device lacks becomes the next higher,
/// a bilevel page a grey one, a grey one a colour one. JPEG is taken before anything else, so that the
/// device's own picture is what is kept; PDF only when there is nothing else. ScannerCannot without the
/// source or any format we know.
[[nodiscard]] Result<JobSettings> settingsFor(const Capabilities& device, const ScanSettings& wanted);

/// The document to be posted to ScanJobs.
QByteArray jobDocument(const JobSettings& settings, const QString& version);

/// What a device can do, in our words; id, trust are left to the caller.
ScannerInfo infoFrom(const Capabilities& device);

} // namespace sohoa::capture::escl
