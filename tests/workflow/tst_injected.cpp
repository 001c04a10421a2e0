// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/scanner.h"
#include "dossier/separator.h"
#include "support/testsupport.h"
#include "workflow/scansession.h"
#include "workflow/workbench.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace sohoa;
using namespace sohoa::test;
using workflow::ScanSession;
using workflow::SessionAccount;

namespace {

struct Fed
{
    QByteArray bytes;
    int number = 0;
};

/// What tells how many sheets there should be, or in which order.
enum class Carrier
{
    None,      ///< nothing: only the pages themselves
    Count,     ///< sheets counted by hand
    Numbers,   ///< the scanner counts sides, and what is lost or out of order on the way keeps its number
    BothSides, ///< duplex: a sheet has two sides
    Separators ///< separator sheets announce the sides behind them
};

enum class Fault
{
    None,
    Missing,     ///< a side does not come
    MissingPair, ///< both sides of a sheet do not come, or two sheets went through at once
    Doubled,     ///< the driver hands one side over twice
    Repeated,    ///< the sheet is fed once more, later: another picture of it
    Swapped,     ///< two sides come in each other's place
};

struct Case
{
    const char* name;
    Fault fault;
    Carrier carrier;
    bool mustBeFlagged; ///< otherwise nobody can: it is counted, and said
};

constexpr std::array cases = {
    Case{"clean, nothing counted", Fault::None, Carrier::None, false},
    Case{"clean, counted by hand", Fault::None, Carrier::Count, false},
    Case{"clean, numbered", Fault::None, Carrier::Numbers, false},
    Case{"clean, both sides", Fault::None, Carrier::BothSides, false},
    Case{"clean, separators with counts", Fault::None, Carrier::Separators, false},
    Case{"missing, counted by hand", Fault::Missing, Carrier::Count, true},
    Case{"missing but the last, numbered", Fault::Missing, Carrier::Numbers, true},
    Case{"one side missing, both sides", Fault::Missing, Carrier::BothSides, true},
    Case{"missing, separators with counts", Fault::Missing, Carrier::Separators, true},
    Case{"sheet missing, both sides and counted", Fault::MissingPair, Carrier::Count, true},
    Case{"doubled, nothing counted", Fault::Doubled, Carrier::None, true},
    Case{"doubled, counted by hand", Fault::Doubled, Carrier::Count, true},
    Case{"doubled, both sides", Fault::Doubled, Carrier::BothSides, true},
    Case{"repeated, nothing counted", Fault::Repeated, Carrier::None, true},
    Case{"repeated, counted by hand", Fault::Repeated, Carrier::Count, true},
    Case{"repeated, separators with counts", Fault::Repeated, Carrier::Separators, true},
    Case{"swapped, numbered", Fault::Swapped, Carrier::Numbers, true},
    Case{"swapped over a separator with counts", Fault::Swapped, Carrier::Separators, true},
    Case{"missing, nothing counted", Fault::Missing, Carrier::None, false},
    Case{"sheet missing, both sides, not counted", Fault::MissingPair, Carrier::BothSides, false},
    Case{"swapped, nothing counted", Fault::Swapped, Carrier::None, false},
    Case{"swapped, counted by hand", Fault::Swapped, Carrier::Count, false},
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A paper of its own layout and words, A5 at 200 dpi.
QByteArray drawPaper(QRandomGenerator& random)
{
    static const QStringList words =
        QStringLiteral("hộ tịch khai sinh đăng ký thường trú giấy chứng nhận quyền "
                       "sử dụng đất ông bà xã phường tỉnh ngày tháng năm nơi cư trú "
                       "đề nghị cấp bản sao trích lục kèm theo đơn này gồm có lý do")
            .split(u' ');
    constexpr int width = 1165;
    constexpr int height = 1654;
    constexpr int dotsPerMetre = 7874; // 200 an inch
    QImage image(width, height, QImage::Format_RGB32);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.fill(qRgb(250, 249, 247));
    QPainter painter(&image);
    QFont font(QStringLiteral("Liberation Serif"));
    const int size = random.bounded(24, 34);
    font.setPixelSize(size);
    painter.setFont(font);
    painter.setPen(QColor(30, 30, 40));
    const int margin = random.bounded(80, 150);
    const QFontMetrics metrics(font);
    int down = random.bounded(110, 320);
    while (down < height - random.bounded(120, 500)) {
        const int indent = random.bounded(10, 90);
        for (int line = random.bounded(1, 6); line >= 0 && down < height - 100; --line) {
            QString text = words.at(random.bounded(static_cast<int>(words.size())));
            const int room = width - 2 * margin - indent - (line == 0 ? random.bounded(100, 600) : 0);
            while (metrics.horizontalAdvance(text) < room) {
                text += u' ' + words.at(random.bounded(static_cast<int>(words.size())));
            }
            painter.drawText(margin + indent, down, text);
            down += size * 3 / 2;
        }
        down += random.bounded(0, 80);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 88);
    return bytes;
}

/// The same sheet as a scanner would give it another time: aside, askew, paler or darker, with other noise.
QByteArray scannedAgain(const QByteArray& jpeg, QRandomGenerator& random)
{
    const QImage before = QImage::fromData(jpeg);
    QImage after(before.size(), QImage::Format_RGB32);
    after.setDotsPerMeterX(before.dotsPerMeterX());
    after.setDotsPerMeterY(before.dotsPerMeterY());
    const int paper = random.bounded(236, 252);
    after.fill(qRgb(paper, paper, paper - random.bounded(6)));
    QPainter painter(&after);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(random.bounded(-25, 26), random.bounded(-25, 26));
    painter.rotate(random.bounded(3.0) - 1.5);
    painter.setOpacity(0.75 + random.bounded(0.25));
    painter.drawImage(QPoint(0, 0), before);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    after.save(&buffer, "JPEG", random.bounded(70, 95));
    return bytes;
}

} // namespace

/// Faults of feeding at random places of random stacks, by what could tell them. All that can be told must
/// be; what nobody can tell is in the table too. SOHOA_STACKS: how many stacks of each kind (CI: 1),
/// SOHOA_SEED; SOHOA_CASE:
/// only kinds with this in their name.
class TestInjected : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultThatCanBeToldIsTold();

private:
    std::vector<Fed> stackFor(const Workbench& bench, const Case& kind, QRandomGenerator& random,
                              ScanSession::Setup& setup);
    bool isFlagged(const Case& kind, QRandomGenerator& random);

