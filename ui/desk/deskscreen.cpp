// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/deskscreen.h"

#include "ui/desk/cardfield.h"
#include "ui/desk/deskdelegates.h"
#include "ui/desk/deskmodels.h"
#include "ui/desk/personform.h"
#include "ui/desk/takenpanel.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/dropveil.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/segments.h"
#include "wording/names.h"

#include <QAction>
#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace dossier;

namespace {

enum Page
{
    FormPage,
    TakenPage
};

enum Lower
{
    HintLower,
    FoundLower,
    NothingLower,
    ChecklistLower
};

QListView* makeList(const QString& name)
{
    auto* list = new QListView;
    list->setAccessibleName(name);
    list->setResizeMode(QListView::Adjust);
    list->setWordWrap(true); // rows are laid out again when the width changes
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    return list;
}

} // namespace

DeskScreen::DeskScreen(QWidget* parent)
    : Screen(tr("Take in"), Icon::Desk, parent)
    , m_pages(new QStackedWidget)
    , m_card(new CardField)
    , m_person(new PersonForm)
    , m_search(new QLineEdit)
    , m_channels(new QButtonGroup(this))
    , m_lower(new QStackedWidget)
    , m_found(makeList(tr("Procedures found")))
    , m_procedures(new ProcedureModel(this))
    , m_checklist(makeList(tr("Components of the dossier")))
    , m_components(new ChecklistModel(this))
    , m_procedureName(makeLabel({}, TextRole::Strong))
    , m_procedureFacts(new ElidedLabel({}, TextRole::Caption))
    , m_due(new Chip)
    , m_dueDate(new QLineEdit)
    , m_taken(new TakenPanel)
{
    setAcceptDrops(true);
    setSubtitle(tr("Card, procedure, checklist, then one key"));
    makeActions();
    auto* form = new QWidget;
    auto* columns = new QHBoxLayout(form);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::m);
    columns->addWidget(makePersonColumn(), 5);
    columns->addWidget(makeProcedureColumn(), 7);
    m_pages->addWidget(form);
    m_pages->addWidget(m_taken);
    content()->addWidget(m_pages, 1);
    m_veil = new DropVeil(this);
    connect(m_taken, &TakenPanel::scanNowWanted, this, &DeskScreen::scanNowWanted);
    connect(m_taken, &TakenPanel::nextWanted, this, &DeskScreen::startOver);
    startOver();
}

void DeskScreen::makeActions()
{
    m_takeIn = makeAction(this, tr("Take in"), Icon::Check, QKeySequence(Qt::Key_F9));
    m_takeIn->setShortcuts({QKeySequence(Qt::Key_F9), QKeySequence(QStringLiteral("Ctrl+Return")),
                            QKeySequence(QStringLiteral("Ctrl+Enter"))});
    connect(m_takeIn, &QAction::triggered, this, &DeskScreen::takeIn);
    addHeaderButton(m_takeIn, ActionButton::Kind::Primary);
    QAction* card = makeAction(this, tr("Read a card"), Icon::Card, QKeySequence(Qt::Key_F2));
    connect(card, &QAction::triggered, this, [this] { m_card->setFocus(Qt::ShortcutFocusReason); });
    QAction* search = makeAction(this, tr("Find a procedure"), Icon::Search, QKeySequence(Qt::Key_F3));
    connect(search, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    QAction* list = makeAction(this, tr("Go to the checklist"), Icon::Form, QKeySequence(Qt::Key_F4));
    connect(list, &QAction::triggered, this, [this] { m_checklist->setFocus(Qt::ShortcutFocusReason); });
    QAction* next = makeAction(this, tr("Change the channel"), Icon::Online, QKeySequence(Qt::Key_F6));
    connect(next, &QAction::triggered, this, &DeskScreen::nextChannel);
    QAction* clear =
        makeAction(this, tr("Empty the form"), Icon::Close, QKeySequence(QStringLiteral("Ctrl+N")));
    connect(clear, &QAction::triggered, this, &DeskScreen::startOver);
}

QWidget* DeskScreen::makePersonColumn()
{
    auto* card = new Card(tr("Applicant"));
    QAction* picture =
        makeAction(this, tr("Card from a picture"), Icon::Image, QKeySequence(QStringLiteral("Ctrl+O")));
    connect(picture, &QAction::triggered, this, [this] {
        askForFile(this, tr("Picture of a card"),
                   tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.pdf *.heic *.heif)"),
                   [this](const QString& path) { emit cardPictureGiven(path); });
    });
    m_card->setAccessibleName(tr("Citizen card"));
    m_card->setPlaceholderText(tr("Scan the card's QR code here, or paste it"));
    m_card->addAction(icon(Icon::Card), QLineEdit::LeadingPosition);
    auto* reader = new QHBoxLayout;
    reader->setSpacing(space::xs);
    reader->addWidget(m_card, 1);
    reader->addWidget(new ActionButton(picture, ActionButton::Kind::Compact));
    card->body()->addLayout(reader);
    connect(m_card, &CardField::read, this, &DeskScreen::cardRead);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget;
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_person);
    layout->addStretch(1);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false); // setWidget() turns it on
    scroll->viewport()->setAutoFillBackground(false);
    card->body()->addWidget(scroll, 1);
    return card;
}

