// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/cleaningdialog.h"

#include "ui/widgets/basics.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sohoa::ui {

CleaningDialog::CleaningDialog(const workflow::Treatment& treatment, int pages, QWidget* parent)
    : QDialog(parent)
    , m_deskew(new QCheckBox(tr("&1  Straighten")))
    , m_crop(new QCheckBox(tr("&2  Cut to the sheet")))
    , m_borders(new QCheckBox(tr("&3  Remove black borders")))
    , m_holes(new QCheckBox(tr("&4  Fill punched holes")))
    , m_whiten(new QCheckBox(tr("&5  Whiten the paper")))
    , m_mode(new QCheckBox(tr("&6  Keep colours only where the page has any")))
{
    setWindowTitle(tr("Clean anew"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(space::m);
    QLabel* what =
        makeLabel(tr("%n page(s) are cleaned as ticked here, where the program is sure. The scan itself "
                     "stays as it is, and Ctrl+Z takes it back.",
                     nullptr, pages),
                  TextRole::Body);
    what->setWordWrap(true);
    layout->addWidget(what);
    m_deskew->setChecked(treatment.deskew);
    m_crop->setChecked(treatment.crop);
    m_borders->setChecked(treatment.removeBorders);
    m_holes->setChecked(treatment.removePunchHoles);
    m_whiten->setChecked(treatment.whiten);
    m_mode->setChecked(treatment.chooseMode);
    for (QCheckBox* box : {m_deskew, m_crop, m_borders, m_holes, m_whiten, m_mode}) {
        box->setAccessibleName(box->text().remove(QLatin1Char('&')));
        layout->addWidget(box);
    }
    layout->addStretch(1);
    auto* buttons = new QDialogButtonBox;
    QPushButton* clean = buttons->addButton(tr("Clean"), QDialogButtonBox::AcceptRole);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    for (QPushButton* button : {clean, cancel}) {
        button->setAccessibleName(button->text());
    }
    clean->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(440);
    m_deskew->setFocus();
}

workflow::Treatment CleaningDialog::chosen(const workflow::Treatment& base) const
{
    workflow::Treatment treatment = base;
    treatment.deskew = m_deskew->isChecked();
    treatment.crop = m_crop->isChecked();
    treatment.removeBorders = m_borders->isChecked();
    treatment.removePunchHoles = m_holes->isChecked();
    treatment.whiten = m_whiten->isChecked();
    treatment.chooseMode = m_mode->isChecked();
    return treatment;
}

} // namespace sohoa::ui
