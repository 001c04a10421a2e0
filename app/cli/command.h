// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/stoptoken.h"
#include "cli/output.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>

namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::cli {

/// What a command gets: its parsed options and arguments, and the way to speak.
struct Call
{
    const QCommandLineParser& options;
    QStringList arguments; ///< without the command's own name
    QString home;
    const Output& output;
    const Clock& clock;
    StopToken stop;

    /// Opens the home, or says why not and gives the exit status.
    [[nodiscard]] Result<std::unique_ptr<workflow::Workspace>> openHome() const;
    /// Tells a person who answers for the data that its key is in a file; not at every command, or nobody
    /// reads it.
    void sayWhereTheKeyIs(const workflow::Workspace& workspace) const;
    /// Says the error and gives its exit status.
    [[nodiscard]] Exit fail(const Error& error, const QString& subject = {}) const;
    /// Wrong usage: says `why` and the command's usage line.
    [[nodiscard]] Exit usage(const QString& why) const;
    QString usageLine;
};

/// One command of the contract.
struct Command
{
    const char* name;
    const char* arguments; ///< for the usage line
    const char* summary;   ///< source string for translation
    void (*declare)(QCommandLineParser& parser);
    Exit (*run)(const Call& call);
};

/// Every command, in the order of the help.
std::span<const Command> commands();

// One function a command, grouped by file: homecommands.cpp, pagecommands.cpp, deliverycommands.cpp,
// enrolcommands.cpp, reportcommands.cpp, bundlecommands.cpp, scancommands.cpp, sheetcommands.cpp,
// warehousecommands.cpp.
Exit runInit(const Call& call);
Exit runBackup(const Call& call);
Exit runBundle(const Call& call);
Exit runRestore(const Call& call);
Exit runRecovery(const Call& call);
Exit runInspect(const Call& call);
Exit runDigitize(const Call& call);
Exit runBatch(const Call& call);
Exit runScan(const Call& call);
Exit runSessions(const Call& call);
Exit runSync(const Call& call);
Exit runRetention(const Call& call);
Exit runOutbox(const Call& call);
Exit runVerify(const Call& call);
Exit runWarehouse(const Call& call);
Exit runEnrol(const Call& call);
Exit runDelivery(const Call& call);
Exit runReport(const Call& call);
Exit runSeparators(const Call& call);
Exit runPoster(const Call& call);

// Options of the commands that have many, beside what they mean.
void declareEnrol(QCommandLineParser& parser);
void declareDelivery(QCommandLineParser& parser);
void declareScan(QCommandLineParser& parser);
void declareSessions(QCommandLineParser& parser);
void declareWarehouse(QCommandLineParser& parser);

} // namespace sohoa::cli
