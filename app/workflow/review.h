// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "dossier/pagedoubts.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa::workflow {

class Workspace;
struct Treatment;

/// Số hóa: what the clerk does to pages. Every action is one transaction, can be undone and redone, also
/// after the program was started again; pictures are never changed. A component that gets its first page
/// becomes Present with the action, one that loses its last one Missing again. Any thread.
class Review
{
public:
    explicit Review(const Workspace& workspace);

    /// Pages of a dossier (kept, set aside; deleted ones left out), ordered by component and order.
    [[nodiscard]] Result<std::vector<dossier::Page>> pagesOfDossier(const QString& dossierUid) const;

    [[nodiscard]] Status setAside(const QString& scope, const QStringList& pageUids) const;
    [[nodiscard]] Status bringBack(const QString& scope, const QStringList& pageUids) const;
    [[nodiscard]] Status remove(const QString& scope, const QStringList& pageUids) const;
    /// Turns by 90, 180 or 270 degrees clockwise on top of what is set.
    [[nodiscard]] Status turn(const QString& scope, const QStringList& pageUids, int degreesClockwise) const;
    /// Cleans pages anew by what was found on them: deskew, crop, holes, whitening and mode become what
    /// `treatment` asks for; how they were turned stays. Pages nobody looked at stay as they are.
    /// @return how many pages are cleaned otherwise than before
    [[nodiscard]] Result<int> clean(const QString& scope, const QStringList& pageUids,
                                    const Treatment& treatment) const;
    /// How the stack that a page came with is cleaned. NotFound.
    [[nodiscard]] Result<Treatment> treatmentOf(const QString& pageUid) const;
    /// Says of pages whether a slip is stuck on them, or that one copy is right all the same
    /// (dossier::noteGaps). None also takes back that a page is the copy without one.
    [[nodiscard]] Status setNote(const QString& scope, const QStringList& pageUids,
                                 dossier::StuckNote note) const;
    /// Lets pages with a slip, or copies without one, go without their other copy, and notes in the dossier's
    /// history who did.
    [[nodiscard]] Status excuseNotes(const QString& dossierUid, const QStringList& pageUids) const;
    /// Makes one page the copy, without its slip, of another: it comes right behind that one, into the same
    /// component, and both are kept, also when they had been set aside (as repeated, for instance).
    /// InvalidArgument for a page and itself, NotFound.
    [[nodiscard]] Status pairNote(const QString& scope, const QString& withUid,
                                  const QString& withoutUid) const;
    /// What is known of pages of one dossier besides themselves.
    [[nodiscard]] Result<dossier::PageRelations>
    relationsAmong(const std::vector<dossier::Page>& pages) const;
    /// Gives pages to a component of a dossier, at its end, in the order given. ComponentNotScannable.
    [[nodiscard]] Status assign(const QString& scope, const QStringList& pageUids, const QString& dossierUid,
                                int component) const;
    /// Puts pages that were scanned anew where another page lies, and sets that one aside. A note's rule goes
    /// over with it: the first of them is the copy with, or without, the slip that the old page was.
    /// Undone, the old page is kept where it lay and the new ones are set aside.
    /// Nothing to put there changes nothing. NotFound.
    [[nodiscard]] Status replace(const QString& scope, const QString& oldUid,
                                 const QStringList& byUids) const;
    /// Moves pages before another page of the same component, to the end when `beforeUid` is empty.
    [[nodiscard]] Status move(const QString& scope, const QStringList& pageUids,
                              const QString& beforeUid) const;

    /// `scope` is the dossier or stack the clerk works on: each has its own undo.
    /// @return the word for what was undone ("set-aside", "turn" ...); empty when there is nothing to undo.
    [[nodiscard]] Result<std::optional<QString>> undo(const QString& scope) const;
    [[nodiscard]] Result<std::optional<QString>> redo(const QString& scope) const;
    /// What undo and redo would do now; empty when nothing.
    struct Steps
    {
        std::optional<QString> undo = {};
        std::optional<QString> redo = {};
    };
    [[nodiscard]] Result<Steps> steps(const QString& scope) const;

    /// The page as it will look in the paper: picture with edits and in the colours the paper keeps, longest
    /// side at most `maxSide` pixels. Where the paper is black and white, a picture too small for that is
    /// grey.
    [[nodiscard]] Result<QImage> picture(const dossier::Page& page, int maxSide) const;
    /// The page as scanned.
    [[nodiscard]] Result<QImage> original(const dossier::Page& page, int maxSide) const;

private:
    const Workspace& m_workspace;
};

} // namespace sohoa::workflow
