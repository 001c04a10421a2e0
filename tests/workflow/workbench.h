// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/fixedclock.h"
#include "workflow/workspace.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace sohoa::dossier {
struct Separator;
}

namespace sohoa::test {

/// A home in a temporary folder, with the embedded folder warehouse and a clock that stands still.
class Workbench
{
public:
    Workbench();

    [[nodiscard]] workflow::Workspace& workspace() const { return *m_workspace; }
    [[nodiscard]] FixedClock& clock() { return m_clock; }
    [[nodiscard]] QString home() const;
    [[nodiscard]] QString warehouse() const;
    /// A path for a file of the test.
    [[nodiscard]] QString path(const QString& name) const;
    /// Closes the home and opens it again, as a new start of the program does.
    void reopen();

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<workflow::Workspace> m_workspace;
};

/// Draws a page of printed text, A5 at 200 dpi, saves it as JPEG and dates the file 2026-11-20 08:00 +07:00.
/// Pages of different numbers have different text.
void drawTextPage(const QString& path, int number);
/// An empty sheet of paper with a little noise.
void drawBlankPage(const QString& path);
/// One of our separator sheets.
void drawSheet(const QString& path, const dossier::Separator& separator);
void writeFile(const QString& path, const QByteArray& bytes);

} // namespace sohoa::test
