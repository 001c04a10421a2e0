// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/rates/ratesscreen.h"

#include "ui/rates/indicatorcard.h"
#include "ui/text/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/segments.h"
#include "wording/names.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {

enum Period
{
    ThisWeek,
    ThisMonth,
    ThisQuarter,
    ThisYear,
    OwnPeriod
};

constexpr int headingHeight = 46;

} // namespace

RatesScreen::RatesScreen(QDate today, QWidget* parent)
    : Screen(tr("Supervise"), Icon::Rates, parent)
    , m_today(today)
    , m_period(new QComboBox)
    , m_from(new QDateEdit)
    , m_to(new QDateEdit)
    , m_by(new QComboBox)
    , m_stack(new QStackedWidget)
    , m_tableStack(new QStackedWidget)
    , m_table(new QTableView)
    , m_rows(new RateTableModel(this))
    , m_behindTitle(new ElidedLabel({}, TextRole::Heading))
    , m_met(new QButtonGroup(this))
    , m_behindList(new QListView)
    , m_behind(new DossierListModel(this))
    , m_behindStack(new QStackedWidget)
    , m_behindCount(makeLabel({}, TextRole::Caption, true))
{
    setSubtitle(tr("Indicators of Decision 766/QĐ-TTg, by day of reception"));
    QAction* refresh = makeAction(this, tr("Count again"), Icon::Refresh, QKeySequence(Qt::Key_F5));
    connect(refresh, &QAction::triggered, this, &RatesScreen::ask);
    QAction* save = makeAction(this, tr("Save the table"), Icon::FilePlus, QKeySequence::Save);
    connect(save, &QAction::triggered, this, &RatesScreen::saveTable);
    addHeaderButton(save, ActionButton::Kind::Secondary);
    addHeaderButton(refresh, ActionButton::Kind::Primary);
    m_back = makeAction(this, tr("Back to the indicators"), Icon::ChevronLeft, QKeySequence(Qt::Key_F8));
    connect(m_back, &QAction::triggered, this, &RatesScreen::back);
    content()->addWidget(makeFilter());
    m_stack->addWidget(makeOverview());
    m_stack->addWidget(makeBehind());
    content()->addWidget(m_stack, 1);
    m_period->setCurrentIndex(ThisMonth);
    applyPeriod();
}

QWidget* RatesScreen::makeFilter()
{
    auto* bar = new QWidget;
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    m_period->addItems(
        {tr("This week"), tr("This month"), tr("This quarter"), tr("This year"), tr("Own period")});
    m_period->setAccessibleName(tr("Period"));
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setDisplayFormat(QStringLiteral("dd/MM/yyyy"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setFixedWidth(112);
        connect(edit, &QDateEdit::editingFinished, this, [this] {
            if (question() != m_question.rates) {
                m_period->setCurrentIndex(OwnPeriod);
                ask();
            }
        });
    }
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    for (const ReportBy by :
         {ReportBy::Procedure, ReportBy::Field, ReportBy::Officer, ReportBy::Unit, ReportBy::Day}) {
        m_by->addItem(wording::name(by), static_cast<int>(by));
    }
    m_by->setAccessibleName(tr("Grouped by"));
    line->addWidget(m_period);
    line->addWidget(m_from);
    line->addWidget(makeLabel(QStringLiteral("–"), TextRole::Body));
    line->addWidget(m_to);
    line->addSpacing(space::m);
    line->addWidget(makeLabel(tr("Grouped by"), TextRole::Body, true));
    line->addWidget(m_by);
    line->addStretch(1);
    connect(m_period, &QComboBox::activated, this, &RatesScreen::applyPeriod);
    connect(m_by, &QComboBox::activated, this, &RatesScreen::ask);
    const auto focusAction = [this](const QString& name, Icon symbol, int key, QWidget* target) {
        QAction* action = makeAction(this, name, symbol, QKeySequence(key));
        connect(action, &QAction::triggered, target, [target] { target->setFocus(Qt::ShortcutFocusReason); });
    };
    focusAction(tr("Choose the period"), Icon::Calendar, Qt::Key_F3, m_period);
    focusAction(tr("Choose the grouping"), Icon::Form, Qt::Key_F4, m_by);
    return bar;
}

QWidget* RatesScreen::makeOverview()
{
    auto* overview = new QWidget;
    auto* layout = new QVBoxLayout(overview);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* grid = new QGridLayout;
    grid->setSpacing(space::s);
    int place = 0;
    for (const IndicatorKind kind : indicatorKinds) {
        auto* card = new IndicatorCard(kind, place + 1);
        grid->addWidget(card, place / 3, place % 3);
        connect(card, &QAbstractButton::clicked, this, [this, kind] { openBehind(kind, {}, {}); });
        QAction* open = makeAction(this, tr("Dossiers behind “%1”").arg(wording::name(kind)),
                                   Icon::ChevronRight, QKeySequence(QStringLiteral("Alt+%1").arg(place + 1)));
        connect(open, &QAction::triggered, this, [this, kind] { openBehind(kind, {}, {}); });
        m_cards.push_back(card);
        ++place;
    }
    layout->addLayout(grid);
    m_table->setAccessibleName(tr("Indicators by group"));
    m_table->setModel(m_rows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(space::controlHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    // Long names take two lines.
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideNone);
    m_table->horizontalHeader()->setFont(fontOf(TextRole::Caption));
    m_table->horizontalHeader()->setFixedHeight(headingHeight);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const int column = std::max(1, index.column()) - 1;
        const workflow::SupervisionRow& row = m_rows->at(index.row());
        openBehind(indicatorKinds.at(static_cast<std::size_t>(column)), row.key, row.label);
    });
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(new EmptyState(Icon::Rates, tr("No dossier in this period"),
                                           tr("A dossier belongs to the day it was received. Choose a longer "
                                              "period.")));
    m_tableStack->setMinimumHeight(80);
    layout->addWidget(m_tableStack, 1);
    return overview;
}

