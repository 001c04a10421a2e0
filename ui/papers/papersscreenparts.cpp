// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What the screen Số hóa is made of, and how its parts share the room.

#include "ui/dossiers/dossierlist.h"
#include "ui/papers/accountpanel.h"
#include "ui/papers/compareview.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/papers/papersdelegates.h"
#include "ui/papers/papersscreen.h"
#include "ui/widgets/basics.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

namespace {

constexpr QSize pageTile(124, 172);
constexpr QSize asideTile(104, 118);
/// Two pages stand beside each other in the narrowest window, and something of a second row is seen.
constexpr int narrowestTile = 88;

/// A tile of that width with a sheet of A4 in it and a line below.
QSize tileOfWidth(int width)
{
    return {width, (width - 22) * 297 / 210 + 30};
}

void setTiles(QListView& list, QSize tile)
{
    if (list.gridSize() != tile) {
        static_cast<PageDelegate*>(list.itemDelegate())->setTile(tile);
        list.setGridSize(tile);
    }
}

PageList* makeStrip(const QString& name, QSize tile)
{
    auto* list = new PageList;
    list->setAccessibleName(name);
    list->setFlow(QListView::LeftToRight);
    list->setResizeMode(QListView::Adjust);
    list->setGridSize(tile);
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setItemDelegate(new PageDelegate(tile, list));
    list->setMouseTracking(true);
    list->setDragEnabled(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return list;
}

} // namespace

QWidget* PapersScreen::makeChoice()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    m_unfinishedLine = new Notice;
    layout->addWidget(m_unfinishedLine);
    auto* card = new Card(tr("Choose a dossier"));
    layout->addWidget(card, 1);
    m_choice = new QListView;
    m_choice->setAccessibleName(tr("Dossiers with something to scan"));
    m_choice->setModel(m_waiting);
    m_choice->setItemDelegate(new RowDelegate(dossierRows(), m_choice));
    m_choice->setMouseTracking(true);
    m_choice->setUniformItemSizes(true);
    connect(m_choice, &QListView::activated, this,
            [this](const QModelIndex& index) { emit dossierChosen(m_waiting->at(index).dossier.uid); });
    auto* empty =
        new EmptyState(Icon::CheckCircle, tr("Nothing waits to be digitized"),
                       tr("Take a dossier in first (Ctrl+1). To add pages to an older dossier, open "
                          "it from the list of dossiers (Ctrl+3)."));
    m_choiceStack = new QStackedWidget;
    m_choiceStack->addWidget(m_choice);
    m_choiceStack->addWidget(empty);
    card->body()->addWidget(m_choiceStack, 1);
    m_choiceHint = makeLabel(tr("Enter opens the dossier. Most urgent first."), TextRole::Caption, true);
    card->body()->addWidget(m_choiceHint);
    return page;
}

QWidget* PapersScreen::makeToolbar()
{
    auto* bar = new QWidget;
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::hair);
    const auto gap = [line] { line->addSpacing(space::s); };
    const auto add = [line](QAction* action) {
        line->addWidget(new ActionButton(action, ActionButton::Kind::Compact));
    };
    auto* files = new ActionButton(m_files, ActionButton::Kind::Secondary);
    files->setKeyShown(false);
    line->addWidget(files);
    add(m_folder);
    gap();
    for (QAction* action : {m_turnLeft, m_turnRight, m_earlier, m_later}) {
        add(action);
    }
    gap();
    for (QAction* action : {m_setAside, m_bringBack, m_remove}) {
        add(action);
    }
    gap();
    for (QAction* action : {m_undo, m_redo}) {
        add(action);
    }
    gap();
    for (QAction* action : {m_doubtOrder, m_compareAction, m_clean, m_note}) {
        add(action);
    }
    line->addStretch(1);
    m_doubts = new Chip;
    line->addWidget(m_doubts);
    m_zoom = makeLabel({}, TextRole::Caption, true);
    m_zoom->setMinimumWidth(48);
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(m_zoom);
    line->addSpacing(space::xs);
    for (QAction* action : {m_zoomOut, m_fit, m_zoomIn}) {
        add(action);
    }
    return bar;
}

