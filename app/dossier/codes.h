// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace sohoa::dossier {

/// Text of a code reader or keyboard wedge made plain: NFC, full-width letters, digits and signs (U+FF01 to
/// U+FF5E) as ASCII, control and format characters (zero width, byte order mark, tabulators) dropped, other
/// spaces as U+0020, ends trimmed. Line ends become one space. The symbology identifier some readers send in
/// front ("]Q3", ISO/IEC 15424) is cut. What is left is compared and parsed.
QString plainCodeText(const QString& raw);

/// The parts of a dossier code (mã hồ sơ): unit code, reception date, daily number. Both historic orders of
/// the unit code are accepted: "000.00.19.H26-210305-0001" (province last) and "H48.15.29-230607-0001"
/// (province first), and our own provisional codes ("TAM-9F3A-261120-0001").
struct DossierCodeParts
{
    QString unit; ///< unit code, or "TAM-9F3A" of a provisional code
    QDate date;   ///< years 2000 to 2099
    int number = 0;
    bool provisional = false;

    bool operator==(const DossierCodeParts&) const = default;
};

/// Empty when text, taken as it is, is not a dossier code.
std::optional<DossierCodeParts> parseDossierCode(const QString& text);
/// The first dossier code inside a longer text (a receipt's QR, a URL); empty when there is none.
std::optional<QString> findDossierCode(const QString& text);

/// Unit code (mã định danh điện tử): A-Z, 0-9 and dots, 1 to 35 characters, no empty group. Says nothing
/// about whether the unit exists (Quyết định 20/2020/QĐ-TTg, article 4).
bool isUnitCode(const QString& text);
/// The province's group of a unit code ("H26" of "000.00.19.H26" and of "H26.19"); empty when there is none.
QString provinceOfUnit(const QString& unit);

/// A procedure code (mã thủ tục hành chính) by its first two groups, which alone identify it: "1.001193" of
/// "1.001193", "1.001193.000.00.00.H55" and of the case "1.001193.02". Empty when text is none.
std::optional<QString> procedureKey(const QString& text);
/// The case of a procedure ("02" of "1.001193.02"); empty when the code has none.
std::optional<QString> procedureCase(const QString& text);

/// Result type: "KQ.<ministry>.NNNNNN", "KQ.G15.000031".
bool isResultCode(const QString& text);
/// Component: "000.00.00.<ministry>-KQNNNNNN", "000.00.00.G15-KQ003204".
bool isComponentCode(const QString& text);

/// Personal number: 12 digits.
bool isPersonalNumber(const QString& text);
/// Old ID number: 9 digits.
bool isOldNumber(const QString& text);

} // namespace sohoa::dossier
