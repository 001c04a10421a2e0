// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Which pages the screen Số hóa shows, and in which order.

#include "ui/papers/pagelist.h"
#include "ui/papers/papersscreen.h"

#include <QAction>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>
#include <limits>
#include <numeric>

namespace sohoa::ui {

using namespace dossier;

namespace {

/// The rows as few ranges: a selection of two thousand single ones would be compared range by range.
QItemSelection selectionOf(const PageModel& model, const QStringList& uids)
{
    std::vector<int> rows;
    for (const QString& uid : uids) {
        if (const QModelIndex index = model.indexOf(uid); index.isValid()) {
            rows.push_back(index.row());
        }
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1) {
            ++end;
        }
        selection.append(QItemSelectionRange(model.index(rows[i]), model.index(rows[end - 1])));
        i = end;
    }
    return selection;
}

} // namespace

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
    const auto aspectsOf = [this](const std::vector<Page>& pages) {
        std::vector<PageAspect> aspects;
        aspects.reserve(pages.size());
        for (const Page& page : pages) {
            aspects.push_back({static_cast<int>(aspects.size()) + 1, doubtsAbout(page, m_state->relations)});
        }
        return aspects;
    };
    std::vector<PageAspect> keptAspects = aspectsOf(kept);
    std::vector<PageAspect> asideAspects = aspectsOf(aside);
    sortByDoubt(kept, keptAspects);
    sortByDoubt(aside, asideAspects);
    m_asideCount->setText(
        tr("Set aside: %n page(s). Ins brings one back.", nullptr, static_cast<int>(aside.size())));
    m_asideStrip->setVisible(!aside.empty());
    sayWhyEmpty(component, !aside.empty());
    const QStringList before = selected();
    const int rowsBefore = m_kept->rowCount({});
    m_kept->set(std::move(kept), std::move(keptAspects));
    m_aside->set(std::move(aside), std::move(asideAspects));
    // Pages that appear where nothing was take the focus, unless the clerk is somewhere else on purpose.
    const bool first = m_pageStack->currentIndex() == 1 && m_kept->rowCount({}) > 0;
    m_pageStack->setCurrentIndex(m_kept->rowCount({}) > 0 ? 0 : 1);
    const QWidget* focused = focusWidget();
    if (first && isVisible() &&
        (focused == nullptr || focused == this || qobject_cast<const ActionButton*>(focused) != nullptr)) {
        m_pageList->setFocus();
    }
    const QModelIndex current = m_kept->indexOf(m_currentUid);
    const QModelIndex next = m_kept->indexOf(m_nextUid);
    m_nextUid.clear();
    if (next.isValid()) {
        m_pageList->setCurrentIndex(next);
        m_pageList->selectionModel()->select(next, QItemSelectionModel::ClearAndSelect);
    } else if (current.isValid()) {
        m_pageList->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_pageList->selectionModel()->select(selectionOf(*m_kept, before),
                                             QItemSelectionModel::ClearAndSelect);
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

void PapersScreen::sortByDoubt(std::vector<Page>& pages, std::vector<PageAspect>& aspects) const
{
    if (m_doubtRanks.isEmpty()) {
        return;
    }
    std::vector<std::size_t> order(pages.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<int> ranks;
    ranks.reserve(pages.size());
    for (const Page& page : pages) {
        ranks.push_back(m_doubtRanks.value(page.uid, std::numeric_limits<int>::max())); // came in since
    }
    std::stable_sort(order.begin(), order.end(),
                     [&ranks](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    std::vector<Page> sortedPages;
    std::vector<PageAspect> sortedAspects;
    sortedPages.reserve(pages.size());
    sortedAspects.reserve(pages.size());
    for (const std::size_t at : order) {
        sortedPages.push_back(std::move(pages[at]));
        sortedAspects.push_back(std::move(aspects[at]));
    }
    pages = std::move(sortedPages);
    aspects = std::move(sortedAspects);
}

void PapersScreen::toggleDoubtOrder()
{
    if (!m_state) {
        return;
    }
    setDoubtOrder(m_doubtRanks.isEmpty());
    filterPages();
    if (m_kept->rowCount({}) == 0) {
        return;
    }
    // The worst page first; on the way back the page one was at.
    const QModelIndex there = m_doubtRanks.isEmpty() ? m_kept->indexOf(m_currentUid) : m_kept->index(0);
    const QModelIndex place = there.isValid() ? there : m_kept->index(0);
    m_pageList->setCurrentIndex(place);
    m_pageList->selectionModel()->select(place, QItemSelectionModel::ClearAndSelect);
    m_pageList->scrollTo(place);
    m_pageList->setFocus(Qt::ShortcutFocusReason);
}

void PapersScreen::setDoubtOrder(bool byDoubt)
{
    m_doubtRanks.clear();
    if (byDoubt) {
        for (const QString& uid : byDoubtfulness(m_state->pages, m_state->relations)) {
            m_doubtRanks.insert(uid, static_cast<int>(m_doubtRanks.size()));
        }
    }
    const bool isOn = !m_doubtRanks.isEmpty();
    m_doubtOrder->setChecked(isOn);
    m_orderLine->setVisible(isOn);
    m_kept->setByDoubt(isOn);
    layOutTiles();
}

bool PapersScreen::canMovePages()
{
    if (m_doubtRanks.isEmpty()) {
        return true;
    }
    notice()->say(Tone::Info,
                  tr("The pages stand by how doubtful they are, so there is no before and after now. "
                     "Press D for the paper's order, then move them."),
                  m_doubtOrder);
    return false;
}

void PapersScreen::movePages(const QStringList& uids, const QString& beforeUid)
{
    if (canMovePages()) {
        emit moveWanted(uids, beforeUid);
    }
}

} // namespace sohoa::ui
