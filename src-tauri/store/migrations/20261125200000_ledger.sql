-- The ledger: how each month was counted, what could not be, and what costs are reckoned with and held against.

-- What was invalidated when.
CREATE INDEX invalidation_by_time ON invalidation (account, created_at);
-- Whether an id was read before, through whichever target's list.
CREATE INDEX invalidation_by_id ON invalidation (account, id);
CREATE INDEX submission_by_time ON submission (account, taken_at) WHERE taken_at IS NOT NULL;

-- How a month of an account was counted.
CREATE TABLE month_count (
    account        TEXT    NOT NULL,
    -- As `2026-11`, in UTC.
    month          TEXT    NOT NULL,
    -- When it was last counted to its end.
    at             INTEGER,
    -- Why the last count did not come to its end.
    stopped        TEXT    CHECK (stopped IN ('byPerson', 'failed')),
    reason_code    TEXT    CHECK ((reason_code IS NOT NULL) = (stopped IS NOT NULL AND stopped = 'failed')),
    reason_detail  TEXT    CHECK ((reason_detail IS NOT NULL) = (reason_code IS NOT NULL)),
    PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;

-- What could not be counted of it, in the order in which that was found.
CREATE TABLE month_gap (
    account        TEXT    NOT NULL,
    month          TEXT    NOT NULL,
    position       INTEGER NOT NULL CHECK (position >= 0),
    kind           TEXT    NOT NULL CHECK (kind IN ('distributions', 'tenants', 'invalidations', 'items')),
    target_kind    TEXT    CHECK (target_kind IN ('distribution', 'tenant')),
    target         TEXT    CHECK ((target IS NULL) = (target_kind IS NULL)),
    -- How many invalidations could not be read.
    count          INTEGER NOT NULL CHECK (count >= 0),
    reason_code    TEXT    NOT NULL,
    reason_detail  TEXT    NOT NULL,
    PRIMARY KEY (account, month, position),
    CHECK ((kind = 'distributions') = (target IS NULL))
) STRICT, WITHOUT ROWID;

-- The person's own budgets, in items a month: of an account, where the target is empty, or of one target.
CREATE TABLE budget (
    account        TEXT    NOT NULL,
    target_kind    TEXT    NOT NULL CHECK (target_kind IN ('', 'distribution', 'tenant')),
    target         TEXT    NOT NULL CHECK ((target = '') = (target_kind = '')),
    warn_above     INTEGER CHECK (warn_above >= 0),
    refuse_above   INTEGER CHECK (refuse_above >= 0),
    PRIMARY KEY (account, target_kind, target)
) STRICT, WITHOUT ROWID;

-- The person's own prices, by partition.
CREATE TABLE tariff (
    partition      TEXT    PRIMARY KEY,
    -- In hundred-thousandths of the currency.
    per_item       INTEGER NOT NULL CHECK (per_item >= 0),
    free_items     INTEGER NOT NULL CHECK (free_items >= 0),
    source         TEXT    NOT NULL,
    -- A day, as `2026-11-25`.
    as_of          TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
