// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/deliveryrules.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace sohoa::ui {

/// When and how fast papers are sent, in the settings.
class DeliveryFields final : public QWidget
{
    Q_OBJECT

public:
    explicit DeliveryFields(QWidget* parent = nullptr);

    /// What is kept. Where something else was typed meanwhile all fields stay as they are.
    void set(const dossier::DeliveryRules& rules);
    /// @param now when a pause that was ticked begins
    /// @return empty until the kept ones were set, and when the hours cannot be
    [[nodiscard]] std::optional<dossier::DeliveryRules> rules(const QDateTime& now) const;
    [[nodiscard]] bool hoursHold() const;
    /// Puts the hands on the hours.
    void askForHours();

private:
    [[nodiscard]] dossier::DeliveryRules typed() const;

    QSpinBox* m_limit;
    QLineEdit* m_hours;
    QSpinBox* m_alarm;
    QCheckBox* m_metered;
    QCheckBox* m_paused;
    std::optional<dossier::DeliveryRules> m_kept;
};

} // namespace sohoa::ui
