// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/idcard.h"

#include "base/text.h"
#include "dossier/codes.h"
#include "dossier/inputmethod.h"
#include "dossier/provinces.h"

#include <QRegularExpression>
#include <QStringList>

namespace sohoa::dossier {

namespace {

constexpr qsizetype longestPayload = 2000;
constexpr qsizetype fewestFields = 6;
constexpr qsizetype mostFields = 11;

const QLatin1String fieldMark("field ");

tl::unexpected<Error> fieldFailure(ErrorCode code, CardField field, const char* problem)
{
    return failure(code, fieldMark + QString::number(static_cast<int>(field)) + QStringLiteral(": ") +
                             QLatin1String(problem));
}

QString fieldAt(const QStringList& fields, CardField field)
{
    return fields.value(static_cast<int>(field) - 1).simplified();
}

/// Cuts label text in front of the number: "CCCD: 079..." or "[QR1] 079...".
QString withoutLabel(const QString& first)
{
    static const QRegularExpression numberAtEnd(QStringLiteral("(?:^|[^0-9])([0-9]{12})\\s*\\z"));
    const QRegularExpressionMatch match = numberAtEnd.match(first);
    return match.hasMatch() ? match.captured(1) : first.trimmed();
}

QDate dateFrom(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{8}\\z"));
    if (!form.match(text).hasMatch()) {
        return {};
    }
    constexpr int earliestYear = 1880;
    const QDate date(text.mid(4).toInt(), text.mid(2, 2).toInt(), text.left(2).toInt());
    return date.isValid() && date.year() >= earliestYear ? date : QDate();
}

bool isDamagedByReader(const QString& text)
{
    // What readers put for letters they cannot type, and halves of UTF-8 letters shown as Latin-1.
    static const QRegularExpression damage(QStringLiteral("[?*\\x{80}-\\x{bf}\\x{25a1}\\x{fffd}]"));
    return damage.match(text).hasMatch();
}

bool isName(const QString& text)
{
    // Names of the peoples of Viet Nam hold apostrophes, hyphens and single letters (H'Bla Niê, Y-Thoan).
    static const QRegularExpression form(QStringLiteral("\\A\\p{L}[\\p{L}\\p{M} '\u2019\u02bc.,()\\-]*\\z"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text).hasMatch();
}

bool hasVietnameseLetter(const QStringList& fields)
{
    for (const QString& field : fields) {
        for (const QChar c : field) {
            if (c.unicode() > 0x7f && c.isLetter()) {
                return true;
            }
        }
    }
    return false;
}

/// Sex as printed; Unknown for anything else.
Sex sexOf(const QString& text)
{
    const QString folded = foldForSearch(text);
    if (folded == QLatin1String("nam")) {
        return Sex::Male;
    }
    return folded == QLatin1String("nu") ? Sex::Female : Sex::Unknown;
}

/// Digit 4 of the number: even for men, odd for women, two values a century from 1900 on (Nghị định
/// 70/2024/NĐ-CP; Thông tư 59/2021/TT-BCA, article 4).
void compareNumber(const Person& person, std::vector<CardWarning>& warnings)
{
    const QString& number = person.personalNumber;
    if (Provinces::builtIn().placeOfPrefix(number.first(3)).isEmpty()) {
        warnings.push_back(CardWarning::PrefixUnknown);
    }
    const int centuryAndSex = number.mid(3, 1).toInt();
    if ((person.sex == Sex::Female) != (centuryAndSex % 2 == 1)) {
        warnings.push_back(CardWarning::SexDiffers);
    }
    constexpr int firstCentury = 1900;
    if (firstCentury + centuryAndSex / 2 * 100 + number.mid(4, 2).toInt() != person.birthDate.year()) {
        warnings.push_back(CardWarning::BirthYearDiffers);
    }
}

/// Whether fields 4 and 5 say card although field 1 does not.
bool looksLikeCard(const QStringList& fields)
{
    return fields.size() >= fewestFields && fields.size() <= mostFields &&
           dateFrom(fieldAt(fields, CardField::BirthDate)).isValid();
}

Result<Sex> readSex(const QString& text)
{
    const Sex sex = sexOf(text);
    if (sex != Sex::Unknown) {
        return sex;
    }
    // "Nữ" is Nuwx, Nwx or Nux in Telex and Nu74 in VNI, in any order of the keys.
    static const QRegularExpression typed(QStringLiteral("\\Anu?[wx47]{1,3}\\z"));
    if (typed.match(foldForSearch(text)).hasMatch() || isDamagedByReader(text)) {
        return fieldFailure(ErrorCode::CardMangled, CardField::Sex, "typed through an input method");
    }
    return fieldFailure(ErrorCode::CardFieldInvalid, CardField::Sex, "neither Nam nor Nữ");
}

Result<QString> readName(const QString& text)
{
    if (text.isEmpty()) {
        return fieldFailure(ErrorCode::CardFieldInvalid, CardField::FullName, "empty");
    }
    if (isDamagedByReader(text) || isTypedByVni(text)) {
        return fieldFailure(ErrorCode::CardMangled, CardField::FullName, "letters lost or typed differently");
    }
    if (!isName(text)) {
        return fieldFailure(ErrorCode::CardFieldInvalid, CardField::FullName, "not the letters of a name");
    }
    return text;
}

Result<QDate> readDate(const QStringList& fields, CardField field, QDate today)
{
    const QDate date = dateFrom(fieldAt(fields, field));
    if (!date.isValid()) {
        return fieldFailure(ErrorCode::CardFieldInvalid, field, "no such date");
    }
    if (today.isValid() && date > today) {
        return fieldFailure(ErrorCode::CardFieldInvalid, field, "in the future");
    }
    return date;
}

Result<CardReading> readFields(const QStringList& fields, QDate today)
{
    CardReading reading;
    reading.fields = static_cast<int>(fields.size());
    Person& person = reading.person;
    person.personalNumber = withoutLabel(fields.constFirst());
    person.oldNumber = fieldAt(fields, CardField::OldNumber);
    if (!person.oldNumber.isEmpty() && !isOldNumber(person.oldNumber)) {
        return fieldFailure(ErrorCode::CardFieldInvalid, CardField::OldNumber, "neither empty nor 9 digits");
    }
    SOHOA_ASSIGN(person.birthDate, readDate(fields, CardField::BirthDate, today));
    SOHOA_ASSIGN(person.sex, readSex(fieldAt(fields, CardField::Sex)));
    const bool hasMarks = hasVietnameseLetter(fields);
    const QString name = fieldAt(fields, CardField::FullName);
    person.residence = fieldAt(fields, CardField::Residence);
    if (!hasMarks && (isTypedByTelex(name) || isTypedByTelex(person.residence))) {
        return fieldFailure(ErrorCode::CardMangled, CardField::FullName, "typed in Telex");
    }
    SOHOA_ASSIGN(person.fullName, readName(name));
    if (const QString issued = fieldAt(fields, CardField::IssueDate); !issued.isEmpty()) {
        SOHOA_ASSIGN(person.issueDate, readDate(fields, CardField::IssueDate, today));
        if (person.issueDate < person.birthDate) {
            reading.warnings.push_back(CardWarning::IssuedBeforeBirth);
        }
    }
    if (!hasMarks) {
        reading.warnings.push_back(CardWarning::ToneMarksMissing);
    }
    compareNumber(person, reading.warnings);
    return reading;
}

} // namespace

Result<CardReading> parseCard(const QString& raw, QDate today)
{
    if (raw.size() > longestPayload) {
        return failure(ErrorCode::CardNotRecognised, QStringLiteral("too long for a card"));
    }
    const QString repaired = withRepairedEncoding(raw);
    const QStringList fields = plainCodeText(repaired).split(u'|');
    if (!isPersonalNumber(withoutLabel(fields.constFirst()))) {
        if (looksLikeCard(fields)) {
            return fieldFailure(ErrorCode::CardFieldInvalid, CardField::PersonalNumber, "not 12 digits");
        }
        return failure(ErrorCode::CardNotRecognised, QStringLiteral("no personal number in front"));
    }
    if (fields.size() == 1) {
        return failure(ErrorCode::CardNotRecognised, QStringLiteral("a number alone"));
    }
    if (fields.size() < fewestFields || fields.size() > mostFields) {
        return failure(ErrorCode::CardFieldCount, QString::number(fields.size()) + QStringLiteral(" fields"));
    }
    Result<CardReading> reading = readFields(fields, today);
    if (reading && repaired != raw) {
        reading->warnings.push_back(CardWarning::EncodingRepaired);
    }
    return reading;
}

std::optional<CardField> cardFieldOf(const Error& error)
{
    const bool named = error.code == ErrorCode::CardFieldInvalid || error.code == ErrorCode::CardMangled;
    if (!named || !error.detail.startsWith(fieldMark)) {
        return {};
    }
    const int number = QStringView(error.detail).mid(fieldMark.size(), 1).toInt();
    if (number < static_cast<int>(CardField::PersonalNumber) ||
        number > static_cast<int>(CardField::IssueDate)) {
        return {};
    }
    return static_cast<CardField>(number);
}

bool isWholeCard(const QString& typed)
{
    constexpr int fieldsOfOldCards = 7;
    const Result<CardReading> reading = parseCard(typed);
    return reading && reading->fields >= fieldsOfOldCards && reading->person.issueDate.isValid();
}

} // namespace sohoa::dossier
