// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/bucket.h"

#include <QString>

#include <map>
#include <optional>

namespace sohoa::test {

/// The RADOS Gateway that CTest has started for this run (tests/warehouse/start-rgw), as the environment
/// variable SOHOA_RGW names its folder.
class RgwServer
{
public:
    /// Empty when none was started.
    static std::optional<RgwServer> find();

    /// "s3+http://127.0.0.1:port/bucket", or s3+https://localhost:port/bucket
    [[nodiscard]] QString url(const QString& bucket, bool encrypted = false) const;
    /// With the keys of the province; with the authority for https.
    [[nodiscard]] sync::S3Access access() const;
    /// With those of a workstation, which has no rights but those of a policy.
    [[nodiscard]] sync::S3Access workstationAccess() const;
    /// Makes an empty bucket, and gives its name: `begin` and what tells it from those of other runs. Ends
    /// the program when that fails.
    [[nodiscard]] QString makeBucket(const QString& begin, const sync::s3::Fields& headers = {}) const;
    /// A question to a bucket as the province, for set-up; to the server itself when it is "".
    [[nodiscard]] Result<sync::s3::HttpAnswer> ask(const QString& bucket, const sync::s3::Ask& ask) const;
    [[nodiscard]] int port() const;
    /// Lets the gateway stand still, or go on.
    void freezeGateway(bool freeze) const;
    /// Kills the gateway as a power cut would.
    void killGateway() const;
    /// Starts what has died.
    [[nodiscard]] bool startAgain();

private:
    [[nodiscard]] bool read();

    QString m_folder;
    std::map<QString, QString> m_values;
};

} // namespace sohoa::test
