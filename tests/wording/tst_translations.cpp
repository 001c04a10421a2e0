// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testsupport.h"
#include "translations/translations.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <vector>

using namespace sohoa;
using namespace sohoa::test;

namespace {

struct Message
{
    QString context;
    QString source;
    QString state; ///< "", "unfinished", "vanished", "obsolete"
    bool plural = false;
    QStringList translations;

    [[nodiscard]] QString where() const { return context + QStringLiteral(": ") + source; }
};

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.state = xml.attributes().value(QLatin1String("type")).toString();
    QString text;
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isStartElement()) {
            message.translations += xml.readElementText();
        } else {
            text += xml.text();
        }
    }
    if (!message.plural) {
        message.translations = {text};
    }
}

std::vector<Message> messagesOf(const QString& path)
{
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.push_back(
                {context, {}, {}, xml.attributes().hasAttribute(QLatin1String("numerus")), {}});
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            readTranslation(xml, messages.back());
        }
    }
    return messages;
}

/// What takes the place of a value ("%1", "%L1", "%n"), sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("%(?:L?[0-9]{1,2}|n)"));
    QStringList found;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        found += match.next().captured();
    }
    found.sort();
    return found;
}

int accelerators(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("&[^&\\s]"));
    QString plain = text;
    plain.remove(QStringLiteral("&&"));
    return static_cast<int>(plain.count(form));
}

/// What is wrong with a translation; "" when nothing is.
QString faultOf(const Message& message)
{
    if (!message.state.isEmpty()) {
        return message.state;
    }
    for (const QString& translation : message.translations) {
        if (translation.trimmed().isEmpty()) {
            return QStringLiteral("empty");
        }
        if (translation != translation.normalized(QString::NormalizationForm_C)) {
            return QStringLiteral("not NFC");
        }
        if (placeholders(translation) != placeholders(message.source)) {
            return QStringLiteral("other placeholders");
        }
        if (accelerators(translation) != accelerators(message.source)) {
            return QStringLiteral("other number of accelerators");
        }
    }
    return message.translations.size() == 1 ? QString() : QStringLiteral("Vietnamese has one form");
}

QStringList faultsOf(const std::vector<Message>& messages)
{
    QStringList faults;
    for (const Message& message : messages) {
        if (const QString fault = faultOf(message); !fault.isEmpty()) {
            faults += fault + QStringLiteral(" - ") + message.where();
        }
    }
    return faults;
}

/// The text of all sources of app/ and ui/.
QString everySource()
{
    QString text;
    for (const char* folder : {"app", "ui"}) {
        QDirIterator files(sourcePath(QLatin1String(folder)),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                text += QString::fromUtf8(file.readAll());
            }
        }
    }
    return text;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everySourceStringIsTranslated()
    {
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const QString copy = folder.filePath(QStringLiteral("sohoa_vi.ts"));
        QVERIFY(QFile::copy(sourcePath(QStringLiteral("translations/sohoa_vi.ts")), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-I"), sourcePath(QStringLiteral("app")), QStringLiteral("-I"),
                       sourcePath(QString()), sourcePath(QStringLiteral("app")),
                       sourcePath(QStringLiteral("ui")), QStringLiteral("-ts"), copy});
        constexpr int twoMinutes = 120 * 1000;
        QVERIFY2(lupdate.waitForFinished(twoMinutes), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        const std::vector<Message> messages = messagesOf(copy);
        QVERIFY(!messages.empty());
        const QStringList faults = faultsOf(messages);
        QVERIFY2(faults.isEmpty(),
                 qPrintable(QStringLiteral("%1 fault(s):\n").arg(faults.size()) + faults.join(u'\n')));
    }

    /// lupdate guesses the context of Words::tr() by the name of the struct where it loses its way; at run
    /// time it is the one that Q_DECLARE_TR_FUNCTIONS says, and the sentence would stay English.
    void everyContextIsOneTheProgramAsksFor()
    {
        const QString declared = everySource();
        QVERIFY(!declared.isEmpty());
        QStringList unknown;
        for (const Message& message : messagesOf(sourcePath(QStringLiteral("translations/sohoa_vi.ts")))) {
            const bool isClass = message.context.contains(QLatin1String("::"));
            const QString declaration = QStringLiteral("Q_DECLARE_TR_FUNCTIONS(%1)").arg(message.context);
            const QString call = QStringLiteral("translate(\"%1\"").arg(message.context);
            if (!isClass && !declared.contains(declaration) && !declared.contains(call)) {
                unknown += message.where();
            }
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void everySentenceOfQtKeepsItsPlaceholders()
    {
        const std::vector<Message> messages = messagesOf(sourcePath(QStringLiteral("translations/qt_vi.ts")));
        QVERIFY(!messages.empty());
        const QStringList faults = faultsOf(messages);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void faultsAreFound_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("translation");
        QTest::newRow("unfinished") << "unfinished"
                                    << "Open"
                                    << "Mở";
        QTest::newRow("vanished") << "vanished"
                                  << "Open"
                                  << "Mở";
        QTest::newRow("empty") << ""
                               << "Open"
                               << " ";
        QTest::newRow("a value is lost") << ""
                                         << "%1 of %2"
                                         << "%1";
        QTest::newRow("a value comes twice") << ""
                                             << "%1 of %2"
                                             << "%1/%2 %2";
        QTest::newRow("the count is lost") << ""
                                           << "%n page(s)"
                                           << "các trang";
        QTest::newRow("the key is lost") << ""
                                         << "&Open"
                                         << "Mở";
        QTest::newRow("not NFC") << ""
                                 << "Open" << QStringLiteral("Mở").normalized(QString::NormalizationForm_D);
    }
    void faultsAreFound()
    {
        QFETCH(QString, state);
        QFETCH(QString, source);
        QFETCH(QString, translation);
        QVERIFY(!faultOf({QStringLiteral("Test"), source, state, false, {translation}}).isEmpty());
        QCOMPARE(faultOf({QStringLiteral("Test"), source, {}, false, {source}}), QString());
    }

    void theCompiledTranslationIsInTheProgram()
    {
        QTranslator translator;
        QVERIFY(translator.load(vietnameseTranslation()));
        QCOMPARE(translator.translate("WordingNames", "blank page"), QStringLiteral("trang trắng"));
        QCOMPARE(translator.translate("QPlatformTheme", "Cancel"), QStringLiteral("Hủy"));
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
