// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/idcard.h"
#include "support/testsupport.h"
#include "translations/translations.h"
#include "wording/errors.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace sohoa;
using wording::sentence;

namespace {

std::vector<ErrorCode> everyCode()
{
    std::vector<ErrorCode> codes;
    // Behind the last one every number is called Internal.
    const QString internal = toString(ErrorCode::Internal);
    for (int number = 0;; ++number) {
        const auto code = static_cast<ErrorCode>(number);
        if (code != ErrorCode::Internal && toString(code) == internal) {
            break;
        }
        codes.push_back(code);
    }
    return codes;
}

} // namespace

class TestErrors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_vietnamese.load(vietnameseTranslation())); }
    void init() { QCoreApplication::installTranslator(&m_vietnamese); }
    void cleanup() { QCoreApplication::removeTranslator(&m_vietnamese); }

    void everyCodeHasASentenceOfItsOwn()
    {
        QHash<QString, QString> known;
        for (const ErrorCode code : everyCode()) {
            const QString text = sentence({code, {}});
            QVERIFY2(!text.isEmpty(), qPrintable(toString(code)));
            QVERIFY2(!known.contains(text), qPrintable(toString(code) + known.value(text)));
            known.insert(text, toString(code));
        }
    }

    void everySentenceIsVietnamese()
    {
        for (const ErrorCode code : everyCode()) {
            const QString vietnamese = sentence({code, {}});
            QCoreApplication::removeTranslator(&m_vietnamese);
            const QString english = sentence({code, {}});
            QCoreApplication::installTranslator(&m_vietnamese);
            QVERIFY2(vietnamese != english, qPrintable(english));
            static const QRegularExpression letters(
                QStringLiteral("[ăâđêôơưạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹ]"));
            QVERIFY2(letters.match(vietnamese).hasMatch(), qPrintable(vietnamese));
        }
    }

    void everySentenceIsWhole()
    {
        for (const ErrorCode code : everyCode()) {
            const QString text = sentence({code, {}});
            QVERIFY2(text.endsWith(u'.') && text.front().isUpper(), qPrintable(text));
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
        }
    }

    void certificatesOfWarehousesAreToldApart()
    {
        QSet<QString> sentences;
        for (const QString& detail : {QString(), QStringLiteral("expired"), QStringLiteral("other name"),
                                      QStringLiteral("unknown authority")}) {
            sentences.insert(sentence({ErrorCode::WarehouseNotTrusted, detail}));
        }
        QCOMPARE(sentences.size(), 4);
    }

    void personalDataInADetailIsNeverShown()
    {
        const QString number = QStringLiteral("079098000001");
        const QString name = QStringLiteral("NGUYỄN VĂN A");
        for (const ErrorCode code : everyCode()) {
            for (const QString& detail : {number, name, QStringLiteral("field 3: ") + name}) {
                const QString text = sentence({code, detail});
                QVERIFY2(!text.contains(number) && !text.contains(name), qPrintable(text));
            }
        }
    }

    void englishForTheLogIsNeverShown()
    {
        for (const ErrorCode code : everyCode()) {
            const QString text = sentence({code, QStringLiteral("scan ended at row 200")});
            QVERIFY2(!text.contains(QLatin1String("row 200")), qPrintable(text));
        }
    }

    void cardsWithTooFewAndTooManyPartsAreToldApart()
    {
        const auto few = dossier::parseCard(QStringLiteral("079098000001||NGUYỄN VĂN A|01011998|Nam"));
        const auto many = dossier::parseCard(
            QStringLiteral("079098000001||NGUYỄN VĂN A|01011998|Nam|Phường 1|01012022|||||"));
        VERIFY_FAILS(few, ErrorCode::CardFieldCount);
        VERIFY_FAILS(many, ErrorCode::CardFieldCount);
        QVERIFY2(sentence(few.error()).contains(QStringLiteral("5 phần")), qPrintable(sentence(few.error())));
        QVERIFY2(sentence(many.error()).contains(QStringLiteral("12 phần")),
                 qPrintable(sentence(many.error())));
        QVERIFY(sentence(few.error()) != sentence(many.error()));
    }

    void theWrongFieldOfACardIsNamed()
    {
        const auto card =
            dossier::parseCard(QStringLiteral("079098000001||NGUYỄN VĂN A|31021998|Nam|Phường 1|01012022"));
        VERIFY_FAILS(card, ErrorCode::CardFieldInvalid);
        QVERIFY2(sentence(card.error()).contains(QStringLiteral("Ngày sinh")),
                 qPrintable(sentence(card.error())));
    }

    void theInputMethodIsNamedWhenItMangledACard()
    {
        const auto card = dossier::parseCard(
            QStringLiteral("079098000001||NGUYEENX VAWN A|01011998|Nuwx|Phuwowngf 1|01012022"));
        VERIFY_FAILS(card, ErrorCode::CardMangled);
        QVERIFY2(sentence(card.error()).contains(QLatin1String("UniKey")),
                 qPrintable(sentence(card.error())));
    }

    void theSuccessorOfARetiredProcedureIsNamed()
    {
        const QString named = sentence({ErrorCode::ProcedureRetired, QStringLiteral("3.000722")});
        QVERIFY2(named.contains(QLatin1String("3.000722")), qPrintable(named));
        QVERIFY(named != sentence({ErrorCode::ProcedureRetired, {}}));
    }

    void unknownCodesAreNamedWhenTheyAreCodes()
    {
        const QString procedure = sentence({ErrorCode::ProcedureUnknown, QStringLiteral("9.999999")});
        QVERIFY2(procedure.contains(QLatin1String("9.999999")), qPrintable(procedure));
        const QString dossier = sentence({ErrorCode::DossierUnknown, QStringLiteral("H56.14-261122-0001")});
        QVERIFY2(dossier.contains(QLatin1String("H56.14-261122-0001")), qPrintable(dossier));
        const QString component = sentence({ErrorCode::ComponentUnknown, QStringLiteral("7")});
        QVERIFY2(component.contains(QLatin1String("7")), qPrintable(component));
    }

    void theReasonNotToScanIsTold()
    {
        const QString shown = sentence({ErrorCode::ComponentNotScannable, QStringLiteral("shown-only")});
        const QString secret = sentence({ErrorCode::ComponentNotScannable, QStringLiteral("secret")});
        QVERIFY2(shown.contains(QStringLiteral("trả lại")), qPrintable(shown));
        QVERIFY2(secret.contains(QStringLiteral("mật")), qPrintable(secret));
        const QString numbered = sentence({ErrorCode::ComponentNotScannable, QStringLiteral("4")});
        QVERIFY2(numbered.contains(QStringLiteral("thành phần 4")), qPrintable(numbered));
    }

private:
    QTranslator m_vietnamese;
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
