// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/page.h"

#include "base/words.h"

#include <QJsonArray>

namespace sohoa::dossier {

namespace {

constexpr std::array<Word<PageState>, 3> pageStates = {
    {{PageState::Kept, "kept"}, {PageState::SetAside, "set-aside"}, {PageState::Deleted, "deleted"}}};

constexpr std::array<Word<SetAsideReason>, 6> setAsideReasons = {
    {{SetAsideReason::None, "none"},
     {SetAsideReason::Blank, "blank"},
     {SetAsideReason::Separator, "separator"},
     {SetAsideReason::Repeated, "repeated"},
     {SetAsideReason::Clerk, "clerk"},
     {SetAsideReason::Unreadable, "unreadable"}}};

constexpr std::array<Word<PageFormat>, 4> pageFormats = {{{PageFormat::Jpeg, "jpeg"},
                                                          {PageFormat::Png, "png"},
                                                          {PageFormat::Tiff, "tiff"},
                                                          {PageFormat::Pdf, "pdf"}}};

QJsonValue quadToJson(const std::optional<Quad>& quad)
{
    if (!quad) {
        return QJsonValue::Null;
    }
    QJsonArray corners;
    for (const QPointF& corner : *quad) {
        corners += QJsonArray{corner.x(), corner.y()};
    }
    return corners;
}

std::optional<Quad> quadFrom(const QJsonValue& json)
{
    const QJsonArray corners = json.toArray();
    if (corners.size() != 4) {
        return {};
    }
    Quad quad;
    for (qsizetype i = 0; i < 4; ++i) {
        const QJsonArray point = corners[i].toArray();
        quad[static_cast<std::size_t>(i)] = QPointF(point.at(0).toDouble(), point.at(1).toDouble());
    }
    return quad;
}

} // namespace

QString toString(PageState state)
{
    return wordOf(pageStates, state);
}

QString toString(SetAsideReason reason)
{
    return wordOf(setAsideReasons, reason);
}

QString toString(PageFormat format)
{
    return wordOf(pageFormats, format);
}

std::optional<PageState> pageStateFrom(const QString& word)
{
    return valueOf(pageStates, word);
}

std::optional<SetAsideReason> setAsideReasonFrom(const QString& word)
{
    return valueOf(setAsideReasons, word);
}

std::optional<PageFormat> pageFormatFrom(const QString& word)
{
    return valueOf(pageFormats, word);
}

QJsonObject toJson(const PageFindings& findings)
{
    QJsonArray codes;
    for (const Code& code : findings.codes) {
        codes += QJsonObject{{QStringLiteral("format"), code.format},
                             {QStringLiteral("text"), code.text},
                             {QStringLiteral("corners"), quadToJson(code.corners)},
                             {QStringLiteral("kind"), toString(code.kind)}};
    }
    QJsonArray doubts;
    for (const QualityFinding finding : findings.quality.findings) {
        doubts += toString(finding);
    }
    const StageTimes& times = findings.milliseconds;
    return QJsonObject{
        {QStringLiteral("blank"), findings.blank},
        {QStringLiteral("blankConfidence"), findings.blankConfidence},
        {QStringLiteral("skewDegrees"),
         findings.skewDegrees ? QJsonValue(*findings.skewDegrees) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("skewConfidence"), findings.skewConfidence},
        {QStringLiteral("orientation"),
         findings.orientation ? QJsonValue(*findings.orientation) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("orientationConfidence"), findings.orientationConfidence},
        {QStringLiteral("pageQuad"), quadToJson(findings.pageQuad)},
        {QStringLiteral("codes"), codes},
        {QStringLiteral("unreadSheet"), findings.unreadSheet},
        {QStringLiteral("quality"), QJsonObject{{QStringLiteral("sharpness"), findings.quality.sharpness},
                                                {QStringLiteral("contrast"), findings.quality.contrast},
                                                {QStringLiteral("findings"), doubts}}},
        {QStringLiteral("milliseconds"), QJsonObject{{QStringLiteral("decode"), times.decode},
                                                     {QStringLiteral("blank"), times.blank},
                                                     {QStringLiteral("skew"), times.skew},
                                                     {QStringLiteral("orientation"), times.orientation},
                                                     {QStringLiteral("codes"), times.codes},
                                                     {QStringLiteral("quality"), times.quality}}},
    };
}

std::optional<PageFindings> findingsFrom(const QJsonObject& json)
{
    if (!json.contains(QLatin1String("blank"))) {
        return {};
    }
    PageFindings findings;
    findings.blank = json[QLatin1String("blank")].toBool();
    findings.blankConfidence = json[QLatin1String("blankConfidence")].toDouble();
    if (const QJsonValue skew = json[QLatin1String("skewDegrees")]; skew.isDouble()) {
        findings.skewDegrees = skew.toDouble();
    }
    findings.skewConfidence = json[QLatin1String("skewConfidence")].toDouble();
    if (const QJsonValue orientation = json[QLatin1String("orientation")]; orientation.isDouble()) {
        findings.orientation = orientation.toInt();
    }
    findings.orientationConfidence = json[QLatin1String("orientationConfidence")].toDouble();
    findings.pageQuad = quadFrom(json[QLatin1String("pageQuad")]);
    const QJsonArray codes = json[QLatin1String("codes")].toArray();
    for (const QJsonValue& value : codes) {
        const QJsonObject object = value.toObject();
        Code code;
        code.format = object[QLatin1String("format")].toString();
        code.text = object[QLatin1String("text")].toString();
        code.corners = quadFrom(object[QLatin1String("corners")]).value_or(Quad{});
        code.kind = codeKindFrom(object[QLatin1String("kind")].toString()).value_or(CodeKind::Text);
        findings.codes.push_back(code);
    }
    findings.unreadSheet = json[QLatin1String("unreadSheet")].toBool();
    const QJsonObject quality = json[QLatin1String("quality")].toObject();
    findings.quality.sharpness = quality[QLatin1String("sharpness")].toDouble();
    findings.quality.contrast = quality[QLatin1String("contrast")].toDouble();
    const QJsonArray doubts = quality[QLatin1String("findings")].toArray();
    for (const QJsonValue& value : doubts) {
        if (const auto finding = qualityFindingFrom(value.toString())) {
            findings.quality.findings.push_back(*finding);
        }
    }
    const QJsonObject times = json[QLatin1String("milliseconds")].toObject();
    findings.milliseconds = {
        times[QLatin1String("decode")].toDouble(), times[QLatin1String("blank")].toDouble(),
        times[QLatin1String("skew")].toDouble(),   times[QLatin1String("orientation")].toDouble(),
        times[QLatin1String("codes")].toDouble(),  times[QLatin1String("quality")].toDouble()};
    return findings;
}

QJsonObject toJson(const PageEdits& edits)
{
    return QJsonObject{{QStringLiteral("turn"), edits.turn},
                       {QStringLiteral("deskewDegrees"), edits.deskewDegrees},
                       {QStringLiteral("crop"), quadToJson(edits.crop)}};
}

std::optional<PageEdits> editsFrom(const QJsonObject& json)
{
    if (!json.contains(QLatin1String("turn"))) {
        return {};
    }
    return PageEdits{json[QLatin1String("turn")].toInt(), json[QLatin1String("deskewDegrees")].toDouble(),
                     quadFrom(json[QLatin1String("crop")])};
}

} // namespace sohoa::dossier
