// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dossiers/dossiersscreen.h"

#include "base/text.h"
#include "dossier/statuses.h"
#include "ui/dossiers/detailmodels.h"
#include "ui/dossiers/differences.h"
#include "ui/dossiers/dossierlist.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/basics.h"
#include "wording/names.h"

#include <QAction>
#include <QBuffer>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <chrono>

namespace sohoa::ui {

using namespace dossier;

namespace {
/// Papers, history, differences.
constexpr int differencesTab = 2;

/// A short text that stays on one line where the lines are broken.
QString unbroken(QString text)
{
    return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}
} // namespace

DossiersScreen::DossiersScreen(QWidget* parent)
    : Screen(tr("Dossiers"), Icon::Dossiers, parent)
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_listStack(new QStackedWidget)
    , m_lines(new DossierListModel(this))
    , m_detailStack(new QStackedWidget)
    , m_name(new ElidedLabel({}, TextRole::Heading))
    , m_facts(makeLabel({}, TextRole::Caption, true))
    , m_status(new Chip)
    , m_tabs(new QTabWidget)
    , m_paperList(new QListView)
    , m_papers(new PaperModel(this))
    , m_eventList(new QListView)
    , m_events(new EventModel(this))
    , m_pdfStack(new QStackedWidget)
    , m_noPaper(nullptr)
    , m_document(new QPdfDocument(this))
    , m_pdfView(new QPdfView)
    , m_buffer(new QBuffer(this))
    , m_differ(new Chip)
    , m_differences(new DifferenceModel(this))
    , m_differenceList(new QListView)
{
    using namespace std::chrono_literals;
    setSubtitle(tr("By name, number or code, without tone marks if you like"));
    const auto key = [](const char* text) { return QKeySequence(QString::fromLatin1(text)); };
    m_digitize = makeAction(this, tr("Digitize"), Icon::Papers, key("F10"));
    m_digitize->setEnabled(false);
    connect(m_digitize, &QAction::triggered, this, [this] { emit digitizeWanted(m_uid); });
    addHeaderButton(m_digitize, ActionButton::Kind::Primary);
    m_changeStatus = makeAction(this, tr("Change the status"), Icon::Pen, key("F7"));
    m_changeStatus->setEnabled(false);
    connect(m_changeStatus, &QAction::triggered, this, &DossiersScreen::chooseStatus);
    m_listDiffering = makeAction(this, tr("List what differs"), Icon::Warning, key("Ctrl+D"));
    m_listDiffering->setEnabled(false);
    connect(m_listDiffering, &QAction::triggered, this, [this] {
        m_onlyDiffering = !m_onlyDiffering;
        setDiffering(m_differing);
        emit findWanted(m_search->text());
    });
    QAction* search = makeAction(this, tr("Find a dossier"), Icon::Search, key("F3"));
    search->setShortcuts({key("F3"), key("Ctrl+F")});
    connect(search, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    QAction* papers = makeAction(this, tr("Show the papers"), Icon::Paper, key("F4"));
    connect(papers, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(0);
        m_paperList->setFocus(Qt::ShortcutFocusReason);
    });
    QAction* history = makeAction(this, tr("Show the history"), Icon::History, key("F6"));
    connect(history, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(1);
        m_eventList->setFocus(Qt::ShortcutFocusReason);
    });
    QAction* differences = makeAction(this, tr("Show what differs"), Icon::Warning, key("F8"));
    connect(differences, &QAction::triggered, this, [this] {
        if (m_differences->rowCount({}) > 0) {
            m_tabs->setCurrentIndex(differencesTab);
            m_differenceList->setFocus(Qt::ShortcutFocusReason);
        }
    });
    auto* columns = new QSplitter(Qt::Horizontal);
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeFinder());
    columns->addWidget(makeDetail());
    columns->setStretchFactor(0, 2);
    columns->setStretchFactor(1, 5);
    columns->setSizes({320, 640});
    content()->addWidget(columns, 1);
    // Short enough to feel instant, long enough not to search for every letter.
    m_pause.setInterval(120ms);
    m_pause.setSingleShot(true);
    connect(m_search, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { emit findWanted(m_search->text()); });
}

DossiersScreen::~DossiersScreen()
{
    // The view draws from the document and the document reads from the buffer: let go in that order.
    m_pdfView->setDocument(nullptr);
    m_document->close();
}

