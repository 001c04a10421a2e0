// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Entries of logs come from machines of other people. Whatever the bytes: no crash, and what is taken as an
// entry can be folded and written again as one.
#include "dossier/fold.h"
#include "sync/logentry.h"
#include "sync/warehouse.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa::sync;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    static_cast<void>(largePutStateFrom(bytes));
    static_cast<void>(logKeyFrom(QString::fromUtf8(bytes)));
    static_cast<void>(isValidKey(QString::fromUtf8(bytes)));
    const auto entry = parseLogEntry(bytes);
    if (!entry) {
        return 0;
    }
    sohoa::dossier::Fold fold;
    fold.add(entry->log, entry->changes);
    for (const QString& uid : fold.uids()) {
        static_cast<void>(fold.dossier(uid));
    }
    const auto again =
        buildEntry(entry->log, {entry->sequence - 1, entry->previous}, entry->changes, entry->writtenAt);
    if (!again || again->taken != entry->changes.size() || !(parseLogEntry(again->bytes) == entry)) {
        std::abort();
    }
    return 0;
}
