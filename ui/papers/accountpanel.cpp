// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/accountpanel.h"

#include "ui/papers/papersdelegates.h"
#include "ui/style/style.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using workflow::Doubt;
using workflow::DoubtKind;
using workflow::SessionAccount;

namespace {

constexpr int mostSheets = 999;
/// So many doubts are seen at once, in a low window one; the pages below need the height more.
constexpr int doubtsSeen = 3;
constexpr int lowWindow = 600;

} // namespace

QString sentenceOf(const Doubt& doubt, const workflow::Standing& standing)
{
    const int page = doubt.position + 1;
    switch (doubt.kind) {
    case DoubtKind::CountDiffers:
        return AccountPanel::tr(
                   "%1 sides were expected, %2 came. Count the sheets; a missing one goes into the "
                   "feeder with F6.")
            .arg(doubt.expected)
            .arg(doubt.seen);
    case DoubtKind::OddSides:
        return AccountPanel::tr("Both sides are scanned, but the number of sides (%1) is odd: one side is "
                                "missing or came twice.")
            .arg(doubt.seen);
    case DoubtKind::NumberSkipped:
        return AccountPanel::tr(
                   "Page %1: the scanner counted on to %2 where %3 was due. A page before it may "
                   "not have arrived.")
            .arg(page)
            .arg(doubt.seen)
            .arg(doubt.expected);
    case DoubtKind::NumberAgain:
        return AccountPanel::tr(
                   "Page %1: the scanner counted %2 where %3 was due. A page came twice or out of "
                   "order.")
            .arg(page)
            .arg(doubt.seen)
            .arg(doubt.expected);
    case DoubtKind::SameContent:
        return AccountPanel::tr("Page %1 is the same file as page %2: it came twice.")
            .arg(page)
            .arg(doubt.other + 1);
    case DoubtKind::LooksAlike:
        return AccountPanel::tr(
                   "Page %1 shows the same sheet as page %2. Was it fed twice? Set one aside if so.")
            .arg(page)
            .arg(doubt.other + 1);
    case DoubtKind::Incomplete:
        return AccountPanel::tr("Page %1 arrived only in part. Scan it again and set this one aside.")
            .arg(page);
    case DoubtKind::EndedEarly:
        return AccountPanel::tr(
            "Scanning ended before the stack was through. %n sheet(s) are safe; put those behind "
            "them into the feeder and press F6.",
            nullptr, standing.sheets);
    case DoubtKind::Damaged:
        return AccountPanel::tr("Page %1: the file on this computer is no longer what was scanned. Scan this "
                                "page again.")
            .arg(page);
    case DoubtKind::SeparatorDoubts:
        return AccountPanel::tr("Separator sheet (page %1): check it and the pages behind it.").arg(page);
    }
    return {};
}

QString balanceOf(const SessionAccount& account)
{
    QStringList parts{AccountPanel::tr("%1 kept").arg(account.kept),
                      AccountPanel::tr("%1 set aside").arg(account.setAside)};
    if (account.repeated > 0) {
        parts.append(AccountPanel::tr("%1 repeated").arg(account.repeated));
    }
    if (account.deleted > 0) {
        parts.append(AccountPanel::tr("%1 deleted").arg(account.deleted));
    }
    return AccountPanel::tr("%1 sides came in = %2")
        .arg(QString::number(account.fed), parts.join(QStringLiteral(" + ")));
}

