// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/warehouse.h"

#include <QByteArrayView>

#include <functional>

namespace sohoa::sync {

/// The root of a folder warehouse: what FolderWarehouse and its large puts share.
struct FolderRoot
{
    QString folder;
    QString identity; ///< the one that must be there; empty: any

    [[nodiscard]] QString pathOf(const QString& key) const;
    /// The identity that is there now. WarehouseUnreachable when there is none or another, WarehouseRefused
    /// when it cannot be read or understood.
    [[nodiscard]] Result<QString> present() const;
    /// What a failure of the disk means to the caller of a Warehouse: first of all, is the folder still
    /// there?
    [[nodiscard]] Error meaningOf(const Error& error) const;
    /// Hands a file to `take` piece by piece. FileNotFound, FileUnreadable, Cancelled, errors of take.
    [[nodiscard]] Status readThrough(const QString& path, const std::function<Status(QByteArrayView)>& take,
                                     const Call& call) const;
    /// What is at `path` has this content; flushed, too, as its writer may have died before that.
    /// WarehouseConflict when it has not.
    [[nodiscard]] Result<PutOutcome> expectSame(const QString& path, const QString& sha256, qint64 length,
                                                const Call& call) const;
};

/// Both implement LargePut for folders.
[[nodiscard]] Result<std::unique_ptr<LargePut>> beginInFolder(const FolderRoot& root,
                                                              const LargePutState& state);
[[nodiscard]] Result<std::unique_ptr<LargePut>> resumeInFolder(const FolderRoot& root,
                                                               const LargePutState& saved);

} // namespace sohoa::sync
