// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace sohoa::cli {

/// Context of the sentences of the command line.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace sohoa::cli
