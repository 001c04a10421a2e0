// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/httpreader.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;

class HttpReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void bodySurvivesEverySplit_data();
    void bodySurvivesEverySplit();
    void endBeforeTheBodyIsNotWhole_data();
    void endBeforeTheBodyIsNotWhole();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void errorOfTheSinkEndsTheReading();
};

void HttpReaderTest::bodySurvivesEverySplit_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab\ncd")
                            << QByteArray("ab\ncd");
    QTest::newRow("none") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << QByteArray();
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                          "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: t\r\n\r\n")
                            << QByteArray("abc0123456789");
    QTest::newRow("to the end") << QByteArray("HTTP/1.0 200 OK\r\nServer: x\r\n\r\nall the rest")
                                << QByteArray("all the rest");
    QTest::newRow("continue") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"
                                            "content-length:  2\r\n\r\nok")
                              << QByteArray("ok");
    QTest::newRow("bare line feeds") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 2\n\nok")
                                     << QByteArray("ok");
}

void HttpReaderTest::bodySurvivesEverySplit()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, body);
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        QByteArray got;
        HttpReader reader([&got](QByteArrayView bytes) {
            got.append(bytes);
            return Status();
        });
        VERIFY_OK(reader.feed(stream.first(cut)));
        VERIFY_OK(reader.feed(stream.sliced(cut)));
        QVERIFY(reader.close());
        QCOMPARE(reader.head().status, 200);
        QCOMPARE(got, body);
        QCOMPARE(reader.bodyBytes(), body.size());
    }
}

void HttpReaderTest::endBeforeTheBodyIsNotWhole_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcd");
    QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
    QTest::newRow("last chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
}

void HttpReaderTest::endBeforeTheBodyIsNotWhole()
{
    QFETCH(QByteArray, stream);
    HttpReader reader({});
    VERIFY_OK(reader.feed(stream));
    QVERIFY(!reader.isWhole());
    QVERIFY(!reader.close());
}

void HttpReaderTest::nonsenseIsRefused_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("other protocol") << QByteArray("SSH-2.0-OpenSSH_9\r\n\r\n");
    QTest::newRow("status") << QByteArray("HTTP/1.1 2000 OK\r\n\r\n");
    QTest::newRow("two lengths") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
    QTest::newRow("huge length") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n");
    QTest::newRow("packed") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    QTest::newRow("unknown coding") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");
    QTest::newRow("chunk without size")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("chunk too large") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffff\r\n");
    QTest::newRow("chunk longer than said")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n");
    QTest::newRow("endless head") << "HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(20000);
    QTest::newRow("endless chunk line")
        << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;" + QByteArray(10000, 'x');
}

void HttpReaderTest::nonsenseIsRefused()
{
    QFETCH(QByteArray, stream);
    HttpReader reader({});
    VERIFY_FAILS(reader.feed(stream), ErrorCode::ScannerFailed);
}

void HttpReaderTest::errorOfTheSinkEndsTheReading()
{
    HttpReader reader([](QByteArrayView) -> Status { return failure(ErrorCode::DiskFull); });
    VERIFY_FAILS(reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde"), ErrorCode::DiskFull);
}

QTEST_GUILESS_MAIN(HttpReaderTest)
#include "tst_httpreader.moc"
