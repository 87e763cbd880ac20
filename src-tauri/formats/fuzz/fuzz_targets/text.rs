//! Lists, and whatever else bytes without a name can be.

#![no_main]

use formats::import::{Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let import = read("", bytes, &Options::default());
    assert!(!import.is_refused() || import.batches.is_empty());
});
