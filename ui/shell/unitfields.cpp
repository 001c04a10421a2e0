// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/unitfields.h"

#include "dossier/codes.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QSpinBox>

namespace sohoa::ui {

WorkstationFields::WorkstationFields(QWidget* parent)
    : QWidget(parent)
    , m_workstation(new QSpinBox)
    , m_workstations(new QSpinBox)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    for (QSpinBox* box : {m_workstation, m_workstations}) {
        box->setRange(0, 99);
        box->setSpecialValueText(tr("none", "workstation number"));
        box->setFixedWidth(96);
    }
    m_workstation->setAccessibleName(tr("Number of this workstation"));
    m_workstations->setAccessibleName(tr("How many workstations the unit has"));
    line->addWidget(m_workstation);
    line->addWidget(makeLabel(tr("of", "workstation 1 of 3"), TextRole::Body));
    line->addWidget(m_workstations);
    line->addStretch(1);
    setFocusProxy(m_workstation);
}

void WorkstationFields::set(int workstation, int workstations)
{
    m_workstation->setValue(workstation);
    m_workstations->setValue(workstations);
}

int WorkstationFields::workstation() const
{
    return m_workstation->value();
}

int WorkstationFields::workstations() const
{
    return m_workstations->value();
}

void UnitInputs::focus(UnitComplaint::Field field) const
{
    switch (field) {
    case UnitComplaint::Field::Unit:
        unit->setFocus();
        break;
    case UnitComplaint::Field::UnitName:
        unitName->setFocus();
        break;
    case UnitComplaint::Field::Officer:
        officer->setFocus();
        break;
    case UnitComplaint::Field::Workstation:
        workstation->setFocus();
        break;
    }
}

std::optional<UnitComplaint> complaintAbout(const UnitSettings& given)
{
    using Field = UnitComplaint::Field;
    if (!dossier::isUnitCode(given.unit)) {
        return UnitComplaint{
            Field::Unit,
            WorkstationFields::tr("The unit code has letters A–Z, digits and dots, for example H56.14.")};
    }
    if (given.unitName.isEmpty()) {
        return UnitComplaint{Field::UnitName, WorkstationFields::tr("Please enter the name of the unit.")};
    }
    if (given.officer.isEmpty()) {
        return UnitComplaint{Field::Officer,
                             WorkstationFields::tr("Please enter who works at this computer.")};
    }
    if (given.workstation > given.workstations || (given.workstation == 0 && given.workstations > 0)) {
        return UnitComplaint{
            Field::Workstation,
            WorkstationFields::tr("The workstation's number lies between 1 and the number of workstations.")};
    }
    return {};
}

} // namespace sohoa::ui
