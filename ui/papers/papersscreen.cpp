// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/papersscreen.h"

#include "ui/dossiers/dossierlist.h"
#include "ui/papers/accountpanel.h"
#include "ui/papers/compareview.h"
#include "ui/papers/cutpanel.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/papers/papersdelegates.h"
#include "ui/papers/thumbnails.h"
#include "ui/text/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/dropveil.h"
#include "wording/names.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {

// Of the body, in this order.
constexpr int choicePage = 0;
constexpr int benchPage = 1;
constexpr int cutPage = 2;

} // namespace

PapersScreen::PapersScreen(QWidget* parent)
    : Screen(tr("Digitize"), Icon::Papers, parent)
    , m_thumbnails(new Thumbnails(this))
    , m_body(new QStackedWidget)
    , m_waiting(new DossierListModel(this))
    , m_parts(new PartModel(this))
    , m_kept(new PageModel(m_thumbnails, this))
    , m_aside(new PageModel(m_thumbnails, this))
{
    setAcceptDrops(true);
    makeActions();
    m_body->addWidget(makeChoice());
    m_body->addWidget(makeBench());
    m_cut = new CutPanel(m_thumbnails);
    connect(m_cut, &CutPanel::leaveWanted, this, [this] {
        leaveDossier();
        m_choice->setFocus();
    });
    m_body->addWidget(m_cut);
    content()->addWidget(m_body, 1);
    m_veil = new DropVeil(this);
    leaveDossier();
}

QWidget* PapersScreen::entrance()
{
    if (showsCut()) {
        return m_cut->pageList();
    }
    if (!m_state) {
        return m_choice;
    }
    return m_kept->rowCount({}) > 0 ? m_pageList : m_partList;
}

QString PapersScreen::dossierUid() const
{
    return m_state ? m_state->detail.dossier.uid : QString();
}

std::vector<Page> PapersScreen::pages() const
{
    return m_state ? m_state->pages : std::vector<Page>();
}

void PapersScreen::setWaiting(std::vector<workflow::DossierLine> dossiers)
{
    const bool any = !dossiers.empty();
    const QModelIndex current = m_choice->currentIndex();
    const QString uid = current.isValid() ? m_waiting->at(current).dossier.uid : QString();
    m_waiting->set(std::move(dossiers));
    m_choiceStack->setCurrentIndex(any ? 0 : 1);
    m_choiceHint->setVisible(any);
    if (any) {
        const QModelIndex same = m_waiting->indexOf(uid);
        m_choice->setCurrentIndex(same.isValid() ? same : m_waiting->index(0));
    }
}

void PapersScreen::setUnfinished(std::vector<UnfinishedStack> stacks)
{
    m_unfinished = std::move(stacks);
    m_openUnfinished->setEnabled(!m_state && !m_unfinished.empty());
    if (m_unfinished.empty()) {
        m_unfinishedLine->clear();
        return;
    }
    const UnfinishedStack& oldest = m_unfinished.front();
    m_unfinishedLine->say(
        Tone::Warning,
        tr("%n stack(s) are scanned and not closed yet. The oldest: %1, dossier %2, %3 "
           "sides. All of it is kept.",
           nullptr, static_cast<int>(m_unfinished.size()))
            .arg(wording::dateTime(oldest.session.startedAt),
                 oldest.dossierCode.isEmpty() ? tr("by its separator sheets") : oldest.dossierCode)
            .arg(oldest.session.sides),
        m_openUnfinished);
}

void PapersScreen::leaveDossier()
{
    m_state.reset();
    m_currentUid.clear();
    leaveCompare();
    m_cut->clear();
    m_body->setCurrentIndex(choicePage);
    setSubtitle(tr("Which dossier do the papers in your hand belong to?"));
    updateActions();
    emit waitingWanted();
}

void PapersScreen::setState(const PapersState& state)
{
    const bool other = !m_state || m_state->detail.dossier.uid != state.detail.dossier.uid;
    m_state = state;
    const Dossier& dossier = state.detail.dossier;
    setSubtitle(QStringLiteral("%1  ·  %2  ·  %3")
                    .arg(dossier.code, orDash(dossier.applicant.fullName), dossier.procedureName));
    std::vector<PartModel::Part> parts(1);
    const auto add = [&](const Component& component, const QString& key) {
        PartModel::Part part;
        part.component = component;
        part.key = key;
        for (const Page& page : state.pages) {
            part.pages += page.state == PageState::Kept && page.component == component.number ? 1 : 0;
        }
        for (const Paper& paper : state.detail.papers) {
            if (paper.component == component.number) {
                part.paper = paper;
            }
        }
        parts.push_back(part);
    };
    for (const Component& component : state.detail.components) {
        if (component.number != resultComponent) {
            add(component, component.number <= 9 ? QString::number(component.number) : QString());
        }
    }
    if (dossier.givesResult) {
        Component result;
        result.dossierUid = dossier.uid;
        result.number = resultComponent;
        result.name = tr("Result of the procedure");
        for (const Component& component : state.detail.components) {
            if (component.number == resultComponent) {
                result.state = component.state;
            }
        }
        add(result, QStringLiteral("0"));
    }
    for (const Page& page : state.pages) {
        parts.front().pages += page.state == PageState::Kept ? 1 : 0;
    }
    m_parts->set(std::move(parts));
    m_account->set(m_ready ? state.account : std::nullopt);
    if (other) {
        m_currentUid.clear();
        leaveCompare();
        setDoubtOrder(false);
        m_partList->setCurrentIndex(m_parts->index(0));
        m_cut->clear();
        m_body->setCurrentIndex(benchPage);
    }
    filterPages();
    if (other) {
        entrance()->setFocus();
    }
    const auto waits = [](const Page& page) { return page.state == PageState::Kept && page.component == 0; };
    if (m_parts->parts().front().pages > 0 && std::none_of(state.pages.begin(), state.pages.end(), waits)) {
        emit allPagesGiven();
    }
}

