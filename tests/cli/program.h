// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa::test {

/// What a run of sohoa-cli said.
struct Run
{
    int exit = -1;
    bool crashed = false;
    QByteArray output;
    QByteArray messages;

    /// Standard output as JSON lines; empty when a line is no object.
    [[nodiscard]] std::vector<QJsonObject> objects() const;
    /// For a failed comparison.
    [[nodiscard]] QByteArray all() const;
};

/// Runs the program of this build and waits for it. @param input what it reads from standard input
Run runCli(const QStringList& arguments, const QStringList& environment = {}, const QByteArray& input = {});
/// Path of the program.
QString cliPath();

} // namespace sohoa::test
