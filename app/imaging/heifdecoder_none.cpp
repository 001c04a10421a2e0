// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// Where the program was built without a library for the photos of phones: they are known, and refused with a
// word.
#include "imaging/decoders.h"

namespace sohoa::imaging {

namespace {

tl::unexpected<Error> refusal()
{
    return failure(ErrorCode::FormatNotInstalled, QStringLiteral("built without a reader for HEIF"));
}

} // namespace

bool canDecodeHeif()
{
    return false;
}

Result<PictureInfo> probeHeif(QByteArrayView /*bytes*/)
{
    return refusal();
}

Result<Picture> decodeHeif(QByteArrayView /*bytes*/, Want /*want*/)
{
    return refusal();
}

} // namespace sohoa::imaging
