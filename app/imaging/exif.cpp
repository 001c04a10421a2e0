// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/exif.h"

#include <QtEndian>

#include <optional>

namespace sohoa::imaging {

namespace {

class TiffBytes
{
public:
    explicit TiffBytes(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_bigEndian(bytes.startsWith("MM"))
    {
    }

    [[nodiscard]] std::optional<quint32> word(qint64 offset) const { return read<quint16>(offset); }
    [[nodiscard]] std::optional<quint32> doubleWord(qint64 offset) const { return read<quint32>(offset); }

private:
    template<typename T>
    std::optional<quint32> read(qint64 offset) const
    {
        if (offset < 0 || offset + qint64(sizeof(T)) > m_bytes.size()) {
            return {};
        }
        const char* place = m_bytes.data() + offset;
        return m_bigEndian ? qFromBigEndian<T>(place) : qFromLittleEndian<T>(place);
    }

    QByteArrayView m_bytes;
    bool m_bigEndian;
};

double rationalAt(const TiffBytes& bytes, qint64 offset)
{
    const auto numerator = bytes.doubleWord(offset);
    const auto denominator = bytes.doubleWord(offset + 4);
    return numerator && denominator && *denominator != 0 ? double(*numerator) / *denominator : 0;
}

} // namespace

Exif readExif(QByteArrayView segment)
{
    Exif exif;
    if (!segment.startsWith(QByteArrayView("Exif\0\0", 6))) {
        return exif;
    }
    const TiffBytes bytes(segment.sliced(6));
    const qint64 directory = bytes.doubleWord(4).value_or(0);
    const quint32 entries = directory < 8 ? 0 : bytes.word(directory).value_or(0);
    double dotsPerUnit = 1.0; // an inch, unless it says centimetres
    for (quint32 i = 0; i < entries; ++i) {
        const qint64 entry = directory + 2 + 12 * qint64(i);
        const auto tag = bytes.word(entry);
        if (!tag) {
            break;
        }
        switch (*tag) {
        case 0x0112:
            if (const quint32 value = bytes.word(entry + 8).value_or(1); value >= 1 && value <= 8) {
                exif.orientation = int(value);
            }
            break;
        case 0x011A:
            exif.xDpi = rationalAt(bytes, bytes.doubleWord(entry + 8).value_or(0));
            break;
        case 0x011B:
            exif.yDpi = rationalAt(bytes, bytes.doubleWord(entry + 8).value_or(0));
            break;
        case 0x0128:
            dotsPerUnit = bytes.word(entry + 8).value_or(2) == 3 ? 2.54 : 1.0;
            break;
        default:
            break;
        }
    }
    exif.xDpi *= dotsPerUnit;
    exif.yDpi *= dotsPerUnit;
    return exif;
}

} // namespace sohoa::imaging
