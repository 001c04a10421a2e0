// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dossiers/differences.h"

#include "base/clock.h"
#include "base/text.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QPainter>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;
using workflow::FieldDifference;
using workflow::FieldVersion;

namespace {

constexpr int rowHeight = 84;
/// Below this width who wrote a value stands below it.
constexpr int roomyFrom = 600;
constexpr int originHeight = 17;

/// The last part of a field's name: "state" of "component 2.state".
QString memberOf(const QString& field)
{
    return field.section(QLatin1Char('.'), -1);
}

QString memberName(const QString& member)
{
    const std::pair<const char*, QString> names[] = {
        {"code", DifferenceModel::tr("dossier code")},
        {"decidingUnit", DifferenceModel::tr("deciding unit")},
        {"procedureCode", DifferenceModel::tr("procedure code")},
        {"procedureName", DifferenceModel::tr("procedure")},
        {"channel", DifferenceModel::tr("channel")},
        {"status", DifferenceModel::tr("status")},
        {"receivedAt", DifferenceModel::tr("received at")},
        {"dueAt", DifferenceModel::tr("due at")},
        {"finishedAt", DifferenceModel::tr("finished at")},
        {"supplements", DifferenceModel::tr("number of supplements")},
        {"officer", DifferenceModel::tr("officer")},
        {"subject", DifferenceModel::tr("subject")},
        {"personalNumber", DifferenceModel::tr("personal number")},
        {"oldNumber", DifferenceModel::tr("old identity number")},
        {"fullName", DifferenceModel::tr("full name")},
        {"birthDate", DifferenceModel::tr("date of birth")},
        {"sex", DifferenceModel::tr("sex")},
        {"residence", DifferenceModel::tr("residence")},
        {"issueDate", DifferenceModel::tr("date of issue")},
        {"phone", DifferenceModel::tr("phone number")},
        {"state", DifferenceModel::tr("state")},
        {"duty", DifferenceModel::tr("what to do with it")},
        {"name", DifferenceModel::tr("name")},
        {"title", DifferenceModel::tr("title")},
        {"signature", DifferenceModel::tr("signature")},
    };
    for (const auto& [word, name] : names) {
        if (member == QLatin1String(word)) {
            return name;
        }
    }
    return member; // a field of a newer version
}

QString numberedValue(const QString& member, int number)
{
    if (member == QLatin1String("status")) {
        const auto status = dossierStatusFrom(number);
        return status ? wording::name(*status) : QString::number(number);
    }
    if (member == QLatin1String("channel") && number >= static_cast<int>(Channel::Direct) &&
        number <= static_cast<int>(Channel::Post)) {
        return wording::name(static_cast<Channel>(number));
    }
    return QString::number(number);
}

QString wordedValue(const QString& member, const QString& text)
{
    if (member.endsWith(QLatin1String("At"))) {
        const QDateTime time = fromIso(text);
        return time.isValid() ? wording::dateTime(time) : text;
    }
    if (member.endsWith(QLatin1String("Date"))) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() ? day.toString(QStringLiteral("dd/MM/yyyy")) : text;
    }
    if (member == QLatin1String("personalNumber") || member == QLatin1String("oldNumber")) {
        return maskPersonalNumber(text);
    }
    if (member == QLatin1String("state")) {
        const auto state = componentStateFrom(text);
        return state ? wording::name(*state) : text;
    }
    if (member == QLatin1String("sex")) {
        const auto sex = sexFrom(text);
        return sex ? wording::name(*sex) : text;
    }
    return text;
}

} // namespace

QString differenceValue(const QString& field, const QJsonValue& value)
{
    const QString member = memberOf(field);
    QString text;
    if (value.isDouble()) {
        text = numberedValue(member, value.toInt());
    } else if (value.isBool()) {
        text = value.toBool() ? DifferenceModel::tr("yes") : DifferenceModel::tr("no");
    } else {
        text = wordedValue(member, value.toString());
    }
    return text.isEmpty() ? DifferenceModel::tr("empty") : capital(text);
}

