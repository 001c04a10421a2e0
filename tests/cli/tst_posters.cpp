// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa::test;

class TestPosters : public QObject
{
    Q_OBJECT

private slots:
    void theCodeOpensTheProceduresPageOnThePortal_data()
    {
        QTest::addColumn<QString>("procedure");
        QTest::addColumn<QString>("begins");
        QTest::newRow("on the portal")
            << QStringLiteral("1.001193") << QStringLiteral("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/");
        QTest::newRow("not there") << QStringLiteral("3.000722") << QStringLiteral("3.000722");
    }
    void theCodeOpensTheProceduresPageOnThePortal()
    {
        QFETCH(QString, procedure);
        QFETCH(QString, begins);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("áp phích.pdf"));
        const Run made = runCli({QStringLiteral("poster"), QStringLiteral("--procedure"), procedure,
                                 QStringLiteral("--output"), file});
        QVERIFY2(made.exit == 0, made.all().constData());
        const Run read = runCli({QStringLiteral("inspect"), QStringLiteral("--json"), file});
        QVERIFY2(read.exit == 0, read.all().constData());
        const auto lines = read.objects();
        QCOMPARE(lines.size(), std::size_t(1));
        const QJsonArray codes = lines.front()[QLatin1String("codes")].toArray();
        QVERIFY(!codes.isEmpty()); // the same in several corners
        for (const QJsonValue& code : codes) {
            const QString text = code.toObject()[QLatin1String("text")].toString();
            QVERIFY2(text.startsWith(begins), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestPosters)
#include "tst_posters.moc"
