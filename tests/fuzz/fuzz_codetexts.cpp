// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// What readers, keyboards and cameras hand over as text: cards, separator sheets, receipts. Whatever it is:
// no crash, and what was taken is what it says it is.
#include "dossier/catalogue.h"
#include "dossier/codes.h"
#include "dossier/idcard.h"
#include "dossier/mrz.h"
#include "dossier/numbering.h"
#include "dossier/provinces.h"
#include "dossier/separator.h"
#include "require.h"

#include <cstdint>

namespace {

using namespace sohoa::dossier;
using sohoa::fuzz::require;

void readCard(const QString& text)
{
    const QDate today(2026, 11, 22);
    static_cast<void>(isWholeCard(text));
    if (const auto card = parseCard(text, today)) {
        require(card->fields >= 6 && card->fields <= 11);
        require(isPersonalNumber(card->person.personalNumber));
        require(!card->person.birthDate.isValid() || card->person.birthDate <= today);
    } else {
        static_cast<void>(cardFieldOf(card.error()));
    }
    if (const auto zone = parseMrz(text, today)) {
        require(!zone->person.birthDate.isValid() || zone->person.birthDate <= today);
    }
    static_cast<void>(mrzCheckDigit(text));
}

void readSeparator(const QString& text)
{
    if (const auto separator = parseSeparator(text)) {
        const auto again = parseSeparator(separatorText(*separator));
        require(again && *again == *separator);
    }
    if (const auto key = SheetKey::fromText(text)) {
        require(SheetKey::fromText(key->text()).value() == *key);
    }
    // The sum must not stand in the way of what comes behind it.
    const QString summed =
        text + u':' + QStringLiteral("%1").arg(crc32(text.toUtf8()), 8, 16, QLatin1Char('0')).toUpper();
    if (const auto separator = parseSeparator(summed)) {
        const auto again = parseSeparator(separatorText(*separator));
        require(again && *again == *separator);
    }
}

void readCodes(const QString& text)
{
    const QString plain = plainCodeText(text);
    require(plainCodeText(plain) == plain);
    if (const auto found = findDossierCode(text)) {
        require(parseDossierCode(*found).has_value());
    }
    if (const auto key = procedureKey(plain)) {
        require(procedureKey(*key) == key);
    }
    static_cast<void>(procedureCase(plain));
    static_cast<void>(isUnitCode(plain));
    static_cast<void>(provinceOfUnit(plain));
    static_cast<void>(isResultCode(plain));
    static_cast<void>(isComponentCode(plain));
    if (const auto share = numberShareFrom(text)) {
        require(share->workstation >= 1 && share->workstation <= share->count);
    }
    if (text.size() < 24) { // slow beside the others
        require(Catalogue::builtIn().search(text, 5).size() <= 5);
    }
    static_cast<void>(Catalogue::builtIn().find(text));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    readCard(text);
    readSeparator(text);
    readCodes(text);
    return 0;
}
