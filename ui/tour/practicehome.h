// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

#include <memory>

namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::ui {

/// Where the practice home beside a home lies.
QString practiceFolder(const QString& home);
/// The sample papers inside it: a citizen card and a folder of pages whose names begin with the number of
/// their component.
QString sampleCard(const QString& practice);
QString samplePages(const QString& practice);

/// Opens the practice home, or makes it, with the sample papers in it. Its warehouse is the folder inside it,
/// whatever anybody set: nothing of it ever reaches a real one. InvalidArgument when the folder holds a home
/// that is not for practice; errors of Workspace::create and open. Any thread.
[[nodiscard]] Result<std::unique_ptr<workflow::Workspace>> openPracticeHome(const QString& practice,
                                                                            const Clock& clock);

} // namespace sohoa::ui
