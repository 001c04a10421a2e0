// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/papercheck.h"
#include "pdf/paperwriter.h"
#include "pdf/pdffacts.h"
#include "pdf/pdfpages.h"
#include "pdf/pictures.h"
#include "pdf/render.h"
#include "support/testsupport.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::pdf;
using dossier::ColourMode;

namespace {

QByteArray deflated(const QByteArray& data)
{
    return qCompress(data).mid(4);
}

/// A small page, because a page that a change makes undrawable as a picture is drawn at 300 dpi.
QByteArray goodPdf(int timesPacked = 0)
{
    test::PdfBuilder builder;
    const int image =
        builder.addStream("/Type /XObject /Subtype /Image /Width 120 /Height 170 /ColorSpace /DeviceRGB "
                          "/BitsPerComponent 8 /Filter /DCTDecode",
                          test::jpegOf(test::drawnPage(120, 170, ColourMode::Colour)));
    QByteArray content = "q 60 0 0 85 0 0 cm /Im Do Q";
    for (int i = 0; i < timesPacked; ++i) {
        content = deflated(content);
    }
    const QByteArray filters = "/Filter [" + QByteArray("/FlateDecode ").repeated(timesPacked) + "]";
    const int contents = builder.addStream(timesPacked > 0 ? filters : QByteArray(), content);
    return builder.onePage("/MediaBox [0 0 60 85] /Resources << /XObject << /Im " +
                           QByteArray::number(image) + " 0 R >> >> /Contents " +
                           QByteArray::number(contents) + " 0 R");
}

QByteArray pageOfSize(const QByteArray& box)
{
    test::PdfBuilder builder;
    const int contents = builder.addStream({}, "0 0 100 100 re f");
    return builder.onePage("/MediaBox " + box + " /Contents " + QByteArray::number(contents) + " 0 R");
}

QByteArray manyPages(int count)
{
    test::PdfBuilder builder;
    QByteArray kids;
    for (int i = 0; i < count; ++i) {
        kids += QByteArray::number(builder.add("<< /Type /Page /Parent " + QByteArray::number(count + 1) +
                                               " 0 R /MediaBox [0 0 100 100] >>")) +
                " 0 R ";
    }
    const int pages =
        builder.add("<< /Type /Pages /Count " + QByteArray::number(count) + " /Kids [" + kids + "] >>");
    return builder.build(builder.add("<< /Type /Catalog /Pages " + QByteArray::number(pages) + " 0 R >>"));
}

QByteArray samePageManyTimes(int count)
{
    test::PdfBuilder builder;
    builder.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>");
    builder.add("<< /Type /Pages /Count 1 /Kids [" + QByteArray("1 0 R ").repeated(count) + "] >>");
    return builder.build(builder.add("<< /Type /Catalog /Pages 2 0 R >>"));
}

/// Each form draws the next one twice: 2^depth pictures from a few kilobytes.
QByteArray formBomb(int depth)
{
    test::PdfBuilder builder;
    int inner = builder.addStream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "0 0 100 100 re f");
    for (int i = 0; i < depth; ++i) {
        inner = builder.addStream(
            "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F " +
                QByteArray::number(inner) + " 0 R >> >>",
            "/F Do /F Do");
    }
    const int contents = builder.addStream({}, "/F Do");
    return builder.onePage("/MediaBox [0 0 100 100] /Resources << /XObject << /F " +
                           QByteArray::number(inner) + " 0 R >> >> /Contents " +
                           QByteArray::number(contents) + " 0 R");
}

QByteArray formThatDrawsItself()
{
    test::PdfBuilder builder;
    builder.addStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 1 0 R >> >>", "/F Do");
    const int contents = builder.addStream({}, "/F Do");
    return builder.onePage("/MediaBox [0 0 100 100] /Resources << /XObject << /F 1 0 R >> >> /Contents " +
                           QByteArray::number(contents) + " 0 R");
}

