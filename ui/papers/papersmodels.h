// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/dossier.h"
#include "dossier/page.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace sohoa::ui {

class Thumbnails;

/// Kind of data that pages are dragged as: uids, one a line.
inline constexpr char pagesMimeType[] = "application/x-sohoa-pages";

/// Pages in a row, kept ones or those set aside.
class PageModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PageModel(Thumbnails* thumbnails, QObject* parent = nullptr);

    /// Replaces the pages, keeping rows that stay where they are, so that selection and scrolling survive.
    void set(std::vector<dossier::Page> pages);
    [[nodiscard]] const dossier::Page& at(const QModelIndex& index) const;
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
    std::vector<dossier::Page> m_pages;
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
/// The doubts about a page in words, the worst first; empty when there is none.
QStringList doubtsOf(const dossier::Page& page);

} // namespace sohoa::ui
