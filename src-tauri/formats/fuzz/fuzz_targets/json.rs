//! Batches in the app's own form, and the AWS CLI's batch files.

#![no_main]

use formats::import::{Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let import = read("f.json", bytes, &Options::default());
    assert!(!import.is_refused() || import.batches.is_empty());
});
