// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/papersdelegates.h"

#include "ui/papers/papersmodels.h"
#include "ui/papers/thumbnails.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sohoa::ui {

using namespace dossier;

namespace {

constexpr int badge = 20;
/// Below this a page counts as straight.
constexpr double visibleSkew = 0.4;

struct Mark
{
    Icon symbol;
    Tone tone;
};

std::vector<Mark> marksOf(const Page& page, const std::vector<PageDoubt>& doubts)
{
    std::vector<Mark> marks;
    if (page.incomplete || page.reason == SetAsideReason::Unreadable) {
        marks.push_back({Icon::Error, Tone::Danger});
    }
    if (page.note != StuckNote::None || !page.withoutNoteOf.isEmpty()) {
        const bool lacks = std::any_of(doubts.begin(), doubts.end(), [](const PageDoubt& doubt) {
            return doubt.reason == DoubtReason::NoteGap;
        });
        marks.push_back({Icon::Note, lacks ? Tone::Warning : Tone::Info});
    }
    if (page.edits.turn != 0) {
        marks.push_back({Icon::TurnRight, Tone::Info});
    }
    if (!page.findings) {
        return marks;
    }
    const PageFindings& findings = *page.findings;
    if (findings.blank) {
        marks.push_back({Icon::BlankPage, Tone::Neutral});
    }
    if (std::abs(page.edits.deskewDegrees) >= visibleSkew) {
        marks.push_back({Icon::Skew, Tone::Info});
    }
    if (!findings.codes.empty()) {
        marks.push_back({Icon::QrCode, Tone::Info});
    }
    if (!findings.quality.findings.empty()) {
        marks.push_back({Icon::Warning, Tone::Warning});
    }
    return marks;
}

void paintSheet(QPainter& painter, const QRect& room, const QPixmap& picture, const Colours& colours)
{
    QRect sheet = room;
    if (picture.isNull()) {
        const int width = room.height() * 210 / 297;
        sheet = QRect(room.center().x() - width / 2, room.top(), width, room.height());
        drawRounded(painter, sheet, 2, colours.neutralSoft, colours.line, 1);
        paintIcon(painter, QRect(sheet.center().x() - 10, sheet.center().y() - 10, 20, 20), Icon::Pending,
                  colours.inkMuted);
        return;
    }
    const QSize size = picture.size().scaled(room.size(), Qt::KeepAspectRatio);
    sheet = QRect(QPoint(0, 0), size);
    sheet.moveCenter(room.center());
    sheet.moveBottom(room.bottom());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(sheet, picture);
    drawRounded(painter, QRectF(sheet).adjusted(-1, -1, 1, 1), 1, QColor(), colours.controlBorder, 1);
}

} // namespace

int reasonHeight()
{
    return 2 * QFontMetrics(fontOf(TextRole::Caption)).lineSpacing() + 2;
}

PageDelegate::PageDelegate(QSize tile, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_tile(tile)
{
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return m_tile;
}

void PageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const auto* model = static_cast<const PageModel*>(index.model());
    const Page& page = model->at(index);
    const PageAspect& aspect = model->aspectAt(index);
    const Colours& colours = coloursOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QRect tile = option.rect.adjusted(3, 3, -3, -3);
    painter->save();
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        drawRounded(*painter, tile, space::radius, selected ? colours.selection : colours.hover,
                    selected ? colours.primary : QColor(), selected ? 2 : 0);
    }
    if (focused) {
        drawRounded(*painter, tile, space::radius, QColor(), colours.focus, 3);
    }
    const int reasonRoom = model->isByDoubt() ? reasonHeight() : 0;
    const QRect room = tile.adjusted(space::s, space::s, -space::s, -24 - reasonRoom);
    paintSheet(*painter, room, model->thumbnails()->find(page), colours);

    int x = tile.right() - space::xs;
    for (const Mark& mark : marksOf(page, aspect.doubts)) {
        const ToneColours tone = toneColours(colours, mark.tone);
        x -= badge + 2;
        if (x < tile.left()) {
            break;
        }
        const QRect place(x, tile.top() + space::xs, badge, badge);
        drawRounded(*painter, place, badge / 2.0, tone.soft, tone.ink, 1);
        paintIcon(*painter, place.adjusted(4, 4, -4, -4), mark.symbol, tone.ink);
    }

    if (model->isByDoubt() && !aspect.doubts.empty()) {
        const QRect reason(room.left(), room.bottom() + 3, room.width(), reasonRoom);
        paintLines(
            *painter, reason, wordsOf(aspect.doubts.front(), true), fontOf(TextRole::Caption),
            toneColours(colours, isWorthAStop(aspect.doubts.front()) ? Tone::Warning : Tone::Neutral).ink, 2);
    }
    const QRect foot(tile.left() + space::s, tile.bottom() - 21, tile.width() - 2 * space::s, 18);
    if (page.state == PageState::SetAside) {
        paintLines(*painter, foot, capital(wording::name(page.reason)), fontOf(TextRole::Caption),
                   colours.inkMuted, 1);
    } else {
        painter->setFont(fontOf(TextRole::Caption));
        painter->setPen(colours.inkMuted);
        painter->drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, QString::number(aspect.number));
        const ToneColours tone = toneColours(colours, page.component > 0 ? Tone::Info : Tone::Warning);
        const QString part = page.component == resultComponent
                                 ? PageModel::tr("R", "the result of the procedure, in a small mark")
                             : page.component > 0 ? QString::number(page.component)
                                                  : QStringLiteral("?");
        QFont font = fontOf(TextRole::Caption);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const int width = std::max(22, painter->fontMetrics().horizontalAdvance(part) + 12);
        const QRect label(foot.right() - width, foot.top(), width, 18);
        drawRounded(*painter, label, 9, tone.soft);
        painter->setPen(tone.ink);
        painter->drawText(label, Qt::AlignCenter, part);
    }
    painter->restore();
}

