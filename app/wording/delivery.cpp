// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/delivery.h"

#include "wording/names.h"

#include <QCoreApplication>

namespace sohoa::wording {

using dossier::EnrolmentFault;
using dossier::HoldCause;

namespace {

struct WordingDelivery
{
    Q_DECLARE_TR_FUNCTIONS(WordingDelivery)
};

} // namespace

QString sentence(const dossier::DeliveryHold& hold)
{
    switch (hold.cause) {
    case HoldCause::Person:
        return WordingDelivery::tr(
                   "Sending is paused since %1, until somebody resumes it. The papers are kept "
                   "here.")
            .arg(hold.since ? dateTime(*hold.since) : QString());
    case HoldCause::Metered:
        return WordingDelivery::tr(
            "This line is paid by volume, so nothing is sent by itself. The papers are "
            "kept here; F5 sends them now all the same.");
    case HoldCause::Hours:
        return WordingDelivery::tr(
                   "Papers are sent outside office hours: the next time from %1. F5 sends them "
                   "now all the same.")
            .arg(hold.until ? dateTime(*hold.until) : QString());
    }
    return {};
}

QString sentence(EnrolmentFault fault)
{
    switch (fault) {
    case EnrolmentFault::Unreadable:
        return WordingDelivery::tr(
            "The enrolment cannot be read: it is cut off, or letters were changed on their way. Copy the "
            "file "
            "once more; with a handheld reader, switch the Vietnamese typing program (UniKey, EVKey) to "
            "English first.");
    case EnrolmentFault::TooLarge:
        return WordingDelivery::tr("This file is too long to be an enrolment. Choose the small file that the "
                                   "province gave for this workstation.");
    case EnrolmentFault::Other:
        return WordingDelivery::tr(
            "This is not an enrolment of a workstation. Choose the file that the province "
            "gave for this workstation.");
    case EnrolmentFault::Newer:
        return WordingDelivery::tr("This enrolment was made for a newer version of the program. Install the "
                                   "newer version first, then enrol.");
    case EnrolmentFault::Incomplete:
        return WordingDelivery::tr(
            "In this enrolment something is missing or has not the right form. Ask the "
            "province for a new one.");
    case EnrolmentFault::Unknown:
        return WordingDelivery::tr(
            "This enrolment says something that this program does not know, so nothing of "
            "it was used. Ask the province for a new one.");
    case EnrolmentFault::Unit:
        return WordingDelivery::tr(
            "The code or the name of the unit in this enrolment cannot be right. Ask the "
            "province for a new one.");
    case EnrolmentFault::Workstation:
        return WordingDelivery::tr(
            "The workstation number in this enrolment cannot be right: it lies between 1 "
            "and the number of workstations. Ask the province for a new one.");
    case EnrolmentFault::Warehouse:
        return WordingDelivery::tr("The address of the warehouse in this enrolment cannot be right. Ask the "
                                   "province for a new one.");
    case EnrolmentFault::Keys:
        return WordingDelivery::tr(
            "The access keys in this enrolment cannot be right. Ask the province for a "
            "new one.");
    case EnrolmentFault::Authority:
        return WordingDelivery::tr(
            "The certificates in this enrolment cannot be used. Ask the province for a "
            "new one.");
    case EnrolmentFault::Proxy:
        return WordingDelivery::tr(
            "The proxy in this enrolment cannot be right: it is written as host:port. Ask "
            "the province for a new one.");
    case EnrolmentFault::Expired:
        return WordingDelivery::tr(
            "The keys in this enrolment have expired. Ask the province for a new one; if "
            "it is new, check the date of this computer.");
    }
    return {};
}

QStringList linesAbout(const dossier::Enrolment& enrolment)
{
    QStringList lines{WordingDelivery::tr("Unit: %1 (%2)").arg(enrolment.unitName, enrolment.unit),
                      WordingDelivery::tr("Workstation: number %1 of %2")
                          .arg(enrolment.workstation)
                          .arg(enrolment.workstations),
                      WordingDelivery::tr("Warehouse: %1").arg(enrolment.warehouse)};
    if (!enrolment.proxy.isEmpty()) {
        lines += enrolment.proxy == QLatin1String("none")
                     ? WordingDelivery::tr("Without proxy")
                     : WordingDelivery::tr("Proxy: %1").arg(enrolment.proxy);
    }
    if (!enrolment.caPem.isEmpty()) {
        lines += WordingDelivery::tr("With the certificate of the province's own authority");
    }
    if (enrolment.validUntil.isValid()) {
        lines += WordingDelivery::tr("The keys hold until %1").arg(date(enrolment.validUntil));
    }
    return lines;
}

} // namespace sohoa::wording
