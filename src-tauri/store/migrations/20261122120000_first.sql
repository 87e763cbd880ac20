-- What the app remembers. Two things hold for every table:
--
-- * A time is an integer: milliseconds since 1970-01-01T00:00:00Z, named `…_at`. CloudFront's own times have no more than
--   that, and integers sort and compare as the times do, which RFC 3339 text with optional fractions does not.
-- * A target is a pair of columns, `target_kind` and `target`: the ids of distributions and of tenants are namespaces
--   of their own.

-- Ways into AWS accounts. There is no column that could hold a secret: those are in the keychain.
CREATE TABLE connection (
    -- The order in which they were made.
    number             INTEGER PRIMARY KEY AUTOINCREMENT,
    id                 TEXT    NOT NULL UNIQUE,
    name               TEXT    NOT NULL,
    way                TEXT    NOT NULL CHECK (way IN ('practice', 'profile', 'accessKey')),
    profile            TEXT    CHECK ((profile IS NOT NULL) = (way = 'profile')),
    access_key_id      TEXT    CHECK ((access_key_id IS NOT NULL) = (way = 'accessKey')),
    custom_endpoint    TEXT,
    -- Whom AWS takes it for: all three, or none of them.
    identity_partition TEXT,
    identity_account   TEXT    CHECK ((identity_account IS NULL) = (identity_partition IS NULL)),
    identity_arn       TEXT    CHECK ((identity_arn IS NULL) = (identity_partition IS NULL))
) STRICT;

-- The connection in use: one row at the most. It is no foreign key, because the practice connection is never stored.
CREATE TABLE connection_in_use (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    connection TEXT    NOT NULL
) STRICT;

-- What one CreateInvalidation carries, and how far it is. `connection` is no foreign key: a submission outlives the
-- connection that it was made through.
CREATE TABLE submission (
    -- Rises with time and is never used again, so it orders submissions even where the clock was set back.
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    connection       TEXT    NOT NULL,
    account          TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    asked_at         INTEGER NOT NULL,
    target_kind      TEXT    NOT NULL CHECK (target_kind IN ('distribution', 'tenant')),
    target           TEXT    NOT NULL,
    caller_reference TEXT    NOT NULL,
    -- How many rows of submission_item belong to it, so that a lost one is noticed before anything is sent.
    items            INTEGER NOT NULL CHECK (items > 0),
    replaces         INTEGER REFERENCES submission (id),

    state            TEXT    NOT NULL CHECK (
        state IN ('queued', 'sending', 'inProgress', 'accepted', 'completed', 'refused', 'unknown')
    ),
    -- Sending: which attempt it is. Unknown: how many there were.
    attempts         INTEGER CHECK ((attempts IS NOT NULL) = (state IN ('sending', 'unknown')) AND attempts >= 1),
    attempt_began_at INTEGER CHECK ((attempt_began_at IS NOT NULL) = (state = 'sending')),
    -- When a reply was first lost.
    reply_lost_at    INTEGER CHECK (
        CASE state WHEN 'unknown' THEN reply_lost_at IS NOT NULL WHEN 'sending' THEN 1 ELSE reply_lost_at IS NULL END
    ),
    invalidation     TEXT    CHECK ((invalidation IS NOT NULL) = (state IN ('inProgress', 'accepted', 'completed'))),
    taken_at         INTEGER CHECK ((taken_at IS NOT NULL) = (invalidation IS NOT NULL)),
    completed_at     INTEGER CHECK ((completed_at IS NOT NULL) = (state = 'completed')),
    refused_at       INTEGER CHECK ((refused_at IS NOT NULL) = (state = 'refused')),
    reason_code      TEXT    CHECK ((reason_code IS NOT NULL) = (state IN ('refused', 'unknown'))),
    reason_detail    TEXT    CHECK ((reason_detail IS NOT NULL) = (reason_code IS NOT NULL)),
    -- Whether there is nothing left to do or to hear.
    settled          INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('completed', 'refused', 'accepted')) STORED,

    -- One caller reference is one submission: the same reference with other items would be refused, and with the
    -- same items would clear nothing.
    UNIQUE (account, target_kind, target, caller_reference)
) STRICT;

-- Unsettled ones first, newest first: how they are listed, and how what is unsettled is found.
CREATE INDEX submission_unsettled_first ON submission (settled, id DESC);
-- What was asked for lately of one target.
CREATE INDEX submission_by_target ON submission (account, target_kind, target, asked_at);
-- Which of them made an invalidation.
CREATE INDEX submission_by_invalidation ON submission (account, target_kind, target, invalidation)
WHERE invalidation IS NOT NULL;

-- Its items, from position 0 on, in the order in which they are sent at every attempt.
CREATE TABLE submission_item (
    submission INTEGER NOT NULL REFERENCES submission (id),
    position   INTEGER NOT NULL CHECK (position >= 0),
    item       TEXT    NOT NULL,
    PRIMARY KEY (submission, position)
) STRICT, WITHOUT ROWID;

-- Every state that it came into, the first included.
CREATE TABLE submission_transition (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    submission    INTEGER NOT NULL REFERENCES submission (id),
    at            INTEGER NOT NULL,
    state         TEXT    NOT NULL,
    reason_code   TEXT,
    reason_detail TEXT    CHECK ((reason_detail IS NULL) = (reason_code IS NULL))
) STRICT;

CREATE INDEX submission_transition_in_order ON submission_transition (submission, number);

-- An order is what it was when it was stored: whatever sends it again sends the same. These two see to it that no
-- later statement of ours can change one by mistake.
CREATE TRIGGER submission_order_stays
BEFORE UPDATE OF account, target_kind, target, caller_reference, items ON submission
BEGIN
    SELECT raise(ABORT, 'a stored order never changes');
END;

CREATE TRIGGER submission_item_stays
BEFORE UPDATE ON submission_item
BEGIN
    SELECT raise(ABORT, 'a stored order never changes');
END;

-- Invalidations once read, whoever made them. All but their status never changes (API, Invalidation).
CREATE TABLE invalidation (
    number           INTEGER PRIMARY KEY,
    account          TEXT    NOT NULL,
    target_kind      TEXT    NOT NULL CHECK (target_kind IN ('distribution', 'tenant')),
    target           TEXT    NOT NULL,
    id               TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    status           TEXT    NOT NULL,
    caller_reference TEXT    NOT NULL,
    items            INTEGER NOT NULL CHECK (items >= 0),
    UNIQUE (account, target_kind, target, id)
) STRICT;

CREATE TABLE invalidation_item (
    invalidation INTEGER NOT NULL REFERENCES invalidation (number),
    position     INTEGER NOT NULL CHECK (position >= 0),
    item         TEXT    NOT NULL,
    PRIMARY KEY (invalidation, position)
) STRICT, WITHOUT ROWID;

-- What a person noted of a distribution.
CREATE TABLE distribution_note (
    account      TEXT    NOT NULL,
    distribution TEXT    NOT NULL,
    nickname     TEXT,
    favourite    INTEGER NOT NULL CHECK (favourite IN (0, 1)),
    added        INTEGER NOT NULL CHECK (added IN (0, 1)),
    opened_at    INTEGER,
    PRIMARY KEY (account, distribution)
) STRICT, WITHOUT ROWID;
