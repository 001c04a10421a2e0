// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// The window: reads settings, builds the objects, hands each what it needs, shows the window.

#include "base/clock.h"
#include "translations/translations.h"
#include "ui/async/worker.h"
#include "ui/settings/lookandscan.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/opening.h"
#include "ui/shell/shellpresenter.h"
#include "ui/style/style.h"
#include "workflow/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QThread>
#include <QTranslator>

#include <algorithm>
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
    QApplication application(argc, argv);
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
    const std::unique_ptr<workflow::Workspace> workspace = openHome(folder, clock);
    if (!workspace) {
        return 3;
    }
    Worker journal(1);
    Worker pictures(std::max(2, QThread::idealThreadCount() - 1));
    Worker errands(2);
    MainWindow window;
    ShellPresenter shell(window, Bench{*workspace, journal, pictures, errands});
    QObject::connect(&shell, &ShellPresenter::lookChosen, &window, [style](Look chosen) {
        style->setLook(chosen);
        QApplication::setPalette(style->standardPalette());
    });
    window.resize(1180, 720);
    window.showMaximized();
    window.showScreen(MainWindow::DeskPlace);
    const int status = QApplication::exec();
    shell.stop();
    errands.join();
    pictures.join();
    journal.join();
    return status;
}
