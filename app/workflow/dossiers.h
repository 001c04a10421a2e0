// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/dossier.h"
#include "dossier/page.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa::workflow {

class Workspace;

/// A line of the list of dossiers.
struct DossierLine
{
    dossier::Dossier dossier;
    int scanDue = 0; ///< components that must be scanned and have no paper yet
    int papers = 0;
    int papersConfirmed = 0;
};

/// Everything about one dossier.
struct DossierDetail
{
    dossier::Dossier dossier;
    std::vector<dossier::Component> components;
    std::vector<dossier::Paper> papers; ///< newest version of each component last
    std::vector<dossier::Event> events;
};

/// Hồ sơ: finds dossiers. Any thread.
class Dossiers
{
public:
    explicit Dossiers(const Workspace& workspace);

    /// @param text letters of a name, number, code or procedure, without tone marks if one likes; empty: the
    /// newest
    [[nodiscard]] Result<std::vector<DossierLine>> find(const QString& text, int limit, int offset = 0) const;
    [[nodiscard]] Result<DossierDetail> detail(const QString& dossierUid) const;
    /// Counts for the navigation.
    struct Counts
    {
        int toDigitize = 0; ///< dossiers with a component still to be scanned
        int waiting = 0;    ///< papers not confirmed
        int failed = 0;     ///< of these, refused
    };
    [[nodiscard]] Result<Counts> counts() const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
