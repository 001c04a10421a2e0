// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspresenter.h"

#include "ui/settings/homesettings.h"
#include "ui/settings/settingsscreen.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <QUrl>

namespace sohoa::ui {

namespace {
constexpr qint64 megabyte = 1024LL * 1024;
}

workflow::HomeSettings homeSettingsFrom(const UnitSettings& given)
{
    workflow::HomeSettings settings;
    settings.unit = given.unit;
    settings.unitName = given.unitName;
    settings.officer = given.officer;
    settings.workstation = given.workstation;
    settings.workstations = given.workstations;
    settings.paperLimit = given.paperLimitMegabytes * megabyte;
    const bool isAddress = given.warehouse.contains(QStringLiteral("://"));
    settings.warehouse = given.warehouse.isEmpty() || isAddress
                             ? given.warehouse
                             : QUrl::fromLocalFile(given.warehouse).toString();
    return settings;
}

UnitSettings unitSettingsFrom(const workflow::HomeSettings& stored)
{
    UnitSettings settings;
    settings.unit = stored.unit;
    settings.unitName = stored.unitName;
    settings.officer = stored.officer;
    settings.workstation = stored.workstation;
    settings.workstations = stored.workstations;
    settings.paperLimitMegabytes = static_cast<int>(stored.paperLimit / megabyte);
    const QUrl url(stored.warehouse);
    settings.warehouse = url.isLocalFile() ? url.toLocalFile() : stored.warehouse;
    return settings;
}

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
    m_stop.request_stop();
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
            } else {
                m_screen.notice()->say(Tone::Warning, wording::sentence(scanners.error()));
            }
            m_screen.setScanners(names);
        });
}

} // namespace sohoa::ui