AccountPanel::AccountPanel(QWidget* parent)
    : QWidget(parent)
    , m_heading(makeLabel({}, TextRole::Strong))
    , m_state(new Chip)
    , m_balance(makeLabel({}, TextRole::Body))
    , m_sheets(new QSpinBox)
    , m_doubts(new QListWidget)
    , m_close(
          makeAction(this, tr("It is right so, close"), Icon::Check, QKeySequence(Qt::CTRL | Qt::Key_Return)))
{
    m_close->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(m_close, &QAction::triggered, this, [this] {
        if (m_open) {
            emit closeWanted(m_open->session.uid);
        }
    });
    auto* card = new Card;
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(card);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::m);
    top->addWidget(m_heading);
    top->addWidget(m_state);
    top->addStretch(1);
    top->addWidget(new ActionButton(m_close, ActionButton::Kind::Secondary));
    card->body()->addLayout(top);

    m_sheets->setRange(0, mostSheets);
    m_sheets->setSpecialValueText(tr("not counted"));
    m_sheets->setMinimumWidth(112);
    m_sheets->setAccessibleName(tr("Sheets counted by hand"));
    m_sheets->setKeyboardTracking(false);
    connect(m_sheets, &QSpinBox::valueChanged, this, [this](int sheets) {
        if (m_open) {
            emit expected(m_open->session.uid, sheets);
        }
    });
    auto* counted = makeLabel(tr("&Sheets counted:"), TextRole::Body);
    counted->setBuddy(m_sheets);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(space::s);
    figures->addWidget(m_balance);
    figures->addSpacing(space::l);
    figures->addWidget(counted);
    figures->addWidget(m_sheets);
    figures->addStretch(1);
    card->body()->addLayout(figures);

    m_doubts->setAccessibleName(tr("What does not add up"));
    m_doubts->setItemDelegate(new RowDelegate(doubtRows(), m_doubts));
    m_doubts->setMouseTracking(true);
    m_doubts->setUniformItemSizes(true);
    m_doubts->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_doubts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_doubts, &QListWidget::itemActivated, this, [this] { lookAt(!m_atOther); });
    connect(m_doubts, &QListWidget::currentItemChanged, this, [this] {
        if (m_doubts->hasFocus()) {
            lookAt(false);
        }
    });
    card->body()->addWidget(m_doubts);
    set({});
}

void AccountPanel::set(const std::optional<workflow::OpenAccount>& open)
{
    m_open = open;
    setVisible(open.has_value());
    m_close->setEnabled(open.has_value());
    if (!open) {
        return;
    }
    const SessionAccount& account = open->account;
    m_heading->setText(tr("Account of the stack of %1").arg(wording::dateTime(open->session.startedAt)));
    const auto doubts = static_cast<int>(account.doubts.size());
    m_state->set(
        doubts > 0 ? ChipText{Tone::Warning, tr("%n thing(s) do not add up", nullptr, doubts), Icon::Warning}
                   : ChipText{Tone::Success, tr("adds up"), Icon::CheckCircle});
    m_balance->setText(balanceOf(account));
    const QSignalBlocker quiet(m_sheets);
    m_sheets->setValue(account.expectedSheets.value_or(0));
    fillDoubts();
}

void AccountPanel::fillDoubts()
{
    const int row = m_doubts->currentRow();
    m_doubts->clear();
    // Doubts about separators stand in the order of the alarms they come from, which say more.
    std::vector<QString> alarms;
    for (const dossier::StackAlarm& alarm : m_open->account.alarms) {
        if (alarm.kind != dossier::StackAlarmKind::NotAssigned) {
            alarms.push_back(wording::sentence(alarm));
        }
    }
    std::size_t alarm = 0;
    for (const Doubt& doubt : m_open->account.doubts) {
        const bool isAlarm = doubt.kind == DoubtKind::SeparatorDoubts && alarm < alarms.size();
        auto* item =
            new QListWidgetItem(isAlarm ? alarms[alarm++] : sentenceOf(doubt, m_open->standing), m_doubts);
        item->setToolTip(item->text());
        QStringList uids;
        for (const int position : {doubt.position, doubt.other}) {
            if (const auto page = m_open->pageUids.find(position); page != m_open->pageUids.end()) {
                uids.append(page->second);
            }
        }
        item->setData(Qt::UserRole, uids);
    }
    const int count = m_doubts->count();
    m_doubts->setVisible(count > 0);
    const int seen = window()->height() < lowWindow ? 1 : doubtsSeen;
    m_doubts->setFixedHeight(std::clamp(count, 1, seen) * doubtRowHeight + 2 * m_doubts->frameWidth());
    if (count > 0) {
        const QSignalBlocker quiet(m_doubts);
        m_doubts->setCurrentRow(std::clamp(row, 0, count - 1));
    }
}

void AccountPanel::lookAt(bool atOther)
{
    const QListWidgetItem* item = m_doubts->currentItem();
    const QStringList uids = item == nullptr ? QStringList() : item->data(Qt::UserRole).toStringList();
    if (!uids.isEmpty()) {
        m_atOther = atOther && uids.size() > 1;
        emit pageWanted(uids.at(m_atOther ? 1 : 0));
    }
}

void AccountPanel::takeFocus()
{
    if (m_doubts->count() > 0) {
        m_doubts->setFocus(Qt::ShortcutFocusReason);
        lookAt(false);
    } else {
        m_sheets->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace sohoa::ui
