// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/papers/thumbnails.h"

namespace sohoa::ui {

namespace {
/// Kilobytes of pictures kept: about 300 pages.
constexpr int room = 96 * 1024;
} // namespace

Thumbnails::Thumbnails(QObject* parent)
    : QObject(parent)
    , m_pictures(room)
{
}

QString Thumbnails::keyOf(const dossier::Page& page)
{
    QString key = QStringLiteral("%1|%2|%3").arg(page.uid).arg(page.edits.turn).arg(page.edits.deskewDegrees);
    if (page.edits.crop) {
        for (const QPointF& corner : *page.edits.crop) {
            key += QStringLiteral("|%1,%2").arg(corner.x()).arg(corner.y());
        }
    }
    return key;
}

QPixmap Thumbnails::find(const dossier::Page& page)
{
    const QString key = keyOf(page);
    if (const QPixmap* found = m_pictures.object(key)) {
        return *found;
    }
    if (!m_asked.contains(key)) {
        m_asked.insert(key);
        emit wanted(page);
    }
    return {};
}

void Thumbnails::put(const dossier::Page& page, const QImage& picture)
{
    const QString key = keyOf(page);
    if (picture.isNull()) {
        return; // stays "asked": a picture that cannot be had is not asked for again and again
    }
    m_asked.remove(key);
    const auto kilobytes = static_cast<int>(picture.sizeInBytes() / 1024) + 1;
    m_pictures.insert(key, new QPixmap(QPixmap::fromImage(picture)), kilobytes);
    emit ready(page.uid);
}

} // namespace sohoa::ui
