// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/papersmodels.h"

#include "dossier/separator.h"
#include "ui/papers/thumbnails.h"
#include "ui/text/format.h"
#include "wording/names.h"

#include <QMimeData>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace sohoa::ui {

using namespace dossier;

namespace {

QStringList uidsIn(const QMimeData& data)
{
    return QString::fromLatin1(data.data(QLatin1String(pagesMimeType)))
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

QString whyAside(const Page& page)
{
    QString reason = capital(wording::name(page.reason));
    if (!page.findings) {
        return reason;
    }
    if (page.reason == SetAsideReason::Blank) {
        return PageModel::tr("%1, %2 % sure").arg(reason).arg(qRound(page.findings->blankConfidence * 100));
    }
    if (page.reason == SetAsideReason::Separator) {
        for (const Code& code : page.findings->codes) {
            if (const auto sheet = parseSeparator(code.text)) {
                return sheet->component > 0 ? PageModel::tr("%1 of %2, component %3")
                                                  .arg(reason, sheet->dossierCode)
                                                  .arg(sheet->component)
                                            : PageModel::tr("%1 of %2").arg(reason, sheet->dossierCode);
            }
        }
    }
    return reason;
}

QString wordsOf(const PageDoubt& doubt, bool asMark)
{
    switch (doubt.reason) {
    case DoubtReason::Incomplete:
        return asMark ? PageModel::tr("Picture broke off", "under a small page")
                      : PageModel::tr("Picture broke off: scan this page again");
    case DoubtReason::Unreadable:
        return PageModel::tr("Cannot be shown");
    case DoubtReason::UnreadSheet:
        return asMark ? PageModel::tr("Separator unread", "under a small page")
                      : PageModel::tr("Separator sheet that could not be read");
    case DoubtReason::NoteGap:
        if (doubt.gap == NoteGap::CopyWith) {
            return asMark ? PageModel::tr("Copy with note missing", "under a small page")
                          : PageModel::tr("The copy with the note is missing");
        }
        return asMark ? PageModel::tr("Copy without note missing", "under a small page")
                      : PageModel::tr("The copy without the note is missing: G");
    case DoubtReason::LooksAlike:
        return asMark ? PageModel::tr("Fed twice?", "under a small page")
                      : PageModel::tr("Same sheet as another page? C compares them");
    case DoubtReason::Quality:
        return doubt.finding ? capital(wording::name(*doubt.finding)) : QString();
    case DoubtReason::Blank:
        return PageModel::tr("Seems blank");
    case DoubtReason::NotExamined:
        return PageModel::tr("Not looked at yet");
    case DoubtReason::Unassigned:
        return asMark ? PageModel::tr("No component yet", "under a small page")
                      : PageModel::tr("Not given to a component yet");
    case DoubtReason::WayUp:
        return PageModel::tr("Which way up?");
    }
    return {};
}

QStringList stopsAmong(const std::vector<PageDoubt>& doubts)
{
    QStringList words;
    for (const PageDoubt& doubt : doubts) {
        if (isWorthAStop(doubt)) {
            words.append(wordsOf(doubt));
        }
    }
    return words;
}

QStringList doubtsOf(const Page& page)
{
    return stopsAmong(doubtsAbout(page));
}

PageModel::PageModel(Thumbnails* thumbnails, QObject* parent)
    : QAbstractListModel(parent)
    , m_thumbnails(thumbnails)
{
    connect(thumbnails, &Thumbnails::ready, this, [this](const QString& uid) {
        if (const QModelIndex index = indexOf(uid); index.isValid()) {
            emit dataChanged(index, index, {Qt::DecorationRole});
        }
    });
}

void PageModel::set(std::vector<Page> pages, std::vector<PageAspect> aspects)
{
    if (aspects.size() != pages.size()) {
        aspects.clear();
        for (const Page& page : pages) {
            aspects.push_back({static_cast<int>(aspects.size()) + 1, doubtsAbout(page)});
        }
    }
    // While a stack is being scanned pages are only added: rows that stay keep their selection.
    const std::size_t old = m_pages.size();
    const bool grows = pages.size() >= old &&
                       std::equal(m_pages.begin(), m_pages.end(), pages.begin(),
                                  [](const Page& one, const Page& other) { return one.uid == other.uid; });
    if (!grows) {
        beginResetModel();
        m_pages = std::move(pages);
        m_aspects = std::move(aspects);
        enterRows();
        endResetModel();
        return;
    }
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < old; ++i) {
        if (m_pages[i] != pages[i] || m_aspects[i] != aspects[i]) {
            changed.push_back(i);
            m_pages[i] = std::move(pages[i]);
            m_aspects[i] = std::move(aspects[i]);
        }
    }
    if (pages.size() > old) {
        beginInsertRows({}, static_cast<int>(old), static_cast<int>(pages.size()) - 1);
        const auto from = static_cast<std::ptrdiff_t>(old);
        m_pages.insert(m_pages.end(), std::make_move_iterator(pages.begin() + from),
                       std::make_move_iterator(pages.end()));
        m_aspects.insert(m_aspects.end(), std::make_move_iterator(aspects.begin() + from),
                         std::make_move_iterator(aspects.end()));
        enterRows();
        endInsertRows();
    }
    // Rows beside each other are told together: two thousand of them are one change.
    for (std::size_t i = 0; i < changed.size();) {
        std::size_t end = i + 1;
        while (end < changed.size() && changed[end] == changed[end - 1] + 1) {
            ++end;
        }
        emit dataChanged(index(static_cast<int>(changed[i])), index(static_cast<int>(changed[end - 1])));
        i = end;
    }
}

void PageModel::enterRows()
{
    m_rows.clear();
    m_rows.reserve(static_cast<qsizetype>(m_pages.size()));
    for (const Page& page : m_pages) {
        m_rows.insert(page.uid, static_cast<int>(m_rows.size()));
    }
}

const Page& PageModel::at(const QModelIndex& index) const
{
    return m_pages.at(static_cast<std::size_t>(index.row()));
}

const PageAspect& PageModel::aspectAt(const QModelIndex& index) const
{
    return m_aspects.at(static_cast<std::size_t>(index.row()));
}

QModelIndex PageModel::indexOf(const QString& uid) const
{
    const auto found = m_rows.constFind(uid);
    return found == m_rows.constEnd() ? QModelIndex() : index(*found);
}

int PageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pages.size());
}

