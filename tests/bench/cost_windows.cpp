// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "cost.h"

#include <windows.h>

namespace sohoa::bench {

namespace {

double millisecondsOf(const FILETIME& time)
{
    const ULARGE_INTEGER hundredNanoseconds = {{time.dwLowDateTime, time.dwHighDateTime}};
    return static_cast<double>(hundredNanoseconds.QuadPart) / 1e4;
}

} // namespace

double processorMilliseconds()
{
    FILETIME created = {};
    FILETIME ended = {};
    FILETIME kernel = {};
    FILETIME user = {};
    GetProcessTimes(GetCurrentProcess(), &created, &ended, &kernel, &user);
    return millisecondsOf(kernel) + millisecondsOf(user);
}

double peakMebibytes()
{
    return 0;
}

QString processorName()
{
    return qEnvironmentVariable("PROCESSOR_IDENTIFIER");
}

QString loadAverages()
{
    return {};
}

Result<ChildCost> runChild(const QString&, const QStringList&)
{
    return failure(ErrorCode::Unsupported, QStringLiteral("child processes are measured on Linux only"));
}

} // namespace sohoa::bench
