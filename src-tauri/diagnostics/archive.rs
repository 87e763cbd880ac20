//! The zip.

use std::io::{self, Seek, Write};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Gathered;

/// Writes these files as a zip, for its owner alone where it is unpacked; the times in it are UTC.
///
/// # Errors
/// Where that cannot be written.
pub fn archive<'a>(
    to: impl Write + Seek,
    files: impl IntoIterator<Item = &'a Gathered>,
    now: Timestamp,
) -> io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o600)
        .last_modified_time(time(now));
    let mut zip = ZipWriter::new(to);
    for file in files {
        zip.start_file(file.name.as_str(), options)?;
        zip.write_all(file.text.as_bytes())?;
    }
    zip.finish()?.flush()
}

/// A time that a zip can hold: from 1980 on, without a zone.
fn time(now: Timestamp) -> DateTime {
    let time = now.to_zoned(TimeZone::UTC).datetime();
    let part = |part: i8| part.try_into().unwrap_or_default();
    let (month, day) = (part(time.month()), part(time.day()));
    let (hour, minute, second) = (part(time.hour()), part(time.minute()), part(time.second()));
    let year = time.year().try_into().unwrap_or_default();
    DateTime::from_date_and_time(year, month, day, hour, minute, second).unwrap_or_default()
}
