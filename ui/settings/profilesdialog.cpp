// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/profilesdialog.h"

#include "ui/papers/scanways.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace capture;

namespace {

template<typename Value>
Value chosenOf(const QComboBox* box)
{
    return static_cast<Value>(box->currentData().toInt());
}

void choose(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

ProfilesDialog::ProfilesDialog(std::vector<ScanProfile> profiles, std::vector<ScanProfile> delivered,
                               QWidget* parent)
    : QDialog(parent)
    , m_profiles(std::move(profiles))
    , m_delivered(std::move(delivered))
    , m_notice(new Notice)
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("Delete")))
    , m_name(new QLineEdit)
    , m_key(new QComboBox)
    , m_source(new QComboBox)
    , m_dpi(new QComboBox)
    , m_colour(new QComboBox)
    , m_size(new QComboBox)
    , m_target(new QComboBox)
    , m_onPaper(new QCheckBox(tr("Start when paper is put into the feeder")))
    , m_onPaperHint(makeLabel({}, TextRole::Caption, true))
    , m_turn(new QCheckBox(tr("Turn upright")))
    , m_deskew(new QCheckBox(tr("Straighten")))
    , m_crop(new QCheckBox(tr("Cut to the sheet")))
    , m_borders(new QCheckBox(tr("Remove black borders")))
    , m_holes(new QCheckBox(tr("Fill punched holes")))
    , m_whiten(new QCheckBox(tr("Whiten the paper")))
    , m_patchT(new QCheckBox(tr("At Patch T sheets")))
    , m_prefix(new QLineEdit)
    , m_every(new QSpinBox)
{
    setWindowTitle(tr("Ways of scanning"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(space::m);
    layout->addWidget(m_notice);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::m);
    columns->addWidget(makeList(), 3);
    columns->addWidget(makeForm(), 5);
    layout->addLayout(columns, 1);
    auto* buttons = new QDialogButtonBox;
    QPushButton* restore = buttons->addButton(tr("As delivered"), QDialogButtonBox::ResetRole);
    QPushButton* keepButton = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    keepButton->setDefault(true);
    for (QPushButton* button : {restore, keepButton, cancel}) {
        button->setAccessibleName(button->text());
    }
    restore->setAutoDefault(false);
    connect(restore, &QPushButton::clicked, this, [this] {
        m_profiles = m_delivered;
        fillList(0);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &ProfilesDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    fillList(0);
    m_list->setFocus();
    const QSize room = screen()->availableSize() - QSize(2 * space::xl, 4 * space::xl);
    resize(QSize(960, 560).boundedTo(room));
}

QString ProfilesDialog::sizeKey(double widthMm, double heightMm)
{
    return QStringLiteral("%1x%2").arg(widthMm).arg(heightMm);
}

void ProfilesDialog::fillList(int row)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ScanProfile& profile : m_profiles) {
        const QString name = profileName(profile);
        m_list->addItem(profile.key == 0 ? name : QStringLiteral("F%1   %2").arg(profile.key).arg(name));
    }
    const auto last = static_cast<int>(m_profiles.size()) - 1;
    m_list->setCurrentRow(std::min(row, last));
    showProfile(std::min(row, last));
}

void ProfilesDialog::showProfile(int row)
{
    m_row = row;
    m_remove->setEnabled(row >= 0);
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_name, m_key, m_source, m_dpi, m_colour, m_size, m_target, m_onPaper, m_turn, m_deskew, m_crop,
             m_borders, m_holes, m_whiten, m_patchT, m_prefix, m_every}) {
        field->setEnabled(row >= 0);
    }
    if (row < 0) {
        return;
    }
    m_filling = true;
    const ScanProfile& profile = m_profiles[static_cast<std::size_t>(row)];
    m_name->setText(profileName(profile));
    choose(m_key, profile.key);
    choose(m_source, static_cast<int>(profile.source));
    if (m_dpi->findData(profile.dpi) < 0) {
        m_dpi->addItem(QStringLiteral("%1 dpi").arg(profile.dpi), profile.dpi);
    }
    choose(m_dpi, profile.dpi);
    choose(m_colour, static_cast<int>(profile.colour));
    const QString size = sizeKey(profile.widthMm, profile.heightMm);
    if (m_size->findData(size) < 0) {
        m_size->addItem(QStringLiteral("%1 × %2 mm").arg(profile.widthMm).arg(profile.heightMm), size);
    }
    choose(m_size, size);
    choose(m_target, static_cast<int>(profile.target));
    m_onPaper->setChecked(profile.startOnPaper);
    showWhereItHelps();
    const ProfileCleaning& cleaning = profile.cleaning;
    m_turn->setChecked(cleaning.turn);
    m_deskew->setChecked(cleaning.deskew);
    m_crop->setChecked(cleaning.crop);
    m_borders->setChecked(cleaning.removeBorders);
    m_holes->setChecked(cleaning.removePunchHoles);
    m_whiten->setChecked(cleaning.whiten);
    m_patchT->setChecked(profile.separation.patchT);
    m_prefix->setText(profile.separation.codePrefix);
    m_every->setValue(profile.separation.everySides);
    m_filling = false;
}

