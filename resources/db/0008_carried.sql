-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- Entries of the logs of other workstations that came here in a bundle, to be delivered for them. Their files lie in the
-- vault and on the outbox: as 'blob' with unit and workstation of whom they are; the entries themselves as 'carried'.
CREATE TABLE carriedEntry (
    unit        TEXT NOT NULL,
    workstation INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    previous    TEXT NOT NULL,
    bytes       BLOB NOT NULL, -- sealed
    confirmedAt INTEGER,
    PRIMARY KEY (unit, workstation, sequence)
) STRICT;

-- Files of which the vault need not have a copy, or only for a time.
CREATE TABLE localCopy (
    sha256 TEXT PRIMARY KEY,
    state  TEXT NOT NULL, -- 'leaving': to be removed, 'gone': removed, 'fetched': brought back, 'carried': of another workstation
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX paperConfirmed ON paper (confirmedAt) WHERE delivery = 'confirmed';
