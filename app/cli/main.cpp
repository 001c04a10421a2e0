// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/language.h"
#include "cli/words.h"
#include "workflow/workspace.h"

#include <QGuiApplication>

#include <csignal>
#include <cstdio>
#include <optional>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

namespace {

using namespace sohoa;
using namespace sohoa::cli;

StopSource& stopSource()
{
    static StopSource source;
    return source;
}

/// Only sets a flag that is waited for nowhere: request_stop() is a lock-free exchange when nobody registered
/// a callback, and we register none.
void stopPolitely(int)
{
    stopSource().request_stop();
}

/// What Qt says to its programmers is noise to a clerk and would stand between our lines.
void keepToOurselves(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg || qEnvironmentVariableIsSet("SOHOA_DEBUG")) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    }
}

QString usageOf(const Command& command)
{
    return QStringLiteral("sohoa-cli %1 %2")
        .arg(QString::fromLatin1(command.name), QString::fromLatin1(command.arguments))
        .trimmed();
}

void declareCommon(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("home"), Words::tr("Folder of the home."), QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("json"), Words::tr("One JSON object a line on standard output.")});
    parser.addOption({QStringLiteral("quiet"), Words::tr("No messages and no progress.")});
    parser.addOption({QStringLiteral("lang"), Words::tr("Language of the messages: vi or en."),
                      QStringLiteral("LANG"), QStringLiteral("vi")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Shows this help.")});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, Words::tr("Shows the version.")});
}

QString helpText()
{
    QString text =
        Words::tr("sohoa-cli: digitizes dossiers and delivers them to the warehouse, without a window.") +
        QStringLiteral("\n\n");
    for (const Command& command : commands()) {
        text += QStringLiteral("  ") + usageOf(command) + QStringLiteral("\n      ") +
                Words::tr(command.summary) + QStringLiteral("\n");
    }
    return text + QStringLiteral("\n") +
           Words::tr(
               "Every command: --home DIR, --json, --quiet, --lang vi|en. "
               "Exit status: 0 done, 1 done in part or refused, 2 wrong usage, 3 disk, network or key.");
}

const Command* commandNamed(const QString& name)
{
    for (const Command& command : commands()) {
        if (name == QLatin1String(command.name)) {
            return &command;
        }
    }
    return nullptr;
}

/// Where the name of the command stands: the first argument that is neither a common option nor its value, so
/// that "--home DIR init" and "init --home DIR" are the same. Past the end when there is none.
qsizetype positionOfCommand(const QStringList& arguments)
{
    QCommandLineParser common;
    declareCommon(common);
    common.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    common.parse(arguments);
    return arguments.size() - common.positionalArguments().size();
}

int run(QStringList arguments)
{
    const qsizetype position = positionOfCommand(arguments);
    const QString name = arguments.value(position);
    const Command* command = commandNamed(name);
    QCommandLineParser parser;
    declareCommon(parser);
    if (command != nullptr) {
        command->declare(parser);
        arguments.removeAt(position);
    }
    const bool parsed = parser.parse(arguments);
    loadLanguage(parser.value(QStringLiteral("lang")));
    const Output output(parser.isSet(QStringLiteral("json")), parser.isSet(QStringLiteral("quiet")));
    if (parser.isSet(QStringLiteral("version"))) {
        const QString version = QCoreApplication::applicationVersion();
        output.line(QCoreApplication::applicationName() + u' ' + version);
        output.object(QJsonObject{{QStringLiteral("version"), version}});
        return static_cast<int>(Exit::Done);
    }
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        const QString help =
            command != nullptr ? usageOf(*command) + QStringLiteral("\n\n") + parser.helpText() : helpText();
        if (output.json()) {
            output.message(help); // no result that a program reads
        } else {
            output.line(help);
        }
        return static_cast<int>(Exit::Done);
    }
    if (command == nullptr) {
        // An option of a command stands before its name, or is none at all.
        const bool strayOption = name.isEmpty() && !parsed;
        output.trouble(strayOption ? Words::tr("%1 See sohoa-cli --help.").arg(parser.errorText())
                       : name.isEmpty()
                           ? helpText()
                           : Words::tr("There is no command \"%1\". See sohoa-cli --help.").arg(name));
        return static_cast<int>(Exit::Usage);
    }
    const SystemClock clock;
    const QString home =
        parser.isSet(QStringLiteral("home")) ? parser.value(QStringLiteral("home")) : workflow::defaultHome();
    const Call call{
        parser,           parser.positionalArguments(), home, output, clock, stopSource().get_token(),
        usageOf(*command)};
    if (!parsed) {
        return static_cast<int>(call.usage(parser.errorText()));
    }
    const Exit exit = command->run(call);
    if (const std::optional<Error> lost = output.lostResults()) {
        return static_cast<int>(worse(exit, call.fail(*lost, QStringLiteral("stdout"))));
    }
    return static_cast<int>(exit);
}

} // namespace

int main(int argc, char* argv[])
{
#ifdef Q_OS_WIN
    // Bytes as they are: UTF-8, and line ends of our own choice.
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    SetConsoleOutputCP(CP_UTF8);
#endif
    qInstallMessageHandler(keepToOurselves);
    // Fonts and PDF drawing need a platform; none of ours shows a window.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sohoa-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SOHOA_VERSION));
    stopSource();
    std::signal(SIGINT, stopPolitely);
    std::signal(SIGTERM, stopPolitely);
    return run(QCoreApplication::arguments());
}
