// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "translations/translations.h"
#include "wording/names.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace sohoa;
using namespace sohoa::dossier;

namespace {

/// The texts of values first..last of an enum.
template<typename Enum, typename Text>
QStringList textsOf(Enum first, Enum last, const Text& text)
{
    QStringList texts;
    for (int value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
        texts += text(static_cast<Enum>(value));
    }
    return texts;
}

template<typename Enum>
QStringList namesOf(Enum first, Enum last)
{
    return textsOf(first, last, [](Enum value) { return wording::name(value); });
}

QString eventText(EventKind kind, const QJsonObject& detail)
{
    return wording::sentence(Event{{}, {}, kind, {}, detail});
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_vietnamese.load(vietnameseTranslation()));
        QCoreApplication::installTranslator(&m_vietnamese);
    }

    void everyValueHasAWordOfItsOwn_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("page states") << namesOf(PageState::Kept, PageState::Deleted);
        QTest::newRow("reasons") << namesOf(SetAsideReason::Blank, SetAsideReason::Unreadable);
        QTest::newRow("quality") << namesOf(QualityFinding::CutEdge, QualityFinding::WrongSize);
        QTest::newRow("colour") << namesOf(ColourMode::Colour, ColourMode::Bilevel);
        QTest::newRow("codes") << namesOf(CodeKind::IdCard, CodeKind::Text);
        QTest::newRow("dossier status") << namesOf(DossierStatus::Registered, DossierStatus::Returned);
        QTest::newRow("channels") << namesOf(Channel::Direct, Channel::Post);
        QTest::newRow("sex") << namesOf(Sex::Male, Sex::Female);
        QTest::newRow("duties") << namesOf(Duty::Scan, Duty::Secret);
        QTest::newRow("component states") << namesOf(ComponentState::Missing, ComponentState::NotNeeded);
        QTest::newRow("signature") << namesOf(SignatureState::Waiting, SignatureState::Signed);
        QTest::newRow("delivery") << namesOf(DeliveryState::Waiting, DeliveryState::Refused);
        QTest::newRow("card fields") << namesOf(CardField::PersonalNumber, CardField::IssueDate);
        QTest::newRow("indicators") << namesOf(IndicatorKind::ElectronicResults, IndicatorKind::OnlineShare);
        QTest::newRow("rows of a report") << namesOf(ReportBy::None, ReportBy::Day);
        QTest::newRow("instructions")
            << textsOf(Duty::Scan, Duty::Secret, [](Duty duty) { return wording::instruction(duty); });
        QTest::newRow("card warnings")
            << textsOf(CardWarning::PrefixUnknown, CardWarning::EncodingRepaired,
                       [](CardWarning warning) { return wording::sentence(warning); });
        QTest::newRow("alarms") << textsOf(StackAlarmKind::CountDiffers, StackAlarmKind::NotAssigned,
                                           [](StackAlarmKind kind) {
                                               StackAlarm alarm;
                                               alarm.kind = kind;
                                               return wording::sentence(alarm);
                                           });
        QTest::newRow("events") << textsOf(EventKind::Registered, EventKind::Closed,
                                           [](EventKind kind) { return eventText(kind, {}); });
    }
    void everyValueHasAWordOfItsOwn()
    {
        QFETCH(QStringList, names);
        QVERIFY2(!names.contains(QString()), qPrintable(names.join(u'|')));
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    }

    void onlyScanAsksForAScan()
    {
        QVERIFY(wording::instruction(Duty::Scan).startsWith(QStringLiteral("Quét")));
        for (const Duty duty : {Duty::Reuse, Duty::ShownOnly, Duty::Photocopy, Duty::EForm, Duty::Secret}) {
            const QString text = wording::instruction(duty);
            QVERIFY2(text.contains(QStringLiteral("Không")) || text.contains(QStringLiteral("không quét")),
                     qPrintable(text));
        }
    }

    void historyTellsPagesAndComponent()
    {
        QCOMPARE(eventText(EventKind::PagesAdded,
                           {{QStringLiteral("pages"), 3}, {QStringLiteral("component"), 2}}),
                 QStringLiteral("Đã nhận 3 trang (thành phần 2)"));
        QCOMPARE(eventText(EventKind::PaperMade,
                           {{QStringLiteral("pages"), 4}, {QStringLiteral("component"), resultComponent}}),
                 QStringLiteral("Đã số hóa thành tệp PDF 4 trang (kết quả)"));
    }

    void historyTellsTheNewState()
    {
        QCOMPARE(
            eventText(EventKind::StatusChanged, {{QStringLiteral("from"), 2}, {QStringLiteral("to"), 4}}),
            QStringLiteral("Chuyển trạng thái: đang xử lý"));
        QCOMPARE(eventText(EventKind::ComponentChanged, {{QStringLiteral("component"), 1},
                                                         {QStringLiteral("state"), QStringLiteral("shown")}}),
                 QStringLiteral("Ghi nhận thành phần: đã xuất trình và trả lại (thành phần 1)"));
    }

    void anAlarmTellsWhereAndHowMany()
    {
        const StackAlarm fewer{
            StackAlarmKind::CountDiffers, {}, QStringLiteral("H56.14-261122-0001"), 2, 7, 6};
        const QString text = wording::sentence(fewer);
        QVERIFY2(
            text.startsWith(QStringLiteral("Hồ sơ H56.14-261122-0001, thành phần 2: Chỉ có 6 trong 7 mặt")),
            qPrintable(text));
        StackAlarm more = fewer;
        more.seen = 8;
        QVERIFY2(wording::sentence(more).contains(QStringLiteral("Có 8 mặt giấy, trong khi chỉ chờ 7")),
                 qPrintable(wording::sentence(more)));
        StackAlarm loose{StackAlarmKind::NotAssigned, {}, {}, 0, 0, 5};
        QVERIFY2(wording::sentence(loose).startsWith(QStringLiteral("Tập giấy vừa quét: Có 5 trang")),
                 qPrintable(wording::sentence(loose)));
    }

    void limitsAreToldInTheirUnit()
    {
        TimeLimit limit;
        limit.amount = 3;
        QCOMPARE(wording::timeLimit(limit), QStringLiteral("3 ngày làm việc"));
        limit.unit = LimitUnit::CalendarDay;
        QCOMPARE(wording::timeLimit(limit), QStringLiteral("3 ngày"));
        limit.unit = LimitUnit::Hour;
        QCOMPARE(wording::timeLimit(limit), QStringLiteral("3 giờ"));
    }

    void withoutANumberOfTheLimitTheNoteIsTold()
    {
        TimeLimit limit;
        limit.note = QStringLiteral("Theo lịch hẹn");
        QCOMPARE(wording::timeLimit(limit), limit.note);
        QCOMPARE(wording::timeLimit({}), QString());
    }

private:
    QTranslator m_vietnamese;
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
