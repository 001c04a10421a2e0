// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspresenter.h"

#include "ui/settings/homesettings.h"
#include "ui/settings/settingsscreen.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <QUrl>

namespace sohoa::ui {

SettingsPresenter::SettingsPresenter(SettingsScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &SettingsScreen::saveWanted, this, &SettingsPresenter::save);
    connect(&screen, &SettingsScreen::scannersWanted, this, &SettingsPresenter::findScanners);
    screen.setLook(loadLook());
    screen.setScanChoice(loadScanChoice());
}

SettingsPresenter::~SettingsPresenter()
{
    stop();
}

void SettingsPresenter::refresh()
{
    m_bench.journal.run(
        this, [this] { return m_bench.workspace.settings(); },
        [this](const Result<workflow::HomeSettings>& settings) {
            if (settings) {
                m_screen.setUnit(unitSettingsFrom(*settings));
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(settings.error()));
            }
        });
}

bool SettingsPresenter::isAddressGood()
{
    const QString address = m_screen.scanChoice().address;
    if (address.isEmpty() || capture::EsclScanner::baseFor(address)) {
        return true;
    }
    m_screen.askForAddress(tr("The scanner's address is a name or a number on the network, for example "
                              "192.168.1.20 or scanner.local:8080."));
    return false;
}

void SettingsPresenter::save()
{
    if (!isAddressGood()) {
        return;
    }
    saveLook(m_screen.look());
    saveScanChoice(m_screen.scanChoice());
    const workflow::HomeSettings settings = homeSettingsFrom(m_screen.unit());
    m_bench.journal.run(
        this, [this, settings] { return m_bench.workspace.setSettings(settings); },
        [this](const Status& kept) {
            if (!kept) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(kept.error()));
                return;
            }
            emit m_screen.wantsToast(Tone::Success, tr("The settings are kept."));
            emit changed();
        });
}

void SettingsPresenter::findScanners()
{
    if (!isAddressGood()) {
        m_screen.setScanners({});
        return;
    }
    m_bench.errands.run(
        this,
        [stop = m_stop.get_token(), source = m_bench.scanners, choice = m_screen.scanChoice()] {
            return source(networkToList(choice))->list(stop);
        },
        [this](const Result<std::vector<capture::ScannerInfo>>& scanners) {
            std::vector<ScannerName> names;
            if (scanners) {
                for (const capture::ScannerInfo& scanner : *scanners) {
                    names.push_back({scanner.id, scanner.name});
                }
                if (const QString met = sentenceAboutMet(metJustNow(*scanners)); !met.isEmpty()) {
                    m_screen.notice()->say(Tone::Info, met);
                }
                emit m_screen.wantsToast(Tone::Info,
                                         tr("%n scanner(s) found.", nullptr, static_cast<int>(names.size())));
            } else {
                m_screen.notice()->say(Tone::Warning, wording::sentence(scanners.error()));
            }
            m_screen.setScanners(names);
        });
}

} // namespace sohoa::ui
