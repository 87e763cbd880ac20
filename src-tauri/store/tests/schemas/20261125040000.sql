-- What came with saved batches; data from before it is there already.
INSERT INTO batch (id, name, description, text, items, variables, targets, favourite, edited_at, last_run_at, last_values) VALUES
    (1, 'News', 'Each morning', '/{locale}/news*', 1,
     '[{"name":"locale","hint":"","kind":{"kind":"manyOf","choices":["de","fr"]},"default":["de"]}]',
     '[{"connection":"c1","target":{"kind":"distribution","id":"E1EXAMPLE12345"}}]', 1, 1795349600000, 1795349700000,
     '{"locale":["de","fr"]}');
INSERT INTO batch_version (batch, at, name, description, text, variables, targets, favourite) VALUES
    (1, 1795349500000, 'News', '', '/news', '[]', '[]', 0);
