// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace sohoa::workflow {
class Workspace;
}

namespace sohoa::bench {

/// A home with one dossier of many pages.
struct MadeReview
{
    std::shared_ptr<workflow::Workspace> workspace;
    QString dossierUid;
};

/// Makes the home in the new folder `folder`. Its pages take turns at the pictures given, which are looked at
/// as ever; one in forty has a doubt. Errors: those of workspace, import and journal.
[[nodiscard]] Result<MadeReview> makeReview(const QString& folder, int count, const QStringList& pictures,
                                            const Clock& clock);

} // namespace sohoa::bench
