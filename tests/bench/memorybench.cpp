// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cost.h"
#include "measures.h"

#include <QFile>
#include <QTemporaryDir>

namespace sohoa::bench {

namespace {

const QString section = QStringLiteral("memory");
// What a stack ten times as large may take more. Pages are worked on one a core, so memory must not follow
// their number.
constexpr double growthLimit = 1.25;

/// The JPEG with a comment behind its first marker: the same picture, another file.
QByteArray variant(const QByteArray& jpeg, int number)
{
    const QByteArray text = QByteArray::number(number).rightJustified(8, '0');
    QByteArray comment("\xff\xfe\x00\x0a", 4); // COM, length 2 + 8
    return jpeg.left(2) + comment + text + jpeg.mid(2);
}

/// `count` JPEG files with distinct content in `folder`.
Status fill(const QString& folder, const QStringList& pages, int count)
{
    QStringList pictures;
    for (const QString& page : pages) {
        if (page.endsWith(QLatin1String(".jpg"))) {
            pictures += page;
        }
    }
    if (pictures.isEmpty() || !QDir().mkpath(folder)) {
        return failure(ErrorCode::NotFound, folder);
    }
    for (int number = 0; number < count; ++number) {
        SOHOA_ASSIGN(const QByteArray jpeg, readFile(pictures[number % pictures.size()], largestFile));
        QFile file(folder + QStringLiteral("/p%1.jpg").arg(number, 5, 10, QLatin1Char('0')));
        const QByteArray bytes = variant(jpeg, number);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return failure(ErrorCode::DiskFull, file.fileName());
        }
    }
    return {};
}

/// Runs a command of sohoa-cli in a new home. Exit 1 is fine: pages without separator sheet are kept
/// unassigned.
Result<ChildCost> runAtHome(const QString& home, const QStringList& arguments)
{
    const QString program = ownProgram(QStringLiteral("sohoa-cli"));
    SOHOA_ASSIGN(const ChildCost made,
                 runChild(program, {QStringLiteral("init"), QStringLiteral("--home"), home,
                                    QStringLiteral("--unit"), QStringLiteral("H56.14"),
                                    QStringLiteral("--unit-name"), QStringLiteral("Đo thử")}));
    if (made.exitCode != 0) {
        return failure(ErrorCode::Internal, QStringLiteral("init ended with %1").arg(made.exitCode));
    }
    SOHOA_ASSIGN(ChildCost cost, runChild(program, arguments + QStringList{QStringLiteral("--home"), home,
                                                                           QStringLiteral("--json")}));
    if (cost.exitCode != 0 && cost.exitCode != 1) {
        return failure(ErrorCode::Internal,
                       QStringLiteral("%1 ended with %2").arg(arguments.front()).arg(cost.exitCode));
    }
    return cost;
}

void addRun(const QString& name, int pages, const ChildCost& cost, std::optional<double> smaller,
            Report& report)
{
    Figure peak{.section = section,
                .name = name + QStringLiteral(": peak"),
                .value = cost.peakMebibytes,
                .unit = QStringLiteral("MiB")};
    if (smaller) {
        peak.limited = cost.peakMebibytes / *smaller;
        peak.limit = growthLimit;
        peak.note = QStringLiteral("%1 times that of the smallest stack").arg(*peak.limited, 0, 'f', 2);
    }
    report.add(peak);
    report.add({.section = section,
                .name = name + QStringLiteral(": cost"),
                .value = cost.processorMs / pages,
                .unit = QStringLiteral("ms CPU/page"),
                .note = QStringLiteral("%1 s on the clock, exit %2")
                            .arg(cost.wallMs / 1e3, 0, 'f', 1)
                            .arg(cost.exitCode)});
}

} // namespace

Status measureMemory(const Plan& plan, const QStringList& pages, Report& report)
{
    report.condition(
        QStringLiteral("memory of this process before the first run (MiB; none below can be seen)"),
        peakMebibytes());
    const QTemporaryDir folder(plan.work.filePath(QStringLiteral("memory-XXXXXX")));
    if (!folder.isValid()) {
        return failure(ErrorCode::StorageFailed, folder.errorString());
    }
    const QDir root(folder.path());
    std::optional<double> smallest;
    for (const int count : plan.memoryPages) {
        const QString stack = root.filePath(QStringLiteral("stack-%1").arg(count));
        SOHOA_TRY(fill(stack, pages, count));
        SOHOA_ASSIGN(const ChildCost cost, runAtHome(root.filePath(QStringLiteral("batch-%1").arg(count)),
                                                     {QStringLiteral("batch"), stack}));
        addRun(QStringLiteral("batch of %1 pages").arg(count), count, cost, smallest, report);
        smallest = smallest.value_or(cost.peakMebibytes);
    }
    const QString paper = root.filePath(QStringLiteral("paper"));
    SOHOA_TRY(fill(paper, pages, plan.digitizePages));
    SOHOA_ASSIGN(const ChildCost cost, runAtHome(root.filePath(QStringLiteral("digitize")),
                                                 {QStringLiteral("digitize"), QStringLiteral("--procedure"),
                                                  QStringLiteral("2.000815"), QStringLiteral("--component"),
                                                  QStringLiteral("2"), paper}));
    addRun(QStringLiteral("digitize %1 pages into one paper").arg(plan.digitizePages), plan.digitizePages,
           cost, {}, report);
    return {};
}

} // namespace sohoa::bench
