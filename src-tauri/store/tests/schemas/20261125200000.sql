-- What came with the ledger; data from before it is there already.
INSERT INTO month_count VALUES ('aws:123456789012', '2026-10', 1793491200000, 'failed', 'unreachable', 'no route');
INSERT INTO month_gap VALUES
    ('aws:123456789012', '2026-10', 0, 'distributions', NULL, NULL, 0, 'denied', 'not authorized'),
    ('aws:123456789012', '2026-10', 1, 'items', 'distribution', 'E1EXAMPLE12345', 3, 'denied', '');
INSERT INTO budget VALUES
    ('aws:123456789012', '', '', 900, 2000),
    ('aws:123456789012', 'distribution', 'E1EXAMPLE12345', NULL, 500);
INSERT INTO tariff VALUES ('aws', 450, 1500, 'Our contract', '2026-11-25');
