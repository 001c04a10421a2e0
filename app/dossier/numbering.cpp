// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/numbering.h"

#include "base/digest.h"
#include "dossier/codes.h"
#include "dossier/dossier.h"

#include <QRegularExpression>

#include <algorithm>

namespace sohoa::dossier {

namespace {

constexpr int mostWorkstations = 999;
constexpr int greatestNumber = 999999;

bool isPossible(const NumberShare& share)
{
    return share.workstation >= 1 && share.workstation <= share.count && share.count <= mostWorkstations;
}

Result<QString> codeOf(const QString& front, QDate date, int number)
{
    constexpr int fewestDigits = 4;
    const QString code = QStringLiteral("%1-%2-%3")
                             .arg(front, date.toString(QStringLiteral("yyMMdd")))
                             .arg(number, fewestDigits, 10, QLatin1Char('0'));
    const auto parts = parseDossierCode(code);
    if (!parts || parts->date != date) {
        return failure(ErrorCode::DossierCodeInvalid, code);
    }
    return code;
}

} // namespace

Result<NumberShare> numberShareFrom(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,3})/([0-9]{1,3})\\z"));
    const QRegularExpressionMatch match = form.match(text);
    const NumberShare share{match.captured(1).toInt(), match.captured(2).toInt()};
    if (!match.hasMatch() || !isPossible(share)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("workstation ") + text);
    }
    return share;
}

Result<int> nextNumber(int lastUsed, const NumberShare& share)
{
    if (!isPossible(share) || lastUsed < 0) {
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("workstation %1/%2").arg(share.workstation).arg(share.count));
    }
    // The first number of the share, and as many steps of n as lead beyond the last one.
    int number = share.workstation;
    if (lastUsed >= number) {
        number += ((lastUsed - number) / share.count + 1) * share.count;
    }
    if (number > greatestNumber) {
        return failure(ErrorCode::NumbersExhausted, QString::number(lastUsed));
    }
    return number;
}

Result<QString> dossierCode(const QString& unit, QDate date, int number)
{
    if (!isUnitCode(unit)) {
        return failure(ErrorCode::DossierCodeInvalid, QStringLiteral("unit ") + unit);
    }
    return codeOf(unit, date, number);
}

Result<QString> provisionalCode(const QString& homeId, QDate date, int number)
{
    constexpr qsizetype digits = 4;
    // Hashed, so that any identity will do and the code does not give it away.
    const QString mark = sha256Hex(homeId.toUtf8()).first(digits).toUpper();
    return codeOf(QStringLiteral("TAM-") + mark, date, number);
}

QString paperCode(const QString& dossierCode, int component, int version)
{
    QString code =
        dossierCode + (component == resultComponent ? QStringLiteral("-KQ")
                                                    : QStringLiteral("-TP") + QString::number(component));
    if (version > 1) {
        code += QStringLiteral("-v") + QString::number(version);
    }
    return code;
}

QString digitizedResultCode(const QString& owner, const QString& paperType, QChar separator)
{
    return owner + separator + paperType;
}

} // namespace sohoa::dossier
