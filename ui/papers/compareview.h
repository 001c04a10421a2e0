// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <QPixmap>
#include <QWidget>

#include <array>
#include <vector>

namespace sohoa::ui {

class ElidedLabel;
class PageView;

/// What 100 % means for a picture of a page: its size in pixels of the scan.
/// @param asScanned without its edits
QSize realSizeOf(const dossier::Page& page, bool asScanned, const QImage& picture);

/// Two pictures side by side, with the same zoom and scrolled together: a page before and after it was
/// cleaned, or two pages. Pictures of scans with different resolutions are shown in the same scale.
class CompareView final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(QWidget* parent = nullptr);

    /// One of the two.
    struct Side
    {
        dossier::Page page = {};
        bool asScanned = false;
        QString caption = {};

        bool operator==(const Side&) const = default;
    };
    /// Shows stand-ins until the pictures come; what is shown already stays.
    /// @return the sides whose pictures are to be fetched, left first
    std::vector<Side> compare(const std::array<Side, 2>& sides, const std::array<QPixmap, 2>& standIns);
    /// Takes up a picture for each side that shows this; others are left alone.
    /// @param picture null: it cannot be shown
    void setPicture(const dossier::Page& page, bool asScanned, const QImage& picture);
    /// Whether a picture of this is among those shown.
    [[nodiscard]] bool shows(const dossier::Page& page, bool asScanned) const;
    /// Whether both pictures have come, not only what stands in for them.
    [[nodiscard]] bool hasBothPictures() const;
    [[nodiscard]] const std::array<Side, 2>& sides() const { return m_sides; }
    /// Left 0, right 1.
    [[nodiscard]] PageView* view(std::size_t side) const { return m_views[side]; }
    /// Forgets what was shown, so that pictures do not stay in memory.
    void clear();

private:
    std::array<Side, 2> m_sides;
    std::array<ElidedLabel*, 2> m_captions;
    std::array<PageView*, 2> m_views;
};

} // namespace sohoa::ui
