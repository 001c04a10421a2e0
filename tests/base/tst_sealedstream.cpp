// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/sealedstream.h"
#include "support/testsupport.h"

#include <QBuffer>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

namespace {

constexpr qsizetype chunk = 64 * 1024;

SecretKey keyOf(char fill)
{
    return std::move(*SecretKey::fromBytes(QByteArray(SecretKey::size, fill)));
}

QByteArray plainOf(qsizetype size)
{
    QByteArray plain(size, '\0');
    for (qsizetype i = 0; i < size; ++i) {
        plain[i] = static_cast<char>((i * 31 + i / 251) & 0xFF);
    }
    return plain;
}

QByteArray sealedBy(const SecretKey& key, const QByteArray& plain, qsizetype pieces)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    auto stream = SealingStream::begin(key, buffer);
    for (qsizetype at = 0; stream && at < plain.size(); at += pieces) {
        if (!stream->write(QByteArrayView(plain).sliced(at, std::min(pieces, plain.size() - at)))) {
            return {};
        }
    }
    return stream && stream->finish() ? buffer.data() : QByteArray();
}

Result<QByteArray> openedBy(const SecretKey& key, QByteArray sealed, qsizetype size, qsizetype pieces)
{
    QBuffer buffer(&sealed);
    buffer.open(QIODevice::ReadOnly);
    SOHOA_ASSIGN(OpeningStream stream, OpeningStream::begin(key, buffer));
    QByteArray plain;
    while (plain.size() < size) {
        SOHOA_ASSIGN(const QByteArray piece, stream.read(std::min(pieces, size - plain.size())));
        plain += piece;
    }
    SOHOA_ASSIGN(const bool atEnd, stream.atEnd());
    return atEnd ? Result<QByteArray>(plain) : failure(ErrorCode::Internal, QStringLiteral("more is left"));
}

} // namespace

class TestSealedStream : public QObject
{
    Q_OBJECT

private slots:
    void streamAndFileAreTheSameForm_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size :
             {qsizetype(0), qsizetype(1), chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17}) {
            QTest::newRow(qPrintable(QString::number(size))) << size;
        }
    }
    void streamAndFileAreTheSameForm()
    {
        QFETCH(qsizetype, size);
        const SecretKey key = keyOf(7);
        const QByteArray plain = plainOf(size);
        for (const qsizetype pieces : {qsizetype(1000), chunk, qsizetype(100'000)}) {
            const QByteArray sealed = sealedBy(key, plain, pieces);
            const auto whole = openFile(key, sealed);
            VERIFY_OK(whole);
            QCOMPARE(*whole, plain);
            const auto file = sealFile(key, plain);
            VERIFY_OK(file);
            QCOMPARE(file->size(), sealed.size());
            const auto read = openedBy(key, *file, size, pieces);
            VERIFY_OK(read);
            QCOMPARE(*read, plain);
        }
    }

    void whateverIsCutOffIsNoticed()
    {
        const SecretKey key = keyOf(7);
        const QByteArray sealed = sealedBy(key, plainOf(2 * chunk), chunk);
        for (const qsizetype size : {qsizetype(0), qsizetype(10), qsizetype(22), qsizetype(23),
                                     22 + chunk + 16, 22 + chunk + 17, sealed.size() - 1}) {
            VERIFY_FAILS(openedBy(key, sealed.first(size), 2 * chunk, chunk), ErrorCode::VaultFileDamaged);
        }
        VERIFY_FAILS(openedBy(key, sealed + 'x', 2 * chunk, chunk), ErrorCode::VaultFileDamaged);
        VERIFY_FAILS(openedBy(keyOf(8), sealed, 2 * chunk, chunk), ErrorCode::VaultFileDamaged);
    }

    void aByteThatWasChangedIsNoticed()
    {
        const SecretKey key = keyOf(7);
        const QByteArray sealed = sealedBy(key, plainOf(300), 300);
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            QByteArray changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            VERIFY_FAILS(openedBy(key, changed, 300, 300), ErrorCode::VaultFileDamaged);
        }
    }
};

QTEST_MAIN(TestSealedStream)
#include "tst_sealedstream.moc"