QWidget* DeskScreen::makeProcedureColumn()
{
    auto* card = new Card(tr("Procedure and components"));
    m_search->setAccessibleName(tr("Find a procedure"));
    m_search->setPlaceholderText(tr("A few letters, without tone marks if you like: khai sinh"));
    m_search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (CardField::looksLikeCard(text)) {
            m_search->clear();
            m_card->takeOver(text);
            return;
        }
        if (text.trimmed().isEmpty()) {
            m_lower->setCurrentIndex(m_procedure ? ChecklistLower : HintLower);
        } else {
            emit procedureSearched(text);
        }
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_lower->currentIndex() == FoundLower && m_procedures->rowCount({}) > 0) {
            const QModelIndex current = m_found->currentIndex();
            choose(m_procedures->at(current.isValid() ? current : m_procedures->index(0)));
        }
    });
    card->body()->addWidget(m_search);

    m_found->setModel(m_procedures);
    m_found->setItemDelegate(new RowDelegate(procedureRows(), m_found));
    connect(m_found, &QListView::activated, this,
            [this](const QModelIndex& index) { choose(m_procedures->at(index)); });
    connect(m_found, &QListView::clicked, this,
            [this](const QModelIndex& index) { choose(m_procedures->at(index)); });

    auto* chosen = new QWidget;
    auto* layout = new QVBoxLayout(chosen);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_procedureName->setWordWrap(true);
    auto* named = new QHBoxLayout;
    named->addWidget(m_procedureName, 1);
    named->addWidget(m_due, 0, Qt::AlignTop);
    // In the place of the due date that is known, so that the columns keep their width.
    m_dueDate->setAccessibleName(tr("Due date"));
    m_dueDate->setPlaceholderText(tr("Due: dd/mm/yyyy"));
    m_dueDate->setFixedWidth(150);
    named->addWidget(m_dueDate, 0, Qt::AlignTop);
    layout->addLayout(named);
    m_procedureFacts->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_procedureFacts);
    auto* line = new QHBoxLayout;
    auto* segments = new Segments(m_channels);
    segments->setAccessibleName(tr("Channel"));
    for (const Channel value : {Channel::Direct, Channel::Online, Channel::Post}) {
        segments->add(capital(wording::name(value)), static_cast<int>(value));
    }
    line->addWidget(segments);
    line->addStretch(1);
    layout->addLayout(line);
    m_checklist->setModel(m_components);
    m_checklist->setItemDelegate(new RowDelegate(checklistRows(), m_checklist));
    auto* note = new QAction(tr("Note what became of the component"), m_checklist);
    note->setData(static_cast<int>(Icon::Pen));
    note->setShortcut(QKeySequence(Qt::Key_Space));
    note->setShortcutContext(Qt::WidgetShortcut);
    m_checklist->addAction(note);
    connect(note, &QAction::triggered, this, [this] { m_components->noteNext(m_checklist->currentIndex()); });
    connect(m_checklist, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { m_components->noteNext(index); });
    layout->addWidget(m_checklist, 1);
    auto* hint = makeLabel(tr("* required.  Space notes: reused, seen, handed in, not needed."),
                           TextRole::Caption, true);
    hint->setWordWrap(true);
    layout->addWidget(hint);

    auto* begin = new EmptyState(Icon::Search, tr("Which procedure?"),
                                 tr("Type a few letters of its name or its code. The checklist then says "
                                    "what to scan, what to reuse and what must not be scanned."));
    auto* nothing = new EmptyState(Icon::Search, tr("No procedure found"),
                                   tr("Try fewer letters, another word, or the code such as 1.001193."));
    m_lower->addWidget(begin);
    m_lower->addWidget(m_found);
    m_lower->addWidget(nothing);
    m_lower->addWidget(chosen);
    card->body()->addWidget(m_lower, 1);
    connect(m_channels, &QButtonGroup::idClicked, this, [this] {
        if (m_procedure) {
            emit procedureChosen(m_procedure->code, channel());
        }
    });
    return card;
}

QWidget* DeskScreen::entrance()
{
    return m_pages->currentIndex() == TakenPage ? m_taken->entrance() : m_card;
}

Channel DeskScreen::channel() const
{
    return static_cast<Channel>(m_channels->checkedId());
}

void DeskScreen::nextChannel()
{
    m_channels->button(m_channels->checkedId() % 3 + 1)->click();
}

void DeskScreen::setCard(const Result<CardReading>& reading, const QString& sentenceIfFailed)
{
    if (!reading) {
        notice()->say(Tone::Danger, sentenceIfFailed);
        m_card->setFocus();
        return;
    }
    notice()->clear();
    m_person->set(*reading);
    if (!m_procedure) {
        m_search->setFocus();
    }
    emit cardAccepted();
}

void DeskScreen::setProcedures(std::vector<Procedure> procedures)
{
    const bool any = !procedures.empty();
    m_procedures->set(std::move(procedures));
    m_lower->setCurrentIndex(any ? FoundLower : NothingLower);
    if (any) {
        m_found->setCurrentIndex(m_procedures->index(0));
    }
}

