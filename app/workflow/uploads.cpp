// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/uploads.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"

namespace sohoa::workflow {

namespace {

const QString prefix = QStringLiteral("upload.");

} // namespace

Result<std::optional<sync::LargePutState>> savedUpload(const storage::Journal& journal, const QString& sha256)
{
    SOHOA_ASSIGN(const QString saved, journal.setting(prefix + sha256, QString()));
    Result<sync::LargePutState> state = sync::largePutStateFrom(saved.toUtf8());
    return state && state->sha256 == sha256 ? std::optional(std::move(*state)) : std::nullopt;
}

Status saveUpload(storage::Journal& journal, const sync::LargePutState& state)
{
    return journal.write([&](storage::JournalWriter& writer) {
        return writer.setSetting(prefix + state.sha256, QString::fromUtf8(sync::toBytes(state)));
    });
}

Status forgetUpload(storage::Journal& journal, const QString& sha256)
{
    return journal.write(
        [&](storage::JournalWriter& writer) { return writer.setSetting(prefix + sha256, QString()); });
}

Status clearAwayUploads(storage::Journal& journal, sync::Warehouse& warehouse, const StopToken& stop)
{
    SOHOA_ASSIGN(const std::vector<QString> names, journal.settingNames(prefix));
    for (const QString& name : names) {
        const QString sha256 = name.mid(prefix.size());
        SOHOA_ASSIGN(const std::optional<sync::LargePutState> saved, savedUpload(journal, sha256));
        SOHOA_ASSIGN(const bool waits, journal.isInOutbox(sha256));
        if (waits) {
            continue;
        }
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        if (saved && !saved->upload.isEmpty()) {
            const Result<std::unique_ptr<sync::LargePut>> put = warehouse.resumeLarge(*saved);
            if (!put && put.error().code != ErrorCode::NotFound) {
                return failure(put.error());
            }
            if (put) {
                SOHOA_TRY((*put)->abandon());
            }
        }
        SOHOA_TRY(forgetUpload(journal, sha256));
    }
    return {};
}

} // namespace sohoa::workflow
