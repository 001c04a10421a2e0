// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/warehouse.h"

#include <functional>

namespace sohoa::test {

/// `length` bytes that differ by `seed`.
QByteArray contentOf(qint64 length, char seed);
/// What is to be sent for this content.
sync::LargePutState largeStateOf(const QByteArray& content, qint64 partLength);
sync::ContentReader readerOf(const QByteArray& content);

/// Demands of every warehouse, as checks of QtTest: call it in a test function and look at
/// QTest::currentTestFailed(). The warehouse must be fresh. @param partLength one its large puts may use
/// @param reopen opens the same warehouse once more
void checkContract(sync::Warehouse& warehouse, qint64 partLength,
                   const std::function<std::unique_ptr<sync::Warehouse>()>& reopen);

} // namespace sohoa::test
