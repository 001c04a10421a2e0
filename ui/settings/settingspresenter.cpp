// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspresenter.h"

#include "ui/settings/copyfields.h"
#include "ui/settings/deliveryfields.h"
#include "ui/settings/enrolling.h"
#include "ui/settings/homesettings.h"
#include "ui/settings/settingsscreen.h"
#include "ui/settings/sheetkeycard.h"
#include "wording/errors.h"
#include "workflow/deliveryrules.h"
#include "workflow/enrolling.h"
#include "workflow/separationrules.h"
#include "workflow/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace sohoa::ui {

namespace {

constexpr auto inClipboard = std::chrono::minutes(2);

Result<SheetKeyShown> sheetKeyOf(const workflow::Workspace& workspace)
{
    SOHOA_ASSIGN(const std::vector<dossier::SheetKey> keys, workflow::sheetKeys(workspace));
    // The first signs; the own one stands last, and may have been entered as well.
    const bool ownTwice = std::find(keys.begin(), keys.end() - 1, keys.back()) != keys.end() - 1;
    return SheetKeyShown{keys.front().id(), keys.front() != keys.back(),
                         static_cast<int>(keys.size()) - (ownTwice ? 1 : 0)};
}

} // namespace

SettingsPresenter::SettingsPresenter(SettingsScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &SettingsScreen::saveWanted, this, &SettingsPresenter::save);
    connect(&screen, &SettingsScreen::enrolWanted, this, &SettingsPresenter::enrol);
    connect(&screen, &SettingsScreen::scannersWanted, this, &SettingsPresenter::findScanners);
    connect(screen.sheetKey(), &SheetKeyCard::keyEntered, this, &SettingsPresenter::enterSheetKey);
    connect(screen.sheetKey(), &SheetKeyCard::copyWanted, this, &SettingsPresenter::copySheetKey);
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
    m_bench.journal.run(
        this, [this] { return workflow::deliveryRules(m_bench.workspace.journal()); },
        [this](const Result<dossier::DeliveryRules>& rules) {
            if (rules) {
                m_screen.delivery()->set(*rules);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(rules.error()));
            }
        });
    fetchSheetKey();
    m_bench.journal.run(
        this, [this] { return workflow::retentionSettings(m_bench.workspace); },
        [this](const Result<workflow::RetentionSettings>& settings) {
            if (settings) {
                m_screen.copies()->set(*settings);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(settings.error()));
            }
        });
}

void SettingsPresenter::fetchSheetKey()
{
    m_bench.journal.run(
        this, [this] { return sheetKeyOf(m_bench.workspace); },
        [this](const Result<SheetKeyShown>& shown) {
            if (shown) {
                m_screen.sheetKey()->set(*shown);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(shown.error()));
            }
        });
}

void SettingsPresenter::enterSheetKey(const QString& text)
{
    const Result<dossier::SheetKey> key = dossier::SheetKey::fromText(text);
    if (!key) {
        m_screen.notice()->say(
            Tone::Warning,
            tr("This is not a key for separator sheets: it has nine groups of four characters, "
               "0 to 9 and A to F. Compare each group with the other computer."));
        m_screen.sheetKey()->askAgain();
        return;
    }
    m_bench.journal.run(
        this, [this, key = *key] { return workflow::enterSheetKey(m_bench.workspace, key); },
        [this, fingerprint = key->id()](const Status& entered) {
            if (!entered) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(entered.error()));
                return;
            }
            m_screen.notice()->clear();
            m_screen.sheetKey()->clearEntry();
            emit m_screen.wantsToast(
                Tone::Success,
                tr("Separator sheets are signed with the key %1 from now on.").arg(fingerprint));
            fetchSheetKey();
        });
}

