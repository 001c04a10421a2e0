// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace sohoa::test {

/// A certificate for `name` that vouches for itself, in force from yesterday until in so many days (less than
/// 0: it was), and its key (P-256), as PEM. Made anew at each call: no key lies in the source tree.
QByteArray selfMadeCertificate(const QByteArray& name, int days = 365);

} // namespace sohoa::test
