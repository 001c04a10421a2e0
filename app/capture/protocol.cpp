// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/protocol.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace sohoa::capture::protocol {

namespace {

constexpr std::array scannerErrors = {
    ErrorCode::ScannerNotFound,   ErrorCode::ScannerBusy,      ErrorCode::ScannerJam,
    ErrorCode::ScannerDoubleFeed, ErrorCode::ScannerCoverOpen, ErrorCode::ScannerOutOfPaper,
    ErrorCode::ScannerLocked,     ErrorCode::ScannerLost,      ErrorCode::ScannerFailed,
    ErrorCode::ScannerCannot,     ErrorCode::ScannerRefused,   ErrorCode::InvalidArgument,
    ErrorCode::FileTooLarge,      ErrorCode::Cancelled,
};

constexpr std::array sources = {
    std::pair{PaperSource::Flatbed, "flatbed"},
    std::pair{PaperSource::Feeder, "feeder"},
    std::pair{PaperSource::FeederDuplex, "duplex"},
};

constexpr std::array ends = {
    std::pair{ScanEnd::OutOfPaper, "empty"},
    std::pair{ScanEnd::Stopped, "stopped"},
    std::pair{ScanEnd::Limit, "limit"},
};

template<typename Table, typename Enum>
QString wordFor(const Table& table, Enum value)
{
    for (const auto& [candidate, word] : table) {
        if (candidate == value) {
            return QString::fromLatin1(word);
        }
    }
    return {};
}

template<typename Enum, std::size_t size>
std::optional<Enum> valueOf(const std::array<std::pair<Enum, const char*>, size>& table, const QString& word)
{
    for (const auto& [value, candidate] : table) {
        if (word == QLatin1String(candidate)) {
            return value;
        }
    }
    return {};
}

tl::unexpected<Error> nonsense(const QString& what)
{
    return failure(ErrorCode::ScannerLost, QStringLiteral("the scan helper sent %1").arg(what));
}

QJsonArray toJson(const std::vector<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers) {
        array += number;
    }
    return array;
}

QJsonArray toJson(const std::vector<dossier::ColourMode>& modes)
{
    QJsonArray array;
    for (const dossier::ColourMode mode : modes) {
        array += dossier::toString(mode);
    }
    return array;
}

std::vector<int> numbersFrom(const QJsonArray& array)
{
    std::vector<int> numbers;
    for (const auto& number : array) {
        numbers.push_back(number.toInt());
    }
    return numbers;
}

std::vector<dossier::ColourMode> modesFrom(const QJsonArray& array)
{
    std::vector<dossier::ColourMode> modes;
    for (const auto& word : array) {
        if (const auto mode = dossier::colourModeFrom(word.toString())) {
            modes.push_back(*mode);
        }
    }
    return modes;
}

} // namespace

QByteArray encode(const Frame& frame)
{
    QJsonObject header = frame.header;
    if (!frame.bytes.isEmpty()) {
        header[QStringLiteral("bytes")] = frame.bytes.size();
    }
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n' + frame.bytes;
}

void FrameReader::append(const QByteArray& piece)
{
    m_pending += piece;
}

Result<std::optional<Frame>> FrameReader::next()
{
    if (!m_header) {
        const qsizetype end = m_pending.indexOf('\n');
        if (end < 0) {
            if (m_pending.size() > longestHeader) {
                return nonsense(QStringLiteral("an endless line"));
            }
            return std::nullopt;
        }
        const QJsonDocument document = QJsonDocument::fromJson(m_pending.left(end));
        if (!document.isObject()) {
            return nonsense(QStringLiteral("a line that is no JSON object"));
        }
        const qint64 wanted = document.object().value(QStringLiteral("bytes")).toInteger(0);
        if (wanted < 0 || wanted > mostBytes) {
            return nonsense(QStringLiteral("a page of %1 bytes").arg(wanted));
        }
        m_header = document.object();
        m_wanted = wanted;
        m_pending.remove(0, end + 1);
        m_pending.reserve(static_cast<qsizetype>(m_wanted));
    }
    if (m_pending.size() < m_wanted) {
        return std::nullopt;
    }
    Frame frame{*m_header, m_pending.left(static_cast<qsizetype>(m_wanted))};
    m_pending.remove(0, static_cast<qsizetype>(m_wanted));
    m_header.reset();
    return frame;
}

