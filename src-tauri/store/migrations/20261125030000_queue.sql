-- The queue: submissions wait for their time to be undone and for their turn, belong to a run, and may be withdrawn.
--
-- A CHECK cannot be changed in SQLite, so the table of submissions is made anew (sqlite.org/lang_altertable.html, "Making
-- Other Kinds Of Table Schema Changes"), and with it those that refer to it: dropped first, they leave nothing that
-- refers to a table that is gone. Renaming takes the references along.

CREATE TABLE new_submission (
    -- Rises with time and is never used again, so it orders submissions even where the clock was set back.
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    connection       TEXT    NOT NULL,
    account          TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    asked_at         INTEGER NOT NULL,
    target_kind      TEXT    NOT NULL CHECK (target_kind IN ('distribution', 'tenant')),
    target           TEXT    NOT NULL,
    caller_reference TEXT    NOT NULL,
    -- How many rows of submission_item belong to it, so that a lost one is noticed before anything is sent; and how many
    -- of them are wildcards, which have a quota of their own.
    items            INTEGER NOT NULL CHECK (items > 0),
    wildcards        INTEGER NOT NULL CHECK (wildcards BETWEEN 0 AND items),
    -- The first submission of the click that it belongs to; that one names itself.
    run              INTEGER NOT NULL REFERENCES new_submission (id),
    -- Where it stands in the queue. What stands in for another takes its place; but for those no two have the same.
    place            INTEGER NOT NULL,
    replaces         INTEGER REFERENCES new_submission (id),

    state            TEXT    NOT NULL CHECK (
        state IN (
            'waiting', 'queued', 'sending', 'inProgress', 'accepted', 'completed', 'refused', 'unknown', 'withdrawn'
        )
    ),
    -- Waiting: until when it can be undone.
    undo_until_at    INTEGER CHECK ((undo_until_at IS NOT NULL) = (state = 'waiting')),
    -- Sending: which attempt it is. Unknown: how many there were. Queued: how many were put off, where any was.
    attempts         INTEGER CHECK (
        CASE WHEN state IN ('sending', 'unknown') THEN attempts IS NOT NULL WHEN state = 'queued' THEN 1
        ELSE attempts IS NULL END AND attempts >= 1
    ),
    attempt_began_at INTEGER CHECK ((attempt_began_at IS NOT NULL) = (state = 'sending')),
    -- When a reply was first lost.
    reply_lost_at    INTEGER CHECK (
        CASE state WHEN 'unknown' THEN reply_lost_at IS NOT NULL WHEN 'sending' THEN 1 ELSE reply_lost_at IS NULL END
    ),
    invalidation     TEXT    CHECK ((invalidation IS NOT NULL) = (state IN ('inProgress', 'accepted', 'completed'))),
    taken_at         INTEGER CHECK ((taken_at IS NOT NULL) = (invalidation IS NOT NULL)),
    completed_at     INTEGER CHECK ((completed_at IS NOT NULL) = (state = 'completed')),
    refused_at       INTEGER CHECK ((refused_at IS NOT NULL) = (state = 'refused')),
    withdrawn_at     INTEGER CHECK ((withdrawn_at IS NOT NULL) = (state = 'withdrawn')),
    -- Why it was refused, put off, or is unknown.
    reason_code      TEXT    CHECK (
        (reason_code IS NOT NULL) = (state IN ('refused', 'unknown') OR (state = 'queued' AND attempts IS NOT NULL))
    ),
    reason_detail    TEXT    CHECK ((reason_detail IS NOT NULL) = (reason_code IS NOT NULL)),
    -- Whether there is nothing left to do or to hear.
    settled          INTEGER NOT NULL
    GENERATED ALWAYS AS (state IN ('completed', 'refused', 'accepted', 'withdrawn')) STORED,

    -- One caller reference is one submission: the same reference with other items would be refused, and with the
    -- same items would clear nothing.
    UNIQUE (account, target_kind, target, caller_reference)
) STRICT;

-- Until now each submission was a run of its own, but for those that stand in for another: they are of its run.
INSERT INTO new_submission (
    id, connection, account, name, asked_at, target_kind, target, caller_reference, items, wildcards, run, place,
    replaces, state, attempts, attempt_began_at, reply_lost_at, invalidation, taken_at, completed_at, refused_at,
    reason_code, reason_detail
)
WITH RECURSIVE of_run (id, run) AS (
    SELECT id, id FROM submission WHERE replaces IS NULL
    UNION ALL
    SELECT submission.id, of_run.run FROM submission JOIN of_run ON submission.replaces = of_run.id
)
SELECT
    submission.id, connection, account, name, asked_at, target_kind, target, caller_reference, items,
    (
        SELECT count(*) FROM submission_item
        WHERE submission_item.submission = submission.id AND item NOT LIKE '#%' AND item LIKE '%*'
    ),
    of_run.run, submission.id,
    replaces, state, attempts, attempt_began_at, reply_lost_at, invalidation, taken_at, completed_at, refused_at,
    reason_code, reason_detail
FROM submission JOIN of_run ON of_run.id = submission.id ORDER BY submission.id;

CREATE TABLE new_submission_item (
    submission INTEGER NOT NULL REFERENCES new_submission (id),
    position   INTEGER NOT NULL CHECK (position >= 0),
    item       TEXT    NOT NULL,
    PRIMARY KEY (submission, position)
) STRICT, WITHOUT ROWID;
INSERT INTO new_submission_item SELECT submission, position, item FROM submission_item;

CREATE TABLE new_submission_transition (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    submission    INTEGER NOT NULL REFERENCES new_submission (id),
    at            INTEGER NOT NULL,
    state         TEXT    NOT NULL,
    reason_code   TEXT,
    reason_detail TEXT    CHECK ((reason_detail IS NULL) = (reason_code IS NULL))
) STRICT;
INSERT INTO new_submission_transition SELECT number, submission, at, state, reason_code, reason_detail
FROM submission_transition;

DROP TABLE submission_item;
DROP TABLE submission_transition;
-- In the order in which nothing is left that refers to what goes.
DELETE FROM submission WHERE replaces IS NOT NULL;
DROP TABLE submission;
ALTER TABLE new_submission RENAME TO submission;
ALTER TABLE new_submission_item RENAME TO submission_item;
ALTER TABLE new_submission_transition RENAME TO submission_transition;

-- The settled ones, newest first.
CREATE INDEX submission_unsettled_first ON submission (settled, id DESC);
-- The queue in its order.
CREATE INDEX submission_in_place ON submission (settled, place, id);
-- The parts of a run, and those that stand in for another.
CREATE INDEX submission_of_run ON submission (run, place, id);
CREATE INDEX submission_replacing ON submission (replaces) WHERE replaces IS NOT NULL;
-- What was asked for lately of one target.
CREATE INDEX submission_by_target ON submission (account, target_kind, target, asked_at);
-- Which of them made an invalidation.
CREATE INDEX submission_by_invalidation ON submission (account, target_kind, target, invalidation)
WHERE invalidation IS NOT NULL;
-- How long the latest ones took.
CREATE INDEX submission_completed ON submission (account, completed_at DESC) WHERE completed_at IS NOT NULL;
CREATE INDEX submission_transition_in_order ON submission_transition (submission, number);

-- An order is what it was when it was stored: whatever sends it again sends the same. These two see to it that no
-- later statement of ours can change one by mistake.
CREATE TRIGGER submission_order_stays
BEFORE UPDATE OF account, target_kind, target, caller_reference, items, wildcards ON submission
BEGIN
    SELECT raise(ABORT, 'a stored order never changes');
END;

CREATE TRIGGER submission_item_stays
BEFORE UPDATE ON submission_item
BEGIN
    SELECT raise(ABORT, 'a stored order never changes');
END;

-- What the person has set: one row.
CREATE TABLE settings (
    only_row         INTEGER PRIMARY KEY CHECK (only_row = 1),
    undo_seconds     INTEGER NOT NULL DEFAULT 5 CHECK (undo_seconds BETWEEN 0 AND 60),
    notify_completed INTEGER NOT NULL DEFAULT 1 CHECK (notify_completed IN (0, 1)),
    queue_paused     INTEGER NOT NULL DEFAULT 0 CHECK (queue_paused IN (0, 1))
) STRICT;
INSERT INTO settings (only_row) VALUES (1);
