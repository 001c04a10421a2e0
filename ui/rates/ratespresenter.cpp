// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/rates/ratespresenter.h"

#include "ui/rates/ratesexport.h"
#include "wording/errors.h"
#include "workflow/workspace.h"

#include <QDir>

namespace sohoa::ui {

using dossier::ReportBy;

namespace {

struct Rates
{
    workflow::SupervisionRow total;
    std::vector<workflow::SupervisionRow> rows;
};

Result<Rates> ratesOf(const workflow::Workspace& workspace, const RatesQuestion& question)
{
    const workflow::Supervision supervision(workspace);
    Rates rates;
    SOHOA_ASSIGN(std::vector<workflow::SupervisionRow> total,
                 supervision.rows(question.from, question.to, ReportBy::None));
    if (!total.empty()) {
        rates.total = std::move(total.front());
    }
    SOHOA_ASSIGN(rates.rows, supervision.rows(question.from, question.to, question.by));
    return rates;
}

} // namespace

RatesPresenter::RatesPresenter(RatesScreen& screen, const Bench& bench, QObject* parent)
    : QObject(parent)
    , m_screen(screen)
    , m_bench(bench)
{
    connect(&screen, &RatesScreen::ratesWanted, this, &RatesPresenter::count);
    connect(&screen, &RatesScreen::behindWanted, this, &RatesPresenter::list);
    connect(&screen, &RatesScreen::exportWanted, this, &RatesPresenter::save);
}

void RatesPresenter::save(const RatesQuestion& question, const QString& path)
{
    m_bench.errands.run(
        this, [this, question, path] { return exportRates(m_bench.workspace, question, path); },
        [this, path](const Status& saved) {
            if (saved) {
                emit m_screen.wantsToast(Tone::Success,
                                         tr("Table saved: %1").arg(QDir::toNativeSeparators(path)));
            } else if (saved.error().code == ErrorCode::InvalidArgument) {
                m_screen.notice()->say(Tone::Warning, tr("The name must end in .xlsx, .pdf or .csv."));
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(saved.error()));
            }
        });
}

void RatesPresenter::refresh()
{
    m_screen.setToday(m_bench.workspace.clock().now().date());
    count(m_screen.question());
}

void RatesPresenter::count(const RatesQuestion& question)
{
    const int request = ++m_count;
    m_bench.journal.run(
        this, [this, question] { return ratesOf(m_bench.workspace, question); },
        [this, request](const Result<Rates>& rates) {
            if (request != m_count) {
                return;
            }
            if (rates) {
                m_screen.setRates(rates->total, rates->rows);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(rates.error()));
            }
        });
}

void RatesPresenter::list(const BehindQuestion& question)
{
    const int request = ++m_list;
    const ReportBy by = question.groupKey.isEmpty() ? ReportBy::None : question.rates.by;
    m_bench.journal.run(
        this,
        [this, question, by] {
            return workflow::Supervision(m_bench.workspace)
                .behind(question.kind, question.groupKey, by, question.rates.from, question.rates.to,
                        question.met);
        },
        [this, request](const Result<std::vector<dossier::Dossier>>& dossiers) {
            if (request != m_list) {
                return;
            }
            if (dossiers) {
                m_screen.setBehind(*dossiers);
            } else {
                m_screen.notice()->say(Tone::Danger, wording::sentence(dossiers.error()));
            }
        });
}

} // namespace sohoa::ui
