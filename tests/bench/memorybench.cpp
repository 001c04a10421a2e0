// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "cost.h"
#include "measures.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <vector>

namespace sohoa::bench {

namespace {

const QString section = QStringLiteral("memory");
// What a stack ten times as large may take more. Pages are worked on one a core, so memory must not follow
// their number.
constexpr double growthLimit = 1.25;
constexpr double peakLimit = 600; // MiB, whatever the stack

/// Another sheet on the same form: places of the page are papered over and written on anew, so that no two of
/// a stack are taken for one sheet, and those of one form are candidates for it all the same.
Result<QByteArray> anotherSheet(const QByteArray& jpeg, QRandomGenerator& random)
{
    static const QStringList words =
        QStringLiteral("số nhà đường phố xã phường tỉnh ngày cấp nơi sinh quê quán họ "
                       "tên cha mẹ nghề nghiệp chỗ ở hiện nay lý do đề nghị kèm theo")
            .split(u' ');
    QImage page = QImage::fromData(jpeg, "JPEG").convertToFormat(QImage::Format_RGB32);
    if (page.isNull()) {
        return failure(ErrorCode::ImageDamaged);
    }
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Serif"));
    const int size = page.height() / random.bounded(60, 90);
    font.setPixelSize(size);
    painter.setFont(font);
    const int places = random.bounded(3, 6);
    for (int place = 0; place < places; ++place) {
        const int wide = page.width() * random.bounded(40, 80) / 100;
        const int high = page.height() * random.bounded(6, 16) / 100;
        const QRect box(random.bounded(page.width() / 20, page.width() - wide - 1),
                        random.bounded(page.height() / 20, page.height() - high - 1), wide, high);
        painter.fillRect(box, QColor(250, 249, 247));
        painter.setPen(QColor(35, 35, 60));
        for (int down = box.top() + size; down < box.bottom() - size; down += size * 3 / 2) {
            QString text;
            for (int word = random.bounded(3, 12); word > 0; --word) {
                text += words.at(random.bounded(static_cast<int>(words.size()))) + u' ';
            }
            painter.setClipRect(box);
            painter.drawText(box.left() + size, down, text);
        }
        painter.setClipping(false);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    constexpr int usualQuality = 85;
    if (!buffer.open(QIODevice::WriteOnly) || !page.save(&buffer, "JPEG", usualQuality)) {
        return failure(ErrorCode::Internal, QStringLiteral("no JPEG"));
    }
    return bytes;
}

/// `count` JPEG files of sheets that differ in `folder`.
Status fill(const QString& folder, const QStringList& pages, int count)
{
    constexpr quint32 seed = 779;
    QRandomGenerator random(seed);
    std::vector<QByteArray> pictures;
    for (const QString& page : pages) {
        if (page.endsWith(QLatin1String(".jpg"))) {
            SOHOA_ASSIGN(QByteArray jpeg, readFile(page, largestFile));
            pictures.push_back(std::move(jpeg));
        }
    }
    if (pictures.empty() || !QDir().mkpath(folder)) {
        return failure(ErrorCode::NotFound, folder);
    }
    for (int number = 0; number < count; ++number) {
        SOHOA_ASSIGN(const QByteArray bytes,
                     anotherSheet(pictures[static_cast<std::size_t>(number) % pictures.size()], random));
        QFile file(folder + QStringLiteral("/p%1.jpg").arg(number, 5, 10, QLatin1Char('0')));
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
                .name = name + QStringLiteral(": peak beside what it may be"),
                .value = cost.peakMebibytes / peakLimit,
                .unit = QStringLiteral("of 600 MiB"),
                .limit = 1.0});
    const double perMinute = 60e3 * pages / cost.processorMs;
    report.add(
        {.section = section,
         .name = name + QStringLiteral(": speed"),
         .value = perMinute,
         .unit = QStringLiteral("images/min/core"),
         .note = QStringLiteral("%1 on the clock, all cores").arg(60e3 * pages / cost.wallMs, 0, 'f', 0)});
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
