//! Times as the tables have them: milliseconds since 1970, UTC.

use jiff::Timestamp;

use crate::StoreError;

/// A time as it is stored.
pub(crate) fn millis(time: Timestamp) -> i64 {
    time.as_millisecond()
}

/// A time as it will read when it was stored.
pub(crate) fn as_stored(time: Timestamp) -> Timestamp {
    // What a timestamp gives out is within its own bounds, so the second half is never reached.
    Timestamp::from_millisecond(millis(time)).unwrap_or(time)
}

/// A stored time.
pub(crate) fn read(table: &'static str, column: &'static str, row: i64, millis: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(millis).map_err(|_| StoreError::Inconsistent {
        table,
        column,
        row: row.to_string(),
        problem: format!("is no time: {millis}"),
    })
}
