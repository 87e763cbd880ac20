//! The invalidations of a month with what they cost, for spreadsheets.

use std::io::{self, Write};

use domain::cost::{Amount, Currency};
use domain::{Origin, Target};
use jiff::Timestamp;
use serde::Serialize;

/// One invalidation, and what is known beside it.
#[derive(Clone, Debug)]
pub struct Line<'e> {
    /// When CloudFront took it.
    pub created: Timestamp,
    /// What it was made against.
    pub target: &'e Target,
    /// What a person would call that, where it is known.
    pub target_name: Option<&'e str>,
    /// Its id.
    pub invalidation: &'e str,
    /// The caller reference that it was made with.
    pub caller_reference: &'e str,
    /// Who made it, as far as the reference tells.
    pub origin: Origin,
    /// What the person called it, where it was this app's.
    pub name: Option<&'e str>,
    /// How many items it has.
    pub items: u64,
    /// What they added to the month's cost at their place in it.
    pub cost: Amount,
    /// In which currency.
    pub currency: Currency,
}

/// A row. Times are RFC 3339, in UTC.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'e> {
    created: String,
    target: &'e str,
    target_name: Option<&'e str>,
    invalidation: &'e str,
    caller_reference: &'e str,
    made_by: &'static str,
    name: Option<&'e str>,
    items: u64,
    cost: String,
    currency: &'static str,
}

/// Writes the lines as CSV (RFC 4180) with a header.
///
/// # Errors
/// What the destination says.
pub fn write<'e>(to: impl Write, lines: impl IntoIterator<Item = Line<'e>>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).has_headers(false).from_writer(to);
    // By hand, so that a month without any invalidation has it too.
    writer.write_record(HEADER).map_err(io::Error::other)?;
    for line in lines {
        let row = Row {
            created: line.created.to_string(),
            target: line.target.id(),
            target_name: line.target_name,
            invalidation: line.invalidation,
            caller_reference: line.caller_reference,
            made_by: match line.origin {
                Origin::Housekeeper => "Housekeeper",
                Origin::Cli => "AWS CLI",
                Origin::Other => "other",
            },
            name: line.name,
            items: line.items,
            cost: line.cost.to_string(),
            currency: match line.currency {
                Currency::Usd => "USD",
                Currency::Cny => "CNY",
            },
        };
        writer.serialize(row).map_err(io::Error::other)?;
    }
    writer.flush()
}

const HEADER: [&str; 10] = [
    "created",
    "target",
    "targetName",
    "invalidation",
    "callerReference",
    "madeBy",
    "name",
    "items",
    "cost",
    "currency",
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use domain::DistributionId;

    use super::*;

    #[test]
    fn a_month_reads_as_a_table_and_an_empty_one_has_its_header() {
        let target = Target::Distribution(DistributionId::new("E1"));
        let line = Line {
            created: Timestamp::constant(1_795_348_800, 0),
            target: &target,
            target_name: Some("Shop, \"live\""),
            invalidation: "I1",
            caller_reference: "cli-1-2",
            origin: Origin::Cli,
            name: None,
            items: 3,
            cost: Amount::from_hundred_thousandths(1_500),
            currency: Currency::Usd,
        };
        let written = |lines: Vec<Line<'_>>| {
            let mut file = Vec::new();
            write(&mut file, lines).unwrap();
            String::from_utf8(file).unwrap()
        };
        let header = HEADER.join(",") + "\r\n";
        assert_eq!(written(Vec::new()), header);
        let row = "2026-11-22T12:00:00Z,E1,\"Shop, \"\"live\"\"\",I1,cli-1-2,AWS CLI,,3,0.015,USD\r\n";
        assert_eq!(written(vec![line]), header + row);
    }
}
