// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/deliveryrules.h"

#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "workflow/workspace.h"

#include <QNetworkInformation>

namespace sohoa::workflow {

namespace {

const QString name = QStringLiteral("delivery.rules");

} // namespace

Result<dossier::DeliveryRules> deliveryRules(const storage::Journal& journal)
{
    SOHOA_ASSIGN(const QString text, journal.setting(name, QString()));
    return dossier::deliveryRulesFrom(text);
}

Status setDeliveryRules(const Workspace& workspace, const dossier::DeliveryRules& rules)
{
    if (!rules.isValid()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("delivery rules"));
    }
    return workspace.journal().write(
        [&rules](storage::JournalWriter& writer) { return writer.setSetting(name, dossier::toText(rules)); });
}

Status pauseDelivery(const Workspace& workspace)
{
    SOHOA_ASSIGN(dossier::DeliveryRules rules, deliveryRules(workspace.journal()));
    rules.pausedSince = rules.pausedSince.value_or(workspace.clock().now());
    return setDeliveryRules(workspace, rules);
}

Status resumeDelivery(const Workspace& workspace)
{
    SOHOA_ASSIGN(dossier::DeliveryRules rules, deliveryRules(workspace.journal()));
    rules.pausedSince.reset();
    return setDeliveryRules(workspace, rules);
}

void watchLine()
{
    QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered);
}

bool lineIsMetered()
{
    const QNetworkInformation* line = QNetworkInformation::instance();
    return line != nullptr && line->supports(QNetworkInformation::Feature::Metered) && line->isMetered();
}

} // namespace sohoa::workflow
