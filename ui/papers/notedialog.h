// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dossier/page.h"

#include <QDialog>

namespace sohoa::ui {

/// Trang có giấy ghi chú: asks for the copy without the note, right after the page was marked. Thông tư
/// 01/2023/TT-VPCP: such a page is copied twice, with the note and without.
class NoteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param name what the clerk calls the page: "Page 3"
    NoteDialog(const QString& name, const dossier::Page& page, QWidget* parent = nullptr);

signals:
    /// The note is off and the page is in the scanner.
    void scanWanted();
    /// The page is no copy of a page with a note after all.
    void noNote();
};

} // namespace sohoa::ui
