// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/enrolment.h"
#include "ui/async/worker.h"
#include "ui/settings/enroldialog.h"
#include "workflow/enrolling.h"

#include <QObject>

#include <functional>
#include <optional>

namespace sohoa::ui {

/// Leads through the enrolment of this workstation: reads the file, asks the warehouse, shows both, and keeps
/// it when somebody agrees. Lives as long as its dialog.
class Enrolling final : public QObject
{
    Q_OBJECT

public:
    /// Keeps an enrolment. Called in the worker.
    using Keep = std::function<Status(const dossier::Enrolment& enrolment, const QString& officer)>;

    /// @param dialog owns this object
    Enrolling(EnrolDialog& dialog, Worker& worker, const Clock& clock, Keep keep);

signals:
    /// It is kept, and the dialog closed.
    void done();

private:
    void read(const QString& path);
    void take(const QByteArray& text);
    void tell(const Result<workflow::EnrolmentAnswer>& answer);
    void keep();

    EnrolDialog& m_dialog;
    Worker& m_worker;
    const Clock& m_clock;
    Keep m_keep;
    std::optional<dossier::Enrolment> m_enrolment;
};

} // namespace sohoa::ui