QWidget* DossiersScreen::makeFinder()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search->setAccessibleName(tr("Find a dossier"));
    m_search->setPlaceholderText(tr("nguyen thi huyen, 0007, khai sinh"));
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    layout->addWidget(m_search);
    m_differingButton = new ActionButton(m_listDiffering, ActionButton::Kind::Secondary);
    m_differingButton->hide();
    layout->addWidget(m_differingButton);
    m_list->setAccessibleName(tr("Dossiers found"));
    m_list->setModel(m_lines);
    m_list->setItemDelegate(new RowDelegate(dossierRows(), m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && m_lines->at(index).dossier.uid != m_uid) {
                    emit detailWanted(m_lines->at(index).dossier.uid);
                }
            });
    connect(m_list, &QListView::activated, this, [this] { m_paperList->setFocus(); });
    m_nothing = new EmptyState(Icon::Search, {}, {});
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_nothing);
    layout->addWidget(m_listStack, 1);
    column->setMinimumWidth(240);
    return column;
}

QWidget* DossiersScreen::makeDetail()
{
    auto* card = new Card;
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_differ);
    head->addWidget(m_status);
    head->addWidget(new ActionButton(m_changeStatus, ActionButton::Kind::Compact));
    card->body()->addLayout(head);
    m_facts->setWordWrap(true);
    card->body()->addWidget(m_facts);
    m_paperList->setAccessibleName(tr("Components and papers"));
    m_paperList->setModel(m_papers);
    m_paperList->setItemDelegate(new RowDelegate(paperRows(), m_paperList));
    m_paperList->setResizeMode(QListView::Adjust);
    m_paperList->setWordWrap(true); // rows are laid out again when the width changes
    m_paperList->setMouseTracking(true);
    m_paperList->setMinimumWidth(200);
    m_paperList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_paperList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_paperList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DossiersScreen::showPaper);
    m_pdfView->setAccessibleName(tr("Paper"));
    m_pdfView->setPageMode(QPdfView::PageMode::MultiPage);
    m_pdfView->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_pdfView->setDocumentMargins(QMargins(space::m, space::m, space::m, space::m));
    m_pdfView->setPageSpacing(space::m);
    tintDesk();
    m_noPaper = new EmptyState(Icon::Paper, {}, {});
    m_pdfStack->addWidget(m_noPaper);
    m_pdfStack->addWidget(m_pdfView);
    auto* papers = new QSplitter(Qt::Horizontal);
    papers->setChildrenCollapsible(false);
    papers->addWidget(m_paperList);
    papers->addWidget(m_pdfStack);
    papers->setStretchFactor(0, 2);
    papers->setStretchFactor(1, 4);
    papers->setSizes({220, 400});
    m_eventList->setAccessibleName(tr("History"));
    m_eventList->setModel(m_events);
    m_eventList->setItemDelegate(new RowDelegate(eventRows(), m_eventList));
    m_eventList->setResizeMode(QListView::Adjust);
    m_eventList->setWordWrap(true);
    m_eventList->setMouseTracking(true);
    m_eventList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tabs->addTab(papers, tr("Papers"));
    m_tabs->addTab(m_eventList, tr("History"));
    m_tabs->addTab(makeDifferences(), tr("Differences"));
    m_tabs->setTabVisible(differencesTab, false);
    m_tabs->setAccessibleName(tr("Parts of the dossier"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the dossier"));
    m_tabs->setDocumentMode(true);
    card->body()->addWidget(m_tabs, 1);
    auto* none = new EmptyState(Icon::Dossiers, tr("No dossier chosen"),
                                tr("Choose one in the list: its papers and its history appear here."));
    m_detailStack->addWidget(none);
    m_detailStack->addWidget(card);
    return m_detailStack;
}

QWidget* DossiersScreen::makeDifferences()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, space::s, 0, 0);
    auto* why =
        makeLabel(tr("Two workstations wrote different values without knowing of each other. Both are kept "
                     "until you say which one is right."),
                  TextRole::Body, true);
    why->setWordWrap(true);
    layout->addWidget(why);
    m_differenceList->setAccessibleName(tr("What differs"));
    m_differenceList->setModel(m_differences);
    m_differenceList->setItemDelegate(new RowDelegate(differenceRows(), m_differenceList));
    m_differenceList->setMouseTracking(true);
    m_differenceList->setResizeMode(QListView::Adjust);
    m_differenceList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_differenceList, 1);
    m_keep = makeAction(this, tr("The first is right"), Icon::Check, QKeySequence(QStringLiteral("Alt+1")));
    connect(m_keep, &QAction::triggered, this, [this] { settle(true); });
    m_takeOther =
        makeAction(this, tr("The second is right"), Icon::Check, QKeySequence(QStringLiteral("Alt+2")));
    connect(m_takeOther, &QAction::triggered, this, [this] { settle(false); });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(m_keep, ActionButton::Kind::Secondary));
    buttons->addWidget(new ActionButton(m_takeOther, ActionButton::Kind::Secondary));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    return page;
}

