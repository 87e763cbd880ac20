//! A submission's state as columns.

use domain::InvalidationId;
use domain::submission::{
    Accepted, Completed, InProgress, PutOff, Queued, Reason, Refused, Sending, State, Unknown, Waiting, Withdrawn,
};
use jiff::Timestamp;
use sqlx::FromRow;

use crate::{StoreError, time};

const TABLE: &str = "submission";

/// Which state it is. The words are in the database and on the wire, and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Waiting,
    Queued,
    Sending,
    InProgress,
    Accepted,
    Completed,
    Refused,
    Unknown,
    Withdrawn,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Waiting,
        Self::Queued,
        Self::Sending,
        Self::InProgress,
        Self::Accepted,
        Self::Completed,
        Self::Refused,
        Self::Unknown,
        Self::Withdrawn,
    ];

    /// The word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::InProgress => "inProgress",
            Self::Accepted => "accepted",
            Self::Completed => "completed",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads a stored word.
    pub(crate) fn read(table: &'static str, row: i64, word: &str) -> Result<Self, StoreError> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or_else(|| StoreError::Inconsistent {
            table,
            column: "state",
            row: row.to_string(),
            problem: format!("is no state: {word:?}"),
        })
    }
}

/// The columns of `submission` that tell the state. Which of them are there with which state, the table checks too.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct StateColumns {
    pub(crate) state: String,
    pub(crate) undo_until_at: Option<i64>,
    pub(crate) attempts: Option<i64>,
    pub(crate) attempt_began_at: Option<i64>,
    pub(crate) reply_lost_at: Option<i64>,
    pub(crate) invalidation: Option<String>,
    pub(crate) taken_at: Option<i64>,
    pub(crate) completed_at: Option<i64>,
    pub(crate) refused_at: Option<i64>,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) reason_code: Option<String>,
    pub(crate) reason_detail: Option<String>,
}

impl From<&State> for StateColumns {
    fn from(state: &State) -> Self {
        match state {
            State::Waiting(Waiting { until }) => {
                Self { undo_until_at: Some(time::millis(*until)), ..Self::only(Kind::Waiting) }
            }
            State::Queued(Queued { put_off: None }) => Self::only(Kind::Queued),
            State::Queued(Queued { put_off: Some(PutOff { attempts, reason }) }) => {
                Self { attempts: Some(i64::from(*attempts)), ..Self::only(Kind::Queued).because(reason) }
            }
            State::Sending(Sending { since, attempt, lost }) => Self {
                attempts: Some(i64::from(*attempt)),
                attempt_began_at: Some(time::millis(*since)),
                reply_lost_at: lost.map(time::millis),
                ..Self::only(Kind::Sending)
            },
            State::InProgress(InProgress { invalidation, created }) => {
                Self::only(Kind::InProgress).taken(invalidation, *created)
            }
            State::Accepted(Accepted { invalidation, created }) => {
                Self::only(Kind::Accepted).taken(invalidation, *created)
            }
            State::Completed(Completed { invalidation, created, seen }) => Self {
                completed_at: Some(time::millis(*seen)),
                ..Self::only(Kind::Completed).taken(invalidation, *created)
            },
            State::Refused(Refused { at, reason }) => {
                Self { refused_at: Some(time::millis(*at)), ..Self::only(Kind::Refused).because(reason) }
            }
            State::Unknown(Unknown { attempts, lost, reason }) => Self {
                attempts: Some(i64::from(*attempts)),
                reply_lost_at: Some(time::millis(*lost)),
                ..Self::only(Kind::Unknown).because(reason)
            },
            State::Withdrawn(Withdrawn { at }) => {
                Self { withdrawn_at: Some(time::millis(*at)), ..Self::only(Kind::Withdrawn) }
            }
        }
    }
}

impl StateColumns {
    fn only(kind: Kind) -> Self {
        Self {
            state: kind.as_str().to_owned(),
            undo_until_at: None,
            attempts: None,
            attempt_began_at: None,
            reply_lost_at: None,
            invalidation: None,
            taken_at: None,
            completed_at: None,
            refused_at: None,
            withdrawn_at: None,
            reason_code: None,
            reason_detail: None,
        }
    }

