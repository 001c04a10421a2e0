// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/catalogue.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

QStringList codesOf(const std::vector<Procedure>& procedures)
{
    QStringList codes;
    for (const Procedure& procedure : procedures) {
        codes += procedure.code;
    }
    return codes;
}

QByteArray fileWith(const QByteArray& procedures)
{
    return R"({"schema_version":1,"version":"t","published":"2026-01-01","procedures":[)" + procedures + "]}";
}

const QByteArray plain = R"({"code":"1.000001","name_vi":"A","time_limit_days":null,"time_limit_unit":null})";

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void starterCatalogueHoldsSeventySevenProcedures()
    {
        const Catalogue& catalogue = Catalogue::builtIn();
        QCOMPARE(catalogue.procedures().size(), std::size_t(77));
        QVERIFY(!catalogue.version().isEmpty());
        QVERIFY(catalogue.published().isValid());
    }

    void procedureKnowsItsPageOnTheNationalPortal()
    {
        const auto birth = Catalogue::builtIn().find(QStringLiteral("1.001193"));
        VERIFY_OK(birth);
        QVERIFY(birth->portalUrl.startsWith(QStringLiteral("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/")));
        QVERIFY(birth->source.contains(birth->portalUrl));
        // One that was taken from a notice board has none, and nothing is made up.
        const auto posted = Catalogue::builtIn().find(QStringLiteral("3.000722"));
        VERIFY_OK(posted);
        QVERIFY(!posted->source.isEmpty());
        QCOMPARE(posted->portalUrl, QString());
    }

    void onlyThePortalsAddressesArePrintedForCitizens_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("url");
        const QString page = QStringLiteral("https://dichvucong.gov.vn/thu-tuc/1?ma=2");
        QTest::newRow("in a sentence")
            << QByteArray("Cổng, https://dichvucong.gov.vn/thu-tuc/1?ma=2; bản chụp") << page;
        QTest::newRow("at its end") << QByteArray("Xem https://dichvucong.gov.vn/thu-tuc/1?ma=2.") << page;
        QTest::newRow("of a province") << QByteArray("https://hanoi.dichvucong.gov.vn/x")
                                       << QStringLiteral("https://hanoi.dichvucong.gov.vn/x");
        QTest::newRow("without encryption") << QByteArray("http://dichvucong.gov.vn/x") << QString();
        QTest::newRow("a likeness") << QByteArray("https://dichvucong.gov.vn.example/x") << QString();
        QTest::newRow("another likeness") << QByteArray("https://xdichvucong.gov.vn/x") << QString();
        QTest::newRow("none") << QByteArray("bản niêm yết") << QString();
    }
    void onlyThePortalsAddressesArePrintedForCitizens()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, url);
        QByteArray procedure = plain;
        procedure.chop(1);
        const auto catalogue = Catalogue::fromJson(fileWith(procedure + ",\"source\":\"" + source + "\"}"));
        VERIFY_OK(catalogue);
        QCOMPARE(catalogue->procedures().front().portalUrl, url);
    }

    void procedureIsFoundByAnyFormOfItsCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("two groups") << QStringLiteral("1.001193");
        QTest::newRow("whole") << QStringLiteral("1.001193.000.00.00.H55");
        QTest::newRow("case") << QStringLiteral("1.001193.02");
    }
    void procedureIsFoundByAnyFormOfItsCode()
    {
        QFETCH(QString, code);
        const auto found = Catalogue::builtIn().find(code);
        VERIFY_OK(found);
        QCOMPARE(found->code, QStringLiteral("1.001193"));
        QCOMPARE(found->name, QStringLiteral("Đăng ký khai sinh"));
        QCOMPARE(found->limit.sameDayBeforeHour, std::optional(15));
        QVERIFY(found->givesResult());
    }

    void dutiesComeFromKindAndChannel()
    {
        const auto found = Catalogue::builtIn().find(QStringLiteral("1.001193"));
        VERIFY_OK(found);
        const auto& components = found->components;
        QCOMPARE(components.size(), std::size_t(8));
        QCOMPARE(components[0].number, 1);
        QVERIFY(components[0].duty == Duty::Scan);
        QCOMPARE(components[0].online, std::optional(false));
        QVERIFY(components[1].duty == Duty::EForm);
        QCOMPARE(components[1].online, std::optional(true));
        QVERIFY(components[2].duty == Duty::Scan);
        QVERIFY(!components[2].online);
        QVERIFY(components[6].duty == Duty::ShownOnly);
        QCOMPARE(components[7].number, 8);
    }

    void everySameDayNoteHasItsHour()
    {
        int same = 0;
        for (const Procedure& procedure : Catalogue::builtIn().procedures()) {
            const bool noted = procedure.limit.note.contains(QStringLiteral("sau 15 giờ"));
            QCOMPARE(procedure.limit.sameDayBeforeHour, noted ? std::optional(15) : std::nullopt);
            same += noted ? 1 : 0;
        }
        QCOMPARE(same, 9);
    }

    void limitWithoutANumberStaysEmpty()
    {
        const auto found = Catalogue::builtIn().find(QStringLiteral("2.002913"));
        VERIFY_OK(found);
        QVERIFY(!found->limit.amount);
        QVERIFY(!found->limit.note.isEmpty());
    }

    void retiredProcedureIsFoundWithItsSuccessor()
    {
        const Catalogue& catalogue = Catalogue::builtIn();
        const auto found = catalogue.find(QStringLiteral("2.001023"));
        VERIFY_OK(found);
        QVERIFY(found->repealed);
        QCOMPARE(found->replacedBy, QStringLiteral("3.000722"));
        VERIFY_OK(catalogue.find(found->replacedBy));
        const auto asNew = catalogue.findForNew(QStringLiteral("2.001023"), QDate(2026, 11, 20));
        VERIFY_FAILS(asNew, ErrorCode::ProcedureRetired);
        QCOMPARE(asNew.error().detail, QStringLiteral("3.000722"));
    }

    void validityDatesDecideAboutNewDossiers()
    {
        const auto read = Catalogue::fromJson(fileWith(
            R"({"code":"1.000001","name_vi":"A","valid_from":"2026-01-10","valid_to":"2026-01-20"})"));
        VERIFY_OK(read);
        const QString code = QStringLiteral("1.000001");
        VERIFY_FAILS(read->findForNew(code, QDate(2026, 1, 9)), ErrorCode::ProcedureRetired);
        VERIFY_OK(read->findForNew(code, QDate(2026, 1, 10)));
        VERIFY_OK(read->findForNew(code, QDate(2026, 1, 20)));
        VERIFY_FAILS(read->findForNew(code, QDate(2026, 1, 21)), ErrorCode::ProcedureRetired);
    }

    void unknownCodeIsUnknown()
    {
        VERIFY_FAILS(Catalogue::builtIn().find(QStringLiteral("9.999999")), ErrorCode::ProcedureUnknown);
        VERIFY_FAILS(Catalogue::builtIn().find(QStringLiteral("khai sinh")), ErrorCode::ProcedureUnknown);
    }

    void fewLettersFindTheProcedureFirst_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("no tone marks") << QStringLiteral("dang ky khai sinh") << QStringLiteral("1.001193");
        QTest::newRow("tone marks") << QStringLiteral("Đăng ký khai tử") << QStringLiteral("1.000656");
        QTest::newRow("beginnings") << QStringLiteral("dang ky khai si") << QStringLiteral("1.001193");
        QTest::newRow("initials") << QStringLiteral("dkks") << QStringLiteral("1.001193");
        QTest::newRow("whole code") << QStringLiteral("2.000815") << QStringLiteral("2.000815");
        QTest::newRow("code with tail")
            << QStringLiteral("2.000815.000.00.00.H24") << QStringLiteral("2.000815");
        QTest::newRow("end of a code") << QStringLiteral("1193") << QStringLiteral("1.001193");
        QTest::newRow("decomposed")
            << QStringLiteral("đăng ký kết hôn").normalized(QString::NormalizationForm_D)
            << QStringLiteral("1.000894");
    }
    void fewLettersFindTheProcedureFirst()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QCOMPARE(codesOf(Catalogue::builtIn().search(text)).value(0), first);
    }

    void wordsMatchInAnyOrderFromTheirBeginning()
    {
        const QStringList found = codesOf(Catalogue::builtIn().search(QStringLiteral("sinh dang"), 100));
        QVERIFY(found.contains(QStringLiteral("1.001193")));
        // "inh" is inside words, never their beginning.
        QVERIFY(Catalogue::builtIn().search(QStringLiteral("inh khai")).empty());
    }

    void retiredProceduresComeAfterThoseInForce()
    {
        const auto found = Catalogue::builtIn().search(QStringLiteral("lien thong"), 100);
        bool retiredSeen = false;
        for (const Procedure& procedure : found) {
            QVERIFY2(procedure.repealed || !retiredSeen, qPrintable(procedure.code));
            retiredSeen |= procedure.repealed;
        }
        QVERIFY(retiredSeen);
    }

    void nothingIsFoundForNothing()
    {
        QVERIFY(Catalogue::builtIn().search(QString()).empty());
        QVERIFY(Catalogue::builtIn().search(QStringLiteral("  .. ")).empty());
        QVERIFY(Catalogue::builtIn().search(QStringLiteral("xyzzy")).empty());
        QCOMPARE(Catalogue::builtIn().search(QStringLiteral("dang ky"), 3).size(), std::size_t(3));
    }

    void whatIsNotUnderstoodIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("procedures");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("other schema")
            << QByteArray(R"({"schema_version":2,"version":"t","published":"2026-01-01","procedures":[]})");
        QTest::newRow("no version") << QByteArray(R"({"schema_version":1,"procedures":[]})");
        QTest::newRow("no procedures") << fileWith({});
        QTest::newRow("twice") << fileWith(plain + ',' + plain);
        QTest::newRow("bad code") << fileWith(R"({"code":"x","name_vi":"A"})");
        QTest::newRow("no name") << fileWith(R"({"code":"1.000001"})");
        QTest::newRow("unit") << fileWith(R"({"code":"1.000001","name_vi":"A","time_limit_unit":"week"})");
        QTest::newRow("negative") << fileWith(
            R"({"code":"1.000001","name_vi":"A","time_limit_unit":"working_day","time_limit_days":-1})");
        const auto with = [](const char* members) {
            return fileWith(QByteArray(R"({"code":"1.000001","name_vi":"A",)") + members + '}');
        };
        QTest::newRow("longer than ten years")
            << with(R"("time_limit_unit":"working_day","time_limit_days":3651)");
        QTest::newRow("beyond int") << with(R"("time_limit_unit":"hour","time_limit_days":1e300)");
        QTest::newRow("fraction") << with(R"("time_limit_unit":"working_day","time_limit_days":1.5)");
        QTest::newRow("amount as text") << with(R"("time_limit_unit":"working_day","time_limit_days":"5")");
        QTest::newRow("hour 24") << with(R"("same_day_before_hour":24)");
        QTest::newRow("negative hour") << with(R"("same_day_before_hour":-1)");
        QTest::newRow("hour as text") << with(R"("same_day_before_hour":"15")");
        QTest::newRow("day first") << with(R"("valid_from":"01/07/2026")");
        QTest::newRow("no such day") << with(R"("valid_to":"2026-02-30")");
        QTest::newRow("date as number") << with(R"("valid_to":20260228)");
        QTest::newRow("status") << with(R"("status":"asleep")");
        QTest::newRow("kind") << fileWith(
            R"({"code":"1.000001","name_vi":"A","components":[{"name_vi":"B","kind":"x"}]})");
        QTest::newRow("channel") << fileWith(
            R"({"code":"1.000001","name_vi":"A","components":[{"name_vi":"B","kind":"nop","channel":"fax"}]})");
        QTest::newRow("duty") << fileWith(
            R"({"code":"1.000001","name_vi":"A","components":[{"name_vi":"B","kind":"nop","duty":"x"}]})");
    }
    void whatIsNotUnderstoodIsRefused()
    {
        QFETCH(QByteArray, json);
        VERIFY_FAILS(Catalogue::fromJson(json), ErrorCode::CatalogueInvalid);
        VERIFY_OK(Catalogue::fromJson(fileWith(plain)));
    }

    void dutyInTheFileBeatsKind()
    {
        const auto read = Catalogue::fromJson(fileWith(
            R"({"code":"1.000001","name_vi":"A","components":[{"name_vi":"B","kind":"nop","duty":"photocopy"}]})"));
        VERIFY_OK(read);
        QVERIFY(read->procedures().front().components.front().duty == Duty::Photocopy);
    }

    void limitsUpToTheirBoundsAreTaken()
    {
        const auto read = Catalogue::fromJson(
            fileWith(R"({"code":"1.000001","name_vi":"A","time_limit_unit":"calendar_day","status":"active",
                        "time_limit_days":3650,"same_day_before_hour":23,"valid_from":"","valid_to":null})"));
        VERIFY_OK(read);
        QCOMPARE(read->procedures().front().limit.amount, std::optional(3650));
        QCOMPARE(read->procedures().front().limit.sameDayBeforeHour, std::optional(23));
    }

    void amountWithoutUnitIsNoLimit()
    {
        const auto read =
            Catalogue::fromJson(fileWith(R"({"code":"1.000001","name_vi":"A","time_limit_days":5})"));
        VERIFY_OK(read);
        QVERIFY(!read->procedures().front().limit.amount);
    }
};

QTEST_APPLESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
