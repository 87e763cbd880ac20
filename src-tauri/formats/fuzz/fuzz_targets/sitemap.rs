//! Sitemaps and their indexes, filtered.

#![no_main]

use formats::import::{Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let import = read(
        "f.xml",
        bytes,
        &Options { prefix: "/n".to_owned(), since: jiff::civil::Date::new(2026, 11, 1).ok(), ..Options::default() },
    );
    assert!(!import.is_refused() || import.batches.is_empty());
});
