// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/dossier.h"
#include "dossier/page.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <map>
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
    int pagesWithoutPaper = 0; ///< kept pages of components that have no paper yet
};

/// Everything about one dossier.
struct DossierDetail
{
    dossier::Dossier dossier;
    std::vector<dossier::Component> components;
    std::vector<dossier::Paper> papers; ///< newest version of each component last
    std::vector<dossier::Event> events;
    std::map<int, int> keptPages; ///< by component; those without are left out
};

/// A value that a workstation gave a field.
struct FieldVersion
{
    QString stamp; ///< names it, for settle()
    QDateTime at;  ///< when it was written, by the writer's clock
    QString unit;
    int workstation = 0;
    bool isOwn = false; ///< written here
    QString actor;      ///< officer, as far as the history says; may be empty
    QJsonValue value;

    bool operator==(const FieldVersion&) const = default;
};

/// Two workstations gave a field different values without knowing of each other. Both are kept until a person
/// settles it.
struct FieldDifference
{
    QString field;         ///< "dueAt", "applicant.phone", "component 2.state", "paper <uid>.signature"
    FieldVersion counting; ///< the later one, which counts now
    FieldVersion other;

    bool operator==(const FieldDifference&) const = default;
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
        int differing = 0;  ///< dossiers with a difference to settle
    };
    [[nodiscard]] Result<Counts> counts() const;

    /// Dossiers with a difference to settle, newest first.
    [[nodiscard]] Result<std::vector<DossierLine>> differing() const;
    /// What is to settle in a dossier, by field.
    [[nodiscard]] Result<std::vector<FieldDifference>> differences(const QString& dossierUid) const;
    /// The value with this stamp counts from now on, here and, with the next delivery, everywhere. One
    /// transaction. NotFound when it was settled meanwhile, here or elsewhere.
    [[nodiscard]] Status settle(const QString& dossierUid, const QString& field,
                                const QString& chosenStamp) const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
