// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/dnssd.h"

#include <QHostAddress>
#include <QtEndian>

#include <algorithm>

namespace sohoa::capture {

namespace dns {

namespace {

constexpr qsizetype headerBytes = 12;
constexpr std::size_t mostRecords = 256;
constexpr qsizetype longestName = 255;
constexpr qsizetype longestLabel = 63;
constexpr qsizetype mostTexts = 64;
constexpr quint16 classInternet = 1;
constexpr quint16 answersToUs = 0x8000; // RFC 6762 section 5.4

/// Reads numbers and names; once something does not fit, everything after fails too.
class Reader
{
public:
    explicit Reader(QByteArrayView message)
        : m_message(message)
    {
    }

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] qsizetype at() const { return m_at; }

    quint16 number16() { return number<quint16>(); }
    quint32 number32() { return number<quint32>(); }

    QByteArrayView bytes(qsizetype length)
    {
        if (!m_good || length > m_message.size() - m_at) {
            m_good = false;
            return {};
        }
        const QByteArrayView piece = m_message.sliced(m_at, length);
        m_at += length;
        return piece;
    }

    Name name()
    {
        Name labels;
        qsizetype total = 0;
        qsizetype at = m_at;
        qsizetype lowest = m_at; // pointers lead backwards only, so every name ends
        bool jumped = false;
        while (m_good) {
            if (at >= m_message.size()) {
                break;
            }
            const auto length = static_cast<quint8>(m_message[at]);
            if (length == 0) {
                m_at = jumped ? m_at : at + 1;
                return labels;
            }
            if ((length & 0xc0) == 0xc0) {
                if (at + 1 >= m_message.size()) {
                    break;
                }
                const qsizetype target = (length & 0x3f) << 8 | static_cast<quint8>(m_message[at + 1]);
                if (target >= lowest) {
                    break;
                }
                m_at = jumped ? m_at : at + 2;
                jumped = true;
                lowest = at = target;
                continue;
            }
            total += length + 1;
            if (length > longestLabel || total > longestName || at + 1 + length > m_message.size()) {
                break;
            }
            labels += m_message.sliced(at + 1, length).toByteArray();
            at += 1 + length;
        }
        m_good = false;
        return {};
    }

private:
    template<typename Number>
    Number number()
    {
        const QByteArrayView piece = bytes(sizeof(Number));
        return m_good ? qFromBigEndian<Number>(piece.data()) : Number(0);
    }

    QByteArrayView m_message;
    qsizetype m_at = 0;
    bool m_good = true;
};

template<typename Number>
void put(QByteArray& bytes, Number number)
{
    const Number big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&big), sizeof big);
}

void put(QByteArray& bytes, const Name& name)
{
    for (const QByteArray& label : name) {
        const QByteArray piece = label.left(longestLabel);
        bytes += static_cast<char>(piece.size());
        bytes += piece;
    }
    bytes += '\0';
}

QByteArray header(quint16 flags, std::size_t questions, std::size_t answers)
{
    QByteArray bytes;
    put(bytes, quint16(0));
    put(bytes, flags);
    put(bytes, static_cast<quint16>(questions));
    put(bytes, static_cast<quint16>(answers));
    put(bytes, quint32(0));
    return bytes;
}

QByteArrayList textsIn(QByteArrayView data)
{
    QByteArrayList texts;
    while (!data.isEmpty() && texts.size() < mostTexts) {
        const auto length = static_cast<quint8>(data[0]);
        if (length + 1 > data.size()) {
            break;
        }
        texts += data.sliced(1, length).toByteArray();
        data = data.sliced(length + 1);
    }
    return texts;
}

} // namespace

QByteArray query(const std::vector<std::pair<Name, Type>>& questions)
{
    QByteArray bytes = header(0, questions.size(), 0);
    for (const auto& [name, type] : questions) {
        put(bytes, name);
        put(bytes, static_cast<quint16>(type));
        put(bytes, static_cast<quint16>(classInternet | answersToUs));
    }
    return bytes;
}

QByteArray answer(const std::vector<Record>& records)
{
    QByteArray bytes = header(0x8400, 0, records.size());
    for (const Record& record : records) {
        QByteArray data;
        switch (static_cast<Type>(record.type)) {
        case Type::A:
            put(data, record.address);
            break;
        case Type::Ptr:
            put(data, record.target);
            break;
        case Type::Txt:
            for (const QByteArray& text : record.texts) {
                data += static_cast<char>(text.size());
                data += text;
            }
            break;
        case Type::Srv:
            put(data, quint32(0)); // priority and weight
            put(data, record.port);
            put(data, record.target);
            break;
        }
        put(bytes, record.name);
        put(bytes, record.type);
        put(bytes, classInternet);
        put(bytes, quint32(120));
        put(bytes, static_cast<quint16>(data.size()));
        bytes += data;
    }
    return bytes;
}

