// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "dossier/change.h"
#include "dossier/page.h"
#include "support/testsupport.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

const QDateTime morning = fromIso(QStringLiteral("2026-11-20T08:30:00.125+07:00"));

/// Through text, as files and logs keep it.
QJsonObject stored(const QJsonObject& json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

Person person()
{
    return {QStringLiteral("079098000001"),
            QStringLiteral("024123456"),
            QStringLiteral("NGUYỄN VĂN A"),
            QDate(1998, 1, 1),
            Sex::Male,
            QStringLiteral("Số 1 Đường ABC"),
            QDate(2022, 1, 1),
            QStringLiteral("0900000000")};
}

PageFindings findings()
{
    PageFindings made;
    made.blank = true;
    made.blankConfidence = 0.98;
    made.skewDegrees = -1.82;
    made.skewConfidence = 0.9;
    made.orientation = 90;
    made.orientationConfidence = 0.8;
    made.pageQuad = Quad{QPointF(0, 1), QPointF(10, 1.5), QPointF(10, 20), QPointF(0, 20)};
    made.codes = {{QStringLiteral("QRCode"), QStringLiteral("Số 1"),
                   Quad{QPointF(1, 1), QPointF(2, 1), QPointF(2, 2), QPointF(1, 2)}, CodeKind::Receipt}};
    made.quality = {0.5, 0.25, {QualityFinding::Blur, QualityFinding::CutEdge}};
    made.punchHoles = {{QPointF(140.5, 800), 36.25}, {QPointF(141, 1745), 36}};
    made.punchHoleConfidence = 0.875;
    made.colourContent = ColourContent{ColourMode::Grey, 0.75};
    made.streaks = {12.5, 190};
    made.milliseconds = {1, 2, 3, 4, 5, 6};
    return made;
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void personComesBack()
    {
        QVERIFY(personFrom(stored(toJson(person()))) == person());
        QVERIFY(personFrom({}) == Person{});
        QVERIFY(Person{}.isEmpty());
        QVERIFY(!person().isEmpty());
    }

    void dossierComesBackFromItsChange()
    {
        Dossier dossier;
        dossier.uid = newUid();
        dossier.code = QStringLiteral("H24.31.08-261120-0001");
        dossier.provisional = true;
        dossier.unit = QStringLiteral("H24.31.08");
        dossier.decidingUnit = QStringLiteral("H24");
        dossier.procedureCode = QStringLiteral("1.001193.02");
        dossier.procedureName = QStringLiteral("Đăng ký khai sinh");
        dossier.field = QStringLiteral("Hộ tịch");
        dossier.catalogueVersion = QStringLiteral("2026.09-1");
        dossier.givesResult = false;
        dossier.channel = Channel::Post;
        dossier.status = DossierStatus::PaymentAsked;
        dossier.receivedAt = morning;
        dossier.dueAt = morning.addDays(3);
        dossier.finishedAt = morning.addDays(2);
        dossier.supplements = 1;
        dossier.officer = QStringLiteral("Lê Thị C");
        dossier.applicant = person();
        dossier.subject = QStringLiteral("Trích yếu");
        QVERIFY(dossierFrom(dossier.uid, stored(changeBody(dossier))) == dossier);
        dossier.dueAt = {};
        dossier.finishedAt = {};
        dossier.receivedAt = {};
        QVERIFY(dossierFrom(dossier.uid, stored(changeBody(dossier))) == dossier);
    }

    void textThatIsNoTimeIsNoDueDate()
    {
        for (const QJsonValue& wrong : {QJsonValue(QStringLiteral("soon")), QJsonValue(QString()),
                                        QJsonValue(5), QJsonValue(QJsonValue::Null)}) {
            const Dossier read = dossierFrom(
                newUid(), {{QStringLiteral("dueAt"), wrong}, {QStringLiteral("finishedAt"), wrong}});
            QVERIFY(!read.dueAt);
            QVERIFY(!read.finishedAt);
        }
    }

    void componentComesBackFromItsChange()
    {
        Component component{QStringLiteral("d"),   3,    QStringLiteral("Tờ khai"),
                            Duty::Photocopy,       true, QStringLiteral("g"),
                            ComponentState::Taken, 4};
        QVERIFY(componentFrom(component.dossierUid, stored(changeBody(component))) == component);
        component.expectedPages = {};
        QVERIFY(componentFrom(component.dossierUid, stored(changeBody(component))) == component);
    }

    void paperAndEventComeBackFromTheirChanges()
    {
        Paper paper;
        paper.uid = QStringLiteral("p");
        paper.dossierUid = QStringLiteral("d");
        paper.component = resultComponent;
        paper.code = QStringLiteral("c");
        paper.title = QStringLiteral("Giấy khai sinh");
        paper.sha256 = QString(64, u'a');
        paper.bytes = 5'000'000'000;
        paper.pages = 2;
        paper.version = 3;
        paper.madeAt = morning;
        paper.signature = SignatureState::Signed;
        QVERIFY(paperFrom(paper.dossierUid, stored(changeBody(paper))) == paper);
        const Event event{QStringLiteral("d"),
                          morning,
                          EventKind::PagesAdded,
                          QStringLiteral("C"),
                          {{QStringLiteral("pages"), 2}}};
        QVERIFY(eventFrom(event.dossierUid, stored(changeBody(event))) == event);
    }

    void changeComesBackOrIsRefused()
    {
        const Change change{nextStamp({}, morning, 3),
                            QStringLiteral("d"),
                            ChangeKind::ComponentSet,
                            {{QStringLiteral("number"), 1}}};
        const auto read = changeFrom(stored(toJson(change)));
        QVERIFY(read.has_value());
        QVERIFY(*read == change);
        for (const char* member : {"stamp", "dossier", "kind", "body"}) {
            QJsonObject damaged = toJson(change);
            damaged.remove(QLatin1String(member));
            QVERIFY2(!changeFrom(damaged), member);
        }
    }

    void stampsGrowWhateverTheMachinesClockDoes()
    {
        QString last;
        const QList<qint64> clock{0, 0, 5, -100000, 5, 3600000, 0};
        for (const qint64 offset : clock) {
            const QString next = nextStamp(last, morning.addMSecs(offset), 3);
            QVERIFY2(next > last, qPrintable(last + QStringLiteral(" then ") + next));
            last = next;
        }
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{12}-[0-9a-f]{4}-3$")).match(last).hasMatch());
    }

    void fullCounterOfAStampMovesItsTime()
    {
        const QString full = nextStamp({}, morning, 1).left(13) + QStringLiteral("ffff-1");
        const QString next = nextStamp(full, morning, 1);
        QVERIFY(next > full);
        QCOMPARE(next.mid(13, 4), QStringLiteral("0000"));
    }

    void findingsComeBackInTheWordsOfTheContract()
    {
        const QJsonObject json = stored(toJson(findings()));
        const auto read = findingsFrom(json);
        QVERIFY(read.has_value());
        QVERIFY(*read == findings());
        QCOMPARE(json[QLatin1String("codes")][0][QLatin1String("kind")].toString(),
                 QStringLiteral("receipt"));
        QCOMPARE(json[QLatin1String("quality")][QLatin1String("findings")][1].toString(),
                 QStringLiteral("cut-edge"));
        QVERIFY(stored(toJson(PageFindings{}))[QLatin1String("skewDegrees")].isNull());
        QVERIFY(*findingsFrom(toJson(PageFindings{})) == PageFindings{});
        QVERIFY(!findingsFrom({}));
    }

    void findingsOfOlderVersionsAreRead()
    {
        QJsonObject json = stored(toJson(findings()));
        for (const char* later : {"punchHoles", "punchHoleConfidence", "colourContent", "streaks"}) {
            QVERIFY(json.contains(QLatin1String(later)));
            json.remove(QLatin1String(later));
        }
        const auto read = findingsFrom(json);
        QVERIFY(read.has_value());
        QVERIFY(read->punchHoles.empty() && !read->colourContent && read->streaks.empty());
        QCOMPARE(read->codes.size(), findings().codes.size());
    }

    void editsComeBack()
    {
        PageEdits edits;
        edits.turn = 270;
        edits.deskewDegrees = -1.5;
        edits.crop = findings().pageQuad;
        // Byte for byte what older versions wrote and read
        QCOMPARE(
            stored(toJson(edits)).keys(),
            QStringList({QStringLiteral("crop"), QStringLiteral("deskewDegrees"), QStringLiteral("turn")}));
        QVERIFY(*editsFrom(stored(toJson(edits))) == edits);
        edits.cropKind = CropKind::Borders;
        edits.fills = {{QPointF(140.5, 800), 36.25}, {QPointF(141, 1745), 36}};
        edits.whiten = true;
        edits.mode = ColourMode::Grey;
        QVERIFY(*editsFrom(stored(toJson(edits))) == edits);
        QVERIFY(!edits.isNone());
        QVERIFY(editsFrom(stored(toJson(PageEdits{})))->isNone());
        QVERIFY(!editsFrom({}));
        QVERIFY(!PageEdits{.turn = 90}.changesPixels());
        QVERIFY(PageEdits{.whiten = true}.changesPixels());
        const PageEdits half = scaled(edits, 0.5);
        QCOMPARE(half.fills[0].centre, QPointF(70.25, 400));
        QCOMPARE(half.fills[0].radius, 18.125);
        QCOMPARE((*half.crop)[2], (*edits.crop)[2] / 2);
    }

    void statusesAreOneToTen()
    {
        QVERIFY(!dossierStatusFrom(0));
        QVERIFY(!dossierStatusFrom(11));
        QVERIFY(dossierStatusFrom(10) == DossierStatus::Returned);
    }

    void everyWordGoesBothWays()
    {
        checkWords<Channel>(1, 3, channelFrom);
        checkWords<Duty>(0, 5, dutyFrom);
        checkWords<ComponentState>(0, 6, componentStateFrom);
        checkWords<SignatureState>(0, 1, signatureStateFrom);
        checkWords<DeliveryState>(0, 4, deliveryStateFrom);
        checkWords<EventKind>(0, static_cast<int>(EventKind::Closed), eventKindFrom);
        checkWords<Sex>(0, 2, sexFrom);
        checkWords<ChangeKind>(0, 4, changeKindFrom);
        checkWords<PageState>(0, 2, pageStateFrom);
        checkWords<SetAsideReason>(0, 5, setAsideReasonFrom);
        checkWords<PageFormat>(0, 4, pageFormatFrom);
        checkWords<CropKind>(0, 2, cropKindFrom);
        checkWords<ColourMode>(0, 2, colourModeFrom);
        checkWords<CodeKind>(0, 4, codeKindFrom);
        checkWords<QualityFinding>(0, 6, qualityFindingFrom);
    }

    void identitiesAreThirtyTwoHexDigitsAndDiffer()
    {
        const QString one = newUid();
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$")).match(one).hasMatch());
        QVERIFY(one != newUid());
    }

private:
    template<typename Enum, typename From>
    void checkWords(int first, int last, From from)
    {
        QSet<QString> words;
        for (int number = first; number <= last; ++number) {
            const auto value = static_cast<Enum>(number);
            const QString word = toString(value);
            QVERIFY2(!word.isEmpty() && !words.contains(word), qPrintable(word));
            words.insert(word);
            QVERIFY2(from(word) == value, qPrintable(word));
        }
        QVERIFY(!from(QStringLiteral("no such word")));
        QVERIFY(!from(QString()));
    }
};

QTEST_APPLESS_MAIN(ValuesTest)
#include "tst_values.moc"
