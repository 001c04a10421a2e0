// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/waitingmodel.h"

#include "dossier/dossier.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"
#include "wording/delivery.h"
#include "wording/errors.h"
#include "wording/names.h"

#include <QPainter>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

QString WaitingModel::titleOf(const workflow::WaitingItem& item)
{
    if (item.carriedFrom) {
        return (item.isPaper ? tr("Paper of workstation %1, carried here")
                             : tr("News of workstation %1, carried here"))
            .arg(*item.carriedFrom);
    }
    if (!item.isPaper) {
        return tr("News of this workstation for the warehouse");
    }
    return item.title.isEmpty() ? tr("Paper") : item.title;
}

bool WaitingModel::isRefused(const workflow::WaitingItem& item)
{
    return deliveryStateFrom(item.state) == DeliveryState::Refused;
}

QString WaitingModel::reasonOf(const workflow::WaitingItem& item)
{
    if (item.held) {
        return wording::sentence(*item.held);
    }
    if (item.reason) {
        return wording::sentence(Error{*item.reason, {}, {}});
    }
    return item.attempts == 0 ? tr("Not tried yet.") : tr("Sent; the warehouse has not confirmed it yet.");
}

void WaitingModel::set(std::vector<workflow::WaitingItem> items, const QDateTime& now)
{
    std::stable_sort(items.begin(), items.end(),
                     [](const workflow::WaitingItem& one, const workflow::WaitingItem& other) {
                         return one.since < other.since;
                     });
    beginResetModel();
    m_items = std::move(items);
    m_now = now;
    endResetModel();
}

void WaitingModel::setParts(std::map<qint64, workflow::DeliveryProgress::Part> parts)
{
    m_parts = std::move(parts);
    if (!m_items.empty()) {
        emit dataChanged(index(0), index(rowCount({}) - 1));
    }
}

std::optional<workflow::DeliveryProgress::Part> WaitingModel::partOf(const QModelIndex& index) const
{
    const auto part = m_parts.find(at(index).id);
    return part == m_parts.end() || part->second.total <= 0 ? std::nullopt : std::optional(part->second);
}

const workflow::WaitingItem& WaitingModel::at(const QModelIndex& index) const
{
    return m_items.at(static_cast<std::size_t>(index.row()));
}

int WaitingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

namespace {

/// "12,4 MB of 40 MB are there (31 %)"
QString sentenceOf(const workflow::DeliveryProgress::Part& part)
{
    return WaitingModel::tr("%1 of %2 are there (%3 %)")
        .arg(wording::fileSize(part.done), wording::fileSize(part.total))
        .arg(part.done * 100 / part.total);
}

} // namespace

QVariant WaitingModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const workflow::WaitingItem& item = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(item);
    case Qt::ToolTipRole:
        return reasonOf(item);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3, %4")
            .arg(titleOf(item), item.dossierCode, tr("waiting for %1").arg(wording::age(item.since, m_now)),
                 partOf(index) ? sentenceOf(*partOf(index)) : reasonOf(item));
    default:
        return {};
    }
}

namespace {

/// Below this width the reason gets a second line.
constexpr int roomyFrom = 1000;

void paintPart(QPainter& painter, const QRect& line, const workflow::DeliveryProgress::Part& part,
               const Colours& colours)
{
    constexpr int thickness = 4;
    QRect bar(line.left(), line.top() + (line.height() - thickness) / 2, 180, thickness);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(bar, thickness / 2.0, thickness / 2.0);
    bar.setWidth(static_cast<int>(bar.width() * part.done / part.total));
    painter.setBrush(colours.primary);
    painter.drawRoundedRect(bar, thickness / 2.0, thickness / 2.0);
    painter.restore();
    paintLines(painter, line.adjusted(190, 0, 0, 0), sentenceOf(part), fontOf(TextRole::Caption),
               colours.inkMuted, 1);
}

int waitingHeight(const QModelIndex&, int width)
{
    return width >= roomyFrom ? 70 : 86;
}

void paintWaiting(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const WaitingModel*>(index.model());
    const workflow::WaitingItem& item = model->at(index);
    const QRect inner = row.adjusted(space::m, 7, -space::m, -5);
    const ChipText chip = deliveryChip(deliveryStateFrom(item.state).value_or(DeliveryState::Waiting));
    const int width = chipWidth(chip);
    paintChip(painter, inner.right() - width, inner.top() + 10, chip, colours);
    paintLines(painter, QRect(inner.left(), inner.top(), inner.width() - width - space::m, 20),
               WaitingModel::titleOf(item), fontOf(TextRole::Strong), colours.ink, 1);
    QStringList facts;
    if (!item.dossierCode.isEmpty()) {
        facts.append(item.dossierCode);
    }
    if (item.bytes > 0) {
        facts.append(wording::fileSize(item.bytes));
    }
    facts.append(WaitingModel::tr("waiting for %1").arg(wording::age(item.since, model->now())));
    if (item.attempts > 0) {
        facts.append(WaitingModel::tr("tried %n time(s)", nullptr, item.attempts));
    }
    if (item.nextTry && *item.nextTry > model->now()) {
        facts.append(
            WaitingModel::tr("next try %1").arg(item.nextTry->toString(QStringLiteral("HH:mm dd/MM"))));
    }
    paintLines(painter, inner.adjusted(0, 21, 0, 0), facts.join(QStringLiteral("  ·  ")),
               fontOf(TextRole::Caption), colours.inkMuted, 1);
    if (const auto part = model->partOf(index)) {
        paintPart(painter, QRect(inner.left(), inner.top() + 39, inner.width(), 18), *part, colours);
        return;
    }
    paintLines(painter, inner.adjusted(0, 39, 0, 0), WaitingModel::reasonOf(item), fontOf(TextRole::Caption),
               WaitingModel::isRefused(item) ? colours.danger
               : item.reason                 ? colours.warning
                                             : colours.inkMuted,
               row.width() >= roomyFrom ? 1 : 2);
}

} // namespace

RowLook waitingRows()
{
    return {waitingHeight, paintWaiting};
}

} // namespace sohoa::ui
