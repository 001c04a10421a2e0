// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Fills a home with invented dossiers, so that the window can be tried on many: sohoa_fill HOME COUNT.

#include "bench/madedossier.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace sohoa;

namespace {

constexpr int perTransaction = 2'000;

Status fill(const QString& folder, int count, const Clock& clock)
{
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    settings.unitName = QStringLiteral("UBND xã Thanh Bình");
    settings.officer = QStringLiteral("Lê Văn Minh");
    SOHOA_ASSIGN(const std::unique_ptr<workflow::Workspace> home,
                 workflow::Workspace::create(folder, settings, clock));
    for (int from = 0; from < count; from += perTransaction) {
        SOHOA_TRY(home->journal().write([&](storage::JournalWriter& writer) -> Status {
            for (int number = from; number < std::min(count, from + perTransaction); ++number) {
                const bench::MadeDossier made = bench::madeDossier(number, count);
                SOHOA_TRY(writer.openDossier(made.dossier, made.components));
                for (const dossier::Paper& paper : made.papers) {
                    SOHOA_TRY(writer.addPaper(paper));
                }
            }
            return {};
        }));
    }
    return {};
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("sohoa_fill HOME COUNT\n", stderr);
        return 2;
    }
    const SystemClock clock;
    const Status filled = fill(arguments[1], arguments[2].toInt(), clock);
    if (!filled) {
        std::fprintf(stderr, "%s\n", qPrintable(describe(filled.error())));
        return 1;
    }
    return 0;
}
