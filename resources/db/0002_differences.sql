-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- How many fields of a dossier two workstations gave different values without knowing of each other, and
-- nobody has settled yet.
ALTER TABLE dossier ADD COLUMN differences INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dossierDiffering ON dossier (receivedAt) WHERE differences > 0;

-- The end of our log that the warehouse has not confirmed, found without reading the entries.
CREATE INDEX logEntryUnconfirmed ON logEntry (unit, workstation, sequence) WHERE confirmedAt IS NULL;
