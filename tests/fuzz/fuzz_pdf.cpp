// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// PDF files from anywhere: what is said about them, which pictures their pages hold, what can be taken out.
// Drawing is QtPdf's and left out.
#include "pdf/documentreading_p.h"
#include "pdf/imagetaking_p.h"
#include "pdf/pagecontent_p.h"
#include "pdf/pdffacts.h"
#include "require.h"

#include <cstdint>

namespace {

using namespace sohoa;
using namespace sohoa::pdf;

Status lookAtPage(QPDF& document, const PageNode& page, qint64 size)
{
    SOHOA_ASSIGN(const PageMarks marks, readMarks(page, {}));
    for (const DrawnImage& drawn : marks.images) {
        static_cast<void>(drawn.dpiAcross(page.unit) + drawn.dpiDown(page.unit));
        SOHOA_ASSIGN(const auto taken, takeImage(drawn.image, 300));
        fuzz::require(!taken || (!taken->bytes.isEmpty() && taken->width > 0 && taken->height > 0));
    }
    fuzz::require(!pageAlone(document, page, size).isEmpty());
    return {};
}

Status lookAt(const QByteArray& bytes)
{
    constexpr std::size_t mostPages = 4;
    const std::shared_ptr<QPDF> document = openPdf(bytes, Recovery::Tried);
    static_cast<void>(guarded(ErrorCode::PdfDamaged, [&]() -> Status {
        static_cast<void>(xmpOf(*document));
        static_cast<void>(infoOf(*document));
        return {};
    }));
    SOHOA_ASSIGN(const std::vector<PageNode> pages, listPages(*document, 2000));
    for (std::size_t i = 0; i < std::min(pages.size(), mostPages); ++i) {
        static_cast<void>(
            guarded(ErrorCode::PdfDamaged, [&] { return lookAtPage(*document, pages[i], bytes.size()); }));
    }
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    static_cast<void>(inspectPdf(bytes));
    static_cast<void>(guarded(ErrorCode::PdfDamaged, [&] { return lookAt(bytes); }));
    return 0;
}