std::vector<Record> parse(QByteArrayView message)
{
    Reader reader(message);
    reader.number16();
    const quint16 flags = reader.number16();
    const int questions = reader.number16();
    int records = reader.number16();
    records += reader.number16();
    records += reader.number16();
    if (!reader.isGood() || (flags & 0x8000) == 0 || message.size() < headerBytes) {
        return {};
    }
    for (int i = 0; i < questions && reader.isGood(); ++i) {
        static_cast<void>(reader.name());
        reader.number32();
    }
    std::vector<Record> found;
    for (int i = 0; i < records && found.size() < mostRecords; ++i) {
        Record record;
        record.name = reader.name();
        record.type = reader.number16();
        const quint16 recordClass = reader.number16() & 0x7fff;
        reader.number32();
        const quint16 length = reader.number16();
        // A copy that begins at the record's data: names in it may point back into the message before it.
        const qsizetype start = reader.at();
        const QByteArrayView data = reader.bytes(length);
        if (!reader.isGood()) {
            break;
        }
        if (recordClass != classInternet) {
            continue;
        }
        Reader inside(message.first(start + length));
        inside.bytes(start);
        switch (static_cast<Type>(record.type)) {
        case Type::A:
            record.address = inside.number32();
            break;
        case Type::Ptr:
            record.target = inside.name();
            break;
        case Type::Txt:
            record.texts = textsIn(data);
            break;
        case Type::Srv:
            inside.number32();
            record.port = inside.number16();
            record.target = inside.name();
            break;
        default:
            continue;
        }
        if (inside.isGood()) {
            found.push_back(record);
        }
    }
    return found;
}

} // namespace dns

namespace {

constexpr std::size_t mostServices = 64;

const dns::Name& plainService()
{
    static const dns::Name name = {"_uscan", "_tcp", "local"};
    return name;
}

const dns::Name& secureService()
{
    static const dns::Name name = {"_uscans", "_tcp", "local"};
    return name;
}

/// Names as they compare: case does not count (RFC 6762 section 16).
QByteArray keyOf(const dns::Name& name)
{
    QByteArray key;
    for (const QByteArray& label : name) {
        key += label.toLower() + '\0';
    }
    return key;
}

bool isInTheHouse(quint32 address)
{
    const QHostAddress host(address);
    return host.isLoopback() || host.isLinkLocal() ||
           host.isInSubnet(QHostAddress(QStringLiteral("10.0.0.0")), 8) ||
           host.isInSubnet(QHostAddress(QStringLiteral("172.16.0.0")), 12) ||
           host.isInSubnet(QHostAddress(QStringLiteral("192.168.0.0")), 16);
}

} // namespace

std::vector<std::pair<dns::Name, dns::Type>> ScannerDirectory::firstQuestions()
{
    return {{plainService(), dns::Type::Ptr}, {secureService(), dns::Type::Ptr}};
}

ScannerDirectory::Service* ScannerDirectory::find(const dns::Name& instance)
{
    const auto found = std::find_if(m_services.begin(), m_services.end(), [&](const Service& service) {
        return keyOf(service.instance) == keyOf(instance);
    });
    return found == m_services.end() ? nullptr : &*found;
}

void ScannerDirectory::add(const std::vector<dns::Record>& records, quint32 sender)
{
    // Services first: their details may stand before them in the message.
    for (const dns::Record& record : records) {
        const bool secure = keyOf(record.name) == keyOf(secureService());
        const bool isService = secure || keyOf(record.name) == keyOf(plainService());
        if (record.type == static_cast<quint16>(dns::Type::Ptr) && isService && record.target.size() > 1 &&
            find(record.target) == nullptr && m_services.size() < mostServices) {
            m_services.push_back({record.target, secure});
        }
    }
    for (const dns::Record& record : records) {
        if (record.type == static_cast<quint16>(dns::Type::A)) {
            if (m_addresses.size() < static_cast<qsizetype>(mostServices) ||
                m_addresses.contains(keyOf(record.name))) {
                m_addresses.insert(keyOf(record.name), record.address);
            }
            continue;
        }
        Service* service = find(record.name);
        if (service == nullptr) {
            continue;
        }
        if (record.type == static_cast<quint16>(dns::Type::Srv)) {
            service->host = record.target;
            service->port = record.port;
            service->sender = sender;
        } else if (record.type == static_cast<quint16>(dns::Type::Txt)) {
            service->hasTexts = true;
            for (const QByteArray& text : record.texts) {
                if (text.startsWith("rs=")) {
                    service->path = text.mid(3);
                } else if (text.startsWith("ty=")) {
                    service->title = QString::fromUtf8(text.mid(3));
                }
            }
        }
    }
}

std::vector<std::pair<dns::Name, dns::Type>> ScannerDirectory::missing() const
{
    std::vector<std::pair<dns::Name, dns::Type>> questions;
    for (const Service& service : m_services) {
        if (service.port == 0) {
            questions.emplace_back(service.instance, dns::Type::Srv);
        } else if (!m_addresses.contains(keyOf(service.host))) {
            questions.emplace_back(service.host, dns::Type::A);
        }
        if (!service.hasTexts) {
            questions.emplace_back(service.instance, dns::Type::Txt);
        }
    }
    return questions;
}

std::vector<DiscoveredScanner> ScannerDirectory::scanners() const
{
    std::vector<DiscoveredScanner> scanners;
    for (const bool secure : {true, false}) {
        for (const Service& service : m_services) {
            const quint32 address = m_addresses.value(keyOf(service.host), service.sender);
            if (service.secure != secure || service.port == 0 || !isInTheHouse(address)) {
                continue;
            }
            QUrl base;
            base.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
            base.setHost(QHostAddress(address).toString());
            base.setPort(service.port);
            QByteArray path = service.path;
            while (path.startsWith('/')) {
                path.remove(0, 1);
            }
            while (path.endsWith('/')) {
                path.chop(1);
            }
            base.setPath(u'/' + (path.isEmpty() ? QStringLiteral("eSCL") : QString::fromUtf8(path)));
            if (base.isValid()) {
                scanners.push_back({base, service.title.isEmpty()
                                              ? QString::fromUtf8(service.instance.front())
                                              : service.title});
            }
        }
    }
    return scanners;
}

} // namespace sohoa::capture
