// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace sohoa::ui {

/// A list of pages, shown by a PageModel. What is dragged out of it is a small picture beside the pointer, so
/// that the place it goes to can be read.
class PageList final : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

    /// The picture of a drag: the page at `index`, and how many there are when there are more.
    [[nodiscard]] QPixmap dragPicture(const QModelIndex& index, qsizetype count) const;

    /// Whether what is being selected now is to come to what is selected elsewhere: Ctrl is held down with
    /// the mouse.
    [[nodiscard]] bool isAdding() const { return m_adding; }

protected:
    void startDrag(Qt::DropActions actions) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool m_adding = false;
};

} // namespace sohoa::ui
