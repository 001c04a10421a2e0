// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/deskdelegates.h"

#include "ui/desk/deskmodels.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"

#include <QApplication>
#include <QPainter>

namespace sohoa::ui {

using namespace dossier;

namespace {

constexpr int numberRoom = 36;
constexpr int nameLines = 2;

int checklistHeight(const QModelIndex& index, int width)
{
    const int name = linesHeight(index.data().toString(), fontOf(TextRole::Body),
                                 width - numberRoom - space::m, nameLines);
    return name + space::s + 24 + space::s;
}

void paintChecklist(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const ChecklistModel*>(index.model());
    const Component& component = model->at(index);
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(colours.inkMuted);
    painter.drawText(QRect(row.left() + space::xs, row.top() + space::xs, numberRoom - space::s, 20),
                     Qt::AlignCenter, QString::number(component.number));
    const QRect name(row.left() + numberRoom, row.top() + space::xs + 1, row.width() - numberRoom - space::m,
                     row.height());
    const QString text = component.required ? component.name + QStringLiteral(" *") : component.name;
    const int used = paintLines(painter, name, text, fontOf(TextRole::Body), colours.ink, nameLines);
    const int middle = name.top() + used + space::xs + 12;
    int x = name.left();
    x += paintChip(painter, x, middle, dutyChip(component.duty), colours) + space::s;
    const bool awaited = component.state == ComponentState::Missing && component.duty == Duty::Scan;
    if (!awaited) {
        paintChip(painter, x, middle, stateChip(component.state, component.duty), colours,
                  std::max(60, name.right() - x));
    }
}

int procedureHeight(const QModelIndex& index, int width)
{
    const int name =
        linesHeight(index.data().toString(), fontOf(TextRole::Strong), width - 2 * space::m, nameLines);
    return name + 18 + 2 * space::s;
}

void paintProcedure(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const ProcedureModel*>(index.model());
    const Procedure& procedure = model->at(index);
    const QRect inner = row.adjusted(space::m, space::s - 1, -space::m, 0);
    const int used =
        paintLines(painter, inner, procedure.name, fontOf(TextRole::Strong), colours.ink, nameLines);
    QString line = procedure.code + QStringLiteral("  ·  ") + procedure.field;
    if (procedure.repealed) {
        line += QStringLiteral("  ·  ") +
                (procedure.replacedBy.isEmpty()
                     ? QCoreApplication::translate("Procedures", "no longer in force")
                     : QCoreApplication::translate("Procedures", "replaced by %1").arg(procedure.replacedBy));
    }
    paintLines(painter, inner.adjusted(0, used + 1, 0, 0), line, fontOf(TextRole::Caption),
               procedure.repealed ? colours.warning : colours.inkMuted, 1);
}

} // namespace

RowLook checklistRows()
{
    return {checklistHeight, paintChecklist};
}

RowLook procedureRows()
{
    return {procedureHeight, paintProcedure};
}

} // namespace sohoa::ui
