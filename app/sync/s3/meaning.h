// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/s3/transport.h"

#include <optional>

namespace sohoa::sync::s3 {

// What an HTTP answer means. Engines differ in codes and leave messages empty, so the status decides and the
// code of the body only refines it. Pure; any thread.

/// Why an answer is not of an S3 server, whatever its status; empty when it is. A server of S3 puts
/// x-amz-request-id into every answer; captive portals, proxies and other web servers do not.
/// NetworkIntercepted, WarehouseMoved, WarehouseBusy, WarehouseUnreachable, WarehouseAnswerInvalid.
[[nodiscard]] std::optional<Error> strangerIn(const HttpAnswer& answer);
/// What an answer with another status than 2xx says. NotFound for an object or upload that is not there,
/// WarehouseMissing for a bucket. The detail holds status and code, nothing else of the answer.
[[nodiscard]] Error meaningOf(const HttpAnswer& answer);
/// The <Code> of an answer, "" when there is none.
[[nodiscard]] QString codeIn(const HttpAnswer& answer);
/// The time in the header Date; invalid when there is none.
[[nodiscard]] QDateTime dateIn(const HttpAnswer& answer);

/// Whether after such a failure nobody knows whether a write was done, so that one must look.
[[nodiscard]] bool leavesInDoubt(ErrorCode code);

} // namespace sohoa::sync::s3
