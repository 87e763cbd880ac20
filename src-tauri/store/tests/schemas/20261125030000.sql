-- What came with the queue: a run in two parts, one of them withdrawn in part, and settings; data from before it is there.
INSERT INTO submission (
    id, connection, account, name, asked_at, target_kind, target, caller_reference, items, wildcards, run, place,
    replaces, state, undo_until_at, attempts, withdrawn_at, reason_code, reason_detail
) VALUES
    (8, 'c1', 'aws:123456789012', 'Relaunch', 1795349500000, 'distribution', 'E1EXAMPLE12345', 'relaunch-8', 2, 1, 8, 9,
     NULL, 'queued', NULL, 2, NULL, 'throttled', 'Rate exceeded'),
    (9, 'c1', 'aws:123456789012', 'Relaunch', 1795349500000, 'distribution', 'E1EXAMPLE12345', 'relaunch-9', 2, 0, 8, 10,
     NULL, 'withdrawn', NULL, NULL, 1795349502000, NULL, NULL),
    (10, 'c1', 'aws:123456789012', 'Relaunch', 1795349500000, 'distribution', 'E1EXAMPLE12345', 'relaunch-10', 1, 0, 8, 10,
     9, 'waiting', 1795349505000, NULL, NULL, NULL, NULL);
INSERT INTO submission_item (submission, position, item) VALUES
    (8, 0, '/new/*'), (8, 1, '/index.html'), (9, 0, '/old'), (9, 1, '/older'), (10, 0, '/older');
INSERT INTO submission_transition (submission, at, state, reason_code, reason_detail) VALUES
    (8, 1795349500000, 'waiting', NULL, NULL), (8, 1795349505000, 'queued', NULL, NULL),
    (8, 1795349506000, 'sending', NULL, NULL), (8, 1795349507000, 'queued', 'throttled', 'Rate exceeded'),
    (9, 1795349500000, 'waiting', NULL, NULL), (9, 1795349502000, 'withdrawn', NULL, NULL),
    (10, 1795349502000, 'waiting', NULL, NULL);
UPDATE settings SET undo_seconds = 20, notify_completed = 0, queue_paused = 1;
