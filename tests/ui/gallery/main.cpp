// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Shows the window with invented data, to look at it: sohoa_gallery SCREEN [light|dark] [en].

#include "translations/translations.h"
#include "ui/deliveries/deliveriesscreen.h"
#include "ui/dossiers/dossiersscreen.h"
#include "ui/examples.h"
#include "ui/papers/cutpanel.h"
#include "ui/papers/thumbnails.h"
#include "ui/rates/ratesscreen.h"
#include "ui/settings/copyfields.h"
#include "ui/settings/deliveryfields.h"
#include "ui/settings/enroldialog.h"
#include "ui/settings/profilesdialog.h"
#include "ui/settings/settingsscreen.h"
#include "ui/settings/sheetkeycard.h"
#include "ui/shell/firststart.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openingpage.h"
#include "ui/style/style.h"
#include "ui/tour/tourpanel.h"
#include "wording/delivery.h"
#include "wording/errors.h"

#include <QAction>
#include <QApplication>
#include <QTimer>
#include <QTranslator>

#include <initializer_list>

using namespace sohoa;
using namespace sohoa::ui;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QTranslator translator;
    if (!arguments.contains(QStringLiteral("en")) && translator.load(vietnameseTranslation())) {
        QApplication::installTranslator(&translator);
    }
    auto* style = new Style(arguments.contains(QStringLiteral("dark")) ? Look::Dark : Look::Light);
    QApplication::setStyle(style);
    QApplication::setPalette(style->standardPalette());
    QApplication::setFont(fontOf(TextRole::Body));
    const QString screen = arguments.value(1, QStringLiteral("desk"));
    if (screen == QLatin1String("first")) {
        FirstStart first(QStringLiteral("D:/sohoa/warehouse"));
        return first.exec();
    }
    MainWindow window;
    if (screen.startsWith(QLatin1String("opening"))) {
        window.showOpeningPage();
        if (screen == QLatin1String("opening-key")) {
            window.openingPage()->showFailure(wording::sentence(Error{ErrorCode::KeyMissing, {}, {}}),
                                              QStringLiteral("C:\\Users\\minh\\AppData\\Local\\sohoa"),
                                              QStringLiteral("KeyMissing"), true);
        } else if (screen == QLatin1String("opening-failed")) {
            window.openingPage()->showFailure(
                wording::sentence(Error{ErrorCode::DatabaseDamaged, QStringLiteral("page 7"), {}}),
                QStringLiteral("C:\\Users\\minh\\AppData\\Local\\sohoa"),
                QStringLiteral("DatabaseDamaged: row 12 missing from index outbox_by_state"), false);
        }
        window.showMaximized();
        return QApplication::exec();
    }
    auto* desk = new DeskScreen;
    auto* papers = new PapersScreen;
    auto* dossiers = new DossiersScreen;
    auto* deliveries = new DeliveriesScreen;
    auto* rates = new RatesScreen(test::exampleNow().date());
    auto* settings = new SettingsScreen;
    for (Screen* each : std::initializer_list<Screen*>{desk, papers, dossiers, deliveries, rates, settings}) {
        window.addScreen(each);
    }
    window.setStatus(test::exampleStatus(), test::exampleNow());
    window.setCounts(MainWindow::PapersPlace, {6, 0});
    window.setCounts(MainWindow::DeliveriesPlace, {14, 2});
    const auto is = [&screen](const char* name) { return screen.startsWith(QLatin1String(name)); };
    if (arguments.contains(QStringLiteral("practice"))) {
        auto* strip = new TourPanel(&window);
        strip->setStep(TourStep::Assign);
        window.setStrip(strip);
    }
    window.offerPractice();
    window.showMaximized();
    if (is("desk")) {
        window.showScreen(MainWindow::DeskPlace);
        if (screen != QLatin1String("desk")) {
            desk->setCard(test::exampleCard(), {});
        }
        if (is("desk-find")) {
            desk->setProcedures(test::exampleProcedures());
        } else if (is("desk-full")) {
            ProcedureOutline outline = test::exampleOutline();
            if (is("desk-full-undated")) {
                outline.dueAt.reset();
            }
            desk->setOutline(outline);
        } else if (is("desk-taken")) {
            desk->showTaken(test::exampleTaken());
            window.say(Tone::Success, QStringLiteral("Đã tiếp nhận hồ sơ H56.14-261120-0007"));
        } else if (is("desk-error")) {
            desk->setCard(failure(ErrorCode::CardFieldCount),
                          wording::sentence(Error{ErrorCode::CardFieldCount, QStringLiteral("5"), {}}));
        }
    } else if (is("papers")) {
        window.showScreen(MainWindow::PapersPlace);
        papers->setWaiting(is("papers-empty") ? std::vector<workflow::DossierLine>() : test::exampleLines());
        if (is("papers-bench")) {
            QObject::connect(papers->thumbnails(), &Thumbnails::wanted, papers,
                             [papers](const dossier::Page& page) {
                                 QTimer::singleShot(0, papers, [papers, page] {
                                     papers->thumbnails()->put(page, test::examplePicture(page, 220));
                                 });
                             });
            QObject::connect(papers, &PapersScreen::pictureWanted, papers,
                             [papers](const dossier::Page& page, bool asScanned) {
                                 QTimer::singleShot(50, papers, [papers, page, asScanned] {
                                     papers->setPicture(page, asScanned, test::examplePicture(page, 1240));
                                 });
                             });
            PapersState state = test::examplePapers();
            if (is("papers-bench-account")) {
                state.account = test::exampleAccount(state);
            }
            if (is("papers-bench-doubts") || is("papers-bench-gaps")) {
                test::makeDoubtful(state);
            }
            papers->setState(state);
            const auto pressLater = [papers](const QKeySequence& key) {
                QTimer::singleShot(400, papers, [papers, key] {
                    for (QAction* action : papers->actions()) {
                        if (action->shortcut() == key) {
                            action->trigger();
                        }
                    }
                });
            };
            if (is("papers-bench-cut")) {
                QObject::connect(papers->cutPanel(), &CutPanel::pictureWanted, papers,
                                 [papers](const dossier::Page& page) {
                                     papers->cutPanel()->setPicture(page, test::examplePicture(page, 1240));
                                 });
                papers->cutPanel()->setCut(test::exampleCut(state));
                papers->showCut();
            } else if (is("papers-bench-doubts")) {
                pressLater(Qt::Key_D);
            } else if (is("papers-bench-compare")) {
                pressLater(Qt::Key_C);
            } else if (is("papers-bench-note")) {
                pressLater(Qt::Key_G);
            } else if (is("papers-bench-clean")) {
                QTimer::singleShot(400, papers, [papers] { papers->askForCleaning({}); });
            } else if (is("papers-bench-gaps")) {
                QTimer::singleShot(400, papers, [papers] { papers->sayNoteGaps(); });
            }
            if (is("papers-bench-busy")) {
                papers->busy()->show(QStringLiteral("Đang quét: 11 trang"), 0, 0);
            }
        }
    } else if (is("dossiers")) {
        window.showScreen(MainWindow::DossiersPlace);
        QObject::connect(
            dossiers, &DossiersScreen::paperWanted, dossiers,
            [dossiers](const dossier::Paper& paper) { dossiers->setPaper(paper.uid, test::examplePdf()); });
        dossiers->setFound(is("dossiers-empty") ? std::vector<workflow::DossierLine>()
                                                : test::exampleLines());
        if (!is("dossiers-empty")) {
            dossiers->setDetail(test::exampleDetail(), is("dossiers-differ")
                                                           ? test::exampleDifferences()
                                                           : std::vector<workflow::FieldDifference>());
            dossiers->setDiffering(is("dossiers-differ") ? 3 : 0);
            if (is("dossiers-differ")) {
                window.setCounts(MainWindow::DossiersPlace, {0, 3});
                QTimer::singleShot(300, dossiers, [dossiers] {
                    for (QAction* action : dossiers->actions()) {
                        if (action->shortcut() == QKeySequence(Qt::Key_F8)) {
                            action->trigger();
                        }
                    }
                });
            }
        }
    } else if (is("deliveries")) {
        window.showScreen(MainWindow::DeliveriesPlace);
        const std::vector<workflow::WaitingItem> waiting =
            is("deliveries-empty") ? std::vector<workflow::WaitingItem>() : test::exampleWaiting();
        deliveries->setWaiting(waiting, test::countsOf(waiting, is("deliveries-empty-unsent") ? 3 : 0),
                               test::exampleNow());
        if (is("deliveries-parts")) {
            deliveries->setParts({4, 14, {}, {{waiting.front().id, {{}, 12'400'000, 40'000'000}}}});
        }
        if (is("deliveries-paused")) {
            deliveries->setPause(sync::QueuePause{ErrorCode::WarehouseFull, 3, test::exampleNow(),
                                                  test::exampleNow().addSecs(540), true});
        }
        if (is("deliveries-bundle")) {
            deliveries->setBundleMade({{},
                                       QStringLiteral("E:/sohoa-H56.14-1-20261120-003.shbundle"),
                                       QStringLiteral("4F7K-9QXA-2M3B-TT8Z-W05C-RR1D-6HJ9"),
                                       14,
                                       3,
                                       0,
                                       9'962'354});
        }
        if (is("deliveries-code")) {
            deliveries->askForCode(QStringLiteral("E:/sohoa-H56.14-1-20261120-003.shbundle"));
        }
        if (is("deliveries-taken")) {
            workflow::BundleImport taken;
            taken.from.workstation = 2;
            taken.papers = 14;
            taken.entries = 3;
            deliveries->setBundleTaken(taken);
        }
        if (is("deliveries-busy")) {
            deliveries->setProgress({4, 14, QStringLiteral("Giấy chứng sinh")});
        }
        if (is("deliveries-off")) {
            workflow::DeliverySummary summary;
            summary.waiting = static_cast<int>(test::exampleWaiting().size());
            deliveries->setFinished(summary,
                                    wording::sentence(Error{ErrorCode::WarehouseUnreachable, {}, {}}));
        }
    } else if (is("rates")) {
        window.showScreen(MainWindow::RatesPlace);
        rates->setRates(test::exampleTotal(), test::exampleRows());
        if (is("rates-behind")) {
            rates->actions().at(5)->trigger();
            std::vector<dossier::Dossier> behind;
            for (const workflow::DossierLine& line : test::exampleLines()) {
                behind.push_back(line.dossier);
            }
            rates->setBehind(behind);
        }
    } else if (is("settings")) {
        window.showScreen(MainWindow::SettingsPlace);
        UnitSettings unit;
        unit.unit = QStringLiteral("H56.14");
        unit.unitName = QStringLiteral("UBND xã Thanh Bình");
        unit.officer = QStringLiteral("Lê Văn Minh");
        unit.workstation = 1;
        unit.workstations = 3;
        settings->setUnit(unit);
        settings->setLook({});
        settings->setScanChoice({});
        settings->sheetKey()->set({QStringLiteral("3FA9"), false, 2});
        settings->copies()->set({});
        dossier::DeliveryRules rules;
        rules.kbitPerSecond = 512;
        rules.hours = dossier::deliveryHoursFrom(QStringLiteral("17:30-07:00"));
        settings->delivery()->set(rules);
    } else if (is("enrol")) {
        window.showScreen(MainWindow::SettingsPlace);
        auto* dialog = new EnrolDialog(EnrolDialog::Asks::Officer, &window);
        dossier::Enrolment enrolment;
        enrolment.unit = QStringLiteral("H56.14");
        enrolment.unitName = QStringLiteral("UBND xã Thanh Bình");
        enrolment.workstation = 1;
        enrolment.workstations = 3;
        enrolment.warehouse = QStringLiteral("s3+https://kho.tinh.example/so-hoa");
        enrolment.validUntil = QDate(2027, 12, 31);
        dialog->open();
        dialog->offer(wording::linesAbout(enrolment), Tone::Success,
                      QCoreApplication::translate("sohoa::ui::Enrolling",
                                                  "The warehouse answers and takes these keys."));
    } else if (is("ways")) {
        window.showScreen(MainWindow::SettingsPlace);
        (new ProfilesDialog(capture::defaultProfiles(), capture::defaultProfiles(), &window))->open();
    } else if (is("keys")) {
        window.showScreen(MainWindow::PapersPlace);
        QTimer::singleShot(300, &window, [&window] { window.actions().first()->trigger(); });
    }
    return QApplication::exec();
}
