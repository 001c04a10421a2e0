// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/deliveries/deliveriesscreen.h"
#include "ui/desk/deskscreen.h"
#include "ui/dossiers/dossiersscreen.h"
#include "ui/examples.h"
#include "ui/papers/papersscreen.h"
#include "ui/papers/thumbnails.h"
#include "ui/rates/ratesscreen.h"
#include "ui/settings/settingsscreen.h"
#include "ui/shell/mainwindow.h"

#include <initializer_list>

namespace sohoa::test {

/// The window with all its screens, filled with invented data.
struct Window
{
    Window()
    {
        for (ui::Screen* screen :
             std::initializer_list<ui::Screen*>{desk, papers, dossiers, deliveries, rates, settings}) {
            window.addScreen(screen);
        }
        window.resize(1366, 768);
        window.setStatus(exampleStatus(), exampleNow());
        window.setCounts(ui::MainWindow::DeliveriesPlace, {12, 2});
        papers->setWaiting(exampleLines());
        dossiers->setFound(exampleLines());
        dossiers->setDetail(exampleDetail());
        deliveries->setWaiting(exampleWaiting(), countsOf(exampleWaiting()), exampleNow());
        rates->setRates(exampleTotal(), exampleRows());
        settings->setLook({});
        settings->setScanChoice({});
    }

    ui::MainWindow window;
    // Owned by the window.
    ui::DeskScreen* desk = new ui::DeskScreen;
    ui::PapersScreen* papers = new ui::PapersScreen;
    ui::DossiersScreen* dossiers = new ui::DossiersScreen;
    ui::DeliveriesScreen* deliveries = new ui::DeliveriesScreen;
    ui::RatesScreen* rates = new ui::RatesScreen(exampleNow().date());
    ui::SettingsScreen* settings = new ui::SettingsScreen;
};

} // namespace sohoa::test
