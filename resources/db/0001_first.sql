-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- Times are milliseconds since 1970 (UTC). Choices are the words of app/dossier. "sealed" columns hold what
-- sealValue() made of their content (AES-256-GCM, bound to table, column and row). A file like this one is
-- never edited once it is shipped: the next change is the next file.

PRAGMA application_id = 0x5348314D; -- "SH1M"

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: the last stamp of the hybrid logical clock; a number that grows with every change of a dossier's
-- row, by which the search index notices what is new; check value of the key.
CREATE TABLE state (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    stamp    TEXT NOT NULL,
    revision INTEGER NOT NULL,
    keyCheck BLOB
) STRICT;
INSERT INTO state (one, stamp, revision) VALUES (1, '', 0);

CREATE TABLE dailyNumber (
    day  TEXT PRIMARY KEY, -- ISO 8601
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
    id               INTEGER PRIMARY KEY,
    uid              TEXT NOT NULL UNIQUE,
    code             TEXT NOT NULL,
    provisional      INTEGER NOT NULL,
    unit             TEXT NOT NULL,
    decidingUnit     TEXT NOT NULL,
    procedureCode    TEXT NOT NULL,
    procedureName    TEXT NOT NULL,
    field            TEXT NOT NULL,
    catalogueVersion TEXT NOT NULL,
    givesResult      INTEGER NOT NULL,
    channel          INTEGER NOT NULL,
    status           INTEGER NOT NULL,
    receivedAt       INTEGER,
    dueAt            INTEGER,
    finishedAt       INTEGER,
    supplements      INTEGER NOT NULL,
    officer          TEXT NOT NULL,
    applicant        BLOB NOT NULL, -- sealed
    personLookup     BLOB,          -- HMAC of the personal number
    subject          BLOB NOT NULL, -- sealed
    revision         INTEGER NOT NULL
) STRICT;
CREATE INDEX dossierByCode ON dossier (code);
CREATE INDEX dossierByPerson ON dossier (personLookup) WHERE personLookup IS NOT NULL;
CREATE INDEX dossierByReception ON dossier (receivedAt);
CREATE INDEX dossierByRevision ON dossier (revision);

