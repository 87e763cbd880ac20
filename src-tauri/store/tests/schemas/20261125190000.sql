-- What came with the administrator's file; data from before it is there already.
INSERT INTO administrator_batch (key, batch, brought_at) SELECT 'news', max(id), 1795350700000 FROM batch;
