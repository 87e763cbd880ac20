-- Each time that these records took the place of a damaged file: one row a time, written before they did.
CREATE TABLE mended (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    at              INTEGER NOT NULL,
    -- Where the damaged file is; null where there was none any more.
    set_aside       TEXT,
    -- When the backup was made that these records are from; null where they began anew.
    restored_from   INTEGER,
    -- The newest submission that the backup held, 0 for none: whether those up to here were sent, withdrawn or given up
    -- after the backup is not known.
    last_submission INTEGER NOT NULL CHECK (last_submission >= 0),
    -- Whether the person has seen the notice and put it away.
    dismissed       INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1))
) STRICT;
