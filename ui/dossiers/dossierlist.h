// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/basics.h"
#include "ui/widgets/rowdelegate.h"
#include "workflow/dossiers.h"

#include <QAbstractListModel>

#include <vector>

namespace sohoa::ui {

/// Dossiers found. Personal numbers are masked in everything it tells.
class DossierListModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<workflow::DossierLine> lines);
    /// Rows show the dossier's status instead of what is still to be scanned.
    void setShowsStatus(bool shows) { m_showsStatus = shows; }
    [[nodiscard]] bool showsStatus() const { return m_showsStatus; }
    [[nodiscard]] const workflow::DossierLine& at(const QModelIndex& index) const;
    /// The line of a dossier; invalid when it is not among them.
    [[nodiscard]] QModelIndex indexOf(const QString& dossierUid) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<workflow::DossierLine> m_lines;
    bool m_showsStatus = false;
};

/// Draws a line of the list: applicant, code, procedure, what is due.
RowLook dossierRows();

/// What is still to be done for the papers of a dossier, as a chip.
ChipText papersChip(const workflow::DossierLine& line);

} // namespace sohoa::ui
