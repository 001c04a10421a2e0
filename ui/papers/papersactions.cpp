// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What the clerk can do on the screen Số hóa: its actions and keys.

#include "ui/dossiers/dossierlist.h"
#include "ui/papers/compareview.h"
#include "ui/papers/cutpanel.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/papers/papersmodels.h"
#include "ui/papers/papersscreen.h"
#include "ui/papers/scanways.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/dropveil.h"
#include "ui/widgets/filedialogs.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMimeData>
#include <QSet>
#include <QStackedWidget>
#include <QUrl>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {

const QStringList pictureNames = {QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                                  QStringLiteral("*.tif"),  QStringLiteral("*.tiff"), QStringLiteral("*.pdf"),
                                  QStringLiteral("*.heic"), QStringLiteral("*.heif")};

/// Files and folders that are dragged; empty when it is something else.
QStringList pathsIn(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (const QString path = url.toLocalFile(); !path.isEmpty()) {
            paths.append(path);
        }
    }
    return paths;
}

/// A name on a button: the rest of the line is needed too.
QString shortened(const QString& name)
{
    constexpr qsizetype most = 20;
    return name.size() <= most ? name : name.left(most - 1).trimmed() + QStringLiteral("…");
}

} // namespace

void PapersScreen::makeActions()
{
    const auto key = [](const char* text) { return QKeySequence(QString::fromLatin1(text)); };
    m_chooseOther = makeAction(this, tr("Other dossier"), Icon::Dossiers, key("Ctrl+D"));
    connect(m_chooseOther, &QAction::triggered, this, [this] {
        leaveDossier();
        m_choice->setFocus();
    });
    m_openUnfinished = makeAction(this, tr("Look at this stack"), Icon::History, key("Ctrl+U"));
    connect(m_openUnfinished, &QAction::triggered, this, [this] {
        if (m_unfinished.empty()) {
            return;
        }
        const workflow::UnfinishedSession& oldest = m_unfinished.front().session;
        if (oldest.target) {
            emit dossierChosen(oldest.target->dossierUid);
        } else {
            emit stackChosen(oldest.uid, oldest.sides);
        }
    });
    m_scan = makeAction(this, tr("Scan"), Icon::Scanner, key("F6"));
    connect(m_scan, &QAction::triggered, this, [this] { emit scanWanted(chosenComponent()); });
    m_ways = new ScanWays(this);
    connect(m_ways, &ScanWays::scanWanted, this, [this] { emit scanWanted(chosenComponent()); });
    connect(m_ways, &ScanWays::changed, this, [this] {
        const std::optional<capture::ScanProfile> way = m_ways->chosen();
        m_scan->setText(way ? tr("Scan: %1").arg(shortened(profileName(*way))) : tr("Scan"));
        updateActions();
    });
    m_finish = makeAction(this, tr("Finish papers"), Icon::Check, key("F10"));
    connect(m_finish, &QAction::triggered, this, &PapersScreen::finishWanted);
    addHeaderButton(m_chooseOther, ActionButton::Kind::Secondary)->setKeyShown(false);
    addHeaderButton(m_scan, ActionButton::Kind::Secondary);
    addHeaderButton(m_ways->menuAction(), ActionButton::Kind::Compact);
    addHeaderButton(m_finish, ActionButton::Kind::Primary);

    m_files = makeAction(this, tr("Add files"), Icon::FilePlus, key("Ctrl+O"));
    connect(m_files, &QAction::triggered, this, &PapersScreen::addFiles);
    m_folder = makeAction(this, tr("Add a folder"), Icon::Folder, key("Ctrl+Shift+O"));
    connect(m_folder, &QAction::triggered, this, &PapersScreen::addFolder);
    m_turnLeft = makeAction(this, tr("Turn to the left"), Icon::TurnLeft, key("L"));
    connect(m_turnLeft, &QAction::triggered, this, [this] { emit turnWanted(selected(), 270); });
    m_turnRight = makeAction(this, tr("Turn to the right"), Icon::TurnRight, key("R"));
    connect(m_turnRight, &QAction::triggered, this, [this] { emit turnWanted(selected(), 90); });
    m_earlier = makeAction(this, tr("Move forward"), Icon::MoveUp, key("Alt+Up"));
    connect(m_earlier, &QAction::triggered, this, [this] { moveBy(-1); });
    m_later = makeAction(this, tr("Move back"), Icon::MoveDown, key("Alt+Down"));
    connect(m_later, &QAction::triggered, this, [this] { moveBy(1); });
    m_setAside = makeAction(this, tr("Set aside"), Icon::Aside, key("Del"));
    connect(m_setAside, &QAction::triggered, this, [this] { emit setAsideWanted(selected()); });
    m_bringBack = makeAction(this, tr("Bring back"), Icon::BringBack, key("Ins"));
    connect(m_bringBack, &QAction::triggered, this, [this] { emit bringBackWanted(selected()); });
    m_remove = makeAction(this, tr("Delete"), Icon::Trash, key("Shift+Del"));
    connect(m_remove, &QAction::triggered, this, [this] { emit removeWanted(selected()); });
    m_giveAway = makeAction(this, tr("Give to another dossier…"), Icon::Dossiers, key("Ctrl+G"));
    connect(m_giveAway, &QAction::triggered, this, &PapersScreen::askForDossier);
    m_rescan = makeAction(this, tr("Scan this page again"), Icon::Refresh, key("Ctrl+R"));
    connect(m_rescan, &QAction::triggered, this, [this] {
        if (!m_currentUid.isEmpty()) {
            emit rescanWanted(m_current);
        }
    });
    m_paste = makeAction(this, tr("Add the picture from the clipboard"), Icon::Copy, key("Ctrl+V"));
    connect(m_paste, &QAction::triggered, this, &PapersScreen::paste);
    m_undo = makeAction(this, tr("Undo"), Icon::Undo, key("Ctrl+Z"));
    connect(m_undo, &QAction::triggered, this, &PapersScreen::undoWanted);
    m_redo = makeAction(this, tr("Redo"), Icon::Redo, key("Ctrl+Y"));
    connect(m_redo, &QAction::triggered, this, &PapersScreen::redoWanted);
    m_zoomIn = makeAction(this, tr("Larger"), Icon::ZoomIn, key("+"));
    m_zoomIn->setShortcuts({key("+"), key("="), key("Ctrl++")});
    connect(m_zoomIn, &QAction::triggered, this, [this] { largeView()->zoomIn(); });
    m_zoomOut = makeAction(this, tr("Smaller"), Icon::ZoomOut, key("-"));
    connect(m_zoomOut, &QAction::triggered, this, [this] { largeView()->zoomOut(); });
    m_fit = makeAction(this, tr("Whole page or 100 %"), Icon::Fit, key("F"));
    connect(m_fit, &QAction::triggered, this, [this] { largeView()->toggleFit(); });

    makeReviewActions();
    QAction* parts = makeAction(this, tr("Go to the components"), Icon::Form, key("F4"));
    connect(parts, &QAction::triggered, this, [this] {
        leaveCompare(); // it takes their room
        m_partList->setFocus(Qt::ShortcutFocusReason);
    });
    QAction* pages = makeAction(this, tr("Go to the pages"), Icon::Paper, key("F3"));
    connect(pages, &QAction::triggered, this, [this] { m_pageList->setFocus(Qt::ShortcutFocusReason); });
    for (int number = 0; number <= 9; ++number) {
        QAction* assign = makeAction(
            this, number == 0 ? tr("Give pages to the result") : tr("Give pages to component %1").arg(number),
            Icon::Paper, QKeySequence(QString::number(number)));
        m_assign.push_back(assign);
        connect(assign, &QAction::triggered, this, [this, number] {
            if (const QStringList uids = selected(); m_state && !uids.isEmpty()) {
                // So that a stack is given away by digits alone.
                m_nextUid = nextUnassigned();
                emit assignWanted(uids, number == 0 ? resultComponent : number);
            }
        });
    }
}