    QByteArray m_words; ///< of the last account
};

std::vector<Fed> TestInjected::stackFor(const Workbench& bench, const Case& kind, QRandomGenerator& random,
                                        ScanSession::Setup& setup)
{
    const bool inPairs = kind.carrier == Carrier::BothSides || kind.fault == Fault::MissingPair;
    const int size = 2 * random.bounded(2, 4);
    std::vector<QByteArray> pages;
    for (int i = 0; i < size; ++i) {
        pages.push_back(drawPaper(random));
    }
    setup.sidesPerSheet = inPairs ? 2 : 1;
    if (kind.carrier == Carrier::Count) {
        setup.expectedSheets = size / setup.sidesPerSheet;
    }
    std::vector<Fed> script;
    int boundary = size / 2; // of the second component
    if (kind.carrier == Carrier::Separators) {
        const QString code = QStringLiteral("H56.14-261120-0077");
        const QString sheet = bench.path(QStringLiteral("tờ ngăn.jpg"));
        using dossier::Separator;
        drawSheet(sheet, {Separator::Kind::Dossier, code, QStringLiteral("1.001193"), 0, 0});
        script.push_back({contentOf(sheet)});
        drawSheet(sheet, {Separator::Kind::Component, code, {}, 1, boundary});
        script.push_back({contentOf(sheet)});
        for (int i = 0; i < size; ++i) {
            if (i == boundary) {
                drawSheet(sheet, {Separator::Kind::Component, code, {}, 2, size - boundary});
                script.push_back({contentOf(sheet)});
            }
            script.push_back({pages[static_cast<std::size_t>(i)]});
        }
        boundary += 2;
    } else {
        for (const QByteArray& page : pages) {
            script.push_back({page});
        }
    }
    const auto number = [&script] {
        for (std::size_t i = 0; i < script.size(); ++i) {
            script[i].number = static_cast<int>(i) + 1;
        }
    };
    number();
    // A place among the pages; of a numbered stack not the last, whose loss no number shows.
    const int first = kind.carrier == Carrier::Separators ? 2 : 0;
    const int end = static_cast<int>(script.size()) - (kind.carrier == Carrier::Numbers ? 1 : 0);
    int at = random.bounded(first, end);
    if (kind.carrier == Carrier::Separators && at == boundary) {
        ++at; // the sheet between
    }
    const auto place = script.begin() + at;
    switch (kind.fault) {
    case Fault::None:
        break;
    case Fault::Missing:
        script.erase(place);
        break;
    case Fault::MissingPair:
        script.erase(script.begin() + at / 2 * 2, script.begin() + at / 2 * 2 + 2);
        break;
    case Fault::Doubled:
        script.insert(place, *place);
        break;
    case Fault::Repeated: {
        const Fed again{scannedAgain(place->bytes, random)};
        const int later = random.bounded(at + 1, static_cast<int>(script.size()) + 1);
        script.insert(script.begin() + later, again);
        break;
    }
    case Fault::Swapped:
        if (kind.carrier == Carrier::Separators) {
            std::swap(script[static_cast<std::size_t>(boundary)],
                      script[static_cast<std::size_t>(boundary) + 1]);
        } else {
            std::swap(*place, at + 1 < static_cast<int>(script.size()) ? *(place + 1) : *(place - 1));
        }
        break;
    }
    if (kind.carrier != Carrier::Numbers) {
        number(); // a scanner that counts what it hands over
    }
    return script;
}

