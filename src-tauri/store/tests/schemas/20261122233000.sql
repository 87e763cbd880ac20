-- What came with the notes of damaged records: data from before it is there already.
INSERT INTO mended (at, set_aside, restored_from, last_submission, dismissed) VALUES
    (1795350000000, '/data/damaged/2026-11-22T122000Z/housekeeper.db', 1795349450000, 7, 0);
