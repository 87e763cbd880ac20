//! What comes after the two bytes by which a packed file is known, as they are mostly lost when a fuzzer changes it.

#![no_main]

use formats::import::{Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let bytes = [&[0x1f, 0x8b], bytes.strip_prefix(&[0x1f, 0x8b]).unwrap_or(bytes)].concat();
    let import = read("f.xml.gz", &bytes, &Options::default());
    assert!(!import.is_refused() || import.batches.is_empty());
});
