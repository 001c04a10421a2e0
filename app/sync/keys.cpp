// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/keys.h"

#include "base/digest.h"
#include "base/text.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace sohoa::sync {

namespace {

constexpr qsizetype largestSegmentBytes = 200;
constexpr qsizetype largestUnit = 64;

constexpr int sequenceDigits = 10;

const QString blobFolder = QStringLiteral("v1/blobs/");
const QString logFolder = QStringLiteral("v1/log/");
const QString catalogueFolder = QStringLiteral("v1/catalogue/");
const QString json = QStringLiteral(".json");

/// Names that Windows keeps for devices, whatever follows after a dot ("Naming Files, Paths, and Namespaces",
/// Microsoft Learn).
bool isDeviceName(QStringView segment)
{
    static constexpr std::array<const char*, 4> plain = {"con", "prn", "aux", "nul"};
    const QString stem = segment.left(segment.indexOf(u'.') < 0 ? segment.size() : segment.indexOf(u'.'))
                             .trimmed()
                             .toString()
                             .toLower();
    const bool isPlain = std::any_of(plain.begin(), plain.end(),
                                     [&stem](const char* name) { return stem == QLatin1String(name); });
    const bool isPort = stem.size() == 4 &&
                        (stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt"))) &&
                        (stem[3].isDigit() || QStringView(u"¹²³").contains(stem[3]));
    return isPlain || isPort;
}

bool isSafeCharacter(QChar c)
{
    static const QString forbidden = QStringLiteral("<>:\"|?*\\");
    return c.unicode() >= 0x20 && c.unicode() != 0x7f && c.unicode() != 0xfffd && !forbidden.contains(c);
}

bool isValidSegment(QStringView segment)
{
    return !segment.isEmpty() && segment.toUtf8().size() <= largestSegmentBytes && !segment.endsWith(u'.') &&
           !segment.endsWith(u' ') && !segment.endsWith(QLatin1String(".part"), Qt::CaseInsensitive) &&
           std::all_of(segment.begin(), segment.end(), isSafeCharacter) && !isDeviceName(segment);
}

/// Decimal digits, without sign, and without leading zeros unless `digits` of them are wanted.
std::optional<qint64> numberFrom(QStringView text, qint64 largest, int digits)
{
    const bool allDigits =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool rightLength =
        digits > 0 ? text.size() == digits
                   : text.size() <= sequenceDigits && (text.size() == 1 || !text.startsWith(u'0'));
    if (text.isEmpty() || !allDigits || !rightLength) {
        return {};
    }
    const qint64 number = text.toLongLong();
    return number <= largest ? std::optional(number) : std::nullopt;
}

bool isValidLog(const LogIdentity& log)
{
    return isValidUnit(log.unit) && log.workstation >= 0 && log.workstation <= largestWorkstation;
}

} // namespace

bool isValidKey(const QString& key)
{
    const QByteArray bytes = key.toUtf8();
    if (key.isEmpty() || bytes.size() > largestKeyBytes || QString::fromUtf8(bytes) != key ||
        toNfc(key) != key) {
        return false;
    }
    const QList<QStringView> segments = QStringView(key).split(u'/');
    return std::all_of(segments.begin(), segments.end(), isValidSegment);
}

bool isValidUnit(const QString& unit)
{
    return unit.size() <= largestUnit && isValidSegment(unit) &&
           std::all_of(unit.begin(), unit.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                      c == u'.' || c == u'-' || c == u'_';
           });
}

QString markerKey()
{
    return QStringLiteral("v1/warehouse.json");
}

QString blobKey(const QString& sha256)
{
    return isSha256Hex(sha256) ? blobFolder + sha256.first(2) + u'/' + sha256 : QString();
}

QString logPrefix(const LogIdentity& log)
{
    return isValidLog(log) ? logFolder + log.unit + u'/' + QString::number(log.workstation) + u'/'
                           : QString();
}

QString logKey(const LogIdentity& log, qint64 sequence)
{
    if (!isValidLog(log) || sequence < 1 || sequence > largestSequence) {
        return {};
    }
    return logPrefix(log) + QStringLiteral("%1").arg(sequence, sequenceDigits, 10, QLatin1Char('0')) + json;
}

QString catalogueKey(const QString& version)
{
    return isValidUnit(version) ? catalogueFolder + version + json : QString();
}

std::optional<QString> sha256FromBlobKey(const QString& key)
{
    const QString sha256 = key.mid(key.lastIndexOf(u'/') + 1);
    return isSha256Hex(sha256) && blobKey(sha256) == key ? std::optional(sha256) : std::nullopt;
}

std::optional<LogKey> logKeyFrom(const QString& key)
{
    const QStringList parts = key.split(u'/');
    if (parts.size() != 5 || !parts[4].endsWith(json)) {
        return {};
    }
    const auto workstation = numberFrom(parts[3], largestWorkstation, 0);
    const auto sequence =
        numberFrom(QStringView(parts[4]).chopped(json.size()), largestSequence, sequenceDigits);
    if (!workstation || !sequence) {
        return {};
    }
    const LogKey found{{parts[2], static_cast<int>(*workstation)}, *sequence};
    return logKey(found.log, found.sequence) == key ? std::optional(found) : std::nullopt;
}

std::optional<QString> versionFromCatalogueKey(const QString& key)
{
    const QString version =
        key.mid(catalogueFolder.size())
            .chopped(std::min(json.size(), std::max<qsizetype>(0, key.size() - catalogueFolder.size())));
    return !version.isEmpty() && catalogueKey(version) == key ? std::optional(version) : std::nullopt;
}

} // namespace sohoa::sync
