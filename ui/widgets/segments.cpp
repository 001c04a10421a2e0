// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segments.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace sohoa::ui {

namespace {

class Segment final : public QAbstractButton
{
public:
    explicit Segment(const QString& name)
    {
        setText(name);
        setAccessibleName(name);
        setCheckable(true);
        setFont(fontOf(TextRole::Body));
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(text()) + 2 * space::m,
                space::controlHeight - 4};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colours& colours = coloursOf(this);
        if (isChecked() || underMouse()) {
            drawRounded(painter, rect(), space::radius - 1, isChecked() ? colours.primary : colours.hover);
        }
        if (hasFocus()) {
            drawRounded(painter, QRectF(rect()).adjusted(2, 2, -2, -2), space::xs, QColor(),
                        isChecked() ? colours.onPrimaryFocus : colours.focus, 2);
        }
        painter.setPen(isChecked() ? colours.onPrimary : colours.ink);
        painter.setFont(fontOf(isChecked() ? TextRole::Strong : TextRole::Body));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

Segments::Segments(QButtonGroup* group, QWidget* parent)
    : QWidget(parent)
    , m_group(group)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(2, 2, 2, 2);
    m_layout->setSpacing(0);
    group->setExclusive(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QAbstractButton* Segments::add(const QString& name, int id)
{
    auto* segment = new Segment(name);
    m_layout->addWidget(segment);
    m_group->addButton(segment, id);
    return segment;
}

void Segments::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    drawRounded(painter, rect(), space::radius, colours.surface, colours.controlBorder, 1);
}

} // namespace sohoa::ui
