// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/unitsettings.h"

#include <QDialog>

class QLineEdit;

namespace sohoa::ui {

class Notice;
class WorkstationFields;

/// The first start: asks the unit, who works here and where the warehouse is, nothing else. The workstation's
/// number may wait.
class FirstStart final : public QDialog
{
    Q_OBJECT

public:
    /// @param defaultWarehouse the folder that is used when the field stays as it is
    explicit FirstStart(const QString& defaultWarehouse, QWidget* parent = nullptr);
    [[nodiscard]] UnitSettings answers() const;
    [[nodiscard]] Notice* notice() const { return m_notice; }
    /// While the home is being made.
    void setBusy(bool busy);

signals:
    /// The clerk is done and every answer holds.
    void completed(const sohoa::ui::UnitSettings& answers);
    /// To try first, with sample papers.
    void practiceWanted();
    /// There is a file of the province that says all of it.
    void enrolWanted();

private:
    void check();

    QString m_defaultWarehouse;
    Notice* m_notice;
    QLineEdit* m_unit;
    QLineEdit* m_unitName;
    QLineEdit* m_officer;
    QLineEdit* m_warehouse;
    WorkstationFields* m_workstation;
    QAction* m_begin;
};

} // namespace sohoa::ui
