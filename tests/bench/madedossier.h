// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"

#include <vector>

namespace sohoa::bench {

/// A dossier as a commune has them, all invented, and what belongs to it.
struct MadeDossier
{
    dossier::Dossier dossier;
    std::vector<dossier::Component> components;
    std::vector<dossier::Paper> papers;
};

/// The dossier of that number; the same number gives the same dossier, except for the uids. Reception times
/// ascend with the number over one year.
/// @param of how many there are altogether
MadeDossier madeDossier(int number, int of);

} // namespace sohoa::bench