bool TestInjected::isFlagged(const Case& kind, QRandomGenerator& random)
{
    const Workbench bench;
    ScanSession::Setup setup;
    const std::vector<Fed> script = stackFor(bench, kind, random, setup);
    auto session = ScanSession::begin(bench.workspace(), setup);
    if (!session || !session->beginRound()) {
        qFatal("no session");
    }
    for (const Fed& fed : script) {
        capture::ScannedPage page;
        page.bytes = fed.bytes;
        page.format = dossier::PageFormat::Jpeg;
        page.number = fed.number;
        if (!session->take(page)) {
            qFatal("not taken");
        }
    }
    if (!session->endRound({}) || !session->read({}, {})) {
        qFatal("not read");
    }
    const auto account = session->account();
    if (!account || !account->balances() || account->fed != static_cast<int>(script.size())) {
        qFatal("no account");
    }
    m_words.clear();
    for (const workflow::Doubt& doubt : account->doubts) {
        m_words += ' ' + workflow::toString(doubt.kind).toUtf8() + '@' + QByteArray::number(doubt.position);
    }
    m_words += " repeated " + QByteArray::number(account->repeated);
    // Set aside as repeated, in sight and with its reason, or named as a doubt that keeps the stack open.
    return account->repeated > 0 || !account->addsUp();
}

void TestInjected::everyFaultThatCanBeToldIsTold()
{
    const int asked = qEnvironmentVariableIntValue("SOHOA_STACKS");
    const int stacks = asked > 0 ? asked : 1;
    const quint32 given = qEnvironmentVariable("SOHOA_SEED").toUInt();
    const quint32 seed = given > 0 ? given : QRandomGenerator::system()->generate();
    qInfo("seed %u, %d stacks of each kind", seed, stacks);
    QRandomGenerator random(seed);
    const QString only = qEnvironmentVariable("SOHOA_CASE");
    for (const Case& kind : cases) {
        if (!QString::fromLatin1(kind.name).contains(only)) {
            continue;
        }
        int flagged = 0;
        for (int stack = 0; stack < stacks; ++stack) {
            const bool isTold = isFlagged(kind, random);
            flagged += isTold ? 1 : 0;
            if (isTold != kind.mustBeFlagged) {
                qInfo("  %s, stack %d: %s", kind.name, stack, m_words.constData());
            }
        }
        qInfo("%-45s flagged %d of %d", kind.name, flagged, stacks);
        if (kind.mustBeFlagged) {
            QCOMPARE(flagged, stacks);
        } else {
            QCOMPARE(flagged, 0);
        }
    }
}

int main(int argc, char** argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT",
            QByteArray::number(2 * 3600 * 1000)); // hundreds of stacks, when asked for
    const QGuiApplication application(argc, argv);
    TestInjected test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_injected.moc"
