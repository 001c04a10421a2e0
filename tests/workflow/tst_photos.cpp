// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "imaging/decode.h"
#include "pdf/pdfpages.h"
#include "storage/journal.h"
#include "storage/vault.h"
#include "support/heifpictures.h"
#include "support/testsupport.h"
#include "workflow/digitizing.h"
#include "workflow/review.h"
#include "workflow/workbench.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// A page of text as a phone held to its right photographs it.
QByteArray photoOfAPage()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.jpg"));
    drawTextPage(path, 1);
    return heifPhoto(QImage(path), {6, 6});
}

} // namespace

/// HEIC photos of phones, from the file to the paper.
class PhotosTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_photo = photoOfAPage();
        if (m_photo.isEmpty() || !imaging::canDecodeHeif()) {
            QSKIP("libheif of this computer has no HEVC");
        }
    }

    void originalIsKeptAndThePaperIsOfJpeg()
    {
        const Workbench bench;
        const QString path = bench.path(QStringLiteral("IMG_0001.HEIC"));
        writeFile(path, m_photo);
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {path};
        const auto report = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(report);
        VERIFY_OK(report->files.front().status);
        QCOMPARE(report->dossiers.size(), std::size_t(1));
        QCOMPARE(report->dossiers.front().papers.size(), std::size_t(1));

        const QString dossier = report->dossiers.front().dossier.uid;
        const auto pages = bench.workspace().journal().pagesOfDossier(dossier);
        VERIFY_OK(pages);
        QCOMPARE(pages->size(), std::size_t(1));
        const dossier::Page& page = pages->front();
        QVERIFY(page.format == dossier::PageFormat::Heif);
        QCOMPARE(bench.workspace().vault().get(page.sha256).value(), m_photo);
        QVERIFY(page.findings.has_value()); // it was looked at as any other

        // As it lies in the file it stands upright; the paper does too.
        const QImage shown = workflow::Review(bench.workspace()).original(page, 5000).value();
        QCOMPARE(shown.size(), QSize(page.width, page.height));
        const QByteArray pdf =
            bench.workspace().vault().get(report->dossiers.front().papers.front().paper.sha256).value();
        auto source = pdf::PdfSource::open(pdf);
        VERIFY_OK(source);
        const auto taken = source->take(0);
        VERIFY_OK(taken);
        QVERIFY(taken->bytes.startsWith("\xff\xd8"));
        const QImage printed = QImage::fromData(taken->bytes, "JPEG");
        QCOMPARE(printed.width() > printed.height(), page.width > page.height);
    }

    void photoIsTakenOnce()
    {
        const Workbench bench;
        const QString path = bench.path(QStringLiteral("IMG_0001.HEIC"));
        writeFile(path, m_photo);
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {path};
        const auto first = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(first);
        const auto again = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(again);
        QCOMPARE(again->dossiers.front().papers.front().paper.sha256,
                 first->dossiers.front().papers.front().paper.sha256);
    }

    void photoThatStopsShortIsNamed()
    {
        const Workbench bench;
        const QString path = bench.path(QStringLiteral("IMG_0002.HEIC"));
        writeFile(path, m_photo.left(100));
        workflow::DigitizeRequest request;
        request.procedureCode = QStringLiteral("1.001193");
        request.files = {path};
        const auto report = workflow::digitize(bench.workspace(), request, {}, {});
        VERIFY_OK(report);
        QVERIFY(!report->files.front().status || !report->setAside.empty());
        QVERIFY(report->dossiers.empty());
    }

private:
    QByteArray m_photo;
};

QTEST_MAIN(PhotosTest)
#include "tst_photos.moc"
