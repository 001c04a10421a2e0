// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/enrolling.h"

#include "base/durablefile.h"
#include "sync/enrolment.h"
#include "ui/widgets/messages.h"
#include "wording/delivery.h"
#include "wording/errors.h"

namespace sohoa::ui {

Enrolling::Enrolling(EnrolDialog& dialog, Worker& worker, const Clock& clock, Keep keep)
    : QObject(&dialog)
    , m_dialog(dialog)
    , m_worker(worker)
    , m_clock(clock)
    , m_keep(std::move(keep))
{
    connect(&dialog, &EnrolDialog::fileChosen, this, &Enrolling::read);
    connect(&dialog, &EnrolDialog::textEntered, this, [this](const QString& text) { take(text.toUtf8()); });
    connect(&dialog, &EnrolDialog::agreed, this, &Enrolling::keep);
}

void Enrolling::read(const QString& path)
{
    m_worker.run(
        this, [path] { return readFile(path, sync::largestEnrolment); },
        [this](const Result<QByteArray>& bytes) {
            if (bytes) {
                take(*bytes);
            } else if (bytes.error().code == ErrorCode::FileTooLarge) {
                m_dialog.complain(wording::sentence(dossier::EnrolmentFault::TooLarge));
            } else {
                m_dialog.complain(wording::sentence(bytes.error()));
            }
        });
}

void Enrolling::take(const QByteArray& text)
{
    m_enrolment.reset();
    const auto enrolment = sync::parseEnrolment(text, m_clock.now().date());
    if (!enrolment) {
        m_dialog.complain(wording::sentence(enrolment.error()));
        return;
    }
    m_enrolment = *enrolment;
    m_dialog.setBusy(tr("Asking the warehouse whether it takes these keys…"));
    m_worker.run(
        this, [enrolment = *enrolment] { return workflow::askWarehouse(enrolment); },
        [this](const Result<workflow::EnrolmentAnswer>& answer) { tell(answer); });
}

void Enrolling::tell(const Result<workflow::EnrolmentAnswer>& answer)
{
    if (!answer) {
        m_enrolment.reset();
        m_dialog.complain(wording::sentence(answer.error()));
        return;
    }
    const QStringList lines = wording::linesAbout(*m_enrolment);
    if (answer->away) {
        m_dialog.offer(
            lines, Tone::Warning,
            tr("The warehouse cannot be asked now. You can enrol all the same: whether it takes the keys "
               "shows when the line is back."));
    } else {
        m_dialog.offer(lines, Tone::Success, tr("The warehouse answers and takes these keys."));
    }
}

void Enrolling::keep()
{
    if (!m_enrolment) {
        return;
    }
    m_dialog.setBusy(tr("Enrolling…"));
    m_worker.run(
        this,
        [keep = m_keep, enrolment = *m_enrolment, officer = m_dialog.officer()] {
            return keep(enrolment, officer);
        },
        [this](const Status& kept) {
            if (!kept) {
                m_dialog.complain(wording::sentence(kept.error()));
                return;
            }
            m_dialog.accept();
            emit done();
        });
}

} // namespace sohoa::ui
