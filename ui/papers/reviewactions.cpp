// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
// What the clerk does on the screen Số hóa besides giving pages away: doubts, comparing, cleaning anew, pages
// with a note stuck on them.

#include "ui/papers/cleaningdialog.h"
#include "ui/papers/notedialog.h"
#include "ui/papers/pagelist.h"
#include "ui/papers/papersscreen.h"

#include <QAction>

#include <algorithm>

namespace sohoa::ui {

using namespace dossier;

namespace {
/// More page numbers than this are not read.
constexpr qsizetype mostNamed = 8;
} // namespace

void PapersScreen::makeReviewActions()
{
    const auto key = [](const char* text) { return QKeySequence(QString::fromLatin1(text)); };
    QAction* nextDoubt = makeAction(this, tr("Next page to look at"), Icon::Warning, key("N"));
    connect(nextDoubt, &QAction::triggered, this, [this] { goToDoubt(1); });
    QAction* lastDoubt = makeAction(this, tr("Page to look at before"), Icon::Warning, key("Shift+N"));
    connect(lastDoubt, &QAction::triggered, this, [this] { goToDoubt(-1); });
    m_doubtOrder = makeAction(this, tr("Most doubtful pages first"), Icon::DoubtOrder, key("D"));
    m_doubtOrder->setCheckable(true);
    connect(m_doubtOrder, &QAction::triggered, this, &PapersScreen::toggleDoubtOrder);
    m_original = makeAction(this, tr("The page as it was scanned"), Icon::Eye, key("O"));
    m_original->setCheckable(true);
    connect(m_original, &QAction::triggered, this, &PapersScreen::toggleOriginal);
    m_compareAction =
        makeAction(this, tr("Compare: before and after cleaning, or two pages"), Icon::Compare, key("C"));
    m_compareAction->setCheckable(true);
    connect(m_compareAction, &QAction::triggered, this, &PapersScreen::toggleCompare);
    m_hold =
        makeAction(this, tr("Compare this page with the one chosen next"), Icon::Compare, key("Shift+C"));
    connect(m_hold, &QAction::triggered, this, &PapersScreen::holdForCompare);
    m_clean = makeAction(this, tr("Clean anew…"), Icon::Clean, key("S"));
    connect(m_clean, &QAction::triggered, this, [this] {
        if (!m_currentUid.isEmpty()) {
            emit cleaningAsked(m_current);
        }
    });
    m_note = makeAction(this, tr("A note is stuck on this page"), Icon::Note, key("G"));
    connect(m_note, &QAction::triggered, this, &PapersScreen::markNote);
    m_finishKnowingly =
        makeAction(this, tr("Finish without the missing copies"), Icon::Check, key("Ctrl+F10"));
    connect(m_finishKnowingly, &QAction::triggered, this, [this] {
        notice()->clear();
        emit finishKnowinglyWanted(noteGapsInPapers());
    });
}

void PapersScreen::goToDoubt(int step)
{
    const int count = m_kept->rowCount({});
    const int from = std::max(0, m_pageList->currentIndex().row());
    for (int i = 1; i <= count; ++i) {
        const QModelIndex index = m_kept->index(((from + step * i) % count + count) % count);
        const std::vector<PageDoubt>& doubts = m_kept->aspectAt(index).doubts;
        if (std::any_of(doubts.begin(), doubts.end(), isWorthAStop)) {
            showPage(m_kept->at(index).uid);
            m_pageList->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
    emit wantsToast(Tone::Success, tr("No page here needs another look."));
}

void PapersScreen::toggleOriginal()
{
    m_asScanned = m_original->isChecked();
    if (!m_currentUid.isEmpty()) {
        emit pictureWanted(m_current, m_asScanned);
    }
}

void PapersScreen::askForCleaning(const workflow::Treatment& treatment)
{
    const QStringList uids = selected();
    if (uids.isEmpty()) {
        return;
    }
    auto* dialog = new CleaningDialog(treatment, static_cast<int>(uids.size()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, uids, treatment] { emit cleanWanted(uids, dialog->chosen(treatment)); });
    dialog->open();
}

void PapersScreen::markNote()
{
    const QStringList uids = selected();
    std::vector<const Page*> pages;
    for (const QString& uid : uids) {
        pages.push_back(pageOf(uid));
    }
    if (std::any_of(pages.begin(), pages.end(), [](const Page* page) { return page == nullptr; })) {
        return;
    }
    if (pages.size() == 2) {
        // As they come in the paper: first with the note, then without. What was set aside comes behind.
        const auto place = [this](const Page* page) {
            const QModelIndex index = m_kept->indexOf(page->uid);
            return index.isValid() ? m_kept->aspectAt(index).number : m_kept->rowCount({}) + 1;
        };
        const bool inOrder = place(pages[0]) <= place(pages[1]);
        emit notePairWanted(uids.at(inOrder ? 0 : 1), uids.at(inOrder ? 1 : 0));
        emit wantsToast(Tone::Success, tr("Kept as the two copies: with the note, then without."));
        return;
    }
    if (pages.size() != 1) {
        notice()->say(Tone::Info,
                      tr("Choose the page with the note on it; or both of its copies, first the one "
                         "with the note, and press G."));
        return;
    }
    const Page page = *pages.front();
    if (page.note == StuckNote::None && page.withoutNoteOf.isEmpty()) {
        emit noteWanted({page.uid}, StuckNote::Present);
    }
    askAboutNote(page);
}

void PapersScreen::askAboutNote(const Page& page)
{
    auto* dialog = new NoteDialog(placeName(page), page, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoteDialog::scanWanted, this, [this, page] { emit noteScanWanted(page); });
    connect(dialog, &NoteDialog::noNote, this,
            [this, page] { emit noteWanted({page.uid}, StuckNote::None); });
    dialog->open();
}

QStringList PapersScreen::noteGapsInPapers() const
{
    QStringList uids;
    if (!m_state) {
        return uids;
    }
    for (const Page& page : m_state->pages) {
        if (page.component != 0 && m_state->relations.gaps.contains(page.uid)) {
            uids.append(page.uid);
        }
    }
    return uids;
}

void PapersScreen::sayNoteGaps()
{
    const QStringList uids = noteGapsInPapers();
    if (uids.isEmpty()) {
        return;
    }
    QStringList names;
    for (const QString& uid : uids.mid(0, mostNamed)) {
        names.append(placeName(*pageOf(uid)));
    }
    if (uids.size() > mostNamed) {
        names.append(QStringLiteral("…"));
    }
    notice()->say(
        Tone::Warning,
        tr("The papers are not made yet: a page with a note stuck on it is copied twice, with the note and "
           "without, and one of the two is missing (%1). Go there, press G and scan it. If it is right "
           "so, finish without.")
            .arg(names.join(QStringLiteral("; "))),
        m_finishKnowingly);
    showPage(uids.first());
}

} // namespace sohoa::ui
