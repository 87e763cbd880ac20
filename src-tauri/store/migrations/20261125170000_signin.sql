-- More ways in, what sets a connection apart, and what was seen of its permissions.

-- A check cannot be widened in place, so the table is made anew. Nothing refers to it by a foreign key.
CREATE TABLE connection_of_now (
    -- The order in which they were made.
    number             INTEGER PRIMARY KEY AUTOINCREMENT,
    id                 TEXT    NOT NULL UNIQUE,
    name               TEXT    NOT NULL,
    way                TEXT    NOT NULL CHECK (
        way IN ('practice', 'profile', 'accessKey', 'identityCenter', 'role')
    ),
    profile            TEXT    CHECK ((profile IS NOT NULL) = (way = 'profile')),
    -- A digest of the program that the profile runs, where the person has agreed to it. The program itself is not
    -- kept: a secret may be among its arguments.
    agreed_program     TEXT    CHECK (agreed_program IS NULL OR way = 'profile'),
    access_key_id      TEXT    CHECK ((access_key_id IS NOT NULL) = (way = 'accessKey')),
    portal_start_url   TEXT    CHECK ((portal_start_url IS NOT NULL) = (way = 'identityCenter')),
    portal_region      TEXT    CHECK ((portal_region IS NOT NULL) = (way = 'identityCenter')),
    portal_account     TEXT    CHECK ((portal_account IS NOT NULL) = (way = 'identityCenter')),
    portal_role        TEXT    CHECK ((portal_role IS NOT NULL) = (way = 'identityCenter')),
    -- The connection that may assume the role.
    base               TEXT    CHECK ((base IS NOT NULL) = (way = 'role')),
    role_arn           TEXT    CHECK ((role_arn IS NOT NULL) = (way = 'role')),
    external_id        TEXT    CHECK (external_id IS NULL OR way = 'role'),
    session_name       TEXT    CHECK (session_name IS NULL OR way = 'role'),
    mfa_serial         TEXT    CHECK (mfa_serial IS NULL OR way = 'role'),
    custom_endpoint    TEXT,
    china              INTEGER NOT NULL DEFAULT 0 CHECK (china IN (0, 1)),
    fips               INTEGER NOT NULL DEFAULT 0 CHECK (fips IN (0, 1)),
    dual_stack         INTEGER NOT NULL DEFAULT 0 CHECK (dual_stack IN (0, 1)),
    colour             TEXT    NOT NULL DEFAULT 'none',
    production         INTEGER NOT NULL DEFAULT 0 CHECK (production IN (0, 1)),
    -- Whom AWS takes it for: all three, or none of them.
    identity_partition TEXT,
    identity_account   TEXT    CHECK ((identity_account IS NULL) = (identity_partition IS NULL)),
    identity_arn       TEXT    CHECK ((identity_arn IS NULL) = (identity_partition IS NULL))
) STRICT;

INSERT INTO connection_of_now (
    number, id, name, way, profile, access_key_id, custom_endpoint, identity_partition, identity_account, identity_arn
)
SELECT number, id, name, way, profile, access_key_id, custom_endpoint, identity_partition, identity_account, identity_arn
FROM connection;
DROP TABLE connection;
ALTER TABLE connection_of_now RENAME TO connection;

-- What was last seen of a permission: by its action, and what it was tried on (an id, or `*`).
CREATE TABLE permission_seen (
    connection TEXT    NOT NULL,
    action     TEXT    NOT NULL,
    tried_on   TEXT    NOT NULL,
    works      INTEGER NOT NULL CHECK (works IN (0, 1)),
    at         INTEGER NOT NULL,
    PRIMARY KEY (connection, action, tried_on)
) STRICT, WITHOUT ROWID;

-- After how many minutes without anybody the app lets go of what it holds in memory; 0 turns that off.
ALTER TABLE settings ADD COLUMN idle_lock_minutes INTEGER NOT NULL DEFAULT 0 CHECK (idle_lock_minutes BETWEEN 0 AND 240);
