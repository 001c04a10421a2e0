// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "score.h"
#include "support/testsupport.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;

/// The bars for the product, on pages made for this test: no page here was ever looked at while writing the
/// code.
class TestAccuracy : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<test::ScoredPage> m_pages;
    test::Score m_score;

private slots:
    void initTestCase()
    {
        const QString script = test::sourcePath(QStringLiteral("resources/samples/generator/make-pages"));
        QProcess maker;
        maker.start(QStringLiteral("/usr/bin/python3"),
                    {script, QStringLiteral("--seed"), QStringLiteral("90210"), QStringLiteral("--count"),
                     QStringLiteral("50"), QStringLiteral("--out"), m_folder.path()});
        const bool ended = maker.waitForFinished(400'000);
        const QByteArray complaint = maker.readAllStandardError();
        if (!ended && maker.error() == QProcess::FailedToStart) {
            QSKIP("needs Python 3 to make its pages");
        }
        if (complaint.contains("No module named")) {
            QSKIP("needs Pillow and numpy for Python 3 to make its pages");
        }
        QVERIFY2(ended && maker.exitCode() == 0, complaint.constData());
        m_pages = test::examineFolder(m_folder.path());
        m_score = test::scoreOf(m_pages);
        QCOMPARE(m_score.pages, 50);
    }

    void noContentIsCalledBlank() { QCOMPARE(m_score.contentLost, 0); }

    void nearlyAllBlankPagesAreFound()
    {
        QVERIFY(m_score.blanks >= 5);
        QVERIFY2(m_score.blanks - m_score.blanksFound <= 1, qPrintable(QString::number(m_score.blanksFound)));
    }

    void skewIsFoundToHundredths()
    {
        QVERIFY2(m_score.skewMedian <= 0.03, qPrintable(QString::number(m_score.skewMedian)));
        QVERIFY2(m_score.skewWithinTenth >= 0.92, qPrintable(QString::number(m_score.skewWithinTenth)));
        QCOMPARE(m_score.skewMadeWorse, 0);
    }

    void noPageIsTurnedWrongly() { QCOMPARE(m_score.turnWrong, 0); }

    void mostPagesOfTextAreTurnedRight()
    {
        QVERIFY(m_score.turnScored >= 30);
        QVERIFY2(m_score.turnRight >= m_score.turnScored * 66 / 70,
                 qPrintable(QStringLiteral("%1 of %2").arg(m_score.turnRight).arg(m_score.turnScored)));
    }

    void sheetsAreOutlined()
    {
        QVERIFY(m_score.quads >= 8);
        QVERIFY2(m_score.quadAbove98 >= 0.9, qPrintable(QString::number(m_score.quadAbove98)));
        QCOMPARE(m_score.quadsInvented, 0);
    }
};

QTEST_MAIN(TestAccuracy)
#include "tst_accuracy.moc"
