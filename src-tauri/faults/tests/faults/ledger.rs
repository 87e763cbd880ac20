//! The month's ledger against moto, which others wrote, beside a count by boto3, which knows nothing of this app.
//!
//! moto departs from CloudFront where it matters here: its lists run oldest first, so what is new stands at their end; the
//! marker of a page is no id; its statuses are in capitals.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use faults::count::Office;
use faults::estate::{Asked, Estate, Size};
use faults::independent;
use serde::de::DeserializeOwned;

/// How long moto may take to open its port; some two seconds on a quiet machine.
const START: Duration = Duration::from_secs(90);

/// A running moto, which ends with this value.
struct Moto {
    process: Child,
    address: String,
    /// What it was asked, a line a call, each there before the answer is out.
    log: PathBuf,
}

impl Drop for Moto {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Moto {
    async fn start(folder: &Path) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let log = folder.join("moto.log");
        let mut process = Command::new(independent::tool("moto_server").unwrap())
            .args(["--host", "127.0.0.1", "--port", &address.port().to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert_eq!(process.try_wait().unwrap(), None, "it ended: {}", fs::read_to_string(&log).unwrap());
            assert!(begun.elapsed() < START, "it did not open its port within {START:?}");
            // Not a wait for time to pass, but between two looks at whether it listens.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Self { process, address: format!("http://{address}"), log }
    }

    /// Runs one of the scripts against it, and gives what that prints.
    fn script<T: DeserializeOwned>(&self, name: &str, arguments: &[&str]) -> T {
        independent::script(name, &self.address, arguments).unwrap()
    }

    /// The ids that GetInvalidation was asked for from a length of the log on, each as often as it was.
    fn reads(&self, from: usize) -> Vec<String> {
        let log = fs::read_to_string(&self.log).unwrap();
        let reads = log[from..].lines().filter_map(|line| line.split_once("\"GET ")?.1.split_once("/invalidation/"));
        let mut ids: Vec<String> = reads.filter_map(|(_, id)| Some(id.split_once(' ')?.0.to_owned())).collect();
        ids.sort();
        ids
    }

    fn log_length(&self) -> usize {
        fs::read(&self.log).unwrap().len()
    }
}

/// Counts with the app, and gives its figures with the ids that it read.
async fn count(office: &Office, moto: &Moto) -> (BTreeMap<String, u64>, Vec<String>) {
    let before = moto.log_length();
    let counted = office.count(&moto.address).await.unwrap();
    assert_eq!(counted.problems, Vec::<String>::new());
    (counted.items, moto.reads(before))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_month_agrees_with_boto3_to_the_item_and_only_what_is_new_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let moto = Moto::start(folder.path()).await;
    let office = Office::lay(crate::program(), folder.path()).unwrap();

    // The first one's list has a second page.
    let mut made: Vec<String> = moto.script("invalidate.py", &["news=104", "shop=31", "blog=9"]);
    made.sort();
    let (items, read) = count(&office, &moto).await;
    assert_eq!(items, moto.script::<BTreeMap<String, u64>>("count.py", &[]));
    assert_eq!(items.len(), 3);
    assert_eq!(read, made, "each is read once");

    let mut new: Vec<String> = moto.script("invalidate.py", &["news=5", "blog=2"]);
    new.sort();
    let (items, read) = count(&office, &moto).await;
    assert_eq!(items, moto.script::<BTreeMap<String, u64>>("count.py", &[]));
    assert_eq!(read, new, "only what is new is read");
    assert_eq!(BTreeSet::from_iter(made.iter().chain(&new)).len(), 151);

    let (_, read) = count(&office, &moto).await;
    assert_eq!(read, Vec::<String>::new(), "nothing is new");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_is_read_to_its_beginning_and_what_is_known_is_not_read_again() {
    let size = Size { distributions: 2, invalidations: 130, latency: Duration::ZERO, rate: None };
    let estate = Estate::open(&size).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let office = Office::lay(crate::program(), folder.path()).unwrap();

    let counted = office.count(&estate.endpoint()).await.unwrap();
    assert_eq!((counted.stored_items, counted.problems), (0, Vec::new()));
    assert_eq!((counted.items, counted.invalidations), (estate.items(), 260));
    // One of the lists of distributions is the question whether the connection works.
    assert_eq!(estate.asked(), Asked { distributions: 2, lists: 4, reads: 260, throttled: 0 });

    estate.invalidate(3);
    let again = office.count(&estate.endpoint()).await.unwrap();
    assert_eq!((again.problems, again.invalidations), (Vec::new(), 263));
    assert_eq!(again.items, estate.items());
    assert_eq!(estate.asked(), Asked { distributions: 1, lists: 4, reads: 3, throttled: 0 });
}