QString differenceOrigin(const FieldVersion& version)
{
    QStringList parts;
    if (!version.actor.isEmpty()) {
        parts.append(version.actor);
    }
    parts.append(version.isOwn ? DifferenceModel::tr("this workstation")
                               : DifferenceModel::tr("workstation %1").arg(version.workstation));
    parts.append(wording::dateTime(version.at));
    return parts.join(QStringLiteral(", "));
}

void DifferenceModel::set(std::vector<FieldDifference> differences, std::vector<Component> components)
{
    beginResetModel();
    m_differences = std::move(differences);
    m_components = std::move(components);
    endResetModel();
}

const FieldDifference& DifferenceModel::at(const QModelIndex& index) const
{
    return m_differences.at(static_cast<std::size_t>(index.row()));
}

QString DifferenceModel::fieldName(const QModelIndex& index) const
{
    const QString& field = at(index).field;
    const QString member = memberName(memberOf(field));
    static const QString componentWord = QStringLiteral("component ");
    if (field.startsWith(componentWord)) {
        const int number = field.mid(componentWord.size()).section(QLatin1Char('.'), 0, 0).toInt();
        const auto found =
            std::find_if(m_components.begin(), m_components.end(),
                         [number](const Component& component) { return component.number == number; });
        return QStringLiteral("%1: %2").arg(
            found != m_components.end() ? found->name : tr("Component %1").arg(number), member);
    }
    if (field.startsWith(QLatin1String("paper "))) {
        return QStringLiteral("%1: %2").arg(tr("Paper"), member);
    }
    return capital(member);
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const FieldDifference& difference = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return fieldName(index);
    case Qt::AccessibleTextRole:
        return tr("%1: %2 counts, from %3; the other is %4, from %5")
            .arg(fieldName(index), differenceValue(difference.field, difference.counting.value),
                 differenceOrigin(difference.counting),
                 differenceValue(difference.field, difference.other.value),
                 differenceOrigin(difference.other));
    default:
        return {};
    }
}

namespace {

int differenceHeight(const QModelIndex&, int width)
{
    return width >= roomyFrom ? rowHeight : rowHeight + 2 * originHeight;
}

void paintDifference(QPainter& painter, const QRect& rect, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const DifferenceModel*>(index.model());
    const FieldDifference& difference = model->at(index);
    const QRect inner = rect.adjusted(space::m, space::s, -space::m, 0);
    paintLines(painter, inner, model->fieldName(index), fontOf(TextRole::Strong), colours.ink, 1);
    const bool roomy = rect.width() >= roomyFrom;
    const ChipText first{Tone::Success, DifferenceModel::tr("1  counts now"), Icon::Check};
    const ChipText second{Tone::Neutral, DifferenceModel::tr("2  the other"), Icon::Pending};
    const int left = inner.left() + std::max(chipWidth(first), chipWidth(second)) + space::s;
    const auto line = [&](int top, const FieldVersion& version, const ChipText& chip) {
        paintChip(painter, inner.left(), inner.top() + top + 9, chip, colours);
        const QString value = differenceValue(difference.field, version.value);
        const QString origin = differenceOrigin(version);
        const QRect place(left, inner.top() + top, inner.right() - left, 20);
        paintLines(painter, place, roomy ? value + QStringLiteral("   ·   ") + origin : value,
                   fontOf(TextRole::Body), colours.ink, 1);
        if (!roomy) {
            paintLines(painter, place.translated(0, 18), origin, fontOf(TextRole::Caption), colours.inkMuted,
                       1);
        }
    };
    line(22, difference.counting, first);
    line(roomy ? 46 : 46 + originHeight, difference.other, second);
}

} // namespace

RowLook differenceRows()
{
    return {differenceHeight, paintDifference};
}

} // namespace sohoa::ui