void PapersScreen::showCurrent()
{
    const bool inAside = m_asideList->selectionModel()->hasSelection();
    const PageModel* model = inAside ? m_aside : m_kept;
    const QModelIndex index = (inAside ? m_asideList : m_pageList)->currentIndex();
    if (!index.isValid() || index.row() >= model->rowCount({})) {
        m_currentUid.clear();
        m_doubts->set({});
        leaveCompare();
        m_view->showNothing(tr("Choose a page to see it large."));
        return;
    }
    const Page& page = model->at(index);
    if (!inAside) {
        m_lastRow = index.row();
    }
    const bool same = page.uid == m_currentUid && page.edits == m_current.edits;
    if (page.uid != m_currentUid && m_asScanned) {
        m_asScanned = false;
        m_original->setChecked(false);
    }
    m_currentUid = page.uid;
    m_current = page;
    const QStringList doubts = stopsAmong(model->aspectAt(index).doubts);
    m_doubts->set(inAside ? ChipText{Tone::Neutral, whyAside(page), Icon::Aside}
                  : doubts.isEmpty()
                      ? ChipText{}
                      : ChipText{Tone::Warning, doubts.join(QStringLiteral(" · ")), Icon::Warning});
    if (m_comparing != Comparing::Off) {
        updateCompare();
    } else if (!same) {
        m_view->showPage(m_thumbnails->find(page), index.data(Qt::AccessibleTextRole).toString());
        emit pictureWanted(page, m_asScanned);
    }
}

void PapersScreen::showPage(const QString& uid)
{
    if (!m_state) {
        return;
    }
    if (const QModelIndex aside = m_aside->indexOf(uid); aside.isValid()) {
        m_pageList->clearSelection();
        m_asideList->setCurrentIndex(aside);
        m_asideList->selectionModel()->select(aside, QItemSelectionModel::ClearAndSelect);
        return;
    }
    if (!m_kept->indexOf(uid).isValid()) {
        m_partList->setCurrentIndex(m_parts->index(0)); // it may be in another component
    }
    if (const QModelIndex kept = m_kept->indexOf(uid); kept.isValid()) {
        m_pageList->setCurrentIndex(kept);
        m_pageList->selectionModel()->select(kept, QItemSelectionModel::ClearAndSelect);
    }
}

bool PapersScreen::showsCut() const
{
    return m_body->currentIndex() == cutPage;
}

void PapersScreen::showCut()
{
    const bool comes = !showsCut();
    leaveCompare();
    m_body->setCurrentIndex(cutPage);
    if (!m_state) {
        setSubtitle(tr("A stack that its separator sheets give to dossiers"));
    }
    if (comes) {
        m_cut->pageList()->setFocus();
    }
    updateActions();
}

void PapersScreen::leaveCut()
{
    if (!showsCut()) {
        return;
    }
    m_cut->clear();
    m_body->setCurrentIndex(m_state ? benchPage : choicePage);
    updateActions();
    entrance()->setFocus();
}

void PapersScreen::scanNow()
{
    m_scan->trigger();
}

void PapersScreen::showAccount()
{
    m_account->takeFocus();
}

void PapersScreen::setPicture(const Page& page, bool asScanned, const QImage& picture)
{
    if (m_comparing != Comparing::Off) {
        m_compare->setPicture(page, asScanned, picture);
        return;
    }
    if (!isShown(page, asScanned)) {
        return;
    }
    if (picture.isNull()) {
        m_view->showNothing(tr("This page cannot be shown. Scan it again."));
        return;
    }
    m_view->setPicture(picture, realSizeOf(page, asScanned, picture));
}

bool PapersScreen::isShown(const Page& page, bool asScanned) const
{
    if (m_comparing != Comparing::Off) {
        return m_compare->shows(page, asScanned);
    }
    return page.uid == m_currentUid && page.edits == m_current.edits && asScanned == m_asScanned;
}

int PapersScreen::chosenComponent() const
{
    const QModelIndex index = m_partList->currentIndex();
    if (!index.isValid() || !m_parts->at(index).component) {
        return 0;
    }
    return m_parts->at(index).component->number;
}

QStringList PapersScreen::selected() const
{
    QStringList uids;
    for (const auto* list : {m_pageList, m_asideList}) {
        const auto* model = static_cast<const PageModel*>(list->model());
        QModelIndexList indexes = list->selectionModel()->selectedIndexes();
        std::sort(indexes.begin(), indexes.end());
        for (const QModelIndex& index : indexes) {
            uids.append(model->at(index).uid);
        }
    }
    return uids;
}

} // namespace sohoa::ui
