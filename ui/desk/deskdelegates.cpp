// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/deskdelegates.h"

#include "ui/desk/deskmodels.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"

#include <QApplication>
#include <QListView>
#include <QPainter>

namespace sohoa::ui {

using namespace dossier;

namespace {

constexpr int numberRoom = 36;
constexpr int nameLines = 2;

int viewWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

} // namespace

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = viewWidth(option);
    const int name = linesHeight(index.data().toString(), fontOf(TextRole::Body),
                                 width - numberRoom - space::m, nameLines);
    return {width, name + space::s + 24 + space::s};
}

void ChecklistDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const auto* model = static_cast<const ChecklistModel*>(index.model());
    const Component& component = model->at(index);
    const Colours& colours = coloursOf(option.widget);
    paintListRow(*painter, option);
    const QRect rect = option.rect;
    painter->setFont(fontOf(TextRole::Strong));
    painter->setPen(colours.inkMuted);
    painter->drawText(QRect(rect.left() + space::xs, rect.top() + space::xs, numberRoom - space::s, 20),
                      Qt::AlignCenter, QString::number(component.number));
    const QRect name(rect.left() + numberRoom, rect.top() + space::xs + 1,
                     rect.width() - numberRoom - space::m, rect.height());
    const QString text = component.required ? component.name + QStringLiteral(" *") : component.name;
    const int used = paintLines(*painter, name, text, fontOf(TextRole::Body), colours.ink, nameLines);
    const int middle = name.top() + used + space::xs + 12;
    int x = name.left();
    x += paintChip(*painter, x, middle, dutyChip(component.duty), colours) + space::s;
    const bool awaited = component.state == ComponentState::Missing && component.duty == Duty::Scan;
    if (!awaited) {
        paintChip(*painter, x, middle, stateChip(component.state, component.duty), colours,
                  std::max(60, name.right() - x));
    }
}

QSize ProcedureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = viewWidth(option);
    const int name =
        linesHeight(index.data().toString(), fontOf(TextRole::Strong), width - 2 * space::m, nameLines);
    return {width, name + 18 + 2 * space::s};
}

void ProcedureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const auto* model = static_cast<const ProcedureModel*>(index.model());
    const Procedure& procedure = model->at(index);
    const Colours& colours = coloursOf(option.widget);
    paintListRow(*painter, option);
    const QRect inner = option.rect.adjusted(space::m, space::s - 1, -space::m, 0);
    const int used =
        paintLines(*painter, inner, procedure.name, fontOf(TextRole::Strong), colours.ink, nameLines);
    QString line = procedure.code + QStringLiteral("  ·  ") + procedure.field;
    if (procedure.repealed) {
        line += QStringLiteral("  ·  ") +
                (procedure.replacedBy.isEmpty()
                     ? QCoreApplication::translate("Procedures", "no longer in force")
                     : QCoreApplication::translate("Procedures", "replaced by %1").arg(procedure.replacedBy));
    }
    paintLines(*painter, inner.adjusted(0, used + 1, 0, 0), line, fontOf(TextRole::Caption),
               procedure.repealed ? colours.warning : colours.inkMuted, 1);
}

} // namespace sohoa::ui
