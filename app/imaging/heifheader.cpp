// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/heifheader.h"

#include "imaging/decode.h"
#include "imaging/decoders.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace sohoa::imaging {

namespace {

/// Reads bits from the highest on and leaves the bytes away that keep start codes out (H.265, section
/// 7.3.1.1). Behind the end all bits are 0, and isGood() is false.
class Bits
{
public:
    explicit Bits(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool isGood() const { return m_good; }

    quint32 take(int count)
    {
        quint32 value = 0;
        for (int i = 0; i < count; ++i) {
            value = value << 1 | bit();
        }
        return value;
    }

    void skip(int count)
    {
        for (int i = 0; i < count && m_good; ++i) {
            static_cast<void>(bit());
        }
    }

    /// ue(v), section 9.2.
    quint32 takeNumber()
    {
        int zeros = 0;
        while (m_good && bit() == 0) {
            ++zeros;
            if (zeros > 31) {
                m_good = false;
                return 0;
            }
        }
        return (quint32(1) << zeros) - 1 + take(zeros);
    }

private:
    quint32 bit()
    {
        if (m_left == 0 && !nextByte()) {
            return 0;
        }
        --m_left;
        return m_byte >> m_left & 1U;
    }

    bool nextByte()
    {
        if (m_zeros >= 2 && m_at < m_bytes.size() && m_bytes[m_at] == 3) {
            ++m_at;
            m_zeros = 0;
        }
        if (m_at >= m_bytes.size()) {
            m_good = false;
            return false;
        }
        m_byte = static_cast<uchar>(m_bytes[m_at++]);
        m_zeros = m_byte == 0 ? m_zeros + 1 : 0;
        m_left = 8;
        return true;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    quint32 m_byte = 0;
    int m_left = 0;
    int m_zeros = 0;
    bool m_good = true;
};

/// profile_tier_level, section 7.3.3.
void skipProfile(Bits& bits, int subLayers)
{
    bits.skip(96);
    std::array<bool, 8> profiles{};
    std::array<bool, 8> levels{};
    for (int i = 0; i < subLayers; ++i) {
        profiles[static_cast<std::size_t>(i)] = bits.take(1) != 0;
        levels[static_cast<std::size_t>(i)] = bits.take(1) != 0;
    }
    if (subLayers > 0) {
        bits.skip(2 * (8 - subLayers));
    }
    for (int i = 0; i < subLayers; ++i) {
        bits.skip((profiles[static_cast<std::size_t>(i)] ? 88 : 0) +
                  (levels[static_cast<std::size_t>(i)] ? 8 : 0));
    }
}

/// The parameter sets in a decoder configuration (ISO/IEC 14496-15, section 8.3.3.1.2).
Status checkConfiguration(QByteArrayView box)
{
    constexpr qsizetype listAt = 22;
    constexpr int sequenceParameters = 33;
    if (box.size() <= listAt) {
        return {};
    }
    qsizetype at = listAt + 1;
    for (int lists = static_cast<uchar>(box[listAt]); lists > 0 && at + 3 <= box.size(); --lists) {
        const int type = box[at] & 0x3F;
        const int count = qFromBigEndian<quint16>(box.data() + at + 1);
        at += 3;
        for (int i = 0; i < count && at + 2 <= box.size(); ++i) {
            const qsizetype length = qFromBigEndian<quint16>(box.data() + at);
            at += 2;
            const QByteArrayView unit = box.sliced(at, std::min(length, box.size() - at));
            at += unit.size();
            if (type == sequenceParameters && unit.size() > 2) {
                if (const auto size = sizeInSequenceParameters(unit.sliced(2))) {
                    SOHOA_TRY(checkSize(size->width(), size->height()));
                }
            }
        }
    }
    return {};
}

} // namespace

bool isHeif(QByteArrayView bytes)
{
    // The box begins with its length; "mif1" is written by others than phones as well.
    if (bytes.size() < 12 || bytes.sliced(4, 4) != QByteArrayView("ftyp")) {
        return false;
    }
    constexpr std::array brands = {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"};
    return std::any_of(brands.begin(), brands.end(),
                       [&bytes](const char* brand) { return bytes.sliced(8, 4) == QByteArrayView(brand); });
}

std::optional<QSize> sizeInSequenceParameters(QByteArrayView set)
{
    Bits bits(set);
    bits.skip(4);
    const int subLayers = static_cast<int>(bits.take(3));
    bits.skip(1);
    skipProfile(bits, subLayers);
    static_cast<void>(bits.takeNumber()); // its id
    if (bits.takeNumber() == 3) {
        bits.skip(1); // colours in planes of their own
    }
    const quint32 width = bits.takeNumber();
    const quint32 height = bits.takeNumber();
    constexpr quint32 most = 0x7FFFFFFF;
    if (!bits.isGood()) {
        return {};
    }
    return QSize(static_cast<int>(std::min(width, most)), static_cast<int>(std::min(height, most)));
}

Status checkHeifCodedSizes(QByteArrayView bytes)
{
    constexpr qsizetype headBytes = 8;
    for (qsizetype at = bytes.indexOf("hvcC"); at >= 4; at = bytes.indexOf("hvcC", at + 4)) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.data() + at - 4);
        const QByteArrayView rest = bytes.sliced(at + 4);
        SOHOA_TRY(checkConfiguration(rest.first(std::clamp<qsizetype>(length - headBytes, 0, rest.size()))));
    }
    return {};
}

} // namespace sohoa::imaging
