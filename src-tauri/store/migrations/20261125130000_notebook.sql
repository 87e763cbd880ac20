-- What a person sorts batches by, and how each came about.
ALTER TABLE batch ADD COLUMN labels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(labels));
ALTER TABLE batch ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';
ALTER TABLE batch ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
-- The ids of the connections of the last run.
ALTER TABLE batch ADD COLUMN last_run_by TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(last_run_by));
ALTER TABLE batch_version ADD COLUMN labels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(labels));
ALTER TABLE batch_version ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';

UPDATE batch
SET created_at = coalesce((SELECT min(at) FROM batch_version WHERE batch_version.batch = batch.id), edited_at);

-- The words of batches, to search in: every run of three characters, so that a part of a path is found too
-- (sqlite.org/fts5.html, "The Trigram Tokenizer"). The texts themselves stay in `batch`.
CREATE VIRTUAL TABLE batch_text USING fts5 (
    name, description, text, labels,
    content = 'batch', content_rowid = 'id', tokenize = 'trigram remove_diacritics 1'
);
INSERT INTO batch_text (batch_text) VALUES ('rebuild');

CREATE TRIGGER batch_text_of_new AFTER INSERT ON batch
BEGIN
    INSERT INTO batch_text (rowid, name, description, text, labels)
    VALUES (new.id, new.name, new.description, new.text, new.labels);
END;

CREATE TRIGGER batch_text_of_changed AFTER UPDATE OF name, description, text, labels ON batch
BEGIN
    INSERT INTO batch_text (batch_text, rowid, name, description, text, labels)
    VALUES ('delete', old.id, old.name, old.description, old.text, old.labels);
    INSERT INTO batch_text (rowid, name, description, text, labels)
    VALUES (new.id, new.name, new.description, new.text, new.labels);
END;

-- What was typed and is neither sent nor saved. Keys and contents are the window's own.
CREATE TABLE draft (
    key     TEXT    PRIMARY KEY CHECK (key <> ''),
    content TEXT    NOT NULL CHECK (json_valid(content)),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Why a run was made, in the person's words. A run has the number of its first submission.
CREATE TABLE run_reason (
    run    INTEGER PRIMARY KEY REFERENCES submission (id),
    reason TEXT    NOT NULL CHECK (reason <> '')
) STRICT;

-- What is not to be suggested as a batch again: the items in their order by bytes, one a line.
CREATE TABLE dismissed_suggestion (
    account     TEXT NOT NULL,
    target_kind TEXT NOT NULL CHECK (target_kind IN ('distribution', 'tenant')),
    target      TEXT NOT NULL,
    items       TEXT NOT NULL,
    PRIMARY KEY (account, target_kind, target, items)
) STRICT, WITHOUT ROWID;
