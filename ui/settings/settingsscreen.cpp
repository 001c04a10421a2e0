// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsscreen.h"

#include "dossier/codes.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/segments.h"

#include <QAbstractButton>
#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

namespace sohoa::ui {

namespace {

/// A caption over each field.
void addRow(Card* card, const QString& name, QWidget* field, const QString& hint = {})
{
    QLabel* label = makeLabel(name, TextRole::Caption, true);
    label->setBuddy(field);
    field->setAccessibleName(name);
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(label);
    column->addWidget(field);
    if (!hint.isEmpty()) {
        QLabel* below = makeLabel(hint, TextRole::Caption, true);
        below->setWordWrap(true);
        column->addWidget(below);
        field->setAccessibleDescription(hint);
    }
    card->body()->addLayout(column);
}

} // namespace

SettingsScreen::SettingsScreen(QWidget* parent)
    : Screen(tr("Settings"), Icon::Settings, parent)
    , m_unit(new QLineEdit)
    , m_unitName(new QLineEdit)
    , m_officer(new QLineEdit)
    , m_workstation(new QSpinBox)
    , m_workstations(new QSpinBox)
    , m_warehouse(new QLineEdit)
    , m_limit(new QSpinBox)
    , m_scanner(new QComboBox)
    , m_dpi(new QComboBox)
    , m_address(new QLineEdit)
    , m_feeder(new QCheckBox(tr("Use the feeder")))
    , m_duplex(new QCheckBox(tr("Scan both sides")))
    , m_look(new QButtonGroup(this))
    , m_size(new QButtonGroup(this))
    , m_language(new QButtonGroup(this))
{
    QAction* keep =
        makeAction(this, tr("Keep the settings"), Icon::Check, QKeySequence(QStringLiteral("Ctrl+S")));
    connect(keep, &QAction::triggered, this, &SettingsScreen::save);
    addHeaderButton(keep, ActionButton::Kind::Primary);
    auto* inner = new QWidget;
    auto* columns = new QHBoxLayout(inner);
    columns->setContentsMargins(0, 0, space::xs, 0);
    columns->setSpacing(space::m);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::m);
    left->addWidget(makeUnit());
    left->addWidget(makeWarehouse());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(space::m);
    right->addWidget(makeLook());
    right->addWidget(makeScanner());
    right->addStretch(1);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    content()->addWidget(scroll, 1);
}

QWidget* SettingsScreen::makeUnit()
{
    auto* card = new Card(tr("Unit and workstation"));
    m_unit->setMaxLength(35);
    addRow(card, tr("Unit code"), m_unit);
    addRow(card, tr("Unit name"), m_unitName);
    addRow(card, tr("Officer"), m_officer);
    auto* station = new QWidget;
    auto* line = new QHBoxLayout(station);
    line->setContentsMargins(0, 0, 0, 0);
    for (QSpinBox* box : {m_workstation, m_workstations}) {
        box->setRange(0, 99);
        box->setSpecialValueText(tr("none", "workstation number"));
        box->setFixedWidth(96);
    }
    line->addWidget(m_workstation);
    line->addWidget(makeLabel(tr("of", "workstation 1 of 3"), TextRole::Body));
    line->addWidget(m_workstations);
    line->addStretch(1);
    addRow(
        card, tr("Workstation"), station,
        tr("Each computer of the unit gets its own number, so that two never give the same dossier code."));
    m_workstation->setAccessibleName(tr("Number of this workstation"));
    m_workstations->setAccessibleName(tr("How many workstations the unit has"));
    return card;
}

QWidget* SettingsScreen::makeWarehouse()
{
    auto* card = new Card(tr("Warehouse"));
    m_browse = makeAction(this, tr("Choose a folder"), Icon::Folder, QKeySequence(QStringLiteral("Ctrl+O")));
    connect(m_browse, &QAction::triggered, this, [this] {
        askForFolder(this, tr("Folder of the warehouse"),
                     [this](const QString& folder) { m_warehouse->setText(folder); });
    });
    card->addToHeading(new ActionButton(m_browse, ActionButton::Kind::Compact));
    m_warehouse->setPlaceholderText(tr("folder inside the data of this program"));
    addRow(card, tr("Folder or address"), m_warehouse,
           tr("A folder, or the address that the province gave, such as s3+https://…"));
    m_limit->setRange(1, 500);
    m_limit->setSuffix(QStringLiteral(" MB"));
    m_limit->setFixedWidth(120);
    addRow(card, tr("Largest paper"), m_limit);
    return card;
}

QWidget* SettingsScreen::makeScanner()
{
    auto* card = new Card(tr("Scanner"));
    QAction* look = makeAction(this, tr("Look for scanners"), Icon::Refresh, QKeySequence(Qt::Key_F5));
    connect(look, &QAction::triggered, this, [this] {
        m_scanner->clear();
        m_scanner->addItem(tr("Looking…"), m_wantedScanner);
        emit scannersWanted();
    });
    card->addToHeading(new ActionButton(look, ActionButton::Kind::Compact));
    m_scanner->addItem(tr("The first that answers"), QString());
    m_scanner->setMinimumContentsLength(12);
    m_scanner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addRow(card, tr("Device"), m_scanner);
    m_address->setPlaceholderText(QStringLiteral("192.168.1.20"));
    m_address->setMaxLength(200);
    addRow(card, tr("Address of a network scanner"), m_address,
           tr("Only needed when the scanner is not found by itself."));
    for (const int dpi : {200, 300, 400, 600}) {
        m_dpi->addItem(QStringLiteral("%1 dpi").arg(dpi), dpi);
    }
    addRow(card, tr("Resolution"), m_dpi);
    for (QCheckBox* box : {m_feeder, m_duplex}) {
        box->setAccessibleName(box->text());
        card->body()->addWidget(box);
    }
    return card;
}

