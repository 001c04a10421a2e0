// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "support/testsupport.h"
#include "sync/keys.h"
#include "sync/warehouse.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;

class KeysTest : public QObject
{
    Q_OBJECT

private slots:
    void keysOfTheLayoutReadBack();
    void onlyTheExactSpellingReadsBack_data();
    void onlyTheExactSpellingReadsBack();
    void safeKeysAreTaken_data();
    void safeKeysAreTaken();
    void unsafeKeysAreRefused_data();
    void unsafeKeysAreRefused();
    void sequenceSortsAsNumberAndAsText();
    void addressesAreRead_data();
    void addressesAreRead();
    void badAddressesAreRefused_data();
    void badAddressesAreRefused();
    void s3NeedsKeysThatAreNeverShown();
};

void KeysTest::keysOfTheLayoutReadBack()
{
    const QString sha256 = sha256Hex(QByteArrayView("a paper"));
    QCOMPARE(blobKey(sha256), QStringLiteral("v1/blobs/") + sha256.first(2) + u'/' + sha256);
    QCOMPARE(sha256FromBlobKey(blobKey(sha256)), std::optional(sha256));
    const LogIdentity log{QStringLiteral("H25.06"), 3};
    QCOMPARE(logKey(log, 42), QStringLiteral("v1/log/H25.06/3/0000000042.json"));
    QCOMPARE(logKeyFrom(logKey(log, largestSequence)), std::optional(LogKey{log, largestSequence}));
    QCOMPARE(catalogueKey(QStringLiteral("2026-11-01")), QStringLiteral("v1/catalogue/2026-11-01.json"));
    QCOMPARE(versionFromCatalogueKey(QStringLiteral("v1/catalogue/2026-11-01.json")),
             std::optional(QStringLiteral("2026-11-01")));
    for (const QString& key :
         {blobKey(sha256), logKey(log, 1), catalogueKey(QStringLiteral("1")), markerKey()}) {
        QVERIFY2(isValidKey(key), qPrintable(key));
    }
}

void KeysTest::onlyTheExactSpellingReadsBack_data()
{
    QTest::addColumn<QString>("key");
    const QString sha256 = sha256Hex(QByteArrayView("x"));
    QTest::newRow("wrong folder of blob") << QStringLiteral("v1/blobs/00/") + sha256;
    QTest::newRow("upper case") << QStringLiteral("v1/blobs/") + sha256.first(2) + u'/' + sha256.toUpper();
    QTest::newRow("nine digits") << QStringLiteral("v1/log/H25/1/000000001.json");
    QTest::newRow("eleven digits") << QStringLiteral("v1/log/H25/1/00000000001.json");
    QTest::newRow("entry zero") << QStringLiteral("v1/log/H25/1/0000000000.json");
    QTest::newRow("leading zero of workstation") << QStringLiteral("v1/log/H25/01/0000000001.json");
    QTest::newRow("sign") << QStringLiteral("v1/log/H25/1/+000000001.json");
    QTest::newRow("arabic digits") << QStringLiteral("v1/log/H25/1/000000000١.json");
    QTest::newRow("no such workstation") << QStringLiteral("v1/log/H25/10000/0000000001.json");
    QTest::newRow("too deep") << QStringLiteral("v1/log/H25/1/2/0000000001.json");
    QTest::newRow("other end") << QStringLiteral("v1/log/H25/1/0000000001.jso");
    QTest::newRow("empty version") << QStringLiteral("v1/catalogue/.json");
    QTest::newRow("short") << QStringLiteral("v1/catalogue/");
    QTest::newRow("empty") << QString();
}

void KeysTest::onlyTheExactSpellingReadsBack()
{
    QFETCH(const QString, key);
    QVERIFY(!sha256FromBlobKey(key));
    QVERIFY(!logKeyFrom(key));
    QVERIFY(!versionFromCatalogueKey(key));
}

