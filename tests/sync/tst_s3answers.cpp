// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "sync/s3/answers.h"
#include "sync/s3/meaning.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using namespace sohoa::sync::s3;

namespace {

constexpr const char* nameSpace = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

QByteArray listWith(const QByteArray& inside, const QByteArray& truncated = "false")
{
    return QByteArray("<?xml version=\"1.0\"?><ListBucketResult") + nameSpace + "><Name>kho</Name>" + inside +
           "<IsTruncated>" + truncated + "</IsTruncated></ListBucketResult>";
}

HttpAnswer answerOf(int status, Fields headers, QByteArray body = {})
{
    return {status, std::move(headers), std::move(body)};
}

QByteArray errorOf(const QByteArray& code)
{
    return "<Error><Code>" + code + "</Code><Message></Message></Error>";
}

const Fields fromS3 = {{"x-amz-request-id", "tx1"}, {"content-type", "application/xml"}};

} // namespace

class S3AnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void listIsRead();
    void damagedListsAreRefused_data();
    void damagedListsAreRefused();
    void partsAreRead();
    void uploadIdMustBePrintable();
    void completionMayHoldAnError();
    void completionDocumentListsPartsInOrder();
    void errorsAreReadWithoutTheirMessage();
    void answersMeanWhatTheyAre_data();
    void answersMeanWhatTheyAre();
    void strangersAreTold_data();
    void strangersAreTold();
    void dateIsReadAsHttpWritesIt();
};

void S3AnswersTest::listIsRead()
{
    const auto list = listIn(
        listWith("<Contents><Key>v1/a%20b%2Bc</Key><Size>12</Size><ETag>&quot;x&quot;</ETag></Contents>"
                 "<Contents><Key>v1/gi%E1%BA%A5y+x</Key><Size>0</Size></Contents>",
                 "true"));
    VERIFY_OK(list);
    QCOMPARE(list->objects,
             (std::vector<ListedObject>{{QStringLiteral("v1/a b+c"), 12}, {QStringLiteral("v1/giấy x"), 0}}));
    QVERIFY(list->truncated);
    VERIFY_OK(listIn(listWith({})));
}

void S3AnswersTest::damagedListsAreRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    const QByteArray good = listWith("<Contents><Key>a</Key><Size>1</Size></Contents>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << good.chopped(30);
    QTest::newRow("no XML") << QByteArray("hello");
    QTest::newRow("another document")
        << QByteArray("<ListPartsResult><IsTruncated>false</IsTruncated></ListPartsResult>");
    QTest::newRow("no key") << listWith("<Contents><Size>1</Size></Contents>");
    QTest::newRow("no length") << listWith("<Contents><Key>a</Key></Contents>");
    QTest::newRow("negative length") << listWith("<Contents><Key>a</Key><Size>-1</Size></Contents>");
    QTest::newRow("length beyond numbers")
        << listWith("<Contents><Key>a</Key><Size>99999999999999999999</Size></Contents>");
    QTest::newRow("key is no UTF-8") << listWith("<Contents><Key>%FF%FE</Key><Size>1</Size></Contents>");
    QTest::newRow("does not say whether it ends") << listWith({}, "perhaps");
    QTest::newRow("entity") << QByteArray("<!DOCTYPE a [<!ENTITY b \"cc\">]>") +
                                   listWith("<Contents><Key>&b;</Key><Size>1</Size></Contents>");
    QTest::newRow("unknown entity") << listWith("<Contents><Key>&b;</Key><Size>1</Size></Contents>");
    QByteArray deep;
    for (int level = 0; level < 20; ++level) {
        deep += "<a>";
    }
    QTest::newRow("deep") << listWith(deep + QByteArray(deep).replace("<a>", "</a>"));
    QTest::newRow("long text") << listWith("<Contents><Key>" + QByteArray(9000, 'a') +
                                           "</Key><Size>1</Size></Contents>");
    QTest::newRow("huge") << listWith(QByteArray(largestAnswer, ' '));
}

void S3AnswersTest::damagedListsAreRefused()
{
    QFETCH(const QByteArray, xml);
    VERIFY_FAILS(listIn(xml), ErrorCode::WarehouseAnswerInvalid);
}

