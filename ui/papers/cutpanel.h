// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/stackcut.h"
#include "ui/papers/papersmodels.h"

#include <QWidget>

#include <vector>

class QAction;
class QListView;
class QListWidget;

namespace sohoa::ui {

class Chip;
class ElidedLabel;
class CutPartModel;
class PageView;
class Thumbnails;

/// How a stack is to be cut, before anything of it is carried out: its pages in a row with the cuts between
/// them, the parts with the dossier and component each goes to, and what does not fit. A view of values.
class CutPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CutPanel(Thumbnails* thumbnails, QWidget* parent = nullptr);

    /// Pages of a stack that is still coming in; nothing can be done to them yet.
    void setArriving(std::vector<dossier::Page> pages);
    /// A stack to look at. The same one again, with more pages, keeps what was changed by hand.
    void setCut(const dossier::StackCut& cut);
    /// While something is under way nothing can be changed.
    void setReady(bool ready);
    /// Puts everything away.
    void clear();
    /// The stack that is shown; empty: none, or one that is still coming in.
    [[nodiscard]] QString session() const { return m_cut.session; }
    [[nodiscard]] const dossier::StackCut& cut() const { return m_cut; }
    /// A dossier that the clerk named, for the part that is current.
    void giveTo(const dossier::CutDossier& dossier);
    /// Codes to choose from beside those of the cut.
    void setCodes(const QStringList& codes) { m_codes = codes; }
    [[nodiscard]] QListView* pageList() const { return m_pageList; }
    /// Answer to pictureWanted, while that page is still the current one.
    void setPicture(const dossier::Page& page, const QImage& picture);

signals:
    void pictureWanted(const sohoa::dossier::Page& page);
    void dossierNamed(const QString& code);
    void commitWanted(const sohoa::dossier::StackCut& cut);
    /// Nothing is shown any more.
    void cleared();
    /// Later: the stack stays as it is.
    void leaveWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeActions();
    QWidget* makeTop();
    QWidget* makeColumns();
    /// Changes the cut by hand; undone by Ctrl+Z.
    void change(const dossier::StackCut& changed);
    void step(std::vector<dossier::StackCut>& from, std::vector<dossier::StackCut>& to);
    void show(const QString& currentUid);
    void fillAlarms();
    void showCurrent();
    void goTo(const QString& uid);
    void askForDossier();
    void giveComponent(int component);
    [[nodiscard]] std::size_t currentPart() const;
    [[nodiscard]] QString currentUid() const;
    void updateActions();

    Thumbnails* m_thumbnails;
    dossier::StackCut m_cut;
    std::vector<dossier::StackCut> m_undone;   ///< what Ctrl+Y goes to
    std::vector<dossier::StackCut> m_before;   ///< what Ctrl+Z goes to
    std::vector<std::pair<int, bool>> m_tiles; ///< of each page: its part, and whether it begins it
    QStringList m_codes;
    bool m_ready = true;
    bool m_following = false; ///< one list follows the other
    dossier::Page m_current;

    ElidedLabel* m_heading;
    Chip* m_state;
    QListWidget* m_alarms;
    QListView* m_partList = nullptr;
    CutPartModel* m_parts;
    QListView* m_pageList = nullptr;
    PageModel* m_pages;
    PageView* m_view = nullptr;
    QAction* m_split = nullptr;
    QAction* m_merge = nullptr;
    QAction* m_dossier = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_commit = nullptr;
    QAction* m_leave = nullptr;
    std::vector<QAction*> m_digits;
    std::vector<QAction*> m_zooms;
};

} // namespace sohoa::ui
