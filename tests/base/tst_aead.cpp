// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/aead.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;

namespace {

SecretKey keyOf(char first)
{
    QByteArray bytes(SecretKey::size, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(first + i);
    }
    return std::move(*SecretKey::fromBytes(bytes));
}

constexpr qsizetype chunk = 64 * 1024;
constexpr qsizetype head = 6 + 16;
constexpr qsizetype tag = 16;

} // namespace

class AeadTest : public QObject
{
    Q_OBJECT

private slots:
    void keyHas32Bytes()
    {
        VERIFY_FAILS(SecretKey::fromBytes(QByteArray(31, 'x')), ErrorCode::KeyWrong);
        VERIFY_FAILS(SecretKey::fromBytes({}), ErrorCode::KeyWrong);
        VERIFY_OK(SecretKey::fromBytes(QByteArray(32, 'x')));
    }

    void generatedKeysDiffer()
    {
        const auto one = SecretKey::generate();
        const auto two = SecretKey::generate();
        VERIFY_OK(one);
        VERIFY_OK(two);
        QVERIFY(one->bytes() != two->bytes());
    }

    void derivedKeysAreHkdfSha256()
    {
        // Computed with Python's hmac after RFC 5869, the program checked against its test case 1.
        const SecretKey key = keyOf(0);
        QCOMPARE(key.derive("purpose", "salt")->bytes().toHex(),
                 QByteArray("94667bce5e44fbfb519b064d97bb4a4e6714993a9e0f99c8485e090a33876fa8"));
        QCOMPARE(key.derive("purpose")->bytes().toHex(),
                 QByteArray("c938f7c9c926b1456b39fd3811e7b2d8beccd709fed368d133553b438fb89d0b"));
    }

    void valuesAreAes256Gcm()
    {
        // McGrew and Viega, The Galois/Counter Mode of Operation, appendix B, test cases 13 and 14: key and
        // nonce of zero bytes.
        const SecretKey zero = std::move(*SecretKey::fromBytes(QByteArray(SecretKey::size, '\0')));
        const QByteArray nonce(12, '\0');
        const auto empty =
            openValue(zero, nonce + QByteArray::fromHex("530f8afbc74536b9a963b4f1c4cb738b"), {});
        VERIFY_OK(empty);
        QVERIFY(empty->isEmpty());
        const auto block = openValue(zero,
                                     nonce + QByteArray::fromHex("cea7403d4d606b6e074ec5d3baf39d18"
                                                                 "d0d1c8a799996bf0265b98b5d48ab919"),
                                     {});
        VERIFY_OK(block);
        QCOMPARE(*block, QByteArray(16, '\0'));
    }

    void valueOpensOnlyWithItsKeyAndContext()
    {
        const QByteArray plain = QStringLiteral("NGUYỄN VĂN A").toUtf8();
        const auto sealed = sealValue(keyOf(1), plain, "dossier/7/name");
        VERIFY_OK(sealed);
        QVERIFY(!sealed->contains(plain));
        const auto opened = openValue(keyOf(1), *sealed, "dossier/7/name");
        VERIFY_OK(opened);
        QCOMPARE(*opened, plain);
        VERIFY_FAILS(openValue(keyOf(2), *sealed, "dossier/7/name"), ErrorCode::KeyWrong);
        VERIFY_FAILS(openValue(keyOf(1), *sealed, "dossier/8/name"), ErrorCode::KeyWrong);
        VERIFY_FAILS(openValue(keyOf(1), *sealed, {}), ErrorCode::KeyWrong);
    }

    void sameValueIsSealedDifferentlyEachTime()
    {
        QVERIFY(*sealValue(keyOf(1), "x", {}) != *sealValue(keyOf(1), "x", {}));
    }

    void everyChangedByteOfAValueIsNoticed()
    {
        const QByteArray sealed = *sealValue(keyOf(1), "079098000001", "c");
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray damaged = sealed;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            VERIFY_FAILS(openValue(keyOf(1), damaged, "c"), ErrorCode::KeyWrong);
            VERIFY_FAILS(openValue(keyOf(1), sealed.first(i), "c"), ErrorCode::KeyWrong);
        }
    }

    void filesOfAnyLengthComeBack_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {qsizetype(0), qsizetype(1), chunk - 1, chunk, chunk + 1, 3 * chunk}) {
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
        }
    }
    void filesOfAnyLengthComeBack()
    {
        QFETCH(qsizetype, size);
        QByteArray plain(size, '\0');
        for (qsizetype i = 0; i < size; ++i) {
            plain[i] = static_cast<char>(i * 7 + i / 251);
        }
        const auto sealed = sealFile(keyOf(1), plain);
        VERIFY_OK(sealed);
        const auto opened = openFile(keyOf(1), *sealed);
        VERIFY_OK(opened);
        QCOMPARE(*opened, plain);
        VERIFY_FAILS(openFile(keyOf(2), *sealed), ErrorCode::VaultFileDamaged);
    }

    void fileThatWasCutJoinedOrReorderedDoesNotOpen()
    {
        const QByteArray sealed = *sealFile(keyOf(1), QByteArray(2 * chunk + 100, 'p'));
        const qsizetype whole = chunk + tag;
        const QByteArray start = sealed.first(head);
        const QByteArray one = sealed.sliced(head, whole);
        const QByteArray two = sealed.sliced(head + whole, whole);
        const QByteArray three = sealed.sliced(head + 2 * whole);
        VERIFY_OK(openFile(keyOf(1), start + one + two + three));
        for (const QByteArray& wrong :
             {start + one + two, start + one, start, start + two + one + three, start + one + three,
              start + one + two + three + three, sealed.first(sealed.size() - 1), QByteArray()}) {
            VERIFY_FAILS(openFile(keyOf(1), wrong), ErrorCode::VaultFileDamaged);
        }
    }

    void everyChangedByteOfAFileIsNoticed()
    {
        const QByteArray sealed = *sealFile(keyOf(1), "a page");
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray damaged = sealed;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x80);
            VERIFY_FAILS(openFile(keyOf(1), damaged), ErrorCode::VaultFileDamaged);
        }
    }

    void movedFromKeyIsEmpty()
    {
        SecretKey from = keyOf(1);
        const SecretKey to = std::move(from);
        QCOMPARE(to.bytes().size(), SecretKey::size);
        QVERIFY(from.bytes().isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is the point
    }
};

QTEST_APPLESS_MAIN(AeadTest)
#include "tst_aead.moc"
