// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sanedevice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sohoa::capture {

namespace {

// Later versions of SANE answer these too; its header of today does not name them.
constexpr int warmingUp = 12;
constexpr int hardwareLocked = 13;

double toNumber(const SANE_Option_Descriptor& option, SANE_Word word)
{
    return option.type == SANE_TYPE_FIXED ? static_cast<double>(word) / (1 << SANE_FIXED_SCALE_SHIFT)
                                          : static_cast<double>(word);
}

/// The nearest word there is, however large the number.
SANE_Word fromNumber(const SANE_Option_Descriptor& option, double number)
{
    const double scaled = option.type == SANE_TYPE_FIXED ? number * (1 << SANE_FIXED_SCALE_SHIFT) : number;
    return static_cast<SANE_Word>(
        std::lround(std::clamp(scaled, double(std::numeric_limits<SANE_Word>::min()),
                               double(std::numeric_limits<SANE_Word>::max()))));
}

/// The ends of a range, the smaller first; there are drivers that report them the other way round.
std::pair<SANE_Word, SANE_Word> endsOf(const SANE_Range& range)
{
    return std::minmax({range.min, range.max});
}

} // namespace

ErrorCode errorFor(SANE_Status status)
{
    switch (static_cast<int>(status)) {
    case SANE_STATUS_JAMMED:
        return ErrorCode::ScannerJam;
    case hardwareLocked:
        return ErrorCode::ScannerLocked;
    case SANE_STATUS_NO_DOCS:
        return ErrorCode::ScannerOutOfPaper;
    case SANE_STATUS_COVER_OPEN:
        return ErrorCode::ScannerCoverOpen;
    case SANE_STATUS_DEVICE_BUSY:
    case warmingUp:
        return ErrorCode::ScannerBusy;
    case SANE_STATUS_IO_ERROR:
        return ErrorCode::ScannerLost;
    case SANE_STATUS_UNSUPPORTED:
    case SANE_STATUS_INVAL: // options that do not go together
        return ErrorCode::ScannerCannot;
    case SANE_STATUS_ACCESS_DENIED:
        return ErrorCode::ScannerRefused;
    case SANE_STATUS_CANCELLED:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::ScannerFailed;
    }
}

tl::unexpected<Error> saneFailure(SANE_Status status, const QString& doing)
{
    return failure(errorFor(status),
                   QStringLiteral("%1: %2").arg(doing, QString::fromLocal8Bit(sane_strstatus(status))));
}

SaneDevice::SaneDevice(SANE_Handle handle)
    : m_handle(handle)
{
    readOptions();
}

Result<SaneDevice> SaneDevice::open(const QString& name)
{
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(name.toLocal8Bit().constData(), &handle);
    if (status == SANE_STATUS_INVAL) {
        return failure(ErrorCode::ScannerNotFound, QStringLiteral("no such device"));
    }
    if (status != SANE_STATUS_GOOD) {
        return saneFailure(status, QStringLiteral("opening the device"));
    }
    return SaneDevice(handle);
}

void SaneDevice::readOptions()
{
    m_options.clear();
    for (SANE_Int index = 1;; ++index) {
        const SANE_Option_Descriptor* option = sane_get_option_descriptor(m_handle.get(), index);
        if (option == nullptr) {
            return;
        }
        if (option->name != nullptr && option->type != SANE_TYPE_GROUP) {
            m_options.emplace(option->name, index);
        }
    }
}

const SANE_Option_Descriptor* SaneDevice::find(const char* option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? nullptr : sane_get_option_descriptor(m_handle.get(), found->second);
}

bool SaneDevice::has(const char* option) const
{
    const SANE_Option_Descriptor* found = find(option);
    return found != nullptr && SANE_OPTION_IS_ACTIVE(found->cap) && SANE_OPTION_IS_SETTABLE(found->cap);
}

QStringList SaneDevice::words(const char* option) const
{
    QStringList words;
    const SANE_Option_Descriptor* found = find(option);
    if (found != nullptr && found->constraint_type == SANE_CONSTRAINT_STRING_LIST) {
        for (const SANE_String_Const* word = found->constraint.string_list; *word != nullptr; ++word) {
            words += QString::fromLocal8Bit(*word);
        }
    }
    return words;
}

