// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dossiers/dossierlist.h"

#include "base/text.h"
#include "ui/style/style.h"
#include "ui/text/format.h"
#include "ui/widgets/textlines.h"
#include "wording/names.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace sohoa::ui {

void DossierListModel::set(std::vector<workflow::DossierLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

const workflow::DossierLine& DossierListModel::at(const QModelIndex& index) const
{
    return m_lines.at(static_cast<std::size_t>(index.row()));
}

QModelIndex DossierListModel::indexOf(const QString& dossierUid) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const workflow::DossierLine& line) {
        return line.dossier.uid == dossierUid;
    });
    return found == m_lines.end() ? QModelIndex() : index(static_cast<int>(found - m_lines.begin()));
}

int DossierListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant DossierListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const workflow::DossierLine& line = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return line.dossier.applicant.fullName;
    case Qt::ToolTipRole:
        return line.dossier.procedureName;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3, %4")
            .arg(line.dossier.applicant.fullName, line.dossier.code, line.dossier.procedureName,
                 m_showsStatus ? wording::name(line.dossier.status) : papersChip(line).text);
    default:
        return {};
    }
}

ChipText papersChip(const workflow::DossierLine& line)
{
    if (line.scanDue > 0) {
        return {Tone::Warning,
                QCoreApplication::translate("Dossiers", "%n to scan", "components", line.scanDue),
                Icon::Scanner};
    }
    if (line.pagesWithoutPaper > 0) {
        return {Tone::Warning,
                QCoreApplication::translate("Dossiers", "%n page(s) without paper", "dossier",
                                            line.pagesWithoutPaper),
                Icon::Paper};
    }
    if (line.papers == 0) {
        return {Tone::Neutral, QCoreApplication::translate("Dossiers", "Nothing to scan"), Icon::Check};
    }
    if (line.papersConfirmed < line.papers) {
        return {Tone::Info,
                QCoreApplication::translate("Dossiers", "%1/%2 stored", "papers in the warehouse")
                    .arg(line.papersConfirmed)
                    .arg(line.papers),
                Icon::Upload};
    }
    return {Tone::Success, QCoreApplication::translate("Dossiers", "Stored", "papers"), Icon::CheckCircle};
}

namespace {

int dossierHeight(const QModelIndex&, int)
{
    return 68;
}

/// Below this width a name needs the whole line, so that the chip moves to the last one.
constexpr int roomyFrom = 320;

void paintDossier(QPainter& painter, const QRect& row, const Colours& colours, const QModelIndex& index)
{
    const auto* model = static_cast<const DossierListModel*>(index.model());
    const workflow::DossierLine& line = model->at(index);
    const QRect inner = row.adjusted(space::m, 6, -space::m, -4);
    const ChipText chip = model->showsStatus() ? statusChip(line.dossier.status) : papersChip(line);
    const bool roomy = row.width() >= roomyFrom;
    const int width = chipWidth(chip);
    const int beside = inner.width() - width - space::s;
    paintChip(painter, inner.right() - width, inner.top() + (roomy ? 10 : 46), chip, colours);
    const QString& name = line.dossier.applicant.fullName;
    paintLines(painter, QRect(inner.left(), inner.top(), roomy ? beside : inner.width(), 20), orDash(name),
               fontOf(TextRole::Strong), colours.ink, 1);
    const QString number = maskPersonalNumber(line.dossier.applicant.personalNumber);
    paintLines(painter, QRect(inner.left(), inner.top() + 20, inner.width(), 18),
               number.isEmpty() ? line.dossier.code : line.dossier.code + QStringLiteral("  ·  ") + number,
               fontOf(TextRole::Caption), line.dossier.provisional ? colours.warning : colours.ink, 1);
    paintLines(painter, QRect(inner.left(), inner.top() + 38, roomy ? inner.width() : beside, 18),
               line.dossier.procedureName, fontOf(TextRole::Caption), colours.inkMuted, 1);
}

} // namespace

RowLook dossierRows()
{
    return {dossierHeight, paintDossier};
}

} // namespace sohoa::ui
