// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/queuestate.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"

namespace sohoa::workflow {

namespace {

const QString name = QStringLiteral("delivery.pause");

} // namespace

Result<std::optional<sync::QueuePause>> queuePause(const storage::Journal& journal)
{
    SOHOA_ASSIGN(const QString text, journal.setting(name, QString()));
    return sync::queuePauseFrom(text);
}

Status setQueuePause(storage::JournalWriter& writer, const std::optional<sync::QueuePause>& pause)
{
    return writer.setSetting(name, pause ? sync::toText(*pause) : QString());
}

} // namespace sohoa::workflow
