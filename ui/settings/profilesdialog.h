// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/profile.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace sohoa::ui {

class Notice;

/// Cách quét: the profiles of this computer, each with its name, key, source, resolution, colours, paper,
/// cleaning and parting. Changes hold when they are kept.
class ProfilesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param delivered what "As delivered" puts back
    ProfilesDialog(std::vector<capture::ScanProfile> profiles, std::vector<capture::ScanProfile> delivered,
                   QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<capture::ScanProfile>& profiles() const { return m_profiles; }
    /// Says beside the setting whether the scanner of the settings notices paper; empty: nobody knows.
    void setTellsPaper(std::optional<bool> tells);
    /// Says why the profiles cannot be kept.
    void complain(const QString& sentence);

signals:
    /// Names and keys are all different.
    void keepWanted(const std::vector<sohoa::capture::ScanProfile>& profiles);

private:
    /// By which a size is found in the list of papers.
    static QString sizeKey(double widthMm, double heightMm);
    QWidget* makeList();
    QWidget* makeForm();
    void fillList(int row);
    void showProfile(int row);
    void takeOver();
    void add();
    void remove();
    void keep();
    void showWhereItHelps();

    std::vector<capture::ScanProfile> m_profiles;
    std::vector<capture::ScanProfile> m_delivered;
    int m_row = -1;
    bool m_filling = false; ///< the form is being filled: nothing is taken over

    Notice* m_notice;
    QListWidget* m_list;
    QPushButton* m_remove;
    QLineEdit* m_name;
    QComboBox* m_key;
    QComboBox* m_source;
    QComboBox* m_dpi;
    QComboBox* m_colour;
    QComboBox* m_size;
    QComboBox* m_target;
    QCheckBox* m_onPaper;
    QLabel* m_onPaperHint;
    QCheckBox* m_turn;
    QCheckBox* m_deskew;
    QCheckBox* m_crop;
    QCheckBox* m_borders;
    QCheckBox* m_holes;
    QCheckBox* m_whiten;
    QCheckBox* m_patchT;
    QLineEdit* m_prefix;
    QSpinBox* m_every;
};

} // namespace sohoa::ui
