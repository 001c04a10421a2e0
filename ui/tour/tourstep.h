// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sohoa::ui {

/// The clerk's whole task, in order. A step is passed when it has really been done, by whatever way.
enum class TourStep
{
    Card,
    Procedure,
    TakeIn,
    Pages,
    Assign,
    Finish,
    Deliver,
    Rates,
    Done ///< nothing is left
};

inline constexpr int tourSteps = static_cast<int>(TourStep::Done);

} // namespace sohoa::ui