std::vector<double> SaneDevice::numbers(const char* option) const
{
    std::vector<double> numbers;
    const SANE_Option_Descriptor* found = find(option);
    if (found == nullptr) {
        return numbers;
    }
    if (found->constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const SANE_Word* list = found->constraint.word_list;
        for (SANE_Word i = 1; i <= list[0]; ++i) {
            numbers.push_back(toNumber(*found, list[i]));
        }
        std::sort(numbers.begin(), numbers.end());
    } else if (found->constraint_type == SANE_CONSTRAINT_RANGE) {
        const auto [least, most] = endsOf(*found->constraint.range);
        numbers = {toNumber(*found, least), toNumber(*found, most)};
    }
    return numbers;
}

bool SaneDevice::isRange(const char* option) const
{
    const SANE_Option_Descriptor* found = find(option);
    return found != nullptr && found->constraint_type == SANE_CONSTRAINT_RANGE;
}

Status SaneDevice::control(const char* option, void* value)
{
    SANE_Int information = 0;
    const SANE_Status status =
        sane_control_option(m_handle.get(), m_options.at(option), SANE_ACTION_SET_VALUE, value, &information);
    if (status != SANE_STATUS_GOOD) {
        return saneFailure(status, QStringLiteral("setting %1").arg(QString::fromLatin1(option)));
    }
    if ((information & SANE_INFO_RELOAD_OPTIONS) != 0) {
        readOptions();
    }
    return {};
}

Status SaneDevice::setWord(const char* option, const QString& word)
{
    const SANE_Option_Descriptor* found = find(option);
    if (found == nullptr || found->type != SANE_TYPE_STRING) {
        return failure(ErrorCode::ScannerCannot, QString::fromLatin1(option));
    }
    QByteArray value = word.toLocal8Bit();
    // The driver may read or write as much as the option is long.
    value.resize(std::max<qsizetype>(value.size() + 1, found->size), '\0');
    return control(option, value.data());
}

Status SaneDevice::setNumber(const char* option, double number)
{
    const SANE_Option_Descriptor* found = find(option);
    if (found == nullptr || (found->type != SANE_TYPE_INT && found->type != SANE_TYPE_FIXED) ||
        found->size != static_cast<SANE_Int>(sizeof(SANE_Word))) {
        return failure(ErrorCode::ScannerCannot, QString::fromLatin1(option));
    }
    SANE_Word value = fromNumber(*found, number);
    if (found->constraint_type == SANE_CONSTRAINT_RANGE) {
        const auto [least, most] = endsOf(*found->constraint.range);
        value = std::clamp(value, least, most);
    }
    return control(option, &value);
}

Status SaneDevice::setFlag(const char* option, bool on)
{
    const SANE_Option_Descriptor* found = find(option);
    if (found == nullptr || found->type != SANE_TYPE_BOOL) {
        return failure(ErrorCode::ScannerCannot, QString::fromLatin1(option));
    }
    SANE_Word value = on ? SANE_TRUE : SANE_FALSE;
    return control(option, &value);
}

Result<double> SaneDevice::number(const char* option) const
{
    const SANE_Option_Descriptor* found = find(option);
    if (found == nullptr || found->size != static_cast<SANE_Int>(sizeof(SANE_Word))) {
        return failure(ErrorCode::ScannerCannot, QString::fromLatin1(option));
    }
    SANE_Word value = 0;
    const SANE_Status status =
        sane_control_option(m_handle.get(), m_options.at(option), SANE_ACTION_GET_VALUE, &value, nullptr);
    if (status != SANE_STATUS_GOOD) {
        return saneFailure(status, QStringLiteral("asking for %1").arg(QString::fromLatin1(option)));
    }
    return toNumber(*found, value);
}

std::optional<bool> SaneDevice::sensor(const char* option) const
{
    const SANE_Option_Descriptor* found = find(option);
    if (found == nullptr || found->type != SANE_TYPE_BOOL || !SANE_OPTION_IS_ACTIVE(found->cap) ||
        (found->cap & SANE_CAP_SOFT_DETECT) == 0) {
        return {};
    }
    SANE_Word value = SANE_FALSE;
    const SANE_Status status =
        sane_control_option(m_handle.get(), m_options.at(option), SANE_ACTION_GET_VALUE, &value, nullptr);
    return status == SANE_STATUS_GOOD ? std::optional(value == SANE_TRUE) : std::nullopt;
}

bool SaneDevice::isInPixels(const char* option) const
{
    const SANE_Option_Descriptor* found = find(option);
    return found != nullptr && found->unit == SANE_UNIT_PIXEL;
}

} // namespace sohoa::capture
