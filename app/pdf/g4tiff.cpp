// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/g4tiff.h"

#include <QtEndian>

#include <array>
#include <cmath>

namespace sohoa::pdf {

namespace {

constexpr quint16 shortType = 3;
constexpr quint16 longType = 4;
constexpr quint16 rationalType = 5;

template<typename T>
void append(QByteArray& out, T value)
{
    std::array<char, sizeof(T)> bytes = {};
    qToLittleEndian(value, bytes.data());
    out.append(bytes.data(), bytes.size());
}

void appendEntry(QByteArray& out, quint16 tag, quint16 type, quint32 value)
{
    append(out, tag);
    append(out, type);
    append<quint32>(out, 1);
    append(out, value); // a short stands in the first two bytes, which little endian does by itself
}

} // namespace

QByteArray wrapG4(const QByteArray& data, int width, int height, double dpi, bool blackIsInk)
{
    constexpr quint32 dataOffset = 8;
    const auto length = static_cast<quint32>(data.size());
    const quint32 padding = length % 2;
    const quint32 resolutionOffset = dataOffset + length + padding;
    const bool haveResolution = dpi > 0;
    const quint32 directoryOffset = resolutionOffset + (haveResolution ? 8 : 0);

    QByteArray out;
    out.reserve(static_cast<qsizetype>(directoryOffset) + 256);
    out += "II";
    append<quint16>(out, 42);
    append(out, directoryOffset);
    out += data;
    out.append(static_cast<qsizetype>(padding), '\0');
    if (haveResolution) {
        append(out, static_cast<quint32>(std::lround(dpi * 1000)));
        append<quint32>(out, 1000);
    }
    append<quint16>(out, haveResolution ? 14 : 11);
    appendEntry(out, 256, longType, static_cast<quint32>(width));
    appendEntry(out, 257, longType, static_cast<quint32>(height));
    appendEntry(out, 258, shortType, 1);                           // bits a sample
    appendEntry(out, 259, shortType, 4);                           // compression: group 4
    appendEntry(out, 262, shortType, blackIsInk ? 0 : 1);          // photometric
    appendEntry(out, 266, shortType, 1);                           // fill order
    appendEntry(out, 273, longType, dataOffset);                   // strip offsets
    appendEntry(out, 277, shortType, 1);                           // samples a pixel
    appendEntry(out, 278, longType, static_cast<quint32>(height)); // rows a strip
    appendEntry(out, 279, longType, length);                       // strip byte counts
    if (haveResolution) {
        appendEntry(out, 282, rationalType, resolutionOffset);
        appendEntry(out, 283, rationalType, resolutionOffset);
    }
    appendEntry(out, 293, longType, 0); // group 4 options
    if (haveResolution) {
        appendEntry(out, 296, shortType, 2); // inches
    }
    append<quint32>(out, 0);
    return out;
}

} // namespace sohoa::pdf
