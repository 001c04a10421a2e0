// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "support/testcertificate.h"

#include "base/owner.h"

#include <QtGlobal>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <algorithm>

namespace sohoa::test {

namespace {

using Key = Owner<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owner<X509, X509_free>;
using Bio = Owner<BIO, BIO_free>;

void must(bool done, const char* what)
{
    if (!done) {
        qFatal("no test certificate: %s", what);
    }
}

} // namespace

QByteArray selfMadeCertificate(const QByteArray& name, int days)
{
    constexpr long day = 24 * 60 * 60;
    const Key key(EVP_EC_gen("P-256"));
    must(key != nullptr, "key");
    const Certificate certificate(X509_new());
    must(certificate != nullptr, "certificate");
    quint32 serial = 0;
    must(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1, "serial");
    must(X509_set_version(certificate.get(), X509_VERSION_3) == 1, "version");
    must(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial) == 1, "serial");
    must(X509_gmtime_adj(X509_getm_notBefore(certificate.get()), (std::min(days, 0) - 1) * day) != nullptr,
         "begin");
    must(X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * day) != nullptr, "end");
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name.constData()),
                                    static_cast<int>(name.size()), -1, 0) == 1,
         "name");
    must(X509_set_issuer_name(certificate.get(), subject) == 1, "issuer");
    must(X509_set_pubkey(certificate.get(), key.get()) == 1, "public key");
    must(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "signature");
    const Bio text(BIO_new(BIO_s_mem()));
    must(text != nullptr, "memory");
    must(PEM_write_bio_X509(text.get(), certificate.get()) == 1, "certificate as text");
    must(PEM_write_bio_PrivateKey(text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1,
         "key as text");
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(text.get(), &bytes);
    return {bytes, static_cast<qsizetype>(length)};
}

} // namespace sohoa::test
