// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/stackcut.h"
#include "ui/papers/papersdelegates.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractListModel>

#include <functional>

namespace sohoa::ui {

/// The parts of a cut, one a row: number, dossier, component, pages.
class CutPartModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void set(const dossier::StackCut& cut);
    [[nodiscard]] const dossier::CutPart& at(const QModelIndex& index) const;
    /// Name of a part's component, or what stands for it.
    [[nodiscard]] QString componentOf(const dossier::CutPart& part) const;
    /// Whether a dossier is taken in with the cut.
    [[nodiscard]] bool isNew(const dossier::CutPart& part) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    dossier::StackCut m_cut;
};

RowLook cutPartRows();

/// Where a page stands in the cut.
struct CutTile
{
    int part = 0; ///< from 0
    bool begins = false;
    bool nobodys = false;
};

/// Pages of a stack as tiles: the parts take turns in tint, and each begins with its cut and its number.
class CutDelegate final : public PageDelegate
{
public:
    CutDelegate(QSize tile, std::function<CutTile(const QModelIndex&)> tileOf, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    std::function<CutTile(const QModelIndex&)> m_tileOf;
};

} // namespace sohoa::ui
