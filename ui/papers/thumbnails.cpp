// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/thumbnails.h"

namespace sohoa::ui {

namespace {

/// Kilobytes of pictures kept: about 300 pages.
constexpr int room = 96 * 1024;
/// The pool draws two or three at once; what is already handed to it cannot be taken back.
constexpr qsizetype mostUnderWay = 4;
/// More than tiles fit on a large screen.
constexpr std::size_t mostWaiting = 96;

} // namespace

Thumbnails::Thumbnails(QObject* parent)
    : QObject(parent)
    , m_pictures(room)
{
}

QString Thumbnails::keyOf(const dossier::Page& page)
{
    const dossier::PageEdits& edits = page.edits;
    QString key = QStringLiteral("%1|%2|%3|%4|%5|%6")
                      .arg(page.uid)
                      .arg(edits.turn)
                      .arg(edits.deskewDegrees)
                      .arg(static_cast<int>(edits.cropKind))
                      .arg(edits.whiten ? 1 : 0)
                      .arg(edits.mode ? static_cast<int>(*edits.mode) : -1);
    if (edits.crop) {
        for (const QPointF& corner : *edits.crop) {
            key += QStringLiteral("|%1,%2").arg(corner.x()).arg(corner.y());
        }
    }
    for (const dossier::Disc& fill : edits.fills) {
        key += QStringLiteral("|o%1,%2,%3").arg(fill.centre.x()).arg(fill.centre.y()).arg(fill.radius);
    }
    return key;
}

QPixmap Thumbnails::find(const dossier::Page& page)
{
    const QString key = keyOf(page);
    if (const QPixmap* found = m_pictures.object(key)) {
        return *found;
    }
    if (m_none.contains(key) || m_underWay.contains(key)) {
        return {};
    }
    std::erase_if(m_waiting, [&page](const dossier::Page& waiting) { return waiting.uid == page.uid; });
    m_waiting.push_back(page);
    if (m_waiting.size() > mostWaiting) {
        m_waiting.erase(m_waiting.begin()); // asked for again when it is looked at again
    }
    askForMore();
    return {};
}

void Thumbnails::askForMore()
{
    while (!m_waiting.empty() && m_underWay.size() < mostUnderWay) {
        const dossier::Page page = m_waiting.back();
        m_waiting.pop_back();
        m_underWay.insert(keyOf(page));
        emit wanted(page);
    }
}

void Thumbnails::put(const dossier::Page& page, const QImage& picture)
{
    const QString key = keyOf(page);
    m_underWay.remove(key);
    if (picture.isNull()) {
        m_none.insert(key); // a picture that cannot be had is not asked for again and again
    } else {
        const auto kilobytes = static_cast<int>(picture.sizeInBytes() / 1024) + 1;
        m_pictures.insert(key, new QPixmap(QPixmap::fromImage(picture)), kilobytes);
        emit ready(page.uid);
    }
    askForMore();
}

} // namespace sohoa::ui
