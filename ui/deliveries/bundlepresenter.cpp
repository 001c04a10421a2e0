// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/bundlepresenter.h"

#include "ui/deliveries/deliveriesscreen.h"
#include "wording/bundles.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace sohoa::ui {

namespace {

constexpr qint64 hundred = 100;

} // namespace

BundlePresenter::BundlePresenter(DeliveriesScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    screen.setCodeCheck(workflow::isBundleCode);
    connect(&screen, &DeliveriesScreen::bundleWanted, this, &BundlePresenter::propose);
    connect(&screen, &DeliveriesScreen::bundleFileChosen, this, &BundlePresenter::make);
    connect(&screen, &DeliveriesScreen::bundleGiven, this, &BundlePresenter::takeIn);
    connect(screen.busy(), &BusyLine::cancelled, this, &BundlePresenter::stop);
}

BundlePresenter::~BundlePresenter()
{
    m_stop.request_stop();
}

void BundlePresenter::propose()
{
    m_bench.journal.run(
        this, [this] { return workflow::proposedBundleName(m_bench.workspace); },
        [this](const Result<QString>& name) {
            if (name) {
                m_screen.askWhereToWrite(*name);
            } else {
                m_screen.setBundleFailed(wording::sentence(name.error()));
            }
        });
}

workflow::BundleProgress BundlePresenter::teller(const QString& sentence)
{
    m_screen.setBundling(sentence, 0);
    // The workers are joined before this object dies, so it is there whenever progress is told.
    return [this, sentence, told = std::make_shared<int>(0)](qint64 done, qint64 total) {
        const int percent = static_cast<int>(total > 0 ? std::min(hundred, done * hundred / total) : hundred);
        if (std::exchange(*told, percent) == percent) {
            return;
        }
        QMetaObject::invokeMethod(
            this,
            [this, sentence, percent] {
                if (m_running) {
                    m_screen.setBundling(sentence, percent);
                }
            },
            Qt::QueuedConnection);
    };
}

void BundlePresenter::make(const QString& file)
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_stop = StopSource();
    m_bench.errands.run(
        this,
        [this, file, stop = m_stop.get_token(), tell = teller(tr("Making the bundle…"))] {
            return workflow::exportBundle(m_bench.workspace, file, stop, tell);
        },
        [this](const Result<workflow::BundleExport>& made) {
            m_running = false;
            if (!made) {
                const bool cancelled = made.error().code == ErrorCode::Cancelled;
                m_screen.setBundleFailed(cancelled ? QString() : wording::sentence(made.error()));
            } else if (made->refused) {
                m_screen.setBundleFailed(wording::sentence(*made->refused));
            } else {
                m_screen.setBundleMade(*made);
            }
        });
}

void BundlePresenter::takeIn(const QString& file, const QString& code)
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_stop = StopSource();
    m_bench.errands.run(
        this,
        [this, file, code, stop = m_stop.get_token(), tell = teller(tr("Taking in the bundle…"))] {
            return workflow::importBundle(m_bench.workspace, file, code, stop, tell);
        },
        [this, file](const Result<workflow::BundleImport>& taken) {
            m_running = false;
            if (!taken) {
                const ErrorCode why = taken.error().code;
                m_screen.setBundleFailed(why == ErrorCode::Cancelled || why == ErrorCode::KeyWrong
                                             ? QString()
                                             : wording::bundleSentence(taken.error()));
                if (why == ErrorCode::KeyWrong) {
                    m_screen.askForCode(file, wording::bundleSentence(taken.error()));
                }
            } else if (taken->refused) {
                m_screen.setBundleFailed(wording::sentence(*taken->refused));
            } else {
                m_screen.setBundleTaken(*taken);
                emit takenIn();
            }
        });
}

} // namespace sohoa::ui
