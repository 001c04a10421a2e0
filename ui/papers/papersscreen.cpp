// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/papersscreen.h"

#include "ui/dossiers/dossierlist.h"
#include "ui/papers/accountpanel.h"
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

void PapersScreen::filterPages()
{
    if (!m_state) {
        return;
    }
    const int component = chosenComponent();
    std::vector<Page> kept;
    std::vector<Page> aside;
    for (const Page& page : m_state->pages) {
        if (page.state == PageState::SetAside) {
            aside.push_back(page);
        } else if (page.state == PageState::Kept && (component == 0 || page.component == component)) {
            kept.push_back(page);
        }
    }
    // What still has to be given to a component stands last, behind what is done.
    std::stable_partition(kept.begin(), kept.end(), [](const Page& page) { return page.component != 0; });
    m_asideCount->setText(
        tr("Set aside: %n page(s). Ins brings one back.", nullptr, static_cast<int>(aside.size())));
    m_asideStrip->setVisible(!aside.empty());
    sayWhyEmpty(component, !aside.empty());
    const QStringList before = selected();
    const int rowsBefore = m_kept->rowCount({});
    m_kept->set(std::move(kept));
    m_aside->set(std::move(aside));
    // Pages that appear where nothing was take the focus, unless the clerk is somewhere else on purpose.
    const bool first = m_pageStack->currentIndex() == 1 && m_kept->rowCount({}) > 0;
    m_pageStack->setCurrentIndex(m_kept->rowCount({}) > 0 ? 0 : 1);
    const QWidget* focused = focusWidget();
    if (first && isVisible() &&
        (focused == nullptr || focused == this || qobject_cast<const ActionButton*>(focused) != nullptr)) {
        m_pageList->setFocus();
    }
    QItemSelection selection;
    for (const QString& uid : before) {
        if (const QModelIndex index = m_kept->indexOf(uid); index.isValid()) {
            selection.select(index, index);
        }
    }
    const QModelIndex current = m_kept->indexOf(m_currentUid);
    const QModelIndex next = m_kept->indexOf(m_nextUid);
    m_nextUid.clear();
    if (next.isValid()) {
        m_pageList->setCurrentIndex(next);
        m_pageList->selectionModel()->select(next, QItemSelectionModel::ClearAndSelect);
    } else if (current.isValid()) {
        m_pageList->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_pageList->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    } else if (m_kept->rowCount({}) > 0 && !m_asideList->selectionModel()->hasSelection()) {
        m_pageList->setCurrentIndex(m_kept->index(std::min(m_lastRow, m_kept->rowCount({}) - 1)));
    }
    // While pages come in the newest is in sight.
    if (!m_ready && m_kept->rowCount({}) > rowsBefore) {
        m_pageList->scrollToBottom();
    }
    showCurrent();
    updateActions();
}

void PapersScreen::sayWhyEmpty(int component, bool anyAside)
{
    if (component != 0 && m_parts->parts().front().pages > 0) {
        m_noPages->set(Icon::Paper, tr("This component has no pages yet"),
                       tr("Choose pages under \"All pages\" and press its digit, or drag them onto it."));
    } else if (anyAside) {
        m_noPages->set(Icon::Aside, tr("Every page was set aside"),
                       tr("Look at them below: blank ones and separator sheets may stay there. Ins brings "
                          "one back."));
    } else {
        m_noPages->set(Icon::Scanner, tr("No pages yet"),
                       tr("Put the papers into the scanner and press F6, or add files with "
                          "Ctrl+O. Files and folders can be dropped here too."));
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
    const QStringList doubts = doubtsOf(page);
    m_doubts->set(inAside ? ChipText{Tone::Neutral, whyAside(page), Icon::Aside}
                  : doubts.isEmpty()
                      ? ChipText{}
                      : ChipText{Tone::Warning, doubts.join(QStringLiteral(" · ")), Icon::Warning});
    if (!same) {
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
    if (page.uid != m_currentUid || page.edits != m_current.edits || asScanned != m_asScanned) {
        return;
    }
    if (picture.isNull()) {
        m_view->showNothing(tr("This page cannot be shown. Scan it again."));
        return;
    }
    QSize real(page.width, page.height);
    if (!asScanned && page.edits.turn % 180 != 0) {
        real.transpose();
    }
    m_view->setPicture(picture, !asScanned && page.edits.crop ? picture.size() : real);
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
