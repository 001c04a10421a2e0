// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

#include "base/aead.h"

#include "base/aead_p.h"
#include "base/owner.h"

#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>

namespace sohoa {

namespace {

using CipherContext = Owner<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Kdf = Owner<EVP_KDF, EVP_KDF_free>;
using KdfContext = Owner<EVP_KDF_CTX, EVP_KDF_CTX_free>;

const unsigned char* bytesOf(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char*>(data.data());
}

unsigned char* bytesOf(QByteArray& data)
{
    return reinterpret_cast<unsigned char*>(data.data());
}

} // namespace

namespace aead {

QByteArray fileMagic()
{
    return QByteArrayLiteral("SHMC1\n");
}

bool encryptInto(QByteArray& sealed, const QByteArray& key, QByteArrayView nonce, QByteArrayView plain,
                 QByteArrayView context)
{
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    if (!cipher ||
        EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytesOf(key), bytesOf(nonce), nullptr) != 1) {
        return false;
    }
    int length = 0;
    if (!context.isEmpty() && EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(context),
                                                static_cast<int>(context.size())) != 1) {
        return false;
    }
    const qsizetype at = sealed.size();
    sealed.resize(at + plain.size() + tagSize);
    unsigned char* out = bytesOf(sealed) + at;
    if (!plain.isEmpty() &&
        EVP_EncryptUpdate(cipher.get(), out, &length, bytesOf(plain), static_cast<int>(plain.size())) != 1) {
        return false;
    }
    std::array<unsigned char, tagSize> unused{};
    return EVP_EncryptFinal_ex(cipher.get(), unused.data(), &length) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tagSize),
                               out + plain.size()) == 1;
}

bool decryptInto(QByteArray& plain, const QByteArray& key, QByteArrayView nonce, QByteArrayView sealed,
                 QByteArrayView context)
{
    if (sealed.size() < tagSize) {
        return false;
    }
    const qsizetype size = sealed.size() - tagSize;
    const CipherContext cipher(EVP_CIPHER_CTX_new());
    if (!cipher ||
        EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytesOf(key), bytesOf(nonce), nullptr) != 1) {
        return false;
    }
    int length = 0;
    if (!context.isEmpty() && EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(context),
                                                static_cast<int>(context.size())) != 1) {
        return false;
    }
    QByteArray tag = sealed.sliced(size).toByteArray();
    const qsizetype at = plain.size();
    plain.resize(at + size);
    std::array<unsigned char, tagSize> unused{};
    if ((size > 0 && EVP_DecryptUpdate(cipher.get(), bytesOf(plain) + at, &length, bytesOf(sealed),
                                       static_cast<int>(size)) != 1) ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tagSize), tag.data()) !=
            1 ||
        EVP_DecryptFinal_ex(cipher.get(), unused.data(), &length) != 1) {
        plain.resize(at);
        return false;
    }
    return true;
}

QByteArray chunkNonce(quint64 number, bool last)
{
    QByteArray nonce(nonceSize, '\0');
    nonce[3] = last ? '\1' : '\0';
    qToBigEndian(number, nonce.data() + 4);
    return nonce;
}

} // namespace aead

using namespace aead;

SecretKey::SecretKey(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

SecretKey::SecretKey(SecretKey&& other) noexcept
    : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

SecretKey::~SecretKey()
{
    wipe();
}

void SecretKey::wipe()
{
    if (!m_bytes.isEmpty()) {
        OPENSSL_cleanse(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
    }
}

Result<SecretKey> SecretKey::fromBytes(QByteArray bytes)
{
    if (bytes.size() != size) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("a key has 32 bytes, not %1").arg(bytes.size()));
    }
    return SecretKey(std::move(bytes));
}

Result<SecretKey> SecretKey::generate()
{
    QByteArray bytes(size, '\0');
    if (RAND_priv_bytes(bytesOf(bytes), static_cast<int>(size)) != 1) {
        return failure(ErrorCode::KeyStoreFailed, QStringLiteral("no random numbers"));
    }
    return SecretKey(std::move(bytes));
}

