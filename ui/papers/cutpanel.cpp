// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/cutpanel.h"

#include "ui/papers/cutmodels.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/papers/thumbnails.h"
#include "ui/style/style.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QAction>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace sohoa::ui {

using dossier::Page;
using dossier::StackCut;

namespace {

constexpr QSize tileSize(112, 156);
constexpr int alarmsSeen = 3;
/// More steps than anybody takes back.
constexpr std::size_t mostSteps = 30; // each keeps the rows of its pages

} // namespace

CutPanel::CutPanel(Thumbnails* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
    , m_heading(new ElidedLabel({}, TextRole::Strong))
    , m_state(new Chip)
    , m_alarms(new QListWidget)
    , m_parts(new CutPartModel(this))
    , m_pages(new PageModel(thumbnails, this))
{
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeTop());
    layout->addWidget(makeColumns(), 1);
    layout->addWidget(
        new ElidedLabel(tr("S: a part begins at this page   ·   M: join this part to the one before   "
                           "·   1 to 9: its component   ·   D: its dossier   ·   Esc: later"),
                        TextRole::Caption));
    clear();
}

void CutPanel::makeActions()
{
    const auto key = [](const char* text) { return QKeySequence(QString::fromLatin1(text)); };
    m_split = makeAction(this, tr("Cut"), Icon::Cut, key("S"));
    connect(m_split, &QAction::triggered, this, [this] {
        StackCut cut = m_cut;
        if (cut.split(currentUid())) {
            change(cut);
        }
    });
    m_merge = makeAction(this, tr("Join"), Icon::Join, key("M"));
    m_merge->setShortcuts({key("M"), key("Backspace")});
    connect(m_merge, &QAction::triggered, this, [this] {
        StackCut cut = m_cut;
        if (cut.merge(currentPart())) {
            change(cut);
        }
    });
    m_dossier = makeAction(this, tr("Dossier"), Icon::Dossiers, key("D"));
    connect(m_dossier, &QAction::triggered, this, &CutPanel::askForDossier);
    for (int number = 0; number <= 9; ++number) {
        QAction* digit = makeAction(
            this, number == 0 ? tr("This part is the result") : tr("This part is component %1").arg(number),
            Icon::Paper, QKeySequence(QString::number(number)));
        connect(digit, &QAction::triggered, this,
                [this, number] { giveComponent(number == 0 ? dossier::resultComponent : number); });
        m_digits.push_back(digit);
    }
    m_undo = makeAction(this, tr("Undo"), Icon::Undo, key("Ctrl+Z"));
    connect(m_undo, &QAction::triggered, this, [this] { step(m_before, m_undone); });
    m_redo = makeAction(this, tr("Redo"), Icon::Redo, key("Ctrl+Y"));
    connect(m_redo, &QAction::triggered, this, [this] { step(m_undone, m_before); });
    m_commit = makeAction(this, tr("Cut it so"), Icon::Check, QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_commit->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(m_commit, &QAction::triggered, this, [this] { emit commitWanted(m_cut); });
    m_leave = makeAction(this, tr("Later"), Icon::Close, key("Esc"));
    connect(m_leave, &QAction::triggered, this, &CutPanel::leaveWanted);
}

QWidget* CutPanel::makeTop()
{
    auto* card = new Card;
    auto* top = new QHBoxLayout;
    top->setSpacing(space::m);
    top->addWidget(m_state);
    top->addWidget(m_heading, 1);
    for (QAction* action : {m_undo, m_redo}) {
        top->addWidget(new ActionButton(action, ActionButton::Kind::Compact));
    }
    for (QAction* action : {m_split, m_merge, m_dossier}) {
        top->addWidget(new ActionButton(action, ActionButton::Kind::Secondary));
    }
    top->addWidget(new ActionButton(m_commit, ActionButton::Kind::Primary));
    card->body()->addLayout(top);
    m_alarms->setAccessibleName(tr("What does not fit"));
    m_alarms->setItemDelegate(new RowDelegate(doubtRows(), m_alarms));
    m_alarms->setMouseTracking(true);
    m_alarms->setUniformItemSizes(true);
    m_alarms->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto look = [this] {
        if (const QListWidgetItem* item = m_alarms->currentItem()) {
            goTo(item->data(Qt::UserRole).toString());
        }
    };
    connect(m_alarms, &QListWidget::itemActivated, this, look);
    connect(m_alarms, &QListWidget::currentItemChanged, this, [this, look] {
        if (m_alarms->hasFocus()) {
            look();
        }
    });
    card->body()->addWidget(m_alarms);
    return card;
}

QWidget* CutPanel::makeColumns()
{
    m_partList = new QListView;
    m_partList->setAccessibleName(tr("Parts of the stack"));
    m_partList->setModel(m_parts);
    m_partList->setItemDelegate(new RowDelegate(cutPartRows(), m_partList));
    m_partList->setResizeMode(QListView::Adjust);
    m_partList->setWordWrap(true);
    m_partList->setMouseTracking(true);
    m_partList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_partList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_partList->setMinimumWidth(190);
    connect(m_partList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!m_following && index.isValid()) {
                    goTo(m_parts->at(index).pages.front().uid);
                }
            });

    m_pageList = new PageList;
    m_pageList->setAccessibleName(tr("Pages of the stack"));
    m_pageList->setModel(m_pages);
    m_pageList->setFlow(QListView::LeftToRight);
    m_pageList->setWrapping(true);
    m_pageList->setResizeMode(QListView::Adjust);
    m_pageList->setGridSize(tileSize);
    m_pageList->setUniformItemSizes(true);
    m_pageList->setMouseTracking(true);
    m_pageList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const auto tileOf = [this](const QModelIndex& index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (row >= m_tiles.size()) {
            return CutTile{};
        }
        const auto [part, begins] = m_tiles[row];
        return CutTile{part, begins, m_cut.parts[static_cast<std::size_t>(part)].place.dossierCode.isEmpty()};
    };
    m_pageList->setItemDelegate(new CutDelegate(tileSize, tileOf, m_pageList));
    m_pageList->setMinimumWidth(2 * tileSize.width() + 20);
    connect(m_pageList->selectionModel(), &QItemSelectionModel::currentChanged, this, &CutPanel::showCurrent);

    m_view = new PageView;
    m_zooms = {makeAction(this, tr("Larger"), Icon::ZoomIn, QKeySequence(QStringLiteral("+"))),
               makeAction(this, tr("Smaller"), Icon::ZoomOut, QKeySequence(QStringLiteral("-"))),
               makeAction(this, tr("Whole page or 100 %"), Icon::Fit, QKeySequence(QStringLiteral("F")))};
    connect(m_zooms[0], &QAction::triggered, m_view, &PageView::zoomIn);
    connect(m_zooms[1], &QAction::triggered, m_view, &PageView::zoomOut);
    connect(m_zooms[2], &QAction::triggered, m_view, &PageView::toggleFit);

    auto* columns = new QSplitter(Qt::Horizontal);
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_partList);
    columns->addWidget(m_pageList);
    columns->addWidget(m_view);
    columns->setStretchFactor(0, 2);
    columns->setStretchFactor(1, 4);
    columns->setStretchFactor(2, 3);
    columns->setSizes({270, 480, 360});
    return columns;
}

