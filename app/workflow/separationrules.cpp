// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/separationrules.h"

#include "base/clock.h"
#include "capture/profile.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/workspace.h"

#include <QJsonDocument>

#include <algorithm>

namespace sohoa::workflow {

namespace {

using dossier::SeparationRules;
using dossier::SheetKey;

const QString enteredKeysName = QStringLiteral("sheets.keys");
const QString signedSinceName = QStringLiteral("sheets.signed.since");
constexpr char sheetPurpose[] = "sohoa separator sheets 1";
constexpr char restPurpose[] = "sohoa sheet keys at rest 1";

QString rulesName(const QString& stackUid)
{
    return QStringLiteral("stack.separation.") + stackUid;
}

Result<SheetKey> ownKey(const Workspace& workspace)
{
    SOHOA_ASSIGN(const SecretKey key, workspace.keyFor(sheetPurpose));
    return SheetKey{key.bytes().left(SheetKey::size)};
}

/// The newest first.
Result<std::vector<SheetKey>> enteredKeys(const Workspace& workspace)
{
    SOHOA_ASSIGN(const QString sealed, workspace.journal().setting(enteredKeysName, QString()));
    std::vector<SheetKey> keys;
    if (sealed.isEmpty()) {
        return keys;
    }
    SOHOA_ASSIGN(const SecretKey rest, workspace.keyFor(restPurpose));
    SOHOA_ASSIGN(const QByteArray plain,
                 openValue(rest, QByteArray::fromBase64(sealed.toLatin1()), enteredKeysName.toLatin1()));
    for (qsizetype at = 0; at + SheetKey::size <= plain.size(); at += SheetKey::size) {
        keys.push_back({plain.mid(at, SheetKey::size)});
    }
    return keys;
}

} // namespace

Result<SheetKey> sheetKey(const Workspace& workspace)
{
    SOHOA_ASSIGN(const std::vector<SheetKey> keys, sheetKeys(workspace));
    return keys.front();
}

Result<std::vector<SheetKey>> sheetKeys(const Workspace& workspace)
{
    SOHOA_ASSIGN(std::vector<SheetKey> keys, enteredKeys(workspace));
    SOHOA_ASSIGN(SheetKey own, ownKey(workspace));
    keys.push_back(std::move(own));
    return keys;
}

Status enterSheetKey(const Workspace& workspace, const SheetKey& key)
{
    SOHOA_ASSIGN(std::vector<SheetKey> keys, enteredKeys(workspace));
    std::erase(keys, key);
    QByteArray plain = key.secret;
    for (const SheetKey& known : keys) {
        plain += known.secret;
    }
    SOHOA_ASSIGN(const SecretKey rest, workspace.keyFor(restPurpose));
    SOHOA_ASSIGN(const QByteArray sealed, sealValue(rest, plain, enteredKeysName.toLatin1()));
    return workspace.journal().write([&](storage::JournalWriter& writer) {
        return writer.setSetting(enteredKeysName, QString::fromLatin1(sealed.toBase64()));
    });
}

Status noteSheetsSigned(const Workspace& workspace)
{
    SOHOA_ASSIGN(const QString since, workspace.journal().setting(signedSinceName, QString()));
    if (!since.isEmpty()) {
        return {};
    }
    const QString today = inVietnam(workspace.clock().now()).date().toString(Qt::ISODate);
    return workspace.journal().write(
        [&](storage::JournalWriter& writer) { return writer.setSetting(signedSinceName, today); });
}

Result<SeparationRules> separationRules(const Workspace& workspace, const QString& stackUid)
{
    const storage::Journal& journal = workspace.journal();
    SOHOA_ASSIGN(const QString chosen, journal.setting(rulesName(stackUid), QString()));
    SeparationRules rules = dossier::separationRulesFrom(QJsonDocument::fromJson(chosen.toUtf8()).object());
    SOHOA_ASSIGN(const std::optional<storage::Feed> feed, journal.feed(stackUid));
    if (feed && rules.sidesPerSheet == 0) {
        rules.sidesPerSheet = feed->sidesPerSheet;
    }
    SOHOA_ASSIGN(rules.keys, sheetKeys(workspace));
    SOHOA_ASSIGN(const QString since, journal.setting(signedSinceName, QString()));
    if (const QDate day = QDate::fromString(since, Qt::ISODate); day.isValid()) {
        rules.unsignedUntil = day;
    }
    return rules;
}

Status setSeparationRules(storage::JournalWriter& writer, const QString& stackUid,
                          const SeparationRules& rules)
{
    const QJsonObject json = toJson(rules);
    return json.isEmpty()
               ? Status()
               : writer.setSetting(rulesName(stackUid),
                                   QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

Status setSeparationRules(const Workspace& workspace, const QString& stackUid, const SeparationRules& rules)
{
    SOHOA_ASSIGN(const QString before, workspace.journal().setting(rulesName(stackUid), QString()));
    if (before.isEmpty() && toJson(rules).isEmpty()) {
        return {};
    }
    return workspace.journal().write([&](storage::JournalWriter& writer) {
        return writer.setSetting(
            rulesName(stackUid),
            QString::fromUtf8(QJsonDocument(toJson(rules)).toJson(QJsonDocument::Compact)));
    });
}

SeparationRules separationRulesOf(const capture::ProfileSeparation& profile)
{
    SeparationRules rules;
    rules.patchT = profile.patchT;
    rules.codePrefix = profile.codePrefix;
    rules.everySides = profile.everySides;
    return rules;
}

} // namespace sohoa::workflow
