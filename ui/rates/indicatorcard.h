// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reporting/indicators.h"

#include <QAbstractButton>

namespace sohoa::ui {

/// One indicator: its rate, a bar against the target, numerator and denominator. Pressing it shows the
/// dossiers behind.
class IndicatorCard final : public QAbstractButton
{
    Q_OBJECT

public:
    /// @param key the digit that opens it together with Alt
    IndicatorCard(dossier::IndicatorKind kind, int key, QWidget* parent = nullptr);
    void set(const reporting::IndicatorValue& value);
    [[nodiscard]] dossier::IndicatorKind kind() const { return m_value.count.kind; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// The counts, target and points in a line, as far as `room` reaches.
    [[nodiscard]] QString facts(int room, const QFontMetrics& metrics) const;
    reporting::IndicatorValue m_value;
    int m_key;
};

} // namespace sohoa::ui
