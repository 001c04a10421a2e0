// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/finishing.h"

#include "base/digest.h"
#include "dossier/notes.h"
#include "dossier/numbering.h"
#include "pdf/papercheck.h"
#include "pdf/paperwriter.h"
#include "storage/journal.h"
#include "storage/journalwriter.h"
#include "storage/vault.h"
#include "workflow/paperpages.h"
#include "workflow/retention.h"
#include "workflow/workspace.h"

#include <algorithm>
#include <array>
#include <set>

namespace sohoa::workflow {

namespace {

using dossier::Component;
using dossier::ComponentState;
using dossier::Page;
using dossier::Paper;
using storage::JournalWriter;

constexpr std::array ladder = {PaperStep::AsScanned, PaperStep::Quality80, PaperStep::Quality60,
                               PaperStep::Resolution200, PaperStep::Resolution200Quality50};
constexpr double leastDpi = 200;
constexpr double dpiRounding = 0.5;

/// What a paper is made of.
struct Material
{
    dossier::Dossier dossier;
    Component component;
    std::vector<Page> pages;
    std::optional<Paper> latest;
    HomeSettings settings;
};

Result<Material> gather(const Workspace& workspace, const QString& dossierUid, int number)
{
    const storage::Journal& journal = workspace.journal();
    Material material;
    SOHOA_ASSIGN(material.dossier, journal.dossier(dossierUid));
    SOHOA_ASSIGN(const std::vector<Component> components, journal.components(dossierUid));
    const auto component = std::find_if(components.begin(), components.end(),
                                        [number](const Component& c) { return c.number == number; });
    if (component != components.end()) {
        material.component = *component;
    } else if (number == dossier::resultComponent) {
        material.component.dossierUid = dossierUid;
        material.component.number = number;
        material.component.name = QStringLiteral("Kết quả giải quyết thủ tục hành chính");
    } else {
        return failure(ErrorCode::ComponentUnknown, QString::number(number));
    }
    if (material.component.duty != dossier::Duty::Scan) {
        return failure(ErrorCode::ComponentNotScannable, QString::number(number));
    }
    SOHOA_ASSIGN(material.pages, journal.pagesOfComponent(dossierUid, number));
    if (material.pages.empty()) {
        return failure(ErrorCode::NothingToFinish, QString::number(number));
    }
    SOHOA_ASSIGN(const std::vector<Paper> papers, journal.papers(dossierUid));
    for (const Paper& paper : papers) {
        if (paper.component == number && (!material.latest || paper.version > material.latest->version)) {
            material.latest = paper;
        }
    }
    SOHOA_ASSIGN(material.settings, workspace.settings());
    return material;
}

pdf::PaperInfo infoOf(const Material& material)
{
    pdf::PaperInfo info;
    info.title = material.component.name;
    info.dossierCode = material.dossier.code;
    info.paperCode = dossier::paperCode(material.dossier.code, material.component.number);
    info.author =
        material.settings.officer.isEmpty() ? material.settings.unitName : material.settings.officer;
    info.producer = QStringLiteral("Số hóa Một cửa " SOHOA_VERSION);
    // The time of copying is when the last sheet was scanned: the same pages give the same file, whenever it
    // is made.
    for (const Page& page : material.pages) {
        info.time = info.time.isValid() ? std::max(info.time, page.scannedAt) : page.scannedAt;
    }
    return info;
}

struct Made
{
    QByteArray bytes;
    PaperStep step = PaperStep::AsScanned;
};

class PaperMaker
{
public:
    PaperMaker(const Workspace& workspace, const Material& material, StopToken stop)
        : m_workspace(workspace)
        , m_material(material)
        , m_stop(std::move(stop))
    {
    }

    /// Walks down the ladder until the paper fits the limit.
    Result<Made> make() const
    {
        for (const PaperStep step : ladder) {
            Result<std::optional<QByteArray>> made = makeAt(step, true);
            // Some JPEGs may not stand in a PDF/A as they are, such as CMYK from a print shop.
            if (!made && mustBeEncodedAgain(made.error().code)) {
                made = makeAt(step, false);
            }
            if (!made) {
                return failure(made.error());
            }
            if (*made) {
                return Made{std::move(**made), step};
            }
        }
        return failure(ErrorCode::PaperTooLarge, infoOf(m_material).paperCode);
    }

private:
    static bool mustBeEncodedAgain(ErrorCode code)
    {
        return code == ErrorCode::Unsupported || code == ErrorCode::ImageDamaged ||
               code == ErrorCode::ImageTruncated;
    }

    /// The paper written and read back; empty when it is over the limit.
    Result<std::optional<QByteArray>> makeAt(PaperStep step, bool passThrough) const
    {
        const qint64 limit = m_material.settings.paperLimit;
        SOHOA_ASSIGN(const std::vector<pdf::PaperPage> pages, pagesAt(step, passThrough));
        if (totalBytes(pages) > limit) {
            return std::nullopt;
        }
        const pdf::PaperInfo info = infoOf(m_material);
        SOHOA_ASSIGN(QByteArray bytes, pdf::writePaper(pages, info, m_stop));
        if (bytes.size() > limit) {
            return std::nullopt;
        }
        SOHOA_ASSIGN(const pdf::PaperExpectations expected, pdf::expectationsFor(pages, info, expectedDpi()));
        SOHOA_TRY(pdf::checkPaper(bytes, expected, m_stop));
        return bytes;
    }

