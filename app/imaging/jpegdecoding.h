// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <csetjmp>
#include <cstdio>

// jpeglib.h wants stdio.h before it
#include <jpeglib.h>

/// What the decoder of pictures and that of planes share. Only .cpp files of this folder include it.
namespace sohoa::imaging {

/// Everything of one decoding that has to be there when libjpeg jumps out. Plain data: a jump runs no
/// destructors. Whoever calls the codec sets `escape` first, in a function of its own without destructors.
struct Decoding
{
    jpeg_decompress_struct codec;
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf escape;
    int errorMessage;     ///< the code libjpeg gave up with, 0 while all is well
    bool broken;          ///< warned of missing or impossible data
    bool ended;           ///< the data stopped: what follows is filled in by the codec
    JDIMENSION soundRows; ///< rows before the first such warning
};

void open(Decoding& decoding);
/// Reads the header of a picture of a size we decode. Errors: those of probe but FormatUnknown.
[[nodiscard]] Status readHeader(Decoding& decoding, QByteArrayView bytes);
/// Why libjpeg gave up.
Error errorOf(const Decoding& decoding);
/// The first row the data did not reach, at most `rows`. (A progressive picture has all its rows, only less
/// sharp.)
JDIMENSION missingFrom(Decoding& decoding, JDIMENSION rows);

/// Closes the codec whatever happened. (Its own class so that no jump crosses a destructor.)
struct Closer
{
    Decoding& decoding;
    ~Closer();
};

} // namespace sohoa::imaging
