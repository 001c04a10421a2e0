// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/compareview.h"

#include "ui/papers/pageview.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sohoa::ui {

using dossier::Page;

namespace {

bool isSamePicture(const CompareView::Side& side, const Page& page, bool asScanned)
{
    return side.page.uid == page.uid && side.asScanned == asScanned &&
           (asScanned || side.page.edits == page.edits);
}

} // namespace

QSize realSizeOf(const Page& page, bool asScanned, const QImage& picture)
{
    if (!asScanned && page.edits.crop) {
        return picture.size();
    }
    const QSize size(page.width, page.height);
    return !asScanned && page.edits.turn % 180 != 0 ? size.transposed() : size;
}

CompareView::CompareView(QWidget* parent)
    : QWidget(parent)
{
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::s);
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        auto* column = new QVBoxLayout;
        column->setSpacing(space::xs);
        m_captions[i] = new ElidedLabel({}, TextRole::Strong);
        m_views[i] = new PageView;
        column->addWidget(m_captions[i]);
        column->addWidget(m_views[i], 1);
        across->addLayout(column, 1);
    }
    m_views[0]->setAccessibleName(tr("Page at the left"));
    m_views[1]->setAccessibleName(tr("Page at the right"));
    m_views[0]->pairWith(m_views[1]);
}

std::vector<CompareView::Side> CompareView::compare(const std::array<Side, 2>& sides,
                                                    const std::array<QPixmap, 2>& standIns)
{
    std::vector<Side> missing;
    // The right page is shown in the scale of the left one.
    const bool sameScale = m_sides[0].page.dpi == sides[0].page.dpi;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        const bool same = (i == 0 || sameScale) && !m_sides[i].page.uid.isEmpty() &&
                          isSamePicture(m_sides[i], sides[i].page, sides[i].asScanned);
        m_captions[i]->setFullText(sides[i].caption);
        m_sides[i] = sides[i];
        if (!same) {
            m_views[i]->showPage(standIns[i], sides[i].caption);
            if (sides[i].page.uid.isEmpty()) {
                m_views[i]->showNothing(sides[i].caption);
            }
            if (!sides[i].page.uid.isEmpty()) {
                missing.push_back(sides[i]);
            }
        }
    }
    return missing;
}

void CompareView::setPicture(const Page& page, bool asScanned, const QImage& picture)
{
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        if (!isSamePicture(m_sides[i], page, asScanned)) {
            continue;
        }
        if (picture.isNull()) {
            m_views[i]->showNothing(tr("This page cannot be shown. Scan it again."));
            continue;
        }
        QSize real = realSizeOf(page, asScanned, picture);
        const double left = m_sides[0].page.dpi;
        if (i == 1 && left > 0 && page.dpi > 0) {
            real = (QSizeF(real) * (left / page.dpi)).toSize();
        }
        m_views[i]->setPicture(picture, real);
    }
}

bool CompareView::shows(const Page& page, bool asScanned) const
{
    return isSamePicture(m_sides[0], page, asScanned) || isSamePicture(m_sides[1], page, asScanned);
}

bool CompareView::hasBothPictures() const
{
    return m_views[0]->hasPicture() && m_views[1]->hasPicture();
}

void CompareView::clear()
{
    m_sides = {};
    for (PageView* view : m_views) {
        view->showNothing({});
    }
}

} // namespace sohoa::ui
