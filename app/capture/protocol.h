// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <QJsonObject>

#include <optional>

/// What the program and the helper process that drives the scanner say to each other. Drivers block, crash
/// and are not safe with threads, so none of them runs in the program itself.
///
/// Program to helper, on its standard input, lines of JSON: one request ({"do":"list"} or {"do":"scan",
/// ...}; or {"do":"watch", "scanner": id, "putIn": whether the
/// feeder must have been empty first}), then after each page {"do":"next"} when the page is safe.
/// {"do":"stop"} or the end of the input stops the feeder.
///
/// Helper to program, on its standard output: frames. A frame is a line of JSON and, when it names "bytes",
/// so many raw bytes after it. "is" is one of: scanner, begin, piece, page, alive, paper, end, error. Nothing
/// follows paper, end or error.
///
/// A page comes while it is scanned, so that neither side ever holds all of it and what came is kept when the
/// driver dies: "begin" with the head of its file as far as it is known, "piece" as often as needed, and
/// "page" with the same number of bytes as "begin", to be put in their place. A "page" without "begin" is a
/// whole page.
namespace sohoa::capture::protocol {

/// No frame is larger; larger pages come in pieces.
constexpr qint64 mostBytes = 128LL * 1024 * 1024;
/// A header longer than this is no header.
constexpr qint64 longestHeader = 64LL * 1024;

struct Frame
{
    QJsonObject header;
    QByteArray bytes;
};

/// A frame as bytes.
QByteArray encode(const Frame& frame);

/// Puts frames together from the pieces a pipe delivers.
class FrameReader
{
public:
    void append(const QByteArray& piece);
    /// The next whole frame, if there is one; ScannerLost when the bytes cannot be frames.
    [[nodiscard]] Result<std::optional<Frame>> next();
    /// Bytes of a page that began and is not whole.
    [[nodiscard]] bool isInsideFrame() const { return !m_pending.isEmpty(); }

private:
    QByteArray m_pending;
    std::optional<QJsonObject> m_header;
    qint64 m_wanted = 0;
};

QJsonObject listRequest();
QJsonObject watchRequest(const QString& scannerId, PaperWait wait);
/// What such a request waits for.
PaperWait paperWaitFrom(const QJsonObject& request);
QJsonObject scanRequest(const ScanSettings& settings);
/// InvalidArgument when a value is missing or out of its range.
[[nodiscard]] Result<ScanSettings> settingsFrom(const QJsonObject& request);

Frame frameFor(const ScannerInfo& scanner);
Frame frameFor(const ScannedPage& page);
Frame frameFor(const ScanSummary& summary);
Frame frameFor(const Error& error);
Frame aliveFrame();
Frame paperFrame();
Frame beginFrame(const QByteArray& head, const QString& source);
Frame pieceFrame(const QByteArray& bytes);

/// Each fails with ScannerLost when the frame does not hold what its kind must hold.
[[nodiscard]] Result<ScannerInfo> scannerFrom(const Frame& frame);
[[nodiscard]] Result<ScannedPage> pageFrom(const Frame& frame);
[[nodiscard]] Result<ScanSummary> summaryFrom(const Frame& frame);
/// The error a frame reports; ScannerLost when it reports none that is known.
Error errorFrom(const Frame& frame);

/// "scanner", "begin", "piece", "page", "alive", "paper", "end" or "error".
QString kindOf(const Frame& frame);

} // namespace sohoa::capture::protocol