void CutPanel::clear()
{
    m_cut = {};
    m_before.clear();
    m_undone.clear();
    show({});
    emit cleared();
}

void CutPanel::setArriving(std::vector<Page> pages)
{
    m_tiles.clear();
    m_cut = {};
    m_parts->set(m_cut);
    m_heading->setFullText(tr("The stack comes in: %n page(s)", nullptr, static_cast<int>(pages.size())));
    m_state->set({});
    m_alarms->hide();
    m_pages->set(std::move(pages));
    m_pageList->scrollToBottom();
    updateActions();
}

void CutPanel::setCut(const StackCut& cut)
{
    const bool same = cut.session == m_cut.session;
    if (same && cut.pages() == m_cut.pages()) {
        return; // what was changed by hand stays, and can be taken back
    }
    const QString current = currentUid();
    if (same && !m_before.empty()) {
        m_cut = dossier::carriedOver(m_cut, cut);
    } else {
        m_cut = cut;
    }
    m_before.clear();
    m_undone.clear();
    show(same ? current : QString());
}

void CutPanel::setReady(bool ready)
{
    m_ready = ready;
    updateActions();
}

void CutPanel::change(const StackCut& changed)
{
    if (m_before.size() >= mostSteps) {
        m_before.erase(m_before.begin());
    }
    m_before.push_back(m_cut);
    m_undone.clear();
    const QString current = currentUid();
    m_cut = changed;
    show(current);
}