void DeskScreen::choose(const Procedure& procedure)
{
    m_procedure = procedure;
    emit procedureChosen(procedure.code, channel());
}

void DeskScreen::setOutline(const ProcedureOutline& outline)
{
    m_procedure = outline.procedure;
    m_dueAt = outline.dueAt;
    m_search->clear();
    m_procedureName->setText(outline.procedure.name);
    m_procedureFacts->setFullText(outline.procedure.code + QStringLiteral("  ·  ") + outline.procedure.field +
                                  QStringLiteral("  ·  ") + wording::timeLimit(outline.procedure.limit));
    m_components->set(outline.components);
    m_checklist->setCurrentIndex(m_components->index(0));
    m_due->set(outline.dueAt
                   ? ChipText{Tone::Info, tr("Due %1").arg(wording::dateTime(*outline.dueAt)), Icon::Calendar}
                   : ChipText{});
    m_dueDate->setVisible(!outline.dueAt);
    m_dueDate->clear();
    m_lower->setCurrentIndex(ChecklistLower);
    if (outline.procedure.repealed) {
        notice()->say(Tone::Warning,
                      outline.procedure.replacedBy.isEmpty()
                          ? tr("This procedure is no longer in force.")
                          : tr("This procedure was replaced by %1.").arg(outline.procedure.replacedBy));
    }
    m_checklist->setFocus();
}

void DeskScreen::takeIn()
{
    if (m_pages->currentIndex() == TakenPage) {
        return;
    }
    if (const PersonForm::Complaint complaint = m_person->complaint(); !complaint.sentence.isEmpty()) {
        notice()->say(Tone::Warning, complaint.sentence);
        QWidget* place = complaint.field != nullptr ? complaint.field : m_card;
        place->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_procedure) {
        notice()->say(Tone::Warning, tr("Choose the procedure first: F3, then a few letters."));
        m_search->setFocus();
        return;
    }
    workflow::IntakeRequest request;
    request.procedureCode = m_procedure->code;
    request.channel = channel();
    request.applicant = m_person->person();
    request.dueAt = m_dueAt;
    request.noted = m_components->noted();
    if (!m_dueAt && !m_dueDate->text().trimmed().isEmpty()) {
        const QDate date = QDate::fromString(m_dueDate->text().trimmed(), QStringLiteral("d/M/yyyy"));
        if (!date.isValid()) {
            notice()->say(Tone::Warning, tr("The due date is not a date. Write it like 05/03/2027."));
            m_dueDate->setFocus();
            return;
        }
        request.dueAt = QDateTime(date, QTime(17, 0), Qt::OffsetFromUTC, 7 * 3600);
    }
    emit takeInWanted(request);
}

void DeskScreen::setTakingIn(bool busyNow)
{
    m_takeIn->setEnabled(!busyNow);
}

void DeskScreen::showTaken(const workflow::DossierFile& taken)
{
    notice()->clear();
    m_taken->set(taken);
    m_pages->setCurrentIndex(TakenPage);
    m_takeIn->setVisible(false); // one primary action: "scan now"
    m_taken->entrance()->setFocus();
}

void DeskScreen::startOver()
{
    notice()->clear();
    m_person->clear();
    m_card->clear();
    m_search->clear();
    m_procedure.reset();
    m_dueAt.reset();
    m_components->set({});
    m_channels->button(static_cast<int>(Channel::Direct))->setChecked(true);
    m_lower->setCurrentIndex(HintLower);
    m_pages->setCurrentIndex(FormPage);
    m_takeIn->setVisible(true);
    m_takeIn->setEnabled(true);
    m_card->setFocus();
}

void DeskScreen::keyPressEvent(QKeyEvent* event)
{
    // A reader types wherever the focus happens to be: what no widget wanted belongs to the card field.
    const QString text = event->text();
    if (m_pages->currentIndex() == FormPage && !text.isEmpty() && text.at(0).isPrint() &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        m_card->takeOver(m_card->text() + text);
        return;
    }
    Screen::keyPressEvent(event);
}

bool DeskScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_lower->currentIndex() == FoundLower) {
            const int row = m_found->currentIndex().row() + step;
            if (row >= 0 && row < m_procedures->rowCount({})) {
                m_found->setCurrentIndex(m_procedures->index(row));
            }
            return true;
        }
    }
    return Screen::eventFilter(watched, event);
}

void DeskScreen::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile() && m_pages->currentIndex() == FormPage) {
        event->acceptProposedAction();
        m_veil->show(m_pages->geometry(), tr("Drop the picture of a card here"));
    }
}

void DeskScreen::dragMoveEvent(QDragMoveEvent* event)
{
    event->acceptProposedAction();
}

void DeskScreen::dragLeaveEvent(QDragLeaveEvent*)
{
    m_veil->hide();
}

void DeskScreen::dropEvent(QDropEvent* event)
{
    m_veil->hide();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        event->acceptProposedAction();
        emit cardPictureGiven(urls.first().toLocalFile());
    }
}

} // namespace sohoa::ui
