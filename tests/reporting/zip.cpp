// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "reporting/zip.h"

#include <QtEndian>

#include <zlib.h>

namespace sohoa::test {

namespace {

template<typename Number>
Number numberAt(const QByteArray& bytes, qsizetype place)
{
    return qFromLittleEndian<Number>(bytes.constData() + place);
}

QByteArray inflated(QByteArray packed, quint32 length)
{
    QByteArray plain(static_cast<qsizetype>(length), '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = length;
    inflateInit2(&stream, -MAX_WBITS);
    const int state = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return state == Z_STREAM_END ? plain : QByteArray();
}

} // namespace

QByteArray fileOfZip(const QByteArray& zip, const QByteArray& name)
{
    constexpr qsizetype entryLength = 46;
    constexpr qsizetype headLength = 30;
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0 && at + entryLength <= zip.size();
         at = zip.indexOf("PK\x01\x02", at + 1)) {
        const auto nameLength = numberAt<quint16>(zip, at + 28);
        if (zip.mid(at + entryLength, nameLength) != name) {
            continue;
        }
        const auto packed = numberAt<quint32>(zip, at + 20);
        const auto length = numberAt<quint32>(zip, at + 24);
        const auto head = static_cast<qsizetype>(numberAt<quint32>(zip, at + 42));
        const qsizetype data =
            head + headLength + numberAt<quint16>(zip, head + 26) + numberAt<quint16>(zip, head + 28);
        const QByteArray content = zip.mid(data, static_cast<qsizetype>(packed));
        return numberAt<quint16>(zip, at + 10) == 0 ? content : inflated(content, length);
    }
    return {};
}

} // namespace sohoa::test
