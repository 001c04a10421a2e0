// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace sohoa {

/// Text as we keep it: Unicode NFC (Unicode Standard Annex 15).
QString toNfc(const QString& text);

/// Text as we compare it when searching: lower case, tone marks and other marks dropped, đ as d, every run of
/// anything else than letters and digits one space. "Nguyễn Thị Đào" and "nguyen thi dao" become the same.
/// SQLite's own folding leaves đ alone, therefore ours serves both index and query.
QString foldForSearch(const QString& text);

/// A personal number as lists, logs and messages show it: 079•••••0001. Shorter text is masked entirely.
QString maskPersonalNumber(const QString& number);

/// A name as logs show it: the initials only ("N. V. A.").
QString maskName(const QString& name);

} // namespace sohoa