void DossiersScreen::settle(bool counting)
{
    const QModelIndex index = m_differenceList->currentIndex();
    if (m_tabs->currentIndex() != differencesTab || !index.isValid()) {
        return;
    }
    const workflow::FieldDifference& difference = m_differences->at(index);
    emit settleWanted(m_uid, difference.field, counting ? difference.counting.stamp : difference.other.stamp);
}

void DossiersScreen::setDiffering(int count)
{
    m_differing = count;
    m_listDiffering->setEnabled(count > 0 || m_onlyDiffering);
    m_differingButton->setVisible(count > 0 || m_onlyDiffering);
    m_listDiffering->setText(m_onlyDiffering ? tr("All dossiers")
                                             : tr("%n dossier(s) to settle", nullptr, count));
}

void DossiersScreen::chooseStatus()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(m_changeStatus->text());
    for (const DossierStatus status : nextStatuses(m_dossierStatus)) {
        // Of this dossier: an answer that comes while the menu is open may show another one.
        connect(menu->addAction(capital(wording::name(status))), &QAction::triggered, this,
                [this, uid = m_uid, status] { askStatus(uid, status); });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_status->mapToGlobal(QPoint(0, m_status->height() + space::xs)));
}

void DossiersScreen::askStatus(const QString& dossierUid, DossierStatus status)
{
    if (!isFinal(status)) {
        emit statusWanted(dossierUid, status);
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Change the status"),
                                tr("Nothing follows the status “%1”: it cannot be changed any more. Set it?")
                                    .arg(capital(wording::name(status))),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* set = box->addButton(tr("Set it"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Leave it as it is"), QMessageBox::RejectRole));
    connect(set, &QPushButton::clicked, this,
            [this, dossierUid, status] { emit statusWanted(dossierUid, status); });
    box->open();
}

QWidget* DossiersScreen::entrance()
{
    return m_search;
}

void DossiersScreen::find(const QString& text)
{
    m_search->setText(text);
    emit findWanted(text);
}

QString DossiersScreen::searchText() const
{
    return m_search->text();
}

void DossiersScreen::setFound(std::vector<workflow::DossierLine> lines)
{
    const bool any = !lines.empty();
    m_lines->set(std::move(lines));
    m_listStack->setCurrentIndex(any ? 0 : 1);
    if (m_onlyDiffering) {
        m_nothing->set(Icon::CheckCircle, tr("Nothing is left to settle"),
                       tr("Ctrl+D lists all dossiers again."));
    } else if (m_search->text().trimmed().isEmpty()) {
        m_nothing->set(Icon::Dossiers, tr("No dossier yet"), tr("Those that are taken in appear here."));
    } else {
        m_nothing->set(Icon::Search, tr("No dossier found"),
                       tr("Try fewer letters, or the last digits of the code."));
    }
    if (any) {
        const QModelIndex same = m_lines->indexOf(m_uid);
        m_list->setCurrentIndex(same.isValid() ? same : m_lines->index(0));
    }
}

void DossiersScreen::setDetail(const workflow::DossierDetail& detail,
                               const std::vector<workflow::FieldDifference>& differences)
{
    const Dossier& dossier = detail.dossier;
    const bool other = m_uid != dossier.uid;
    m_uid = dossier.uid;
    m_digitize->setEnabled(true);
    m_name->setFullText(orDash(dossier.applicant.fullName));
    m_status->set(statusChip(dossier.status));
    m_dossierStatus = dossier.status;
    m_changeStatus->setEnabled(!nextStatuses(dossier.status).empty());
    const auto differing = static_cast<int>(differences.size());
    m_differ->set(differing == 0
                      ? ChipText{}
                      : ChipText{Tone::Warning, tr("%n to settle (F8)", nullptr, differing), Icon::Warning});
    m_differences->set(differences, detail.components);
    m_tabs->setTabVisible(differencesTab, differing > 0);
    m_keep->setEnabled(differing > 0);
    m_takeOther->setEnabled(differing > 0);
    if (differing > 0) {
        m_differenceList->setCurrentIndex(m_differences->index(0));
    }
    if (other && m_tabs->currentIndex() == differencesTab) {
        m_tabs->setCurrentIndex(0);
    }
    QStringList facts = {dossier.code};
    if (const QString number = maskPersonalNumber(dossier.applicant.personalNumber); !number.isEmpty()) {
        facts.append(number);
    }
    facts.append(dossier.procedureName);
    facts.append(unbroken(capital(wording::name(dossier.channel))));
    facts.append(unbroken(tr("received %1").arg(wording::dateTime(dossier.receivedAt))));
    if (dossier.dueAt) {
        facts.append(unbroken(tr("due %1").arg(wording::dateTime(*dossier.dueAt))));
    }
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_shownPaper.clear();
    m_papers->set(detail.components, detail.papers);
    m_events->set(detail.events);
    m_detailStack->setCurrentIndex(1);
    const QModelIndex first = m_papers->firstPaper();
    m_paperList->setCurrentIndex(first.isValid() ? first : m_papers->index(0));
    showPaper();
}

void DossiersScreen::showPaper()
{
    const QModelIndex index = m_paperList->currentIndex();
    if (!index.isValid()) {
        m_noPaper->set(Icon::Paper, tr("No papers yet"), tr("F10 digitizes this dossier."));
        m_pdfStack->setCurrentIndex(0);
        return;
    }
    const PaperModel::Row& row = m_papers->at(index);
    if (!row.paper) {
        m_shownPaper.clear();
        m_noPaper->set(Icon::Paper, tr("No paper here"),
                       row.component.duty == Duty::Scan
                           ? tr("This component has not been digitized yet. F10 goes there.")
                           : wording::instruction(row.component.duty));
        m_pdfStack->setCurrentIndex(0);
        return;
    }
    if (row.paper->uid == m_shownPaper) {
        return;
    }
    m_shownPaper = row.paper->uid;
    m_noPaper->set(Icon::Pending, tr("Opening the paper…"), {});
    m_pdfStack->setCurrentIndex(0);
    emit paperWanted(*row.paper);
}

void DossiersScreen::setPaper(const QString& paperUid, const QByteArray& pdf)
{
    if (paperUid != m_shownPaper) {
        return;
    }
    m_pdfView->setDocument(nullptr);
    m_document->close();
    m_buffer->close();
    m_buffer->setData(pdf);
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer);
    if (m_document->error() != QPdfDocument::Error::None) {
        setPaperFailed(paperUid, tr("The paper could not be shown."));
        return;
    }
    m_pdfView->setDocument(m_document);
    m_pdfStack->setCurrentIndex(1);
}

void DossiersScreen::setPaperFailed(const QString& paperUid, const QString& sentence)
{
    if (paperUid == m_shownPaper) {
        m_noPaper->set(Icon::Error, tr("The paper cannot be opened"), sentence, Tone::Danger);
        m_pdfStack->setCurrentIndex(0);
    }
}

void DossiersScreen::changeEvent(QEvent* event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tintDesk();
    }
}

void DossiersScreen::tintDesk()
{
    // QPdfView takes the ground under the pages from this role.
    QPalette palette = m_pdfView->palette();
    palette.setColor(QPalette::Dark, coloursOf(this).paper);
    m_pdfView->setPalette(palette);
}

bool DossiersScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        const int row = m_list->currentIndex().row() + step;
        if (step != 0) {
            if (row >= 0 && row < m_lines->rowCount({})) {
                m_list->setCurrentIndex(m_lines->index(row));
            }
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_paperList->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return Screen::eventFilter(watched, event);
}

} // namespace sohoa::ui
