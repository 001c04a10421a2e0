// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/esclxml.h"

#include <QMap>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>

namespace sohoa::capture::escl {

namespace {

constexpr qsizetype largestDocument = 1024LL * 1024;
constexpr int deepest = 32;
constexpr qsizetype longestText = 512;
constexpr std::size_t mostEntries = 64;  // of any list
constexpr int largestLength = 300 * 400; // 10 metres: longer than any feeder takes
constexpr int highestResolution = 9600;

/// Walks a document and calls `leaf(path, text)` at each end of an element, with the local names from the
/// root on. @return the name of the root, empty for what is no XML
class Walk
{
public:
    using Leaf = std::function<void(const QStringList& path, const QString& text)>;
    using Open = std::function<void(const QStringList& path, const QXmlStreamAttributes& attributes)>;

    Walk(QByteArrayView xml, Open open, Leaf leaf)
        : m_reader(xml.toByteArray())
        , m_open(std::move(open))
        , m_leaf(std::move(leaf))
    {
    }

    QString run()
    {
        QString root;
        QString text;
        while (!m_reader.atEnd()) {
            switch (m_reader.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                return {}; // no scanner has any business with these
            case QXmlStreamReader::StartElement:
                m_path += m_reader.name().toString().left(longestText);
                if (m_path.size() > deepest) {
                    return {};
                }
                root = m_path.front();
                text.clear();
                m_open(m_path, m_reader.attributes());
                break;
            case QXmlStreamReader::Characters:
                text += m_reader.text().left(longestText - std::min(longestText, text.size()));
                break;
            case QXmlStreamReader::EndElement:
                m_leaf(m_path, text.trimmed());
                m_path.removeLast();
                text.clear();
                break;
            default:
                break;
            }
        }
        return m_reader.hasError() ? QString() : root;
    }

private:
    QXmlStreamReader m_reader;
    Open m_open;
    Leaf m_leaf;
    QStringList m_path;
};

int numberIn(const QString& text, int largest)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number > 0 && number <= largest ? number : 0;
}

void addTo(QStringList& list, const QString& text)
{
    if (!text.isEmpty() && !list.contains(text) && static_cast<std::size_t>(list.size()) < mostEntries) {
        list += text;
    }
}

void addTo(std::vector<int>& list, int number)
{
    const auto place = std::lower_bound(list.begin(), list.end(), number);
    if (number > 0 && list.size() < mostEntries && (place == list.end() || *place != number)) {
        list.insert(place, number);
    }
}

/// What one element says of a source. Resolutions are those of the X axis; no device of ours differs in Y.
void note(SourceCapabilities& source, const QString& name, const QString& parent, const QString& text)
{
    const auto length = [&text] { return numberIn(text, largestLength); };
    if (name == QLatin1String("MinWidth")) {
        source.minWidth = length();
    } else if (name == QLatin1String("MaxWidth")) {
        source.maxWidth = length();
    } else if (name == QLatin1String("MinHeight")) {
        source.minHeight = length();
    } else if (name == QLatin1String("MaxHeight")) {
        source.maxHeight = length();
    } else if (name == QLatin1String("ColorMode")) {
        addTo(source.colourModes, text);
    } else if (name == QLatin1String("DocumentFormat") || name == QLatin1String("DocumentFormatExt")) {
        addTo(source.formats, text.toLower());
    } else if (name == QLatin1String("XResolution")) {
        addTo(source.resolutions, numberIn(text, highestResolution));
    } else if (parent == QLatin1String("XResolutionRange") && name == QLatin1String("Min")) {
        source.lowestDpi = numberIn(text, highestResolution);
    } else if (parent == QLatin1String("XResolutionRange") && name == QLatin1String("Max")) {
        source.highestDpi = numberIn(text, highestResolution);
    }
}

/// The modes, formats and resolutions of a profile added to a source that refers to it.
void merge(SourceCapabilities& source, const SourceCapabilities& profile)
{
    for (const QString& mode : profile.colourModes) {
        addTo(source.colourModes, mode);
    }
    for (const QString& format : profile.formats) {
        addTo(source.formats, format);
    }
    for (const int resolution : profile.resolutions) {
        addTo(source.resolutions, resolution);
    }
    source.lowestDpi = source.lowestDpi == 0 ? profile.lowestDpi : source.lowestDpi;
    source.highestDpi = source.highestDpi == 0 ? profile.highestDpi : source.highestDpi;
}

void fillResolutions(SourceCapabilities& source)
{
    if (source.lowestDpi == 0 || source.highestDpi < source.lowestDpi) {
        source.lowestDpi = source.highestDpi = 0;
        return;
    }
    for (const int usual : {100, 150, 200, 300, 400, 600, 1200}) {
        if (usual >= source.lowestDpi && usual <= source.highestDpi) {
            addTo(source.resolutions, usual);
        }
    }
}

AdfState adfStateFrom(const QString& word)
{
    static const QMap<QString, AdfState> states = {
        {QStringLiteral("ScannerAdfEmpty"), AdfState::Empty},
        {QStringLiteral("ScannerAdfLoaded"), AdfState::Loaded},
        {QStringLiteral("ScannerAdfProcessing"), AdfState::Processing},
        {QStringLiteral("ScannerAdfJam"), AdfState::Jam},
        {QStringLiteral("ScannerAdfMispick"), AdfState::Jam},
        {QStringLiteral("ScannerAdfMultipickDetected"), AdfState::DoubleFeed},
        {QStringLiteral("ScannerAdfHatchOpen"), AdfState::CoverOpen},
        {QStringLiteral("ScannerAdfDuplexPageTooShort"), AdfState::Fault},
        {QStringLiteral("ScannerAdfDuplexPageTooLong"), AdfState::Fault},
        {QStringLiteral("ScannerAdfInputTrayFailed"), AdfState::Fault},
        {QStringLiteral("ScannerAdfInputTrayOverloaded"), AdfState::Fault},
    };
    return states.value(word, AdfState::Unknown);
}

JobState jobStateFrom(const QString& word)
{
    static const QMap<QString, JobState> states = {
        {QStringLiteral("Pending"), JobState::Pending},
        {QStringLiteral("Processing"), JobState::Processing},
        {QStringLiteral("Completed"), JobState::Completed},
        {QStringLiteral("Canceled"), JobState::Cancelled},
        {QStringLiteral("Aborted"), JobState::Aborted},
    };
    return states.value(word, JobState::Unknown);
}

int countIn(const QString& text)
{
    bool ok = false;
    const int count = text.toInt(&ok);
    return ok && count >= 0 ? count : -1;
}

const SourceCapabilities* capabilitiesFor(const Capabilities& device, PaperSource source)
{
    const std::optional<SourceCapabilities>* found = nullptr;
    switch (source) {
    case PaperSource::Flatbed:
        found = &device.platen;
        break;
    case PaperSource::Feeder:
        // A feeder that scans both sides scans one as well.
        found = device.feeder ? &device.feeder : &device.duplex;
        break;
    case PaperSource::FeederDuplex:
        found = &device.duplex;
        break;
    }
    return found != nullptr && *found ? &**found : nullptr;
}

std::vector<dossier::ColourMode> modesOf(const SourceCapabilities& source)
{
    using dossier::ColourMode;
    std::vector<ColourMode> modes;
    for (const auto& [mode, word] :
         {std::pair{ColourMode::Colour, "RGB24"}, std::pair{ColourMode::Grey, "Grayscale8"},
          std::pair{ColourMode::Bilevel, "BlackAndWhite1"}}) {
        if (source.colourModes.contains(QLatin1String(word))) {
            modes.push_back(mode);
        }
    }
    return modes;
}

SourceInfo infoOf(PaperSource place, const SourceCapabilities& source)
{
    constexpr double millimetres = 25.4 / unitsPerInch;
    return {place,
            source.resolutions,
            source.lowestDpi,
            source.highestDpi,
            modesOf(source),
            source.maxWidth * millimetres,
            source.maxHeight * millimetres};
}

QString chooseMode(const SourceCapabilities& source, dossier::ColourMode wanted, bool isJpeg)
{
    using dossier::ColourMode;
    QStringList fitting;
    if (wanted == ColourMode::Bilevel && !isJpeg) {
        fitting += QStringLiteral("BlackAndWhite1"); // JPEG has no one-bit pictures
    }
    if (wanted != ColourMode::Colour) {
        fitting += QStringLiteral("Grayscale8");
    }
    fitting += QStringLiteral("RGB24");
    for (const QString& mode : fitting) {
        if (source.colourModes.contains(mode)) {
            return mode;
        }
    }
    return {};
}

int chooseDpi(const SourceCapabilities& source, int wanted)
{
    if (source.highestDpi > 0 && wanted >= source.lowestDpi && wanted <= source.highestDpi) {
        return wanted;
    }
    if (source.resolutions.empty()) {
        return wanted;
    }
    const auto enough = std::lower_bound(source.resolutions.begin(), source.resolutions.end(), wanted);
    return enough == source.resolutions.end() ? source.resolutions.back() : *enough;
}

int chooseLength(double millimetres, int smallest, int largest)
{
    int length = qRound(std::min(millimetres, 10'000.0) / 25.4 * unitsPerInch);
    if (length <= 0 || (largest > 0 && length > largest)) {
        length = largest;
    }
    return std::max(length, smallest);
}

} // namespace

Result<Capabilities> parseCapabilities(QByteArrayView xml)
{
    if (xml.size() > largestDocument) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("capabilities without end"));
    }
    Capabilities device;
    QString serialNumber;
    QMap<QString, SourceCapabilities> profiles;               // at the top level, referred to by name
    std::vector<std::pair<QString, QString>> references = {}; // source, profile
    QString profile;
    const auto sourceIn = [&device](const QStringList& path) -> std::optional<SourceCapabilities>* {
        if (path.contains(QLatin1String("PlatenInputCaps"))) {
            return &device.platen;
        }
        if (path.contains(QLatin1String("AdfSimplexInputCaps"))) {
            return &device.feeder;
        }
        return path.contains(QLatin1String("AdfDuplexInputCaps")) ? &device.duplex : nullptr;
    };
    Walk walk(
        xml,
        [&](const QStringList& path, const QXmlStreamAttributes& attributes) {
            std::optional<SourceCapabilities>* source = sourceIn(path);
            if (source != nullptr && !*source) {
                source->emplace();
            }
            if (path.back() == QLatin1String("SettingProfile")) {
                profile = attributes.value(QLatin1String("name")).toString();
                const QString reference = attributes.value(QLatin1String("ref")).toString();
                if (source != nullptr && !reference.isEmpty() && references.size() < mostEntries) {
                    references.emplace_back(path.value(path.indexOf(QLatin1String("SettingProfiles")) - 1),
                                            reference);
                }
            }
        },
        [&](const QStringList& path, const QString& text) {
            const QString& name = path.back();
            const QString parent = path.value(path.size() - 2);
            if (std::optional<SourceCapabilities>* source = sourceIn(path)) {
                note(**source, name, parent, text);
            }
            if (path.contains(QLatin1String("SettingProfile")) && !profile.isEmpty() &&
                (profiles.contains(profile) || static_cast<std::size_t>(profiles.size()) < mostEntries)) {
                note(profiles[profile], name, parent, text);
            }
            if (path.size() == 2 && name == QLatin1String("Version")) {
                device.version = text;
            } else if (path.size() == 2 && name == QLatin1String("MakeAndModel")) {
                device.makeAndModel = text;
            } else if (path.size() == 2 && name == QLatin1String("UUID")) {
                device.serial = text;
            } else if (path.size() == 2 && name == QLatin1String("SerialNumber")) {
                serialNumber = text;
            } else if (name == QLatin1String("AdfOption") && text == QLatin1String("DetectPaperLoaded")) {
                device.detectsPaper = true;
            }
        });
    if (walk.run() != QLatin1String("ScannerCapabilities")) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("no ScannerCapabilities"));
    }
    for (const auto& [place, name] : references) {
        if (std::optional<SourceCapabilities>* source = sourceIn({place}); source != nullptr && *source) {
            merge(**source, profiles.value(name));
        }
    }
    for (std::optional<SourceCapabilities>* source : {&device.platen, &device.feeder, &device.duplex}) {
        if (*source) {
            fillResolutions(**source);
        }
    }
    if (!device.platen && !device.feeder && !device.duplex) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("capabilities without a source of paper"));
    }
    if (device.serial.isEmpty()) {
        device.serial = serialNumber;
    }
    return device;
}

