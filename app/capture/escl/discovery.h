// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/stoptoken.h"
#include "capture/escl/dnssd.h"

#include <chrono>

namespace sohoa::capture {

/// Where the question goes; another place only in tests.
struct DiscoveryPlace
{
    quint32 address = 0xe00000fb; ///< 224.0.0.251
    quint16 port = 5353;
};

/// Asks the network who scans (mDNS, RFC 6762 section 5.1: one question from a port of our own, so that it
/// disturbs no other program that does the same) and collects answers for `time`. Blocks so long, with an
/// event loop inside: call it in a worker thread. No network is no scanner.
std::vector<DiscoveredScanner> discoverScanners(std::chrono::milliseconds time, const StopToken& stop,
                                                DiscoveryPlace place = {});

} // namespace sohoa::capture
