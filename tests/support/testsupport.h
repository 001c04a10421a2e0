// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sohoa::test {

/// Path of a file of the source tree, "resources/samples/papers/p001.jpg".
QString sourcePath(const QString& relative);

/// The error of a result as text for QVERIFY2, "" when there is none.
template<typename T>
QByteArray why(const Result<T>& result)
{
    return result ? QByteArray() : describe(result.error()).toUtf8();
}

} // namespace sohoa::test

/// Ends the test with the error's text when a Result or Status failed. Evaluates its argument once.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto& verified = (result);                                                                     \
        QVERIFY2(verified.has_value(), sohoa::test::why(verified).constData());                              \
    } while (false)

/// Ends the test unless a Result failed with this code. Evaluates its argument once.
#define VERIFY_FAILS(result, expected)                                                                       \
    do {                                                                                                     \
        const auto& verified = (result);                                                                     \
        QVERIFY2(!verified.has_value() && verified.error().code == (expected),                               \
                 verified.has_value() ? "no error" : sohoa::test::why(verified).constData());                \
    } while (false)
