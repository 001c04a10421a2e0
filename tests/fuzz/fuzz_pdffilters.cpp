// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// The filters of ours that undo compression inside PDF files. The first bytes choose filter, predictor and
// form, the rest is the stream. Whatever it is: no crash, and never more bytes than allowed.
#include "pdf/boundedfilters_p.h"
#include "pdf/qpdfaccess_p.h"
#include "require.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa;
    using namespace sohoa::pdf;
    constexpr std::size_t headSize = 6;
    constexpr qint64 allowed = 16 * 1024;
    if (size < headSize) {
        return 0;
    }
    registerBoundedFilters();
    static_cast<void>(guarded(ErrorCode::PdfDamaged, [&]() -> Status {
        const std::shared_ptr<QPDF> document = QPDF::create();
        document->emptyPDF();
        document->setSuppressWarnings(true);
        constexpr const char* names[] = {"/FlateDecode", "/LZWDecode", "/RunLengthDecode"};
        const auto number = [](int value) { return QPDFObjectHandle::newInteger(value); };
        auto parameters = QPDFObjectHandle::newDictionary();
        parameters.replaceKey("/Predictor", number(data[1] % 18));
        parameters.replaceKey("/Columns", number((data[2] | data[3] << 8) % 4000));
        parameters.replaceKey("/Colors", number(data[4] % 34));
        parameters.replaceKey("/BitsPerComponent", number(data[5] % 17));
        parameters.replaceKey("/EarlyChange", number(data[0] >> 7));
        auto stream = QPDFObjectHandle::newStream(
            document.get(), std::string(reinterpret_cast<const char*>(data) + headSize, size - headSize));
        stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName(names[data[0] % 3]));
        if ((data[0] & 0x40) == 0) {
            stream.getDict().replaceKey("/DecodeParms", parameters);
        }
        const DecodeBudget budget(allowed);
        bool isWhole = false;
        fuzz::require(decodedPart(stream, 2 * allowed, isWhole).size() <= 2 * allowed);
        return {};
    }));
    return 0;
}
