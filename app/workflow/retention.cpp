// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/retention.h"

#include "base/digest.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "sync/delivery.h"
#include "sync/keys.h"
#include "sync/warehouse.h"
#include "workflow/workspace.h"

#include <QElapsedTimer>
#include <QStorageInfo>

namespace sohoa::workflow {

namespace {

using storage::JournalWriter;
using storage::RemovableCopy;

const QString daysSetting = QStringLiteral("retention.days");
const QString freeSetting = QStringLiteral("retention.free");
constexpr int mostDays = 36'500;
/// Copies in memory at a time.
constexpr int piece = 200;

/// A folder on the disk of the home is no second place: what that disk loses is lost there too.
bool isElsewhere(const Workspace& workspace, const QString& url)
{
    const Result<sync::WarehouseAddress> address = sync::parseWarehouseUrl(url);
    if (!address || address->kind != sync::WarehouseAddress::Kind::Folder) {
        return address.has_value();
    }
    const QStorageInfo there(address->folder);
    const QStorageInfo here(workspace.vault().folder());
    return there.isValid() && here.isValid() && there != here;
}

class AgingOut
{
public:
    AgingOut(const Workspace& workspace, std::chrono::seconds longest, StopToken stop)
        : m_workspace(workspace)
        , m_longest(longest)
        , m_stop(std::move(stop))
    {
        m_time.start();
    }

    Result<RetentionReport> run(RetentionSurroundings surroundings)
    {
        SOHOA_ASSIGN(const RetentionSettings settings, retentionSettings(m_workspace));
        SOHOA_ASSIGN(const HomeSettings home, m_workspace.settings());
        if (!surroundings.freeBytes) {
            surroundings.freeBytes = [this] {
                return QStorageInfo(m_workspace.vault().folder()).bytesAvailable();
            };
        }
        m_report.sameDisk = surroundings.warehouseIsElsewhere ? !surroundings.warehouseIsElsewhere()
                                                              : !isElsewhere(m_workspace, home.warehouse);
        const bool agesOut = settings.keepDays > 0 && !m_report.sameDisk;
        SOHOA_TRY(letGo(agesOut ? now().addDays(-settings.keepDays) : QDateTime(), [] { return true; }));
        const auto tooFull = [&] {
            return settings.freeBytes > 0 && surroundings.freeBytes() < settings.freeBytes;
        };
        if (!m_report.sameDisk && !m_report.stoppedBy && tooFull()) {
            const int before = m_report.removed;
            SOHOA_TRY(letGo(now().addDays(-leastKeepDays), tooFull));
            m_report.removedEarly = m_report.removed - before;
        }
        m_report.stillFull = tooFull();
        return m_report;
    }

private:
    [[nodiscard]] storage::Journal& journal() const { return m_workspace.journal(); }
    [[nodiscard]] QDateTime now() const { return m_workspace.clock().now(); }
    [[nodiscard]] bool timeIsUp() const
    {
        return m_longest.count() > 0 && m_time.hasExpired(std::chrono::milliseconds(m_longest).count());
    }

    /// @param before invalid: only what was carried here for others
    /// @param goesOn asked before each copy
    Status letGo(const QDateTime& before, const std::function<bool()>& goesOn)
    {
        int stay = 0;
        while (true) {
            SOHOA_ASSIGN(const std::vector<RemovableCopy> copies,
                         journal().removableCopies(
                             before.isValid() ? before : QDateTime::fromMSecsSinceEpoch(0), piece, stay));
            for (const RemovableCopy& copy : copies) {
                if (m_stop.stop_requested()) {
                    return failure(ErrorCode::Cancelled);
                }
                if (m_report.stoppedBy || timeIsUp() || !goesOn()) {
                    return {};
                }
                SOHOA_ASSIGN(const bool mayGo, mayLetGo(copy));
                SOHOA_ASSIGN(const bool gone, mayGo ? remove(copy, before) : Result<bool>(false));
                stay += gone ? 0 : 1;
            }
            if (copies.size() < piece) {
                return {};
            }
        }
    }