namespace {

int partHeight(const QModelIndex& index, int width)
{
    const auto* model = static_cast<const PartModel*>(index.model());
    const PartModel::Part& part = model->at(index);
    if (!part.component) {
        return 40;
    }
    return linesHeight(index.data().toString(), fontOf(TextRole::Body), width - 50, 2) + 40;
}

void paintPart(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const PartModel*>(index.model());
    const PartModel::Part& part = model->at(index);
    const bool scannable = !part.component || part.component->duty == Duty::Scan;
    if (!part.component) {
        paintLines(painter, row.adjusted(space::m, 11, -60, 0), index.data().toString(),
                   fontOf(TextRole::Strong), colours.ink, 1);
        painter.setFont(fontOf(TextRole::Caption));
        painter.setPen(colours.inkMuted);
        painter.drawText(row.adjusted(0, 0, -space::m, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(part.pages));
        return;
    }
    const QRect cap(row.left() + space::s, row.top() + 7, 26, 22);
    if (!part.key.isEmpty() && scannable) {
        drawRounded(painter, cap, space::xs, colours.window, colours.controlBorder, 1);
    }
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(scannable ? colours.ink : colours.inkMuted);
    painter.drawText(cap, Qt::AlignCenter, part.key);
    const QRect name(row.left() + 42, row.top() + 7, row.width() - 50, row.height());
    const int used = paintLines(painter, name, index.data().toString(), fontOf(TextRole::Body),
                                scannable ? colours.ink : colours.inkMuted, 2);
    ChipText chip;
    if (!scannable) {
        // The column is narrow: the duty alone, its instruction is in the tip.
        chip = dutyChip(part.component->duty);
        chip.text = capital(wording::name(part.component->duty));
    } else if (part.paper && part.paper->delivery == DeliveryState::Confirmed) {
        chip = {Tone::Success, capital(wording::name(part.paper->delivery)), Icon::CheckCircle};
    } else if (part.pages > 0 && part.component->state != ComponentState::Finished) {
        chip = {Tone::Info, PartModel::tr("%n page(s)", nullptr, part.pages), Icon::Paper};
    } else {
        chip = stateChip(part.component->state, part.component->duty);
    }
    paintChip(painter, name.left(), name.top() + used + 15, chip, colours, name.width());
}

} // namespace

RowLook doubtRows()
{
    return {[](const QModelIndex&, int) { return doubtRowHeight; },
            [](QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index) {
                const int symbol = space::icon - space::xs;
                paintIcon(painter, QRect(row.left() + space::s, row.top(), symbol, row.height()),
                          Icon::Warning, colours.warning);
                paintLines(painter, row.adjusted(space::l + symbol, 4, -space::s, 0),
                           index.data(Qt::DisplayRole).toString(), fontOf(TextRole::Body), colours.ink, 1);
            }};
}

RowLook partRows()
{
    return {partHeight, paintPart};
}

} // namespace sohoa::ui
