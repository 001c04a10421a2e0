// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "figures.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sohoa::bench {

namespace {

QString written(double value)
{
    const double size = std::abs(value);
    return QString::number(value, 'f', size >= 100 || value == std::floor(value) ? 0 : size >= 10 ? 1 : 2);
}

void print(const QString& line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace

std::optional<double> Figure::share() const
{
    if (!limit) {
        return std::nullopt;
    }
    return limited.value_or(value) / *limit;
}

void Report::add(const Figure& figure)
{
    if (figure.section != m_section) {
        m_section = figure.section;
        print(QStringLiteral("\n%1\n  %2%3  %4%5%6%7%8")
                  .arg(m_section)
                  .arg(QStringLiteral("figure"), -60)
                  .arg(QStringLiteral("median"), 10)
                  .arg(QStringLiteral("unit"), -14)
                  .arg(QStringLiteral("95 %"), 9)
                  .arg(QStringLiteral("ms CPU"), 9)
                  .arg(QStringLiteral("D"), 8)
                  .arg(QStringLiteral("of limit"), 10));
    }
    const auto orDash = [](const std::optional<double>& value) {
        return value ? written(*value) : QStringLiteral("-");
    };
    print(QStringLiteral("  %1%2  %3%4%5%6%7%8")
              .arg(figure.name, -60)
              .arg(written(figure.value), 10)
              .arg(figure.unit, -14)
              .arg(orDash(figure.percentile95), 9)
              .arg(orDash(figure.processorMs), 9)
              .arg(orDash(figure.inDecodes), 8)
              .arg(orDash(figure.share()), 10)
              .arg(figure.note.isEmpty() ? QString() : QStringLiteral("  ") + figure.note));
    m_figures.push_back(figure);
}

void Report::skip(const QString& section, const QString& what, const QString& reason)
{
    print(QStringLiteral("  %1 NOT MEASURED: %2").arg(what, -60).arg(reason));
    m_skipped.push_back(QJsonObject{{QStringLiteral("section"), section},
                                    {QStringLiteral("name"), what},
                                    {QStringLiteral("reason"), reason}});
}

void Report::condition(const QString& name, const QJsonValue& value)
{
    print(QStringLiteral("# %1: %2").arg(name, value.toVariant().toString()));
    m_conditions[name] = value;
}

QJsonObject Report::toJson() const
{
    QJsonArray figures;
    for (const Figure& figure : m_figures) {
        QJsonObject json{{QStringLiteral("section"), figure.section},
                         {QStringLiteral("name"), figure.name},
                         {QStringLiteral("value"), figure.value},
                         {QStringLiteral("unit"), figure.unit}};
        const auto put = [&json](const char* name, const std::optional<double>& value) {
            if (value) {
                json[QLatin1String(name)] = *value;
            }
        };
        put("percentile95", figure.percentile95);
        put("processorMs", figure.processorMs);
        put("decodes", figure.inDecodes);
        put("limit", figure.limit);
        put("shareOfLimit", figure.share());
        if (!figure.note.isEmpty()) {
            json[QStringLiteral("note")] = figure.note;
        }
        figures.append(json);
    }
    QJsonArray skipped;
    for (const QJsonObject& one : m_skipped) {
        skipped.append(one);
    }
    return {{QStringLiteral("conditions"), m_conditions},
            {QStringLiteral("figures"), figures},
            {QStringLiteral("notMeasured"), skipped},
            {QStringLiteral("limitsExceeded"), exceeded()}};
}

int Report::exceeded() const
{
    return static_cast<int>(std::count_if(m_figures.begin(), m_figures.end(), [](const Figure& figure) {
        return figure.share().value_or(0) > 1;
    }));
}

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double percentile95(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(values.size()))) - 1;
    return values[rank];
}

} // namespace sohoa::bench
