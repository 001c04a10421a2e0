// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/deskpresenter.h"

#include "base/durablefile.h"
#include "ui/desk/deskscreen.h"
#include "wording/errors.h"
#include "workflow/inspection.h"
#include "workflow/workspace.h"

namespace sohoa::ui {

using namespace dossier;

namespace {

constexpr qint64 cardPictureLimit = 64LL * 1024 * 1024;

/// The text of the citizen card on a picture. CardNotRecognised when there is none.
Result<QString> cardTextIn(const QString& path, const StopToken& stop)
{
    SOHOA_ASSIGN(const QByteArray bytes, readFile(path, cardPictureLimit));
    QString found;
    const Result<int> pages =
        workflow::takePages(bytes, path, stop, [&](workflow::IncomingPage&& incoming) -> Status {
            SOHOA_ASSIGN(const workflow::Inspected inspected,
                         workflow::inspectPage(incoming.bytes, incoming.page, stop));
            for (const Code& code : inspected.findings.codes) {
                if (code.kind == CodeKind::IdCard) {
                    found = code.text;
                    return failure(ErrorCode::Cancelled); // no page behind it is looked at
                }
            }
            return {};
        });
    if (!found.isEmpty()) {
        return found;
    }
    return pages ? failure(ErrorCode::CardNotRecognised) : failure(pages.error());
}

} // namespace

DeskPresenter::DeskPresenter(DeskScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &DeskScreen::cardRead, this, &DeskPresenter::readCard);
    connect(&screen, &DeskScreen::cardPictureGiven, this, &DeskPresenter::readPicture);
    connect(screen.busy(), &BusyLine::cancelled, this, &DeskPresenter::stop);
    connect(&screen, &DeskScreen::takeInWanted, this, &DeskPresenter::takeIn);
    connect(&screen, &DeskScreen::scanNowWanted, this, &DeskPresenter::scanNowWanted);
    // The catalogue lies in memory: these answer at once.
    connect(&screen, &DeskScreen::procedureSearched, this, [this](const QString& text) {
        m_screen.setProcedures(m_bench.workspace.catalogue().search(text));
    });
    connect(&screen, &DeskScreen::procedureChosen, this, [this](const QString& code, Channel channel) {
        const workflow::Intake intake(m_bench.workspace);
        const Result<Procedure> procedure = m_bench.workspace.catalogue().find(code);
        if (!procedure) {
            m_screen.notice()->say(Tone::Danger, wording::sentence(procedure.error()));
            return;
        }
        const Result<std::vector<Component>> components = intake.checklist(code, channel);
        if (!components) {
            m_screen.notice()->say(Tone::Danger, wording::sentence(components.error()));
            return;
        }
        m_screen.setOutline({*procedure, *components, intake.dueDate(code)});
    });
}

void DeskPresenter::readCard(const QString& text)
{
    showCard(parseCard(text, m_bench.workspace.clock().now().date()));
}

void DeskPresenter::showCard(const Result<CardReading>& reading)
{
    m_screen.setCard(reading, reading ? QString() : wording::sentence(reading.error()));
}

void DeskPresenter::readPicture(const QString& path)
{
    if (m_screen.busy()->isBusy()) {
        return;
    }
    m_stop = StopSource();
    m_screen.busy()->show(tr("Looking for the card's code…"), 0, 0);
    m_bench.errands.run(
        this, [path, stop = m_stop.get_token()] { return cardTextIn(path, stop); },
        [this](const Result<QString>& text) {
            m_screen.busy()->finish();
            if (text) {
                readCard(*text);
            } else if (text.error().code != ErrorCode::Cancelled) {
                showCard(failure(text.error()));
            }
        });
}

void DeskPresenter::takeIn(const workflow::IntakeRequest& request)
{
    m_screen.setTakingIn(true);
    m_bench.journal.run(
        this, [this, request] { return workflow::Intake(m_bench.workspace).takeIn(request); },
        [this](const Result<workflow::DossierFile>& taken) {
            m_screen.setTakingIn(false);
            if (!taken) {
                m_screen.notice()->say(Tone::Danger, wording::sentence(taken.error()));
                return;
            }
            m_screen.showTaken(*taken);
            emit takenIn(taken->dossier.uid);
        });
}

} // namespace sohoa::ui