std::optional<JobInfo> ScannerStatus::job(const QByteArray& path) const
{
    const auto pathOf = [](const QString& uri) {
        QString plain = QUrl(uri).path();
        while (plain.endsWith(u'/')) {
            plain.chop(1);
        }
        return plain;
    };
    const QString wanted = pathOf(QString::fromLatin1(path));
    const QString name = wanted.mid(wanted.lastIndexOf(u'/') + 1);
    std::optional<JobInfo> alike;
    int others = 0;
    for (const JobInfo& info : jobs) {
        const QString known = pathOf(info.uri);
        if (known.isEmpty()) {
            continue;
        }
        if (known == wanted) {
            return info;
        }
        // Some devices list their jobs under another root than the one they answer under.
        if (known.mid(known.lastIndexOf(u'/') + 1) == name) {
            alike = info;
            ++others;
        }
    }
    return others == 1 ? alike : std::nullopt;
}

Result<ScannerStatus> parseStatus(QByteArrayView xml)
{
    if (xml.size() > largestDocument) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("a status without end"));
    }
    ScannerStatus status;
    JobInfo job;
    Walk walk(
        xml,
        [&](const QStringList& path, const QXmlStreamAttributes&) {
            if (path.back() == QLatin1String("JobInfo")) {
                job = {};
            }
        },
        [&](const QStringList& path, const QString& text) {
            const QString& name = path.back();
            if (path.size() == 2 && name == QLatin1String("State")) {
                status.state = text;
            } else if (path.size() == 2 && name == QLatin1String("AdfState")) {
                status.adf = adfStateFrom(text);
            } else if (name == QLatin1String("JobUri")) {
                job.uri = text;
            } else if (name == QLatin1String("JobState")) {
                job.state = jobStateFrom(text);
            } else if (name == QLatin1String("ImagesCompleted")) {
                job.completed = countIn(text);
            } else if (name == QLatin1String("ImagesToTransfer")) {
                job.toTransfer = countIn(text);
            } else if (name == QLatin1String("JobStateReason")) {
                addTo(job.reasons, text);
            } else if (name == QLatin1String("JobInfo") && status.jobs.size() < mostEntries) {
                status.jobs.push_back(job);
            }
        });
    if (walk.run() != QLatin1String("ScannerStatus")) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("no ScannerStatus"));
    }
    return status;
}

