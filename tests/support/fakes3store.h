// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <utility>
#include <vector>

namespace sohoa::test {

struct S3Request
{
    QByteArray method;
    QByteArray path; ///< as on the line
    QByteArray query;
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

struct S3Response
{
    int status = 200;
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
};

/// How a server differs from an honest one.
struct FakeS3Manners
{
    enum class Condition
    {
        Honoured,
        Ignored,
        NotImplemented
    };
    Condition ifNoneMatch = Condition::Honoured;
    bool checksSignature = true;
    bool checksMd5 = true;
    bool checksSha256 = true;
    bool missingIs403 =
        false; ///< HEAD and GET of what is missing, as for keys limited to a prefix on old Ceph
    bool keepsCutUploads = false; ///< stores what came of a body that was cut
    bool startAfter = true;       ///< honours start-after
    bool listsParts = true;
    bool forgetsUploads = false; ///< drops parts as soon as somebody asks for them
    bool versioned = false;
    bool objectLock = false;
    bool staleListing = false;  ///< lists nothing that was written after this was set
    qint64 clockAhead = 0;      ///< seconds
    int pageLimit = 1000;       ///< keys a list gives at most
    QByteArray onlyPrefix = {}; ///< the key's rights end here
    bool mayDelete = true;
};

/// The objects of one bucket, "kho", and the rules of S3. Not thread-safe.
class FakeS3Store
{
public:
    static inline const QByteArray accessKey = "test-access";
    static inline const QByteArray secretKey = "test-secret-that-is-shown-nowhere";

    struct Object
    {
        QByteArray content;
        std::map<QByteArray, QByteArray> metadata;

        [[nodiscard]] QByteArray etag() const;
    };
    struct Upload
    {
        QByteArray key;
        std::map<int, QByteArray> parts;
        std::map<QByteArray, QByteArray> metadata;
    };

    FakeS3Manners manners;
    std::map<QByteArray, Object> objects;
    std::map<QByteArray, Upload> uploads;

    [[nodiscard]] S3Response answer(const S3Request& request);
    /// What a body that was cut leaves behind.
    void takeCut(const S3Request& request);
    [[nodiscard]] static S3Response error(int status, const QByteArray& code);
    [[nodiscard]] QByteArray date() const;

private:
    [[nodiscard]] bool isSigned(const S3Request& request) const;
    [[nodiscard]] S3Response answerBucket(const S3Request& request);
    [[nodiscard]] S3Response answerObject(const S3Request& request, const QByteArray& key);
    [[nodiscard]] S3Response put(const S3Request& request, const QByteArray& key);
    [[nodiscard]] S3Response get(const S3Request& request, const QByteArray& key);
    [[nodiscard]] S3Response list(const S3Request& request);
    [[nodiscard]] S3Response answerUpload(const S3Request& request, const QByteArray& key);
    [[nodiscard]] S3Response complete(const S3Request& request, const QByteArray& id, Upload& upload);

    int m_lastUpload = 0;
    std::map<QByteArray, Object> m_listed; ///< what a stale listing knows
    bool m_stale = false;
};

} // namespace sohoa::test
