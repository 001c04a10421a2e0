// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/enrolment.h"
#include "sync/s3/access.h"

#include <QDate>

namespace sohoa::storage {
class Journal;
class JournalWriter;
} // namespace sohoa::storage

namespace sohoa::workflow {

class Workspace;

/// What opens the S3 warehouse of a home: what it was enrolled with, and over that the environment variables
/// SOHOA_S3_ACCESS_KEY, SOHOA_S3_SECRET_KEY, SOHOA_S3_REGION, SOHOA_S3_CA (file with the certificates of a
/// private authority), SOHOA_S3_PROXY ("none" or host:port) and SOHOA_S3_STYLE ("path", "virtual"), for tests
/// and automation. Keys may be missing, which openWarehouse() refuses for S3. Blocks on the key store of the
/// system. Errors of reading the certificates, InvalidArgument, those of SecretStore::read.
[[nodiscard]] Result<sync::S3Access> warehouseAccess(const Workspace& workspace);
/// Without a home: from the environment alone.
[[nodiscard]] Result<sync::S3Access> warehouseAccess();

/// The last day of the keys a home was enrolled with; not valid when there is none.
[[nodiscard]] Result<QDate> keysValidUntil(const Workspace& workspace);
/// Under which name the keys lie in the key store; empty while the home was never enrolled.
[[nodiscard]] Result<QString> keptKeysName(const storage::Journal& journal);
/// Journals everything of an enrolment that opens the warehouse and is no secret, and where the keys lie.
[[nodiscard]] Status keepAccess(storage::JournalWriter& writer, const dossier::Enrolment& enrolment,
                                const QString& keysName);
/// The keys as they lie in the key store.
[[nodiscard]] QByteArray keysAsBytes(const dossier::Enrolment& enrolment);

} // namespace sohoa::workflow
