// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace sohoa::ui {

/// Lies over the place where something that is being dragged would be taken, and says what would become of
/// it. The drag itself goes to what is under it.
class DropVeil final : public QWidget
{
    Q_OBJECT

public:
    explicit DropVeil(QWidget* parent);
    /// @param place in the coordinates of the parent
    void show(const QRect& place, const QString& sentence);
    [[nodiscard]] QString sentence() const { return isHidden() ? QString() : m_sentence; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_sentence;
};

} // namespace sohoa::ui
