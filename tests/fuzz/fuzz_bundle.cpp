// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// Bundles from anywhere. An input that starts with "=" is the file; one with "+" is what stands in the sealed
// stream, as heads and contents between 0xFF: it is sealed under a known code so that the parser behind is
// reached. Whatever it is: no crash, and what is taken as a bundle agrees with its hashes.
#include "base/aead.h"
#include "base/digest.h"
#include "require.h"
#include "sync/bundlefile.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QtEndian>

#include <cstdint>

namespace {

using namespace sohoa;

const sync::BundleCode& code()
{
    static const sync::BundleCode fixed = [] {
        auto made = sync::BundleCode::generate();
        fuzz::require(made.has_value());
        return std::move(*made);
    }();
    return fixed;
}

/// A file with the right beginning, as BundleWriter makes it, and these records.
QByteArray sealedRecords(const QByteArray& list)
{
    QByteArray plain;
    const QList<QByteArray> parts = list.split('\xFF');
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        QByteArray length(4, '\0');
        qToBigEndian(static_cast<quint32>(parts[i].size()), length.data());
        plain += length + parts[i] + parts[i + 1];
    }
    const QByteArray salt(16, 's');
    const auto checkKey = code().key().derive("sohoa bundle check", salt);
    const auto key = code().key().derive("sohoa bundle", salt);
    fuzz::require(checkKey && key);
    const QByteArray start = "SHBUNDLE1\n" + salt + hmacSha256(checkKey->bytes(), "sohoa bundle").left(16);
    const auto sealed = sealFile(*key, plain);
    fuzz::require(sealed.has_value());
    return start + QCryptographicHash::hash(start, QCryptographicHash::Sha256).left(8) + *sealed;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArray rest(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    static_cast<void>(sync::BundleCode::fromText(QString::fromUtf8(rest)));
    QByteArray bytes = data[0] == '+' ? sealedRecords(rest) : rest;
    QBuffer file(&bytes);
    fuzz::require(file.open(QIODevice::ReadOnly));
    const auto contents = sync::readContents(file, code());
    if (!contents) {
        const ErrorCode why = contents.error().code;
        fuzz::require(why == ErrorCode::BackupInvalid || why == ErrorCode::KeyWrong ||
                      why == ErrorCode::Unsupported || why == ErrorCode::LogBroken);
        return 0;
    }
    fuzz::require(file.seek(0));
    auto reader = sync::BundleReader::begin(file, code());
    fuzz::require(reader.has_value());
    while (true) {
        const auto item = reader->next();
        fuzz::require(item.has_value());
        if (!item->has_value()) {
            return 0;
        }
        if (!(*item)->isEntry) {
            const auto content = reader->content();
            fuzz::require(content && sha256Hex(*content) == (*item)->sha256);
        }
    }
}