Result<SecretKey> SecretKey::derive(QByteArrayView purpose, QByteArrayView salt) const
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context) {
        return failure(ErrorCode::Internal, QStringLiteral("HKDF is missing in OpenSSL"));
    }
    // OpenSSL takes pointers to non-const and does not write through them; copies keep const_cast away.
    QByteArray digest = QByteArrayLiteral("SHA256");
    QByteArray secret = m_bytes;
    QByteArray info = purpose.toByteArray();
    QByteArray saltBytes = salt.toByteArray();
    std::array<OSSL_PARAM, 5> parameters = {
        OSSL_PARAM_construct_utf8_string("digest", digest.data(), 0),
        OSSL_PARAM_construct_octet_string("key", secret.data(), static_cast<std::size_t>(secret.size())),
        OSSL_PARAM_construct_octet_string("info", info.data(), static_cast<std::size_t>(info.size())),
        OSSL_PARAM_construct_octet_string("salt", saltBytes.data(),
                                          static_cast<std::size_t>(saltBytes.size())),
        OSSL_PARAM_construct_end()};
    QByteArray derived(size, '\0');
    const bool made = EVP_KDF_derive(context.get(), bytesOf(derived), static_cast<std::size_t>(size),
                                     parameters.data()) == 1;
    OPENSSL_cleanse(secret.data(), static_cast<std::size_t>(secret.size()));
    if (!made) {
        return failure(ErrorCode::Internal, QStringLiteral("HKDF failed"));
    }
    return SecretKey(std::move(derived));
}

Result<QByteArray> randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(bytesOf(bytes), static_cast<int>(count)) != 1) {
        return failure(ErrorCode::Internal, QStringLiteral("no random numbers"));
    }
    return bytes;
}

Result<QByteArray> sealValue(const SecretKey& key, QByteArrayView plain, QByteArrayView context)
{
    SOHOA_ASSIGN(QByteArray nonce, randomBytes(nonceSize));
    QByteArray sealed = nonce;
    if (!encryptInto(sealed, key.bytes(), nonce, plain, context)) {
        return failure(ErrorCode::Internal, QStringLiteral("encryption failed"));
    }
    return sealed;
}

Result<QByteArray> openValue(const SecretKey& key, QByteArrayView sealed, QByteArrayView context)
{
    QByteArray plain;
    if (sealed.size() < nonceSize + tagSize ||
        !decryptInto(plain, key.bytes(), sealed.first(nonceSize), sealed.sliced(nonceSize), context)) {
        return failure(ErrorCode::KeyWrong, QStringLiteral("sealed value does not open"));
    }
    return plain;
}

Result<QByteArray> sealFile(const SecretKey& key, QByteArrayView plain)
{
    SOHOA_ASSIGN(const QByteArray salt, randomBytes(saltSize));
    SOHOA_ASSIGN(const SecretKey fileKey, key.derive("sohoa file", salt));
    QByteArray sealed;
    sealed.reserve(fileMagic().size() + saltSize + plain.size() + (plain.size() / chunkSize + 1) * tagSize);
    sealed += fileMagic();
    sealed += salt;
    quint64 number = 0;
    qsizetype at = 0;
    do {
        const qsizetype size = std::min(chunkSize, plain.size() - at);
        const bool last = at + size == plain.size();
        if (!encryptInto(sealed, fileKey.bytes(), chunkNonce(number, last), plain.sliced(at, size), {})) {
            return failure(ErrorCode::Internal, QStringLiteral("encryption failed"));
        }
        at += size;
        ++number;
    } while (at < plain.size());
    return sealed;
}

Result<QByteArray> openFile(const SecretKey& key, QByteArrayView sealed)
{
    const QByteArray magic = fileMagic();
    const qsizetype headSize = magic.size() + saltSize;
    if (sealed.size() < headSize + tagSize || sealed.first(magic.size()) != QByteArrayView(magic)) {
        return failure(ErrorCode::VaultFileDamaged, QStringLiteral("not a sealed file"));
    }
    SOHOA_ASSIGN(const SecretKey fileKey, key.derive("sohoa file", sealed.sliced(magic.size(), saltSize)));
    QByteArray plain;
    plain.reserve(sealed.size() - headSize);
    quint64 number = 0;
    qsizetype at = headSize;
    while (at < sealed.size()) {
        const qsizetype size = std::min(chunkSize + tagSize, sealed.size() - at);
        const bool last = at + size == sealed.size();
        if (!decryptInto(plain, fileKey.bytes(), chunkNonce(number, last), sealed.sliced(at, size), {})) {
            return failure(ErrorCode::VaultFileDamaged, QStringLiteral("chunk %1 does not open").arg(number));
        }
        at += size;
        ++number;
    }
    return plain;
}

} // namespace sohoa
