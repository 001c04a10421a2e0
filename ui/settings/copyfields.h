// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/retention.h"

#include <QWidget>

#include <optional>

class QSpinBox;

namespace sohoa::ui {

/// How long copies of papers stay here that the warehouse has, in the settings.
class CopyFields final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyFields(QWidget* parent = nullptr);

    /// What is kept. A field in which something else was typed meanwhile stays as it is.
    void set(const workflow::RetentionSettings& settings);
    /// Empty until the kept ones were set.
    [[nodiscard]] std::optional<workflow::RetentionSettings> settings() const;

private:
    [[nodiscard]] workflow::RetentionSettings typed() const;

    QSpinBox* m_days;
    QSpinBox* m_space;
    std::optional<workflow::RetentionSettings> m_kept; ///< as the fields would be read if nobody had typed
};

} // namespace sohoa::ui