/// The form's own resources do not know /F, those of the page do: readers that look there too never end.
QByteArray formThatDrawsItselfByThePage()
{
    test::PdfBuilder builder;
    builder.addStream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >>", "/F Do /F Do");
    const int contents = builder.addStream({}, "/F Do");
    return builder.onePage("/MediaBox [0 0 100 100] /Resources << /XObject << /F 1 0 R >> >> /Contents " +
                           QByteArray::number(contents) + " 0 R");
}

QByteArray contentBomb(const QByteArray& filter, const QByteArray& data)
{
    test::PdfBuilder builder;
    const int contents = builder.addStream("/Filter " + filter, data);
    return builder.onePage("/MediaBox [0 0 100 100] /Contents " + QByteArray::number(contents) + " 0 R");
}

QByteArray sameContentManyTimes()
{
    test::PdfBuilder builder;
    builder.addStream("/Filter /FlateDecode", deflated(QByteArray(1024 * 1024, ' ')));
    return builder.onePage("/MediaBox [0 0 100 100] /Contents [" + QByteArray("1 0 R ").repeated(10'000) +
                           "]");
}

QByteArray treeLoop()
{
    test::PdfBuilder builder;
    builder.add("<< /Type /Pages /Count 1 /Kids [1 0 R] >>");
    return builder.build(builder.add("<< /Type /Catalog /Pages 1 0 R >>"));
}

QByteArray crossReferenceBomb()
{
    const QByteArray data = deflated(QByteArray(80 * 1024 * 1024, '\0'));
    QByteArray pdf = "%PDF-1.7\n";
    const QByteArray start = QByteArray::number(pdf.size());
    pdf += "1 0 obj\n<< /Type /XRef /Size 16000000 /W [1 2 2] /Root 2 0 R /Filter /FlateDecode /Length " +
           QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream\nendobj\nstartxref\n" +
           start + "\n%%EOF\n";
    return pdf;
}

QByteArray deepNesting(int depth)
{
    test::PdfBuilder builder;
    builder.add(QByteArray("[").repeated(depth));
    return builder.onePage("/MediaBox 1 0 R /Resources 1 0 R /Contents 1 0 R");
}

} // namespace

class HostileTest : public QObject
{
    Q_OBJECT

private slots:
    void badFilesGiveTheirError_data();
    void badFilesGiveTheirError();
    void badPagesGiveTheirError_data();
    void badPagesGiveTheirError();
    void filtersUponFiltersAreNotUndone();
    void drawingRefusesBombsToo();
    void deepNestingEnds();
    void passwordsAreAskedFor();
    void filesCutAnywhereAreReadOrRefused();
    void changedBytesNeverCrash_data();
    void changedBytesNeverCrash();
};

void HostileTest::badFilesGiveTheirError_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << int(ErrorCode::FileEmpty);
    QTest::newRow("text") << QByteArray("Cộng hòa xã hội chủ nghĩa Việt Nam\n").repeated(100)
                          << int(ErrorCode::PdfDamaged);
    QTest::newRow("header only") << QByteArray("%PDF-1.7\n") << int(ErrorCode::PdfDamaged);
    QTest::newRow("header and zeros")
        << "%PDF-1.7\n" + QByteArray(100'000, '\0') << int(ErrorCode::PdfDamaged);
    QTest::newRow("2001 pages") << manyPages(2001) << int(ErrorCode::PdfTooManyPages);
    QTest::newRow("one page a million times")
        << samePageManyTimes(1'000'000) << int(ErrorCode::PdfTooManyPages);
    QTest::newRow("tree that holds itself") << treeLoop() << int(ErrorCode::PdfDamaged);
    QTest::newRow("cross-reference bomb") << crossReferenceBomb() << int(ErrorCode::PdfDamaged);
    QTest::newRow("cross-references in a ring")
        << QByteArray("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 "
                      ">>\nstartxref\n9\n%%EOF\n")
        << int(ErrorCode::PdfDamaged);
    QTest::newRow("no pages") << manyPages(0) << int(ErrorCode::PdfDamaged);
}

void HostileTest::badFilesGiveTheirError()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, code);
    VERIFY_FAILS(PdfSource::open(pdf), static_cast<ErrorCode>(code));
}

