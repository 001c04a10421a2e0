// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/watchedfolder.h"
#include "ui/papers/feeding.h"
#include "ui/settings/scannersource.h"
#include "workflow/separation.h"

#include <QImage>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// How pages come in: each way fills a stack, which is then looked at, cut and given to a dossier. All of it
/// blocks: for a worker. Pages that are in stay, whatever happens afterwards.
namespace sohoa::ui {

/// How a stack ended.
struct Arrival
{
    workflow::Reconciliation account;
    QStringList remarks;                       ///< what the clerk must know beside the account
    std::shared_ptr<Feeding> interrupted = {}; ///< a stack whose feeding goes on with the next scan
    QString openSession = {};                  ///< a stack that does not add up, or is to be cut first
    bool uncut = false;                        ///< somebody is to look at the cut of that stack
    bool addsUp = false;                       ///< a stack whose account was closed
    QString scannerMovedTo = {};               ///< id of the scanner of the settings at its new address
};

/// "a.jpg: why it was refused".
QString aboutFile(const QString& path, const Error& error);

/// Files and what is in folders; those that cannot be read are remarks.
[[nodiscard]] Result<Arrival> takeFiles(const workflow::Workspace& workspace, const QStringList& paths,
                                        const workflow::Target& target, const StopToken& stop,
                                        const std::function<void(const dossier::Page&)>& progress);
/// A picture that was in no file.
[[nodiscard]] Result<Arrival> takePicture(const workflow::Workspace& workspace, const QImage& picture,
                                          const workflow::Target& target, const StopToken& stop,
                                          const std::function<void(const dossier::Page&)>& progress);
/// Files that a scanner has finished writing. Each is cleared away only when its pages are durable.
[[nodiscard]] Result<Arrival> takeWatchedFiles(const workflow::Workspace& workspace,
                                               capture::WatchedFolder& folder,
                                               const std::vector<capture::WatchedFile>& files,
                                               const workflow::Target& target, const StopToken& stop,
                                               const std::function<void(const dossier::Page&)>& progress);
/// Feeds a new stack, or goes on with one that a fault at the scanner interrupted, or whose account is open.
/// @param replaced what is scanned takes the place of this page
[[nodiscard]] Result<Arrival> takeScan(const workflow::Workspace& workspace, const ScannerSource& scanners,
                                       const Feeding::Plan& plan,
                                       const std::optional<dossier::Page>& replaced,
                                       const std::shared_ptr<Feeding>& interrupted, const StopToken& stop,
                                       const std::function<void(const dossier::Page&)>& progress);

} // namespace sohoa::ui
