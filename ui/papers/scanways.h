// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/profile.h"

#include <QObject>

#include <optional>
#include <vector>

class QAction;
class QWidget;

namespace sohoa::ui {

/// The ways of scanning that a clerk can choose on the screen Số hóa: as the settings say, or by a profile. A
/// profile's key scans with it once and leaves what F6 does as it is. Also the number of sheets counted
/// before they are fed.
class ScanWays final : public QObject
{
    Q_OBJECT

public:
    /// @param screen where the keys work
    explicit ScanWays(QWidget* screen);

    void setProfiles(std::vector<capture::ScanProfile> profiles);
    /// Chooses by id; empty: as the settings say. An unknown one changes nothing.
    void choose(const QString& profileId);
    /// What F6 scans with. Empty: as the settings say.
    [[nodiscard]] std::optional<capture::ScanProfile> chosen() const;
    /// What the scan that was asked for just now is done with: the profile whose key was pressed, else the
    /// chosen one.
    [[nodiscard]] std::optional<capture::ScanProfile> takeProfile();
    /// Sheets counted by hand for the next stack; 0: nobody counted.
    [[nodiscard]] int sheets() const { return m_sheets; }
    void setSheets(int sheets) { m_sheets = sheets; }
    /// Opens the list of ways below what holds the focus of the header.
    [[nodiscard]] QAction* menuAction() const { return m_open; }
    void setEnabled(bool enabled);

signals:
    /// F6 means another way, or the ways are others.
    void changed();
    /// A key of a profile was pressed: scan with it.
    void scanWanted();
    /// The clerk wants to change the profiles.
    void editWanted();

private:
    void openMenu();
    void askForSheets();
    [[nodiscard]] std::optional<capture::ScanProfile> find(const QString& profileId) const;

    QWidget* m_screen;
    QAction* m_open;
    QAction* m_count;
    QAction* m_edit;
    std::vector<capture::ScanProfile> m_profiles;
    std::vector<QAction*> m_keys; ///< one of each profile, in their order
    QString m_chosen;
    QString m_once; ///< whose key was pressed
    int m_sheets = 0;
    bool m_enabled = true;
};

/// The name of a profile: its own, or the one that comes with the program.
QString profileName(const capture::ScanProfile& profile);

} // namespace sohoa::ui