void HostileTest::badPagesGiveTheirError_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("code");
    const int tooLarge = int(ErrorCode::ImageTooLarge);
    QTest::newRow("page of 1e9 points") << pageOfSize("[0 0 1000000000 1000000000]") << tooLarge;
    QTest::newRow("page of 30,000 points") << pageOfSize("[0 0 30000 30000]") << tooLarge;
    QTest::newRow("forms 2^25 times") << formBomb(25) << tooLarge;
    QTest::newRow("forms 2^60 times") << formBomb(60) << tooLarge;
    QTest::newRow("a form that draws itself") << formThatDrawsItself() << tooLarge;
    QTest::newRow("a form that draws itself by the page") << formThatDrawsItselfByThePage() << tooLarge;
    QTest::newRow("70 MB of content")
        << contentBomb("/FlateDecode", deflated(QByteArray(70 * 1024 * 1024, ' '))) << tooLarge;
    QTest::newRow("bomb within a bomb")
        << contentBomb("[/FlateDecode /FlateDecode]", deflated(deflated(QByteArray(90 * 1024 * 1024, ' '))))
        << tooLarge;
    QTest::newRow("run-length bomb") << contentBomb("[/RunLengthDecode /RunLengthDecode]",
                                                    QByteArray("\x81\x81\x81 ").repeated(100'000) +
                                                        QByteArray("\x81\x81", 2).repeated(200'000))
                                     << tooLarge;
    QTest::newRow("same content 10,000 times") << sameContentManyTimes() << tooLarge;
    QTest::newRow("picture of 40,000 x 40,000")
        << test::pdfWithPicture(
               "/Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter "
               "/FlateDecode",
               deflated(QByteArray(200'000'000, '\0')))
        << tooLarge;
}

void HostileTest::badPagesGiveTheirError()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, code);
    auto source = PdfSource::open(pdf);
    VERIFY_OK(source);
    VERIFY_FAILS(source->take(0), static_cast<ErrorCode>(code));
}

void HostileTest::filtersUponFiltersAreNotUndone()
{
    // Each may ask for rows of 16 MB: a thousand of them fit into a small file.
    auto few = PdfSource::open(goodPdf(8));
    VERIFY_OK(few);
    const auto unharmed = few->take(0);
    VERIFY_OK(unharmed);
    QVERIFY(!unharmed->rendered);
    auto many = PdfSource::open(goodPdf(9));
    VERIFY_OK(many);
    const auto drawn = many->take(0);
    VERIFY_OK(drawn);
    QVERIFY(drawn->rendered);
}

void HostileTest::drawingRefusesBombsToo()
{
    VERIFY_FAILS(renderPage(formBomb(25), 0, {72, 0}), ErrorCode::ImageTooLarge);
    VERIFY_FAILS(renderPage(pageOfSize("[0 0 1000000000 1000000000]"), 0, {72, 0}), ErrorCode::ImageTooLarge);
}