QWidget* PapersScreen::makeBench()
{
    auto* bench = new QWidget;
    auto* layout = new QVBoxLayout(bench);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_partList = new QListView;
    m_partList->setAccessibleName(tr("Components"));
    m_partList->setModel(m_parts);
    m_partList->setItemDelegate(new RowDelegate(partRows(), m_partList));
    m_partList->setResizeMode(QListView::Adjust);
    m_partList->setWordWrap(true); // rows are laid out again when the width changes
    m_partList->setMouseTracking(true);
    m_partList->setAcceptDrops(true);
    m_partList->setDropIndicatorShown(true);
    m_partList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_partList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_partList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PapersScreen::filterPages);
    connect(m_parts, &PartModel::assignWanted, this, &PapersScreen::assignWanted);

    m_pageList = makeStrip(tr("Pages"), pageTile);
    m_pageList->setWrapping(true);
    m_pageList->setModel(m_kept);
    m_pageList->setAcceptDrops(true);
    connect(m_kept, &PageModel::moveWanted, this, &PapersScreen::movePages);
    m_noPages = new EmptyState(Icon::Scanner, {}, {});
    m_pageStack = new QStackedWidget;
    m_pageStack->addWidget(m_pageList);
    m_pageStack->addWidget(m_noPages);

    m_asideStrip = new QWidget;
    auto* aside = new QVBoxLayout(m_asideStrip);
    aside->setContentsMargins(0, 0, 0, 0);
    aside->setSpacing(space::xs);
    m_asideCount = makeLabel({}, TextRole::Caption, true);
    aside->addWidget(m_asideCount);
    m_asideList = makeStrip(tr("Pages set aside"), asideTile);
    m_asideList->setModel(m_aside);
    m_asideList->setFixedHeight(asideTile.height() + 16);
    aside->addWidget(m_asideList);

    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_orderLine =
        makeLabel(tr("The most doubtful pages first. D: back to the paper's order."), TextRole::Caption);
    m_orderLine->setWordWrap(true);
    m_orderLine->hide();
    column->addWidget(m_orderLine);
    column->addWidget(m_pageStack, 1);
    column->addWidget(m_asideStrip);
    m_view = new PageView;
    m_compare = new CompareView;
    m_viewStack = new QStackedWidget;
    m_viewStack->addWidget(m_view);
    m_viewStack->addWidget(m_compare);
    for (const PageView* view : {m_view, m_compare->view(0)}) {
        connect(view, &PageView::zoomChanged, this, &PapersScreen::showZoom);
    }
    for (const PageList* list : {m_pageList, m_asideList}) {
        connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
                &PapersScreen::showCurrent);
        connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &PapersScreen::updateActions);
    }
    // One selection at a time, so that keys mean one thing; Ctrl and the mouse choose from both.
    const auto clearsOther = [this](const PageList* list, PageList* other) {
        connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, list, other] {
            if (list->selectionModel()->hasSelection() && !list->isAdding()) {
                other->clearSelection();
            }
            // The page this list was at before: it is the current one already, and nobody is told of that.
            if (list->selectionModel()->isSelected(list->currentIndex())) {
                showCurrent();
            }
        });
    };
    clearsOther(m_pageList, m_asideList);
    clearsOther(m_asideList, m_pageList);
    layout->addWidget(makeToolbar());
    m_account = new AccountPanel;
    connect(m_account, &AccountPanel::pageWanted, this, &PapersScreen::showPage);
    connect(m_account, &AccountPanel::expected, this, &PapersScreen::sheetsCounted);
    connect(m_account, &AccountPanel::closeWanted, this, &PapersScreen::accountCloseWanted);
    addAction(m_account->closeAction()); // works wherever the hands are on this screen
    layout->addWidget(m_account);
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(m_partList);
    m_columns->addWidget(middle);
    m_columns->addWidget(m_viewStack);
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 3);
    m_columns->setStretchFactor(2, 4);
    m_partList->setMinimumWidth(190);
    middle->setMinimumWidth(2 * narrowestTile + 20);
    m_columns->setSizes({230, 290, 400});
    middle->installEventFilter(this);
    m_middle = middle;
    layout->addWidget(m_columns, 1);
    return bench;
}

bool PapersScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_middle && event->type() == QEvent::Resize) {
        layOutTiles();
    }
    return Screen::eventFilter(watched, event);
}

void PapersScreen::layOutTiles()
{
    // As many columns as full tiles fit, at least two; they share the width.
    const int room = m_middle->width() - 2 * m_pageList->frameWidth() -
                     style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_pageList) - 1;
    const int columns = std::max(2, room / pageTile.width());
    QSize tile = tileOfWidth(std::clamp(room / columns, narrowestTile, pageTile.width() + 20));
    tile.rheight() += m_kept->isByDoubt() ? reasonHeight() : 0;
    setTiles(*m_pageList, tile);
    // In a low window the pages need the height more than what was set aside.
    const int height = std::clamp(m_middle->height() / 4, 66, asideTile.height());
    setTiles(*m_asideList, {std::min(asideTile.width(), height + 10), height});
    m_asideList->setFixedHeight(height + 16);
}

} // namespace sohoa::ui
