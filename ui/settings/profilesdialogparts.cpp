// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What the dialog of the ways of scanning is made of.

#include "ui/settings/profilesdialog.h"
#include "ui/widgets/basics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace capture;

namespace {

constexpr int longestName = 40;
constexpr int longestPrefix = 64;
constexpr int mostSides = 1000;

/// A caption over a field, in a grid of such.
void place(QGridLayout* grid, int row, int column, const QString& name, QWidget* field, int columns = 1)
{
    QLabel* label = makeLabel(name, TextRole::Caption, true);
    label->setBuddy(field);
    field->setAccessibleName(name);
    grid->addWidget(label, 2 * row, column, 1, columns);
    grid->addWidget(field, 2 * row + 1, column, 1, columns);
}

template<typename Value>
void addChoice(QComboBox* box, const QString& name, Value value)
{
    box->addItem(name, static_cast<int>(value));
}

} // namespace

QWidget* ProfilesDialog::makeList()
{
    auto* card = new Card;
    m_list->setAccessibleName(tr("Ways of scanning"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::showProfile);
    card->body()->addWidget(m_list, 1);
    auto* line = new QHBoxLayout;
    auto* addButton = new QPushButton(tr("New"));
    for (QPushButton* button : {addButton, m_remove}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    connect(addButton, &QPushButton::clicked, this, &ProfilesDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::remove);
    card->body()->addLayout(line);
    return card;
}

QWidget* ProfilesDialog::makeForm()
{
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(3);
    m_name->setMaxLength(longestName);
    m_key->addItem(tr("none"), 0);
    for (const int key : profileKeys) {
        m_key->addItem(QStringLiteral("F%1").arg(key), key);
    }
    addChoice(m_source, tr("Feeder, one side"), PaperSource::Feeder);
    addChoice(m_source, tr("Feeder, both sides"), PaperSource::FeederDuplex);
    addChoice(m_source, tr("Glass"), PaperSource::Flatbed);
    for (const int dpi : {200, 300, 400, 600}) {
        m_dpi->addItem(QStringLiteral("%1 dpi").arg(dpi), dpi);
    }
    addChoice(m_colour, tr("Each page decides"), ProfileColour::Automatic);
    addChoice(m_colour, tr("Colour"), ProfileColour::Colour);
    addChoice(m_colour, tr("Grey"), ProfileColour::Grey);
    addChoice(m_colour, tr("Black and white"), ProfileColour::Bilevel);
    m_size->addItem(tr("As wide as the scanner can"), sizeKey(0, 0));
    for (const PaperSize& size : std::initializer_list<PaperSize>{{QStringLiteral("A4"), 210, 297},
                                                                  {QStringLiteral("A5"), 148, 210},
                                                                  {QStringLiteral("A6"), 105, 148},
                                                                  {QStringLiteral("A3"), 297, 420}}) {
        m_size->addItem(QStringLiteral("%1 (%2 × %3 mm)").arg(size.name).arg(size.widthMm).arg(size.heightMm),
                        sizeKey(size.widthMm, size.heightMm));
    }
    addChoice(m_target, tr("The component chosen at the left"), ProfileTarget::Component);
    addChoice(m_target, tr("The dossier, parted by separators"), ProfileTarget::Dossier);
    addChoice(m_target, tr("Whatever dossiers the separators name"), ProfileTarget::Separators);
    place(grid, 0, 0, tr("Name"), m_name, 2);
    place(grid, 0, 2, tr("Key"), m_key);
    place(grid, 1, 0, tr("Source"), m_source);
    place(grid, 1, 1, tr("Resolution"), m_dpi);
    place(grid, 1, 2, tr("Colours"), m_colour);
    place(grid, 2, 0, tr("Paper"), m_size);
    place(grid, 2, 1, tr("Pages go to"), m_target, 2);
    m_onPaper->setAccessibleName(m_onPaper->text());
    m_onPaperHint->setWordWrap(true);
    grid->setRowMinimumHeight(6, space::s);
    grid->addWidget(m_onPaper, 7, 0, 1, 3);
    grid->addWidget(m_onPaperHint, 8, 0, 1, 3);
    setTellsPaper({});
    card->body()->addLayout(grid);

    card->body()->addSpacing(space::s);
    card->body()->addWidget(makeLabel(tr("Clean, where the program is sure"), TextRole::Strong));
    auto* cleaning = new QGridLayout;
    cleaning->setHorizontalSpacing(space::l);
    int cell = 0;
    for (QCheckBox* box : {m_turn, m_deskew, m_crop, m_borders, m_holes, m_whiten}) {
        box->setAccessibleName(box->text());
        cleaning->addWidget(box, cell / 3, cell % 3);
        ++cell;
    }
    card->body()->addLayout(cleaning);

    card->body()->addSpacing(space::s);
    card->body()->addWidget(
        makeLabel(tr("Part the stack, besides our own separator sheets"), TextRole::Strong));
    auto* parting = new QGridLayout;
    parting->setHorizontalSpacing(space::m);
    parting->setVerticalSpacing(3);
    m_patchT->setAccessibleName(m_patchT->text());
    m_prefix->setMaxLength(longestPrefix);
    m_prefix->setPlaceholderText(tr("none"));
    m_every->setRange(0, mostSides);
    m_every->setSpecialValueText(tr("no"));
    parting->addWidget(m_patchT, 1, 0);
    place(parting, 0, 1, tr("At a QR code or Code 128 beginning with"), m_prefix);
    place(parting, 0, 2, tr("After so many sides"), m_every);
    card->body()->addLayout(parting);
    card->body()->addStretch(1);

    for (QComboBox* box : {m_key, m_source, m_dpi, m_colour, m_size, m_target}) {
        connect(box, &QComboBox::activated, this, &ProfilesDialog::takeOver);
    }
    for (QCheckBox* box : {m_onPaper, m_turn, m_deskew, m_crop, m_borders, m_holes, m_whiten, m_patchT}) {
        connect(box, &QCheckBox::clicked, this, &ProfilesDialog::takeOver);
    }
    connect(m_name, &QLineEdit::textEdited, this, &ProfilesDialog::takeOver);
    connect(m_prefix, &QLineEdit::textEdited, this, &ProfilesDialog::takeOver);
    connect(m_every, &QSpinBox::valueChanged, this, &ProfilesDialog::takeOver);
    return card;
}

} // namespace sohoa::ui
