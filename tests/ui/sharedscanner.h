// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/scanner.h"

#include <memory>

namespace sohoa::test {

/// A scanner that the test looks after too.
class SharedScanner final : public capture::Scanner
{
public:
    explicit SharedScanner(std::shared_ptr<capture::Scanner> scanner)
        : m_scanner(std::move(scanner))
    {
    }
    Result<std::vector<capture::ScannerInfo>> list(const StopToken& stop) override
    {
        return m_scanner->list(stop);
    }
    Result<capture::ScanSummary> scan(const capture::ScanSettings& settings, const capture::PageSink& sink,
                                      const StopToken& stop) override
    {
        return m_scanner->scan(settings, sink, stop);
    }

private:
    std::shared_ptr<capture::Scanner> m_scanner;
};

} // namespace sohoa::test
