// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/plane.h"

namespace sohoa::imaging {

/// The least value over squares of 2 * reach + 1 pixels; outside of the plane nothing counts.
Plane eroded(const Plane& plane, int reach);
/// The greatest.
Plane dilated(const Plane& plane, int reach);

} // namespace sohoa::imaging