void ProfilesDialog::takeOver()
{
    if (m_filling || m_row < 0) {
        return;
    }
    const auto row = static_cast<std::size_t>(m_row);
    ScanProfile& profile = m_profiles[row];
    const QString name = m_name->text().simplified();
    const bool deliveredName = profile.name.isEmpty() && name == profileName(profile);
    profile.name = deliveredName ? QString() : name;
    profile.key = m_key->currentData().toInt();
    for (std::size_t other = 0; other < m_profiles.size(); ++other) {
        if (other != row && profile.key != 0 && m_profiles[other].key == profile.key) {
            m_profiles[other].key = 0; // a key means one thing
        }
    }
    profile.source = chosenOf<PaperSource>(m_source);
    profile.dpi = m_dpi->currentData().toInt();
    profile.colour = chosenOf<ProfileColour>(m_colour);
    const QStringList sides = m_size->currentData().toString().split(QLatin1Char('x'));
    profile.widthMm = sides.value(0).toDouble();
    profile.heightMm = sides.value(1).toDouble();
    profile.target = chosenOf<ProfileTarget>(m_target);
    profile.startOnPaper = m_onPaper->isChecked();
    showWhereItHelps();
    profile.cleaning = {m_turn->isChecked(),    m_deskew->isChecked(), m_crop->isChecked(),
                        m_borders->isChecked(), m_holes->isChecked(),  m_whiten->isChecked()};
    profile.separation = {m_patchT->isChecked(), m_prefix->text().trimmed(), m_every->value()};
    for (int i = 0; i < m_list->count(); ++i) {
        const ScanProfile& each = m_profiles[static_cast<std::size_t>(i)];
        m_list->item(i)->setText(each.key == 0
                                     ? profileName(each)
                                     : QStringLiteral("F%1   %2").arg(each.key).arg(profileName(each)));
    }
}

void ProfilesDialog::add()
{
    ScanProfile profile = m_row >= 0 ? m_profiles[static_cast<std::size_t>(m_row)] : ScanProfile{};
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = tr("New way of scanning");
    profile.key = 0;
    m_profiles.push_back(profile);
    fillList(static_cast<int>(m_profiles.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void ProfilesDialog::remove()
{
    if (m_row >= 0) {
        m_profiles.erase(m_profiles.begin() + m_row);
        fillList(m_row);
    }
}

void ProfilesDialog::setTellsPaper(std::optional<bool> tells)
{
    m_onPaperHint->setText(
        !tells   ? tr("Only with a scanner that tells of its paper; others begin with F6.")
        : *tells ? tr("The chosen scanner tells of its paper. What lies in it already is left for F6.")
                 : tr("The chosen scanner does not tell when paper is put in: it begins with F6."));
    m_onPaper->setAccessibleDescription(m_onPaperHint->text());
}

void ProfilesDialog::showWhereItHelps()
{
    // The glass has no sensor for paper.
    m_onPaper->setEnabled(m_row >= 0 && chosenOf<PaperSource>(m_source) != PaperSource::Flatbed);
}

void ProfilesDialog::complain(const QString& sentence)
{
    m_notice->say(Tone::Warning, sentence);
}

void ProfilesDialog::keep()
{
    for (std::size_t i = 0; i < m_profiles.size(); ++i) {
        const QString name = profileName(m_profiles[i]);
        const bool twice =
            std::any_of(m_profiles.begin(), m_profiles.begin() + static_cast<std::ptrdiff_t>(i),
                        [&name](const ScanProfile& other) {
                            return profileName(other).compare(name, Qt::CaseInsensitive) == 0;
                        });
        if (name.isEmpty() || twice) {
            m_list->setCurrentRow(static_cast<int>(i));
            m_name->setFocus();
            m_name->selectAll();
            complain(name.isEmpty()
                         ? tr("Give this way of scanning a name.")
                         : tr("Two ways of scanning are called “%1”. Give one another name.").arg(name));
            return;
        }
    }
    m_notice->clear();
    emit keepWanted(m_profiles);
}

} // namespace sohoa::ui
