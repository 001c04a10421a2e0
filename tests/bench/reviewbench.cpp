// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cost.h"
#include "measures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace sohoa::bench {

Status measureReview(const Plan& plan, const QStringList& pages, Report& report)
{
    const QTemporaryDir folder(plan.work.filePath(QStringLiteral("review-XXXXXX")));
    if (!folder.isValid()) {
        return failure(ErrorCode::StorageFailed, folder.errorString());
    }
    QStringList pictures;
    for (const QString& page : pages) {
        if (page.endsWith(QLatin1String(".jpg"))) {
            pictures.append(page);
        }
    }
    for (const int count : plan.reviewPages) {
        const QString home = QDir(folder.path()).filePath(QStringLiteral("home-%1").arg(count));
        SOHOA_ASSIGN(const ChildCost cost, runChild(ownProgram(QStringLiteral("sohoa_reviewbench")),
                                                    QStringList{home, QString::number(count)} + pictures));
        if (cost.exitCode != 0) {
            return failure(ErrorCode::Internal,
                           QStringLiteral("sohoa_reviewbench ended with %1").arg(cost.exitCode));
        }
        const QJsonArray figures = QJsonDocument::fromJson(cost.output).array();
        for (const QJsonValue& value : figures) {
            const QJsonObject figure = value.toObject();
            Figure one{.section = QStringLiteral("review"),
                       .name = figure[QLatin1String("name")].toString(),
                       .value = figure[QLatin1String("value")].toDouble(),
                       .unit = figure[QLatin1String("unit")].toString(),
                       .note = figure[QLatin1String("note")].toString()};
            if (const QJsonValue limit = figure[QLatin1String("limit")]; limit.isDouble()) {
                one.limit = limit.toDouble();
            }
            report.add(one);
        }
    }
    return {};
}

} // namespace sohoa::bench
