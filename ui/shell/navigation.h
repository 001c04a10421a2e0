// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/icons.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QAction;

namespace sohoa::ui {

/// What stands at an entry of the navigation: how much waits, how much failed.
struct NavigationCounts
{
    int waiting = 0;
    int failed = 0;

    bool operator==(const NavigationCounts&) const = default;
};

/// The column at the left edge: one entry a screen, with symbol, name, key and counts. It becomes a narrow
/// rail of symbols where the window is small. Up and Down move between entries.
class Navigation final : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget* parent = nullptr);

    /// @param note the key that leads there, "Ctrl+1"
    void addEntry(Icon symbol, const QString& name, const QString& note);
    /// An entry at the lower end that leads to no screen.
    void addFooter(QAction* action);
    void setCurrent(int index);
    void setCounts(int index, NavigationCounts counts);
    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Entry;
    std::vector<Entry*> m_entries;
    std::vector<Entry*> m_footers;
    QWidget* m_brand;
    bool m_narrow = false;
};

} // namespace sohoa::ui
