// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

class QPainter;
class QRect;

namespace sohoa::ui {

/// The symbols of resources/icons, all of our own drawing on a grid of 24.
enum class Icon
{
    Desk,
    Papers,
    Dossiers,
    Deliveries,
    Rates,
    Settings,
    Search,
    Card,
    Person,
    Check,
    CheckCircle,
    Minus,
    Warning,
    Error,
    Info,
    Clock,
    Calendar,
    FilePlus,
    Folder,
    Scanner,
    TurnLeft,
    TurnRight,
    Aside,
    BringBack,
    Trash,
    Undo,
    Redo,
    ZoomIn,
    ZoomOut,
    Fit,
    ActualSize,
    MoveUp,
    MoveDown,
    Close,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Reuse,
    Eye,
    Copy,
    Lock,
    Form,
    Upload,
    Refresh,
    Stop,
    Offline,
    Online,
    Key,
    Help,
    Paper,
    History,
    Pen,
    BlankPage,
    QrCode,
    Skew,
    Image,
    Building,
    Screen,
    Plus,
    NotNeeded,
    Cut,
    Join,
    Pending,
    Note,
    Compare,
    DoubtOrder,
    Clean,
};

/// Every symbol, for tests.
inline constexpr int iconCount = static_cast<int>(Icon::Clean) + 1;

/// File name under resources/icons without ".svg".
QString iconName(Icon icon);
/// A symbol in the ink of the palette in force, muted when disabled; follows changes of the look.
QIcon icon(Icon icon);
/// Draws a symbol into the largest centred square of `rect`.
void paintIcon(QPainter& painter, const QRect& rect, Icon icon, const QColor& colour);
/// The program's own picture.
QIcon applicationIcon();

} // namespace sohoa::ui
