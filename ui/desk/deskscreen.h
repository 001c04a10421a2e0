// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/idcard.h"
#include "ui/shell/screen.h"
#include "workflow/intake.h"

#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace sohoa::ui {

class DropVeil;
class CardField;
class Chip;
class ChecklistModel;
class ElidedLabel;
class PersonForm;
class ProcedureModel;
class TakenPanel;

/// What a procedure asks for, before a dossier is taken in.
struct ProcedureOutline
{
    dossier::Procedure procedure;
    std::vector<dossier::Component> components;
    std::optional<QDateTime> dueAt = {}; ///< empty: the catalogue has no number, the clerk may enter a date
};

/// Tiếp nhận: the card, the procedure, the checklist, one key. A view of values: it asks by signals.
class DeskScreen final : public Screen
{
    Q_OBJECT

public:
    explicit DeskScreen(QWidget* parent = nullptr);
    [[nodiscard]] QWidget* entrance() override;

    void setCard(const Result<dossier::CardReading>& reading, const QString& sentenceIfFailed);
    /// Answer to procedureSearched.
    void setProcedures(std::vector<dossier::Procedure> procedures);
    /// Answer to procedureChosen.
    void setOutline(const ProcedureOutline& outline);
    /// The dossier is in the journal: shows its code, and what to do next.
    void showTaken(const workflow::DossierFile& taken);
    /// Empties the form for the next person.
    void startOver();
    [[nodiscard]] QAction* takeInAction() const { return m_takeIn; }
    /// While a dossier is being written.
    void setTakingIn(bool busy);

signals:
    void cardRead(const QString& text);
    /// The person of a card stands in the form.
    void cardAccepted();
    void cardPictureGiven(const QString& path);
    void procedureSearched(const QString& text);
    void procedureChosen(const QString& code, sohoa::dossier::Channel channel);
    void takeInWanted(const sohoa::workflow::IntakeRequest& request);
    void scanNowWanted(const QString& dossierUid);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makePersonColumn();
    QWidget* makeProcedureColumn();
    void makeActions();
    void choose(const dossier::Procedure& procedure);
    void nextChannel();
    [[nodiscard]] dossier::Channel channel() const;
    void takeIn();

    QStackedWidget* m_pages;
    DropVeil* m_veil = nullptr;
    CardField* m_card;
    PersonForm* m_person;
    QLineEdit* m_search;
    QButtonGroup* m_channels;
    QStackedWidget* m_lower;
    QListView* m_found;
    ProcedureModel* m_procedures;
    QListView* m_checklist;
    ChecklistModel* m_components;
    QLabel* m_procedureName;
    ElidedLabel* m_procedureFacts;
    Chip* m_due;
    QLineEdit* m_dueDate;
    TakenPanel* m_taken;
    QAction* m_takeIn = nullptr;
    std::optional<dossier::Procedure> m_procedure;
    std::optional<QDateTime> m_dueAt;
};

} // namespace sohoa::ui