void HostileTest::deepNestingEnds()
{
    auto source = PdfSource::open(deepNesting(50'000));
    if (source) {
        const auto taken = source->take(0);
        QVERIFY(taken || taken.error().code == ErrorCode::PdfDamaged);
    } else {
        QVERIFY(source.error().code == ErrorCode::PdfDamaged);
    }
}

void HostileTest::passwordsAreAskedFor()
{
    const QString qpdf = QStandardPaths::findExecutable(QStringLiteral("qpdf"));
    if (qpdf.isEmpty()) {
        QSKIP("qpdf is not installed");
    }
    const QTemporaryDir folder;
    const QString plain = folder.filePath(QStringLiteral("plain.pdf"));
    QFile file(plain);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(goodPdf()) > 0);
    file.close();
    const auto encrypted = [&](const QString& userPassword) {
        const QString path = folder.filePath(QStringLiteral("encrypted%1.pdf").arg(userPassword));
        QProcess::execute(qpdf, {QStringLiteral("--encrypt"), userPassword, QStringLiteral("owner"),
                                 QStringLiteral("256"), QStringLiteral("--"), plain, path});
        QFile made(path);
        return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
    };
    const QByteArray locked = encrypted(QStringLiteral("matkhau"));
    QVERIFY(!locked.isEmpty());
    VERIFY_FAILS(PdfSource::open(locked), ErrorCode::PdfEncrypted);
    VERIFY_FAILS(inspectPdf(locked), ErrorCode::PdfEncrypted);
    VERIFY_FAILS(renderPage(locked, 0, {72, 0}), ErrorCode::PdfEncrypted);
    const QByteArray restricted = encrypted({});
    auto source = PdfSource::open(restricted);
    VERIFY_OK(source);
    const auto taken = source->take(0);
    VERIFY_OK(taken);
    QVERIFY(!taken->rendered);
    QVERIFY(goodPdf().contains(taken->bytes));
    const auto facts = inspectPdf(restricted);
    VERIFY_OK(facts);
    QVERIFY(facts->encrypted);
}

void HostileTest::filesCutAnywhereAreReadOrRefused()
{
    const QByteArray pdf = goodPdf();
    for (qsizetype length = 1; length < pdf.size(); length += 211) {
        const QByteArray part(pdf.constData(), length);
        auto source = PdfSource::open(part);
        if (!source) {
            QVERIFY(source.error().code == ErrorCode::PdfDamaged);
            continue;
        }
        const auto taken = source->take(0);
        QVERIFY(taken || taken.error().code == ErrorCode::PdfDamaged);
    }
    // Where only the place of the table is lost, all is found again; without a trailer nothing says what the
    // pages are.
    auto source = PdfSource::open(pdf.left(pdf.lastIndexOf("startxref")));
    VERIFY_OK(source);
    const auto taken = source->take(0);
    VERIFY_OK(taken);
    QVERIFY(!taken->rendered && pdf.contains(taken->bytes));
    VERIFY_FAILS(PdfSource::open(pdf.left(pdf.lastIndexOf("xref\n0 "))), ErrorCode::PdfDamaged);
}

void HostileTest::changedBytesNeverCrash_data()
{
    QTest::addColumn<QByteArray>("pdf");
    const QImage colour = test::drawnPage(90, 130, ColourMode::Colour);
    const auto paper = writePaper({test::jpegPage(colour, 200),
                                   test::g4Page(test::drawnPage(90, 130, ColourMode::Bilevel), 200),
                                   test::flatePage(colour, 200, ColourMode::Colour)},
                                  test::vietnameseInfo());
    VERIFY_OK(paper);
    QTest::newRow("own paper") << *paper;
    QTest::newRow("foreign") << goodPdf();
    QTest::newRow("forms") << formBomb(3);
    QTest::newRow("nested") << deepNesting(200);
}

void HostileTest::changedBytesNeverCrash()
{
    QFETCH(QByteArray, pdf);
    constexpr quint32 seeds = 200;
    int opened = 0;
    for (quint32 seed = 0; seed < seeds; ++seed) {
        QRandomGenerator random(seed);
        QByteArray changed = pdf;
        const int changes = random.bounded(1, 30);
        for (int i = 0; i < changes; ++i) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(changed.size())));
            switch (random.bounded(4)) {
            case 0:
                changed[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                changed.remove(at, random.bounded(1, 20));
                break;
            case 2:
                changed.insert(
                    at, changed.mid(random.bounded(static_cast<int>(changed.size())), random.bounded(1, 40)));
                break;
            default:
                changed[at] = static_cast<char>(changed.at(at) ^ (1 << random.bounded(8)));
                break;
            }
        }
        if (seed % 10 == 0) {
            changed.truncate(random.bounded(static_cast<int>(changed.size())));
        }
        static_cast<void>(inspectPdf(changed).has_value());
        auto source = PdfSource::open(changed);
        if (source) {
            ++opened;
            for (int page = 0; page < qMin(3, source->pageCount()); ++page) {
                const auto taken = source->take(page);
                QVERIFY(!taken || (!taken->bytes.isEmpty() && taken->width > 0 && taken->height > 0));
            }
        }
        PaperExpectations expected;
        expected.info = test::vietnameseInfo();
        VERIFY_FAILS(checkPaper(changed, expected), ErrorCode::PdfCheckFailed);
    }
    QVERIFY(opened > 0);
}

QTEST_MAIN(HostileTest)
#include "tst_hostile.moc"
