// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/personform.h"

#include "dossier/codes.h"
#include "ui/style/tokens.h"
#include "ui/widgets/basics.h"
#include "wording/names.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLineEdit>

namespace sohoa::ui {

using namespace dossier;

namespace {

const QString dateForm = QStringLiteral("dd/MM/yyyy");

/// Dates as people type them: 1/2/1998, 01021998, 1-2-1998.
QDate dateFrom(const QString& text)
{
    const QString plain = text.trimmed();
    for (const char* form : {"d/M/yyyy", "ddMMyyyy", "d-M-yyyy", "d.M.yyyy"}) {
        if (const QDate date = QDate::fromString(plain, QString::fromLatin1(form)); date.isValid()) {
            return date;
        }
    }
    return {};
}

QString shown(const QDate& date)
{
    return date.isValid() ? date.toString(dateForm) : QString();
}

} // namespace

PersonForm::PersonForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_number(new QLineEdit)
    , m_birth(new QLineEdit)
    , m_sex(new QComboBox)
    , m_residence(new QLineEdit)
    , m_issued(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_warnings(makeLabel({}, TextRole::Caption))
    , m_source(new Chip)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(3);
    int row = 0;
    const auto place = [&](QWidget* field, const QString& name, int column, int columns) {
        QLabel* label = makeLabel(name, TextRole::Caption, true);
        label->setBuddy(field);
        field->setAccessibleName(name);
        grid->addWidget(label, row, column, 1, columns);
        grid->addWidget(field, row + 1, column, 1, columns);
    };
    place(m_name, tr("Full name"), 0, 2);
    row += 2;
    place(m_number, tr("Personal number"), 0, 1);
    place(m_birth, tr("Date of birth"), 1, 1);
    row += 2;
    place(m_sex, tr("Sex"), 0, 1);
    place(m_issued, tr("Card issued on"), 1, 1);
    row += 2;
    place(m_residence, tr("Residence"), 0, 2);
    row += 2;
    place(m_phone, tr("Phone (if given)"), 0, 1);
    grid->addWidget(m_source, row + 1, 1, Qt::AlignLeft | Qt::AlignVCenter);
    row += 2;
    m_warnings->setWordWrap(true);
    m_warnings->hide();
    grid->addWidget(m_warnings, row, 0, 1, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    m_sex->addItem(QStringLiteral("—"), static_cast<int>(Sex::Unknown));
    m_sex->addItem(tr("Male"), static_cast<int>(Sex::Male));
    m_sex->addItem(tr("Female"), static_cast<int>(Sex::Female));
    m_birth->setPlaceholderText(tr("dd/mm/yyyy"));
    m_issued->setPlaceholderText(tr("dd/mm/yyyy"));
    m_number->setPlaceholderText(tr("12 digits"));
    m_number->setMaxLength(12);
    m_phone->setMaxLength(15);
    for (QLineEdit* field : {m_name, m_number, m_birth, m_residence, m_issued, m_phone}) {
        field->setInputMethodHints(field->inputMethodHints() | Qt::ImhSensitiveData);
    }
}

void PersonForm::set(const CardReading& reading)
{
    const Person& person = reading.person;
    m_name->setText(person.fullName);
    m_number->setText(person.personalNumber);
    m_birth->setText(shown(person.birthDate));
    m_sex->setCurrentIndex(m_sex->findData(static_cast<int>(person.sex)));
    m_residence->setText(person.residence);
    m_residence->setCursorPosition(0);
    m_residence->setToolTip(person.residence);
    m_issued->setText(shown(person.issueDate));
    m_phone->setText(person.phone);
    m_oldNumber = person.oldNumber;
    m_source->set(reading.warnings.empty() ? ChipText{Tone::Success, tr("Card checked"), Icon::CheckCircle}
                                           : ChipText{Tone::Warning, tr("Please compare"), Icon::Warning});
    showWarnings(reading.warnings);
}

void PersonForm::clear()
{
    for (QLineEdit* field : {m_name, m_number, m_birth, m_residence, m_issued, m_phone}) {
        field->clear();
    }
    m_sex->setCurrentIndex(0);
    m_oldNumber.clear();
    m_source->set({});
    showWarnings({});
}

Person PersonForm::person() const
{
    Person person;
    person.fullName = m_name->text().simplified().normalized(QString::NormalizationForm_C);
    person.personalNumber = m_number->text().trimmed();
    person.oldNumber = m_oldNumber;
    person.birthDate = dateFrom(m_birth->text());
    person.sex = static_cast<Sex>(m_sex->currentData().toInt());
    person.residence = m_residence->text().simplified().normalized(QString::NormalizationForm_C);
    person.issueDate = dateFrom(m_issued->text());
    person.phone = m_phone->text().trimmed();
    return person;
}

PersonForm::Complaint PersonForm::complaint() const
{
    if (m_name->text().trimmed().isEmpty()) {
        return {tr("Read a card, or enter the applicant's name.")};
    }
    const QString number = m_number->text().trimmed();
    if (!number.isEmpty() && !isPersonalNumber(number)) {
        return {tr("A personal number has exactly 12 digits. Leave it empty when there is none."), m_number};
    }
    for (QLineEdit* field : {m_birth, m_issued}) {
        if (!field->text().trimmed().isEmpty() && !dateFrom(field->text()).isValid()) {
            return {tr("“%1” is not a date. Write it like 05/03/1998.").arg(field->text().trimmed()), field};
        }
    }
    return {};
}

void PersonForm::showWarnings(const std::vector<CardWarning>& warnings)
{
    QStringList sentences;
    for (const CardWarning warning : warnings) {
        sentences.append(QStringLiteral("• ") + wording::sentence(warning));
    }
    m_warnings->setText(sentences.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.empty());
    QPalette palette = m_warnings->palette();
    palette.setColor(QPalette::WindowText, coloursOf(this).warning);
    m_warnings->setPalette(palette);
}

} // namespace sohoa::ui
