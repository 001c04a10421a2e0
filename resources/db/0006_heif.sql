-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- From here on page.format may be 'heif', the photo of a phone as it came. Nothing else changes: the number of the schema alone
-- keeps programs away that would take such a page for a JPEG and put it into a paper as one.
UPDATE page SET format = format WHERE FALSE;
