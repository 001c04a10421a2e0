// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/warehouse.h"

#include <QDateTime>

namespace sohoa::sync {

struct FolderRoot;

/// A warehouse in a plain folder: a disk, a share, a memory stick. Key "v1/log/x" is the file v1/log/x below
/// the root. The root is never made in silence: without v1/warehouse.json in it every call answers
/// WarehouseUnreachable. Several programs may use one folder at once.
class FolderWarehouse final : public Warehouse
{
public:
    /// Touches nothing. `identity` as for openWarehouse.
    explicit FolderWarehouse(QString folder, QString identity = {});
    ~FolderWarehouse() override;

    /// Makes the folder and its v1/warehouse.json unless there. @return the identity.
    [[nodiscard]] static Result<QString> setUp(const QString& folder);

    Result<PutOutcome> putIfAbsent(const QString& key, const QByteArray& content, const Call& call) override;
    Result<QByteArray> get(const QString& key, qint64 limit, const Call& call) override;
    Result<std::optional<ObjectFacts>> head(const QString& key, const Call& call) override;
    Result<ListPage> listAfter(const QString& prefix, const QString& after, int limit,
                               const Call& call) override;
    Result<std::unique_ptr<LargePut>> beginLarge(const LargePutState& state) override;
    Result<std::unique_ptr<LargePut>> resumeLarge(const LargePutState& saved) override;
    Status confirm(const QString& key, const QString& sha256, qint64 length, const Call& call) override;
    Result<QString> identity() override;
    [[nodiscard]] QString describe() const override;

    /// Removes half-written files last touched before `before`, left by a program that was killed. @return
    /// how many.
    [[nodiscard]] Result<int> removeLeftovers(const QDateTime& before);

private:
    std::unique_ptr<FolderRoot> m_root;
};

} // namespace sohoa::sync
