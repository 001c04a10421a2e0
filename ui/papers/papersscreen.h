// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/papers/papersmodels.h"
#include "ui/shell/screen.h"
#include "workflow/dossiers.h"
#include "workflow/intake.h"
#include "workflow/openaccount.h"
#include "workflow/treatment.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;

namespace sohoa::ui {

class AccountPanel;
class Chip;
class CompareView;
class CutPanel;
class DossierListModel;
class DropVeil;
class PageList;
class PageView;
class ScanWays;
class Thumbnails;

/// What the screen shows of one dossier.
struct PapersState
{
    workflow::DossierDetail detail;
    std::vector<dossier::Page> pages; ///< kept and set aside
    bool canUndo = false;
    bool canRedo = false;
    std::optional<workflow::OpenAccount> account = {}; ///< of a stack of this dossier that is not closed
    dossier::PageRelations relations = {};             ///< among these pages
};

/// A stack that is not closed, for the choice of what to go on with.
struct UnfinishedStack
{
    workflow::UnfinishedSession session;
    QString dossierCode; ///< empty: of a stack that its separator sheets give to dossiers
};

/// Số hóa: the pages of one dossier. A view of values: it asks by signals.
class PapersScreen final : public Screen
{
    Q_OBJECT

public:
    explicit PapersScreen(QWidget* parent = nullptr);
    [[nodiscard]] QWidget* entrance() override;
    [[nodiscard]] Thumbnails* thumbnails() const { return m_thumbnails; }
    [[nodiscard]] ScanWays* scanWays() const { return m_ways; }
    [[nodiscard]] CutPanel* cutPanel() const { return m_cut; }

    /// Dossiers that still have something to be scanned, to choose from.
    void setWaiting(std::vector<workflow::DossierLine> dossiers);
    /// Stacks whose account is open, oldest first; shown with the choice.
    void setUnfinished(std::vector<UnfinishedStack> stacks);
    /// Shows a dossier; the same one again updates what is shown.
    void setState(const PapersState& state);
    /// Puts the dossier away, back to the choice.
    void leaveDossier();
    /// Shows how a stack is to be cut, in place of what was shown; then goes back to it.
    void showCut();
    void leaveCut();
    [[nodiscard]] bool showsCut() const;
    /// Scans as F6 does, where that can be done now.
    void scanNow();
    /// Puts the hands on what does not add up.
    void showAccount();
    [[nodiscard]] QString dossierUid() const;
    /// Pages of the dossier that is shown, kept and set aside.
    [[nodiscard]] std::vector<dossier::Page> pages() const;
    /// Answer to pictureWanted, while that page is still looked at and wanted so.
    void setPicture(const dossier::Page& page, bool asScanned, const QImage& picture);
    /// Whether such a picture is still wanted: the clerk may be pages further by now.
    [[nodiscard]] bool isShown(const dossier::Page& page, bool asScanned) const;
    /// Answer to cleaningAsked: asks how the selected pages are to be cleaned.
    void askForCleaning(const workflow::Treatment& treatment);
    /// Says which copies of pages with a note are missing, and how to finish all the same.
    void sayNoteGaps();
    /// While pages come in or papers are made nothing can be done to pages; the buttons show it.
    void setReady(bool ready);

signals:
    void dossierChosen(const QString& dossierUid);
    /// A stack that was fed for no dossier is to be looked at.
    void stackChosen(const QString& sessionUid, int sides);
    /// No page waits for a component any more.
    void allPagesGiven();
    void waitingWanted();
    /// @param paths files and folders
    void filesGiven(const QStringList& paths, int component);
    void scanWanted(int component);
    /// A page is to be scanned again into its place; the old one is set aside.
    void rescanWanted(const sohoa::dossier::Page& page);
    /// A picture from the clipboard.
    void picturePasted(const QImage& picture, int component);
    /// @param asScanned without turning, straightening and whatever else was done to it
    void pictureWanted(const sohoa::dossier::Page& page, bool asScanned);
    void setAsideWanted(const QStringList& uids);
    void bringBackWanted(const QStringList& uids);
    void removeWanted(const QStringList& uids);
    void turnWanted(const QStringList& uids, int degrees);
    void assignWanted(const QStringList& uids, int component);
    void moveWanted(const QStringList& uids, const QString& beforeUid);
    /// Pages belong to another dossier.
    void giveAwayWanted(const QStringList& uids, const QString& dossierCode);
    /// How is the stack of this page cleaned?
    void cleaningAsked(const sohoa::dossier::Page& page);
    void cleanWanted(const QStringList& uids, const sohoa::workflow::Treatment& treatment);
    void noteWanted(const QStringList& uids, sohoa::dossier::StuckNote note);
    /// The second page is the first one without its note.
    void notePairWanted(const QString& withUid, const QString& withoutUid);
    /// The page is to be scanned again without its note, into the place behind it.
    void noteScanWanted(const sohoa::dossier::Page& page);
    /// Sheets of a stack as counted by hand; 0: nobody counted.
    void sheetsCounted(const QString& sessionUid, int sheets);
    /// The clerk says that a stack is right although it does not add up.
    void accountCloseWanted(const QString& sessionUid);
    void undoWanted();
    void redoWanted();
    void finishWanted();
    /// Copies of these pages are missing, and that is right so.
    void finishKnowinglyWanted(const QStringList& uids);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Fits the tiles to the room there is.
    void layOutTiles();
    void makeActions();
    void makeReviewActions();
    QWidget* makeChoice();
    QWidget* makeBench();
    QWidget* makeToolbar();
    void filterPages();
    /// Sorts pages and what is shown with them by the order of doubt that was in force when it was asked for:
    /// pages that were dealt with do not jump away under the clerk's eyes.
    void sortByDoubt(std::vector<dossier::Page>& pages, std::vector<PageAspect>& aspects) const;
    void toggleDoubtOrder();
    void setDoubtOrder(bool byDoubt);
    /// Pages are moved in the paper's order only. @return false, and said why, in the order of doubt
    bool canMovePages();
    void movePages(const QStringList& uids, const QString& beforeUid);
    /// What stands where pages would be.
    void sayWhyEmpty(int component, bool anyAside);
    void showCurrent();
    /// Makes a page the current one, wherever it stands.
    void showPage(const QString& uid);
    void updateActions();
    void moveBy(int step);
    /// Asks which other dossier the selected pages belong to.
    void askForDossier();
    /// Goes to the next page one should look at, around the end.
    void goToDoubt(int step);
    void paste();
    void toggleOriginal();
    /// Two selected pages, or a page and the one it is like, or a page before and after it was cleaned.
    void toggleCompare();
    /// Keeps the current page at the left; the page chosen next comes beside it.
    void holdForCompare();
    void enterCompare();
    void leaveCompare();
    void updateCompare();
    [[nodiscard]] PageView* largeView() const;
    void showZoom();
    [[nodiscard]] const dossier::Page* pageOf(const QString& uid) const;
    /// "Page 3", "Component 2, page 1", "Set aside: blank".
    [[nodiscard]] QString placeName(const dossier::Page& page) const;
    void markNote();
    void askAboutNote(const dossier::Page& page);
    /// Uids of pages in papers whose other copy is missing, in the paper's order.
    [[nodiscard]] QStringList noteGapsInPapers() const;
    void addFiles();
    void addFolder();
    /// What becomes of files dropped at a point of the screen; without sentence: nothing.
    struct DropPlace
    {
        QRect where = {};
        int component = 0;
        QString sentence = {};
    };
    [[nodiscard]] DropPlace dropPlaceAt(QPoint position) const;
    /// Component that new pages go to: the one chosen at the left, 0 when none is.
    [[nodiscard]] int chosenComponent() const;
    [[nodiscard]] QStringList selected() const;
    /// The page behind the selected ones that no component has yet; empty when there is none.
    [[nodiscard]] QString nextUnassigned() const;

