// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsscreen.h"

#include "ui/shell/unitfields.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/segments.h"

#include <QAbstractButton>
#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

namespace sohoa::ui {

namespace {

/// Role of a scanner's own name in the list; what is shown may say more.
constexpr int nameRole = Qt::UserRole + 1;

QString shownName(const ScannerName& scanner)
{
    return scanner.name.isEmpty() ? scanner.id : scanner.name;
}

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
    , m_workstation(new WorkstationFields)
    , m_warehouse(new QLineEdit)
    , m_limit(new QSpinBox)
    , m_scanner(new QComboBox)
    , m_dpi(new QComboBox)
    , m_address(new QLineEdit)
    , m_folder(new QLineEdit)
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
    addRow(
        card, tr("Workstation"), m_workstation,
        tr("Each computer of the unit gets its own number, so that two never give the same dossier code."));
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
    m_search = makeAction(this, tr("Look for scanners"), Icon::Refresh, QKeySequence(Qt::Key_F5));
    connect(m_search, &QAction::triggered, this, &SettingsScreen::lookForScanners);
    QAction* profiles =
        makeAction(this, tr("Ways of scanning"), Icon::Form, QKeySequence(QStringLiteral("Ctrl+P")));
    connect(profiles, &QAction::triggered, this, &SettingsScreen::profilesWanted);
    auto* ways = new ActionButton(profiles, ActionButton::Kind::Quiet);
    card->addToHeading(ways);
    card->addToHeading(new ActionButton(m_search, ActionButton::Kind::Compact));
    m_scanner->addItem(tr("The first that answers"), QString());
    m_scanner->setMinimumContentsLength(12);
    m_scanner->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addRow(card, tr("Device"), m_scanner);
    m_address->setPlaceholderText(tr("for example 192.168.1.20"));
    m_address->setMaxLength(200);
    addRow(card, tr("Address of a network scanner"), m_address,
           tr("Only needed when the scanner is not found by itself."));
    QAction* browse = makeAction(this, tr("Choose the folder of the scanner"), Icon::Folder,
                                 QKeySequence(QStringLiteral("Ctrl+Shift+O")));
    connect(browse, &QAction::triggered, this, [this] {
        askForFolder(this, tr("Folder of the scanner"),
                     [this](const QString& folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    });
    m_folder->setPlaceholderText(tr("none"));
    auto* folderLine = new QWidget;
    auto* across = new QHBoxLayout(folderLine);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_folder, 1);
    across->addWidget(new ActionButton(browse, ActionButton::Kind::Compact));
    folderLine->setFocusProxy(m_folder);
    addRow(card, tr("Folder into which the scanner writes files"), folderLine,
           tr("While a dossier is open, files that are complete there come into it, and are then moved into "
              "the folder "
              "\"da-nhan\"."));
    m_folder->setAccessibleName(folderLine->accessibleName());
    for (const int dpi : {200, 300, 400, 600}) {
        m_dpi->addItem(QStringLiteral("%1 dpi").arg(dpi), dpi);
    }
    QLabel* resolution = makeLabel(tr("Resolution"), TextRole::Caption, true);
    resolution->setBuddy(m_dpi);
    m_dpi->setAccessibleName(resolution->text());
    auto* how = new QHBoxLayout;
    how->setSpacing(space::l);
    how->addWidget(m_dpi);
    for (QCheckBox* box : {m_feeder, m_duplex}) {
        box->setAccessibleName(box->text());
        how->addWidget(box);
    }
    how->addStretch(1);
    auto* column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(resolution);
    column->addLayout(how);
    card->body()->addLayout(column);
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
    m_workstation->set(settings.workstation, settings.workstations);
    m_limit->setValue(settings.paperLimitMegabytes);
}

UnitSettings SettingsScreen::unit() const
{
    UnitSettings settings;
    settings.unit = m_unit->text().trimmed().toUpper();
    settings.unitName = m_unitName->text().simplified();
    settings.officer = m_officer->text().simplified();
    settings.warehouse = m_warehouse->text().trimmed();
    settings.workstation = m_workstation->workstation();
    settings.workstations = m_workstation->workstations();
    settings.paperLimitMegabytes = m_limit->value();
    return settings;
}

void SettingsScreen::lockHome()
{
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_unit, m_unitName, m_officer, m_workstation, m_warehouse}) {
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
    m_address->setText(choice.address);
    m_folder->setText(QDir::toNativeSeparators(choice.folder));
    m_feeder->setChecked(choice.feeder);
    m_duplex->setChecked(choice.duplex);
    m_dpi->setCurrentIndex(std::max(0, m_dpi->findData(choice.dpi)));
    const ScannerName chosen{choice.scannerId, choice.scannerName};
    if (m_scanner->findData(chosen.id) < 0) {
        addScanner(chosen, shownName(chosen));
    }
    m_scanner->setCurrentIndex(m_scanner->findData(chosen.id));
}

void SettingsScreen::addScanner(const ScannerName& scanner, const QString& shown)
{
    m_scanner->addItem(shown, scanner.id);
    m_scanner->setItemData(m_scanner->count() - 1, scanner.name, nameRole);
}

ScannerName SettingsScreen::chosenScanner() const
{
    return {m_scanner->currentData().toString(), m_scanner->currentData(nameRole).toString()};
}

void SettingsScreen::lookForScanners()
{
    const ScannerName chosen = chosenScanner();
    m_search->setEnabled(false);
    m_scanner->clear();
    addScanner(chosen, tr("Looking…"));
    emit scannersWanted();
}

ScanChoice SettingsScreen::scanChoice() const
{
    ScanChoice choice;
    const ScannerName scanner = chosenScanner();
    choice.scannerId = scanner.id;
    choice.scannerName = scanner.name;
    choice.feeder = m_feeder->isChecked();
    choice.duplex = m_duplex->isChecked();
    choice.dpi = m_dpi->currentData().toInt();
    choice.address = m_address->text().trimmed();
    choice.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    return choice;
}

void SettingsScreen::setScanners(const std::vector<ScannerName>& scanners)
{
    const ScannerName chosen = chosenScanner();
    m_scanner->clear();
    addScanner({}, scanners.empty() ? tr("No scanner answers") : tr("The first that answers"));
    for (const ScannerName& scanner : scanners) {
        addScanner(scanner, scanner.name);
    }
    if (m_scanner->findData(chosen.id) < 0) {
        // Switched off perhaps: nobody said that another one is to be used.
        addScanner(chosen, tr("%1 (does not answer)").arg(shownName(chosen)));
    }
    m_scanner->setCurrentIndex(m_scanner->findData(chosen.id));
    m_search->setEnabled(true);
}

void SettingsScreen::askForAddress(const QString& sentence)
{
    notice()->say(Tone::Warning, sentence);
    m_address->setFocus();
    m_address->selectAll();
}

void SettingsScreen::save()
{
    const std::optional<UnitComplaint> complaint = complaintAbout(unit());
    if (!complaint) {
        notice()->clear();
        emit saveWanted();
        return;
    }
    notice()->say(Tone::Warning, complaint->sentence);
    UnitInputs{m_unit, m_unitName, m_officer, m_workstation}.focus(complaint->field);
}

} // namespace sohoa::ui
