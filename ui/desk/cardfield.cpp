// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/cardfield.h"

#include "dossier/idcard.h"

#include <QRegularExpression>

#include <chrono>

namespace sohoa::ui {

CardField::CardField(QWidget* parent)
    : QLineEdit(parent)
{
    using namespace std::chrono_literals;
    // Slower than any reader types, faster than anybody waits.
    m_pause.setInterval(180ms);
    m_pause.setSingleShot(true);
    setMaxLength(2000);
    // Input methods would turn "ee" into "ê" while a reader types.
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            m_pause.stop();
        } else {
            m_pause.start();
        }
    });
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (dossier::isWholeCard(text())) {
            finish();
        }
    });
    connect(this, &QLineEdit::returnPressed, this, &CardField::finish);
}

void CardField::takeOver(const QString& begun)
{
    setText(begun);
    setFocus(Qt::OtherFocusReason);
    setCursorPosition(static_cast<int>(begun.size()));
}

bool CardField::looksLikeCard(const QString& text)
{
    static const QRegularExpression begin(QStringLiteral("\\d{12}\\|"));
    return begin.match(text).hasMatch();
}

void CardField::finish()
{
    m_pause.stop();
    const QString given = text();
    if (given.trimmed().isEmpty()) {
        return;
    }
    clear();
    emit read(given);
}

} // namespace sohoa::ui