void PapersScreen::updateActions()
{
    const bool cuts = showsCut();
    const bool open = m_state.has_value() && !cuts;
    const bool kept = open && m_ready && m_pageList->selectionModel()->hasSelection();
    const bool aside = open && m_ready && m_asideList->selectionModel()->hasSelection();
    for (QAction* action : m_assign) {
        action->setEnabled(kept || aside);
    }
    for (QAction* action : {m_turnLeft, m_turnRight, m_remove, m_giveAway}) {
        action->setEnabled(kept || aside);
    }
    for (QAction* action : {m_earlier, m_later, m_setAside}) {
        action->setEnabled(kept);
    }
    m_bringBack->setEnabled(aside);
    m_undo->setEnabled(open && m_ready && m_state->canUndo);
    m_redo->setEnabled(open && m_ready && m_state->canRedo);
    for (QAction* action : {m_zoomIn, m_zoomOut, m_fit, m_doubtOrder, m_compareAction, m_hold}) {
        action->setEnabled(open);
    }
    m_original->setEnabled(open && m_comparing == Comparing::Off);
    m_clean->setEnabled(kept || aside);
    m_note->setEnabled(kept);
    m_finishKnowingly->setEnabled(open && m_ready && !m_state->account && !noteGapsInPapers().isEmpty());
    m_rescan->setEnabled(kept);
    for (QAction* action : {m_paste, m_files, m_folder}) {
        action->setEnabled(open && m_ready);
    }
    const bool choosing = !open && !cuts;
    // A stack that is to be cut can be fed on; without a dossier, separator sheets say where pages go.
    const std::optional<capture::ScanProfile> way = m_ways->chosen();
    const bool canScan = !choosing || (way && way->target == capture::ProfileTarget::Separators);
    m_scan->setEnabled(canScan && m_ready);
    m_chooseOther->setEnabled(!choosing && m_ready);
    m_openUnfinished->setEnabled(choosing && !m_unfinished.empty());
    m_openUnfinished->setVisible(choosing);
    m_ways->setEnabled(!cuts && m_ready);
    m_ways->menuAction()->setVisible(!cuts);
    m_chooseOther->setVisible(!choosing);
    m_scan->setVisible(canScan);
    m_finish->setVisible(open);
    bool any = false;
    if (open) {
        any = std::any_of(m_state->pages.begin(), m_state->pages.end(), [](const Page& page) {
            return page.state == PageState::Kept && page.component > 0;
        });
    }
    m_finish->setEnabled(any && m_ready);
}

