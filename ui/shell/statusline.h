// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/icons.h"
#include "ui/style/tokens.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

namespace sohoa::ui {

/// What the lower edge of the window tells.
struct ShellStatus
{
    QString unitName;
    QString unitCode;
    int workstation = 0; ///< 0: not enrolled
    int workstations = 0;
    QString officer;
    /// Whether the warehouse answered last time; empty while nobody asked.
    std::optional<bool> warehouseReached = {};
    int waitingPapers = 0;
    std::optional<QDateTime> oldestWaiting = {};
    int alarmHours = 24; ///< a paper that waits longer is an alarm
    bool keyIsInFile = false;

    bool operator==(const ShellStatus&) const = default;
};

/// The status bar: unit, workstation, line, the age of the oldest paper that is not in the warehouse yet.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);
    /// @param now for the age of the oldest paper
    void set(const ShellStatus& status, const QDateTime& now);
    [[nodiscard]] QString deliverySentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Piece;
    Piece* m_unit;
    Piece* m_workstation;
    Piece* m_key;
    Piece* m_line;
    Piece* m_oldest;
};

} // namespace sohoa::ui
