// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/separator.h"
#include "workflow/workbench.h"

#include <QStringList>

/// Stacks with separator sheets, drawn for a test.
namespace sohoa::test {

inline const QString code = QStringLiteral("H56.14-261120-0001");
inline const QString birth = QStringLiteral("1.001193");

inline dossier::Separator dossierSheet(const QString& dossierCode)
{
    return {dossier::Separator::Kind::Dossier, dossierCode, birth, 0, 0, 1, 2};
}

inline dossier::Separator componentSheet(const QString& dossierCode, int component)
{
    return {dossier::Separator::Kind::Component, dossierCode, {}, component, 0, 2, 2};
}

/// Pictures of a stack, one after the other.
class Pictures
{
public:
    explicit Pictures(const Workbench& bench)
        : m_bench(bench)
    {
    }
    Pictures& sheet(const dossier::Separator& separator)
    {
        drawSheet(next(), separator);
        return *this;
    }
    Pictures& text(int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            const QString path = next();
            drawTextPage(path, static_cast<int>(m_files.size()));
        }
        return *this;
    }
    [[nodiscard]] const QStringList& files() const { return m_files; }

private:
    QString next()
    {
        m_files += m_bench.path(QStringLiteral("%1.jpg").arg(m_files.size(), 3, 10, QLatin1Char('0')));
        return m_files.back();
    }
    const Workbench& m_bench;
    QStringList m_files;
};

} // namespace sohoa::test
