// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// The screen Số hóa: one page large, or two of them side by side.

#include "ui/papers/compareview.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/pageview.h"
#include "ui/papers/papersscreen.h"
#include "ui/papers/thumbnails.h"
#include "ui/text/format.h"
#include "wording/names.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace sohoa::ui {

using namespace dossier;

const Page* PapersScreen::pageOf(const QString& uid) const
{
    if (!m_state) {
        return nullptr;
    }
    const auto page = std::find_if(m_state->pages.begin(), m_state->pages.end(),
                                   [&uid](const Page& each) { return each.uid == uid; });
    return page == m_state->pages.end() ? nullptr : &*page;
}

QString PapersScreen::placeName(const Page& page) const
{
    if (page.state == PageState::SetAside) {
        return tr("Set aside: %1").arg(wording::name(page.reason));
    }
    if (const QModelIndex index = m_kept->indexOf(page.uid); index.isValid()) {
        return tr("Page %1").arg(m_kept->aspectAt(index).number);
    }
    return page.component > 0 ? tr("Component %1, page %2").arg(page.component).arg(page.order + 1)
                              : tr("A page of another list");
}

PageView* PapersScreen::largeView() const
{
    return m_comparing == Comparing::Off ? m_view : m_compare->view(0);
}

void PapersScreen::showZoom()
{
    const QString zoom = QStringLiteral("%1 %").arg(qRound(largeView()->zoom() * 100));
    m_zoom->setText(m_currentUid.isEmpty()                         ? QString()
                    : m_asScanned && m_comparing == Comparing::Off ? tr("as scanned, %1").arg(zoom)
                                                                   : zoom);
}

void PapersScreen::toggleCompare()
{
    if (m_comparing != Comparing::Off) {
        leaveCompare();
        return;
    }
    m_compareAction->setChecked(false);
    if (m_currentUid.isEmpty()) {
        return;
    }
    const QStringList uids = selected();
    m_comparing = uids.size() == 2 ? Comparing::Held : Comparing::EachPage;
    if (uids.size() == 2) {
        const bool firstIsCurrent = uids.first() == m_currentUid;
        m_heldUid = uids.at(firstIsCurrent ? 1 : 0);
        m_besideUid = uids.at(firstIsCurrent ? 0 : 1);
    }
    enterCompare();
}

void PapersScreen::holdForCompare()
{
    if (m_currentUid.isEmpty()) {
        return;
    }
    m_comparing = Comparing::Held;
    m_heldUid = m_currentUid;
    m_besideUid.clear();
    enterCompare();
}

void PapersScreen::enterCompare()
{
    m_compareAction->setChecked(true);
    // Two pages need the room more than the names of the components; the digits still work.
    if (m_partList->hasFocus()) {
        m_pageList->setFocus(Qt::ShortcutFocusReason);
    }
    if (!m_partList->isHidden()) {
        const QList<int> sizes = m_columns->sizes();
        m_partList->hide();
        m_columns->setSizes({sizes.at(0), sizes.at(1), sizes.at(2) + sizes.at(0)});
    }
    m_viewStack->setCurrentWidget(m_compare);
    m_view->showNothing({});
    updateCompare();
    updateActions();
}

void PapersScreen::leaveCompare()
{
    if (m_comparing == Comparing::Off) {
        return;
    }
    const bool hadFocus = m_compare->view(0)->hasFocus() || m_compare->view(1)->hasFocus();
    m_comparing = Comparing::Off;
    m_heldUid.clear();
    m_besideUid.clear();
    m_compareAction->setChecked(false);
    m_compare->clear();
    const QList<int> sizes = m_columns->sizes(); // 0 for the hidden one, which has kept its own width
    m_partList->show();
    m_columns->setSizes({m_partList->width(), sizes.at(1), sizes.at(2) - m_partList->width()});
    m_viewStack->setCurrentWidget(m_view);
    if (hadFocus) {
        m_view->setFocus(Qt::OtherFocusReason);
    }
    if (!std::exchange(m_currentUid, QString()).isEmpty()) {
        showCurrent(); // as if it had not been shown before: its picture is fetched again
    }
    updateActions();
}

void PapersScreen::updateCompare()
{
    const Page* current = pageOf(m_currentUid);
    const Page* left = current;
    const Page* right = current;
    if (m_comparing == Comparing::Held) {
        left = pageOf(m_heldUid);
        m_besideUid = m_currentUid == m_heldUid ? m_besideUid : m_currentUid;
        right = pageOf(m_besideUid);
    } else if (current != nullptr) {
        const auto partner = m_state->relations.partners.find(m_currentUid);
        const Page* other = partner == m_state->relations.partners.end() ? nullptr : pageOf(partner->second);
        if (other != nullptr) {
            // Each stays at its side, whichever of the two one is at.
            left = std::min(current, other);
            right = std::max(current, other);
        }
    }
    if (left == nullptr) {
        leaveCompare();
        return;
    }
    const bool isBeforeAfter = left == right;
    const auto sideOf = [this, isBeforeAfter](const Page* page, bool asScanned) {
        if (page == nullptr) {
            return CompareView::Side{{}, false, tr("Choose the page to lay beside it")};
        }
        const QString name = placeName(*page);
        return CompareView::Side{
            *page, asScanned,
            isBeforeAfter ? (asScanned ? tr("%1 as scanned") : tr("%1 in the paper")).arg(name) : name};
    };
    const std::array<CompareView::Side, 2> sides = {sideOf(left, isBeforeAfter), sideOf(right, false)};
    std::array<QPixmap, 2> standIns;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        // The small picture is of the cleaned page.
        if (!sides[i].page.uid.isEmpty() && (!sides[i].asScanned || sides[i].page.edits.isNone())) {
            standIns[i] = m_thumbnails->find(sides[i].page);
        }
    }
    for (const CompareView::Side& side : m_compare->compare(sides, standIns)) {
        emit pictureWanted(side.page, side.asScanned);
    }
    showZoom();
}

} // namespace sohoa::ui
