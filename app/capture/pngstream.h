// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace sohoa::capture {

/// How the lines of a page lie in the bytes of a driver.
struct LineLayout
{
    int width = 0;         ///< pixels
    int bytesPerLine = 0;  ///< may be more than the pixels need
    int channels = 1;      ///< 1 grey, 3 red green blue interleaved
    int bitsPerSample = 8; ///< 1 (a set bit is black), 8, 16 (in the machine's order; the upper half is kept)
    double dpi = 0;        ///< 0: unknown

    bool operator==(const LineLayout&) const = default;
};

/// Writes a page as a PNG (ISO/IEC 15948) while its lines come, so that a page of any size takes the memory
/// of a few lines. Without loss, and quick rather than small. One thread.
class PngStream
{
public:
    using Sink = std::function<Status(QByteArrayView)>;

    /// ScannerFailed when the layout makes no sense.
    [[nodiscard]] static Result<PngStream> begin(const LineLayout& layout, Sink sink);

    PngStream(PngStream&& other) noexcept;
    PngStream& operator=(PngStream&& other) noexcept;
    ~PngStream();

    /// The first bytes of the file, which name its number of lines: to be put before everything the sink got,
    /// once that number is known. Always as long as this.
    [[nodiscard]] QByteArray head(int lines) const;
    /// Bytes as the driver gives them, in pieces of any size.
    [[nodiscard]] Status add(QByteArrayView bytes);
    /// Whole lines so far.
    [[nodiscard]] int lines() const;
    /// The end of the file. Bytes of a line that is not whole are left out.
    [[nodiscard]] Status finish();

private:
    struct State;
    explicit PngStream(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace sohoa::capture
