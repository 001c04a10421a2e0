-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- A stack that is being scanned: what is known about it besides its pages. Found again after a power cut.
CREATE TABLE feed (
    session       TEXT PRIMARY KEY REFERENCES session (uid),
    dossierUid    TEXT REFERENCES dossier (uid), -- where pages go that no separator claims
    component     INTEGER NOT NULL,
    sidesPerSheet INTEGER NOT NULL,
    round         INTEGER NOT NULL, -- how often feeding was begun
    ended         TEXT NOT NULL,    -- of the last round: '' while it runs, 'whole', or the name of an ErrorCode
    explainedBy   TEXT NOT NULL,    -- who closed it although it did not add up
    explainedAt   INTEGER,
    doubts        TEXT NOT NULL     -- what did not add up then
) STRICT, WITHOUT ROWID;

-- Every side the scanner handed over, in the order it came. Never changed by what becomes of the page.
CREATE TABLE fedSide (
    session  TEXT NOT NULL REFERENCES feed (session),
    position INTEGER NOT NULL,
    pageUid  TEXT NOT NULL REFERENCES page (uid),
    round    INTEGER NOT NULL,
    number   INTEGER NOT NULL, -- as the scanner counts within the round, from 1
    fedAt    INTEGER NOT NULL,
    look     INTEGER,          -- perceptual hash, 64 bits
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX fedSideByPage ON fedSide (pageUid);
