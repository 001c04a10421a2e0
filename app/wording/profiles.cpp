// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "wording/profiles.h"

#include <QCoreApplication>

namespace sohoa::wording {

namespace {

struct Profiles
{
    Q_DECLARE_TR_FUNCTIONS(WordingProfiles)
};

} // namespace

QString defaultProfileName(const QString& id)
{
    if (id == QLatin1String("dossier")) {
        return Profiles::tr("Whole dossier, both sides");
    }
    if (id == QLatin1String("paper")) {
        return Profiles::tr("Single paper, one side");
    }
    if (id == QLatin1String("glass")) {
        return Profiles::tr("Book or thick paper on the glass");
    }
    if (id == QLatin1String("small")) {
        return Profiles::tr("Card or small paper");
    }
    if (id == QLatin1String("plan")) {
        return Profiles::tr("Plan or map, A3");
    }
    if (id == QLatin1String("backlog")) {
        return Profiles::tr("Old dossiers in stacks");
    }
    return {};
}

} // namespace sohoa::wording
