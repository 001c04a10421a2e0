// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sohoa::dossier {

/// Why a hand-carry bundle (gói mang tay) is not made or not taken in, though nothing is broken.
enum class BundleRefusal
{
    NothingWaits, ///< everything is in the warehouse
    Restored,     ///< this home was restored and does not know yet what it wrote after the backup
    OtherUnit,    ///< it is of another unit
    SameNumber,   ///< another machine with our own workstation number made it
    NewerProgram, ///< a newer version of the program made it
};

} // namespace sohoa::dossier
