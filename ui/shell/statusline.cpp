// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusline.h"

#include "ui/style/style.h"
#include "ui/widgets/basics.h"
#include "wording/names.h"

#include <QHBoxLayout>
#include <QPainter>

namespace sohoa::ui {

/// A symbol and a few words.
class StatusLine::Piece final : public QWidget
{
public:
    explicit Piece(Icon symbol, bool mayShrink = false)
        : m_symbol(symbol)
        , m_mayShrink(mayShrink)
    {
        setFixedHeight(24);
        setSizePolicy(mayShrink ? QSizePolicy::Preferred : QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFont(fontOf(TextRole::Caption));
    }
    void set(Icon symbol, const QString& text, Tone tone, const QString& tip = {})
    {
        m_symbol = symbol;
        m_text = text;
        m_tone = tone;
        setVisible(!text.isEmpty());
        setToolTip(tip);
        setAccessibleName(tip.isEmpty() ? text : QStringLiteral("%1. %2").arg(text, tip));
        updateGeometry();
        update();
    }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {16 + space::xs + fontMetrics().horizontalAdvance(m_text) + 2 * space::s, 24};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_mayShrink ? QSize(80, 24) : sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colours& colours = coloursOf(this);
        const ToneColours tone = toneColours(colours, m_tone);
        const bool plain = m_tone == Tone::Neutral;
        if (!plain) {
            drawRounded(painter, rect().adjusted(0, 1, 0, -1), 11, tone.soft);
        }
        const QColor ink = plain ? colours.inkMuted : tone.ink;
        paintIcon(painter, QRect(space::s - 2, 4, 16, 16), m_symbol, ink);
        painter.setPen(ink);
        const int left = space::s + 16 + 2;
        const int room = width() - left - space::xs;
        painter.drawText(QRect(left, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_text, Qt::ElideRight, room));
    }

private:
    Icon m_symbol;
    QString m_text;
    Tone m_tone = Tone::Neutral;
    bool m_mayShrink;
};

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_unit(new Piece(Icon::Building, true))
    , m_workstation(new Piece(Icon::Screen))
    , m_key(new Piece(Icon::Key))
    , m_line(new Piece(Icon::Online))
    , m_oldest(new Piece(Icon::Clock))
{
    setFixedHeight(32);
    setAccessibleName(tr("State of this workstation"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::s, 0, space::s, 0);
    line->setSpacing(space::xs);
    line->addWidget(m_unit, 0);
    line->addWidget(m_workstation);
    line->addStretch(1);
    line->addWidget(m_key);
    line->addWidget(m_line);
    line->addWidget(m_oldest);
    for (Piece* piece : {m_unit, m_workstation, m_key, m_line, m_oldest}) {
        piece->set(Icon::Info, {}, Tone::Neutral);
    }
}

void StatusLine::set(const ShellStatus& status, const QDateTime& now)
{
    m_unit->set(Icon::Building, status.unitName.isEmpty() ? status.unitCode : status.unitName, Tone::Neutral,
                status.unitCode);
    m_workstation->set(Icon::Screen,
                       status.workstation > 0
                           ? tr("Workstation %1/%2").arg(status.workstation).arg(status.workstations)
                           : tr("Not enrolled"),
                       Tone::Neutral,
                       status.workstation > 0
                           ? status.officer
                           : tr("Dossier numbers stay provisional until a workstation number is entered in "
                                "the settings."));
    m_key->set(Icon::Key, status.keyIsInFile ? tr("Key in a file") : QString(), Tone::Neutral,
               tr("This computer has no key store, so the key lies in a file beside the data that only you "
                  "can read."));
    if (!status.warehouseReached) {
        m_line->set(Icon::Online, {}, Tone::Neutral);
    } else if (*status.warehouseReached) {
        m_line->set(Icon::Online, tr("Warehouse answers"), Tone::Neutral);
    } else {
        m_line->set(Icon::Offline, tr("Warehouse out of reach"), Tone::Warning,
                    tr("You can go on working. Papers are sent as soon as the warehouse answers."));
    }
    if (!status.oldestWaiting) {
        m_oldest->set(Icon::CheckCircle, tr("Every paper is in the warehouse"), Tone::Success);
        return;
    }
    const qint64 seconds = status.oldestWaiting->secsTo(now);
    const qint64 limit = status.alarmHours * 3600LL;
    m_oldest->set(
        Icon::Clock, tr("Oldest paper not yet stored: %1").arg(wording::age(*status.oldestWaiting, now)),
        seconds >= 3 * limit ? Tone::Danger
        : seconds >= limit   ? Tone::Warning
                             : Tone::Neutral,
        tr("%n paper(s) are waiting to be stored in the warehouse.", nullptr, status.waitingPapers));
}

QString StatusLine::deliverySentence() const
{
    return m_oldest->text();
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& colours = coloursOf(this);
    painter.fillRect(rect(), colours.surface);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
}

} // namespace sohoa::ui
