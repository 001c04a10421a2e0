// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/pngstream.h"

#include <QtEndian>

#include <zlib.h>

#include <cstring>

namespace sohoa::capture {

namespace {

constexpr double inchesPerMetre = 1000 / 25.4;
constexpr int widest = 1'000'000;
constexpr qsizetype chunkBytes = 64LL * 1024; // small: what was sent is kept when the driver dies

QByteArray number(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    return {reinterpret_cast<const char*>(&big), sizeof big};
}

QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    const QByteArray content = type + data;
    const uLong sum =
        crc32(0, reinterpret_cast<const Bytef*>(content.constData()), static_cast<uInt>(content.size()));
    return number(static_cast<quint32>(data.size())) + content + number(static_cast<quint32>(sum));
}

} // namespace

struct PngStream::State
{
    LineLayout layout;
    Sink sink;
    z_stream packer = {};
    bool isOpen = false;
    QByteArray partOfLine;
    QByteArray before; ///< the samples of the line before
    QByteArray line;   ///< filter byte and samples
    QByteArray packed;
    int lines = 0;

    ~State()
    {
        if (isOpen) {
            deflateEnd(&packer);
        }
    }

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] int outBits() const { return layout.bitsPerSample == 1 ? 1 : 8; }
    [[nodiscard]] qsizetype outBytes() const
    {
        return (static_cast<qsizetype>(layout.width) * layout.channels * outBits() + 7) / 8;
    }

    Status pack(const QByteArray& bytes, int flush)
    {
        packer.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
        packer.avail_in = static_cast<uInt>(bytes.size());
        while (true) {
            packer.next_out = reinterpret_cast<Bytef*>(packed.data()) + (chunkBytes - room);
            packer.avail_out = static_cast<uInt>(room);
            const int result = deflate(&packer, flush);
            if (result == Z_STREAM_ERROR) {
                return failure(ErrorCode::ScannerFailed, QStringLiteral("a page could not be encoded"));
            }
            room = packer.avail_out;
            const bool isEnd = flush == Z_FINISH && result == Z_STREAM_END;
            if (room == 0 || (isEnd && room < chunkBytes)) {
                SOHOA_TRY(sink(chunk("IDAT", packed.left(chunkBytes - room))));
                room = chunkBytes;
            }
            if (isEnd || (flush == Z_NO_FLUSH && packer.avail_in == 0 && room > 0)) {
                return {};
            }
        }
    }

    Status takeLine(const char* bytes)
    {
        const qsizetype samples = outBytes();
        QByteArray now(samples, Qt::Uninitialized);
        char* out = now.data();
        if (layout.bitsPerSample == 16) {
            for (qsizetype i = 0; i < samples; ++i) {
                quint16 level = 0;
                std::memcpy(&level, bytes + 2 * i, sizeof level);
                out[i] = static_cast<char>(level >> 8);
            }
        } else if (layout.bitsPerSample == 1) {
            // A set bit is black here and white in a PNG.
            for (qsizetype i = 0; i < samples; ++i) {
                out[i] = static_cast<char>(~bytes[i]);
            }
        } else {
            std::memcpy(out, bytes, static_cast<std::size_t>(samples));
        }
        line.resize(samples + 1);
        char* filtered = line.data();
        if (layout.bitsPerSample == 1 || lines == 0) {
            filtered[0] = 0;
            std::memcpy(filtered + 1, out, static_cast<std::size_t>(samples));
        } else {
            filtered[0] = 2; // difference to the line above
            const char* above = before.constData();
            for (qsizetype i = 0; i < samples; ++i) {
                filtered[1 + i] = static_cast<char>(out[i] - above[i]);
            }
        }
        before.swap(now);
        ++lines;
        return pack(line, Z_NO_FLUSH);
    }

    qsizetype room = chunkBytes; ///< left in `packed`
};

PngStream::PngStream(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

PngStream::PngStream(PngStream&& other) noexcept = default;
PngStream& PngStream::operator=(PngStream&& other) noexcept = default;
PngStream::~PngStream() = default;

Result<PngStream> PngStream::begin(const LineLayout& layout, Sink sink)
{
    const bool known = (layout.bitsPerSample == 1 && layout.channels == 1) ||
                       ((layout.bitsPerSample == 8 || layout.bitsPerSample == 16) &&
                        (layout.channels == 1 || layout.channels == 3));
    const qint64 needed =
        (static_cast<qint64>(layout.width) * layout.channels * layout.bitsPerSample + 7) / 8;
    if (!known || layout.width < 1 || layout.width > widest || layout.bytesPerLine < needed) {
        return failure(ErrorCode::ScannerFailed,
                       QStringLiteral("a page of %1 pixels a line, %2 x %3 bits in %4 bytes")
                           .arg(layout.width)
                           .arg(layout.channels)
                           .arg(layout.bitsPerSample)
                           .arg(layout.bytesPerLine));
    }
    auto state = std::make_unique<State>();
    state->layout = layout;
    state->sink = std::move(sink);
    // Runs only: what is left of a scan after the filter is noise, and looking for repeats in it is time
    // lost.
    const int strategy = layout.bitsPerSample == 1 ? Z_DEFAULT_STRATEGY : Z_RLE;
    if (deflateInit2(&state->packer, 1, Z_DEFLATED, MAX_WBITS, 9, strategy) != Z_OK) {
        return failure(ErrorCode::ScannerFailed, QStringLiteral("no memory for a page"));
    }
    state->isOpen = true;
    state->packed.resize(chunkBytes);
    return PngStream(std::move(state));
}

QByteArray PngStream::head(int lines) const
{
    const LineLayout& layout = m_state->layout;
    QByteArray header = number(static_cast<quint32>(layout.width)) + number(static_cast<quint32>(lines));
    header += static_cast<char>(m_state->outBits());
    header += static_cast<char>(layout.channels == 3 ? 2 : 0);
    header += QByteArray(3, '\0'); // deflate, adaptive filters, not interlaced
    const auto dotsPerMetre = number(static_cast<quint32>(qRound(layout.dpi * inchesPerMetre)));
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) +
           (layout.dpi > 0 ? chunk("pHYs", dotsPerMetre + dotsPerMetre + '\1') : QByteArray());
}

Status PngStream::add(QByteArrayView bytes)
{
    State& state = *m_state;
    const qsizetype length = state.layout.bytesPerLine;
    if (!state.partOfLine.isEmpty()) {
        const qsizetype wanted = std::min(length - state.partOfLine.size(), bytes.size());
        state.partOfLine.append(bytes.first(wanted));
        bytes = bytes.sliced(wanted);
        if (state.partOfLine.size() < length) {
            return {};
        }
        SOHOA_TRY(state.takeLine(state.partOfLine.constData()));
        state.partOfLine.clear();
    }
    while (bytes.size() >= length) {
        SOHOA_TRY(state.takeLine(bytes.data()));
        bytes = bytes.sliced(length);
    }
    state.partOfLine.append(bytes);
    return {};
}

int PngStream::lines() const
{
    return m_state->lines;
}

Status PngStream::finish()
{
    SOHOA_TRY(m_state->pack({}, Z_FINISH));
    return m_state->sink(chunk("IEND", {}));
}

} // namespace sohoa::capture