void SettingsPresenter::copySheetKey()
{
    m_bench.journal.run(
        this, [this] { return workflow::sheetKey(m_bench.workspace); },
        [this](const Result<dossier::SheetKey>& key) {
            if (!key) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(key.error()));
                return;
            }
            const QString text = key->text();
            QGuiApplication::clipboard()->setText(text);
            QTimer::singleShot(inClipboard, this, [text] {
                if (QGuiApplication::clipboard()->text() == text) {
                    QGuiApplication::clipboard()->clear(); // a secret is not to lie about
                }
            });
            emit m_screen.wantsToast(
                Tone::Success,
                tr("The key is copied, for two minutes. Enter it in the settings of the other computer."));
        });
}

void SettingsPresenter::noteScannerMoved(const QString& fromId, const QString& toId)
{
    ScanChoice kept = loadScanChoice();
    if (kept.scannerId == fromId) {
        kept.scannerId = toId;
        saveScanChoice(kept);
    }
    m_screen.setScannerMoved(fromId, toId);
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
    const std::optional<workflow::RetentionSettings> copies = m_screen.copies()->settings();
    const std::optional<dossier::DeliveryRules> rules =
        m_screen.delivery()->rules(m_bench.workspace.clock().now());
    m_bench.journal.run(
        this,
        [this, settings, copies, rules]() -> Status {
            SOHOA_TRY(m_bench.workspace.setSettings(settings));
            if (rules) {
                SOHOA_TRY(workflow::setDeliveryRules(m_bench.workspace, *rules));
            }
            return copies ? workflow::setRetentionSettings(m_bench.workspace, *copies) : Status();
        },
        [this, settings, copies, rules](const Status& kept) {
            if (!kept) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(kept.error()));
                return;
            }
            m_screen.setUnit(unitSettingsFrom(settings));
            if (copies) {
                m_screen.copies()->set(*copies);
            }
            if (rules) {
                m_screen.delivery()->set(*rules);
            }
            emit m_screen.wantsToast(Tone::Success, tr("The settings are kept."));
            emit changed();
        });
}

void SettingsPresenter::enrol()
{
    auto* dialog = new EnrolDialog(EnrolDialog::Asks::Nothing, m_screen.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* enrolling = new Enrolling(*dialog, m_bench.errands, m_bench.workspace.clock(),
                                    [&workspace = m_bench.workspace](const dossier::Enrolment& enrolment,
                                                                     const QString& officer) -> Status {
                                        SOHOA_TRY(workflow::enrol(workspace, enrolment, officer));
                                        return {};
                                    });
    connect(enrolling, &Enrolling::done, this, [this] {
        refresh();
        emit m_screen.wantsToast(Tone::Success, tr("This workstation is enrolled."));
        emit changed();
    });
    dialog->open();
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
                    names.push_back({scanner.id, scanner.name, scanner.serial, scanner.tellsPaper});
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
            sayChangedCertificates();
        });
}

void SettingsPresenter::sayChangedCertificates()
{
    const QStringList devices = m_bench.certificates ? m_bench.certificates->changed() : QStringList();
    if (devices.isEmpty()) {
        return;
    }
    auto* forget = new QAction(icon(Icon::Refresh), tr("Forget the certificate"), this);
    forget->setData(static_cast<int>(Icon::Refresh));
    connect(forget, &QAction::triggered, this, [this, devices] { forgetCertificates(devices); });
    m_screen.notice()->say(Tone::Warning,
                           tr("At the address %1 another device answers than before: its certificate has "
                              "changed. If the scanner was "
                              "replaced or set up anew, forget the old certificate. If nobody did that, call "
                              "your technician first.")
                               .arg(devices.join(QStringLiteral(", "))),
                           forget);
}

void SettingsPresenter::forgetCertificates(const QStringList& devices)
{
    m_bench.journal.run(
        this,
        [book = m_bench.certificates, devices]() -> Status {
            for (const QString& device : devices) {
                SOHOA_TRY(book->forget(device));
            }
            return {};
        },
        [this](const Status& forgotten) {
            if (!forgotten) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(forgotten.error()));
                return;
            }
            m_screen.notice()->clear();
            m_screen.lookForScanners();
        });
}

} // namespace sohoa::ui
