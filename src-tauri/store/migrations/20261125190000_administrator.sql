-- Which batches an administrator's file has brought, by their keys in it: each is brought once, whatever becomes of it.
CREATE TABLE administrator_batch (
    key        TEXT    PRIMARY KEY CHECK (key <> ''),
    -- What was kept of it then. It may be edited or deleted since.
    batch      INTEGER NOT NULL REFERENCES batch (id),
    brought_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