    /// The last question to the warehouse. What was carried here was read back a moment ago, and who made it
    /// has it too.
    Result<bool> mayLetGo(const RemovableCopy& copy)
    {
        if (copy.carried) {
            return true;
        }
        if (!m_warehouse) {
            SOHOA_ASSIGN(m_warehouse, m_workspace.openWarehouse());
        }
        const Status there =
            m_warehouse->confirm(sync::blobKey(copy.sha256), copy.sha256, copy.bytes, {m_stop, {}});
        if (there) {
            return true;
        }
        const ErrorCode code = there.error().code;
        if (code == ErrorCode::Cancelled) {
            return failure(there.error());
        }
        if (code == ErrorCode::NotFound || code == ErrorCode::WarehouseMismatch) {
            ++m_report.notThere;
        } else {
            m_report.stoppedBy = there.error();
        }
        return false;
    }

    Result<bool> remove(const RemovableCopy& copy, const QDateTime& before)
    {
        bool mayGo = false;
        SOHOA_TRY(journal().write([&](JournalWriter& writer) -> Status {
            SOHOA_ASSIGN(
                mayGo,
                writer.letCopyGo(copy.sha256, before.isValid() ? before : QDateTime::fromMSecsSinceEpoch(0)));
            return {};
        }));
        if (!mayGo) {
            return false;
        }
        SOHOA_TRY(m_workspace.vault().remove(copy.sha256));
        SOHOA_TRY(journal().write([&](JournalWriter& writer) { return writer.copyIsGone(copy.sha256); }));
        ++m_report.removed;
        m_report.bytes += copy.bytes;
        return true;
    }

    const Workspace& m_workspace;
    std::chrono::seconds m_longest;
    StopToken m_stop;
    QElapsedTimer m_time;
    std::unique_ptr<sync::Warehouse> m_warehouse;
    RetentionReport m_report;
};

} // namespace

Result<RetentionSettings> retentionSettings(const Workspace& workspace)
{
    RetentionSettings settings;
    SOHOA_ASSIGN(const qint64 days, workspace.journal().setting(daysSetting, qint64{settings.keepDays}));
    settings.keepDays = static_cast<int>(days);
    SOHOA_ASSIGN(settings.freeBytes, workspace.journal().setting(freeSetting, settings.freeBytes));
    return settings;
}

Status setRetentionSettings(const Workspace& workspace, const RetentionSettings& settings)
{
    const bool daysAreGood =
        settings.keepDays == 0 || (settings.keepDays >= leastKeepDays && settings.keepDays <= mostDays);
    if (!daysAreGood || settings.freeBytes < 0) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("days or free space"));
    }
    return workspace.journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.setSetting(daysSetting, qint64{settings.keepDays}));
        return writer.setSetting(freeSetting, settings.freeBytes);
    });
}

Result<RetentionReport> ageOutCopies(const Workspace& workspace, std::chrono::seconds longest,
                                     const StopToken& stop, const RetentionSurroundings& surroundings)
{
    return AgingOut(workspace, longest, stop).run(surroundings);
}

Result<QByteArray> bringBack(const Workspace& workspace, const dossier::Paper& paper)
{
    SOHOA_ASSIGN(const std::unique_ptr<sync::Warehouse> warehouse, workspace.openWarehouse());
    SOHOA_ASSIGN(QByteArray fetched, warehouse->get(sync::blobKey(paper.sha256), paper.bytes));
    if (sha256Hex(fetched) != paper.sha256) {
        return failure(ErrorCode::WarehouseMismatch, QStringLiteral("the paper is not what its name says"));
    }
    SOHOA_TRY(workspace.vault().put(fetched));
    SOHOA_TRY(
        workspace.journal().write([&](JournalWriter& writer) { return writer.copyIsBack(paper.sha256); }));
    return fetched;
}

} // namespace sohoa::workflow
