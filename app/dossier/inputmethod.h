// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sohoa::dossier {

/// Text as it was before a reader handed UTF-8 on as Latin-1 or Windows-1252 ("NGUYá»„N" for "NGUYỄN"). The
/// same text when it was not so: every character must be one of those code pages and the bytes must be valid
/// UTF-8 with at least one letter of two bytes or more, which real words hardly ever are.
QString withRepairedEncoding(const QString& text);

/// Whether a digit stands right behind a letter, as VNI's keys do ("NGUYE64N"): never so in a name.
bool isTypedByVni(const QString& text);

/// Whether text holds a word that only a Telex typist writes: a Vietnamese syllable with a doubled or "w"
/// vowel or a doubled "d" ("nguyeenx", "vawn", "ddoong"). Meant for text without any Vietnamese letter;
/// foreign words ("book") and names such as Moong are not told apart, so it is evidence, not proof.
bool isTypedByTelex(const QString& text);

} // namespace sohoa::dossier
