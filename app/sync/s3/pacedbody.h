// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

#include <functional>

namespace sohoa::sync::s3 {

/// Bytes that go once, and no faster than an allowance says (empty: as fast as they can). Belongs into a
/// network thread: where nothing may go it holds that thread up for a moment, since Qt asks an empty device
/// again at once and without end.
class PacedBody final : public QIODevice
{
public:
    PacedBody(QByteArray bytes, std::function<qint64(qint64)> allowance, QObject* parent);

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    /// False once something was read: then it would be sent a second time.
    bool seek(qint64 position) override;
    /// Whether it was held back since this was asked last.
    [[nodiscard]] bool wasHeld();

protected:
    qint64 readData(char* data, qint64 length) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    std::function<qint64(qint64)> m_allowance;
    bool m_held = false;
    bool m_begun = false;
};

} // namespace sohoa::sync::s3
