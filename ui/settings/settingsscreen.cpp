// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsscreen.h"

#include "ui/settings/copyfields.h"
#include "ui/settings/deliveryfields.h"
#include "ui/settings/sheetkeycard.h"
#include "ui/shell/unitfields.h"
#include "ui/widgets/basics.h"

#include <QAbstractButton>
#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

namespace sohoa::ui {

namespace {

/// Roles of what else is known of a scanner in the list. Its name: what is shown may say more.
constexpr int nameRole = Qt::UserRole + 1;
constexpr int serialRole = Qt::UserRole + 2;
constexpr int tellsPaperRole = Qt::UserRole + 3;

QString shownName(const ScannerName& scanner)
{
    return scanner.name.isEmpty() ? scanner.id : scanner.name;
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
    , m_beeps(new QCheckBox(tr("A sound for pages to look at and stacks in doubt")))
    , m_sheetKey(new SheetKeyCard(this))
    , m_copies(new CopyFields)
    , m_delivery(new DeliveryFields)
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
    left->addWidget(m_delivery);
    left->addWidget(m_sheetKey);
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

QWidget* SettingsScreen::entrance()
{
    return m_unit;
}

void SettingsScreen::setUnit(const UnitSettings& settings)
{
    const UnitSettings typed = unit();
    const auto isTyped = [&](auto... fields) {
        return m_keptUnit && ((typed.*fields != (*m_keptUnit).*fields) || ...);
    };
    const bool unitTyped = isTyped(&UnitSettings::unit);
    const bool nameTyped = isTyped(&UnitSettings::unitName);
    const bool officerTyped = isTyped(&UnitSettings::officer);
    const bool warehouseTyped = isTyped(&UnitSettings::warehouse);
    const bool workstationTyped = isTyped(&UnitSettings::workstation, &UnitSettings::workstations);
    const bool limitTyped = isTyped(&UnitSettings::paperLimitMegabytes);
    m_unit->setText(unitTyped ? m_unit->text() : settings.unit);
    m_unitName->setText(nameTyped ? m_unitName->text() : settings.unitName);
    m_officer->setText(officerTyped ? m_officer->text() : settings.officer);
    m_warehouse->setText(warehouseTyped ? m_warehouse->text() : settings.warehouse);
    if (!workstationTyped) {
        m_workstation->set(settings.workstation, settings.workstations);
    }
    m_limit->setValue(limitTyped ? m_limit->value() : settings.paperLimitMegabytes);
    // Of fields nobody touched as they are read back: that is not always letter by letter what is kept.
    UnitSettings kept = unit();
    kept.unit = unitTyped ? settings.unit : kept.unit;
    kept.unitName = nameTyped ? settings.unitName : kept.unitName;
    kept.officer = officerTyped ? settings.officer : kept.officer;
    kept.warehouse = warehouseTyped ? settings.warehouse : kept.warehouse;
    kept.workstation = workstationTyped ? settings.workstation : kept.workstation;
    kept.workstations = workstationTyped ? settings.workstations : kept.workstations;
    kept.paperLimitMegabytes = limitTyped ? settings.paperLimitMegabytes : kept.paperLimitMegabytes;
    m_keptUnit = kept;
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
    m_enrol->setEnabled(false);
    m_sheetKey->setEnabled(false);
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
    m_beeps->setChecked(choice.beeps);
    const ScannerName chosen{choice.scannerId, choice.scannerName, choice.scannerSerial, choice.tellsPaper};
    if (m_scanner->findData(chosen.id) < 0) {
        addScanner(chosen, shownName(chosen));
    }
    m_scanner->setCurrentIndex(m_scanner->findData(chosen.id));
}

void SettingsScreen::addScanner(const ScannerName& scanner, const QString& shown)
{
    m_scanner->addItem(shown, scanner.id);
    const int last = m_scanner->count() - 1;
    m_scanner->setItemData(last, scanner.name, nameRole);
    m_scanner->setItemData(last, scanner.serial, serialRole);
    if (scanner.tellsPaper) {
        m_scanner->setItemData(last, *scanner.tellsPaper, tellsPaperRole);
    }
}

ScannerName SettingsScreen::scannerAt(int index) const
{
    ScannerName scanner{m_scanner->itemData(index).toString(),
                        m_scanner->itemData(index, nameRole).toString(),
                        m_scanner->itemData(index, serialRole).toString()};
    if (const QVariant tells = m_scanner->itemData(index, tellsPaperRole); tells.isValid()) {
        scanner.tellsPaper = tells.toBool();
    }
    return scanner;
}

ScannerName SettingsScreen::chosenScanner() const
{
    return scannerAt(m_scanner->currentIndex());
}

void SettingsScreen::setScannerMoved(const QString& fromId, const QString& toId)
{
    const int row = m_scanner->findData(fromId);
    if (row < 0) {
        return;
    }
    m_scanner->setItemData(row, toId);
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
    choice.scannerSerial = scanner.serial;
    choice.tellsPaper = scanner.tellsPaper;
    choice.beeps = m_beeps->isChecked();
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
    int current = m_scanner->findData(chosen.id);
    if (current < 0 && !chosen.serial.isEmpty()) {
        current = m_scanner->findData(chosen.serial, serialRole); // it got another address
    }
    if (current < 0) {
        // Switched off perhaps: nobody said that another one is to be used.
        addScanner(chosen, tr("%1 (does not answer)").arg(shownName(chosen)));
        current = m_scanner->count() - 1;
    }
    m_scanner->setCurrentIndex(current);
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
    if (!complaint && !m_delivery->hoursHold()) {
        notice()->say(Tone::Warning,
                      tr("Hours of sending are written as 17:30-07:00; leave the field empty for any time."));
        m_delivery->askForHours();
        return;
    }
    if (!complaint) {
        notice()->clear();
        emit saveWanted();
        return;
    }
    notice()->say(Tone::Warning, complaint->sentence);
    UnitInputs{m_unit, m_unitName, m_officer, m_workstation}.focus(complaint->field);
}

} // namespace sohoa::ui
