// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/allscanners.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::capture;

namespace {

class Listed final : public Scanner
{
public:
    explicit Listed(Result<std::vector<ScannerInfo>> found, int pages)
        : m_found(std::move(found))
        , m_pages(pages)
    {
    }
    Result<std::vector<ScannerInfo>> list(const StopToken&) override { return m_found; }
    Result<ScanSummary> scan(const ScanSettings&, const PageSink&, const StopToken&) override
    {
        return ScanSummary{m_pages, ScanEnd::OutOfPaper};
    }
    Status waitForPaper(const QString&, PaperWait, const StopToken&) override
    {
        return m_pages == 2 ? Status() : failure(ErrorCode::ScannerCannot);
    }

private:
    Result<std::vector<ScannerInfo>> m_found;
    int m_pages;
};

ScannerInfo info(const char* id, const char* name)
{
    ScannerInfo info;
    info.id = QString::fromLatin1(id);
    info.name = QString::fromLatin1(name);
    return info;
}

AllScanners with(Result<std::vector<ScannerInfo>> drivers, Result<std::vector<ScannerInfo>> network)
{
    return {std::make_unique<Listed>(std::move(drivers), 1), std::make_unique<Listed>(std::move(network), 2)};
}

QStringList idsOf(const Result<std::vector<ScannerInfo>>& scanners)
{
    QStringList ids;
    for (const ScannerInfo& scanner : scanners.value()) {
        ids += scanner.id;
    }
    return ids;
}

const ScannerInfo usb = info("fujitsu:fi-7160:1", "Fujitsu fi-7160");
const ScannerInfo direct = info("escl+http://10.0.0.7/eSCL", "HP LaserJet 400");

} // namespace

class AllScannersTest : public QObject
{
    Q_OBJECT

private slots:
    void devicesReachedTwiceAreListedOnce();
    void whatOneCannotDoHidesNothingOfTheOther();
    void eachIdGoesToItsOwner();
    void systemWithoutDriversHasTheNetwork();
};

void AllScannersTest::devicesReachedTwiceAreListedOnce()
{
    const std::vector<ScannerInfo> drivers = {usb, info("airscan:e0:HP LaserJet 400", "eSCL HP LaserJet 400"),
                                              info("escl:http://10.0.0.7:80", "HP something"),
                                              info("airscan:w1:Canon", "WSD Canon")};
    QCOMPARE(idsOf(with(drivers, std::vector{direct}).list({})),
             (QStringList{direct.id, usb.id, QStringLiteral("airscan:w1:Canon")}));
    // An address that only begins or ends alike is another device.
    for (const char* other : {"escl:http://10.0.0.77:80", "escl:http://110.0.0.7:80"}) {
        QCOMPARE(idsOf(with(std::vector{info(other, "Epson")}, std::vector{direct}).list({})),
                 (QStringList{direct.id, QString::fromLatin1(other)}));
    }
}

void AllScannersTest::whatOneCannotDoHidesNothingOfTheOther()
{
    const auto broken = [](ErrorCode code) { return Result<std::vector<ScannerInfo>>(failure(code)); };
    const std::vector<ScannerInfo> none;
    QCOMPARE(idsOf(with(broken(ErrorCode::ScannerFailed), std::vector{direct}).list({})),
             QStringList{direct.id});
    QCOMPARE(idsOf(with(std::vector{usb}, broken(ErrorCode::ScannerLost)).list({})), QStringList{usb.id});
    VERIFY_FAILS(with(broken(ErrorCode::ScannerFailed), none).list({}), ErrorCode::ScannerFailed);
    VERIFY_FAILS(with(none, broken(ErrorCode::ScannerLost)).list({}), ErrorCode::ScannerLost);
    QVERIFY(with(none, none).list({})->empty());
    StopSource stop;
    stop.request_stop();
    VERIFY_FAILS(with(none, none).list(stop.get_token()), ErrorCode::Cancelled);
}

void AllScannersTest::eachIdGoesToItsOwner()
{
    AllScanners all = with(std::vector{usb}, std::vector{direct});
    ScanSettings settings;
    settings.scannerId = usb.id;
    QCOMPARE(all.scan(settings, {}, {})->pages, 1);
    settings.scannerId = direct.id;
    QCOMPARE(all.scan(settings, {}, {})->pages, 2);
    VERIFY_OK(all.waitForPaper(direct.id, PaperWait::There, {}));
    // SANE's own driver of nearly the same name.
    settings.scannerId = QStringLiteral("escl:http://10.0.0.7:80");
    QCOMPARE(all.scan(settings, {}, {})->pages, 1);
}

void AllScannersTest::systemWithoutDriversHasTheNetwork()
{
    AllScanners all(nullptr, std::make_unique<Listed>(std::vector{direct}, 2));
    QCOMPARE(idsOf(all.list({})), QStringList{direct.id});
    ScanSettings settings;
    settings.scannerId = usb.id;
    VERIFY_FAILS(all.scan(settings, {}, {}), ErrorCode::ScannerNotFound);
    VERIFY_FAILS(all.waitForPaper(usb.id, PaperWait::There, {}), ErrorCode::ScannerNotFound);
    AllScanners neither(nullptr, std::make_unique<Listed>(std::vector<ScannerInfo>(), 2));
    QVERIFY(neither.list({})->empty());
}

QTEST_GUILESS_MAIN(AllScannersTest)
#include "tst_allscanners.moc"
