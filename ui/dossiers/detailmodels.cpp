// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dossiers/detailmodels.h"

#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QPainter>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {

QString factsOf(const Paper& paper)
{
    return PaperModel::tr("%n page(s)", nullptr, paper.pages) + QStringLiteral("  ·  ") +
           wording::fileSize(paper.bytes);
}

} // namespace

void PaperModel::set(const std::vector<Component>& components, const std::vector<Paper>& papers)
{
    beginResetModel();
    m_rows.clear();
    const auto newest = [&papers](int number) {
        std::optional<Paper> found;
        for (const Paper& paper : papers) {
            if (paper.component == number && (!found || paper.version >= found->version)) {
                found = paper;
            }
        }
        return found;
    };
    bool resultListed = false;
    for (const Component& component : components) {
        resultListed = resultListed || component.number == resultComponent;
        m_rows.push_back({component, newest(component.number)});
    }
    if (const auto result = newest(resultComponent); result && !resultListed) {
        Component component;
        component.number = resultComponent;
        component.name = tr("Result of the procedure");
        component.state = ComponentState::Finished;
        m_rows.push_back({component, result});
    }
    endResetModel();
}

const PaperModel::Row& PaperModel::at(const QModelIndex& index) const
{
    return m_rows.at(static_cast<std::size_t>(index.row()));
}

QModelIndex PaperModel::firstPaper() const
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].paper) {
            return index(row);
        }
    }
    return {};
}

int PaperModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaperModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = at(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.component.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(
            row.component.name,
            row.paper ? factsOf(*row.paper) + QStringLiteral(", ") + wording::name(row.paper->delivery)
                      : stateChip(row.component.state, row.component.duty).text);
    default:
        return {};
    }
}

void EventModel::set(std::vector<Event> events)
{
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& one, const Event& other) { return one.at > other.at; });
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

const Event& EventModel::at(const QModelIndex& index) const
{
    return m_events.at(static_cast<std::size_t>(index.row()));
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Event& event = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return wording::sentence(event);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(wording::sentence(event), wording::dateTime(event.at), event.actor);
    default:
        return {};
    }
}

namespace {

int paperHeight(const QModelIndex& index, int width)
{
    return linesHeight(index.data().toString(), fontOf(TextRole::Body), width - 2 * space::m, 2) + 58;
}

void paintPaper(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const PaperModel*>(index.model());
    const PaperModel::Row& part = model->at(index);
    const QRect inner = row.adjusted(space::m, 7, -space::m, 0);
    const int used = paintLines(painter, inner, part.component.name, fontOf(TextRole::Body),
                                part.paper ? colours.ink : colours.inkMuted, 2);
    const QString facts = part.paper ? factsOf(*part.paper) : capital(wording::name(part.component.duty));
    paintLines(painter, inner.adjusted(0, used, 0, 0), facts, fontOf(TextRole::Caption), colours.inkMuted, 1);
    paintChip(painter, inner.left(), inner.top() + used + 30,
              part.paper ? deliveryChip(part.paper->delivery)
                         : stateChip(part.component.state, part.component.duty),
              colours, inner.width());
}

int eventHeight(const QModelIndex& index, int width)
{
    return linesHeight(index.data().toString(), fontOf(TextRole::Body), width - 64, 2) + 32;
}

void paintEvent(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const EventModel*>(index.model());
    const Event& event = model->at(index);
    const QRect circle(row.left() + space::m, row.top() + 8, 30, 30);
    drawRounded(painter, circle, 15, colours.neutralSoft);
    paintIcon(painter, circle.adjusted(7, 7, -7, -7), eventSymbol(event.kind), colours.ink);
    const QRect inner = row.adjusted(54, 6, -space::m, 0);
    const int used =
        paintLines(painter, inner, index.data().toString(), fontOf(TextRole::Body), colours.ink, 2);
    QString line = wording::dateTime(event.at);
    if (!event.actor.isEmpty()) {
        line += QStringLiteral("  ·  ") + event.actor;
    }
    paintLines(painter, inner.adjusted(0, used + 1, 0, 0), line, fontOf(TextRole::Caption), colours.inkMuted,
               1);
}

} // namespace

RowLook paperRows()
{
    return {paperHeight, paintPaper};
}

RowLook eventRows()
{
    return {eventHeight, paintEvent};
}

} // namespace sohoa::ui
