// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace sohoa {

/// SHA-256 (FIPS 180-4) of what comes in pieces. By OpenSSL, which uses the processor's own instructions: ten
/// times as fast as QCryptographicHash. One object to a thread at a time.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void addData(QByteArrayView piece);
    /// 64 lower-case hex digits of all pieces so far; more may follow.
    [[nodiscard]] QString hex() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sohoa
