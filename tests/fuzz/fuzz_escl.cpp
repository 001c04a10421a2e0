// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// What scanners on the network say comes from whatever is plugged in there. Whatever the bytes: no crash, no
// memory beyond the bounds, and what is understood can be asked for again.
#include "capture/escl/dnssd.h"
#include "capture/escl/esclxml.h"
#include "capture/escl/httpreader.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa;
    using namespace sohoa::capture;
    if (size == 0) {
        return 0;
    }
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    if (const auto device = escl::parseCapabilities(bytes)) {
        static_cast<void>(escl::infoFrom(*device));
        for (const PaperSource source :
             {PaperSource::Flatbed, PaperSource::Feeder, PaperSource::FeederDuplex}) {
            ScanSettings wanted;
            wanted.source = source;
            if (const auto settings = escl::settingsFor(*device, wanted)) {
                static_cast<void>(escl::jobDocument(*settings, device->version));
            }
        }
    }
    if (const auto status = escl::parseStatus(bytes)) {
        static_cast<void>(status->job("/eSCL/ScanJobs/1"));
    }
    ScannerDirectory directory;
    directory.add(dns::parse(bytes), 0x7f000001);
    static_cast<void>(directory.missing());
    static_cast<void>(directory.scanners());

    // The same answer in one piece and in two must be the same body.
    const auto read = [&bytes](qsizetype cut) {
        QByteArray body;
        HttpReader reader([&body](QByteArrayView piece) {
            body.append(piece);
            return Status();
        });
        const bool good = reader.feed(bytes.first(cut)) && reader.feed(bytes.sliced(cut));
        const bool whole = good && reader.close();
        return std::pair(whole, whole ? body : QByteArray());
    };
    const qsizetype cut = bytes.isEmpty() ? 0 : data[0] % bytes.size();
    if (read(0) != read(cut)) {
        std::abort();
    }
    return 0;
}
