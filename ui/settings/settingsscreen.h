// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/lookandscan.h"
#include "ui/shell/screen.h"
#include "ui/shell/unitsettings.h"

#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sohoa::ui {

class WorkstationFields;

/// A scanner to choose.
struct ScannerName
{
    QString id;
    QString name;

    bool operator==(const ScannerName&) const = default;
};

/// Cài đặt: unit, workstation, warehouse, scanner, look, language.
class SettingsScreen final : public Screen
{
    Q_OBJECT

public:
    explicit SettingsScreen(QWidget* parent = nullptr);
    [[nodiscard]] QWidget* entrance() override;

    void setUnit(const UnitSettings& settings);
    /// In a practice home unit and warehouse stay as they are.
    void lockHome();
    void setLook(const LookSettings& settings);
    void setScanChoice(const ScanChoice& choice);
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
    void lookForScanners();
    /// @param shown in the list; the scanner's own name is kept beside it
    void addScanner(const ScannerName& scanner, const QString& shown);
    [[nodiscard]] ScannerName chosenScanner() const;

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
    QButtonGroup* m_look;
    QButtonGroup* m_size;
    QButtonGroup* m_language;
};

} // namespace sohoa::ui