    /// 200 dpi, unless a page was scanned under that: it is reported, and not made to look better than it is.
    double expectedDpi() const
    {
        double least = leastDpi;
        for (const Page& page : m_material.pages) {
            least = std::min(least, effectiveDpi(page));
        }
        return least;
    }

    Result<std::vector<pdf::PaperPage>> pagesAt(PaperStep step, bool passThrough) const
    {
        std::vector<pdf::PaperPage> pages;
        pages.reserve(m_material.pages.size());
        for (const Page& page : m_material.pages) {
            if (m_stop.stop_requested()) {
                return failure(ErrorCode::Cancelled);
            }
            SOHOA_ASSIGN(const QByteArray bytes, m_workspace.vault().get(page.sha256));
            SOHOA_ASSIGN(pdf::PaperPage made, paperPage(bytes, page, step, passThrough));
            pages.push_back(std::move(made));
        }
        return pages;
    }

    static qint64 totalBytes(const std::vector<pdf::PaperPage>& pages)
    {
        qint64 total = 0;
        for (const pdf::PaperPage& page : pages) {
            total += page.data.size();
        }
        return total;
    }

    const Workspace& m_workspace;
    const Material& m_material;
    StopToken m_stop;
};

} // namespace

Finishing::Finishing(const Workspace& workspace)
    : m_workspace(workspace)
{
}

Result<FinishedPaper> Finishing::finish(const QString& dossierUid, int component, const StopToken& stop) const
{
    SOHOA_ASSIGN(const Material material, gather(m_workspace, dossierUid, component));
    SOHOA_ASSIGN(const Made made, PaperMaker(m_workspace, material, stop).make());
    FinishedPaper finished;
    finished.step = made.step;
    finished.lowResolutionPages =
        static_cast<int>(std::count_if(material.pages.begin(), material.pages.end(), [](const Page& page) {
            return effectiveDpi(page) < leastDpi - dpiRounding;
        }));
    finished.noteGaps = static_cast<int>(dossier::noteGaps(material.pages).size());
    const QString sha256 = sha256Hex(made.bytes);
    if (material.latest && material.latest->sha256 == sha256) {
        finished.paper = *material.latest;
        finished.unchanged = true;
        return finished;
    }
    Paper& paper = finished.paper;
    paper.uid = dossier::newUid();
    paper.dossierUid = dossierUid;
    paper.component = component;
    paper.code = dossier::paperCode(material.dossier.code, component);
    paper.title = material.component.name;
    paper.bytes = made.bytes.size();
    paper.pages = static_cast<int>(material.pages.size());
    paper.version = material.latest ? material.latest->version + 1 : 1;
    paper.madeAt = m_workspace.clock().now();
    SOHOA_ASSIGN(paper.sha256, m_workspace.vault().put(made.bytes));
    SOHOA_TRY(m_workspace.journal().write([&](JournalWriter& writer) -> Status {
        SOHOA_TRY(writer.addPaper(paper));
        Component done = material.component;
        done.state = ComponentState::Finished;
        SOHOA_TRY(writer.setComponent(done));
        return writer.addEvent({dossierUid,
                                paper.madeAt,
                                dossier::EventKind::PaperMade,
                                material.settings.officer,
                                {{QStringLiteral("component"), component},
                                 {QStringLiteral("pages"), paper.pages},
                                 {QStringLiteral("version"), paper.version}}});
    }));
    return finished;
}

Result<std::vector<FinishedPaper>> Finishing::finishAll(const QString& dossierUid,
                                                        const StopToken& stop) const
{
    SOHOA_ASSIGN(const std::vector<Page> pages, m_workspace.journal().pagesOfDossier(dossierUid));
    std::set<int> components;
    for (const Page& page : pages) {
        if (page.state == dossier::PageState::Kept && page.component > 0) {
            components.insert(page.component);
        }
    }
    std::vector<FinishedPaper> finished;
    for (const int component : components) {
        SOHOA_ASSIGN(FinishedPaper paper, finish(dossierUid, component, stop));
        finished.push_back(std::move(paper));
    }
    return finished;
}

Result<QByteArray> Finishing::content(const Paper& paper) const
{
    Result<QByteArray> kept = m_workspace.vault().get(paper.sha256);
    if (kept || kept.error().code != ErrorCode::VaultFileMissing) {
        return kept;
    }
    SOHOA_ASSIGN(const std::optional<storage::Receipt> receipt, m_workspace.journal().receipt(paper.sha256));
    const bool isThere = receipt || paper.delivery == dossier::DeliveryState::Confirmed;
    return isThere ? bringBack(m_workspace, paper) : kept;
}

} // namespace sohoa::workflow
