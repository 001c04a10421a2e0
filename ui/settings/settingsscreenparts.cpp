// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What the screen Cài đặt is made of.

#include "ui/settings/copyfields.h"
#include "ui/settings/settingsscreen.h"
#include "ui/shell/unitfields.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/segments.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace sohoa::ui {

namespace {

/// A caption over a field.
QVBoxLayout* captioned(const QString& name, QWidget* field, const QString& hint = {})
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
    return column;
}

void addRow(Card* card, const QString& name, QWidget* field, const QString& hint = {})
{
    card->body()->addLayout(captioned(name, field, hint));
}

/// Two fields beside each other, so that all settings are in sight on a low screen.
void addPair(Card* card, QLayout* left, QLayout* right, int leftPart, int rightPart)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(space::m);
    for (const auto& [half, part] : {std::pair{left, leftPart}, std::pair{right, rightPart}}) {
        half->setAlignment(Qt::AlignTop);
        line->addLayout(half, part);
    }
    card->body()->addLayout(line);
}

} // namespace

QWidget* SettingsScreen::makeUnit()
{
    auto* card = new Card(tr("Unit and workstation"));
    m_enrol =
        makeAction(this, tr("Enrol workstation…"), Icon::QrCode, QKeySequence(QStringLiteral("Ctrl+L")));
    connect(m_enrol, &QAction::triggered, this, &SettingsScreen::enrolWanted);
    card->addToHeading(new ActionButton(m_enrol, ActionButton::Kind::Quiet));
    m_unit->setMaxLength(35);
    addPair(card, captioned(tr("Unit code"), m_unit), captioned(tr("Unit name"), m_unitName), 1, 2);
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
    m_limit->setRange(1, 500);
    m_limit->setSuffix(QStringLiteral(" MB"));
    m_limit->setFixedWidth(120);
    addPair(card, captioned(tr("Folder or address"), m_warehouse), captioned(tr("Largest paper"), m_limit), 1,
            0);
    const QString hint = tr("A folder, or the address that the province gave, such as s3+https://…");
    QLabel* below = makeLabel(hint, TextRole::Caption, true);
    below->setWordWrap(true);
    m_warehouse->setAccessibleDescription(hint);
    card->body()->addWidget(below);
    card->body()->addWidget(m_copies);
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
    column->addSpacing(space::xs);
    m_beeps->setAccessibleName(m_beeps->text());
    column->addWidget(m_beeps);
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
        {{QStringLiteral("100 %"), 100}, {QStringLiteral("125 %"), 125}, {QStringLiteral("150 %"), 150}}, {});
    // A language is always named in itself, so that whoever does not read the other finds it.
    add(tr("Language"), m_language,
        {{QStringLiteral("Tiếng Việt"), static_cast<int>(Language::Vietnamese)},
         {QStringLiteral("English"), static_cast<int>(Language::English)}},
        tr("Size and language hold when the program is started the next time."));
    connect(m_look, &QButtonGroup::idClicked, this, [this] { emit lookChosen(look()); });
    return card;
}

} // namespace sohoa::ui