std::optional<ErrorCode> errorFor(AdfState state)
{
    switch (state) {
    case AdfState::Jam:
        return ErrorCode::ScannerJam;
    case AdfState::DoubleFeed:
        return ErrorCode::ScannerDoubleFeed;
    case AdfState::CoverOpen:
        return ErrorCode::ScannerCoverOpen;
    case AdfState::Fault:
        return ErrorCode::ScannerFailed;
    case AdfState::Unknown:
    case AdfState::Empty:
    case AdfState::Loaded:
    case AdfState::Processing:
        return {};
    }
    return {};
}

Result<JobSettings> settingsFor(const Capabilities& device, const ScanSettings& wanted)
{
    const SourceCapabilities* source = capabilitiesFor(device, wanted.source);
    if (source == nullptr) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("the source of paper"));
    }
    JobSettings settings;
    settings.source = wanted.source;
    for (const char* format : {"image/jpeg", "image/png", "image/tiff", "application/pdf"}) {
        if (source->formats.contains(QLatin1String(format))) {
            settings.format = QLatin1String(format);
            break;
        }
    }
    if (settings.format.isEmpty()) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("a format we know"));
    }
    settings.colourMode = chooseMode(*source, wanted.mode, settings.format == QLatin1String("image/jpeg"));
    if (settings.colourMode.isEmpty()) {
        return failure(ErrorCode::ScannerCannot, QStringLiteral("the colour mode"));
    }
    settings.dpi = chooseDpi(*source, wanted.dpi);
    settings.width = chooseLength(wanted.widthMm, source->minWidth, source->maxWidth);
    settings.height = chooseLength(wanted.heightMm, source->minHeight, source->maxHeight);
    return settings;
}

