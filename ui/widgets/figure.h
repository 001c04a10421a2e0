// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/tokens.h"

#include <QFrame>

class QLabel;

namespace sohoa::ui {

/// A number with its name, to be seen at a glance.
class Figure final : public QFrame
{
    Q_OBJECT

public:
    explicit Figure(const QString& name, QWidget* parent = nullptr);
    void set(const QString& value, Tone tone);
    [[nodiscard]] QString value() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_name;
    QString m_value;
    Tone m_tone = Tone::Neutral;
};

} // namespace sohoa::ui
