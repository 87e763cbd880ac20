//! The log beside the file, and a mending that a crash cuts short.

use super::*;

/// A copy of a folder as it is while the app runs, as a crash leaves it: with the log.
async fn crashed(before: u32, after: u32) -> tempfile::TempDir {
    let data = folder(before, 0).await;
    let store = Store::open_at(data.path(), after_noon(61)).await.unwrap();
    for number in 0..after {
        store.add_submission(queued(&format!("after-{number}"))).await.unwrap();
    }
    let copy = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(data.path()).unwrap() {
        let from = entry.unwrap().path();
        if from.is_file() {
            std::fs::copy(&from, copy.path().join(from.file_name().unwrap())).unwrap();
        }
    }
    std::fs::create_dir(copy.path().join("backups")).unwrap();
    for backup in backups::all(data.path()).unwrap() {
        let name = backup.path.file_name().unwrap().to_owned();
        std::fs::copy(&backup.path, copy.path().join("backups").join(name)).unwrap();
    }
    copy
}

#[tokio::test]
async fn the_log_is_set_aside_with_its_file() {
    let data = crashed(2, 3).await;
    overwrite(&database(data.path()), 0, &[0; 100]);
    let log = std::fs::read(data.path().join("housekeeper.db-wal")).unwrap();
    assert!(!log.is_empty());
    let store = opened(data.path()).await;
    assert_eq!(references(&store).await, ["before-0", "before-1"], "the old log is not played into the new file");
    let kept = data.path().join("damaged/2026-11-24T120000Z/housekeeper.db-wal");
    assert!(std::fs::read(kept).unwrap() == log);
}

#[tokio::test]
async fn a_log_without_its_file_is_kept() {
    for emptied in [false, true] {
        let data = crashed(2, 3).await;
        if emptied {
            cut(&database(data.path()), 0);
        } else {
            std::fs::remove_file(database(data.path())).unwrap();
        }
        let log = std::fs::read(data.path().join("housekeeper.db-wal")).unwrap();
        let store = opened(data.path()).await;
        assert_eq!(references(&store).await, ["before-0", "before-1"]);
        let kept = data.path().join("damaged/2026-11-24T120000Z/housekeeper.db-wal");
        assert!(std::fs::read(kept).unwrap() == log);
    }
}

#[tokio::test]
async fn a_file_whose_log_is_missing_is_sound_as_of_its_last_checkpoint() {
    // SQLite has no means to tell. What goes out again after this goes out with the references that are stored.
    let data = crashed(2, 3).await;
    std::fs::remove_file(data.path().join("housekeeper.db-wal")).unwrap();
    let store = opened(data.path()).await;
    assert_eq!(store.mended().await.unwrap(), None);
    assert_eq!(references(&store).await, ["before-0", "before-1"]);
}

#[tokio::test]
async fn a_sound_file_with_its_log_loses_nothing() {
    let data = crashed(2, 3).await;
    let store = opened(data.path()).await;
    assert_eq!(store.mended().await.unwrap(), None);
    assert_eq!(references(&store).await.len(), 5);
}

#[tokio::test]
async fn a_crash_in_the_middle_of_it_is_made_good_at_the_next_start() {
    // The moves of a mending, one more of them done each time before the app dies.
    for moved in 0..=3 {
        let data = crashed(2, 3).await;
        overwrite(&database(data.path()), 0, &[0; 100]);
        let damaged = std::fs::read(database(data.path())).unwrap();
        let log = std::fs::read(data.path().join("housekeeper.db-wal")).unwrap();
        let aside = data.path().join("damaged/2026-11-23T000000Z");
        std::fs::create_dir_all(&aside).unwrap();
        prepare(data.path(), &aside, after_noon(43_200)).await.unwrap();
        for name in ["", "-wal", "-shm"].iter().take(moved) {
            move_aside(&beside(&database(data.path()), name), &beside(&aside.join(FILE), name)).unwrap();
        }

        let store = opened(data.path()).await;
        assert_eq!(references(&store).await, ["before-0", "before-1"]);
        let mended = store.mended().await.unwrap().expect("the person is told all the same");
        assert_eq!(mended.at, after_noon(43_200));
        assert_eq!(mended.set_aside.as_deref(), aside.join(FILE).to_str());
        assert!(std::fs::read(aside.join(FILE)).unwrap() == damaged);
        assert!(std::fs::read(aside.join("housekeeper.db-wal")).unwrap() == log);
        assert!(!aside.join(READY).exists());
    }
}

#[tokio::test]
async fn a_crash_before_the_new_records_are_ready_leaves_the_damaged_ones_in_place() {
    let data = folder(2, 3).await;
    overwrite(&database(data.path()), 0, &[0; 100]);
    let aside = data.path().join("damaged/2026-11-23T000000Z");
    std::fs::create_dir_all(&aside).unwrap();
    std::fs::write(aside.join(UNFINISHED), "half of it").unwrap();
    let store = opened(data.path()).await;
    assert_eq!(references(&store).await, ["before-0", "before-1"]);
    let kept = store.mended().await.unwrap().unwrap().set_aside.unwrap();
    assert_eq!(std::fs::read(kept).unwrap()[..100], [0; 100]);
    assert!(!aside.join(UNFINISHED).exists());
}
