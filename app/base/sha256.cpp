// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include "base/owner.h"

#include <QByteArray>
#include <QtGlobal>

#include <openssl/evp.h>

#include <array>

namespace sohoa {

namespace {

using Context = Owner<EVP_MD_CTX, EVP_MD_CTX_free>;

/// Only memory that has run out can make these calls fail, and nothing good can come after that.
void must(bool done)
{
    if (!done) {
        qFatal("SHA-256 cannot be computed");
    }
}

} // namespace

struct Sha256::State
{
    Context context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    must(m_state->context != nullptr &&
         EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::addData(QByteArrayView piece)
{
    must(EVP_DigestUpdate(m_state->context.get(), piece.data(), static_cast<std::size_t>(piece.size())) == 1);
}

QString Sha256::hex() const
{
    const Context copy(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    must(copy != nullptr && EVP_MD_CTX_copy_ex(copy.get(), m_state->context.get()) == 1 &&
         EVP_DigestFinal_ex(copy.get(), bytes.data(), &length) == 1);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(length)).toHex());
}

} // namespace sohoa
