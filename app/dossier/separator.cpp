// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/separator.h"

#include "dossier/codes.h"

#include <QStringList>

#include <optional>

namespace sohoa::dossier {

namespace {

constexpr int mostSides = 9999;
constexpr int mostComponents = 1000; // resultComponent included

QString sumOf(const QString& text)
{
    constexpr int digits = 8;
    return QStringLiteral("%1").arg(crc32(text.toUtf8()), digits, 16, QLatin1Char('0')).toUpper();
}

std::optional<int> numberFrom(const QString& text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    // Exactly as we print it: no sign, no leading zero.
    if (!ok || number < least || number > most || QString::number(number) != text) {
        return {};
    }
    return number;
}

tl::unexpected<Error> invalid(const char* why)
{
    return failure(ErrorCode::SeparatorInvalid, QLatin1String(why));
}

} // namespace

QString separatorText(const Separator& separator)
{
    const bool startsDossier = separator.kind == Separator::Kind::Dossier;
    const QStringList parts{QStringLiteral("SH1"), startsDossier ? QStringLiteral("D") : QStringLiteral("C"),
                            separator.dossierCode,
                            startsDossier ? separator.procedureCode : QString::number(separator.component),
                            QString::number(separator.sidesExpected)};
    const QString text = parts.join(u':');
    return text + u':' + sumOf(text);
}

Result<Separator> parseSeparator(const QString& text)
{
    const QString plain = plainCodeText(text);
    const QStringList parts = plain.split(u':');
    constexpr qsizetype partCount = 6;
    if (parts.size() != partCount || parts[0] != QLatin1String("SH1")) {
        return invalid("not the six parts of SH1");
    }
    if (sumOf(plain.left(plain.lastIndexOf(u':'))) != parts[5]) {
        return invalid("sum does not fit");
    }
    Separator separator;
    separator.dossierCode = parts[2];
    if (!parseDossierCode(separator.dossierCode)) {
        return invalid("dossier code");
    }
    if (parts[1] == QLatin1String("D")) {
        separator.procedureCode = parts[3];
        if (!procedureKey(separator.procedureCode)) {
            return invalid("procedure code");
        }
    } else if (parts[1] == QLatin1String("C")) {
        separator.kind = Separator::Kind::Component;
        const auto component = numberFrom(parts[3], 1, mostComponents);
        if (!component) {
            return invalid("component number");
        }
        separator.component = *component;
    } else {
        return invalid("neither dossier nor component");
    }
    const auto sheets = numberFrom(parts[4], 0, mostSides);
    if (!sheets) {
        return invalid("number of sides");
    }
    separator.sidesExpected = *sheets;
    return separator;
}

quint32 crc32(QByteArrayView data)
{
    constexpr quint32 polynomial = 0xedb88320;
    quint32 sum = 0xffffffff;
    for (const char byte : data) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 1U) != 0 ? (sum >> 1U) ^ polynomial : sum >> 1U;
        }
    }
    return ~sum;
}

} // namespace sohoa::dossier
