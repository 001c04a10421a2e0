// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dossiers/dossierlist.h"
#include "ui/shell/screen.h"
#include "workflow/supervision.h"

#include <QAbstractTableModel>

#include <vector>

class QButtonGroup;
class QComboBox;
class QDateEdit;
class QLabel;
class QListView;
class QStackedWidget;
class QTableView;

namespace sohoa::ui {

class ElidedLabel;
class IndicatorCard;

/// The rows of a grouped report: a label and the rate of each indicator.
class RateTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void set(std::vector<workflow::SupervisionRow> rows);
    [[nodiscard]] const workflow::SupervisionRow& at(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<workflow::SupervisionRow> m_rows;
};

/// What the supervisor looks at.
struct RatesQuestion
{
    QDate from;
    QDate to;
    dossier::ReportBy by = dossier::ReportBy::Procedure;

    bool operator==(const RatesQuestion&) const = default;
};

/// Which dossiers: those behind one number.
struct BehindQuestion
{
    RatesQuestion rates;
    dossier::IndicatorKind kind = dossier::IndicatorKind::DigitizedDossiers;
    QString groupKey; ///< empty: the whole unit
    bool met = false; ///< those that count, or those that are missing

    bool operator==(const BehindQuestion&) const = default;
};

/// Giám sát: the indicators against their targets, and the list of dossiers behind each number.
class RatesScreen final : public Screen
{
    Q_OBJECT

public:
    /// @param today the last day a period ends with
    explicit RatesScreen(QDate today, QWidget* parent = nullptr);
    /// The program runs for days: "this month" goes on with them; an own period stays as it is.
    void setToday(QDate today);
    [[nodiscard]] QWidget* entrance() override;
    [[nodiscard]] RatesQuestion question() const;

    /// Answer to ratesWanted: the total, and the rows of the grouping.
    void setRates(const workflow::SupervisionRow& total, std::vector<workflow::SupervisionRow> rows);
    /// Answer to behindWanted.
    void setBehind(const std::vector<dossier::Dossier>& dossiers);

signals:
    void ratesWanted(const sohoa::ui::RatesQuestion& question);
    void behindWanted(const sohoa::ui::BehindQuestion& question);
    void dossierWanted(const QString& code);
    /// The table as it is asked for now goes into a file; the end of its name says the format.
    void exportWanted(const sohoa::ui::RatesQuestion& question, const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFilter();
    QWidget* makeOverview();
    QWidget* makeBehind();
    void applyPeriod();
    /// Sets both dates by the chosen period; leaves an own one.
    void showPeriod();
    void saveTable();
    void ask();
    void openBehind(dossier::IndicatorKind kind, const QString& groupKey, const QString& label);
    void back();

    QDate m_today;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_by;
    QStackedWidget* m_stack;
    std::vector<IndicatorCard*> m_cards;
    QStackedWidget* m_tableStack;
    QTableView* m_table;
    RateTableModel* m_rows;
    ElidedLabel* m_behindTitle;
    QButtonGroup* m_met;
    QListView* m_behindList;
    DossierListModel* m_behind;
    QStackedWidget* m_behindStack;
    QLabel* m_behindCount;
    QAction* m_back;
    BehindQuestion m_question;
};

} // namespace sohoa::ui
