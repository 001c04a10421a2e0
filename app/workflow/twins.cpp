// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/twins.h"

#include "dossier/notes.h"
#include "imaging/decode.h"
#include "imaging/sheetprint.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "workflow/workspace.h"

#include <QCache>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>

namespace sohoa::workflow {

namespace {

using dossier::Page;
using imaging::SheetLook;
using imaging::SheetPrint;
using storage::PageLook;

constexpr int cachedPrints = 24;          // of half a megabyte
constexpr std::size_t mostCandidates = 4; // a hundred times the same form must not take for ever

bool isSeparator(const Page& page)
{
    return page.findings &&
           std::any_of(page.findings->codes.begin(), page.findings->codes.end(),
                       [](const dossier::Code& code) { return code.kind == dossier::CodeKind::Separator; });
}

std::optional<SheetLook> lookFrom(const QByteArray& bytes)
{
    SheetLook look{};
    if (bytes.size() != static_cast<qsizetype>(sizeof look)) {
        return {};
    }
    std::memcpy(look.data(), bytes.constData(), sizeof look);
    return look;
}

/// Pages as prints, the last ones kept.
class Prints
{
public:
    explicit Prints(const Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// Null when the page cannot be read: whoever shows it says so.
    std::shared_ptr<const SheetPrint> of(const Page& page)
    {
        if (const auto* known = m_prints.object(page.uid)) {
            return *known;
        }
        std::shared_ptr<const SheetPrint> print = read(page);
        m_prints.insert(page.uid, new std::shared_ptr<const SheetPrint>(print));
        return print;
    }

private:
    [[nodiscard]] std::shared_ptr<const SheetPrint> read(const Page& page) const
    {
        const Result<QByteArray> bytes = m_workspace.vault().get(page.sha256);
        if (!bytes || !page.findings) {
            return nullptr;
        }
        // Only the brightness of a JPEG is decoded: at full size that is faster than a small picture in
        // colour.
        const auto luminance = imaging::decodeLuminance(*bytes, page.indexInFile);
        if (!luminance) {
            return nullptr;
        }
        std::optional<SheetPrint> print = imaging::printOf(luminance->grey, page.dpi, *page.findings);
        return print ? std::make_shared<const SheetPrint>(std::move(*print)) : nullptr;
    }

    const Workspace& m_workspace;
    QCache<QString, std::shared_ptr<const SheetPrint>> m_prints{cachedPrints};
};

/// A page whose look is known.
struct Seen
{
    const Page* page;
    SheetLook look;
};

/// Uid of an earlier page that shows the same sheet; "" when there is none.
QString twinOf(const Seen& now, const std::vector<Seen>& earlier, Prints& prints)
{
    std::vector<std::pair<int, const Page*>> candidates;
    for (const Seen& before : earlier) {
        const bool sameBytes =
            before.page->sha256 == now.page->sha256 && before.page->indexInFile == now.page->indexInFile;
        const int difference = imaging::differenceOf(before.look, now.look);
        if (!sameBytes && difference <= imaging::mostDifference) {
            candidates.emplace_back(difference, before.page);
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    candidates.resize(std::min(candidates.size(), mostCandidates));
    for (const auto& [difference, page] : candidates) {
        const auto before = prints.of(*page);
        const auto mine = prints.of(*now.page);
        if (before && mine && imaging::isSameSheet(*before, *mine)) {
            return page->uid;
        }
    }
    return QLatin1String("");
}

} // namespace

Status findTwins(const Workspace& workspace, const QString& sessionUid, const StopToken& stop,
                 const std::function<void(const Page&)>& compared)
{
    SOHOA_ASSIGN(const std::vector<Page> pages, workspace.journal().pagesOfSession(sessionUid));
    SOHOA_ASSIGN(const std::vector<PageLook> looks, workspace.journal().looksOfSession(sessionUid));
    std::map<QString, const PageLook*> byPage;
    for (const PageLook& look : looks) {
        byPage[look.pageUid] = &look;
    }
    std::vector<Seen> seen;
    std::vector<PageLook> found;
    Prints prints(workspace);
    for (const Page& page : pages) {
        const auto known = byPage.find(page.uid);
        if (known == byPage.end() || stop.stop_requested()) {
            continue;
        }
        PageLook look = *known->second;
        const std::optional<SheetLook> own = isSeparator(page) ? std::nullopt : lookFrom(look.look);
        const Seen now{&page, own.value_or(SheetLook{})};
        if (!look.likeUid) {
            look.likeUid = own ? twinOf(now, seen, prints) : QString(QLatin1String(""));
            found.push_back(std::move(look));
            if (compared) {
                compared(page);
            }
        }
        if (own) {
            seen.push_back(now);
        }
    }
    if (!found.empty()) {
        SOHOA_TRY(workspace.journal().write([&found](storage::JournalWriter& writer) -> Status {
            for (const PageLook& look : found) {
                SOHOA_TRY(writer.setPageLook(look));
            }
            return {};
        }));
    }
    return stop.stop_requested() ? Status(failure(ErrorCode::Cancelled)) : Status();
}

std::vector<Twin> twinsAmong(const std::vector<Page>& pages, const std::vector<PageLook>& looks)
{
    std::map<QString, const Page*> counting;
    for (const Page& page : pages) {
        if (page.state == dossier::PageState::Kept) {
            counting[page.uid] = &page;
        }
    }
    std::vector<Twin> twins;
    for (const PageLook& look : looks) {
        const auto page = counting.find(look.pageUid);
        const auto other = counting.find(look.likeUid.value_or(QString()));
        // The copies with and without a slip are of one sheet on purpose.
        if (page != counting.end() && other != counting.end() &&
            !dossier::isNotePair(*page->second, *other->second)) {
            twins.push_back({page->second->position, other->second->position});
        }
    }
    std::sort(twins.begin(), twins.end(),
              [](const Twin& a, const Twin& b) { return a.position < b.position; });
    return twins;
}

} // namespace sohoa::workflow
