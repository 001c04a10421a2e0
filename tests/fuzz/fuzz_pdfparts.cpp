// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Pieces inside PDF files that have parsers of their own: markers of JPEGs, XMP packets, dates.
#include "pdf/documentmetadata.h"
#include "pdf/g4tiff.h"
#include "pdf/jpegheader.h"
#include "require.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sohoa::pdf;
    using sohoa::fuzz::require;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto header = readJpegHeader(bytes)) {
        require(header->width > 0 && header->height > 0 && header->components > 0);
    }
    if (const auto metadata = readXmp(bytes)) {
        DocumentMetadata clean = *metadata;
        for (QString* text : {&clean.title, &clean.author, &clean.keywords, &clean.creator, &clean.producer,
                              &clean.dossierCode, &clean.paperCode, &clean.pdfaConformance}) {
            *text = cleanText(*text);
            require(cleanText(*text) == *text);
        }
        const auto again = readXmp(writeXmp(clean));
        require(again.has_value());
        require(again->title == clean.title && again->paperCode == clean.paperCode);
    }
    if (const QDateTime time = fromPdfDate(bytes); time.isValid()) {
        require(fromPdfDate(toPdfDate(time)) == time);
    }
    require(wrapG4(bytes, 8, 1, 300, true).size() > bytes.size());
    return 0;
}
