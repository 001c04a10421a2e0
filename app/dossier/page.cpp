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

constexpr std::array<Word<PageFormat>, 5> pageFormats = {{{PageFormat::Jpeg, "jpeg"},
                                                          {PageFormat::Png, "png"},
                                                          {PageFormat::Tiff, "tiff"},
                                                          {PageFormat::Pdf, "pdf"},
                                                          {PageFormat::Heif, "heif"}}};

constexpr std::array<Word<CropKind>, 3> cropKinds = {
    {{CropKind::Sheet, "sheet"}, {CropKind::Box, "box"}, {CropKind::Borders, "borders"}}};

constexpr std::array<Word<StuckNote>, 3> stuckNotes = {
    {{StuckNote::None, "none"}, {StuckNote::Present, "present"}, {StuckNote::Excused, "excused"}}};

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

/// Each as [x, y, radius].
QJsonArray discsToJson(const std::vector<Disc>& discs)
{
    QJsonArray array;
    for (const Disc& disc : discs) {
        array += QJsonArray{disc.centre.x(), disc.centre.y(), disc.radius};
    }
    return array;
}

std::vector<Disc> discsFrom(const QJsonValue& json)
{
    std::vector<Disc> discs;
    const QJsonArray array = json.toArray();
    for (const QJsonValue& value : array) {
        const QJsonArray disc = value.toArray();
        if (disc.size() == 3 && disc[2].toDouble() > 0) {
            discs.push_back({QPointF(disc[0].toDouble(), disc[1].toDouble()), disc[2].toDouble()});
        }
    }
    return discs;
}

QJsonValue contentToJson(const std::optional<ColourContent>& content)
{
    if (!content) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("mode"), toString(content->mode)},
                       {QStringLiteral("confidence"), content->confidence}};
}

std::optional<ColourContent> contentFrom(const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    const auto mode = colourModeFrom(object[QLatin1String("mode")].toString());
    return mode ? std::optional(ColourContent{*mode, object[QLatin1String("confidence")].toDouble()})
                : std::nullopt;
}

} // namespace

PageEdits scaled(const PageEdits& edits, double factor)
{
    PageEdits result = edits;
    if (result.crop) {
        for (QPointF& corner : *result.crop) {
            corner *= factor;
        }
    }
    for (Disc& fill : result.fills) {
        fill.centre *= factor;
        fill.radius *= factor;
    }
    return result;
}

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

QString toString(CropKind kind)
{
    return wordOf(cropKinds, kind);
}

QString toString(StuckNote note)
{
    return wordOf(stuckNotes, note);
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

std::optional<CropKind> cropKindFrom(const QString& word)
{
    return valueOf(cropKinds, word);
}

std::optional<StuckNote> stuckNoteFrom(const QString& word)
{
    return valueOf(stuckNotes, word);
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
    QJsonArray streaks;
    for (const double streak : findings.streaks) {
        streaks += streak;
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
        {QStringLiteral("punchHoles"), discsToJson(findings.punchHoles)},
        {QStringLiteral("punchHoleConfidence"), findings.punchHoleConfidence},
        {QStringLiteral("colourContent"), contentToJson(findings.colourContent)},
        {QStringLiteral("streaks"), streaks},
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
    findings.punchHoles = discsFrom(json[QLatin1String("punchHoles")]);
    findings.punchHoleConfidence = json[QLatin1String("punchHoleConfidence")].toDouble();
    findings.colourContent = contentFrom(json[QLatin1String("colourContent")]);
    const QJsonArray streaks = json[QLatin1String("streaks")].toArray();
    for (const QJsonValue& value : streaks) {
        findings.streaks.push_back(value.toDouble());
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
    QJsonObject json{{QStringLiteral("turn"), edits.turn},
                     {QStringLiteral("deskewDegrees"), edits.deskewDegrees},
                     {QStringLiteral("crop"), quadToJson(edits.crop)}};
    if (edits.cropKind != CropKind::Sheet) {
        json[QStringLiteral("cropKind")] = toString(edits.cropKind);
    }
    if (!edits.fills.empty()) {
        json[QStringLiteral("fills")] = discsToJson(edits.fills);
    }
    if (edits.whiten) {
        json[QStringLiteral("whiten")] = true;
    }
    if (edits.mode) {
        json[QStringLiteral("mode")] = toString(*edits.mode);
    }
    return json;
}

std::optional<PageEdits> editsFrom(const QJsonObject& json)
{
    if (!json.contains(QLatin1String("turn"))) {
        return {};
    }
    PageEdits edits;
    edits.turn = json[QLatin1String("turn")].toInt();
    edits.deskewDegrees = json[QLatin1String("deskewDegrees")].toDouble();
    edits.crop = quadFrom(json[QLatin1String("crop")]);
    edits.cropKind = cropKindFrom(json[QLatin1String("cropKind")].toString()).value_or(CropKind::Sheet);
    edits.fills = discsFrom(json[QLatin1String("fills")]);
    edits.whiten = json[QLatin1String("whiten")].toBool();
    edits.mode = colourModeFrom(json[QLatin1String("mode")].toString());
    return edits;
}

} // namespace sohoa::dossier
