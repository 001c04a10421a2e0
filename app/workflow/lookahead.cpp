// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/lookahead.h"

#include <QThread>

#include <algorithm>

namespace sohoa::workflow {

using dossier::Page;

LookAhead::LookAhead(const Stack& stack, std::function<void(const Page&)> told)
    : m_stack(stack)
    , m_told(std::move(told))
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    m_pool.setThreadPriority(QThread::LowPriority);
}

LookAhead::~LookAhead()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void LookAhead::add(const Page& page)
{
    if (page.findings || page.state != dossier::PageState::Kept) {
        return;
    }
    m_pool.start([this, page] {
        if (m_stop.stop_requested()) {
            return;
        }
        if (const Result<Page> examined = m_stack.examinePage(page, m_stop.get_token())) {
            m_told(*examined);
        }
    });
}

} // namespace sohoa::workflow