QWidget* RatesScreen::makeBehind()
{
    auto* card = new Card;
    auto* head = new QHBoxLayout;
    auto* back = new ActionButton(m_back, ActionButton::Kind::Secondary);
    head->addWidget(back);
    head->addWidget(m_behindTitle, 1);
    auto* segments = new Segments(m_met);
    segments->setAccessibleName(tr("Which dossiers"));
    segments->add(tr("Missing"), 0)->setChecked(true);
    segments->add(tr("Counted"), 1);
    connect(m_met, &QButtonGroup::idClicked, this, [this](int id) {
        m_question.met = id == 1;
        emit behindWanted(m_question);
    });
    head->addWidget(segments);
    card->body()->addLayout(head);
    card->body()->addWidget(m_behindCount);
    m_behindList->setAccessibleName(tr("Dossiers behind the number"));
    m_behindList->setModel(m_behind);
    m_behindList->setItemDelegate(new RowDelegate(dossierRows(), m_behindList));
    m_behindList->setUniformItemSizes(true);
    m_behindList->setMouseTracking(true);
    m_behindList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_behindList, &QListView::activated, this,
            [this](const QModelIndex& index) { emit dossierWanted(m_behind->at(index).dossier.code); });
    m_behindStack->addWidget(m_behindList);
    m_behindStack->addWidget(new EmptyState(Icon::CheckCircle, tr("No dossier here"),
                                            tr("Nothing is on this side of the number.")));
    card->body()->addWidget(m_behindStack, 1);
    return card;
}

QWidget* RatesScreen::entrance()
{
    return m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_cards.front()) : m_behindList;
}

void RatesScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    // Names of procedures are long: the first column gets what the numbers leave.
    constexpr int widest = 136;
    const int each = std::clamp((width() - 300) / 6, 84, widest);
    for (int column = 1; column < m_rows->columnCount({}); ++column) {
        // Where there is room a heading is whole; where there is none it ends in an ellipsis.
        const int heading = m_table->horizontalHeader()->sectionSizeHint(column);
        m_table->setColumnWidth(column, each < widest ? each : std::max(each, heading));
    }
}

RatesQuestion RatesScreen::question() const
{
    return {m_from->date(), m_to->date(), static_cast<ReportBy>(m_by->currentData().toInt())};
}

void RatesScreen::setToday(QDate today)
{
    if (today != m_today) {
        m_today = today;
        showPeriod();
        m_question.rates = question();
    }
}

void RatesScreen::applyPeriod()
{
    if (m_period->currentIndex() == OwnPeriod) {
        m_from->setFocus();
        return;
    }
    showPeriod();
    ask();
}

void RatesScreen::showPeriod()
{
    QDate from = m_today;
    switch (m_period->currentIndex()) {
    case ThisWeek:
        from = m_today.addDays(1 - m_today.dayOfWeek());
        break;
    case ThisMonth:
        from = QDate(m_today.year(), m_today.month(), 1);
        break;
    case ThisQuarter:
        from = QDate(m_today.year(), (m_today.month() - 1) / 3 * 3 + 1, 1);
        break;
    case ThisYear:
        from = QDate(m_today.year(), 1, 1);
        break;
    default:
        return;
    }
    m_from->setDate(from);
    m_to->setDate(m_today);
}