QJsonObject listRequest()
{
    return {{QStringLiteral("do"), QStringLiteral("list")}};
}

QJsonObject watchRequest(const QString& scannerId, PaperWait wait)
{
    return {{QStringLiteral("do"), QStringLiteral("watch")},
            {QStringLiteral("scanner"), scannerId},
            {QStringLiteral("putIn"), wait == PaperWait::PutIn}};
}

PaperWait paperWaitFrom(const QJsonObject& request)
{
    return request[QStringLiteral("putIn")].toBool() ? PaperWait::PutIn : PaperWait::There;
}

QJsonObject scanRequest(const ScanSettings& settings)
{
    return {
        {QStringLiteral("do"), QStringLiteral("scan")},
        {QStringLiteral("scanner"), settings.scannerId},
        {QStringLiteral("source"), wordFor(sources, settings.source)},
        {QStringLiteral("dpi"), settings.dpi},
        {QStringLiteral("mode"), dossier::toString(settings.mode)},
        {QStringLiteral("widthMm"), settings.widthMm},
        {QStringLiteral("heightMm"), settings.heightMm},
        {QStringLiteral("pageLimit"), settings.pageLimit},
    };
}

Result<ScanSettings> settingsFrom(const QJsonObject& request)
{
    ScanSettings settings;
    settings.scannerId = request[QStringLiteral("scanner")].toString();
    const auto source = valueOf(sources, request[QStringLiteral("source")].toString());
    const auto mode = dossier::colourModeFrom(request[QStringLiteral("mode")].toString());
    settings.dpi = request[QStringLiteral("dpi")].toInt(0);
    settings.widthMm = request[QStringLiteral("widthMm")].toDouble(-1);
    settings.heightMm = request[QStringLiteral("heightMm")].toDouble(-1);
    settings.pageLimit = request[QStringLiteral("pageLimit")].toInt(-1);
    if (!source || !mode || settings.scannerId.isEmpty() || settings.dpi < 1 || settings.dpi > 9600 ||
        settings.widthMm < 0 || settings.heightMm < 0 || settings.pageLimit < 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("settings of a scan"));
    }
    settings.source = *source;
    settings.mode = *mode;
    return settings;
}

Frame frameFor(const ScannerInfo& scanner)
{
    QJsonArray places;
    for (const SourceInfo& source : scanner.sources) {
        places += QJsonObject{
            {QStringLiteral("source"), wordFor(sources, source.source)},
            {QStringLiteral("resolutions"), toJson(source.resolutions)},
            {QStringLiteral("lowestDpi"), source.lowestDpi},
            {QStringLiteral("highestDpi"), source.highestDpi},
            {QStringLiteral("modes"), toJson(source.modes)},
            {QStringLiteral("widthMm"), source.widthMm},
            {QStringLiteral("heightMm"), source.heightMm},
        };
    }
    return {{
                {QStringLiteral("is"), QStringLiteral("scanner")},
                {QStringLiteral("id"), scanner.id},
                {QStringLiteral("name"), scanner.name},
                {QStringLiteral("flatbed"), scanner.flatbed},
                {QStringLiteral("feeder"), scanner.feeder},
                {QStringLiteral("duplex"), scanner.duplex},
                {QStringLiteral("resolutions"), toJson(scanner.resolutions)},
                {QStringLiteral("modes"), toJson(scanner.modes)},
                {QStringLiteral("widthMm"), scanner.widthMm},
                {QStringLiteral("heightMm"), scanner.heightMm},
                {QStringLiteral("sources"), places},
                {QStringLiteral("tellsPaper"), scanner.tellsPaper},
                {QStringLiteral("serial"), scanner.serial},
            },
            {}};
}

Frame frameFor(const ScannedPage& page)
{
    return {{
                {QStringLiteral("is"), QStringLiteral("page")},
                {QStringLiteral("number"), page.number},
                {QStringLiteral("format"), dossier::toString(page.format)},
                {QStringLiteral("incomplete"), page.incomplete},
                {QStringLiteral("source"), page.source},
            },
            page.bytes};
}

Frame frameFor(const ScanSummary& summary)
{
    return {{
                {QStringLiteral("is"), QStringLiteral("end")},
                {QStringLiteral("pages"), summary.pages},
                {QStringLiteral("ended"), wordFor(ends, summary.ended)},
            },
            {}};
}

