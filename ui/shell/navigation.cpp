// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/navigation.h"

#include "ui/style/style.h"
#include "ui/widgets/actionbutton.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace sohoa::ui {

namespace {

constexpr int wide = 204;
constexpr int narrow = 60;
constexpr int entryHeight = 46;

QString countText(int count)
{
    return count > 999 ? QStringLiteral("999+") : QString::number(count);
}

/// Name and picture of the program, above the entries.
class Brand final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colours& colours = coloursOf(this);
        const bool small = width() < wide / 2;
        const QRect picture(small ? (width() - 32) / 2 : space::xs, 14, 32, 32);
        applicationIcon().paint(&painter, picture);
        if (small) {
            return;
        }
        painter.setPen(colours.onNavigation);
        QFont font = fontOf(TextRole::Heading);
        font.setPixelSize(15);
        painter.setFont(font);
        painter.drawText(QRect(picture.right() + space::m, 0, width() - picture.right() - space::m, 60),
                         Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("Số hóa Một cửa"));
    }
};

} // namespace

class Navigation::Entry final : public QAbstractButton
{
public:
    Entry(Icon symbol, const QString& name, const QString& key, QWidget* parent)
        : QAbstractButton(parent)
        , m_symbol(symbol)
        , m_key(key)
    {
        setText(name);
        setCheckable(true);
        setAutoExclusive(true);
        setFixedHeight(entryHeight);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        describe();
    }

    void setCounts(NavigationCounts counts)
    {
        if (counts == m_counts) {
            return;
        }
        m_counts = counts;
        describe();
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colours& colours = coloursOf(this);
        const bool small = width() < wide - 2 * space::s;
        if (isChecked() || underMouse()) {
            drawRounded(painter, rect(), space::radius,
                        isChecked() ? colours.navigationActive : colours.navigationHover);
        }
        if (hasFocus()) {
            drawRounded(painter, rect(), space::radius, QColor(), colours.onNavigation, 2);
        }
        const QColor ink = isChecked() ? colours.onNavigation : colours.onNavigationMuted;
        const QRect symbol(small ? (width() - 22) / 2 : space::m, (height() - 22) / 2, 22, 22);
        paintIcon(painter, symbol, m_symbol, ink);
        if (small) {
            paintBadge(painter, width() - 2, 2, true, colours, 0);
            return;
        }
        const QFont font = fontOf(isChecked() ? TextRole::Strong : TextRole::Body);
        const int left = symbol.right() + space::m;
        const int room = width() - space::s - left - QFontMetrics(font).horizontalAdvance(text());
        const int right = paintBadge(painter, width() - space::s, (height() - 20) / 2, false, colours, room);
        painter.setPen(ink);
        painter.setFont(font);
        painter.drawText(QRect(left, 0, right - left - space::xs, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - left - space::xs));
    }

private:
    void describe()
    {
        QString counts;
        if (m_counts.waiting > 0) {
            counts += Navigation::tr("%n waiting", "count in the navigation", m_counts.waiting);
        }
        if (m_counts.failed > 0) {
            counts += (counts.isEmpty() ? QString() : QStringLiteral(", ")) +
                      Navigation::tr("%n failed", "count in the navigation", m_counts.failed);
        }
        setAccessibleName(counts.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), counts));
        setToolTip(QStringLiteral("%1  (%2)%3")
                       .arg(text(), m_key, counts.isEmpty() ? QString() : QStringLiteral("\n") + counts));
    }

    /// Draws the counts leftwards from `right`; what failed goes before what waits where `room` is short.
    /// @return what is left of the line
    int paintBadge(QPainter& painter, int right, int top, bool small, const Colours& colours, int room) const
    {
        QFont font = fontOf(TextRole::Caption);
        font.setPixelSize(small ? 10 : 12);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        const int height = small ? 16 : 20;
        const auto widthOf = [&](int count) {
            return std::max(height, painter.fontMetrics().horizontalAdvance(countText(count)) + 10);
        };
        const auto draw = [&](int count, const QColor& ground, const QColor& ink) {
            const QString text = countText(count);
            const int width = widthOf(count);
            const QRect badge(right - width, top, width, height);
            drawRounded(painter, badge, height / 2.0, ground);
            painter.setPen(ink);
            painter.drawText(badge, Qt::AlignCenter, text);
            right -= width + space::xs;
        };
        if (m_counts.failed > 0) {
            draw(m_counts.failed, colours.badge, colours.onBadge);
        }
        const bool bothFit =
            !small && widthOf(m_counts.waiting) + widthOf(m_counts.failed) + space::s <= room;
        if (m_counts.waiting > 0 && (m_counts.failed == 0 || bothFit)) {
            draw(m_counts.waiting, mixed(colours.onNavigation, colours.navigation, 0.22),
                 colours.onNavigation);
        }
        return right;
    }

    Icon m_symbol;
    QString m_key;
    NavigationCounts m_counts;
};

Navigation::Navigation(QWidget* parent)
    : QWidget(parent)
    , m_brand(new Brand)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, 0, space::s, space::s);
    layout->setSpacing(space::hair);
    m_brand->setFixedHeight(60);
    layout->addWidget(m_brand);
    layout->addStretch(1);
    setAccessibleName(tr("Screens"));
    setFixedWidth(wide);
}

void Navigation::addEntry(Icon symbol, const QString& name, const QString& note)
{
    auto* entry = new Entry(symbol, name, note, this);
    const int index = static_cast<int>(m_entries.size());
    auto* layout = static_cast<QVBoxLayout*>(this->layout());
    layout->insertWidget(index + 1, entry); // behind the brand
    m_entries.push_back(entry);
    connect(entry, &QAbstractButton::clicked, this, [this, index] { emit chosen(index); });
}

void Navigation::addFooter(QAction* action)
{
    auto* entry = new Entry(symbolOf(action), action->text(), keyName(action->shortcut()), this);
    entry->setAutoExclusive(false);
    entry->setCheckable(false);
    layout()->addWidget(entry);
    m_footers.push_back(entry);
    connect(entry, &QAbstractButton::clicked, action, &QAction::trigger);
}

void Navigation::setCurrent(int index)
{
    m_entries.at(static_cast<std::size_t>(index))->setChecked(true);
}

void Navigation::setCounts(int index, NavigationCounts counts)
{
    m_entries.at(static_cast<std::size_t>(index))->setCounts(counts);
}

void Navigation::setNarrow(bool value)
{
    m_narrow = value;
    const int side = value ? 6 : space::s;
    layout()->setContentsMargins(side, 0, side, space::s);
    setFixedWidth(value ? narrow : wide);
}

void Navigation::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), coloursOf(this).navigation);
}

void Navigation::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    std::vector<Entry*> all = m_entries;
    all.insert(all.end(), m_footers.begin(), m_footers.end());
    for (std::size_t i = 0; step != 0 && i < all.size(); ++i) {
        if (all[i]->hasFocus()) {
            const int next = static_cast<int>(i) + step;
            if (next >= 0 && next < static_cast<int>(all.size())) {
                all[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
            }
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace sohoa::ui