    fn taken(self, invalidation: &InvalidationId, created: Timestamp) -> Self {
        Self { invalidation: Some(invalidation.as_str().to_owned()), taken_at: Some(time::millis(created)), ..self }
    }

    fn because(self, reason: &Reason) -> Self {
        Self { reason_code: Some(reason.code.clone()), reason_detail: Some(reason.detail.clone()), ..self }
    }

    /// The state that the columns of this row tell.
    pub(crate) fn read(self, row: i64) -> Result<State, StoreError> {
        let kind = Kind::read(TABLE, row, &self.state)?;
        let at = |column, value: Option<i64>| -> Result<Timestamp, StoreError> {
            time::read(TABLE, column, row, there(column, row, value)?)
        };
        let invalidation = || there("invalidation", row, self.invalidation.clone()).map(InvalidationId::new);
        let attempts = || -> Result<u32, StoreError> {
            let attempts = there("attempts", row, self.attempts)?;
            attempts.try_into().map_err(|_| StoreError::Inconsistent {
                table: TABLE,
                column: "attempts",
                row: row.to_string(),
                problem: format!("is no count: {attempts}"),
            })
        };
        let reason = || -> Result<Reason, StoreError> {
            Ok(Reason {
                code: there("reason_code", row, self.reason_code.clone())?,
                detail: there("reason_detail", row, self.reason_detail.clone())?,
            })
        };
        let created = || at("taken_at", self.taken_at);
        Ok(match kind {
            Kind::Waiting => State::Waiting(Waiting { until: at("undo_until_at", self.undo_until_at)? }),
            Kind::Queued => State::Queued(Queued {
                put_off: match self.attempts {
                    Some(_) => Some(PutOff { attempts: attempts()?, reason: reason()? }),
                    None => None,
                },
            }),
            Kind::Sending => State::Sending(Sending {
                since: at("attempt_began_at", self.attempt_began_at)?,
                attempt: attempts()?,
                lost: self.reply_lost_at.map(|_| at("reply_lost_at", self.reply_lost_at)).transpose()?,
            }),
            Kind::InProgress => State::InProgress(InProgress { invalidation: invalidation()?, created: created()? }),
            Kind::Accepted => State::Accepted(Accepted { invalidation: invalidation()?, created: created()? }),
            Kind::Completed => State::Completed(Completed {
                invalidation: invalidation()?,
                created: created()?,
                seen: at("completed_at", self.completed_at)?,
            }),
            Kind::Refused => State::Refused(Refused { at: at("refused_at", self.refused_at)?, reason: reason()? }),
            Kind::Unknown => State::Unknown(Unknown {
                attempts: attempts()?,
                lost: at("reply_lost_at", self.reply_lost_at)?,
                reason: reason()?,
            }),
            Kind::Withdrawn => State::Withdrawn(Withdrawn { at: at("withdrawn_at", self.withdrawn_at)? }),
        })
    }
}

/// A column that this state cannot be without.
fn there<T>(column: &'static str, row: i64, value: Option<T>) -> Result<T, StoreError> {
    value.ok_or_else(|| StoreError::Inconsistent {
        table: TABLE,
        column,
        row: row.to_string(),
        problem: "is missing".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::samples::states;

    proptest! {
        #[test]
        fn every_state_reads_as_it_was_written(state in states()) {
            prop_assert_eq!(StateColumns::from(&state).read(1).unwrap(), state);
        }
    }

    #[test]
    fn what_is_missing_is_named_by_table_column_and_row() {
        let refused =
            Refused { at: Timestamp::UNIX_EPOCH, reason: Reason { code: "denied".into(), detail: "".into() } };
        let columns = StateColumns { refused_at: None, ..StateColumns::from(&State::Refused(refused)) };
        assert_eq!(columns.read(7).unwrap_err().to_string(), "submission.refused_at of 7 is missing");
    }

    #[test]
    fn a_state_of_a_later_version_is_no_panic() {
        let columns = StateColumns { state: "dreaming".into(), ..StateColumns::only(Kind::Queued) };
        assert_eq!(columns.read(7).unwrap_err().to_string(), "submission.state of 7 is no state: \"dreaming\"");
    }
}
