// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/logreading.h"

#include <QStringList>

namespace sohoa::workflow {

Status readOn(sync::LogSource& source, sync::LogHead head, const StopToken& stop,
              const std::function<Status(sync::LogHead& head, qint64 sequence)>& take)
{
    while (true) {
        QStringList strays;
        SOHOA_ASSIGN(const std::vector<qint64> sequences, source.sequencesAfter(head.sequence, strays));
        if (sequences.empty()) {
            return {};
        }
        for (const qint64 sequence : sequences) {
            if (stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            SOHOA_TRY(take(head, sequence));
        }
    }
}

} // namespace sohoa::workflow
