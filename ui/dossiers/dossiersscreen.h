// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/screen.h"
#include "workflow/dossiers.h"

#include <QByteArray>
#include <QTimer>

#include <vector>

class QBuffer;
class QLabel;
class QLineEdit;
class QListView;
class QPdfDocument;
class QPdfView;
class QStackedWidget;
class QTabWidget;

namespace sohoa::ui {

class Chip;
class DifferenceModel;
class DossierListModel;
class ElidedLabel;
class EventModel;
class PaperModel;

/// Hồ sơ: finds a dossier by a few letters or digits, shows its papers and its history.
class DossiersScreen final : public Screen
{
    Q_OBJECT

public:
    explicit DossiersScreen(QWidget* parent = nullptr);
    ~DossiersScreen() override;
    [[nodiscard]] QWidget* entrance() override;

    /// Answer to findWanted.
    void setFound(std::vector<workflow::DossierLine> lines);
    /// Answer to detailWanted. @param differences to be settled by a person
    void setDetail(const workflow::DossierDetail& detail,
                   const std::vector<workflow::FieldDifference>& differences = {});
    /// How many dossiers have a difference to settle; offers to list them.
    void setDiffering(int count);
    /// Whether only those are listed.
    [[nodiscard]] bool listsDiffering() const { return m_onlyDiffering; }
    /// Answer to paperWanted: the PDF, from memory.
    void setPaper(const QString& paperUid, const QByteArray& pdf);
    /// The paper could not be opened.
    void setPaperFailed(const QString& paperUid, const QString& sentence);
    /// Puts a text into the search field and looks for it.
    void find(const QString& text);
    [[nodiscard]] QString searchText() const;

signals:
    void findWanted(const QString& text);
    void detailWanted(const QString& dossierUid);
    void paperWanted(const sohoa::dossier::Paper& paper);
    void digitizeWanted(const QString& dossierUid);
    /// The rules allow it; for a status that nothing follows the clerk was asked once more.
    void statusWanted(const QString& dossierUid, sohoa::dossier::DossierStatus status);
    /// The value written under `stamp` is the right one.
    void settleWanted(const QString& dossierUid, const QString& field, const QString& stamp);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeFinder();
    QWidget* makeDetail();
    QWidget* makeDifferences();
    void chooseStatus();
    void askStatus(const QString& dossierUid, dossier::DossierStatus status);
    void settle(bool counting);
    void showPaper();
    void tintDesk();

    QLineEdit* m_search;
    QTimer m_pause;
    QListView* m_list;
    QStackedWidget* m_listStack;
    DossierListModel* m_lines;
    QStackedWidget* m_detailStack;
    ElidedLabel* m_name;
    QLabel* m_facts;
    Chip* m_status;
    QTabWidget* m_tabs;
    QListView* m_paperList;
    PaperModel* m_papers;
    QListView* m_eventList;
    EventModel* m_events;
    QStackedWidget* m_pdfStack;
    EmptyState* m_noPaper;
    QPdfDocument* m_document;
    QPdfView* m_pdfView;
    QBuffer* m_buffer;
    QString m_shownPaper;
    QString m_uid;
    QAction* m_digitize;
    QAction* m_changeStatus;
    QAction* m_listDiffering;
    QAction* m_keep = nullptr;
    QAction* m_takeOther = nullptr;
    QWidget* m_differingButton = nullptr;
    Chip* m_differ;
    DifferenceModel* m_differences;
    QListView* m_differenceList;
    dossier::DossierStatus m_dossierStatus = dossier::DossierStatus::Received;
    EmptyState* m_nothing = nullptr;
    int m_differing = 0;
    bool m_onlyDiffering = false;
};

} // namespace sohoa::ui
