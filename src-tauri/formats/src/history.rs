//! The history of what was sent, for spreadsheets and for other programs.

use std::io::{self, Write};

use domain::submission::{State, Submission};
use serde::Serialize;

/// A submission, and what is known beside it.
#[derive(Clone, Debug)]
pub struct Entry<'e> {
    /// It.
    pub submission: &'e Submission,
    /// Why it was made, in the person's words; may be empty.
    pub reason: &'e str,
    /// What its connection is called, where it is there still.
    pub connection: Option<String>,
    /// What a person would call its target, where that is known.
    pub target_name: Option<String>,
}

/// A row, and an object: in both, fields have the same names. Times are RFC 3339, in UTC.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'e, P> {
    asked: String,
    name: &'e str,
    reason: &'e str,
    account: &'e str,
    connection: Option<&'e str>,
    target: &'e str,
    target_name: Option<&'e str>,
    caller_reference: &'e str,
    state: &'static str,
    /// When it was taken, as CloudFront says.
    created: Option<String>,
    /// When this app saw it completed, refused or withdrawn.
    ended: Option<String>,
    invalidation: Option<&'e str>,
    items: usize,
    paths: P,
}

/// Writes a history, entry by entry.
pub struct Writer<W: Write> {
    form: Form<W>,
}

enum Form<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Json { to: W, is_first: bool },
}

impl<W: Write> Writer<W> {
    /// Begins a history: as JSON, `{"format": "housekeeper-history", "version": 1, "submissions": […]}`; else as CSV
    /// (RFC 4180) with a header, in which the paths of a submission stand in one cell, a line each.
    pub fn new(to: W, as_json: bool) -> Self {
        let csv = |to| csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
        Self { form: if as_json { Form::Json { to, is_first: true } } else { Form::Csv(Box::new(csv(to))) } }
    }

    /// Writes one submission.
    ///
    /// # Errors
    /// What the destination says.
    pub fn add(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let items = entry.submission.order.batch.items().iter().map(|item| item.as_str());
        match &mut self.form {
            Form::Csv(writer) => {
                let paths = items.collect::<Vec<_>>().join("\n");
                writer.serialize(Row::new(entry, paths)).map_err(io::Error::other)
            }
            Form::Json { to, is_first } => {
                to.write_all(if std::mem::take(is_first) { HEAD.as_bytes() } else { b",\n    " })?;
                Ok(serde_json::to_writer(to, &Row::new(entry, items.collect::<Vec<_>>()))?)
            }
        }
    }

    /// Ends the history, and gives the destination back.
    ///
    /// # Errors
    /// What the destination says.
    pub fn finish(self) -> io::Result<W> {
        match self.form {
            Form::Csv(writer) => writer.into_inner().map_err(|error| error.into_error()),
            Form::Json { mut to, is_first } => {
                if is_first {
                    to.write_all(HEAD.as_bytes())?;
                }
                to.write_all(b"\n  ]\n}\n")?;
                Ok(to)
            }
        }
    }
}

const HEAD: &str = "{\n  \"format\": \"housekeeper-history\",\n  \"version\": 1,\n  \"submissions\": [\n    ";

impl<'e, P> Row<'e, P> {
    fn new(entry: &'e Entry<'e>, paths: P) -> Self {
        let submission = entry.submission;
        let (mut created, mut ended) = (None, None);
        match &submission.state {
            State::InProgress(state) => created = Some(state.created.to_string()),
            State::Accepted(state) => created = Some(state.created.to_string()),
            State::Completed(state) => {
                created = Some(state.created.to_string());
                ended = Some(state.seen.to_string());
            }
            State::Refused(state) => ended = Some(state.at.to_string()),
            State::Withdrawn(state) => ended = Some(state.at.to_string()),
            State::Waiting(_) | State::Queued(_) | State::Sending(_) | State::Unknown(_) => {}
        }
        Self {
            asked: submission.asked.to_string(),
            name: &submission.name,
            reason: entry.reason,
            account: submission.account.as_str(),
            connection: entry.connection.as_deref(),
            target: submission.order.target.id(),
            target_name: entry.target_name.as_deref(),
            caller_reference: submission.order.reference.as_str(),
            state: name(&submission.state),
            created,
            ended,
            invalidation: submission.state.invalidation().map(|id| id.as_str()),
            items: submission.order.batch.len(),
            paths,
        }
    }
}

fn name(state: &State) -> &'static str {
    match state {
        State::Waiting(_) => "waiting",
        State::Queued(_) => "queued",
        State::Sending(_) => "sending",
        State::InProgress(_) => "inProgress",
        State::Accepted(_) => "accepted",
        State::Completed(_) => "completed",
        State::Refused(_) => "refused",
        State::Unknown(_) => "unknown",
        State::Withdrawn(_) => "withdrawn",
    }
}

#[cfg(test)]
mod tests {
    use domain::submission::{Completed, Queued, RunId, SubmissionId};
    use domain::{AccountKey, InvalidationId};
    use jiff::Timestamp;

    use super::*;
    use crate::invbatch::tests::order;

    const NOON: Timestamp = Timestamp::constant(1_795_348_800, 0);

    fn submission(id: i64, state: State, items: &[&str]) -> Submission {
        Submission {
            id: SubmissionId(id),
            run: RunId(id),
            connection: "c1".to_owned(),
            account: AccountKey::from_stored("aws:123456789012".to_owned()),
            name: "Sale, \"spring\"".to_owned(),
            asked: NOON,
            order: order(items),
            state,
            replaces: None,
        }
    }

    fn written(as_json: bool, submissions: &[Submission]) -> String {
        let mut writer = Writer::new(Vec::new(), as_json);
        for submission in submissions {
            let (connection, target_name) = (Some("Shop".to_owned()), None);
            writer.add(&Entry { submission, reason: "TICKET-1", connection, target_name }).expect("memory");
        }
        String::from_utf8(writer.finish().expect("memory")).expect("UTF-8")
    }

    fn two() -> [Submission; 2] {
        let completed = Completed { invalidation: InvalidationId::new("I1"), created: NOON, seen: NOON };
        [
            submission(1, State::Completed(completed), &["/a,b", "/c\"d"]),
            submission(2, State::Queued(Queued::default()), &["/e"]),
        ]
    }

    #[test]
    fn a_table_reads_as_it_was_written() {
        let text = written(false, &two());
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let header = table.headers().expect("a header").clone();
        let rows: Vec<_> = table.records().map(|row| row.expect("a row")).collect();
        let cell =
            |row: usize, name: &str| rows[row].get(header.iter().position(|it| it == name).expect(name)).unwrap_or("");
        assert_eq!((cell(0, "paths"), cell(0, "items"), cell(0, "name")), ("/a,b\n/c\"d", "2", "Sale, \"spring\""));
        assert_eq!((cell(0, "state"), cell(0, "invalidation"), cell(0, "reason")), ("completed", "I1", "TICKET-1"));
        assert_eq!((cell(1, "state"), cell(1, "invalidation"), cell(1, "ended")), ("queued", "", ""));
        assert_eq!(cell(1, "asked"), NOON.to_string());
    }

    #[test]
    fn the_json_is_whole_however_many_there_are() {
        for count in 0..=2 {
            let json: serde_json::Value = serde_json::from_str(&written(true, &two()[..count])).expect("JSON");
            assert_eq!(json["submissions"].as_array().map(Vec::len), Some(count));
            if count == 2 {
                assert_eq!(json["submissions"][0]["paths"], serde_json::json!(["/a,b", "/c\"d"]));
                assert_eq!(json["submissions"][0]["targetName"], serde_json::Value::Null);
            }
        }
    }
}
