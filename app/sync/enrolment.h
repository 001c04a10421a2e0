// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/enrolment.h"
#include "sync/s3/access.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace sohoa::sync {

/// Longest enrolment that is read. One without certificates fits into one QR code.
inline constexpr qint64 largestEnrolment = 64 * 1024;

/// An enrolment from its JSON (schema: docs/administrator-guide.md), from a file or as a handheld reader
/// types it. Strict: a member that is missing, has another form or is unknown makes all of it invalid.
/// @param today an enrolment whose last day is before is Expired
[[nodiscard]] tl::expected<dossier::Enrolment, dossier::EnrolmentFault> parseEnrolment(QByteArrayView json,
                                                                                       QDate today);
/// As it stands in a file; parseEnrolment reads it back.
[[nodiscard]] QByteArray toBytes(const dossier::Enrolment& enrolment);
/// What opens the warehouse of an enrolment.
[[nodiscard]] S3Access accessOf(const dossier::Enrolment& enrolment);

} // namespace sohoa::sync
