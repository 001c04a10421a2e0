// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Data files in JSON, and values in JSON as they stand in a journal that came with a backup. The first byte
// says which.
#include "dossier/catalogue.h"
#include "dossier/change.h"
#include "dossier/page.h"
#include "dossier/provinces.h"
#include "dossier/targets.h"
#include "dossier/workingcalendar.h"
#include "require.h"

#include <QJsonDocument>

#include <cstdint>

namespace {

using namespace sohoa::dossier;
using sohoa::fuzz::require;

void readCatalogue(const QByteArray& json)
{
    const auto catalogue = Catalogue::fromJson(json);
    if (!catalogue) {
        return;
    }
    for (const Procedure& procedure : catalogue->procedures()) {
        require(catalogue->find(procedure.code).has_value());
        static_cast<void>(catalogue->findForNew(procedure.code, QDate(2026, 11, 22)));
        static_cast<void>(catalogue->search(procedure.name));
    }
}

void readCalendar(const QByteArray& json)
{
    const auto calendar = WorkingCalendar::fromJson(json);
    if (!calendar) {
        return;
    }
    const QDate day(2026, 2, 13);
    const QDate after = calendar->addWorkingDays(day, 20);
    require(!after.isValid() || after > day);
    static_cast<void>(calendar->holidayName(day));
    static_cast<void>(calendar->hasUnannouncedDays(day, after));
}

void readValues(const QJsonObject& json)
{
    if (const auto findings = findingsFrom(json)) {
        require(findingsFrom(toJson(*findings)).has_value());
    }
    if (const auto edits = editsFrom(json)) {
        require(editsFrom(toJson(*edits)).has_value());
    }
    if (const auto change = changeFrom(json)) {
        require(changeFrom(toJson(*change)) == change);
    }
    static_cast<void>(personFrom(json));
    const QString uid = QStringLiteral("00000000-0000-4000-8000-000000000001");
    require(changeBody(dossierFrom(uid, changeBody(dossierFrom(uid, json)))) ==
            changeBody(dossierFrom(uid, json)));
    require(changeBody(componentFrom(uid, changeBody(componentFrom(uid, json)))) ==
            changeBody(componentFrom(uid, json)));
    require(changeBody(paperFrom(uid, changeBody(paperFrom(uid, json)))) == changeBody(paperFrom(uid, json)));
    require(changeBody(eventFrom(uid, changeBody(eventFrom(uid, json)))) == changeBody(eventFrom(uid, json)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray json(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    switch (data[0]) {
    case 'c':
        readCatalogue(json);
        break;
    case 'h':
        readCalendar(json);
        break;
    case 't':
        static_cast<void>(Targets::fromJson(json));
        break;
    case 'p':
        static_cast<void>(Provinces::fromJson(json));
        break;
    default:
        readValues(QJsonDocument::fromJson(json).object());
        break;
    }
    return 0;
}
