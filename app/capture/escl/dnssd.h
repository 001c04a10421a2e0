// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>
#include <QUrl>

#include <optional>
#include <vector>

/// The part of DNS that finding a service on the network needs (RFC 1035 section 4, RFC 6762, RFC 6763). What
/// comes in is from anybody: bounded, every pointer leads backwards, what cannot be read is left out. Pure.
namespace sohoa::capture::dns {

/// The types of records we understand.
enum class Type : quint16
{
    A = 1,
    Ptr = 12,
    Txt = 16,
    Srv = 33
};

/// Labels of a name, "_uscan", "_tcp", "local"; a label may hold dots and any bytes.
using Name = QByteArrayList;

struct Record
{
    Name name;
    quint16 type = 0;
    Name target = {};          ///< of Ptr and Srv
    quint16 port = 0;          ///< of Srv
    quint32 address = 0;       ///< of A
    QByteArrayList texts = {}; ///< of Txt

    bool operator==(const Record&) const = default;
};

/// A question for one type of each name. Asks for an answer to the port it is sent from.
QByteArray query(const std::vector<std::pair<Name, Type>>& questions);

/// The records of an answer we understand, at most 256; empty for what is no answer.
std::vector<Record> parse(QByteArrayView message);

/// Puts a message together, for the tests' responder.
QByteArray answer(const std::vector<Record>& records);

} // namespace sohoa::capture::dns

namespace sohoa::capture {

/// A scanner that announced itself.
struct DiscoveredScanner
{
    QUrl base; ///< of its resources
    QString name;

    bool operator==(const DiscoveredScanner&) const = default;
};

/// Collects what devices say of themselves in pieces, in any order.
class ScannerDirectory
{
public:
    /// @param sender who sent it, as IPv4 address; used when it names no address of its own
    void add(const std::vector<dns::Record>& records, quint32 sender);
    /// What must still be asked to know the scanners named so far.
    [[nodiscard]] std::vector<std::pair<dns::Name, dns::Type>> missing() const;
    /// Those of which enough is known, https before http. Only addresses of private networks: nobody can lead
    /// us out of the house.
    [[nodiscard]] std::vector<DiscoveredScanner> scanners() const;

    /// The first question: who scans?
    static std::vector<std::pair<dns::Name, dns::Type>> firstQuestions();

private:
    struct Service
    {
        dns::Name instance;
        bool secure = false;
        dns::Name host = {};
        quint16 port = 0;
        QByteArray path = "eSCL";
        bool hasTexts = false;
        QString title = {};
        quint32 sender = 0;
    };

    Service* find(const dns::Name& instance);

    std::vector<Service> m_services;
    QMap<QByteArray, quint32> m_addresses; ///< by host name in lower case
};

} // namespace sohoa::capture