void RatesScreen::saveTable()
{
    const RatesQuestion wanted = question();
    const QString name = QStringLiteral("ty-le-so-hoa-%1-%2.xlsx")
                             .arg(wanted.from.toString(QStringLiteral("yyyyMMdd")),
                                  wanted.to.toString(QStringLiteral("yyyyMMdd")));
    askWhereToSave(this, tr("Save the table"), name,
                   {tr("Excel (*.xlsx)"), tr("PDF (*.pdf)"), tr("Text with commas (*.csv)")},
                   [this, wanted](const QString& path) { emit exportWanted(wanted, path); });
}

void RatesScreen::ask()
{
    m_question.rates = question();
    emit ratesWanted(m_question.rates);
    if (m_stack->currentIndex() == 1) {
        emit behindWanted(m_question);
    }
}

void RatesScreen::setRates(const workflow::SupervisionRow& total, std::vector<workflow::SupervisionRow> rows)
{
    for (IndicatorCard* card : m_cards) {
        for (const reporting::IndicatorValue& value : total.values) {
            if (value.count.kind == card->kind()) {
                card->set(value);
            }
        }
    }
    m_tableStack->setCurrentIndex(rows.empty() ? 1 : 0);
    m_rows->set(std::move(rows));
}

void RatesScreen::openBehind(IndicatorKind kind, const QString& groupKey, const QString& label)
{
    m_question.rates = question();
    m_question.kind = kind;
    m_question.groupKey = groupKey;
    m_question.met = m_met->checkedId() == 1;
    m_behindTitle->setFullText(label.isEmpty() ? wording::name(kind)
                                               : QStringLiteral("%1  ·  %2").arg(wording::name(kind), label));
    m_behind->set({});
    m_behindCount->setText(tr("Counting…"));
    m_behindStack->setCurrentIndex(0);
    m_stack->setCurrentIndex(1);
    m_behindList->setFocus();
    emit behindWanted(m_question);
}

void RatesScreen::setBehind(const std::vector<Dossier>& dossiers)
{
    std::vector<workflow::DossierLine> lines;
    lines.reserve(dossiers.size());
    for (const Dossier& dossier : dossiers) {
        workflow::DossierLine line;
        line.dossier = dossier;
        lines.push_back(line);
    }
    const int count = static_cast<int>(lines.size());
    m_behindCount->setText(m_question.met ? tr("%n dossier(s) counted. Enter opens one.", nullptr, count)
                                          : tr("%n dossier(s) missing. Enter opens one.", nullptr, count));
    m_behindStack->setCurrentIndex(lines.empty() ? 1 : 0);
    m_behind->setShowsStatus(true);
    m_behind->set(std::move(lines));
    m_behindList->setCurrentIndex(m_behind->index(0));
}

void RatesScreen::back()
{
    m_stack->setCurrentIndex(0);
    m_cards.front()->setFocus();
}

void RateTableModel::set(std::vector<workflow::SupervisionRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const workflow::SupervisionRow& RateTableModel::at(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row));
}

int RateTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RateTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(indicatorKinds.size()) + 1;
}

QVariant RateTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const workflow::SupervisionRow& row = at(index.row());
    if (index.column() == 0) {
        const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole;
        return text ? QVariant(row.label.isEmpty() ? orDash(row.key) : row.label) : QVariant();
    }
    const IndicatorKind kind = indicatorKinds.at(static_cast<std::size_t>(index.column()) - 1);
    for (const reporting::IndicatorValue& value : row.values) {
        if (value.count.kind != kind) {
            continue;
        }
        switch (role) {
        case Qt::DisplayRole:
            return value.ratio() ? wording::percent(value.ratio()) : QStringLiteral("—");
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2 (%3/%4)")
                .arg(wording::name(kind), wording::percent(value.ratio()))
                .arg(value.count.numerator)
                .arg(value.count.denominator);
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return {};
        }
    }
    return {};
}

QVariant RateTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const int side = section == 0 ? Qt::AlignLeft : Qt::AlignRight;
        return side | Qt::AlignVCenter | Qt::TextWordWrap;
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        QString name = section == 0 ? tr("Group")
                                    : wording::name(indicatorKinds.at(static_cast<std::size_t>(section) - 1));
        // The last two syllables are mostly one word: no line breaks between them.
        if (const qsizetype last = name.lastIndexOf(u' '); last >= 0 && role == Qt::DisplayRole) {
            name[last] = QChar::Nbsp;
        }
        return name;
    }
    return {};
}

} // namespace sohoa::ui