    Thumbnails* m_thumbnails;
    QStackedWidget* m_body; ///< the choice of a dossier, or its pages
    QListView* m_choice = nullptr;
    DossierListModel* m_waiting;
    QStackedWidget* m_choiceStack = nullptr;
    QLabel* m_choiceHint = nullptr;
    Notice* m_unfinishedLine = nullptr;
    std::vector<UnfinishedStack> m_unfinished;
    AccountPanel* m_account = nullptr;
    CutPanel* m_cut = nullptr;
    QListView* m_partList = nullptr;
    PartModel* m_parts;
    QSplitter* m_columns = nullptr;
    QWidget* m_middle = nullptr;
    PageList* m_pageList = nullptr;
    QLabel* m_orderLine = nullptr; ///< says that the order is that of doubt
    PageModel* m_kept;
    QStackedWidget* m_pageStack = nullptr;
    EmptyState* m_noPages = nullptr;
    PageList* m_asideList = nullptr;
    PageModel* m_aside;
    QWidget* m_asideStrip = nullptr;
    QLabel* m_asideCount = nullptr;
    QStackedWidget* m_viewStack = nullptr; ///< one page large, or two
    PageView* m_view = nullptr;
    CompareView* m_compare = nullptr;
    QLabel* m_zoom = nullptr;
    Chip* m_doubts = nullptr;
    DropVeil* m_veil = nullptr;
    std::optional<PapersState> m_state;
    QString m_currentUid;
    QString m_nextUid; ///< to become the current page when the state comes next
    bool m_ready = true;
    bool m_asScanned = false;         ///< the large view shows the page as it was scanned
    QHash<QString, int> m_doubtRanks; ///< by uid; empty: the paper's order
    enum class Comparing
    {
        Off,
        EachPage, ///< the current page with what belongs beside it
        Held,     ///< one page stays at the left
    };
    Comparing m_comparing = Comparing::Off;
    QString m_heldUid;
    QString m_besideUid; ///< shown at the right while the held page is the current one
    int m_lastRow = 0;   ///< where the current page stood, for when it goes away
    dossier::Page m_current;

    ScanWays* m_ways = nullptr;
    QAction* m_scan = nullptr;
    QAction* m_rescan = nullptr;
    QAction* m_original = nullptr;
    QAction* m_doubtOrder = nullptr;
    QAction* m_compareAction = nullptr;
    QAction* m_hold = nullptr;
    QAction* m_clean = nullptr;
    QAction* m_note = nullptr;
    QAction* m_finishKnowingly = nullptr;
    QAction* m_paste = nullptr;
    QAction* m_finish = nullptr;
    QAction* m_chooseOther = nullptr;
    QAction* m_openUnfinished = nullptr;
    QAction* m_files = nullptr;
    QAction* m_folder = nullptr;
    QAction* m_turnLeft = nullptr;
    QAction* m_turnRight = nullptr;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_setAside = nullptr;
    QAction* m_bringBack = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_giveAway = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_zoomIn = nullptr;
    QAction* m_zoomOut = nullptr;
    QAction* m_fit = nullptr;
    std::vector<QAction*> m_assign;
};

} // namespace sohoa::ui
