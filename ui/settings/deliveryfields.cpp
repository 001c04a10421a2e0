// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/deliveryfields.h"

#include "ui/widgets/basics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sohoa::ui {

using dossier::DeliveryRules;

namespace {

/// Stands for no limit: less than the rules take.
constexpr int noLimit = DeliveryRules::leastKbit - 1;

} // namespace

DeliveryFields::DeliveryFields(QWidget* parent)
    : QWidget(parent)
    , m_limit(new QSpinBox)
    , m_hours(new QLineEdit)
    , m_alarm(new QSpinBox)
    , m_metered(new QCheckBox(tr("Wait on a line that is paid by volume")))
    , m_paused(new QCheckBox(tr("Pause sending")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Sending"));
    layout->addWidget(card);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::m);
    const auto add = [line](const QString& name, QWidget* field) {
        QLabel* label = makeLabel(name, TextRole::Caption, true);
        label->setBuddy(field);
        field->setAccessibleName(name);
        auto* part = new QVBoxLayout;
        part->setSpacing(3);
        part->addWidget(label);
        part->addWidget(field);
        line->addLayout(part, 1);
    };
    m_limit->setRange(noLimit, DeliveryRules::mostKbit);
    m_limit->setSpecialValueText(tr("no limit"));
    m_limit->setSuffix(QStringLiteral(" kbit/s"));
    add(tr("Speed"), m_limit);
    m_hours->setPlaceholderText(tr("at any time"));
    m_hours->setMaxLength(20);
    add(tr("Papers only from – to"), m_hours);
    m_alarm->setRange(1, DeliveryRules::mostAlarmHours);
    m_alarm->setSuffix(tr(" hours"));
    add(tr("Alarm after"), m_alarm);
    card->body()->addLayout(line);
    auto* boxes = new QHBoxLayout;
    boxes->setSpacing(space::l);
    for (QCheckBox* box : {m_metered, m_paused}) {
        box->setAccessibleName(box->text());
        boxes->addWidget(box);
    }
    boxes->addStretch(1);
    card->body()->addLayout(boxes);
    const QString hint =
        tr("For example 17:30-07:00, when the line is free. F5 under Delivery always sends now.");
    QLabel* below = makeLabel(hint, TextRole::Caption, true);
    below->setWordWrap(true);
    m_hours->setAccessibleDescription(hint);
    card->body()->addWidget(below);
}

DeliveryRules DeliveryFields::typed() const
{
    DeliveryRules rules;
    rules.kbitPerSecond = m_limit->value() == noLimit ? 0 : m_limit->value();
    rules.hours = dossier::deliveryHoursFrom(m_hours->text());
    rules.waitsOnMetered = m_metered->isChecked();
    rules.alarmHours = m_alarm->value();
    rules.pausedSince = m_kept && m_paused->isChecked() ? m_kept->pausedSince : std::nullopt;
    return rules;
}

void DeliveryFields::set(const DeliveryRules& rules)
{
    if (m_kept &&
        (typed() != *m_kept || !hoursHold() || m_paused->isChecked() != m_kept->pausedSince.has_value())) {
        m_kept = rules;
        return;
    }
    m_kept = rules;
    m_limit->setValue(rules.kbitPerSecond == 0 ? noLimit : rules.kbitPerSecond);
    m_hours->setText(rules.hours ? dossier::toText(*rules.hours) : QString());
    m_metered->setChecked(rules.waitsOnMetered);
    m_paused->setChecked(rules.pausedSince.has_value());
    m_alarm->setValue(rules.alarmHours);
}

bool DeliveryFields::hoursHold() const
{
    return m_hours->text().trimmed().isEmpty() || dossier::deliveryHoursFrom(m_hours->text());
}

void DeliveryFields::askForHours()
{
    m_hours->setFocus();
    m_hours->selectAll();
}

std::optional<DeliveryRules> DeliveryFields::rules(const QDateTime& now) const
{
    if (!m_kept || !hoursHold()) {
        return {};
    }
    DeliveryRules rules = typed();
    if (m_paused->isChecked() && !rules.pausedSince) {
        rules.pausedSince = now;
    }
    return rules;
}

} // namespace sohoa::ui
