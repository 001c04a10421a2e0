// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What the clerk does to pages, and the pictures that are looked at meanwhile.

#include "ui/papers/paperspresenter.h"
#include "ui/papers/thumbnails.h"
#include "wording/errors.h"
#include "workflow/intake.h"
#include "workflow/review.h"
#include "workflow/workspace.h"

#include <QSet>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;
using workflow::Review;

namespace {

/// Pixels of the longer side: A3 at 300 dpi.
constexpr int largestSide = 5000;

/// Pages that were set aside are wanted again when they are given to a component or put among the others.
Status bringBack(const Review& review, const QString& dossierUid, const QStringList& aside)
{
    return aside.isEmpty() ? Status() : review.bringBack(dossierUid, aside);
}

} // namespace

void PapersPresenter::connectPictures()
{
    connect(m_screen.thumbnails(), &Thumbnails::wanted, this, [this](const Page& page) {
        m_bench.pictures.run(
            this, [this, page] { return Review(m_bench.workspace).picture(page, Thumbnails::side); },
            [this, page](const Result<QImage>& picture) {
                m_screen.thumbnails()->put(page, picture.value_or(QImage()));
            });
    });
    connect(&m_screen, &PapersScreen::pictureWanted, this, [this](const Page& page, bool asScanned) {
        constexpr std::size_t shownAtOnce = 2; // side by side
        m_wantedPictures.push_back({page, asScanned});
        if (m_wantedPictures.size() > shownAtOnce) {
            m_wantedPictures.erase(m_wantedPictures.begin());
        }
        fetchPicture();
    });
}

void PapersPresenter::fetchPicture()
{
    // A clerk who holds a key down passes thirty pages a second: only where the hand stops is a picture made.
    while (!m_fetchingPicture && !m_wantedPictures.empty()) {
        const WantedPicture wanted = m_wantedPictures.back();
        m_wantedPictures.pop_back();
        if (!m_screen.isShown(wanted.page, wanted.asScanned)) {
            continue;
        }
        m_fetchingPicture = true;
        m_bench.pictures.run(
            this,
            [this, wanted] {
                const int side = std::min(std::max(wanted.page.width, wanted.page.height), largestSide);
                const Review review(m_bench.workspace);
                const Result<QImage> picture =
                    wanted.asScanned ? review.original(wanted.page, side) : review.picture(wanted.page, side);
                // As the window paints it: converting a whole page there would be felt.
                return picture ? picture->convertToFormat(QImage::Format_RGB32) : QImage();
            },
            [this, wanted](const QImage& picture) {
                m_fetchingPicture = false;
                m_screen.setPicture(wanted.page, wanted.asScanned, picture);
                fetchPicture();
            });
    }
}

void PapersPresenter::connectReview()
{
    const workflow::Workspace& workspace = m_bench.workspace;
    connect(&m_screen, &PapersScreen::setAsideWanted, this, [this, &workspace](const QStringList& uids) {
        act([&workspace, uid = m_uid, uids] { return Review(workspace).setAside(uid, uids); });
    });
    connect(&m_screen, &PapersScreen::bringBackWanted, this, [this, &workspace](const QStringList& uids) {
        act([&workspace, uid = m_uid, uids] { return Review(workspace).bringBack(uid, uids); });
    });
    connect(&m_screen, &PapersScreen::removeWanted, this, [this, &workspace](const QStringList& uids) {
        act([&workspace, uid = m_uid, uids] { return Review(workspace).remove(uid, uids); });
    });
    connect(&m_screen, &PapersScreen::turnWanted, this,
            [this, &workspace](const QStringList& uids, int degrees) {
                act([&workspace, uid = m_uid, uids, degrees] {
                    return Review(workspace).turn(uid, uids, degrees);
                });
            });
    connect(&m_screen, &PapersScreen::assignWanted, this,
            [this, &workspace](const QStringList& uids, int component) {
                act([&workspace, uid = m_uid, uids, aside = setAsideAmong(uids), component]() -> Status {
                    const Review review(workspace);
                    SOHOA_TRY(bringBack(review, uid, aside));
                    return review.assign(uid, uids, uid, component);
                });
            });
    connect(&m_screen, &PapersScreen::moveWanted, this,
            [this, &workspace](const QStringList& uids, const QString& beforeUid) {
                act([&workspace, uid = m_uid, uids, aside = setAsideAmong(uids), beforeUid]() -> Status {
                    const Review review(workspace);
                    SOHOA_TRY(bringBack(review, uid, aside));
                    return review.move(uid, uids, beforeUid);
                });
            });
    connect(&m_screen, &PapersScreen::giveAwayWanted, this,
            [this, &workspace](const QStringList& uids, const QString& dossierCode) {
                act([&workspace, uid = m_uid, uids, aside = setAsideAmong(uids), dossierCode]() -> Status {
                    SOHOA_ASSIGN(const workflow::DossierFile file,
                                 workflow::Intake(workspace).find(dossierCode));
                    const Review review(workspace);
                    SOHOA_TRY(bringBack(review, uid, aside));
                    return review.assign(uid, uids, file.dossier.uid, scannedAfter(file.components, 0, 0));
                });
            });
    const auto step = [this, &workspace](bool forward) {
        act([&workspace, uid = m_uid, forward]() -> Status {
            const Review review(workspace);
            const Result<std::optional<QString>> done = forward ? review.redo(uid) : review.undo(uid);
            if (!done) {
                return failure(done.error());
            }
            return {};
        });
    };
    connect(&m_screen, &PapersScreen::undoWanted, this, [step] { step(false); });
    connect(&m_screen, &PapersScreen::redoWanted, this, [step] { step(true); });
}

