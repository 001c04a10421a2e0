// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/firststart.h"

#include "ui/shell/unitfields.h"
#include "ui/style/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/messages.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sohoa::ui {

FirstStart::FirstStart(const QString& defaultWarehouse, QWidget* parent)
    : QDialog(parent)
    , m_defaultWarehouse(defaultWarehouse)
    , m_notice(new Notice)
    , m_unit(new QLineEdit)
    , m_unitName(new QLineEdit)
    , m_officer(new QLineEdit)
    , m_warehouse(new QLineEdit(defaultWarehouse))
    , m_workstation(new WorkstationFields)
{
    setWindowTitle(tr("First start"));
    setWindowIcon(applicationIcon());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);

    auto* head = new QHBoxLayout;
    auto* picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(48, 48));
    head->addWidget(picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(makeLabel(tr("Welcome to Số hóa Một cửa"), TextRole::Title));
    QLabel* sentence =
        makeLabel(tr("Four answers and you can begin. All of them can be changed later in the settings."),
                  TextRole::Body, true);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    head->addLayout(words, 1);
    layout->addLayout(head);
    layout->addWidget(m_notice);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    const auto add = [&](const QString& name, QWidget* field, const QString& hint) {
        const int row = grid->rowCount();
        auto* label = makeLabel(name, TextRole::Strong);
        label->setTextFormat(Qt::AutoText);
        label->setBuddy(field);
        field->setAccessibleName(QString(name).remove(QLatin1Char('&')));
        field->setAccessibleDescription(hint);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        return row;
    };
    m_unit->setPlaceholderText(tr("for example H56.14"));
    m_unit->setMaxLength(35);
    add(tr("&Unit code"), m_unit, tr("The electronic identifier of your commune."));
    m_unitName->setPlaceholderText(tr("for example UBND xã Thanh Bình"));
    add(tr("Unit &name"), m_unitName, tr("As it stands on the receipts."));
    m_officer->setPlaceholderText(tr("full name"));
    add(tr("&Officer"), m_officer, tr("Who works at this computer."));
    const int row =
        add(tr("&Warehouse"), m_warehouse, tr("A folder, or the address of the province's warehouse."));
    QAction* browse =
        makeAction(this, tr("Choose a folder"), Icon::Folder, QKeySequence(QStringLiteral("Ctrl+O")));
    connect(browse, &QAction::triggered, this, [this] {
        askForFolder(this, tr("Folder of the warehouse"),
                     [this](const QString& folder) { m_warehouse->setText(folder); });
    });
    grid->addWidget(new ActionButton(browse, ActionButton::Kind::Compact), row, 2);

    const int last = add(tr("Work&station"), m_workstation, {});
    QLabel* later = makeLabel(tr("Not known yet? Leave it: dossier numbers are provisional until then."),
                              TextRole::Caption, true);
    later->setWordWrap(true);
    grid->addWidget(later, last + 1, 1);
    layout->addLayout(grid);
    layout->addStretch(1);

    m_begin = makeAction(this, tr("Begin"), Icon::Check, QKeySequence(QStringLiteral("Ctrl+Return")));
    connect(m_begin, &QAction::triggered, this, &FirstStart::check);
    QAction* practice =
        makeAction(this, tr("Try it with sample papers"), Icon::Pen, QKeySequence(QStringLiteral("Ctrl+F1")));
    connect(practice, &QAction::triggered, this, &FirstStart::practiceWanted);
    QAction* enrol = makeAction(this, tr("I have an enrolment file"), Icon::QrCode,
                                QKeySequence(QStringLiteral("Ctrl+L")));
    connect(enrol, &QAction::triggered, this, &FirstStart::enrolWanted);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(new ActionButton(practice, ActionButton::Kind::Secondary));
    bottom->addWidget(new ActionButton(enrol, ActionButton::Kind::Secondary));
    bottom->addStretch(1);
    bottom->addWidget(new ActionButton(m_begin, ActionButton::Kind::Primary));
    layout->addLayout(bottom);
    for (QLineEdit* field : {m_unit, m_unitName, m_officer, m_warehouse}) {
        connect(field, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    }
    resize(640, 0);
}

UnitSettings FirstStart::answers() const
{
    UnitSettings settings;
    settings.unit = m_unit->text().trimmed().toUpper();
    settings.unitName = m_unitName->text().simplified();
    settings.officer = m_officer->text().simplified();
    const QString warehouse = m_warehouse->text().trimmed();
    settings.warehouse = warehouse == m_defaultWarehouse ? QString() : warehouse;
    settings.workstation = m_workstation->workstation();
    settings.workstations = m_workstation->workstations();
    return settings;
}

void FirstStart::setBusy(bool busy)
{
    m_begin->setEnabled(!busy);
    if (busy) {
        m_notice->say(Tone::Info, tr("Making the place for your data…"));
    }
}

void FirstStart::check()
{
    const UnitSettings given = answers();
    const std::optional<UnitComplaint> complaint = complaintAbout(given);
    if (!complaint) {
        emit completed(given);
        return;
    }
    m_notice->say(Tone::Warning, complaint->sentence);
    UnitInputs{m_unit, m_unitName, m_officer, m_workstation}.focus(complaint->field);
}

} // namespace sohoa::ui