void S3AnswersTest::partsAreRead()
{
    const auto parts =
        partsIn("<ListPartsResult><NextPartNumberMarker>2</NextPartNumberMarker>"
                "<IsTruncated>true</IsTruncated>"
                "<Part><PartNumber>1</PartNumber><ETag>&quot;a&quot;</ETag><Size>5242880</Size></Part>"
                "<Part><PartNumber>2</PartNumber><ETag>&#34;b&#34;</ETag><Size>7</Size></Part>"
                "</ListPartsResult>");
    VERIFY_OK(parts);
    QCOMPARE(parts->parts, (std::vector<ListedPart>{{1, 5'242'880, QStringLiteral("\"a\"")},
                                                    {2, 7, QStringLiteral("\"b\"")}}));
    QVERIFY(parts->truncated);
    QCOMPARE(parts->nextMarker, 2);
    for (const char* bad : {"<Part><PartNumber>0</PartNumber><ETag>a</ETag><Size>1</Size></Part>",
                            "<Part><PartNumber>10001</PartNumber><ETag>a</ETag><Size>1</Size></Part>",
                            "<Part><PartNumber>1</PartNumber><Size>1</Size></Part>",
                            "<Part><PartNumber>1</PartNumber><ETag>a</ETag></Part>"}) {
        VERIFY_FAILS(partsIn(QByteArray("<ListPartsResult><IsTruncated>false</IsTruncated>") + bad +
                             "</ListPartsResult>"),
                     ErrorCode::WarehouseAnswerInvalid);
    }
}

void S3AnswersTest::uploadIdMustBePrintable()
{
    const auto withId = [](const QByteArray& id) {
        return uploadIdIn("<InitiateMultipartUploadResult><Bucket>kho</Bucket><UploadId>" + id +
                          "</UploadId></InitiateMultipartUploadResult>");
    };
    QCOMPARE(*withId("2~Ab-_/+="), QStringLiteral("2~Ab-_/+="));
    for (const QByteArray& bad : {QByteArray(), QByteArray("a b"), QByteArray("a&#10;b"),
                                  QByteArray(1025, 'a'), QByteArray("\xE1\xBA\xA5")}) {
        VERIFY_FAILS(withId(bad), ErrorCode::WarehouseAnswerInvalid);
    }
}

void S3AnswersTest::completionMayHoldAnError()
{
    QVERIFY(isCompleted(
        "<CompleteMultipartUploadResult><ETag>&quot;a-2&quot;</ETag></CompleteMultipartUploadResult>"));
    QVERIFY(
        isCompleted("<CompleteMultipartUploadResult><ETag></ETag></CompleteMultipartUploadResult>")); // Ceph
    QVERIFY(!isCompleted("<CompleteMultipartUploadResult><ETag></ETag>"));
    QVERIFY(!isCompleted(errorOf("InternalError")));
    QVERIFY(!isCompleted({}));
    QVERIFY(meaningOf(answerOf(200, fromS3, errorOf("InternalError"))).code == ErrorCode::WarehouseBusy);
    QVERIFY(meaningOf(answerOf(200, fromS3, "<x/>")).code == ErrorCode::WarehouseAnswerInvalid);
}

void S3AnswersTest::completionDocumentListsPartsInOrder()
{
    QCOMPARE(
        completionDocument({{5, QStringLiteral("\"a&b\"")}, {3, QStringLiteral("\"c\"")}}),
        QByteArray(
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>&quot;a&amp;b&quot;</ETag></Part>"
            "<Part><PartNumber>2</PartNumber><ETag>&quot;c&quot;</ETag></Part></CompleteMultipartUpload>"));
}

void S3AnswersTest::errorsAreReadWithoutTheirMessage()
{
    const auto error =
        errorIn("<Error><Code>AuthorizationHeaderMalformed</Code><Message>with what was sent</Message>"
                "<Region>vn-1</Region></Error>");
    QCOMPARE(error, std::optional(
                        ErrorAnswer{QStringLiteral("AuthorizationHeaderMalformed"), QStringLiteral("vn-1")}));
    QVERIFY(!errorIn("<Error></Error>"));
    QVERIFY(!errorIn("<html><Code>a</Code></html>"));
    const Error meaning =
        meaningOf(answerOf(403, fromS3, "<Error><Code>AccessDenied</Code><Message>secret</Message></Error>"));
    QCOMPARE(meaning.detail, QStringLiteral("status 403, AccessDenied"));
}

