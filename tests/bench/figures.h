// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa::bench {

/// One measured number.
struct Figure
{
    QString section; ///< "stages", "peers", "codes", "memory", "journal", "review"
    QString name;
    double value = 0; ///< the median where something was measured several times
    QString unit;     ///< "ms CPU/page", "MiB", "of 288"
    std::optional<double> percentile95 = {};
    std::optional<double> processorMs = {}; ///< beside a value that is time on the clock
    std::optional<double> inDecodes = {};   ///< value in full decodes of the same pages (1 D)
    std::optional<double> limit = {};       ///< what `limited` may not exceed
    std::optional<double> limited = {};     ///< the number the limit is about: value or ratio; empty: value
    QString note = {};

    /// The limited number over the limit, up to 1 is within; empty without limit.
    [[nodiscard]] std::optional<double> share() const;
};

/// The figures of one run, in the order they were measured.
class Report
{
public:
    /// Keeps a figure and prints its line at once, so that a run that is cut short has shown what it had.
    void add(const Figure& figure);
    /// Something that was not measured, and why.
    void skip(const QString& section, const QString& what, const QString& reason);
    /// A condition of the run: processor, load, pages.
    void condition(const QString& name, const QJsonValue& value);
    [[nodiscard]] QJsonObject toJson() const;
    /// Limits that were exceeded.
    [[nodiscard]] int exceeded() const;

private:
    QJsonObject m_conditions;
    std::vector<Figure> m_figures;
    std::vector<QJsonObject> m_skipped;
    QString m_section;
};

/// The middle value and the value 95 % do not exceed (nearest rank); 0 for none.
double median(std::vector<double> values);
double percentile95(std::vector<double> values);

} // namespace sohoa::bench
