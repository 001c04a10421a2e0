// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"
#include "workflow/stack.h"

#include <QThreadPool>

#include <functional>

namespace sohoa::workflow {

/// Looks at pages of a stack while others are still being fed, so that what is doubtful is told while the
/// paper is in the hand. One core less than there are, below the feeder in priority; a page waits as its row
/// alone, so memory does not grow with the number of pages.
class LookAhead
{
public:
    /// @param stack must outlive this
    /// @param told called with each page that was looked at, in any thread
    LookAhead(const Stack& stack, std::function<void(const dossier::Page&)> told);
    /// Ends the page under way and leaves the others to Stack::examine.
    ~LookAhead();
    LookAhead(const LookAhead&) = delete;
    LookAhead& operator=(const LookAhead&) = delete;
    LookAhead(LookAhead&&) = delete;
    LookAhead& operator=(LookAhead&&) = delete;

    /// A page that is safe. Returns at once. What cannot be looked at now is left to Stack::examine, which
    /// names the reason.
    void add(const dossier::Page& page);

private:
    const Stack& m_stack;
    std::function<void(const dossier::Page&)> m_told;
    StopSource m_stop;
    QThreadPool m_pool;
};

} // namespace sohoa::workflow
