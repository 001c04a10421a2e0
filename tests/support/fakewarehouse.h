// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/digest.h"
#include "sync/keys.h"
#include "sync/warehouse.h"

#include <QStringList>

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>

namespace sohoa::test {

/// A warehouse in memory that can be told to misbehave. Link sohoa::sync. Thread-safe.
class FakeWarehouse final : public sync::Warehouse
{
public:
    enum class When
    {
        Before, ///< the request never arrived
        After,  ///< it was done, and the answer got lost
    };

    /// Lets request number `request` (counted from 1 over all calls, large puts included) fail once.
    void failRequest(int request, ErrorCode code, When when = When::Before)
    {
        const std::lock_guard lock(m_mutex);
        m_faults[request] = {code, when};
    }
    /// No single request fails any more.
    void failNoMore()
    {
        const std::lock_guard lock(m_mutex);
        m_faults.clear();
    }
    /// Lets every request fail until called with nothing.
    void failAll(std::optional<ErrorCode> code)
    {
        const std::lock_guard lock(m_mutex);
        m_failAll = code;
    }
    /// From now on nothing answers: calls wait until they are stopped (Cancelled) or speakAgain().
    void goSilent()
    {
        const std::lock_guard lock(m_mutex);
        m_silent = true;
    }
    void speakAgain()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_silent = false;
        }
        m_changed.notify_all();
    }
    /// Turns a bit of a stored object, as a failing disk of the engine would.
    void corrupt(const QString& key)
    {
        const std::lock_guard lock(m_mutex);
        QByteArray& content = m_objects[key.toUtf8()];
        if (content.isEmpty()) {
            content = "?";
        } else {
            content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
        }
    }
    void remove(const QString& key)
    {
        const std::lock_guard lock(m_mutex);
        m_objects.erase(key.toUtf8());
    }
    /// How many requests there were, and what they were: "put v1/…".
    [[nodiscard]] int requests() const { return static_cast<int>(said().size()); }
    [[nodiscard]] QStringList said() const
    {
        const std::lock_guard lock(m_mutex);
        return m_said;
    }
    /// What is stored, by the bytes of its keys.
    [[nodiscard]] std::map<QByteArray, QByteArray> objects() const
    {
        const std::lock_guard lock(m_mutex);
        return m_objects;
    }

    Result<sync::PutOutcome> putIfAbsent(const QString& key, const QByteArray& content,
                                         const sync::Call& call = {}) override
    {
        return request<sync::PutOutcome>(QStringLiteral("put ") + key, call,
                                         [&] { return store(key, content); });
    }
    Result<QByteArray> get(const QString& key, qint64 limit, const sync::Call& call = {}) override
    {
        return request<QByteArray>(QStringLiteral("get ") + key, call, [&]() -> Result<QByteArray> {
            const auto object = m_objects.find(key.toUtf8());
            if (object == m_objects.end()) {
                return failure(ErrorCode::NotFound, key);
            }
            if (object->second.size() > limit) {
                return failure(ErrorCode::FileTooLarge, key);
            }
            return object->second;
        });
    }
    Result<std::optional<sync::ObjectFacts>> head(const QString& key, const sync::Call& call = {}) override
    {
        return request<std::optional<sync::ObjectFacts>>(QStringLiteral("head ") + key, call, [&] {
            const auto object = m_objects.find(key.toUtf8());
            return Result<std::optional<sync::ObjectFacts>>(
                object == m_objects.end() ? std::nullopt
                                          : std::optional(sync::ObjectFacts{object->second.size(), {}}));
        });
    }
    Result<sync::ListPage> listAfter(const QString& prefix, const QString& after, int limit,
                                     const sync::Call& call = {}) override
    {
        return request<sync::ListPage>(QStringLiteral("list ") + prefix, call, [&] {
            sync::ListPage page;
            for (auto object = m_objects.upper_bound(after.toUtf8()); object != m_objects.end(); ++object) {
                if (!object->first.startsWith(prefix.toUtf8())) {
                    continue;
                }
                if (page.objects.size() == static_cast<std::size_t>(limit)) {
                    page.more = true;
                    break;
                }
                page.objects.push_back({QString::fromUtf8(object->first), object->second.size()});
            }
            return Result<sync::ListPage>(std::move(page));
        });
    }
    Result<std::unique_ptr<sync::LargePut>> beginLarge(const sync::LargePutState& state) override
    {
        return request<std::unique_ptr<sync::LargePut>>(QStringLiteral("begin ") + state.key, {}, [&] {
            sync::LargePutState begun = state;
            begun.upload = QString::number(++m_lastUpload);
            m_uploads[begun.upload] = {};
            return Result<std::unique_ptr<sync::LargePut>>(std::make_unique<Put>(*this, begun));
        });
    }
    Result<std::unique_ptr<sync::LargePut>> resumeLarge(const sync::LargePutState& saved) override
    {
        return request<std::unique_ptr<sync::LargePut>>(
            QStringLiteral("resume ") + saved.key, {}, [&]() -> Result<std::unique_ptr<sync::LargePut>> {
                const auto upload = m_uploads.find(saved.upload);
                if (upload == m_uploads.end() && m_objects.count(saved.key.toUtf8()) == 0) {
                    return failure(ErrorCode::NotFound, saved.upload);
                }
                sync::LargePutState state = saved;
                while (upload != m_uploads.end() && state.confirmed() > upload->second.size()) {
                    state.parts.pop_back();
                }
                return std::make_unique<Put>(*this, state);
            });
    }
    Status confirm(const QString& key, const QString& sha256, qint64 length,
                   const sync::Call& call = {}) override
    {
        return request<void>(QStringLiteral("confirm ") + key, call, [&]() -> Status {
            const auto object = m_objects.find(key.toUtf8());
            if (object == m_objects.end()) {
                return failure(ErrorCode::NotFound, key);
            }
            if (object->second.size() != length || sha256Hex(object->second) != sha256) {
                return failure(ErrorCode::WarehouseMismatch, key);
            }
            return {};
        });
    }
    Result<QString> identity() override
    {
        return request<QString>(QStringLiteral("identity"), {}, [] {
            return Result<QString>(QStringLiteral("0123456789abcdef0123456789abcdef"));
        });
    }
    [[nodiscard]] QString describe() const override { return QStringLiteral("fake warehouse"); }
    [[nodiscard]] int lanes() const override { return m_lanes; }
    [[nodiscard]] qint64 putLimit() const override { return m_putLimit; }
    [[nodiscard]] qint64 partLengthFor(qint64) const override { return m_putLimit; }
    /// Before it is used. @param putLimit what is longer goes in parts of this length
    void setShape(int lanes, qint64 putLimit = largestPut)
    {
        m_lanes = lanes;
        m_putLimit = putLimit;
    }

