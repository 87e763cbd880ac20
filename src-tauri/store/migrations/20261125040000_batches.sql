-- Saved batches. Targets and variables are JSON: they are read and written whole, and nothing is looked for in them.
CREATE TABLE batch (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL CHECK (name <> ''),
    description   TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    -- How many of its lines are not empty: lists are sorted by it.
    items         INTEGER NOT NULL CHECK (items > 0),
    variables     TEXT    NOT NULL CHECK (json_valid(variables)),
    targets       TEXT    NOT NULL CHECK (json_valid(targets)),
    favourite     INTEGER NOT NULL CHECK (favourite IN (0, 1)),
    edited_at     INTEGER NOT NULL,
    last_run_at   INTEGER,
    last_values   TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(last_values)),
    -- A deleted one can be brought back.
    deleted_at    INTEGER
) STRICT;

-- No two that are not deleted have the same name, whatever its case.
CREATE UNIQUE INDEX batch_by_name ON batch (name COLLATE NOCASE) WHERE deleted_at IS NULL;

-- What a batch was before each edit.
CREATE TABLE batch_version (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    batch       INTEGER NOT NULL REFERENCES batch (id),
    at          INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    variables   TEXT    NOT NULL CHECK (json_valid(variables)),
    targets     TEXT    NOT NULL CHECK (json_valid(targets)),
    favourite   INTEGER NOT NULL CHECK (favourite IN (0, 1))
) STRICT;

CREATE INDEX batch_version_in_order ON batch_version (batch, number);
