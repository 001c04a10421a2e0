// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// An enrolment comes from a stick, a mail or a handheld reader, and a journal with rules of delivery from a
// backup. Whatever the bytes: no crash, and what is taken can be written and read again.
#include "dossier/deliveryrules.h"
#include "require.h"
#include "sync/enrolment.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const QDate today(2026, 11, 22);
    if (const auto enrolment = sync::parseEnrolment(bytes, today)) {
        const auto again = sync::parseEnrolment(sync::toBytes(*enrolment), today);
        fuzz::require(again && *again == *enrolment);
    }
    const dossier::DeliveryRules rules = dossier::deliveryRulesFrom(QString::fromUtf8(bytes));
    fuzz::require(rules.isValid());
    fuzz::require(dossier::deliveryRulesFrom(dossier::toText(rules)) == rules);
    static_cast<void>(dossier::holdOf(rules, QDateTime(today, QTime(8, 0), Qt::UTC), true));
    static_cast<void>(dossier::deliveryHoursFrom(QString::fromUtf8(bytes)));
    return 0;
}
