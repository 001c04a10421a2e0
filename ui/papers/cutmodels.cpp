// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/cutmodels.h"

#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/textlines.h"

#include <QPainter>

#include <algorithm>

namespace sohoa::ui {

using dossier::CutPart;

void CutPartModel::set(const dossier::StackCut& cut)
{
    const bool same = cut.parts.size() == m_cut.parts.size();
    if (same) {
        m_cut = cut;
        if (!m_cut.parts.empty()) {
            emit dataChanged(index(0), index(static_cast<int>(m_cut.parts.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_cut = cut;
    endResetModel();
}

const CutPart& CutPartModel::at(const QModelIndex& index) const
{
    return m_cut.parts.at(static_cast<std::size_t>(index.row()));
}

QString CutPartModel::componentOf(const CutPart& part) const
{
    if (part.place.dossierCode.isEmpty()) {
        return tr("Press D and say which dossier these pages belong to");
    }
    if (part.place.component == dossier::resultComponent) {
        return tr("Result of the procedure");
    }
    if (part.place.component == 0) {
        return tr("No component yet: press its digit");
    }
    if (const dossier::CutDossier* dossier = m_cut.dossier(part.place.dossierCode)) {
        for (const dossier::Component& component : dossier->components) {
            if (component.number == part.place.component) {
                return QStringLiteral("%1. %2").arg(component.number).arg(component.name);
            }
        }
    }
    return tr("Component %1").arg(part.place.component);
}

bool CutPartModel::isNew(const CutPart& part) const
{
    const dossier::CutDossier* dossier = m_cut.dossier(part.place.dossierCode);
    return dossier != nullptr && dossier->uid.isEmpty();
}

int CutPartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cut.parts.size());
}

QVariant CutPartModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CutPart& part = at(index);
    const QString dossier = part.place.dossierCode.isEmpty() ? tr("Which dossier?") : part.place.dossierCode;
    switch (role) {
    case Qt::DisplayRole:
        return dossier;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{tr("Part %1").arg(index.row() + 1), dossier, componentOf(part),
                           tr("%n page(s)", nullptr, part.kept())}
            .join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
    default:
        return {};
    }
}

namespace {

constexpr int numberWidth = 34;
constexpr int chipRow = 26;

ChipText chipOf(const CutPartModel& model, const CutPart& part)
{
    if (part.place.dossierCode.isEmpty()) {
        return {Tone::Danger, CutPartModel::tr("%n page(s) of nobody", nullptr, part.kept()), Icon::Error};
    }
    if (!part.stranger.isEmpty()) {
        return {Tone::Warning, CutPartModel::tr("its sheet names %1").arg(part.stranger), Icon::Warning};
    }
    if (part.kept() == 0) {
        return {Tone::Warning, CutPartModel::tr("no page"), Icon::Warning};
    }
    const QString pages = CutPartModel::tr("%n page(s)", nullptr, part.kept());
    if (model.isNew(part)) {
        return {Tone::Info, CutPartModel::tr("%1, dossier is taken in").arg(pages), Icon::FilePlus};
    }
    return {Tone::Info, pages, Icon::Paper};
}

int partHeight(const QModelIndex& index, int width)
{
    const auto* model = static_cast<const CutPartModel*>(index.model());
    return 32 +
           linesHeight(model->componentOf(model->at(index)), fontOf(TextRole::Body),
                       width - numberWidth - space::l, 2) +
           chipRow;
}

void paintPart(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const CutPartModel*>(index.model());
    const CutPart& part = model->at(index);
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(colours.inkMuted);
    painter.drawText(QRect(row.left() + space::s, row.top() + space::s, numberWidth - space::s, 20),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::number(index.row() + 1));
    const QRect text(row.left() + numberWidth + space::xs, row.top() + space::s,
                     row.width() - numberWidth - space::m, row.height());
    int used = paintLines(painter, text, index.data().toString(), fontOf(TextRole::Strong),
                          part.place.dossierCode.isEmpty() ? colours.danger : colours.ink, 1);
    used += paintLines(painter, text.adjusted(0, used + 2, 0, 0), model->componentOf(part),
                       fontOf(TextRole::Body), colours.ink, 2) +
            2;
    paintChip(painter, text.left(), text.top() + used + 14, chipOf(*model, part), colours, text.width());
}

} // namespace

RowLook cutPartRows()
{
    return {partHeight, paintPart};
}

CutDelegate::CutDelegate(QSize tile, std::function<CutTile(const QModelIndex&)> tileOf, QObject* parent)
    : PageDelegate(tile, parent)
    , m_tileOf(std::move(tileOf))
{
}

void CutDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const CutTile tile = m_tileOf(index);
    const Colours& colours = coloursOf(option.widget);
    if (tile.part % 2 != 0) {
        painter->fillRect(option.rect, colours.infoSoft);
    }
    PageDelegate::paint(painter, option, index);
    if (!tile.begins) {
        return;
    }
    painter->save();
    const QColor ink = tile.nobodys ? colours.danger : colours.primary;
    const QRect rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.top() + 2, 4, rect.height() - 4), ink);
    QFont font = fontOf(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QString number = QString::number(tile.part + 1);
    const int width = std::max(22, painter->fontMetrics().horizontalAdvance(number) + 12);
    const QRect label(rect.left(), rect.top() + 2, width, 20);
    drawRounded(*painter, label, 3, ink);
    painter->setPen(colours.onPrimary);
    painter->drawText(label, Qt::AlignCenter, number);
    painter->restore();
}

} // namespace sohoa::ui
