// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QDate>
#include <QString>

namespace sohoa::dossier {

/// Which of the numbers of a unit's day a workstation may give. Numbers of n workstations never collide
/// although none asks another: workstation k of n gives the numbers congruent to k modulo n.
struct NumberShare
{
    int workstation = 0; ///< k, 1..n
    int count = 0;       ///< n; 0: not enrolled, only provisional codes

    bool operator==(const NumberShare&) const = default;
    [[nodiscard]] bool isEnrolled() const { return count > 0; }
};

/// Share from "K/N" ("2/5"; the command line's form). InvalidArgument for anything else, and unless
/// 1 <= K <= N <= 999.
[[nodiscard]] Result<NumberShare> numberShareFrom(const QString& text);

/// The next daily number of a workstation after `lastUsed` (0: none used today). A share that changed during
/// the day goes on after the last number. InvalidArgument for an impossible share, NumbersExhausted above
/// 999999.
[[nodiscard]] Result<int> nextNumber(int lastUsed, const NumberShare& share);

/// mã hồ sơ: unit code "-" YYMMDD "-" number of at least four digits: "H24.31.08-261120-0001". The day is the
/// one in +07:00. DossierCodeInvalid when the parts make no code.
[[nodiscard]] Result<QString> dossierCode(const QString& unit, QDate date, int number);

/// A code given without a share: "TAM-9F3A-261120-0001", "tạm" for provisional. The four hex digits come from
/// the home's identity, so that two machines rarely give the same one; the dossier's uid keeps them apart
/// even then. A printed receipt keeps it: it is never renumbered in silence.
[[nodiscard]] Result<QString> provisionalCode(const QString& homeId, QDate date, int number);

/// mã giấy tờ of a component's paper: dossier code, "-TP", component number, and "-v2" and so on from the
/// second version; "-KQ" instead for the result of the procedure (component resultComponent).
QString paperCode(const QString& dossierCode, int component, int version = 1);

/// mã kết quả số hóa: owner identifier, separator, paper-type code. Without identifier the owner part is
/// empty (Thông tư 01/2023/TT-VPCP). The separator is not confirmed in the legal text: a setting.
QString digitizedResultCode(const QString& owner, const QString& paperType, QChar separator = u'-');

} // namespace sohoa::dossier
