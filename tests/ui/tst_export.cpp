// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "support/testsupport.h"
#include "ui/rates/ratesexport.h"
#include "workflow/intake.h"
#include "workflow/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::ui;

/// The supervisor's table as a file.
class ExportTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void endOfTheNameSaysTheFormat_data();
    void endOfTheNameSaysTheFormat();
    void tableNamesTheProceduresOfThePeriod();
    void otherEndsAndMissingFoldersAreErrors();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray written(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<workflow::Workspace> m_home;
    RatesQuestion m_question;
};

void ExportTest::initTestCase()
{
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    auto home = workflow::Workspace::create(path(QStringLiteral("home")), settings, m_clock);
    VERIFY_OK(home);
    m_home = std::move(*home);
    workflow::IntakeRequest request;
    request.procedureCode = QStringLiteral("1.001193");
    VERIFY_OK(workflow::Intake(*m_home).takeIn(request));
    const QDate today = m_clock.now().date();
    m_question = {today.addDays(-1), today.addDays(1), dossier::ReportBy::Procedure};
}

void ExportTest::endOfTheNameSaysTheFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("Excel") << QStringLiteral("a.xlsx") << QByteArray("PK");
    QTest::newRow("PDF") << QStringLiteral("b.PDF") << QByteArray("%PDF-");
    QTest::newRow("CSV") << QStringLiteral("c.csv") << QByteArray("\xEF\xBB\xBF");
}

void ExportTest::endOfTheNameSaysTheFormat()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begins);
    VERIFY_OK(exportRates(*m_home, m_question, path(name)));
    QVERIFY(written(name).startsWith(begins));
}

void ExportTest::tableNamesTheProceduresOfThePeriod()
{
    VERIFY_OK(exportRates(*m_home, m_question, path(QStringLiteral("now.csv"))));
    QVERIFY(QString::fromUtf8(written(QStringLiteral("now.csv"))).contains(QStringLiteral("khai sinh")));
    RatesQuestion before = m_question;
    before.from = before.from.addYears(-1);
    before.to = before.to.addYears(-1);
    VERIFY_OK(exportRates(*m_home, before, path(QStringLiteral("before.csv"))));
    QVERIFY(!QString::fromUtf8(written(QStringLiteral("before.csv"))).contains(QStringLiteral("khai sinh")));
}

void ExportTest::otherEndsAndMissingFoldersAreErrors()
{
    VERIFY_FAILS(exportRates(*m_home, m_question, path(QStringLiteral("a.docx"))),
                 ErrorCode::InvalidArgument);
    QVERIFY(!QFile::exists(path(QStringLiteral("a.docx"))));
    QFile inTheWay(path(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!exportRates(*m_home, m_question, path(QStringLiteral("file/a.csv"))));
}

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
