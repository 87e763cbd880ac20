-- What came with labels, drafts and reasons; data from before it is there already.
INSERT INTO batch (id, name, description, text, items, variables, targets, favourite, edited_at, labels, colour, created_at, last_run_by) VALUES
    (2, 'Prices', '', '/prices/*', 1, '[]', '[]', 0, 1795350600000, '["Shop"]', 'blue', 1795350500000, '["c1"]');
INSERT INTO draft VALUES ('batch/new', '{"text":"/a"}', 1795350600000);
INSERT INTO run_reason VALUES (1, 'TICKET-1');
INSERT INTO dismissed_suggestion VALUES ('aws:123456789012', 'distribution', 'E1EXAMPLE12345', '/a');
