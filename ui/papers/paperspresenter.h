// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "capture/watchedfolder.h"
#include "dossier/page.h"
#include "ui/async/bench.h"
#include "ui/papers/papersounds.h"
#include "ui/papers/papersscreen.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace sohoa::ui {

class Cutting;
class Feeding;
class PaperWatch;

/// Lets the screen Số hóa work on the review, the stacks and the making of papers.
class PapersPresenter final : public QObject
{
    Q_OBJECT

public:
    PapersPresenter(PapersScreen& screen, const Bench& bench, QObject* parent = nullptr);
    ~PapersPresenter() override;

    void open(const QString& dossierUid);
    /// Fetches what is shown again: the dossier that is open, else those that wait.
    void refresh();
    /// Takes what a scanner writes into this folder into the dossier that is open; empty: no folder.
    void watchFolder(const QString& folder);
    /// Looks into that folder once; a timer does so every two seconds.
    void lookIntoFolder();
    /// Asks what is under way to end soon.
    void stop();
    [[nodiscard]] PaperSounds& sounds() { return m_sounds; }

signals:
    /// The scanner of the settings answers at another address.
    void scannerMoved(const QString& fromId, const QString& toId);
    /// Dossiers or papers changed: counts elsewhere are out of date.
    void changed();
    /// A stack is in.
    void pagesCame();
    void papersMade();

private:
    /// Says how a stack ended.
    template<typename Arrived>
    void takeUp(const Result<Arrived>& arrival);
    void connectPictures();
    /// Fetches the large pictures that are still looked at, the newest first, one at a time.
    void fetchPicture();
    void connectReview();
    void connectCleaning();
    void connectNotes();
    void fetchWaiting();
    void fetchDossier();
    /// Runs one action of the review in the journal's thread, then shows what became of it.
    void act(std::function<Status()> action);
    [[nodiscard]] QStringList setAsideAmong(const QStringList& uids) const;
    void importFiles(const QStringList& paths, int component);
    void importPicture(const QImage& picture, int component);
    void takeWatched(const std::vector<capture::WatchedFile>& files);
    /// @param replaced the page whose place the one scanned now takes; empty: pages come behind the others
    void scan(int component, const std::optional<dossier::Page>& replaced);
    /// Scans a page again, without the note that is stuck on it.
    void scanWithoutNote(const dossier::Page& noted);
    /// @param excused pages whose other copy, with or without a note, is knowingly left out
    void finishPapers(const QStringList& excused);
    /// Closes an account that adds up by now; looks through a stack that an earlier run of the program left.
    void takeUpAccount();
    /// Re-hashes a stack that the program did not get through before it ended, and looks at its pages.
    void lookThrough(const QString& sessionUid, int sides);
    /// Shows how a stack is to be cut.
    void openCut(const QString& sessionUid);
    void cutCarriedOut(const workflow::Reconciliation& account, const QString& dossierUid);
    void closeAccount(const QString& sessionUid, workflow::ScanSession::Closing closing);
    void countSheets(const QString& sessionUid, int sheets);
    /// Watches the feeder while the way of scanning wants it and nothing else is going on.
    void connectPaperWatch();
    /// A page of the stack under way came in or was looked at.
    void arrived(const dossier::Page& page);
    void showState();
    void beginErrand();
    void endErrand();
    /// Whether the dossier that is shown is the one the errand works for: the clerk may look at another one
    /// meanwhile.
    [[nodiscard]] bool showsErrand() const;
    /// A sentence about the errand; it names the dossier where another one is shown.
    [[nodiscard]] QString aboutErrand(const QString& sentence) const;
    [[nodiscard]] std::function<void(const dossier::Page&)> arrivals();

    PapersScreen& m_screen;
    Bench m_bench;
    Cutting* m_cutting;
    QString m_uid;
    int m_request = 0; ///< the last thing asked for: older answers are dropped
    PapersState m_state;
    struct WantedPicture
    {
        dossier::Page page;
        bool asScanned = false;
    };
    std::vector<WantedPicture> m_wantedPictures; ///< the newest last; no more than are shown at once
    bool m_fetchingPicture = false;
    std::vector<dossier::Page> m_arriving;
    QHash<QString, std::size_t> m_arrivingPlaces;
    bool m_errand = false;
    QString m_errandUid;  ///< the dossier of the errand that is or was last under way
    QString m_errandCode; ///< its code
    int m_looked = 0;
    std::shared_ptr<Feeding> m_interrupted;            ///< a stack that the next scan goes on with
    QSet<QString> m_lookedThrough;                     ///< open stacks that need no looking through
    QHash<QString, std::vector<int>> m_damaged;        ///< of open stacks: positions no longer as scanned
    bool m_showAccount = false;                        ///< put the hands on the account when it comes next
    std::shared_ptr<capture::WatchedFolder> m_watched; ///< used by one worker at a time
    bool m_looking = false;                            ///< a worker looks into it
    capture::FolderState m_folderState = capture::FolderState::There; ///< what was said of it last
    QTimer m_watch;
    PaperSounds m_sounds;
    PaperWatch* m_paper = nullptr;
    QString m_toldOfPaper; ///< the dossier for which it was said that feeding begins by itself
    StopSource m_stop;
};

} // namespace sohoa::ui
