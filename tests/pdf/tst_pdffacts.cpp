// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pdffacts.h"
#include "pdf/pictures.h"
#include "support/testsupport.h"

#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;

namespace {

/// A file with a signature field whose ByteRange is patched to what the file really is.
QByteArray signedPdf(qsizetype appendedBytes, int rangeError)
{
    test::PdfBuilder builder;
    const QByteArray placeholder = "/ByteRange [0 AAAAAAAA BBBBBBBB CCCCCCCC]";
    builder.add("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached " + placeholder +
                " /Contents <" + QByteArray(64, '0') + "> >>");
    builder.add("<< /FT /Sig /T (Chu ky) /V 1 0 R /Subtype /Widget /Rect [0 0 0 0] >>");
    builder.add("<< /T (empty) /FT /Sig >>");
    const int pages = builder.add("<< /Type /Pages /Count 1 /Kids [5 0 R] >>");
    builder.add("<< /Type /Page /Parent 4 0 R /MediaBox [0 0 100 100] >>");
    QByteArray pdf =
        builder.build(builder.add("<< /Type /Catalog /AcroForm << /Fields [2 0 R 3 0 R] >> /Pages " +
                                  QByteArray::number(pages) + " 0 R >>"));
    const qsizetype open = pdf.indexOf("/Contents <") + 10;
    const qsizetype close = pdf.indexOf('>', open) + 1;
    const auto eight = [](qsizetype value) { return QByteArray::number(value).rightJustified(8, ' '); };
    pdf.replace("AAAAAAAA", eight(open + rangeError));
    pdf.replace("BBBBBBBB", eight(close));
    pdf.replace("CCCCCCCC", eight(pdf.size() - close));
    return pdf + QByteArray(appendedBytes, '\n');
}

} // namespace

class PdfFactsTest : public QObject
{
    Q_OBJECT

private slots:
    void foreignFilesAreDescribed();
    void signaturesAreSeen_data();
    void signaturesAreSeen();
    void whatIsNoPdfIsRefused();
};

void PdfFactsTest::foreignFilesAreDescribed()
{
    const QByteArray pdf =
        test::pdfWithPicture("/Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x");
    auto facts = inspectPdf(pdf);
    VERIFY_OK(facts);
    QCOMPARE(facts->pages, 1);
    QVERIFY(!facts->claim && !facts->encrypted && !facts->repaired && facts->signatures.empty());
    QByteArray broken = pdf;
    broken.replace("startxref\n", "startxref\n7");
    facts = inspectPdf(broken);
    VERIFY_OK(facts);
    QVERIFY(facts->repaired);
    QCOMPARE(facts->pages, 1);
}

void PdfFactsTest::signaturesAreSeen_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<bool>("sound");
    QTest::addColumn<bool>("whole");
    QTest::newRow("good") << signedPdf(0, 0) << true << true;
    QTest::newRow("something appended") << signedPdf(100, 0) << true << false;
    QTest::newRow("a byte left out") << signedPdf(0, -1) << false << false;
    QTest::newRow("part of the signature signed") << signedPdf(0, 1) << false << false;
}

void PdfFactsTest::signaturesAreSeen()
{
    QFETCH(QByteArray, pdf);
    QFETCH(bool, sound);
    QFETCH(bool, whole);
    const auto facts = inspectPdf(pdf);
    VERIFY_OK(facts);
    QCOMPARE(facts->signatures.size(), std::size_t(1));
    const SignatureFacts& signature = facts->signatures.front();
    QCOMPARE(signature.field, QStringLiteral("Chu ky"));
    QCOMPARE(signature.subFilter, QStringLiteral("ETSI.CAdES.detached"));
    QCOMPARE(signature.rangeIsSound, sound);
    QCOMPARE(signature.coversWholeFile, whole);
}

void PdfFactsTest::whatIsNoPdfIsRefused()
{
    VERIFY_FAILS(inspectPdf({}), ErrorCode::FileEmpty);
    VERIFY_FAILS(inspectPdf("PK\x03\x04"), ErrorCode::PdfDamaged);
    VERIFY_FAILS(inspectPdf("%PDF-1.4\ngarbage"), ErrorCode::PdfDamaged);
}

QTEST_GUILESS_MAIN(PdfFactsTest)
#include "tst_pdffacts.moc"
