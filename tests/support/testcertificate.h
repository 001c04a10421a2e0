// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace sohoa::test {

/// A certificate for `name` that vouches for itself, valid from yesterday for a year, and its key (P-256), as
/// PEM. Made anew at each call: no key lies in the source tree.
QByteArray selfMadeCertificate(const QByteArray& name);

} // namespace sohoa::test
