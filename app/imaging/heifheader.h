// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QSize>

#include <optional>

/// What must be known of a HEIF file before a decoder sees it. Pure; the bytes are from anybody.
namespace sohoa::imaging {

/// Whether the bytes begin as a HEIF picture does, as phones make them (ISO/IEC 23008-12, section 10: "ftyp"
/// with one of its brands).
bool isHeif(QByteArrayView bytes);

/// The size in a sequence parameter set of H.265 (ITU-T H.265, section 7.3.2.2), without its two bytes of
/// header; empty when it cannot be read.
std::optional<QSize> sizeInSequenceParameters(QByteArrayView set);

/// Whether the sizes coded in the parameter sets of all pictures of a file are such as we decode: a decoder
/// takes memory by them, whatever the file says elsewhere. ImageTooLarge; nothing is said about files in
/// which no set is found.
[[nodiscard]] Status checkHeifCodedSizes(QByteArrayView bytes);

} // namespace sohoa::imaging