QWidget* SettingsScreen::makeLook()
{
    auto* card = new Card(tr("Look"));
    const auto add = [card](const QString& name, QButtonGroup* group,
                            const std::vector<std::pair<QString, int>>& choices, const QString& hint) {
        auto* segments = new Segments(group);
        for (const auto& [text, id] : choices) {
            segments->add(text, id);
        }
        addRow(card, name, segments, hint);
    };
    add(tr("Colours"), m_look,
        {{tr("As the system"), static_cast<int>(Look::System)},
         {tr("Light"), static_cast<int>(Look::Light)},
         {tr("Dark"), static_cast<int>(Look::Dark)}},
        {});
    add(tr("Size of everything"), m_size,
        {{QStringLiteral("100 %"), 100}, {QStringLiteral("125 %"), 125}, {QStringLiteral("150 %"), 150}},
        tr("Holds when the program is started the next time."));
    // A language is always named in itself, so that whoever does not read the other finds it.
    add(tr("Language"), m_language,
        {{QStringLiteral("Tiếng Việt"), static_cast<int>(Language::Vietnamese)},
         {QStringLiteral("English"), static_cast<int>(Language::English)}},
        tr("Holds when the program is started the next time."));
    connect(m_look, &QButtonGroup::idClicked, this, [this] { emit lookChosen(look()); });
    return card;
}

QWidget* SettingsScreen::entrance()
{
    return m_unit;
}

void SettingsScreen::setUnit(const UnitSettings& settings)
{
    m_unit->setText(settings.unit);
    m_unitName->setText(settings.unitName);
    m_officer->setText(settings.officer);
    m_warehouse->setText(settings.warehouse);
    m_workstation->setValue(settings.workstation);
    m_workstations->setValue(settings.workstations);
    m_limit->setValue(settings.paperLimitMegabytes);
}

UnitSettings SettingsScreen::unit() const
{
    UnitSettings settings;
    settings.unit = m_unit->text().trimmed().toUpper();
    settings.unitName = m_unitName->text().simplified();
    settings.officer = m_officer->text().simplified();
    settings.warehouse = m_warehouse->text().trimmed();
    settings.workstation = m_workstation->value();
    settings.workstations = m_workstations->value();
    settings.paperLimitMegabytes = m_limit->value();
    return settings;
}

void SettingsScreen::lockHome()
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_unit, m_unitName, m_officer, m_workstation,
                                                          m_workstations, m_warehouse}) {
        field->setEnabled(false);
        field->setToolTip(tr("Cannot be changed while practising."));
    }
    m_browse->setEnabled(false);
}

void SettingsScreen::setLook(const LookSettings& settings)
{
    m_look->button(static_cast<int>(settings.look))->setChecked(true);
    m_size->button(settings.percent)->setChecked(true);
    m_language->button(static_cast<int>(settings.language))->setChecked(true);
}

LookSettings SettingsScreen::look() const
{
    LookSettings settings;
    settings.look = static_cast<Look>(m_look->checkedId());
    settings.percent = m_size->checkedId();
    settings.language = static_cast<Language>(m_language->checkedId());
    return settings;
}

void SettingsScreen::setScanChoice(const ScanChoice& choice)
{
    m_wantedScanner = choice.scannerId;
    m_address->setText(choice.address);
    m_feeder->setChecked(choice.feeder);
    m_duplex->setChecked(choice.duplex);
    m_dpi->setCurrentIndex(std::max(0, m_dpi->findData(choice.dpi)));
    if (!choice.scannerId.isEmpty() && m_scanner->findData(choice.scannerId) < 0) {
        m_scanner->addItem(choice.scannerId, choice.scannerId);
    }
    m_scanner->setCurrentIndex(std::max(0, m_scanner->findData(choice.scannerId)));
}

ScanChoice SettingsScreen::scanChoice() const
{
    ScanChoice choice;
    choice.scannerId = m_scanner->currentData().toString();
    choice.feeder = m_feeder->isChecked();
    choice.duplex = m_duplex->isChecked();
    choice.dpi = m_dpi->currentData().toInt();
    choice.address = m_address->text().trimmed();
    return choice;
}

void SettingsScreen::setScanners(const std::vector<ScannerName>& scanners)
{
    m_scanner->clear();
    m_scanner->addItem(scanners.empty() ? tr("No scanner answers") : tr("The first that answers"), QString());
    for (const ScannerName& scanner : scanners) {
        m_scanner->addItem(scanner.name, scanner.id);
    }
    m_scanner->setCurrentIndex(std::max(0, m_scanner->findData(m_wantedScanner)));
}

void SettingsScreen::askForAddress(const QString& sentence)
{
    notice()->say(Tone::Warning, sentence);
    m_address->setFocus();
    m_address->selectAll();
}

void SettingsScreen::save()
{
    const UnitSettings given = unit();
    const auto ask = [this](QWidget* field, const QString& sentence) {
        notice()->say(Tone::Warning, sentence);
        field->setFocus();
    };
    if (!dossier::isUnitCode(given.unit)) {
        ask(m_unit, tr("The unit code has letters A–Z, digits and dots, for example H56.14."));
    } else if (given.unitName.isEmpty()) {
        ask(m_unitName, tr("Please enter the name of the unit."));
    } else if (given.workstation > given.workstations || (given.workstation == 0 && given.workstations > 0)) {
        ask(m_workstation, tr("The workstation's number lies between 1 and the number of workstations."));
    } else {
        notice()->clear();
        emit saveWanted();
    }
}

} // namespace sohoa::ui
