// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/pagedoubts.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>
#include <vector>

namespace sohoa::ui {

class Thumbnails;

/// Kind of data that pages are dragged as: uids, one a line.
inline constexpr char pagesMimeType[] = "application/x-sohoa-pages";

/// What is shown with a page besides itself.
struct PageAspect
{
    int number = 0; ///< place in the paper's order, from 1, whatever order is shown
    std::vector<dossier::PageDoubt> doubts = {};

    bool operator==(const PageAspect&) const = default;
};

/// Pages in a row, kept ones or those set aside.
class PageModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PageModel(Thumbnails* thumbnails, QObject* parent = nullptr);

    /// Replaces the pages, keeping rows that stay where they are, so that selection and scrolling survive.
    /// @param aspects one for each page; empty: numbered in this order, with the doubts of each page alone
    void set(std::vector<dossier::Page> pages, std::vector<PageAspect> aspects = {});
    [[nodiscard]] const dossier::Page& at(const QModelIndex& index) const;
    [[nodiscard]] const PageAspect& aspectAt(const QModelIndex& index) const;
    /// Whether the order is that of doubt: the reasons then stand under the pages.
    void setByDoubt(bool byDoubt) { m_byDoubt = byDoubt; }
    [[nodiscard]] bool isByDoubt() const { return m_byDoubt; }
    [[nodiscard]] const std::vector<dossier::Page>& pages() const { return m_pages; }
    [[nodiscard]] QModelIndex indexOf(const QString& uid) const;
    [[nodiscard]] Thumbnails* thumbnails() const { return m_thumbnails; }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    /// Pages were dropped before another; at the end when it is empty.
    void moveWanted(const QStringList& uids, const QString& beforeUid);

private:
    void enterRows();

    std::vector<dossier::Page> m_pages;
    std::vector<PageAspect> m_aspects;
    QHash<QString, int> m_rows; ///< by uid
    bool m_byDoubt = false;
    Thumbnails* m_thumbnails;
};

/// The parts of the dossier that pages are given to: first "all pages", then each component, then the result.
class PartModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Part
    {
        std::optional<dossier::Component> component = {}; ///< empty: all pages
        QString key;                                      ///< the key that gives pages to it
        int pages = 0;
        std::optional<dossier::Paper> paper = {}; ///< the newest
    };

    using QAbstractListModel::QAbstractListModel;
    void set(std::vector<Part> parts);
    [[nodiscard]] const Part& at(const QModelIndex& index) const;
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    void assignWanted(const QStringList& uids, int component);

private:
    std::vector<Part> m_parts;
};

/// Why a page is set aside, with the measure behind it: "Blank page, 97 % sure".
QString whyAside(const dossier::Page& page);
/// A doubt as a sentence, for the chip beside the large page; `asMark`: as short as fits under a small one.
QString wordsOf(const dossier::PageDoubt& doubt, bool asMark = false);
/// The doubts at which one should stop, in words, the worst first; empty when there is none.
QStringList stopsAmong(const std::vector<dossier::PageDoubt>& doubts);
/// The same of a page alone.
QStringList doubtsOf(const dossier::Page& page);

} // namespace sohoa::ui
