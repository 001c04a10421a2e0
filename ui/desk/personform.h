// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/idcard.h"
#include "dossier/person.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace sohoa::ui {

class Chip;

/// The applicant: filled by a card, corrected or typed by hand.
class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonForm(QWidget* parent = nullptr);

    /// Fills the form from a card; warnings are told below it.
    void set(const dossier::CardReading& reading);
    void clear();
    [[nodiscard]] dossier::Person person() const;
    /// Why what stands there cannot be taken in; without sentence it can.
    struct Complaint
    {
        QString sentence = {};
        QLineEdit* field = nullptr; ///< to be corrected; null: nothing stands there yet
    };
    [[nodiscard]] Complaint complaint() const;

private:
    void showWarnings(const std::vector<dossier::CardWarning>& warnings);

    QLineEdit* m_name;
    QLineEdit* m_number;
    QLineEdit* m_birth;
    QComboBox* m_sex;
    QLineEdit* m_residence;
    QLineEdit* m_issued;
    QLineEdit* m_phone;
    QLabel* m_warnings;
    Chip* m_source;
    QString m_oldNumber;
};

} // namespace sohoa::ui
