-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- How the pages of a stack are to be cleaned and what size was asked for: pages that are looked at after the program was
-- started again are treated like those before. A stack without a row is treated as usual.
CREATE TABLE treatment (
    session   TEXT PRIMARY KEY REFERENCES session (uid),
    treatment TEXT NOT NULL -- JSON of workflow/treatment.h
) STRICT, WITHOUT ROWID;
