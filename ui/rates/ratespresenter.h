// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/async/bench.h"
#include "ui/rates/ratesscreen.h"

#include <QObject>

namespace sohoa::ui {

/// Lets the screen Giám sát count.
class RatesPresenter final : public QObject
{
    Q_OBJECT

public:
    RatesPresenter(RatesScreen& screen, const Bench& bench, QObject* parent = nullptr);
    void refresh();

private:
    void save(const RatesQuestion& question, const QString& path);
    void count(const RatesQuestion& question);
    void list(const BehindQuestion& question);

    RatesScreen& m_screen;
    Bench m_bench;
    int m_count = 0;
    int m_list = 0;
};

} // namespace sohoa::ui