void S3AnswersTest::answersMeanWhatTheyAre_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorCode>("meaning");
    const auto row = [](int status, const char* code, ErrorCode meaning) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(status).arg(QLatin1String(code))))
            << status << QByteArray(code) << meaning;
    };
    row(403, "InvalidAccessKeyId", ErrorCode::WarehouseKeyRefused);
    row(403, "SignatureDoesNotMatch", ErrorCode::WarehouseKeyRefused);
    row(403, "UserSuspended", ErrorCode::WarehouseKeyRefused);
    row(401, "", ErrorCode::WarehouseKeyRefused);
    row(403, "AccessDenied", ErrorCode::WarehouseRefused);
    row(403, "", ErrorCode::WarehouseRefused);
    row(403, "RequestTimeTooSkewed", ErrorCode::ClockWrong);
    row(403, "QuotaExceeded", ErrorCode::WarehouseFull);
    row(507, "", ErrorCode::WarehouseFull);
    row(404, "NoSuchBucket", ErrorCode::WarehouseMissing);
    row(404, "NoSuchKey", ErrorCode::NotFound);
    row(404, "NoSuchUpload", ErrorCode::NotFound);
    row(404, "", ErrorCode::NotFound);
    row(301, "PermanentRedirect", ErrorCode::WarehouseMoved);
    row(307, "", ErrorCode::WarehouseMoved);
    row(400, "AuthorizationHeaderMalformed", ErrorCode::WarehouseMoved);
    row(400, "BadDigest", ErrorCode::WarehouseMismatch);
    row(400, "XAmzContentSHA256Mismatch", ErrorCode::WarehouseMismatch);
    row(400, "RequestTimeout", ErrorCode::WarehouseUnreachable);
    row(400, "SomethingNew", ErrorCode::WarehouseAnswerInvalid);
    row(409, "OperationAborted", ErrorCode::WarehouseBusy);
    row(412, "PreconditionFailed", ErrorCode::WarehouseConflict);
    row(500, "InternalError", ErrorCode::WarehouseBusy);
    row(501, "NotImplemented", ErrorCode::Unsupported);
    row(503, "SlowDown", ErrorCode::WarehouseBusy);
}

void S3AnswersTest::answersMeanWhatTheyAre()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    QFETCH(const ErrorCode, meaning);
    const HttpAnswer answer = answerOf(status, fromS3, code.isEmpty() ? QByteArray() : errorOf(code));
    QVERIFY(!strangerIn(answer));
    QVERIFY2(meaningOf(answer).code == meaning, qPrintable(toString(meaningOf(answer).code)));
}

void S3AnswersTest::strangersAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Fields>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const Fields html = {{"content-type", "text/html; charset=utf-8"}};
    const QByteArray page = "\n<!DOCTYPE html><html><body>Đăng nhập</body></html>";
    QTest::newRow("page with 200") << 200 << html << page << ErrorCode::NetworkIntercepted;
    QTest::newRow("page that calls itself XML")
        << 200 << Fields{{"content-type", "application/xml"}} << page << ErrorCode::NetworkIntercepted;
    QTest::newRow("page with 403") << 403 << html << page << ErrorCode::NetworkIntercepted;
    QTest::newRow("sent to the sign-in page") << 302 << Fields{{"location", "http://portal.example.vn/"}}
                                              << QByteArray() << ErrorCode::NetworkIntercepted;
    QTest::newRow("511") << 511 << html << page << ErrorCode::NetworkIntercepted;
    QTest::newRow("a proxy's 502") << 502 << html << page << ErrorCode::WarehouseBusy;
    QTest::newRow("a proxy's 504") << 504 << html << QByteArray() << ErrorCode::WarehouseBusy;
    QTest::newRow("proxy with a password") << 407 << html << page << ErrorCode::WarehouseUnreachable;
    QTest::newRow("another web server") << 404 << html << page << ErrorCode::WarehouseAnswerInvalid;
    QTest::newRow("nothing with 200") << 200 << Fields() << QByteArray() << ErrorCode::WarehouseAnswerInvalid;
}

void S3AnswersTest::strangersAreTold()
{
    QFETCH(const int, status);
    QFETCH(const Fields, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    const auto stranger = strangerIn(answerOf(status, headers, body));
    QVERIFY(stranger.has_value());
    QVERIFY2(stranger->code == code, qPrintable(describe(*stranger)));
}

void S3AnswersTest::dateIsReadAsHttpWritesIt()
{
    QCOMPARE(dateIn(answerOf(200, {{"date", "Mon, 23 Nov 2026 00:06:30 GMT"}})),
             QDateTime(QDate(2026, 11, 23), QTime(0, 6, 30), Qt::UTC));
    QVERIFY(!dateIn(answerOf(200, {{"date", "yesterday"}})).isValid());
    QVERIFY(!dateIn(answerOf(200, {})).isValid());
}

QTEST_APPLESS_MAIN(S3AnswersTest)
#include "tst_s3answers.moc"