void PapersPresenter::connectCleaning()
{
    connect(&m_screen, &PapersScreen::cleaningAsked, this, [this](const Page& page) {
        m_bench.journal.run(
            this, [this, uid = page.uid] { return Review(m_bench.workspace).treatmentOf(uid); },
            [this, uid = page.uid](const Result<workflow::Treatment>& treatment) {
                if (!treatment) {
                    m_screen.notice()->say(Tone::Warning, wording::sentence(treatment.error()));
                } else if (m_screen.isVisible()) {
                    m_screen.askForCleaning(*treatment);
                }
            });
    });
    connect(
        &m_screen, &PapersScreen::cleanWanted, this,
        [this](const QStringList& uids, const workflow::Treatment& treatment) {
            if (m_uid.isEmpty() || m_errand) {
                return;
            }
            m_bench.journal.run(
                this,
                [this, uid = m_uid, uids, treatment] {
                    return Review(m_bench.workspace).clean(uid, uids, treatment);
                },
                [this](const Result<int>& changed) {
                    if (!changed) {
                        m_screen.notice()->say(Tone::Warning, wording::sentence(changed.error()));
                    } else if (*changed == 0) {
                        emit m_screen.wantsToast(Tone::Info, tr("Nothing to change: these pages are cleaned "
                                                                "so already."));
                    } else {
                        emit m_screen.wantsToast(Tone::Success, tr("%n page(s) cleaned anew. Ctrl+Z takes it "
                                                                   "back.",
                                                                   nullptr, *changed));
                    }
                    refresh();
                    emit this->changed();
                });
        });
}

void PapersPresenter::connectNotes()
{
    const workflow::Workspace& workspace = m_bench.workspace;
    connect(
        &m_screen, &PapersScreen::noteWanted, this,
        [this, &workspace](const QStringList& uids, StuckNote note) {
            act([&workspace, uid = m_uid, uids, note] { return Review(workspace).setNote(uid, uids, note); });
        });
    connect(&m_screen, &PapersScreen::notePairWanted, this,
            [this, &workspace](const QString& withUid, const QString& withoutUid) {
                act([&workspace, uid = m_uid, withUid, withoutUid] {
                    return Review(workspace).pairNote(uid, withUid, withoutUid);
                });
            });
    connect(&m_screen, &PapersScreen::noteScanWanted, this, &PapersPresenter::scanWithoutNote);
}

QStringList PapersPresenter::setAsideAmong(const QStringList& uids) const
{
    const QSet<QString> among(uids.begin(), uids.end());
    QStringList aside;
    for (const Page& page : m_state.pages) {
        if (page.state == PageState::SetAside && among.contains(page.uid)) {
            aside.append(page.uid);
        }
    }
    return aside;
}

} // namespace sohoa::ui