void KeysTest::safeKeysAreTaken_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("one segment") << QStringLiteral("a");
    QTest::newRow("Vietnamese, composed") << QStringLiteral("v1/hồ sơ/Đặng.pdf");
    QTest::newRow("looks like a device, is none") << QStringLiteral("console/com10/nully");
    QTest::newRow("hidden") << QStringLiteral(".a/b");
    QTest::newRow("outside the first plane") << QStringLiteral("𝔸/b");
    QTest::newRow("longest") << (QString(199, u'a') + u'/').repeated(5) + QString(24, u'b');
}

void KeysTest::safeKeysAreTaken()
{
    QFETCH(const QString, key);
    QVERIFY(isValidKey(key));
}

void KeysTest::unsafeKeysAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << QString();
    QTest::newRow("absolute") << QStringLiteral("/etc/passwd");
    QTest::newRow("drive") << QStringLiteral("C:/x");
    QTest::newRow("parent") << QStringLiteral("v1/../x");
    QTest::newRow("here") << QStringLiteral("v1/./x");
    QTest::newRow("double slash") << QStringLiteral("v1//x");
    QTest::newRow("folder") << QStringLiteral("v1/");
    QTest::newRow("backslash") << QStringLiteral("v1\\..\\x");
    QTest::newRow("zero") << QStringLiteral("v1/a") + QChar(0) + u'b';
    QTest::newRow("newline") << QStringLiteral("v1/a\nb");
    QTest::newRow("decomposed") << QStringLiteral("v1/ho\u0302\u0300");
    QTest::newRow("lone surrogate") << QStringLiteral("v1/") + QChar(0xd800);
    QTest::newRow("temporary name") << QStringLiteral("v1/a.0123456789abcdef.part");
    QTest::newRow("ends in dot") << QStringLiteral("v1/a.");
    QTest::newRow("ends in space") << QStringLiteral("v1/a ");
    QTest::newRow("device") << QStringLiteral("v1/NUL");
    QTest::newRow("device with ending") << QStringLiteral("v1/con.json");
    QTest::newRow("port") << QStringLiteral("v1/Com1.txt");
    QTest::newRow("question mark") << QStringLiteral("v1/a?b");
    QTest::newRow("stream") << QStringLiteral("v1/a:b");
    QTest::newRow("segment over 200 bytes") << QString(101, u'đ');
    QTest::newRow("key over 1024 bytes") << (QString(199, u'a') + u'/').repeated(5) + QString(25, u'b');
}

void KeysTest::unsafeKeysAreRefused()
{
    QFETCH(const QString, key);
    QVERIFY(!isValidKey(key));
}

