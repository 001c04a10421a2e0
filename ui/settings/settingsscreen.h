// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/lookandscan.h"
#include "ui/shell/screen.h"
#include "ui/shell/unitsettings.h"

#include <optional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sohoa::ui {

class CopyFields;
class DeliveryFields;
class SheetKeyCard;
class WorkstationFields;

/// A scanner to choose.
struct ScannerName
{
    QString id;
    QString name;
    QString serial = {};
    std::optional<bool> tellsPaper = {};

    bool operator==(const ScannerName&) const = default;
};

/// Cài đặt: unit, workstation, warehouse, scanner, look, language.
class SettingsScreen final : public Screen
{
    Q_OBJECT

public:
    explicit SettingsScreen(QWidget* parent = nullptr);
    [[nodiscard]] QWidget* entrance() override;

    /// What is kept. Fields in which something else was typed meanwhile stay as they are.
    void setUnit(const UnitSettings& settings);
    /// In a practice home unit and warehouse stay as they are.
    void lockHome();
    void setLook(const LookSettings& settings);
    void setScanChoice(const ScanChoice& choice);
    /// The chosen scanner was found again at another address; nothing else that was typed changes.
    void setScannerMoved(const QString& fromId, const QString& toId);
    [[nodiscard]] SheetKeyCard* sheetKey() const { return m_sheetKey; }
    [[nodiscard]] CopyFields* copies() const { return m_copies; }
    [[nodiscard]] DeliveryFields* delivery() const { return m_delivery; }
    /// Asks for the scanners anew, as the button does.
    void lookForScanners();
    /// Answer to scannersWanted. The chosen scanner stays chosen, also when it is not among them.
    void setScanners(const std::vector<ScannerName>& scanners);
    /// Says what is wrong with the address of the network scanner and goes there.
    void askForAddress(const QString& sentence);
    [[nodiscard]] UnitSettings unit() const;
    [[nodiscard]] LookSettings look() const;
    [[nodiscard]] ScanChoice scanChoice() const;

signals:
    /// Every answer holds; what differs is to be kept.
    void saveWanted();
    void scannersWanted();
    /// The workstation is to be enrolled by the province's file.
    void enrolWanted();
    /// The ways of scanning are to be looked at.
    void profilesWanted();
    /// At once, so that the clerk sees what is chosen.
    void lookChosen(const sohoa::ui::LookSettings& settings);

private:
    QWidget* makeUnit();
    QWidget* makeWarehouse();
    QWidget* makeScanner();
    QWidget* makeLook();
    void save();
    /// @param shown in the list; the scanner's own name is kept beside it
    void addScanner(const ScannerName& scanner, const QString& shown);
    [[nodiscard]] ScannerName scannerAt(int index) const;
    [[nodiscard]] ScannerName chosenScanner() const;

    std::optional<UnitSettings> m_keptUnit; ///< as the fields would be read if nobody had typed
    QLineEdit* m_unit;
    QLineEdit* m_unitName;
    QLineEdit* m_officer;
    WorkstationFields* m_workstation;
    QLineEdit* m_warehouse;
    QAction* m_browse = nullptr;
    QSpinBox* m_limit;
    QAction* m_search = nullptr; ///< for scanners
    QComboBox* m_scanner;
    QComboBox* m_dpi;
    QLineEdit* m_address;
    QLineEdit* m_folder;
    QCheckBox* m_feeder;
    QCheckBox* m_duplex;
    QCheckBox* m_beeps;
    SheetKeyCard* m_sheetKey;
    CopyFields* m_copies;
    DeliveryFields* m_delivery;
    QAction* m_enrol = nullptr;
    QButtonGroup* m_look;
    QButtonGroup* m_size;
    QButtonGroup* m_language;
};

} // namespace sohoa::ui