void CutPanel::step(std::vector<StackCut>& from, std::vector<StackCut>& to)
{
    if (from.empty()) {
        return;
    }
    const QString current = currentUid();
    to.push_back(m_cut);
    m_cut = from.back();
    from.pop_back();
    show(current);
}

void CutPanel::show(const QString& currentUid)
{
    m_tiles.clear();
    std::vector<Page> pages;
    std::set<QString> dossiers;
    for (std::size_t i = 0; i < m_cut.parts.size(); ++i) {
        const dossier::CutPart& part = m_cut.parts[i];
        if (!part.place.dossierCode.isEmpty()) {
            dossiers.insert(part.place.dossierCode);
        }
        for (const Page& page : part.pages) {
            m_tiles.emplace_back(static_cast<int>(i), &page == &part.pages.front());
            pages.push_back(page);
            pages.back().component = part.place.component;
        }
    }
    m_heading->setFullText(
        tr("%n page(s)", nullptr, static_cast<int>(pages.size())) + QStringLiteral("  ·  ") +
        tr("%n dossier(s)", nullptr, static_cast<int>(dossiers.size())) + QStringLiteral("  ·  ") +
        tr("%n part(s)", nullptr, static_cast<int>(m_cut.parts.size())));
    m_parts->set(m_cut);
    m_pages->set(std::move(pages));
    m_pageList->viewport()->update(); // cuts are drawn between pages that stay
    fillAlarms();
    const QModelIndex index = m_pages->indexOf(currentUid);
    m_pageList->setCurrentIndex(index.isValid() ? index : m_pages->index(0));
    showCurrent();
    updateActions();
}

void CutPanel::fillAlarms()
{
    m_alarms->clear();
    for (const dossier::StackAlarm& alarm : m_cut.alarms) {
        auto* item = new QListWidgetItem(wording::sentence(alarm), m_alarms);
        item->setToolTip(item->text());
        item->setData(Qt::UserRole, alarm.pageUid);
    }
    const int count = m_alarms->count();
    m_alarms->setVisible(count > 0);
    m_alarms->setFixedHeight(std::clamp(count, 1, alarmsSeen) * doubtRowHeight + 2 * m_alarms->frameWidth());
    const int nobodys = m_cut.nobodys();
    m_state->set(
        nobodys > 0 ? ChipText{Tone::Danger, tr("%n page(s) belong to nobody", nullptr, nobodys), Icon::Error}
        : count > 0 ? ChipText{Tone::Warning, tr("%n thing(s) to check", nullptr, count), Icon::Warning}
                    : ChipText{Tone::Success, tr("every sheet fits"), Icon::CheckCircle});
}

QString CutPanel::currentUid() const
{
    const QModelIndex index = m_pageList->currentIndex();
    return index.isValid() ? m_pages->at(index).uid : QString();
}

std::size_t CutPanel::currentPart() const
{
    return m_cut.partOf(currentUid());
}

void CutPanel::showCurrent()
{
    const QModelIndex index = m_pageList->currentIndex();
    if (!index.isValid() || index.row() >= m_pages->rowCount({})) {
        m_current = {};
        m_view->showNothing(tr("Choose a page to see it large."));
        updateActions();
        return;
    }
    const std::size_t part = currentPart();
    if (part < m_cut.parts.size()) {
        m_following = true;
        m_partList->setCurrentIndex(m_parts->index(static_cast<int>(part)));
        m_following = false;
    }
    const Page& page = m_pages->at(index);
    if (page.uid != m_current.uid) {
        m_current = page;
        m_view->showPage(m_thumbnails->find(page), index.data(Qt::AccessibleTextRole).toString());
        emit pictureWanted(page);
    }
    updateActions();
}

