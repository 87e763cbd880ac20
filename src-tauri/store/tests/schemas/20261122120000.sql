-- Data as the first version of the app wrote it: a row or more in every table, a submission in every state.
INSERT INTO connection (id, name, way, profile, access_key_id, custom_endpoint, identity_partition, identity_account, identity_arn) VALUES
    ('c1', 'Marketing', 'accessKey', NULL, 'AKIAIOSFODNN7EXAMPLE', NULL, 'aws', '123456789012', 'arn:aws:iam::123456789012:user/marketing'),
    ('c2', 'Staging', 'profile', 'staging', NULL, 'http://127.0.0.1:5000', NULL, NULL, NULL);
INSERT INTO connection_in_use (only_row, connection) VALUES (1, 'c2');

INSERT INTO submission (
    id, connection, account, name, asked_at, target_kind, target, caller_reference, items, replaces, state,
    attempts, attempt_began_at, reply_lost_at, invalidation, taken_at, completed_at, refused_at, reason_code, reason_detail
) VALUES
    (1, 'c1', 'aws:123456789012', 'Spring sale', 1795348800000, 'distribution', 'E1EXAMPLE12345', 'spring-1', 2, NULL, 'completed',
     NULL, NULL, NULL, 'I1', 1795348801000, 1795348830000, NULL, NULL, NULL),
    (2, 'c1', 'aws:123456789012', '', 1795348900000, 'distribution', 'E1EXAMPLE12345', 'spring-2', 1, NULL, 'refused',
     NULL, NULL, NULL, NULL, NULL, NULL, 1795348901000, 'denied', 'User is not authorized'),
    (3, 'c1', 'aws:123456789012', '', 1795349000000, 'distribution', 'E1EXAMPLE12345', 'spring-3', 1, 2, 'queued',
     NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, 'c1', 'aws:123456789012', '', 1795349100000, 'tenant', 'dt_1', 'spring-4', 1, NULL, 'sending',
     2, 1795349103000, 1795349101000, NULL, NULL, NULL, NULL, NULL, NULL),
    (5, 'c1', 'aws:123456789012', '', 1795349200000, 'distribution', 'E1EXAMPLE12345', 'spring-5', 1, NULL, 'unknown',
     3, NULL, 1795349201000, NULL, NULL, NULL, NULL, 'replyLost', 'time-out'),
    (6, 'c1', 'aws:123456789012', '', 1795349300000, 'distribution', 'E1EXAMPLE12345', 'spring-6', 1, NULL, 'inProgress',
     NULL, NULL, NULL, 'I6', 1795349301000, NULL, NULL, NULL, NULL),
    (7, 'c1', 'aws:123456789012', '', 1795349400000, 'distribution', 'E1EXAMPLE12345', 'spring-7', 1, NULL, 'accepted',
     NULL, NULL, NULL, 'I7', 1795349401000, NULL, NULL, NULL, NULL);
INSERT INTO submission_item (submission, position, item) VALUES
    (1, 0, '/index.html'), (1, 1, '/images/*'), (2, 0, '/a'), (3, 0, '/a'), (4, 0, '#product:tv'), (5, 0, '/b%20c'),
    (6, 0, '/d?e=f'), (7, 0, '/*');
INSERT INTO submission_transition (submission, at, state, reason_code, reason_detail) VALUES
    (1, 1795348800000, 'queued', NULL, NULL), (1, 1795348800500, 'sending', NULL, NULL),
    (1, 1795348801500, 'inProgress', NULL, NULL), (1, 1795348830000, 'completed', NULL, NULL),
    (2, 1795348900000, 'queued', NULL, NULL), (2, 1795348901000, 'refused', 'denied', 'User is not authorized'),
    (3, 1795349000000, 'queued', NULL, NULL), (4, 1795349100000, 'queued', NULL, NULL),
    (5, 1795349200000, 'queued', NULL, NULL), (6, 1795349300000, 'queued', NULL, NULL),
    (7, 1795349400000, 'queued', NULL, NULL);

INSERT INTO invalidation (number, account, target_kind, target, id, created_at, status, caller_reference, items) VALUES
    (1, 'aws:123456789012', 'distribution', 'E1EXAMPLE12345', 'I1', 1795348801000, 'Completed', 'spring-1', 2);
INSERT INTO invalidation_item (invalidation, position, item) VALUES (1, 0, '/index.html'), (1, 1, '/images/*');

INSERT INTO distribution_note (account, distribution, nickname, favourite, added, opened_at) VALUES
    ('aws:123456789012', 'E1EXAMPLE12345', 'Shop', 1, 0, 1795348800000);
