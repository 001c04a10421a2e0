// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/deliveries/deliveriesscreen.h"

#include "ui/deliveries/bundledialogs.h"
#include "ui/deliveries/waitingmodel.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/filedialogs.h"
#include "wording/bundles.h"
#include "wording/delivery.h"
#include "wording/errors.h"
#include "wording/names.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sohoa::ui {

DeliveriesScreen::DeliveriesScreen(QWidget* parent)
    : Screen(tr("Send to warehouse"), Icon::Deliveries, parent)
    , m_list(new QListView)
    , m_stack(new QStackedWidget)
    , m_model(new WaitingModel(this))
    , m_papers(new Figure(tr("Papers waiting")))
    , m_refused(new Figure(tr("Refused")))
    , m_oldest(new Figure(tr("Oldest waits for")))
{
    setSubtitle(tr("What the warehouse has not confirmed yet"));
    m_send = makeAction(this, tr("Send now"), Icon::Upload, QKeySequence(Qt::Key_F5));
    connect(m_send, &QAction::triggered, this, &DeliveriesScreen::sendNowWanted);
    m_makeBundle = makeAction(this, tr("Make a bundle…"), Icon::Lock, QKeySequence(QStringLiteral("Ctrl+E")));
    m_makeBundle->setToolTip(tr("What waits, in one sealed file to carry to another computer of the unit"));
    connect(m_makeBundle, &QAction::triggered, this, &DeliveriesScreen::bundleWanted);
    addHeaderButton(m_makeBundle, ActionButton::Kind::Quiet);
    m_takeBundle =
        makeAction(this, tr("Take in a bundle…"), Icon::FilePlus, QKeySequence(QStringLiteral("Ctrl+I")));
    m_takeBundle->setToolTip(tr("What another computer of the unit could not send, to be sent from here"));
    connect(m_takeBundle, &QAction::triggered, this, [this] {
        askForFile(this, tr("Bundle to take in"), tr("Bundles (*.shbundle);;All files (*)"),
                   [this](const QString& file) { askForCode(file); });
    });
    addHeaderButton(m_takeBundle, ActionButton::Kind::Quiet);
    m_button = addHeaderButton(m_send, ActionButton::Kind::Primary);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(space::m);
    for (Figure* figure : {m_papers, m_refused, m_oldest}) {
        figures->addWidget(figure, 1);
    }
    content()->addLayout(figures);
    m_list->setAccessibleName(tr("Papers that are not confirmed yet"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(waitingRows(), m_list));
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty = new EmptyState(Icon::CheckCircle, {}, {});
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    content()->addWidget(m_stack, 1);
    m_more = makeLabel({}, TextRole::Caption);
    m_more->hide();
    content()->addWidget(m_more);
}

QWidget* DeliveriesScreen::entrance()
{
    return m_model->rowCount({}) > 0 ? static_cast<QWidget*>(m_list) : m_button;
}

void DeliveriesScreen::setWaiting(std::vector<workflow::WaitingItem> items,
                                  const workflow::WaitingCounts& counts, const QDateTime& now)
{
    m_papers->set(QString::number(counts.papers), counts.papers > 0 ? Tone::Info : Tone::Success);
    m_refused->set(QString::number(counts.refused), counts.refused > 0 ? Tone::Danger : Tone::Neutral);
    if (items.empty() || !counts.oldest) {
        m_oldest->set(QStringLiteral("—"), Tone::Neutral);
    } else {
        constexpr qint64 aDay = 24 * 3600;
        m_oldest->set(wording::age(*counts.oldest, now),
                      counts.oldest->secsTo(now) >= aDay ? Tone::Warning : Tone::Neutral);
    }
    const int more = counts.items() - static_cast<int>(items.size());
    m_more->setText(more > 0 ? tr("and %n more", nullptr, more) : QString());
    m_more->setVisible(more > 0);
    const int changes = counts.changes;
    if (changes > 0) {
        m_empty->set(Icon::Clock, tr("All papers are in the warehouse"),
                     tr("%n change(s) of dossiers are not sent yet. They go with the next delivery; F5 sends "
                        "them now.",
                        nullptr, changes));
    } else {
        m_empty->set(Icon::CheckCircle, tr("Everything is in the warehouse"),
                     tr("Every paper was read back there and its content is the same as here."),
                     Tone::Success);
    }
    m_stack->setCurrentIndex(items.empty() ? 1 : 0);
    m_model->set(std::move(items), now);
    if (m_model->rowCount({}) > 0) {
        m_list->setCurrentIndex(m_model->index(0));
    }
}

void DeliveriesScreen::setPause(const std::optional<sync::QueuePause>& pause,
                                const std::optional<dossier::DeliveryHold>& hold)
{
    if (pause) {
        m_saysPause = true;
        notice()->say(pause->needsPerson ? Tone::Danger : Tone::Warning,
                      tr("%1 It is tried again at %2; F5 tries now.")
                          .arg(wording::sentence(Error{pause->cause, {}, {}}),
                               pause->until.toString(QStringLiteral("HH:mm"))));
    } else if (hold) {
        m_saysPause = true;
        notice()->say(hold->cause == dossier::HoldCause::Person ? Tone::Warning : Tone::Info,
                      wording::sentence(*hold));
    } else if (m_saysPause) {
        m_saysPause = false;
        notice()->clear();
    }
}

void DeliveriesScreen::setParts(const workflow::DeliveryProgress& progress)
{
    m_model->setParts(progress.parts);
}

void DeliveriesScreen::sayClock(std::chrono::milliseconds ahead)
{
    using namespace std::chrono;
    const auto minutes = static_cast<int>(duration_cast<std::chrono::minutes>(ahead).count());
    m_saysPause = false;
    notice()->say(Tone::Warning,
                  minutes > 0
                      ? tr("The clock of this computer is %n minute(s) behind the warehouse's. Papers were "
                           "sent by the warehouse's time; please set the clock right.",
                           nullptr, minutes)
                      : tr("The clock of this computer is %n minute(s) ahead of the warehouse's. Papers were "
                           "sent by the warehouse's time; please set the clock right.",
                           nullptr, -minutes));
}

void DeliveriesScreen::sayBroken(const QStringList& keys)
{
    m_saysPause = false;
    notice()->say(
        Tone::Danger,
        tr("The log of another workstation is damaged or was changed; from there on nothing of it was taken "
           "in. Tell the administrator: %1")
            .arg(keys.join(QStringLiteral(", "))));
}

void DeliveriesScreen::setProgress(const workflow::DeliveryProgress& progress)
{
    setWorking(true);
    busy()->show(progress.title.isEmpty() ? tr("Sending to the warehouse…")
                                          : tr("Sending: %1").arg(progress.title),
                 progress.done, progress.total);
}

void DeliveriesScreen::setFinished(const workflow::DeliverySummary& summary, const QString& stopped)
{
    busy()->finish();
    setWorking(false);
    if (!stopped.isEmpty()) {
        m_saysPause = false;
        notice()->say(Tone::Warning, stopped);
        return;
    }
    m_saysPause = false;
    notice()->clear();
    if (summary.stoppedBy && summary.waiting == 0) {
        return; // cancelled before anything was ordered: what is not sent yet stands in the list's place
    }
    if (summary.waiting == 0 && summary.papersConfirmed == 0) {
        emit wantsToast(Tone::Success, tr("Nothing was waiting: everything is in the warehouse."));
    } else if (summary.waiting == 0) {
        emit wantsToast(Tone::Success,
                        tr("%n paper(s) confirmed by the warehouse.", nullptr, summary.papersConfirmed));
    } else {
        notice()->say(
            Tone::Info,
            tr("%1 confirmed, %2 still waiting.").arg(summary.papersConfirmed).arg(summary.waiting));
    }
}

void DeliveriesScreen::setFailed(const QString& sentence)
{
    busy()->finish();
    setWorking(false);
    m_saysPause = false;
    notice()->say(Tone::Danger, sentence);
}

void DeliveriesScreen::setWorking(bool working)
{
    for (QAction* action : {m_send, m_makeBundle, m_takeBundle}) {
        action->setEnabled(!working);
    }
}

void DeliveriesScreen::say(Tone tone, const QString& sentence)
{
    m_saysPause = false;
    notice()->say(tone, sentence);
}

void DeliveriesScreen::askWhereToWrite(const QString& name)
{
    askWhereToSave(this, tr("Where to write the bundle"), name, {tr("Bundles (*.shbundle)")},
                   [this](const QString& file) { emit bundleFileChosen(file); });
}

void DeliveriesScreen::askForCode(const QString& file, const QString& complaint)
{
    auto* dialog = new BundleCodeDialog(file, complaint, m_isCode, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BundleCodeDialog::codeEntered, this,
            [this, file](const QString& code) { emit bundleGiven(file, code); });
    dialog->open();
}

void DeliveriesScreen::setBundling(const QString& sentence, int percent)
{
    constexpr int hundred = 100;
    setWorking(true);
    busy()->show(sentence, percent, hundred);
}

void DeliveriesScreen::setBundleMade(const workflow::BundleExport& made)
{
    busy()->finish();
    setWorking(false);
    auto* dialog = new BundleMadeDialog(made, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DeliveriesScreen::setBundleTaken(const workflow::BundleImport& taken)
{
    busy()->finish();
    setWorking(false);
    if (taken.own) {
        say(Tone::Info,
            tr("This computer made the bundle itself: all of it waits here already or is delivered. "
               "Nothing was changed."));
    } else if (taken.papers == 0 && taken.entries == 0) {
        say(Tone::Info, tr("This bundle was taken in before. Nothing was changed."));
    } else {
        say(Tone::Success,
            tr("Taken in from workstation %1: %2 papers. They are sent from here; that computer "
               "learns of it when it sends the next time.")
                .arg(taken.from.workstation)
                .arg(taken.papers));
    }
}

void DeliveriesScreen::setBundleFailed(const QString& sentence)
{
    busy()->finish();
    setWorking(false);
    if (!sentence.isEmpty()) {
        say(Tone::Danger, sentence);
    }
}

void DeliveriesScreen::sayRetention(const workflow::RetentionReport& report)
{
    if (report.notThere > 0) {
        say(Tone::Danger,
            tr("%n paper(s) that the warehouse once confirmed are not there any more as they were. "
               "The copies here stay. Tell the administrator of the warehouse.",
               nullptr, report.notThere));
    } else if (report.stillFull) {
        say(Tone::Warning,
            tr("The disk is nearly full, and there are no more copies that may go. Make room on "
               "it, or scanning will stop."));
    } else if (report.removedEarly > 0) {
        say(Tone::Info,
            tr("The disk is nearly full: copies of %n paper(s) that the warehouse has were removed "
               "here sooner. They come back when you open them.",
               nullptr, report.removedEarly));
    }
}

} // namespace sohoa::ui
