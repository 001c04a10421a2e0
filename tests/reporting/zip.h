// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace sohoa::test {

/// One file out of a zip archive, by its central directory (PKWARE APPNOTE 6.3, sections 4.3.7 and 4.3.12);
/// empty when it is not there or does not unpack.
QByteArray fileOfZip(const QByteArray& zip, const QByteArray& name);

} // namespace sohoa::test
