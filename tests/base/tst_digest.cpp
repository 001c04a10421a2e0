// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "base/sha256.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace sohoa;

class DigestTest : public QObject
{
    Q_OBJECT

private slots:
    void piecesMakeTheWhole()
    {
        QByteArray content(1'000'003, 'a');
        for (qsizetype i = 0; i < content.size(); ++i) {
            content[i] = static_cast<char>(i * 7 + i / 251);
        }
        Sha256 hash;
        QCOMPARE(hash.hex(), sha256Hex(""));
        for (qsizetype at = 0; at < content.size(); at += 4099) {
            hash.addData(QByteArrayView(content).sliced(at, std::min<qsizetype>(4099, content.size() - at)));
        }
        // Another implementation of the same.
        const QString expected =
            QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        QCOMPARE(hash.hex(), expected);
        QCOMPARE(hash.hex(), expected); // asking changes nothing
        QCOMPARE(sha256Hex(content), expected);
    }
    void hashesAreSha256()
    {
        // FIPS 180-4, examples of the Secure Hash Standard: "abc" and the empty message.
        QCOMPARE(sha256Hex("abc"),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256Hex(""),
                 QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void deviceIsHashedFromWhereItStands()
    {
        QByteArray data = "xabc";
        QBuffer device(&data);
        QVERIFY(device.open(QIODevice::ReadOnly));
        QVERIFY(device.seek(1));
        const auto hash = sha256Hex(device);
        VERIFY_OK(hash);
        QCOMPARE(*hash, sha256Hex("abc"));
    }

    void closedDeviceIsUnreadable()
    {
        QBuffer device;
        VERIFY_FAILS(sha256Hex(device), ErrorCode::FileUnreadable);
    }

    void hmacIsThatOfRfc4231()
    {
        // RFC 4231, section 4.3 (test case 2).
        QCOMPARE(hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    void hashIsSixtyFourLowerCaseHexDigits()
    {
        const QString good = sha256Hex("x");
        QVERIFY(isSha256Hex(good));
        QVERIFY(!isSha256Hex(good.toUpper()));
        QVERIFY(!isSha256Hex(good.first(63)));
        QVERIFY(!isSha256Hex(good + u'0'));
        QVERIFY(!isSha256Hex(QString(good).replace(0, 1, u'g')));
        QVERIFY(!isSha256Hex(u"../../../../../../../../../../../../../../../../../../../../../../"));
    }
};

QTEST_APPLESS_MAIN(DigestTest)
#include "tst_digest.moc"
