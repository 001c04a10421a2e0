// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/names.h"

#include <QCoreApplication>

namespace sohoa::wording {

using namespace dossier;

namespace {

struct Alarms
{
    Q_DECLARE_TR_FUNCTIONS(WordingAlarms)
};

/// "Dossier H56..., component 2:", as far as it is known.
QString placeOf(const StackAlarm& alarm)
{
    if (alarm.dossierCode.isEmpty()) {
        return Alarms::tr("Stack of papers:", "place of an alarm");
    }
    if (alarm.component == 0) {
        return Alarms::tr("Dossier %1:", "place of an alarm").arg(alarm.dossierCode);
    }
    return Alarms::tr("Dossier %1, component %2:", "place of an alarm")
        .arg(alarm.dossierCode)
        .arg(alarm.component);
}

} // namespace

QString sentence(const StackAlarm& alarm)
{
    const QString place = placeOf(alarm);
    switch (alarm.kind) {
    case StackAlarmKind::CountDiffers:
        return place + u' ' +
               (alarm.seen < alarm.expected
                    ? Alarms::tr("Only %1 of %2 sides came: two sheets may have gone through together. "
                                 "Count the sheets and scan the missing ones; all pages that came are kept.")
                    : Alarms::tr("%1 sides came, but %2 were expected: a page may have been scanned twice, "
                                 "or a separator sheet is missing. Look through them; all are kept."))
                   .arg(alarm.seen)
                   .arg(alarm.expected);
    case StackAlarmKind::EmptyPart:
        return place + u' ' +
               Alarms::tr("Nothing lies behind its separator sheet. If the paper is there, scan it; if not, "
                          "note in the list of components why.");
    case StackAlarmKind::SeparatorUnreadable:
        return place + u' ' +
               Alarms::tr("A separator sheet is damaged and cannot be read. The pages after it are kept but "
                          "belong to no dossier yet: assign them, and print the sheet anew.");
    case StackAlarmKind::SeparatorsDisagree:
        return place + u' ' +
               Alarms::tr("A separator sheet says two different things, or two sheets were scanned as one. "
                          "The pages after it are kept but belong to no dossier yet: assign them by hand.");
    case StackAlarmKind::OtherDossier:
        return place + u' ' +
               Alarms::tr("This component sheet is of another dossier than the dossier sheet before it. Its "
                          "pages went where the component sheet says; check that no sheets were mixed up.");
    case StackAlarmKind::ProcedureDiffers:
        return place + u' ' +
               Alarms::tr("Its dossier sheets name different procedures. Check which one is right, and throw "
                          "the wrong sheet away.");
    case StackAlarmKind::SeparatorForeign:
        return place + u' ' +
               Alarms::tr(
                   "A separator sheet with this code was not printed by this unit, or was changed. The "
                   "pages after it are kept but belong to no dossier yet: check where the sheet came "
                   "from, assign the pages by hand, and print the sheet anew.");
    case StackAlarmKind::SeparatorHalfRead:
        return place + u' ' +
               Alarms::tr("Only the back of a separator sheet could be read. The stack was cut there; look "
                          "at the side before it, and print the sheet anew if its front is damaged.");
    case StackAlarmKind::SeparatorsMissing:
        return place + u' ' +
               (alarm.seen < alarm.expected
                    ? Alarms::tr("Only %1 of %2 separator sheets were seen: one may be missing, or two went "
                                 "through together. Check where each paper begins; all pages are kept.")
                    : Alarms::tr("%1 separator sheets were seen, but %2 were expected. Check where each "
                                 "paper begins; all pages are kept."))
                   .arg(alarm.seen)
                   .arg(alarm.expected);
    case StackAlarmKind::NotAssigned:
        return place + u' ' +
               Alarms::tr("%n page(s) belong to no dossier: no readable separator sheet stands before them. "
                          "They are kept; assign them to their dossier.",
                          nullptr, alarm.seen);
    }
    return {};
}

} // namespace sohoa::wording
