// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"

#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace sohoa::test {

QImage emptyPage(int dpi)
{
    QImage page(210 * dpi * 10 / 254, 297 * dpi * 10 / 254, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < page.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(page.scanLine(y));
        std::generate(row, row + page.width(), [&random] {
            const int level = 246 + random.bounded(6);
            return qRgb(level, level, level);
        });
    }
    return page;
}

QImage textPage(int dpi)
{
    static const QStringList lines{
        QStringLiteral("Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân xã"),
        QStringLiteral("đề nghị hộ gia đình có tên dưới đây đến nhận kết quả giải quyết"),
        QStringLiteral("thủ tục hành chính trước ngày làm việc cuối cùng của tháng này."),
        QStringLiteral("Người yêu cầu cam đoan những nội dung khai trên đây là đúng sự"),
        QStringLiteral("thật và chịu trách nhiệm trước pháp luật về nội dung cam đoan.")};
    QImage page = emptyPage(dpi);
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Serif"));
    font.setPixelSize(13 * dpi / 72);
    painter.setFont(font);
    painter.setPen(qRgb(25, 25, 30));
    const int left = 30 * dpi * 10 / 254;
    int y = 30 * dpi * 10 / 254;
    for (int i = 0; y < page.height() - left; ++i, y += 22 * dpi / 72) {
        // Paragraphs end short, as they do
        const QString& line = lines[i % lines.size()];
        painter.drawText(left, y, i % 5 == 4 ? line.left(line.size() / 2) : line);
    }
    return page;
}

QImage laidOn(const QImage& sheet, double counterClockwise, int margin, QRgb bed)
{
    const double angle = counterClockwise * M_PI / 180;
    const double cosine = std::abs(std::cos(angle));
    const double sine = std::abs(std::sin(angle));
    QImage picture(static_cast<int>(sheet.width() * cosine + sheet.height() * sine) + 2 * margin,
                   static_cast<int>(sheet.height() * cosine + sheet.width() * sine) + 2 * margin,
                   QImage::Format_RGB32);
    picture.fill(bed);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(picture.width() / 2.0, picture.height() / 2.0);
    painter.rotate(-counterClockwise); // QPainter turns clockwise
    painter.drawImage(QPointF(-sheet.width() / 2.0, -sheet.height() / 2.0), sheet);
    return picture;
}

QImage grey(const QImage& image)
{
    return image.convertToFormat(QImage::Format_Grayscale8);
}

} // namespace sohoa::test