Frame frameFor(const Error& error)
{
    return {{
                {QStringLiteral("is"), QStringLiteral("error")},
                {QStringLiteral("code"), toString(error.code)},
                {QStringLiteral("detail"), error.detail},
            },
            {}};
}

Frame aliveFrame()
{
    return {{{QStringLiteral("is"), QStringLiteral("alive")}}, {}};
}

Frame paperFrame()
{
    return {{{QStringLiteral("is"), QStringLiteral("paper")}}, {}};
}

Frame beginFrame(const QByteArray& head, const QString& source)
{
    return {{{QStringLiteral("is"), QStringLiteral("begin")}, {QStringLiteral("source"), source}}, head};
}

Frame pieceFrame(const QByteArray& bytes)
{
    return {{{QStringLiteral("is"), QStringLiteral("piece")}}, bytes};
}

Result<ScannerInfo> scannerFrom(const Frame& frame)
{
    ScannerInfo scanner;
    scanner.id = frame.header[QStringLiteral("id")].toString();
    scanner.name = frame.header[QStringLiteral("name")].toString();
    scanner.flatbed = frame.header[QStringLiteral("flatbed")].toBool();
    scanner.feeder = frame.header[QStringLiteral("feeder")].toBool();
    scanner.duplex = frame.header[QStringLiteral("duplex")].toBool();
    scanner.resolutions = numbersFrom(frame.header[QStringLiteral("resolutions")].toArray());
    scanner.modes = modesFrom(frame.header[QStringLiteral("modes")].toArray());
    for (const auto& entry : frame.header[QStringLiteral("sources")].toArray()) {
        const QJsonObject place = entry.toObject();
        if (const auto source = valueOf(sources, place[QStringLiteral("source")].toString())) {
            scanner.sources.push_back(
                {*source, numbersFrom(place[QStringLiteral("resolutions")].toArray()),
                 place[QStringLiteral("lowestDpi")].toInt(), place[QStringLiteral("highestDpi")].toInt(),
                 modesFrom(place[QStringLiteral("modes")].toArray()),
                 place[QStringLiteral("widthMm")].toDouble(), place[QStringLiteral("heightMm")].toDouble()});
        }
    }
    scanner.tellsPaper = frame.header[QStringLiteral("tellsPaper")].toBool();
    scanner.serial = frame.header[QStringLiteral("serial")].toString();
    scanner.widthMm = frame.header[QStringLiteral("widthMm")].toDouble();
    scanner.heightMm = frame.header[QStringLiteral("heightMm")].toDouble();
    if (scanner.id.isEmpty()) {
        return nonsense(QStringLiteral("a scanner without a name"));
    }
    return scanner;
}

Result<ScannedPage> pageFrom(const Frame& frame)
{
    ScannedPage page;
    page.bytes = frame.bytes;
    page.number = frame.header[QStringLiteral("number")].toInt();
    page.incomplete = frame.header[QStringLiteral("incomplete")].toBool();
    page.source = frame.header[QStringLiteral("source")].toString();
    const auto format = dossier::pageFormatFrom(frame.header[QStringLiteral("format")].toString());
    if (!format || page.number < 1 || page.bytes.isEmpty()) {
        return nonsense(QStringLiteral("a page without content"));
    }
    page.format = *format;
    return page;
}

Result<ScanSummary> summaryFrom(const Frame& frame)
{
    const auto ended = valueOf(ends, frame.header[QStringLiteral("ended")].toString());
    if (!ended) {
        return nonsense(QStringLiteral("an end without a reason"));
    }
    return ScanSummary{frame.header[QStringLiteral("pages")].toInt(), *ended};
}

Error errorFrom(const Frame& frame)
{
    const QString word = frame.header[QStringLiteral("code")].toString();
    Error error{ErrorCode::ScannerLost, frame.header[QStringLiteral("detail")].toString()};
    for (const ErrorCode code : scannerErrors) {
        if (toString(code) == word) {
            error.code = code;
        }
    }
    return error;
}

QString kindOf(const Frame& frame)
{
    return frame.header[QStringLiteral("is")].toString();
}

} // namespace sohoa::capture::protocol
