// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "support/testsupport.h"

#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa::test;

/// Separator sheets as they are printed, and what other programs' rules do in `batch`.
class TestSeparators : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_dossier;

    [[nodiscard]] Run run(const QString& home, const QStringList& arguments,
                          const QByteArray& input = {}) const
    {
        return runCli(arguments + QStringList{QStringLiteral("--json"), QStringLiteral("--home"),
                                              m_folder.filePath(home)},
                      {}, input);
    }

    void makeHome(const QString& home) const
    {
        const Run made =
            run(home, {QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("H56.14"),
                       QStringLiteral("--unit-name"), QStringLiteral("Xã Thử Nghiệm")});
        QVERIFY2(made.exit == 0, made.all().constData());
    }

    /// Prints the sheets of the dossier. @return the texts of the codes of each page
    std::vector<QStringList> print(const QStringList& more)
    {
        const QString file = m_folder.filePath(QStringLiteral("tờ ngăn.pdf"));
        const Run printed =
            run(QStringLiteral("a"), QStringList{QStringLiteral("separators"), QStringLiteral("--dossier"),
                                                 m_dossier, QStringLiteral("--output"), file} +
                                         more);
        std::vector<QStringList> pages;
        const Run read = run(QStringLiteral("a"), {QStringLiteral("inspect"), file});
        if (printed.exit != 0 || read.exit != 0) {
            qWarning("%s%s", printed.all().constData(), read.all().constData());
            return pages;
        }
        for (const QJsonObject& line : read.objects()) {
            QStringList texts;
            const QJsonArray codes = line[QLatin1String("codes")].toArray();
            for (const QJsonValue& code : codes) {
                texts += code[QLatin1String("text")].toString();
            }
            pages.push_back(texts);
        }
        return pages;
    }

private slots:
    void initTestCase()
    {
        makeHome(QStringLiteral("a"));
        const Run made =
            run(QStringLiteral("a"),
                {QStringLiteral("digitize"), QStringLiteral("--procedure"), QStringLiteral("1.001193"),
                 sourcePath(QStringLiteral("resources/samples/papers/p003.jpg"))});
        for (const QJsonObject& line : made.objects()) {
            if (line.contains(QLatin1String("dossier"))) {
                m_dossier = line[QLatin1String("dossier")].toString();
            }
        }
        QVERIFY2(!m_dossier.isEmpty(), made.all().constData());
    }

    void bothSidesCarryTheirCodeInTheMiddleAndInFourCorners()
    {
        const std::vector<QStringList> pages = print({QStringLiteral("--sides"), QStringLiteral("9")});
        QVERIFY(pages.size() >= 4 && pages.size() % 2 == 0);
        const QString series = QString::number(pages.size() / 2);
        QSet<QString> all;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QCOMPARE(pages[i].size(), 5);
            QCOMPARE(QSet<QString>(pages[i].begin(), pages[i].end()).size(), 1);
            const QStringList parts = pages[i].front().split(u':');
            QCOMPARE(parts.size(), 11);
            QCOMPARE(parts[2], m_dossier);
            QCOMPARE(parts[4], i < 2 ? QStringLiteral("9") : QStringLiteral("0"));
            QCOMPARE(parts[5], QString::number(i / 2 + 1));
            QCOMPARE(parts[6], series);
            QCOMPARE(parts[7], i % 2 == 0 ? QStringLiteral("F") : QStringLiteral("B"));
            all += pages[i].front();
        }
        QCOMPARE(all.size(), static_cast<qsizetype>(pages.size()));
        QCOMPARE(print({QStringLiteral("--fronts-only")}).size(), pages.size() / 2);
    }

    void theKeyIsCarriedToAnotherWorkstation()
    {
        makeHome(QStringLiteral("b"));
        const auto keyOf = [this](const QString& home) {
            const auto lines = run(home, {QStringLiteral("separators"), QStringLiteral("--key")}).objects();
            return lines.empty() ? QString() : lines.front()[QLatin1String("sheetKey")].toString();
        };
        const QString key = keyOf(QStringLiteral("a"));
        QVERIFY(!key.isEmpty());
        QVERIFY(keyOf(QStringLiteral("b")) != key);
        const QStringList enter = {QStringLiteral("separators"), QStringLiteral("--enter-key")};
        QCOMPARE(run(QStringLiteral("b"), enter, "mistyped\n").exit, 3);
        const Run entered = run(QStringLiteral("b"), enter, key.toLower().toUtf8() + '\n');
        QVERIFY2(entered.exit == 0, entered.all().constData());
        QCOMPARE(keyOf(QStringLiteral("b")), key);
    }

    void wrongNumbersAreWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString page = sourcePath(QStringLiteral("resources/samples/papers/p003.jpg"));
        QTest::newRow("every 0") << QStringList{QStringLiteral("batch"), QStringLiteral("--every"),
                                                QStringLiteral("0"), page};
        QTest::newRow("separators x") << QStringList{QStringLiteral("batch"), QStringLiteral("--separators"),
                                                     QStringLiteral("x"), page};
        QTest::newRow("sides of nothing")
            << QStringList{QStringLiteral("separators"), QStringLiteral("--dossier"), QStringLiteral("D"),
                           QStringLiteral("--sides"), QStringLiteral("=3")};
    }
    void wrongNumbersAreWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(QStringLiteral("a"), arguments).exit, 2);
    }

    void batchCountsSeparatorsAndPutsPagesIntoTheDossierNamed()
    {
        const Run batch =
            run(QStringLiteral("a"), {QStringLiteral("batch"), QStringLiteral("--dossier"), m_dossier,
                                      QStringLiteral("--separators"), QStringLiteral("1"),
                                      sourcePath(QStringLiteral("resources/samples/papers/p006.jpg"))});
        QCOMPARE(batch.exit, 1); // the sheet that was expected did not come
        int papers = 0;
        for (const QJsonObject& line : batch.objects()) {
            papers += line.contains(QLatin1String("paper")) ? 1 : 0;
        }
        QVERIFY2(papers == 1, batch.all().constData());
    }
};

QTEST_GUILESS_MAIN(TestSeparators)
#include "tst_separators.moc"
