// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/pngstream.h"
#include "capture/protocol.h"

#include <QJsonDocument>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

// A helper that misbehaves as its scanner's name says: "pages=5 then=crash". FAKE_FED names a file that gets
// one letter for each sheet fed.

using namespace sohoa;
using namespace sohoa::capture;

namespace {

void send(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

QString valueOf(const QString& script, const QString& name)
{
    for (const QString& word : script.split(u' ')) {
        if (word.startsWith(name + u'=')) {
            return word.mid(name.size() + 1);
        }
    }
    return {};
}

} // namespace

int main()
{
    std::string line;
    std::getline(std::cin, line);
    const QJsonObject request = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    const QString script = request[QStringLiteral("scanner")].toString();
    if (request[QStringLiteral("do")].toString() == QLatin1String("watch")) {
        const bool putIn = protocol::paperWaitFrom(request) == PaperWait::PutIn;
        if (script == QLatin1String("paper") || (script == QLatin1String("put-in-only") && putIn)) {
            send(protocol::encode(protocol::aliveFrame()) + protocol::encode(protocol::paperFrame()));
        } else if (script == QLatin1String("blind") || script == QLatin1String("put-in-only")) {
            send(protocol::encode(protocol::frameFor(Error{ErrorCode::ScannerCannot, {}})));
        } else {
            std::getline(std::cin, line); // until somebody stops it
            send(protocol::encode(protocol::frameFor(Error{ErrorCode::Cancelled, {}})));
        }
        return 0;
    }
    const QString then = valueOf(script, QStringLiteral("then"));
    const int pages = valueOf(script, QStringLiteral("pages")).toInt();
    for (int number = 1; number <= pages; ++number) {
        std::ofstream(std::getenv("FAKE_FED"), std::ios::app) << 'x';
        const QByteArray content(100000, static_cast<char>('a' + number));
        const QByteArray frame = protocol::encode(protocol::frameFor(
            ScannedPage{content, dossier::PageFormat::Png, number, false, QStringLiteral("Fake")}));
        if (then.endsWith(QLatin1String("-in-pieces")) && number == pages) {
            // A page of 40 lines, of which some come.
            const auto png = PngStream::begin({40, 40, 1, 8, 300}, [](QByteArrayView bytes) -> Status {
                send(protocol::encode(protocol::pieceFrame(bytes.toByteArray())));
                return {};
            });
            send(protocol::encode(protocol::beginFrame(png->head(40), QStringLiteral("Fake"))));
            send(protocol::encode(protocol::pieceFrame(QByteArray(5000, 'x'))));
            if (then.startsWith(QLatin1String("crash"))) {
                std::abort();
            }
            while (true) { // alive for ever, and never done
                send(protocol::encode(protocol::aliveFrame()));
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        }
        if (then == QLatin1String("pieces")) {
            send(protocol::encode(protocol::beginFrame("0000", QStringLiteral("Fake"))));
            for (qsizetype at = 4; at < content.size(); at += 7000) {
                send(protocol::encode(protocol::pieceFrame(content.mid(at, 7000))));
            }
            send(protocol::encode(protocol::frameFor(ScannedPage{content.left(4), dossier::PageFormat::Png,
                                                                 number, false, QStringLiteral("Fake")})));
        } else if (then == QLatin1String("crash-inside") && number == pages) {
            send(frame.left(frame.size() / 2));
            std::abort();
        }
        // Small pieces, as a slow pipe delivers them.
        for (qsizetype at = 0; at < frame.size() && then != QLatin1String("pieces"); at += 33333) {
            send(frame.mid(at, 33333));
        }
        std::getline(std::cin, line);
        if (line.find("next") == std::string::npos) {
            send(protocol::encode(protocol::frameFor(ScanSummary{number, ScanEnd::Stopped})));
            return 0;
        }
    }
    if (then == QLatin1String("crash")) {
        std::abort();
    }
    if (then == QLatin1String("exit")) {
        return 0;
    }
    if (then == QLatin1String("hang")) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
    if (then == QLatin1String("garbage")) {
        send("%!PS these are not the frames you are looking for\n");
        std::getline(std::cin, line);
        return 0;
    }
    if (then == QLatin1String("empty") || then == QLatin1String("pieces")) {
        send(protocol::encode(protocol::frameFor(ScanSummary{pages, ScanEnd::OutOfPaper})));
        return 0;
    }
    Error error{ErrorCode::ScannerFailed, QStringLiteral("fake")};
    for (const ErrorCode code : {ErrorCode::ScannerDoubleFeed, ErrorCode::ScannerLocked,
                                 ErrorCode::ScannerCannot, ErrorCode::ScannerRefused, ErrorCode::ScannerJam,
                                 ErrorCode::ScannerCoverOpen, ErrorCode::ScannerBusy, ErrorCode::ScannerLost,
                                 ErrorCode::ScannerOutOfPaper, ErrorCode::ScannerNotFound}) {
        if (toString(code) == then) {
            error.code = code;
        }
    }
    send(protocol::encode(protocol::frameFor(error)));
    return 0;
}
