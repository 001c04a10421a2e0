// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "dossier/findings.h"

#include "base/words.h"
#include "dossier/codes.h"

#include <QRegularExpression>

namespace sohoa::dossier {

namespace {

constexpr std::array<Word<ColourMode>, 3> colourModes = {
    {{ColourMode::Colour, "color"}, {ColourMode::Grey, "gray"}, {ColourMode::Bilevel, "bw"}}};

constexpr std::array<Word<CodeKind>, 5> codeKinds = {{{CodeKind::IdCard, "idcard"},
                                                      {CodeKind::Separator, "separator"},
                                                      {CodeKind::Receipt, "receipt"},
                                                      {CodeKind::Url, "url"},
                                                      {CodeKind::Text, "text"}}};

constexpr std::array<Word<QualityFinding>, 7> qualityFindings = {
    {{QualityFinding::CutEdge, "cut-edge"},
     {QualityFinding::Blur, "blur"},
     {QualityFinding::Fold, "fold"},
     {QualityFinding::Streak, "streak"},
     {QualityFinding::Dark, "dark"},
     {QualityFinding::LowResolution, "low-resolution"},
     {QualityFinding::WrongSize, "wrong-size"}}};

} // namespace

QString toString(ColourMode mode)
{
    return wordOf(colourModes, mode);
}

QString toString(CodeKind kind)
{
    return wordOf(codeKinds, kind);
}

QString toString(QualityFinding finding)
{
    return wordOf(qualityFindings, finding);
}

std::optional<ColourMode> colourModeFrom(const QString& word)
{
    return valueOf(colourModes, word);
}

std::optional<CodeKind> codeKindFrom(const QString& word)
{
    return valueOf(codeKinds, word);
}

std::optional<QualityFinding> qualityFindingFrom(const QString& word)
{
    return valueOf(qualityFindings, word);
}

CodeKind classifyCode(const QString& text)
{
    static const QRegularExpression card(
        QStringLiteral("\\A(?:[^|]{0,40}[^0-9|])?[0-9]{12} ?(\\|[^|]*){5,10}\\z"));
    static const QRegularExpression url(QStringLiteral("\\A(https?://|www\\.)\\S+\\z"),
                                        QRegularExpression::CaseInsensitiveOption);
    const QString plain = plainCodeText(text);
    // Of a later version too: a sheet that this program cannot read must not pass for a page.
    static const QRegularExpression sheet(QStringLiteral("\\ASH[1-9]:"));
    if (sheet.match(plain).hasMatch()) {
        return CodeKind::Separator;
    }
    if (card.match(plain).hasMatch()) {
        return CodeKind::IdCard;
    }
    if (url.match(plain).hasMatch()) {
        return CodeKind::Url;
    }
    return findDossierCode(plain) ? CodeKind::Receipt : CodeKind::Text;
}

} // namespace sohoa::dossier
