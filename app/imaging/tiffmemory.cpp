// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/tiffmemory.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace sohoa::imaging {

namespace {

// The largest single block libtiff may ask for while it reads a directory or a strip.
constexpr tmsize_t largestBlock = tmsize_t(256) * 1024 * 1024;

qint64 seekTo(qint64 position, qint64 size, toff_t offset, int whence)
{
    const auto distance = static_cast<qint64>(offset);
    switch (whence) {
    case SEEK_CUR:
        return position + distance;
    case SEEK_END:
        return size + distance;
    default:
        return distance;
    }
}

extern "C" {
static tmsize_t readSource(thandle_t handle, void* target, tmsize_t count)
{
    auto* source = static_cast<TiffReader::Source*>(handle);
    const qint64 left = std::max<qint64>(0, source->bytes.size() - source->position);
    const auto given = std::min<qint64>(left, count);
    if (given > 0) {
        std::memcpy(target, source->bytes.data() + source->position, static_cast<std::size_t>(given));
        source->position += given;
    }
    return static_cast<tmsize_t>(given);
}

static tmsize_t writeNothing(thandle_t, void*, tmsize_t)
{
    return -1;
}

static toff_t seekSource(thandle_t handle, toff_t offset, int whence)
{
    auto* source = static_cast<TiffReader::Source*>(handle);
    const qint64 position = seekTo(source->position, source->bytes.size(), offset, whence);
    if (position < 0) {
        return static_cast<toff_t>(-1);
    }
    source->position = position;
    return static_cast<toff_t>(position);
}

static toff_t sizeOfSource(thandle_t handle)
{
    return static_cast<toff_t>(static_cast<TiffReader::Source*>(handle)->bytes.size());
}

static int closeNothing(thandle_t)
{
    return 0;
}

static int noteComplaint(TIFF*, void* handle, const char* module, const char* format, va_list arguments)
    __attribute__((format(printf, 4, 0)));

static int noteComplaint(TIFF*, void* handle, const char* module, const char* format, va_list arguments)
{
    auto* source = static_cast<TiffReader::Source*>(handle);
    if (source->complaint.isEmpty()) {
        char text[256];
        static_cast<void>(std::vsnprintf(text, sizeof text, format, arguments));
        source->complaint = QString::fromLatin1(module) + QStringLiteral(": ") + QString::fromLatin1(text);
    }
    return 1; // nothing for the process-wide handlers, which write to standard error
}

static tmsize_t readTarget(thandle_t handle, void* to, tmsize_t count)
{
    auto* target = static_cast<TiffWriter::Target*>(handle);
    const auto given = std::min<qint64>(std::max<qint64>(0, target->bytes.size() - target->position), count);
    std::memcpy(to, target->bytes.constData() + target->position, static_cast<std::size_t>(given));
    target->position += given;
    return static_cast<tmsize_t>(given);
}

static tmsize_t writeTarget(thandle_t handle, void* from, tmsize_t count)
{
    auto* target = static_cast<TiffWriter::Target*>(handle);
    if (target->position + count > target->bytes.size()) {
        target->bytes.resize(target->position + count);
    }
    std::memcpy(target->bytes.data() + target->position, from, static_cast<std::size_t>(count));
    target->position += count;
    return count;
}

static toff_t seekTarget(thandle_t handle, toff_t offset, int whence)
{
    auto* target = static_cast<TiffWriter::Target*>(handle);
    target->position = std::max<qint64>(0, seekTo(target->position, target->bytes.size(), offset, whence));
    return static_cast<toff_t>(target->position);
}

static toff_t sizeOfTarget(thandle_t handle)
{
    return static_cast<toff_t>(static_cast<TiffWriter::Target*>(handle)->bytes.size());
}
}

} // namespace

TiffReader::TiffReader(QByteArrayView bytes)
    : m_source(std::make_unique<Source>())
{
    m_source->bytes = bytes;
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, largestBlock);
    TIFFOpenOptionsSetErrorHandlerExtR(options, noteComplaint, m_source.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options, noteComplaint, m_source.get());
    // "m": no memory map, so every access goes through the checked reads above
    m_tiff = TIFFClientOpenExt("memory", "rm", m_source.get(), readSource, writeNothing, seekSource,
                               closeNothing, sizeOfSource, nullptr, nullptr, options);
    TIFFOpenOptionsFree(options);
}

TiffReader::~TiffReader()
{
    if (m_tiff != nullptr) {
        TIFFClose(m_tiff);
    }
}

TiffWriter::TiffWriter()
    : m_target(std::make_unique<Target>())
{
    m_tiff = TIFFClientOpen("memory", "wl", m_target.get(), readTarget, writeTarget, seekTarget, closeNothing,
                            sizeOfTarget, nullptr, nullptr);
}

TiffWriter::~TiffWriter()
{
    if (m_tiff != nullptr) {
        TIFFClose(m_tiff);
    }
}

QByteArray TiffWriter::finish()
{
    if (m_tiff != nullptr) {
        TIFFClose(m_tiff);
        m_tiff = nullptr;
    }
    return std::move(m_target->bytes);
}

} // namespace sohoa::imaging
