// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/keychain.h"

#include <QCoreApplication>
#include <QObject>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace sohoa::storage {

namespace {

constexpr auto exitPatience = std::chrono::seconds(1);

QString serviceName()
{
    return QStringLiteral("sohoa");
}

// QtKeychain wants an event loop, and queues its jobs in an object that lives in the thread of the first
// call; so every call is made in one thread that stays until the program ends.
struct Helper
{
    QThread* thread = nullptr;
    QObject* worker = nullptr;
};
std::mutex helperMutex;
Helper helper;

// After a key store that hangs, the thread is left behind: ending it by force could harm more than that.
void endHelper()
{
    const std::lock_guard lock(helperMutex);
    if (helper.thread == nullptr) {
        return;
    }
    helper.thread->quit();
    if (helper.thread->wait(exitPatience)) {
        delete helper.worker;
        delete helper.thread;
    }
    helper = {};
}

QObject* helperObject()
{
    const std::lock_guard lock(helperMutex);
    if (helper.thread == nullptr) {
        helper.thread = new QThread;
        helper.thread->setObjectName(QStringLiteral("key store"));
        helper.worker = new QObject;
        helper.worker->moveToThread(helper.thread);
        helper.thread->start();
        qAddPostRoutine(endHelper);
    }
    return helper.worker;
}

// Shared with the helper thread, which may answer after the asker has given up.
struct Exchange
{
    std::mutex mutex;
    std::condition_variable answered;
    bool done = false;
    QKeychain::Error error = QKeychain::NoError;
    QString detail;
    QByteArray secret;
};

void answer(Exchange& exchange, const QKeychain::Job& job, const QByteArray& secret)
{
    const std::lock_guard lock(exchange.mutex);
    exchange.error = job.error();
    exchange.detail = job.errorString();
    exchange.secret = secret;
    exchange.done = true;
    exchange.answered.notify_all();
}

/// Runs `start` in the helper thread and waits for the answer. Unsupported when none comes: a key store that
/// is silent is as good as none.
Result<std::shared_ptr<Exchange>> ask(const std::function<void(std::shared_ptr<Exchange>)>& start,
                                      std::chrono::milliseconds patience)
{
    if (QCoreApplication::instance() == nullptr) {
        return failure(ErrorCode::Unsupported, QStringLiteral("no application object"));
    }
    auto exchange = std::make_shared<Exchange>();
    QMetaObject::invokeMethod(
        helperObject(), [start, exchange] { start(exchange); }, Qt::QueuedConnection);
    std::unique_lock lock(exchange->mutex);
    if (!exchange->answered.wait_for(lock, patience, [&exchange] { return exchange->done; })) {
        return failure(ErrorCode::Unsupported, QStringLiteral("the key store does not answer"));
    }
    return exchange;
}

Error errorOf(const Exchange& exchange)
{
    switch (exchange.error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::CouldNotDeleteEntry:
        return {ErrorCode::KeyStoreFailed, exchange.detail};
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    // Without a session bus QtKeychain says OtherError, the same as for a service that is not installed.
    return {ErrorCode::Unsupported, exchange.detail};
}

} // namespace

Result<std::optional<QByteArray>> readSystemKey(const QString& account, std::chrono::milliseconds patience)
{
    const auto start = [account](const std::shared_ptr<Exchange>& exchange) {
        auto* job = new QKeychain::ReadPasswordJob(serviceName());
        job->setKey(account);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [exchange, job] { answer(*exchange, *job, job->binaryData()); });
        job->start(); // deletes itself
    };
    SOHOA_ASSIGN(const std::shared_ptr<Exchange> exchange, ask(start, patience));
    if (exchange->error == QKeychain::EntryNotFound) {
        return std::nullopt;
    }
    if (exchange->error != QKeychain::NoError) {
        return failure(errorOf(*exchange));
    }
    return exchange->secret;
}

Status writeSystemKey(const QString& account, const QByteArray& secret, std::chrono::milliseconds patience)
{
    const auto start = [account, secret](const std::shared_ptr<Exchange>& exchange) {
        auto* job = new QKeychain::WritePasswordJob(serviceName());
        job->setKey(account);
        job->setBinaryData(secret);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [exchange, job] { answer(*exchange, *job, {}); });
        job->start();
    };
    SOHOA_ASSIGN(const std::shared_ptr<Exchange> exchange, ask(start, patience));
    if (exchange->error != QKeychain::NoError) {
        return failure(errorOf(*exchange));
    }
    return {};
}

} // namespace sohoa::storage
