// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/scanways.h"

#include "ui/style/icons.h"
#include "ui/widgets/actionbutton.h"
#include "wording/profiles.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace sohoa::ui {

using capture::ScanProfile;

namespace {
constexpr int mostSheets = 999;
} // namespace

QString profileName(const ScanProfile& profile)
{
    return profile.name.isEmpty() ? wording::defaultProfileName(profile.id) : profile.name;
}

ScanWays::ScanWays(QWidget* screen)
    : QObject(screen)
    , m_screen(screen)
    , m_open(makeAction(screen, tr("Ways of scanning"), Icon::ChevronDown,
                        QKeySequence(QStringLiteral("Ctrl+F6"))))
    , m_count(makeAction(screen, tr("Count the sheets first…"), Icon::Form,
                         QKeySequence(QStringLiteral("Ctrl+T"))))
    , m_edit(new QAction(icon(Icon::Settings), tr("Change the ways of scanning…"), this))
{
    connect(m_open, &QAction::triggered, this, &ScanWays::openMenu);
    connect(m_count, &QAction::triggered, this, &ScanWays::askForSheets);
    connect(m_edit, &QAction::triggered, this, &ScanWays::editWanted);
}

void ScanWays::setProfiles(std::vector<ScanProfile> profiles)
{
    for (QAction* action : m_keys) {
        m_screen->removeAction(action);
        delete action;
    }
    m_keys.clear();
    m_profiles = std::move(profiles);
    for (const ScanProfile& profile : m_profiles) {
        const QKeySequence key =
            profile.key == 0 ? QKeySequence() : QKeySequence(Qt::Key_F1 + profile.key - 1);
        QAction* action = makeAction(m_screen, profileName(profile), Icon::Scanner, key);
        action->setEnabled(m_enabled);
        connect(action, &QAction::triggered, this, [this, id = profile.id] {
            m_once = id;
            emit scanWanted();
        });
        m_keys.push_back(action);
    }
    if (!chosen()) {
        m_chosen.clear();
    }
    emit changed();
}

void ScanWays::choose(const QString& profileId)
{
    if (m_chosen != profileId && (profileId.isEmpty() || find(profileId))) {
        m_chosen = profileId;
        emit changed();
    }
}

std::optional<ScanProfile> ScanWays::find(const QString& profileId) const
{
    const auto found =
        std::find_if(m_profiles.begin(), m_profiles.end(),
                     [&profileId](const ScanProfile& profile) { return profile.id == profileId; });
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<ScanProfile> ScanWays::chosen() const
{
    return find(m_chosen);
}

std::optional<ScanProfile> ScanWays::takeProfile()
{
    const QString once = std::exchange(m_once, QString());
    return once.isEmpty() ? chosen() : find(once);
}

void ScanWays::setEnabled(bool enabled)
{
    m_enabled = enabled;
    for (QAction* action : m_keys) {
        action->setEnabled(enabled);
    }
    m_open->setEnabled(enabled);
    m_count->setEnabled(enabled);
}

void ScanWays::openMenu()
{
    auto* menu = new QMenu(m_screen);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(m_open->text());
    // Here a way is chosen for F6; its own key scans at once.
    const auto add = [this, menu](const QString& id, const QString& name, const QKeySequence& key) {
        QAction* way = menu->addAction(name);
        way->setCheckable(true);
        way->setChecked(id == m_chosen);
        way->setShortcut(key); // shown; the key itself belongs to another action
        way->setShortcutContext(Qt::WidgetShortcut);
        connect(way, &QAction::triggered, this, [this, id] { choose(id); });
        if (way->isChecked()) {
            menu->setActiveAction(way);
        }
    };
    add({}, tr("As the settings say"), {});
    for (std::size_t i = 0; i < m_profiles.size(); ++i) {
        add(m_profiles[i].id, profileName(m_profiles[i]), m_keys[i]->shortcut());
    }
    menu->addSeparator();
    menu->addAction(m_count);
    menu->addAction(m_edit);
    const auto buttons = m_screen->findChildren<ActionButton*>();
    const auto button = std::find_if(buttons.begin(), buttons.end(),
                                     [this](const ActionButton* each) { return each->action() == m_open; });
    menu->popup(button == buttons.end() ? m_screen->mapToGlobal(QPoint())
                                        : (*button)->mapToGlobal(QPoint(0, (*button)->height())));
}

void ScanWays::askForSheets()
{
    auto* question = new QInputDialog(m_screen);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInputMode(QInputDialog::IntInput);
    question->setIntRange(0, mostSheets);
    question->setIntValue(m_sheets);
    question->setWindowTitle(tr("Count the sheets first"));
    question->setLabelText(
        tr("How many sheets go into the feeder? The program then says when another number comes out. "
           "0: not counted."));
    question->setOkButtonText(tr("Keep the number"));
    question->setCancelButtonText(tr("Cancel"));
    connect(question, &QInputDialog::intValueSelected, this, &ScanWays::setSheets);
    question->open();
}

} // namespace sohoa::ui
