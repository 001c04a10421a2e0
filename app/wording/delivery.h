// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/deliveryrules.h"
#include "dossier/enrolment.h"

#include <QStringList>

/// What holds deliveries up, and what an enrolment says, in the words of people. Any thread.
namespace sohoa::wording {

/// Why nothing is sent by itself, until when, and how to send all the same.
QString sentence(const dossier::DeliveryHold& hold);
/// What is wrong with an enrolment and what to do.
QString sentence(dossier::EnrolmentFault fault);
/// What an enrolment does, line by line: which unit, which number, which warehouse. Never a key.
QStringList linesAbout(const dossier::Enrolment& enrolment);

} // namespace sohoa::wording
