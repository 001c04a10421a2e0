// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/copyfields.h"

#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sohoa::ui {

namespace {

constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
/// Stands for ever: fewer days than the rule takes.
constexpr int forEver = workflow::leastKeepDays - 1;
constexpr int mostDays = 3650;
constexpr int mostGigabytes = 1000;

} // namespace

CopyFields::CopyFields(QWidget* parent)
    : QWidget(parent)
    , m_days(new QSpinBox)
    , m_space(new QSpinBox)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::m);
    const auto add = [line](const QString& name, QSpinBox* field) {
        QLabel* label = makeLabel(name, TextRole::Caption, true);
        label->setBuddy(field);
        field->setAccessibleName(name);
        auto* part = new QVBoxLayout;
        part->setSpacing(3);
        part->addWidget(label);
        part->addWidget(field);
        line->addLayout(part, 1);
    };
    m_days->setRange(forEver, mostDays);
    m_days->setSpecialValueText(tr("for ever"));
    m_days->setSuffix(tr(" days"));
    add(tr("Copies of papers stay here"), m_days);
    m_space->setRange(0, mostGigabytes);
    m_space->setSpecialValueText(tr("never"));
    m_space->setSuffix(QStringLiteral(" GB"));
    add(tr("Sooner when less is free than"), m_space);
    column->addLayout(line);
    const QString hint =
        tr("Only what the warehouse has and reads back once more; it comes back when you open it. "
           "Scanned pages stay.");
    QLabel* below = makeLabel(hint, TextRole::Caption, true);
    below->setWordWrap(true);
    column->addWidget(below);
    m_days->setAccessibleDescription(hint);
    m_space->setAccessibleDescription(hint);
}

workflow::RetentionSettings CopyFields::typed() const
{
    const int days = m_days->value();
    return {days == forEver ? 0 : days, m_space->value() * gigabyte};
}

void CopyFields::set(const workflow::RetentionSettings& settings)
{
    const workflow::RetentionSettings before = typed();
    if (!m_kept || before.keepDays == m_kept->keepDays) {
        m_days->setValue(settings.keepDays == 0 ? forEver : settings.keepDays);
    }
    if (!m_kept || before.freeBytes == m_kept->freeBytes) {
        m_space->setValue(static_cast<int>(settings.freeBytes / gigabyte));
    }
    m_kept = {settings.keepDays, settings.freeBytes / gigabyte * gigabyte};
}

std::optional<workflow::RetentionSettings> CopyFields::settings() const
{
    return m_kept ? std::optional(typed()) : std::nullopt;
}

} // namespace sohoa::ui
