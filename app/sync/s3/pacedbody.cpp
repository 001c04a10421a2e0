// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "sync/s3/pacedbody.h"

#include <QThread>

#include <algorithm>
#include <cstring>
#include <utility>

namespace sohoa::sync::s3 {

namespace {

constexpr unsigned long moment = 20; // milliseconds

} // namespace

PacedBody::PacedBody(QByteArray bytes, std::function<qint64(qint64)> allowance, QObject* parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
    , m_allowance(std::move(allowance))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool PacedBody::wasHeld()
{
    return std::exchange(m_held, false);
}

bool PacedBody::seek(qint64 position)
{
    return !m_begun && QIODevice::seek(position);
}

qint64 PacedBody::readData(char* data, qint64 length)
{
    const qint64 left = std::min(length, m_bytes.size() - pos());
    if (left <= 0) {
        return 0;
    }
    m_begun = true;
    qint64 now = m_allowance ? m_allowance(left) : left;
    if (now <= 0) {
        m_held = true;
        QThread::msleep(moment);
        now = m_allowance(left);
    }
    now = std::clamp<qint64>(now, 0, left);
    std::memcpy(data, m_bytes.constData() + pos(), static_cast<std::size_t>(now));
    return now;
}

} // namespace sohoa::sync::s3