CREATE TABLE component (
    dossierUid       TEXT NOT NULL REFERENCES dossier (uid),
    number           INTEGER NOT NULL,
    name             TEXT NOT NULL,
    duty             TEXT NOT NULL,
    required         INTEGER NOT NULL,
    alternativeGroup TEXT NOT NULL,
    state            TEXT NOT NULL,
    expectedPages    INTEGER,
    PRIMARY KEY (dossierUid, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX componentToScan ON component (dossierUid)
    WHERE duty = 'scan' AND required = 1 AND state IN ('missing', 'present');

CREATE TABLE session (
    id             INTEGER PRIMARY KEY,
    uid            TEXT NOT NULL UNIQUE,
    key            TEXT NOT NULL UNIQUE,
    kind           TEXT NOT NULL,
    startedAt      INTEGER NOT NULL,
    state          TEXT NOT NULL,
    expectedSheets INTEGER,
    title          BLOB NOT NULL -- sealed: file names carry names of people
) STRICT;
CREATE INDEX sessionOpen ON session (startedAt) WHERE state = 'open';

CREATE TABLE page (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    session     TEXT NOT NULL REFERENCES session (uid),
    position    INTEGER NOT NULL,
    dossierUid  TEXT REFERENCES dossier (uid),
    component   INTEGER NOT NULL,
    place       INTEGER NOT NULL, -- within the component
    sha256      TEXT NOT NULL,
    indexInFile INTEGER NOT NULL,
    format      TEXT NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    dpi         REAL NOT NULL,
    mode        TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    incomplete  INTEGER NOT NULL,
    scannedAt   INTEGER,
    source      BLOB NOT NULL, -- sealed
    findings    BLOB,          -- sealed: texts of codes
    edits       TEXT NOT NULL
) STRICT;
CREATE INDEX pageBySession ON page (session, position);
CREATE INDEX pageByDossier ON page (dossierUid, component, place) WHERE dossierUid IS NOT NULL;
CREATE INDEX pageUnassigned ON page (session) WHERE dossierUid IS NULL AND state = 'kept';

CREATE TABLE action (
    id     INTEGER PRIMARY KEY,
    scope  TEXT NOT NULL,
    undone INTEGER NOT NULL,
    label  TEXT NOT NULL,
    before BLOB NOT NULL, -- sealed
    after  BLOB NOT NULL  -- sealed
) STRICT;
CREATE INDEX actionByScope ON action (scope, id);

CREATE TABLE paper (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    dossierUid  TEXT NOT NULL REFERENCES dossier (uid),
    component   INTEGER NOT NULL,
    code        TEXT NOT NULL,
    title       TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    pages       INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    madeAt      INTEGER NOT NULL,
    signature   TEXT NOT NULL,
    delivery    TEXT NOT NULL,
    confirmedAt INTEGER,
    own         INTEGER NOT NULL -- made here; else told by another workstation's log
) STRICT;
CREATE INDEX paperByDossier ON paper (dossierUid, component, delivery);
CREATE INDEX paperByContent ON paper (sha256);
CREATE INDEX paperWaiting ON paper (delivery, madeAt) WHERE delivery <> 'confirmed';

CREATE TABLE event (
    id         INTEGER PRIMARY KEY,
    dossierUid TEXT NOT NULL REFERENCES dossier (uid),
    at         INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    actor      TEXT NOT NULL,
    detail     TEXT NOT NULL
) STRICT;
CREATE INDEX eventByDossier ON event (dossierUid, at);

-- This workstation's log. Its key in the warehouse follows from unit, workstation and sequence.
CREATE TABLE logEntry (
    unit        TEXT NOT NULL,
    workstation INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    previous    TEXT NOT NULL,
    length      INTEGER NOT NULL,
    bytes       BLOB NOT NULL, -- sealed
    cutAt       INTEGER NOT NULL,
    confirmedAt INTEGER,
    PRIMARY KEY (unit, workstation, sequence)
) STRICT;

-- How far the logs of others were read.
CREATE TABLE cursor (
    unit        TEXT NOT NULL,
    workstation INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    PRIMARY KEY (unit, workstation)
) STRICT, WITHOUT ROWID;

-- Every change known, ours and those of others. Ours without sequence are in no entry yet.
CREATE TABLE change (
    id          INTEGER PRIMARY KEY,
    stamp       TEXT NOT NULL,
    dossierUid  TEXT NOT NULL,
    kind        TEXT NOT NULL,
    body        BLOB NOT NULL, -- sealed
    length      INTEGER NOT NULL, -- of the body as JSON
    blob        TEXT, -- SHA-256 of the file that the warehouse must have before the change may be shipped
    own         INTEGER NOT NULL,
    unit        TEXT, -- the log it stands in
    workstation INTEGER,
    sequence    INTEGER
) STRICT;
CREATE INDEX changeByDossier ON change (dossierUid, stamp);
CREATE INDEX changeUnshipped ON change (stamp) WHERE sequence IS NULL;
CREATE INDEX changeByEntry ON change (unit, workstation, sequence) WHERE sequence IS NOT NULL;

-- What the warehouse has not confirmed.
CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL, -- 'blob' or 'entry'
    sha256      TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT, -- name of an ErrorCode
    attempts    INTEGER NOT NULL,
    nextTry     INTEGER,
    since       INTEGER NOT NULL,
    unit        TEXT NOT NULL, -- of an entry
    workstation INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    UNIQUE (kind, sha256)
) STRICT;

-- What the warehouse has confirmed.
CREATE TABLE receipt (
    sha256      TEXT PRIMARY KEY,
    key         TEXT NOT NULL,
    length      INTEGER NOT NULL,
    confirmedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
