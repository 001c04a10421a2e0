// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#include "base/text.h"

#include <QStringList>

namespace sohoa {

QString toNfc(const QString& text)
{
    return text.normalized(QString::NormalizationForm_C);
}

QString foldForSearch(const QString& text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    QString folded;
    folded.reserve(decomposed.size());
    bool gap = false;
    for (const QChar c : decomposed) {
        if (c.isMark()) {
            continue;
        }
        if (!c.isLetterOrNumber()) {
            gap = !folded.isEmpty();
            continue;
        }
        if (gap) {
            folded += u' ';
            gap = false;
        }
        folded += c == u'đ' ? QChar(u'd') : c;
    }
    return folded;
}

QString maskPersonalNumber(const QString& number)
{
    constexpr qsizetype keptFront = 3;
    constexpr qsizetype keptBack = 4;
    if (number.size() <= keptFront + keptBack) {
        return QString(number.size(), u'•');
    }
    return number.first(keptFront) + QString(number.size() - keptFront - keptBack, u'•') +
           number.last(keptBack);
}

QString maskName(const QString& name)
{
    QStringList initials;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        initials += word.first(1) + u'.';
    }
    return initials.join(u' ');
}

} // namespace sohoa
