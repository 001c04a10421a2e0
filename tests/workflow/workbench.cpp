// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "workflow/workbench.h"

#include "barcode/writeqr.h"
#include "dossier/separator.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>

namespace sohoa::test {

namespace {

constexpr int width = 1165; // A5, 148 x 210 mm at 200 dpi
constexpr int height = 1654;
constexpr double dotsPerMetre = 200 / 0.0254;

QImage paper()
{
    QImage image(width, height, QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(dotsPerMetre));
    image.setDotsPerMeterY(static_cast<int>(dotsPerMetre));
    QRandomGenerator random(7);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int tone = 244 + static_cast<int>(random.bounded(6U));
            line[x] = qRgb(tone, tone, tone - 4);
        }
    }
    return image;
}

void save(const QImage& image, const QString& path)
{
    QImageWriter writer(path, "jpeg");
    constexpr int quality = 85;
    writer.setQuality(quality);
    if (!writer.write(image)) {
        qFatal("cannot write %s", qPrintable(path));
    }
    QFile file(path);
    const bool dated = file.open(QIODevice::ReadWrite) &&
                       file.setFileTime(fromIso(QStringLiteral("2026-11-20T08:00:00.000+07:00")),
                                        QFileDevice::FileModificationTime);
    if (!dated) {
        qFatal("cannot date %s", qPrintable(path));
    }
}

} // namespace

Workbench::Workbench()
{
    workflow::HomeSettings settings;
    settings.unit = QStringLiteral("H56.14");
    settings.unitName = QStringLiteral("Trung tâm Phục vụ hành chính công xã Thử Nghiệm");
    settings.workstation = 1;
    settings.workstations = 3;
    settings.officer = QStringLiteral("Cán bộ Thử");
    auto workspace = workflow::Workspace::create(home(), settings, m_clock);
    if (!workspace) {
        qFatal("no workbench: %s", qPrintable(describe(workspace.error())));
    }
    m_workspace = std::move(*workspace);
}

QString Workbench::home() const
{
    return m_folder.filePath(QStringLiteral("nhà của cán bộ"));
}

QString Workbench::warehouse() const
{
    return home() + QStringLiteral("/warehouse");
}

QString Workbench::path(const QString& name) const
{
    return m_folder.filePath(name);
}

void Workbench::reopen()
{
    m_workspace.reset();
    auto workspace = workflow::Workspace::open(home(), m_clock);
    if (!workspace) {
        qFatal("home does not open again: %s", qPrintable(describe(workspace.error())));
    }
    m_workspace = std::move(*workspace);
}

void drawTextPage(const QString& path, int number)
{
    QImage image = paper();
    QPainter painter(&image);
    painter.setPen(QColor(30, 30, 40));
    QFont font(QStringLiteral("Liberation Serif"));
    font.setPixelSize(36);
    painter.setFont(font);
    constexpr int margin = 90;
    constexpr int lineHeight = 56;
    for (int line = 0; margin + line * lineHeight < height - margin; ++line) {
        painter.drawText(margin, margin + line * lineHeight,
                         QStringLiteral("Dòng %1 của trang %2: đề nghị giải quyết hồ sơ số %3")
                             .arg(line + 1)
                             .arg(number)
                             .arg((line + 3) * (number + 7) * 7919 % 100000));
    }
    painter.end();
    save(image, path);
}

void drawBlankPage(const QString& path)
{
    save(paper(), path);
}

void drawSheet(const QString& path, const dossier::Separator& separator)
{
    const auto code = barcode::writeQr(dossier::separatorText(separator));
    if (!code) {
        qFatal("no code: %s", qPrintable(describe(code.error())));
    }
    QImage image = paper();
    QPainter painter(&image);
    constexpr int module = 10;
    const int left = (width - code->size * module) / 2;
    constexpr int top = 500;
    for (int row = 0; row < code->size; ++row) {
        for (int column = 0; column < code->size; ++column) {
            if (code->isDark(row, column)) {
                painter.fillRect(left + column * module, top + row * module, module, module,
                                 QColor(20, 20, 20));
            }
        }
    }
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(60);
    painter.setFont(font);
    painter.drawText(90, 200, QStringLiteral("TỜ NGĂN"));
    painter.drawText(90, 300, separator.dossierCode);
    painter.end();
    save(image, path);
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

} // namespace sohoa::test
