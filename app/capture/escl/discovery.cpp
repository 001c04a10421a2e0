// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "capture/escl/discovery.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QTimer>
#include <QUdpSocket>

namespace sohoa::capture {

namespace {

using namespace std::chrono_literals;

constexpr auto glance = 50ms;
constexpr int mostDatagrams = 2000; // of one search: a flood must not keep us busy
constexpr qsizetype mostQuestions = 16;

class Search
{
public:
    explicit Search(DiscoveryPlace place)
        : m_place(place)
    {
    }

    std::vector<DiscoveredScanner> run(std::chrono::milliseconds time, const StopToken& stop)
    {
        if (!m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), 0)) {
            return {};
        }
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] { receive(); });
        QTimer tick;
        QElapsedTimer total;
        total.start();
        // Datagrams get lost, and devices wake up slowly: ask again, in growing distances.
        qint64 nextAt = 0;
        qint64 distance = 250;
        QObject::connect(&tick, &QTimer::timeout, &m_loop, [&] {
            if (stop.stop_requested() || total.hasExpired(time.count())) {
                m_loop.quit();
                return;
            }
            if (total.elapsed() >= nextAt) {
                nextAt = total.elapsed() + distance;
                distance *= 2;
                ask();
            }
        });
        tick.start(glance);
        ask();
        nextAt = distance;
        m_loop.exec();
        return m_directory.scanners();
    }

private:
    void ask()
    {
        std::vector<std::pair<dns::Name, dns::Type>> questions = m_directory.missing();
        questions.resize(std::min<std::size_t>(questions.size(), mostQuestions), {{}, dns::Type::Ptr});
        for (const auto& first : ScannerDirectory::firstQuestions()) {
            questions.push_back(first);
        }
        const QHostAddress group(m_place.address);
        QNetworkDatagram datagram(dns::query(questions), group, m_place.port);
        if (!group.isMulticast()) {
            m_socket.writeDatagram(datagram);
            return;
        }
        for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
            constexpr auto needed = QNetworkInterface::IsUp | QNetworkInterface::CanMulticast;
            if ((interface.flags() & needed) == needed) {
                datagram.setInterfaceIndex(static_cast<uint>(interface.index()));
                m_socket.writeDatagram(datagram);
            }
        }
    }

    void receive()
    {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram datagram = m_socket.receiveDatagram();
            if (++m_datagrams > mostDatagrams) {
                continue;
            }
            m_directory.add(dns::parse(datagram.data()), datagram.senderAddress().toIPv4Address());
        }
    }

    DiscoveryPlace m_place;
    QEventLoop m_loop; ///< before the socket: in a thread that is not Qt's it brings what sockets need
    QUdpSocket m_socket;
    ScannerDirectory m_directory;
    int m_datagrams = 0;
};

} // namespace

std::vector<DiscoveredScanner> discoverScanners(std::chrono::milliseconds time, const StopToken& stop,
                                                DiscoveryPlace place)
{
    return Search(place).run(time, stop);
}

} // namespace sohoa::capture
