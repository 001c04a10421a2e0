// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/mrz.h"

#include "dossier/codes.h"

#include <QRegularExpression>

#include <array>

namespace sohoa::dossier {

namespace {

constexpr qsizetype lineLength = 30;

tl::unexpected<Error> wrong(const char* what)
{
    return failure(ErrorCode::CardFieldInvalid, QLatin1String(what));
}

bool fits(const QString& text, QChar digit)
{
    const int expected = mrzCheckDigit(text);
    // "<" may stand for the check digit of an empty field.
    return expected >= 0 && (digit == QChar(u'0' + expected) || (digit == u'<' && expected == 0));
}

QString withoutFillers(QString text)
{
    return text.replace(u'<', u' ').simplified();
}

QDate dateOf(const QString& text, int century)
{
    return QDate(century + text.left(2).toInt(), text.mid(2, 2).toInt(), text.mid(4, 2).toInt());
}

bool isSixDigits(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{6}\\z"));
    return form.match(text).hasMatch();
}

Result<QDate> readBirth(const QString& text, const QString& number, QDate today)
{
    if (!isSixDigits(text)) {
        return wrong("birth date is not six digits");
    }
    constexpr int twentieth = 1900;
    constexpr int twentyFirst = 2000;
    int century = twentieth;
    if (!number.isEmpty()) {
        century += number.mid(3, 1).toInt() / 2 * 100;
    } else if (const QDate late = dateOf(text, twentyFirst); late.isValid() && late <= today) {
        century = twentyFirst;
    }
    const QDate date = dateOf(text, century);
    if (!date.isValid()) {
        return wrong("birth date does not exist");
    }
    if (today.isValid() && date > today) {
        return wrong("birth date is in the future");
    }
    return date;
}

Result<QDate> readExpiry(const QString& text)
{
    if (!isSixDigits(text)) {
        return wrong("expiry date is not six digits");
    }
    // Cards of people over 60 say 991231, "never".
    if (text == QLatin1String("991231")) {
        return QDate();
    }
    const QDate date = dateOf(text, 2000);
    if (!date.isValid()) {
        return wrong("expiry date does not exist");
    }
    return date;
}

QString readName(const QString& line)
{
    const qsizetype gap = line.indexOf(QLatin1String("<<"));
    const QString family = withoutFillers(line.left(gap < 0 ? line.size() : gap));
    const QString given = gap < 0 ? QString() : withoutFillers(line.mid(gap));
    return QString(family + u' ' + given).trimmed();
}

} // namespace

int mrzCheckDigit(const QString& text)
{
    constexpr std::array weights = {7, 3, 1};
    constexpr int valueOfA = 10;
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        int value = 0;
        if (c >= u'0' && c <= u'9') {
            value = c - u'0';
        } else if (c >= u'A' && c <= u'Z') {
            value = c - u'A' + valueOfA;
        } else if (c != u'<') {
            return -1;
        }
        sum += value * weights[static_cast<std::size_t>(i) % weights.size()];
    }
    return sum % 10;
}

Result<MrzReading> parseMrz(const QString& raw, QDate today)
{
    QString text = plainCodeText(raw);
    text.remove(u' ');
    if (text.size() != 3 * lineLength || mrzCheckDigit(text) < 0) {
        return failure(ErrorCode::CardNotRecognised, QStringLiteral("not three lines of 30 characters"));
    }
    const QString first = text.left(lineLength);
    const QString second = text.mid(lineLength, lineLength);
    if (first.front() != u'I' && first.front() != u'A' && first.front() != u'C') {
        return failure(ErrorCode::CardNotRecognised, QStringLiteral("not the first line of a card"));
    }
    if (!fits(first.mid(5, 9), first[14])) {
        return wrong("check digit of the document number");
    }
    if (!fits(second.left(6), second[6])) {
        return wrong("check digit of the birth date");
    }
    if (!fits(second.mid(8, 6), second[14])) {
        return wrong("check digit of the expiry date");
    }
    if (!fits(first.mid(5, 25) + second.left(7) + second.mid(8, 7) + second.mid(18, 11), second[29])) {
        return wrong("check digit of the whole");
    }
    MrzReading reading;
    reading.issuer = withoutFillers(first.mid(2, 3));
    reading.documentNumber = withoutFillers(first.mid(5, 9));
    reading.nationality = withoutFillers(second.mid(15, 3));
    // Vietnamese cards carry the personal number in the optional part of line 1 (domain guide, section 4).
    if (const QString number = first.mid(15, 12); isPersonalNumber(number)) {
        reading.person.personalNumber = number;
    }
    SOHOA_ASSIGN(reading.person.birthDate, readBirth(second.left(6), reading.person.personalNumber, today));
    SOHOA_ASSIGN(reading.expires, readExpiry(second.mid(8, 6)));
    reading.person.sex = second[7] == u'M' ? Sex::Male : (second[7] == u'F' ? Sex::Female : Sex::Unknown);
    reading.person.fullName = readName(text.mid(2 * lineLength));
    if (reading.person.fullName.isEmpty()) {
        return wrong("no name");
    }
    return reading;
}

} // namespace sohoa::dossier
