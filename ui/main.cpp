// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// The window: reads settings, builds the objects, hands each what it needs.

#include "base/clock.h"
#include "translations/translations.h"
#include "ui/settings/lookandscan.h"
#include "ui/shell/application.h"
#include "ui/shell/program.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "workflow/workspace.h"

#include <QCommandLineParser>
#include <QLocale>
#include <QTranslator>

#include <optional>

using namespace sohoa;
using namespace sohoa::ui;

namespace {

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("sohoa"));
    QCoreApplication::setApplicationName(QStringLiteral("sohoa"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SOHOA_VERSION));
}

/// --home and --lang, before there is an application: the size of everything must be known first.
struct Options
{
    QString home;
    std::optional<Language> language = {};
};

Options optionsOf(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption home(QStringLiteral("home"), QStringLiteral("Folder of the data."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("vi or en."),
                                      QStringLiteral("LANG"));
    parser.addOptions({home, language});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);
    Options options;
    options.home = parser.value(home);
    if (parser.isSet(language)) {
        options.language =
            parser.value(language) == QLatin1String("en") ? Language::English : Language::Vietnamese;
    }
    return options;
}

} // namespace

int main(int argc, char* argv[])
{
    nameProgram();
    const LookSettings look = loadLook();
    if (look.percent != 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(look.percent / 100.0));
    }
    Application application(argc, argv);
    const Options options = optionsOf(QApplication::arguments());
    QTranslator translator;
    if (options.language.value_or(look.language) == Language::Vietnamese &&
        translator.load(vietnameseTranslation())) {
        QApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    }
    auto* style = new Style(look.look);
    QApplication::setStyle(style); // takes the style over
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setApplicationDisplayName(QStringLiteral("Số hóa Một cửa"));

    const SystemClock clock;
    const QString folder = options.home.isEmpty() ? workflow::defaultHome() : options.home;
    Program program(folder, clock);
    QObject::connect(&program, &Program::lookChosen, &application, [style](Look chosen) {
        style->setLook(chosen);
        QApplication::setPalette(style->standardPalette());
    });
    program.begin();
    return QApplication::exec();
}
