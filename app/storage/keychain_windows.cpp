// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/keychain.h"

#include <wincred.h>
#include <windows.h>

#include <string>

namespace sohoa::storage {

namespace {

std::wstring targetOf(const QString& account)
{
    return (QStringLiteral("sohoa/") + account).toStdWString();
}

Error windowsFailure(const char* what)
{
    const DWORD reason = GetLastError();
    return Error{ErrorCode::KeyStoreFailed,
                 QStringLiteral("%1: Windows error %2").arg(QLatin1String(what)).arg(reason)};
}

} // namespace

// The Credential Manager answers at once; there is nothing to wait for.
Result<std::optional<QByteArray>> readSystemKey(const QString& account, std::chrono::milliseconds)
{
    PCREDENTIALW credential = nullptr;
    if (!CredReadW(targetOf(account).c_str(), CRED_TYPE_GENERIC, 0, &credential)) {
        if (GetLastError() == ERROR_NOT_FOUND) {
            return std::nullopt;
        }
        return failure(windowsFailure("CredRead"));
    }
    QByteArray secret(reinterpret_cast<const char*>(credential->CredentialBlob),
                      static_cast<qsizetype>(credential->CredentialBlobSize));
    SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
    CredFree(credential);
    return secret;
}

Status writeSystemKey(const QString& account, const QByteArray& secret, std::chrono::milliseconds)
{
    std::wstring target = targetOf(account);
    std::wstring user = L"sohoa";
    QByteArray bytes = secret;
    CREDENTIALW credential = {};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = target.data();
    credential.UserName = user.data();
    credential.CredentialBlob = reinterpret_cast<LPBYTE>(bytes.data());
    credential.CredentialBlobSize = static_cast<DWORD>(bytes.size());
    // Local machine: it stays after logging off, and does not roam to other machines.
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
    const bool written = CredWriteW(&credential, 0);
    const Error error = written ? Error{} : windowsFailure("CredWrite");
    SecureZeroMemory(bytes.data(), static_cast<SIZE_T>(bytes.size()));
    if (!written) {
        return failure(error);
    }
    return {};
}

} // namespace sohoa::storage