private:
    struct Fault
    {
        ErrorCode code = ErrorCode::WarehouseUnreachable;
        When when = When::Before;
    };

    class Put final : public sync::LargePut
    {
    public:
        Put(FakeWarehouse& warehouse, sync::LargePutState state)
            : m_warehouse(warehouse)
            , m_state(std::move(state))
        {
        }
        [[nodiscard]] const sync::LargePutState& state() const override { return m_state; }
        [[nodiscard]] Status sendPart(QByteArrayView bytes, const sync::Call& call) override
        {
            const qint64 offset = m_state.confirmed();
            const qint64 due = std::min(m_state.partLength, m_state.length - offset);
            if (bytes.size() != due || due == 0) {
                return failure(ErrorCode::InvalidArgument);
            }
            const Status sent =
                m_warehouse.request<void>(QStringLiteral("part ") + m_state.key, call, [&]() -> Status {
                    const auto upload = m_warehouse.m_uploads.find(m_state.upload);
                    if (upload == m_warehouse.m_uploads.end()) {
                        return failure(ErrorCode::NotFound);
                    }
                    upload->second.truncate(offset);
                    upload->second.append(bytes);
                    return {};
                });
            if (sent) {
                m_state.parts.push_back({due, {}});
            }
            return sent;
        }
        [[nodiscard]] Result<sync::PutOutcome> complete(const sync::Call& call) override
        {
            return m_warehouse.request<sync::PutOutcome>(
                QStringLiteral("complete ") + m_state.key, call, [&]() -> Result<sync::PutOutcome> {
                    const auto upload = m_warehouse.m_uploads.find(m_state.upload);
                    if (upload == m_warehouse.m_uploads.end()) {
                        const bool isThere = m_warehouse.m_objects.count(m_state.key.toUtf8()) != 0;
                        return isThere ? Result<sync::PutOutcome>(sync::PutOutcome::AlreadySame)
                                       : failure(ErrorCode::NotFound);
                    }
                    const QByteArray content = upload->second;
                    m_warehouse.m_uploads.erase(upload);
                    if (sha256Hex(content) != m_state.sha256) {
                        return failure(ErrorCode::WarehouseMismatch);
                    }
                    return m_warehouse.store(m_state.key, content);
                });
        }
        [[nodiscard]] Status abandon() override
        {
            return m_warehouse.request<void>(QStringLiteral("abandon ") + m_state.key, {}, [&]() -> Status {
                m_warehouse.m_uploads.erase(m_state.upload);
                return {};
            });
        }

    private:
        FakeWarehouse& m_warehouse;
        sync::LargePutState m_state;
    };

    Result<sync::PutOutcome> store(const QString& key, const QByteArray& content)
    {
        if (!sync::isValidKey(key)) {
            return failure(ErrorCode::InvalidArgument, key);
        }
        const auto [object, isNew] = m_objects.try_emplace(key.toUtf8(), content);
        if (!isNew && object->second != content) {
            return failure(ErrorCode::WarehouseConflict, key);
        }
        return isNew ? sync::PutOutcome::Created : sync::PutOutcome::AlreadySame;
    }

    template<typename T, typename Work>
    Result<T> request(const QString& what, const sync::Call& call, Work work)
    {
        std::unique_lock lock(m_mutex);
        m_said += what;
        const auto fault = m_faults.find(static_cast<int>(m_said.size()));
        if (!m_changed.wait(lock, call.stop, [this] { return !m_silent; }) || call.stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        if (m_failAll) {
            return failure(*m_failAll, QStringLiteral("as told"));
        }
        if (fault != m_faults.end() && fault->second.when == When::Before) {
            return failure(fault->second.code, QStringLiteral("as told, not done"));
        }
        Result<T> result = work();
        if (fault != m_faults.end()) {
            return failure(fault->second.code, QStringLiteral("as told, though done"));
        }
        return result;
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<QByteArray, QByteArray> m_objects;
    std::map<QString, QByteArray> m_uploads;
    std::map<int, Fault> m_faults;
    std::optional<ErrorCode> m_failAll;
    QStringList m_said;
    int m_lastUpload = 0;
    int m_lanes = 1;
    qint64 m_putLimit = largestPut;
    bool m_silent = false;
};

} // namespace sohoa::test