QByteArray jobDocument(const JobSettings& settings, const QString& version)
{
    QByteArray xml;
    QXmlStreamWriter out(&xml);
    const QString scan = QStringLiteral("http://schemas.hp.com/imaging/escl/2011/05/03");
    const QString pwg = QStringLiteral("http://www.pwg.org/schemas/2010/12/sm");
    out.writeStartDocument();
    out.writeNamespace(scan, QStringLiteral("scan"));
    out.writeNamespace(pwg, QStringLiteral("pwg"));
    out.writeStartElement(scan, QStringLiteral("ScanSettings"));
    out.writeTextElement(pwg, QStringLiteral("Version"), version.isEmpty() ? QStringLiteral("2.0") : version);
    if (settings.width > 0 && settings.height > 0) {
        out.writeStartElement(pwg, QStringLiteral("ScanRegions"));
        out.writeStartElement(pwg, QStringLiteral("ScanRegion"));
        out.writeTextElement(pwg, QStringLiteral("ContentRegionUnits"),
                             QStringLiteral("escl:ThreeHundredthsOfInches"));
        out.writeTextElement(pwg, QStringLiteral("XOffset"), QStringLiteral("0"));
        out.writeTextElement(pwg, QStringLiteral("YOffset"), QStringLiteral("0"));
        out.writeTextElement(pwg, QStringLiteral("Width"), QString::number(settings.width));
        out.writeTextElement(pwg, QStringLiteral("Height"), QString::number(settings.height));
        out.writeEndElement();
        out.writeEndElement();
    }
    const bool isFeeder = settings.source != PaperSource::Flatbed;
    out.writeTextElement(pwg, QStringLiteral("InputSource"),
                         isFeeder ? QStringLiteral("Feeder") : QStringLiteral("Platen"));
    if (isFeeder) {
        out.writeTextElement(scan, QStringLiteral("Duplex"),
                             settings.source == PaperSource::FeederDuplex ? QStringLiteral("true")
                                                                          : QStringLiteral("false"));
    }
    out.writeTextElement(scan, QStringLiteral("ColorMode"), settings.colourMode);
    out.writeTextElement(scan, QStringLiteral("XResolution"), QString::number(settings.dpi));
    out.writeTextElement(scan, QStringLiteral("YResolution"), QString::number(settings.dpi));
    // Devices of before 2.1 know the first of these, later ones the second.
    out.writeTextElement(pwg, QStringLiteral("DocumentFormat"), settings.format);
    out.writeTextElement(scan, QStringLiteral("DocumentFormatExt"), settings.format);
    out.writeEndElement();
    out.writeEndDocument();
    return xml;
}

ScannerInfo infoFrom(const Capabilities& device)
{
    ScannerInfo info;
    info.name = device.makeAndModel;
    info.serial = device.serial;
    info.flatbed = device.platen.has_value();
    info.feeder = device.feeder || device.duplex;
    info.duplex = device.duplex.has_value();
    info.tellsPaper = info.feeder && device.detectsPaper;
    for (const PaperSource place : {PaperSource::Flatbed, PaperSource::Feeder, PaperSource::FeederDuplex}) {
        const SourceCapabilities* source = capabilitiesFor(device, place);
        if (source == nullptr) {
            continue;
        }
        info.sources.push_back(infoOf(place, *source));
        const SourceInfo& added = info.sources.back();
        for (const int resolution : added.resolutions) {
            addTo(info.resolutions, resolution);
        }
        for (const dossier::ColourMode mode : added.modes) {
            if (std::find(info.modes.begin(), info.modes.end(), mode) == info.modes.end()) {
                info.modes.push_back(mode);
            }
        }
        info.widthMm = std::max(info.widthMm, added.widthMm);
        info.heightMm = std::max(info.heightMm, added.heightMm);
    }
    return info;
}

} // namespace sohoa::capture::escl
