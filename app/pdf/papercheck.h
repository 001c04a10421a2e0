// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/paperwriter.h"

#include <vector>

namespace sohoa::pdf {

/// What a page must be when it is read back.
struct ExpectedPage
{
    PaperPage::Encoding encoding = PaperPage::Encoding::Jpeg;
    int width = 0;
    int height = 0;
    double dpi = 0;
    int turn = 0;
    QString sha256; ///< of the JPEG file, of the group 4 data, or of the samples of a Flate picture

    bool operator==(const ExpectedPage&) const = default;
};

struct PaperExpectations
{
    std::vector<ExpectedPage> pages;
    PaperInfo info;
    double leastDpi = 200; ///< what the rules ask of a digitized paper
};

/// What was seen in a paper that is as expected.
struct PaperFacts
{
    int pages = 0;
    qint64 bytes = 0;
    double lowestDpi = 0; ///< over all pages, across and down

    bool operator==(const PaperFacts&) const = default;
};

/// What writePaper of the same arguments must give. InvalidArgument as writePaper.
[[nodiscard]] Result<PaperExpectations> expectationsFor(const std::vector<PaperPage>& pages,
                                                        const PaperInfo& info, double leastDpi = 200);

/// Reads a paper back by another way than it was written and compares: it parses without a warning, has the
/// pages expected, each with exactly one picture of the expected size, turn, resolution and filter whose
/// bytes have the expected hash; it claims PDF/A-2b, its Info and XMP say the same and what they should, it
/// has one output intent, and holds no encryption, script, action or embedded file.
/// @return PdfCheckFailed with the first difference as detail, Cancelled.
/// Any thread; memory is one page.
[[nodiscard]] Result<PaperFacts> checkPaper(const QByteArray& pdf, const PaperExpectations& expected,
                                            const StopToken& stop = {});

} // namespace sohoa::pdf
