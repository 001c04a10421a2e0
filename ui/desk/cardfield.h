// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace sohoa::ui {

/// Where a card reader types. Takes a card at Enter, and from readers that send none as soon as a whole card
/// stands there and the typing pauses. The text is wiped as soon as it is taken: it is personal data.
class CardField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit CardField(QWidget* parent = nullptr);
    /// Goes on with what a reader typed into another field.
    void takeOver(const QString& begun);
    /// Whether text in another field is the beginning of a card: 12 digits and a bar.
    static bool looksLikeCard(const QString& text);

signals:
    /// A whole card, or whatever stood there when Enter came.
    void read(const QString& text);

private:
    void finish();
    QTimer m_pause;
};

} // namespace sohoa::ui
