// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workflow/treatment.h"

#include <QDialog>

class QCheckBox;

namespace sohoa::ui {

/// Làm sạch lại: how pages are to be cleaned for their paper, in the words of the ways of scanning. The scan
/// stays as it is.
class CleaningDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @param treatment what is chosen at first  @param pages how many are cleaned
    CleaningDialog(const workflow::Treatment& treatment, int pages, QWidget* parent = nullptr);

    /// What was chosen; what cannot be chosen here stays as in `base`.
    [[nodiscard]] workflow::Treatment chosen(const workflow::Treatment& base) const;

private:
    QCheckBox* m_deskew;
    QCheckBox* m_crop;
    QCheckBox* m_borders;
    QCheckBox* m_holes;
    QCheckBox* m_whiten;
    QCheckBox* m_mode;
};

} // namespace sohoa::ui