void CutPanel::setPicture(const Page& page, const QImage& picture)
{
    if (page.uid != m_current.uid) {
        return;
    }
    if (picture.isNull()) {
        m_view->showNothing(tr("This page cannot be shown. Scan it again."));
        return;
    }
    m_view->setPicture(picture, picture.size());
}

void CutPanel::goTo(const QString& uid)
{
    if (const QModelIndex index = m_pages->indexOf(uid); index.isValid()) {
        m_pageList->setCurrentIndex(index);
        m_pageList->scrollTo(index);
    }
}

void CutPanel::giveComponent(int component)
{
    const std::size_t place = currentPart();
    if (place >= m_cut.parts.size()) {
        return;
    }
    dossier::CutPlace to = m_cut.parts[place].place;
    const dossier::CutDossier* dossier = m_cut.dossier(to.dossierCode);
    const bool known =
        dossier != nullptr &&
        (component == dossier::resultComponent ||
         std::any_of(dossier->components.begin(), dossier->components.end(), [component](const auto& each) {
             return each.number == component && each.duty == dossier::Duty::Scan;
         }));
    if (!known) {
        return;
    }
    to.component = component;
    StackCut cut = m_cut;
    if (cut.give(place, to)) {
        change(cut);
    }
}

void CutPanel::askForDossier()
{
    QStringList codes;
    for (const dossier::CutDossier& dossier : m_cut.dossiers) {
        codes.append(dossier.code);
    }
    for (const QString& code : m_codes) {
        if (!codes.contains(code)) {
            codes.append(code);
        }
    }
    auto* question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Which dossier?"));
    question->setLabelText(tr("Code of the dossier that this part belongs to:"));
    question->setComboBoxItems(codes);
    question->setComboBoxEditable(true);
    const std::size_t place = currentPart();
    if (place < m_cut.parts.size() && !m_cut.parts[place].place.dossierCode.isEmpty()) {
        question->setTextValue(m_cut.parts[place].place.dossierCode);
    }
    question->setOkButtonText(tr("Give to it"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& typed) {
        const QString code = typed.trimmed();
        if (const dossier::CutDossier* dossier = m_cut.dossier(code)) {
            giveTo(*dossier);
        } else if (!code.isEmpty()) {
            emit dossierNamed(code);
        }
    });
    question->open();
}

void CutPanel::giveTo(const dossier::CutDossier& dossier)
{
    const std::size_t place = currentPart();
    StackCut cut = m_cut;
    if (cut.dossier(dossier.code) == nullptr) {
        cut.dossiers.push_back(dossier);
    }
    // A component of the other dossier by that number is another paper.
    if (cut.give(place, {dossier.code, dossier::scannedAfter(dossier.components, 0, 0)})) {
        change(cut);
    }
}

void CutPanel::updateActions()
{
    const bool shown = isVisible() && m_ready && !m_cut.parts.empty();
    const std::size_t part = shown ? currentPart() : 0;
    const auto row = static_cast<std::size_t>(std::max(0, m_pageList->currentIndex().row()));
    m_split->setEnabled(shown && row < m_tiles.size() && !m_tiles[row].second);
    m_merge->setEnabled(shown && part > 0 && part < m_cut.parts.size());
    m_dossier->setEnabled(shown);
    for (QAction* digit : m_digits) {
        digit->setEnabled(shown);
    }
    for (QAction* zoom : m_zooms) {
        zoom->setEnabled(isVisible());
    }
    m_undo->setEnabled(shown && !m_before.empty());
    m_redo->setEnabled(shown && !m_undone.empty());
    m_commit->setEnabled(shown && m_cut.nobodys() == 0);
    m_leave->setEnabled(isVisible() && m_ready);
}

void CutPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
}

void CutPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace sohoa::ui
