// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/papersounds.h"

#include <QApplication>

#include <chrono>

namespace sohoa::ui {

namespace {

using namespace std::chrono_literals;

constexpr int soundsOfAStack = 3;
constexpr auto distance = 250ms; // closer they run together

} // namespace

bool isDoubtful(const dossier::Page& page)
{
    const bool hasFinding = page.findings && !page.findings->quality.findings.empty();
    return page.state == dossier::PageState::Kept && (page.incomplete || hasFinding);
}

PaperSounds::PaperSounds(QObject* parent)
    : QObject(parent)
    , m_beep([] { QApplication::beep(); })
{
    m_more.setInterval(distance);
    connect(&m_more, &QTimer::timeout, this, [this] {
        m_beep();
        if (--m_left == 0) {
            m_more.stop();
        }
    });
}

void PaperSounds::begin(bool audible)
{
    m_audible = audible;
    m_heard.clear();
    m_more.stop();
}

void PaperSounds::looked(const dossier::Page& page)
{
    if (m_audible && isDoubtful(page) && !m_heard.contains(page.uid)) {
        m_heard.insert(page.uid);
        m_beep();
    }
}

void PaperSounds::end(bool addsUp)
{
    if (m_audible && !addsUp) {
        m_left = soundsOfAStack;
        m_more.start();
    }
    m_audible = false;
}

} // namespace sohoa::ui
