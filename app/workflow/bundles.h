// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/stoptoken.h"
#include "dossier/bundlerefusal.h"
#include "dossier/logidentity.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace sohoa::workflow {

class Workspace;

using dossier::BundleRefusal;

struct BundleExport
{
    std::optional<BundleRefusal> refused = {};
    QString file; ///< where it is
    QString code; ///< without which nobody can open it; kept nowhere
    int papers = 0;
    int entries = 0;
    int leftOut = 0; ///< papers that cannot be read here (verify says which)
    qint64 bytes = 0;
};

struct BundleImport
{
    std::optional<BundleRefusal> refused = {};
    dossier::LogIdentity from = {};
    QDateTime madeAt;
    bool own = false; ///< made by this very home: all of it is on our own outbox, or delivered
    int papers = 0;   ///< new here; on the outbox now
    int entries = 0;
    int known = 0; ///< papers and entries that were here already
};

/// Bytes read and written so far, and in all.
using BundleProgress = std::function<void(qint64 done, qint64 total)>;

/// "sohoa-H56.14-1-20261120-003.shbundle": unit, workstation, day, running number.
[[nodiscard]] Result<QString> proposedBundleName(const Workspace& workspace);

/// Whether text is the code of some bundle, as people type it.
[[nodiscard]] bool isBundleCode(const QString& text);

/// Seals everything of this workstation that the warehouse has not confirmed into one file, for a stick:
/// papers, and the entries of its log, after a last one was cut so that every change is in them. They stay
/// on the outbox: whichever way they arrive first counts. In constant memory but for one paper at a time.
/// @param file  or a folder: then under its proposed name. The file appears under its name only when it was
///              flushed and read back.
/// Errors: those of writeDurably, of the journal and the vault, Cancelled.
[[nodiscard]] Result<BundleExport> exportBundle(const Workspace& workspace, const QString& file,
                                                const StopToken& stop, const BundleProgress& progress);

/// Reads all of such a file and checks it before anything is kept; then puts what is new onto the outbox of
/// this home, to be delivered under its own names. May be interrupted at any instant and repeated.
/// Errors: FileNotFound, FileUnreadable, BackupInvalid (damaged, cut off, something else), KeyWrong (mistyped
/// code, or of another bundle), LogBroken, WorkstationTwice (another entry was carried here under the same
/// number), DiskFull and the others of writeDurably, of the journal, Cancelled.
[[nodiscard]] Result<BundleImport> importBundle(const Workspace& workspace, const QString& file,
                                                const QString& code, const StopToken& stop,
                                                const BundleProgress& progress);

} // namespace sohoa::workflow