void KeysTest::sequenceSortsAsNumberAndAsText()
{
    const LogIdentity log{QStringLiteral("H25"), 1};
    QVERIFY(logKey(log, 9) < logKey(log, 10));
    QVERIFY(logKey(log, 999'999'999) < logKey(log, 1'000'000'000));
    QCOMPARE(logKey(log, 0), QString());
    QCOMPARE(logKey(log, largestSequence + 1), QString());
    QCOMPARE(logKey(LogIdentity{QStringLiteral("../x"), 1}, 1), QString());
    QCOMPARE(logKey(LogIdentity{QStringLiteral("H25"), -1}, 1), QString());
}

void KeysTest::addressesAreRead_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("bucketAndPrefix");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("folder") << QStringLiteral("file:///srv/kho") << QStringLiteral("/srv/kho") << QString()
                            << true;
    QTest::newRow("Vietnamese letters and spaces, as typed")
        << QStringLiteral("file:///srv/kho giấy tờ/Đà Nẵng/") << QStringLiteral("/srv/kho giấy tờ/Đà Nẵng")
        << QString() << true;
    QTest::newRow("the same, encoded") << QStringLiteral("file:///srv/kho%20gi%E1%BA%A5y")
                                       << QStringLiteral("/srv/kho giấy") << QString() << true;
    QTest::newRow("bucket") << QStringLiteral("s3+https://s3.example.vn/kho-tinh") << QString()
                            << QStringLiteral("kho-tinh|") << true;
    QTest::newRow("bucket, port, prefix") << QStringLiteral("s3+https://s3.example.vn:7443/kho/xa/1/")
                                          << QString() << QStringLiteral("kho|xa/1") << true;
    QTest::newRow("loopback v4") << QStringLiteral("s3+http://127.0.0.1:9000/kho") << QString()
                                 << QStringLiteral("kho|") << false;
    QTest::newRow("loopback v6") << QStringLiteral("s3+http://[::1]:9000/kho") << QString()
                                 << QStringLiteral("kho|") << false;
    QTest::newRow("localhost") << QStringLiteral("s3+http://localhost/kho") << QString()
                               << QStringLiteral("kho|") << false;
}

void KeysTest::addressesAreRead()
{
    QFETCH(const QString, url);
    QFETCH(const QString, folder);
    QFETCH(const QString, bucketAndPrefix);
    QFETCH(const bool, encrypted);
    const auto address = parseWarehouseUrl(url);
    VERIFY_OK(address);
    QCOMPARE(address->folder, folder);
    QCOMPARE(address->encrypted, encrypted);
    QCOMPARE(address->kind == WarehouseAddress::Kind::Folder ? QString()
                                                             : address->bucket + u'|' + address->prefix,
             bucketAndPrefix);
}

void KeysTest::badAddressesAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("path alone") << QStringLiteral("/srv/kho");
    QTest::newRow("no folder") << QStringLiteral("file:///");
    QTest::newRow("folder without a root") << QStringLiteral("file:kho/ho-so");
    QTest::newRow("folder on another host") << QStringLiteral("file://server/share");
    QTest::newRow("plain https") << QStringLiteral("https://s3.example.vn/kho");
    QTest::newRow("http to another machine") << QStringLiteral("s3+http://s3.example.vn/kho");
    QTest::newRow("http to a look-alike") << QStringLiteral("s3+http://localhost.example.vn/kho");
    QTest::newRow("password inside") << QStringLiteral("s3+https://key:secret@s3.example.vn/kho");
    QTest::newRow("no bucket") << QStringLiteral("s3+https://s3.example.vn/");
    QTest::newRow("no host") << QStringLiteral("s3+https:///kho");
    QTest::newRow("bucket too short") << QStringLiteral("s3+https://s3.example.vn/ab");
    QTest::newRow("climbing prefix") << QStringLiteral("s3+https://s3.example.vn/kho/..%2fx");
    QTest::newRow("query") << QStringLiteral("s3+https://s3.example.vn/kho?x=1");
}

void KeysTest::badAddressesAreRefused()
{
    QFETCH(const QString, url);
    VERIFY_FAILS(parseWarehouseUrl(url), ErrorCode::InvalidArgument);
    VERIFY_FAILS(openWarehouse(url), ErrorCode::InvalidArgument);
}

void KeysTest::s3NeedsKeysThatAreNeverShown()
{
    const QString bucket = QStringLiteral("s3+https://s3.example.vn/kho");
    VERIFY_FAILS(openWarehouse(bucket), ErrorCode::WarehouseKeyRefused);
    VERIFY_FAILS(setUpWarehouse(bucket), ErrorCode::WarehouseKeyRefused);
    S3Access access;
    access.accessKey = QStringLiteral("A");
    access.secretKey = QStringLiteral("never shown");
    const auto opened = openWarehouse(bucket, {}, access);
    VERIFY_OK(opened);
    QCOMPARE((*opened)->describe(), bucket);
    access.caPem = "no certificate";
    VERIFY_FAILS(openWarehouse(bucket, {}, access), ErrorCode::InvalidArgument);
    access.caPem.clear();
    access.proxy = QStringLiteral("proxy.example.vn");
    VERIFY_FAILS(openWarehouse(bucket, {}, access), ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(KeysTest)
#include "tst_keys.moc"
