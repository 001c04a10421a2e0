// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <QJsonDocument>
#include <QProcess>

namespace sohoa::test {

namespace {
constexpr int patienceMilliseconds = 240'000;
}

std::vector<QJsonObject> Run::objects() const
{
    std::vector<QJsonObject> found;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray& line : lines) {
        if (line.isEmpty()) {
            continue;
        }
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject()) {
            return {};
        }
        found.push_back(document.object());
    }
    return found;
}

QByteArray Run::all() const
{
    return "exit " + QByteArray::number(exit) + (crashed ? " crashed" : "") + "\n" + output + "\n" + messages;
}

QString cliPath()
{
    return QStringLiteral(SOHOA_CLI);
}

Run runCli(const QStringList& arguments, const QStringList& environment, const QByteArray& input)
{
    QProcess process;
    QStringList variables = QProcess::systemEnvironment();
    variables += QStringLiteral("SOHOA_KEYSTORE=file");
    variables += environment;
    process.setEnvironment(variables);
    process.start(cliPath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    if (!process.waitForStarted() || !process.waitForFinished(patienceMilliseconds)) {
        run.messages = "did not start or did not end";
        process.kill();
        process.waitForFinished();
        return run;
    }
    run.crashed = process.exitStatus() != QProcess::NormalExit;
    run.exit = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.messages = process.readAllStandardError();
    return run;
}

} // namespace sohoa::test
