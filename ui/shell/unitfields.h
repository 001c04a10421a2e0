// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/unitsettings.h"

#include <QWidget>

#include <optional>

class QSpinBox;

namespace sohoa::ui {

/// "Workstation 1 of 3", as the first start and the settings ask for it; 0 while not enrolled.
class WorkstationFields final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkstationFields(QWidget* parent = nullptr);
    void set(int workstation, int workstations);
    [[nodiscard]] int workstation() const;
    [[nodiscard]] int workstations() const;

private:
    QSpinBox* m_workstation;
    QSpinBox* m_workstations;
};

/// An answer that cannot be, and why.
struct UnitComplaint
{
    enum class Field
    {
        Unit,
        UnitName,
        Officer,
        Workstation,
    };
    Field field;
    QString sentence;
};
/// Where the answers are typed.
struct UnitInputs
{
    QWidget* unit;
    QWidget* unitName;
    QWidget* officer;
    QWidget* workstation;

    /// Puts the cursor where the complaint is about.
    void focus(UnitComplaint::Field field) const;
};
/// The first answer that cannot be; empty when all of them hold.
[[nodiscard]] std::optional<UnitComplaint> complaintAbout(const UnitSettings& given);

} // namespace sohoa::ui