QString PapersScreen::nextUnassigned() const
{
    const QStringList chosen = selected();
    const QSet<QString> uids(chosen.begin(), chosen.end());
    const std::vector<Page>& pages = m_kept->pages();
    const auto isNext = [&uids](const Page& page) { return page.component == 0 && !uids.contains(page.uid); };
    const auto last = std::find_if(pages.rbegin(), pages.rend(),
                                   [&uids](const Page& page) { return uids.contains(page.uid); });
    const auto next = std::find_if(last.base(), pages.end(), isNext);
    return next == pages.end() ? QString() : next->uid;
}

void PapersScreen::moveBy(int step)
{
    QModelIndexList indexes = m_pageList->selectionModel()->selectedIndexes();
    if (indexes.isEmpty() || !canMovePages()) {
        return;
    }
    std::sort(indexes.begin(), indexes.end());
    QStringList uids;
    for (const QModelIndex& index : indexes) {
        uids.append(m_kept->at(index).uid);
    }
    int first = indexes.first().row();
    int last = first;
    for (const QModelIndex& index : indexes) {
        first = std::min(first, index.row());
        last = std::max(last, index.row());
    }
    // Before the page in front of the first, or before the second page behind the last.
    const int target = step < 0 ? first - 1 : last + 2;
    if (target < 0 || last + step >= m_kept->rowCount({})) {
        return;
    }
    emit moveWanted(uids, target < m_kept->rowCount({}) ? m_kept->at(m_kept->index(target)).uid : QString());
}

void PapersScreen::askForDossier()
{
    auto* question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Give to another dossier"));
    question->setLabelText(
        tr("Code of the dossier that %n page(s) belong to:", nullptr, static_cast<int>(selected().size())));
    QStringList codes;
    for (int row = 0; row < m_waiting->rowCount({}); ++row) {
        const QString code = m_waiting->at(m_waiting->index(row)).dossier.code;
        if (code != m_state->detail.dossier.code) {
            codes.append(code);
        }
    }
    question->setComboBoxItems(codes);
    question->setComboBoxEditable(true);
    question->setOkButtonText(tr("Give to it"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& typed) {
        if (const QString code = typed.trimmed(); !code.isEmpty()) {
            emit giveAwayWanted(selected(), code);
        }
    });
    question->open();
}

