//! What AWS billed, to check the app's own count against.

use jiff::civil::Date;
use jiff::tz::Offset;

use crate::heard::Call;
use crate::ports::Billed;
use crate::{ConnectionId, Failure, Housekeeper};

impl Housekeeper {
    /// What AWS billed the account of a connection for invalidations in a month: from `begin`, up to and without `end`,
    /// both the first of a month in UTC.
    ///
    /// AWS bills the question itself, so it is asked when the person asks, and once.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where the account's number is not known, since a management account would be told what all
    /// accounts of its organisation were billed, and for a month that has not begun: Cost Explorer refuses it, and may
    /// bill that. Else whatever kept AWS from answering.
    pub async fn check_bill(&self, id: &ConnectionId, begin: Date, end: Date) -> Result<Billed, Failure> {
        let open = self.open(id).await?;
        let Some(identity) = &open.connection.identity else {
            let detail = "AWS has not said which account this connection leads to, and without the account's number \
                          its bill cannot be told from those of others. Check the connection first.";
            return Err(Failure::Invalid { detail: detail.to_owned() });
        };
        if begin > Offset::UTC.to_datetime(self.now()).date() {
            let detail = "This month has not begun in UTC, so nothing is billed for it. Ask for the current month or \
                          an earlier one.";
            return Err(Failure::Invalid { detail: detail.to_owned() });
        }
        // A profile that leads into another account by now would be told that this one was billed nothing.
        self.ready_to_submit(&open).await?;
        let answer = open.door.bills.invalidations(begin, end, &identity.account).await;
        self.heard(id, Call::Bill, None, &answer);
        answer
    }
}

#[cfg(test)]
mod tests;
