// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace sohoa::ui {

/// What is heard while a stack is fed and the eyes are on the paper: one sound for a page to look at, three
/// for a stack that does not add up. Silent unless the settings ask for it. GUI thread.
class PaperSounds final : public QObject
{
    Q_OBJECT

public:
    explicit PaperSounds(QObject* parent = nullptr);

    /// A stack begins. @param audible as the settings say
    void begin(bool audible);
    /// A page came in or was looked at; each is heard once.
    void looked(const dossier::Page& page);
    /// The stack is in.
    void end(bool addsUp);
    /// What makes the sound, in place of the system's; for tests.
    void setBeep(std::function<void()> beep) { m_beep = std::move(beep); }

private:
    std::function<void()> m_beep;
    QTimer m_more;
    int m_left = 0;
    bool m_audible = false;
    QSet<QString> m_heard;
};

/// Whether the scan of a page that is kept is doubtful: cut off, blurred, dark, or broken off.
bool isDoubtful(const dossier::Page& page);

} // namespace sohoa::ui
