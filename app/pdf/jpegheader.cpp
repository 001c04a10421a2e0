// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/jpegheader.h"

#include <array>
#include <cstring>

namespace sohoa::pdf {

namespace {

constexpr int startOfImage = 0xD8;
constexpr int endOfImage = 0xD9;
constexpr int startOfScan = 0xDA;
constexpr int jfifSegment = 0xE0;
constexpr int adobeSegment = 0xEE;

bool isStandalone(int marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

bool isFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    Result<JpegHeader> read()
    {
        if (m_bytes.size() < 4 || byteAt(0) != 0xFF || byteAt(1) != startOfImage) {
            return failure(ErrorCode::ImageDamaged, QStringLiteral("not a JPEG file"));
        }
        m_position = 2;
        while (true) {
            const int marker = nextMarker();
            if (marker == endOfImage) {
                m_header.ended = true;
                break;
            }
            if (marker == atEnd) {
                break;
            }
            if (marker == noMarker) {
                return failure(ErrorCode::ImageDamaged,
                               QStringLiteral("JPEG without a marker where one must be"));
            }
            if (isStandalone(marker)) {
                continue;
            }
            SOHOA_TRY(readSegment(marker));
        }
        if (!m_sawFrame || !m_sawScan) {
            return failure(ErrorCode::ImageTruncated, QStringLiteral("JPEG ends before its first scan"));
        }
        m_header.colour = colour();
        return m_header;
    }

private:
    static constexpr int noMarker = -1;
    static constexpr int atEnd = -2;

    [[nodiscard]] int byteAt(qsizetype position) const
    {
        return static_cast<unsigned char>(m_bytes[position]);
    }
    [[nodiscard]] int wordAt(qsizetype position) const
    {
        return byteAt(position) * 256 + byteAt(position + 1);
    }

    int nextMarker()
    {
        if (m_position >= m_bytes.size()) {
            return atEnd;
        }
        if (byteAt(m_position) != 0xFF) {
            return noMarker;
        }
        while (m_position < m_bytes.size() && byteAt(m_position) == 0xFF) {
            ++m_position;
        }
        if (m_position >= m_bytes.size()) {
            return atEnd;
        }
        return byteAt(m_position++);
    }

    Status readSegment(int marker)
    {
        if (m_position + 2 > m_bytes.size()) {
            m_position = m_bytes.size();
            return {};
        }
        const qsizetype length = wordAt(m_position);
        if (length < 2) {
            return failure(ErrorCode::ImageDamaged, QStringLiteral("JPEG segment of impossible length"));
        }
        const qsizetype start = m_position + 2;
        const qsizetype end = m_position + length;
        if (end > m_bytes.size()) {
            m_position = m_bytes.size();
            return {};
        }
        m_position = end;
        if (isFrame(marker)) {
            return readFrame(marker, start, end);
        }
        const QByteArrayView content = m_bytes.sliced(start, end - start);
        if (marker == jfifSegment && content.startsWith(QByteArrayView("JFIF\0", 5))) {
            m_header.jfifMarker = true;
        } else if (marker == adobeSegment && content.size() >= 12 && content.startsWith("Adobe")) {
            m_header.adobeMarker = true;
            m_adobeTransform = byteAt(start + 11);
        } else if (marker == startOfScan) {
            m_sawScan = true;
            skipScan();
        }
        return {};
    }

    Status readFrame(int marker, qsizetype start, qsizetype end)
    {
        if (marker > 0xC2) {
            return failure(ErrorCode::Unsupported,
                           QStringLiteral("JPEG process SOF%1 (lossless, hierarchical or arithmetic)")
                               .arg(marker - 0xC0));
        }
        if (m_sawFrame || end - start < 6) {
            return failure(ErrorCode::ImageDamaged, QStringLiteral("JPEG with a wrong frame header"));
        }
        m_sawFrame = true;
        m_header.progressive = marker == 0xC2;
        m_header.bits = byteAt(start);
        m_header.height = wordAt(start + 1);
        m_header.width = wordAt(start + 3);
        m_header.components = byteAt(start + 5);
        if (m_header.height == 0) {
            return failure(ErrorCode::Unsupported, QStringLiteral("JPEG whose height follows its data"));
        }
        if (m_header.width == 0 || m_header.components == 0 || end - start < 6 + 3 * m_header.components) {
            return failure(ErrorCode::ImageDamaged, QStringLiteral("JPEG with a wrong frame header"));
        }
        for (int i = 0; i < m_header.components && i < 3; ++i) {
            m_componentIds[static_cast<std::size_t>(i)] = byteAt(start + 6 + 3 * i);
        }
        return {};
    }

    /// To the next marker that is not part of entropy-coded data.
    void skipScan()
    {
        while (m_position + 1 < m_bytes.size()) {
            const void* found = std::memchr(m_bytes.data() + m_position, 0xFF,
                                            static_cast<std::size_t>(m_bytes.size() - m_position - 1));
            if (found == nullptr) {
                break;
            }
            m_position = static_cast<const char*>(found) - m_bytes.data();
            const int next = byteAt(m_position + 1);
            if (next != 0x00 && next != 0xFF && !isStandalone(next)) {
                return;
            }
            m_position += next == 0xFF ? 1 : 2;
        }
        m_position = m_bytes.size();
    }

    /// As libjpeg decides it, except that JFIF beside an Adobe marker that says otherwise is called unclear:
    /// programs do not agree there.
    [[nodiscard]] JpegHeader::Colour colour() const
    {
        using Colour = JpegHeader::Colour;
        if (m_header.components == 1) {
            return Colour::Grey;
        }
        if (m_header.components == 4) {
            return Colour::FourComponents;
        }
        if (m_header.components != 3) {
            return Colour::Unclear;
        }
        if (m_header.adobeMarker) {
            if (m_adobeTransform == 0) {
                return m_header.jfifMarker ? Colour::Unclear : Colour::Rgb;
            }
            return m_adobeTransform == 1 ? Colour::YCbCr : Colour::Unclear;
        }
        constexpr std::array<int, 3> rgbIds = {'R', 'G', 'B'};
        return !m_header.jfifMarker && m_componentIds == rgbIds ? Colour::Rgb : Colour::YCbCr;
    }

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    JpegHeader m_header;
    std::array<int, 3> m_componentIds = {};
    int m_adobeTransform = 0;
    bool m_sawFrame = false;
    bool m_sawScan = false;
};

} // namespace

Result<JpegHeader> readJpegHeader(QByteArrayView bytes)
{
    return Reader(bytes).read();
}

} // namespace sohoa::pdf
