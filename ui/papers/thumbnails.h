// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

#include <vector>

namespace sohoa::ui {

/// Small pictures of pages, fetched when they are first looked for and kept while there is room. A picture is
/// named by the page and what was done to it, so a turned page gets a new one. Only few are asked for at
/// once, what was looked for last first: who scrolls through two thousand pages waits for those in sight, not
/// for all that went by.
class Thumbnails final : public QObject
{
    Q_OBJECT

public:
    explicit Thumbnails(QObject* parent = nullptr);

    /// Longest side of a thumbnail in pixels of the screen.
    static constexpr int side = 320;

    /// The picture, or a null pixmap while it is being fetched; `ready` tells when it has come.
    QPixmap find(const dossier::Page& page);
    /// Answer to `wanted`; a null image says that there is none to be had.
    void put(const dossier::Page& page, const QImage& picture);

signals:
    void wanted(const sohoa::dossier::Page& page);
    void ready(const QString& pageUid);

private:
    static QString keyOf(const dossier::Page& page);
    /// Asks for what was looked for last, while not too many pictures are under way.
    void askForMore();

    QCache<QString, QPixmap> m_pictures;
    QSet<QString> m_underWay;             ///< by key, like those below
    std::vector<dossier::Page> m_waiting; ///< what was looked for last stands last
    QSet<QString> m_none;                 ///< there is no picture of these
};

} // namespace sohoa::ui
