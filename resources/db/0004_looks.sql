-- SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
-- SPDX-License-Identifier: Apache-2.0

-- What pages look like, whichever way they came: found out once, when a page is looked at beside those before it.
CREATE TABLE pageLook (
    pageUid TEXT PRIMARY KEY REFERENCES page (uid),
    look    BLOB NOT NULL, -- perceptual hash, 128 bytes; empty: too little on the page
    likeUid TEXT           -- an earlier page of the stack that shows the same sheet; '': none; NULL: not compared
) STRICT, WITHOUT ROWID;

ALTER TABLE fedSide DROP COLUMN look;
