-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- A page with a slip stuck on it is copied twice, with the slip and without (Thông tư 01/2023/TT-VPCP).
ALTER TABLE page ADD COLUMN note TEXT NOT NULL DEFAULT 'none';      -- words of dossier::StuckNote
ALTER TABLE page ADD COLUMN withoutNoteOf TEXT NOT NULL DEFAULT ''; -- uid of the copy with the slip; '' for other pages