QVariant PageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Page& page = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return tr("Page %1").arg(aspectAt(index).number);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts = {tr("Page %1").arg(aspectAt(index).number)};
        if (page.state == PageState::SetAside) {
            parts.append(whyAside(page));
        } else if (page.component == resultComponent) {
            parts.append(tr("Result"));
        } else if (page.component > 0) {
            parts.append(tr("Component %1").arg(page.component));
        } else {
            parts.append(tr("Not given to a component yet"));
        }
        if (page.note != StuckNote::None) {
            parts.append(tr("A note is stuck on it"));
        }
        if (!page.withoutNoteOf.isEmpty()) {
            parts.append(tr("Copy without the note"));
        }
        parts.append(stopsAmong(aspectAt(index).doubts));
        return parts.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
    }
    default:
        return {};
    }
}

Qt::ItemFlags PageModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                                 Qt::ItemIsDropEnabled | Qt::ItemNeverHasChildren
                           : Qt::ItemIsDropEnabled;
}

QStringList PageModel::mimeTypes() const
{
    return {QLatin1String(pagesMimeType)};
}

QMimeData* PageModel::mimeData(const QModelIndexList& indexes) const
{
    QStringList uids;
    for (const QModelIndex& index : indexes) {
        uids.append(at(index).uid);
    }
    auto* data = new QMimeData;
    data->setData(QLatin1String(pagesMimeType), uids.join(QLatin1Char('\n')).toLatin1());
    return data;
}

Qt::DropActions PageModel::supportedDropActions() const
{
    return Qt::CopyAction;
}

Qt::DropActions PageModel::supportedDragActions() const
{
    return Qt::CopyAction;
}

bool PageModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent)
{
    const QStringList uids = uidsIn(*data);
    if (uids.isEmpty()) {
        return false;
    }
    const QModelIndex before = parent.isValid() ? parent : row >= 0 ? index(row) : QModelIndex();
    const QString beforeUid = before.isValid() ? at(before).uid : QString();
    if (!uids.contains(beforeUid)) {
        emit moveWanted(uids, beforeUid);
    }
    return true;
}

void PartModel::set(std::vector<Part> parts)
{
    const bool same = parts.size() == m_parts.size();
    if (same) {
        m_parts = std::move(parts);
        if (!m_parts.empty()) {
            emit dataChanged(index(0), index(static_cast<int>(m_parts.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_parts = std::move(parts);
    endResetModel();
}

const PartModel::Part& PartModel::at(const QModelIndex& index) const
{
    return m_parts.at(static_cast<std::size_t>(index.row()));
}

int PartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_parts.size());
}

QVariant PartModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Part& part = at(index);
    const QString name = part.component ? part.component->name : tr("All pages");
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return part.component && part.component->number != resultComponent
                   ? name + QLatin1Char('\n') + wording::instruction(part.component->duty)
                   : name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(name, tr("%n page(s)", nullptr, part.pages));
    default:
        return {};
    }
}

Qt::ItemFlags PartModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Part& part = at(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (part.component && part.component->duty == Duty::Scan) {
        flags |= Qt::ItemIsDropEnabled;
    }
    return flags;
}

QStringList PartModel::mimeTypes() const
{
    return {QLatin1String(pagesMimeType)};
}

Qt::DropActions PartModel::supportedDropActions() const
{
    return Qt::CopyAction;
}

bool PartModel::dropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent)
{
    const QStringList uids = uidsIn(*data);
    if (uids.isEmpty() || !parent.isValid() || !at(parent).component) {
        return false;
    }
    emit assignWanted(uids, at(parent).component->number);
    return true;
}

} // namespace sohoa::ui
