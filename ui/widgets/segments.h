// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace sohoa::ui {

/// A few choices side by side of which one holds. Left and Right move between them.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    /// @param group owned by the caller; tells and holds the choice by id
    explicit Segments(QButtonGroup* group, QWidget* parent = nullptr);
    QAbstractButton* add(const QString& name, int id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
};

} // namespace sohoa::ui