void PapersScreen::paste()
{
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    if (const QStringList paths = copied == nullptr ? QStringList() : pathsIn(*copied); !paths.isEmpty()) {
        emit filesGiven(paths, chosenComponent());
    } else if (const QImage picture = QGuiApplication::clipboard()->image(); !picture.isNull()) {
        emit picturePasted(picture, chosenComponent());
    } else {
        notice()->say(Tone::Info, tr("There is no picture and no file in the clipboard. Copy one first."));
    }
}

void PapersScreen::addFiles()
{
    askForFiles(this, tr("Files to add"),
                tr("Pictures and PDF (%1)").arg(pictureNames.join(QLatin1Char(' '))),
                [this](const QStringList& files) { emit filesGiven(files, chosenComponent()); });
}

void PapersScreen::addFolder()
{
    askForFolder(this, tr("Folder to add"),
                 [this](const QString& folder) { emit filesGiven({folder}, chosenComponent()); });
}

PapersScreen::DropPlace PapersScreen::dropPlaceAt(QPoint position) const
{
    const QWidget* list = m_partList->viewport();
    const QModelIndex index = m_partList->indexAt(list->mapFrom(this, position));
    if (list->rect().contains(list->mapFrom(this, position)) && index.isValid()) {
        const QRect row = m_partList->visualRect(index);
        const QRect place(list->mapTo(this, row.topLeft()), row.size());
        if (!m_parts->at(index).component) {
            return {place, 0, tr("Drop here to add to this dossier")};
        }
        if (m_parts->flags(index).testFlag(Qt::ItemIsDropEnabled)) {
            return {place, m_parts->at(index).component->number,
                    tr("Drop here: component %1").arg(m_parts->at(index).key)};
        }
        return {};
    }
    QWidget* pages = m_pageStack->parentWidget();
    const int component = chosenComponent();
    return {QRect(pages->mapTo(this, QPoint()), QSize(pages->width(), pages->height())), component,
            component == 0
                ? tr("Drop files or folders here to add them to this dossier")
                : tr("Drop files or folders here to add them to the component chosen at the left")};
}

void PapersScreen::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_state && m_ready && !showsCut() && !pathsIn(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void PapersScreen::dragMoveEvent(QDragMoveEvent* event)
{
    const DropPlace place = dropPlaceAt(event->position().toPoint());
    if (place.sentence.isEmpty()) {
        m_veil->hide();
        event->ignore();
        return;
    }
    m_veil->show(place.where, place.sentence);
    event->acceptProposedAction();
}

void PapersScreen::dragLeaveEvent(QDragLeaveEvent*)
{
    m_veil->hide();
}

void PapersScreen::dropEvent(QDropEvent* event)
{
    m_veil->hide();
    const DropPlace place = dropPlaceAt(event->position().toPoint());
    const QStringList paths = pathsIn(*event->mimeData());
    if (m_ready && !paths.isEmpty() && !place.sentence.isEmpty()) {
        event->acceptProposedAction();
        emit filesGiven(paths, place.component);
    }
}

void PapersScreen::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier &&
        m_comparing != Comparing::Off && !busy()->isBusy()) {
        leaveCompare();
        return;
    }
    const int step = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown ? 1
                     : event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp   ? -1
                                                                                      : 0;
    const bool atPage =
        m_view->hasFocus() || m_compare->view(0)->hasFocus() || m_compare->view(1)->hasFocus();
    if (m_state && step != 0 && atPage) {
        const int row = m_pageList->currentIndex().row() + step;
        if (row >= 0 && row < m_kept->rowCount({})) {
            m_pageList->setCurrentIndex(m_kept->index(row));
        }
        return;
    }
    Screen::keyPressEvent(event);
}

void PapersScreen::setReady(bool ready)
{
    m_ready = ready;
    m_cut->setReady(ready);
    updateActions();
}

} // namespace sohoa::ui
