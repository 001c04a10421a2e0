// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// What an S3 server, or whoever answers in its place, says: no crash, no memory beyond the bounds, and what
// is understood holds what its readers rely on. The first byte and the second are the status.
#include "require.h"
#include "sync/s3/answers.h"
#include "sync/s3/meaning.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa;
    using namespace sohoa::sync;
    using namespace sohoa::sync::s3;
    using fuzz::require;
    if (size < 2) {
        return 0;
    }
    const QByteArray body(reinterpret_cast<const char*>(data) + 2, static_cast<qsizetype>(size - 2));
    if (const auto list = listIn(body)) {
        for (const ListedObject& object : list->objects) {
            require(!object.key.isEmpty() && object.length >= 0);
        }
    }
    if (const auto parts = partsIn(body)) {
        for (const ListedPart& part : parts->parts) {
            require(part.number >= 1 && part.number <= mostParts && part.length > 0 && !part.etag.isEmpty());
            require(!completionDocument({{part.length, part.etag}}).isEmpty());
        }
    }
    if (const auto id = uploadIdIn(body)) {
        require(!id->isEmpty() && id->size() <= 1024);
    }
    static_cast<void>(isCompleted(body));
    static_cast<void>(versioningIn(body));
    static_cast<void>(objectLockIn(body));
    const int status = 100 + data[0] * 2 + data[1] % 2;
    for (const bool fromS3 : {true, false}) {
        HttpAnswer answer{status, {{"date", body.left(40)}}, body};
        if (fromS3) {
            answer.headers.emplace_back("x-amz-request-id", "tx");
        }
        static_cast<void>(dateIn(answer));
        const auto stranger = strangerIn(answer);
        require(!stranger || (!fromS3 && describe(*stranger).size() < 200));
        require(describe(meaningOf(answer)).size() < 200); // nothing of what was sent comes back through it
    }
    return 0;
}
