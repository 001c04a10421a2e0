// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/language.h"

#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace sohoa::cli {

void loadLanguage(const QString& language)
{
    if (language == QLatin1String("en")) {
        return;
    }
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(vietnameseTranslation())) {
        QCoreApplication::installTranslator(translator);
        QLocale::setDefault(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    }
}

} // namespace sohoa::cli
