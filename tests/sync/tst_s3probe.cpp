// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// What sohoa-cli warehouse check finds: an honest server is called good, and each dishonesty is found as what
// it is.
#include "support/fakes3.h"
#include "support/testsupport.h"
#include "sync/s3/probe.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::sync;
using namespace sohoa::test;

namespace {

S3Access accessToFake()
{
    S3Access access;
    access.accessKey = QString::fromLatin1(FakeS3Store::accessKey);
    access.secretKey = QString::fromLatin1(FakeS3Store::secretKey);
    return access;
}

using Change = std::function<void(FakeS3Manners&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class S3ProbeTest : public QObject
{
    Q_OBJECT

private slots:
    void honestServerIsGood();
    void dishonestyIsFound_data();
    void dishonestyIsFound();
    void keyThatMayNotDeleteLeavesItsTraces();
    void foreignPrefixIsTried_data();
    void foreignPrefixIsTried();
    void serverThatDoesNotAnswerIsAnError();
    void everyWordIsThere();
};

void S3ProbeTest::honestServerIsGood()
{
    FakeS3Manners manners;
    manners.versioned = true;
    manners.objectLock = true;
    FakeS3 server(manners);
    int told = 0;
    const auto report = probeWarehouse(*parseWarehouseUrl(server.url()), accessToFake(), {}, {},
                                       [&told](const ProbeFinding&) { ++told; });
    VERIFY_OK(report);
    QVERIFY(report->usable());
    QCOMPARE(static_cast<std::size_t>(told), report->findings.size());
    for (const ProbeFinding& finding : report->findings) {
        const bool expected =
            finding.verdict == ProbeVerdict::Good ||
            finding.check == ProbeCheck::ConditionParts || // the fake ignores it, as Ceph 16.2
            finding.check == ProbeCheck::Deleting;
        QVERIFY2(expected,
                 qPrintable(wordOf(finding.check) + u' ' + wordOf(finding.seen) + u' ' + finding.detail));
    }
    QVERIFY(report->honestConditions());
    QVERIFY(report->left.empty());
    const auto [objects, uploads] =
        server.with([](FakeS3Store& store) { return std::pair(store.objects.size(), store.uploads.size()); });
    QCOMPARE(objects, std::size_t(0));
    QCOMPARE(uploads, std::size_t(0));
}

void S3ProbeTest::dishonestyIsFound_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ProbeCheck>("check");
    QTest::addColumn<ProbeVerdict>("verdict");
    QTest::addColumn<ProbeSeen>("seen");
    QTest::addColumn<bool>("usable");
    using Condition = FakeS3Manners::Condition;
    const auto row = [](const char* name, Change change, ProbeCheck check, ProbeVerdict verdict,
                        ProbeSeen seen,
                        bool usable) { QTest::newRow(name) << change << check << verdict << seen << usable; };
    row(
        "no signature checked", [](auto& m) { m.checksSignature = false; }, ProbeCheck::WrongSecret,
        ProbeVerdict::Bad, ProbeSeen::Accepted, false);
    row(
        "unsigned headers taken", [](auto& m) { m.checksSignature = false; }, ProbeCheck::UnsignedHeader,
        ProbeVerdict::Weak, ProbeSeen::Accepted, false);
    row(
        "no MD5 checked", [](auto& m) { m.checksMd5 = false; }, ProbeCheck::Md5, ProbeVerdict::Bad,
        ProbeSeen::Accepted, false);
    row(
        "no SHA-256 checked", [](auto& m) { m.checksSha256 = false; }, ProbeCheck::Sha256, ProbeVerdict::Bad,
        ProbeSeen::Accepted, false);
    row(
        "cut uploads kept", [](auto& m) { m.keepsCutUploads = true; }, ProbeCheck::CutUpload,
        ProbeVerdict::Bad, ProbeSeen::Stored, false);
    row(
        "no ListParts", [](auto& m) { m.listsParts = false; }, ProbeCheck::Multipart, ProbeVerdict::Unknown,
        ProbeSeen::Failed, false);
    row(
        "parts forgotten", [](auto& m) { m.forgetsUploads = true; }, ProbeCheck::Multipart, ProbeVerdict::Bad,
        ProbeSeen::Different, false);
    row(
        "start-after ignored", [](auto& m) { m.startAfter = false; }, ProbeCheck::Listing, ProbeVerdict::Bad,
        ProbeSeen::Different, false);
    row(
        "conditions ignored", [](auto& m) { m.ifNoneMatch = Condition::Ignored; }, ProbeCheck::Condition,
        ProbeVerdict::Weak, ProbeSeen::Ignored, true);
    row(
        "conditions not there", [](auto& m) { m.ifNoneMatch = Condition::NotImplemented; },
        ProbeCheck::Condition, ProbeVerdict::Weak, ProbeSeen::NotImplemented, true);
    row(
        "403 for the missing", [](auto& m) { m.missingIs403 = true; }, ProbeCheck::MissingObject,
        ProbeVerdict::Weak, ProbeSeen::Forbidden, true);
    row(
        "clock an hour ahead", [](auto& m) { m.clockAhead = 3600; }, ProbeCheck::Clock, ProbeVerdict::Weak,
        ProbeSeen::Corrected, true);
    row(
        "no versions", [](auto&) {}, ProbeCheck::Versioning, ProbeVerdict::Weak, ProbeSeen::Off, true);
    row(
        "no locks", [](auto&) {}, ProbeCheck::ObjectLock, ProbeVerdict::Weak, ProbeSeen::Off, true);
}

void S3ProbeTest::dishonestyIsFound()
{
    QFETCH(const Change, change);
    QFETCH(const ProbeCheck, check);
    QFETCH(const ProbeVerdict, verdict);
    QFETCH(const ProbeSeen, seen);
    QFETCH(const bool, usable);
    FakeS3Manners manners;
    change(manners);
    FakeS3 server(manners);
    const auto report = probeWarehouse(*parseWarehouseUrl(server.url()), accessToFake(), {}, {}, {});
    VERIFY_OK(report);
    const auto finding = std::find_if(report->findings.begin(), report->findings.end(),
                                      [check](const ProbeFinding& one) { return one.check == check; });
    QVERIFY(finding != report->findings.end());
    QVERIFY2(finding->verdict == verdict && finding->seen == seen,
             qPrintable(wordOf(finding->verdict) + u' ' + wordOf(finding->seen) + u' ' + finding->detail));
    QCOMPARE(report->usable(), usable);
    QCOMPARE(report->honestConditions(), manners.ifNoneMatch == FakeS3Manners::Condition::Honoured);
}

void S3ProbeTest::keyThatMayNotDeleteLeavesItsTraces()
{
    FakeS3Manners manners;
    manners.mayDelete = false;
    FakeS3 server(manners);
    const auto report = probeWarehouse(*parseWarehouseUrl(server.url() + QStringLiteral("/tỉnh")),
                                       accessToFake(), {QStringLiteral("thử"), {}}, {}, {});
    VERIFY_OK(report);
    QVERIFY(report->usable());
    QVERIFY(report->findings.back().check == ProbeCheck::Deleting);
    QVERIFY(report->findings.back().seen == ProbeSeen::Refused);
    QVERIFY(!report->left.empty());
    server.with([&report](FakeS3Store& store) {
        for (const auto& [key, object] : store.objects) {
            QVERIFY2(key.startsWith("tỉnh/thử/"), key.constData());
            QVERIFY(std::find(report->left.begin(), report->left.end(), QString::fromUtf8(key)) !=
                    report->left.end());
        }
    });
}

void S3ProbeTest::foreignPrefixIsTried_data()
{
    QTest::addColumn<bool>("limited");
    QTest::newRow("limited") << true;
    QTest::newRow("not limited") << false;
}

void S3ProbeTest::foreignPrefixIsTried()
{
    QFETCH(const bool, limited);
    FakeS3Manners manners;
    manners.onlyPrefix = limited ? "own/" : "";
    FakeS3 server(manners);
    const auto report = probeWarehouse(*parseWarehouseUrl(server.url()), accessToFake(),
                                       {QStringLiteral("own"), QStringLiteral("other")}, {}, {});
    VERIFY_OK(report);
    QCOMPARE(report->usable(), limited);
    const bool found =
        std::any_of(report->findings.begin(), report->findings.end(), [limited](const ProbeFinding& finding) {
            return finding.check == ProbeCheck::ForeignPrefix &&
                   finding.seen == (limited ? ProbeSeen::Refused : ProbeSeen::Accepted);
        });
    QVERIFY(found);
}

void S3ProbeTest::serverThatDoesNotAnswerIsAnError()
{
    FakeS3 server;
    const WarehouseAddress address = *parseWarehouseUrl(server.url());
    S3Access wrong = accessToFake();
    wrong.accessKey = QStringLiteral("nobody");
    VERIFY_FAILS(probeWarehouse(address, wrong, {}, {}, {}), ErrorCode::WarehouseKeyRefused);
    VERIFY_FAILS(probeWarehouse(address, {}, {}, {}, {}), ErrorCode::WarehouseKeyRefused);
    VERIFY_FAILS(probeWarehouse(address, accessToFake(), {QStringLiteral("../x"), {}}, {}, {}),
                 ErrorCode::InvalidArgument);
    server.failAll(S3Fault::Portal);
    VERIFY_FAILS(probeWarehouse(address, accessToFake(), {}, {}, {}), ErrorCode::NetworkIntercepted);
}

void S3ProbeTest::everyWordIsThere()
{
    for (int check = 0; check <= static_cast<int>(ProbeCheck::Deleting); ++check) {
        QVERIFY(!wordOf(static_cast<ProbeCheck>(check)).isEmpty());
    }
    for (int seen = 0; seen <= static_cast<int>(ProbeSeen::Failed); ++seen) {
        QVERIFY(!wordOf(static_cast<ProbeSeen>(seen)).isEmpty());
    }
}

QTEST_GUILESS_MAIN(S3ProbeTest)
#include "tst_s3probe.moc"
