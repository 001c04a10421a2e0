// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// What the process of a scanner's driver says, in pieces of any length, and what a driver says of its pages.
#include "capture/pngstream.h"
#include "capture/protocol.h"
#include "require.h"

#include <QJsonDocument>

#include <cstdint>

namespace {

using namespace sohoa;
using namespace sohoa::capture;
using fuzz::require;

void readFrame(const protocol::Frame& frame)
{
    static_cast<void>(protocol::kindOf(frame));
    static_cast<void>(protocol::errorFrom(frame));
    static_cast<void>(protocol::summaryFrom(frame));
    if (const auto scanner = protocol::scannerFrom(frame)) {
        require(!scanner->id.isEmpty());
    }
    if (const auto page = protocol::pageFrom(frame)) {
        require(page->number >= 1 && !page->bytes.isEmpty());
        const auto again = protocol::pageFrom(protocol::frameFor(*page));
        require(again && *again == *page);
    }
    if (const auto settings = protocol::settingsFrom(frame.header)) {
        const auto again = protocol::settingsFrom(protocol::scanRequest(*settings));
        require(again && *again == *settings);
    }
}

void readFrames(const QByteArray& said, qsizetype pieceSize)
{
    protocol::FrameReader reader;
    for (qsizetype at = 0; at < said.size(); at += pieceSize) {
        reader.append(said.mid(at, pieceSize));
        while (true) {
            const auto frame = reader.next();
            if (!frame) {
                return;
            }
            if (!*frame) {
                break;
            }
            readFrame(**frame);
        }
    }
}

void readPage(const std::uint8_t* head, const QByteArray& data)
{
    LineLayout layout;
    layout.width = head[0] | head[1] << 8;
    layout.bytesPerLine = static_cast<std::int8_t>(head[2]) + (head[3] << 4);
    layout.channels = head[4] & 7;
    layout.bitsPerSample = head[4] >> 3;
    layout.dpi = 300;
    auto png = PngStream::begin(layout, [](QByteArrayView) { return Status(); });
    if (!png) {
        return;
    }
    const qsizetype cut = data.isEmpty() ? 0 : head[5] % data.size();
    require(png->add(data.first(cut)) && png->add(data.sliced(cut)) && png->finish());
    require(png->lines() == data.size() / layout.bytesPerLine);
    require(png->head(png->lines()).size() == png->head(0).size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t headSize = 7;
    if (size < headSize) {
        return 0;
    }
    const char* rest = reinterpret_cast<const char*>(data) + headSize;
    const QByteArray said(rest, static_cast<qsizetype>(size - headSize));
    if (data[6] == 0) {
        readPage(data, said);
    } else {
        readFrames(said, data[6]);
    }
    return 0;
}
