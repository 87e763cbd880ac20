//! How much room there is on a target, as far as can be known.
//!
//! What this app has in progress stands in its records. What others have is known only by asking: a list, and for each
//! invalidation in progress that was not read before, one look at its items.

use std::collections::HashMap;
use std::time::Duration;

use domain::queue::Full;
use domain::quota::Load;
use domain::submission::{Outline, State, Submission};
use domain::{AccountKey, Target};
use tokio::time::Instant;

use crate::housekeeper::{Open, lock};
use crate::ports::CloudFront;
use crate::track::{CLOSE, FAR};
use crate::turnstile::Turn;
use crate::{Failure, Housekeeper};

/// How many of a target's newest invalidations are looked through: what is older than a hundred others is done.
const NEWEST: u16 = 100;

/// What was found out about the room on one target.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// What others have in progress.
    others: Load,
    /// When one last looked.
    looked: Option<Instant>,
    /// What CloudFront said was full, and until when that is believed.
    full: Option<(Full, Instant)>,
    /// How long one waits before one looks or tries again.
    pause: Duration,
}

impl Housekeeper {
    /// What others have in progress on an account's targets, and which of those CloudFront has just called full.
    pub(super) fn known_rooms(&self, account: &AccountKey) -> (HashMap<Target, Load>, HashMap<Target, Full>) {
        let now = Instant::now();
        let rooms = lock(&self.shared.rooms);
        let own = || rooms.iter().filter(|((of, _), _)| of == account);
        let others = own().map(|((_, target), known)| (target.clone(), known.others)).collect();
        let full = own().filter_map(|((_, target), known)| {
            known.full.filter(|(_, until)| *until > now).map(|(full, _)| (target.clone(), full))
        });
        (others, full.collect())
    }

    /// What is known of a target's room is known no more.
    pub(super) fn forget_rooms(&self, account: &AccountKey) {
        lock(&self.shared.rooms).retain(|(of, _), _| of != account);
    }

    /// A submission was taken: there was room.
    pub(crate) fn went_well(&self, submission: &Submission) {
        self.found_a_way(&submission.account);
        if let Some(known) = lock(&self.shared.rooms).get_mut(&key(&submission.account, &submission.order.target)) {
            (known.full, known.pause) = (None, Duration::ZERO);
        }
    }

    /// CloudFront said that a quota is used up, whatever the records say.
    pub(crate) fn found_full(&self, submission: &Submission, wildcards: bool) {
        let mut rooms = lock(&self.shared.rooms);
        let known = rooms.entry(key(&submission.account, &submission.order.target)).or_default();
        known.pause = longer(known.pause);
        known.full = Some((Full { wildcards }, Instant::now() + self.pace.scale(known.pause)));
        // Somebody else must be at work there: look before anything more is said of it.
        known.looked = None;
    }

    /// Whether one has to look at what others do before a submission goes.
    pub(super) fn has_to_look(&self, next: &Outline, unsettled: &[Outline]) -> bool {
        let own = in_progress(next, unsettled).map(|one| one.load).sum::<Load>();
        (own + next.load).is_worth_a_look()
            && self.looked_at(next).is_none_or(|at| at + self.pace.scale(CLOSE) <= Instant::now())
    }

    /// Whether it is time to look again for room.
    pub(super) fn may_look_again(&self, waiting: &Outline) -> bool {
        let rooms = lock(&self.shared.rooms);
        let Some(known) = rooms.get(&key(&waiting.account, &waiting.target)) else { return false };
        let others = known.others != Load::default() || known.full.is_some();
        let pause = self.pace.scale(known.pause.max(CLOSE));
        others && known.looked.is_none_or(|at| at + pause <= Instant::now())
    }

    /// When there may be room though nothing of this app completes; `None` where nothing but that makes room.
    pub(super) fn room_changes_at(&self, waiting: &Outline) -> Option<Instant> {
        let rooms = lock(&self.shared.rooms);
        let known = rooms.get(&key(&waiting.account, &waiting.target))?;
        let looks = (known.others != Load::default()).then_some(known.looked).flatten();
        let looks = looks.map(|at| at + self.pace.scale(known.pause.max(CLOSE)));
        let now = Instant::now();
        looks.into_iter().chain(known.full.map(|(_, until)| until)).filter(|at| *at > now).min()
    }

    fn looked_at(&self, one: &Outline) -> Option<Instant> {
        lock(&self.shared.rooms).get(&key(&one.account, &one.target))?.looked
    }

    /// Looks at what others have in progress on a submission's target. Where that is not permitted, or fails, nothing is
    /// known, and CloudFront says whether there is room.
    pub(super) async fn look_for_room(&self, next: &Outline, unsettled: &[Outline]) {
        let others = match self.others_in_progress(next, unsettled).await {
            Ok(others) => others,
            Err(failure) => {
                tracing::info!(target = %next.target, failure = %failure.logged(), "what others have in progress is not known");
                Load::default()
            }
        };
        let mut rooms = lock(&self.shared.rooms);
        let known = rooms.entry(key(&next.account, &next.target)).or_default();
        (known.others, known.looked) = (others, Some(Instant::now()));
        if others != Load::default() {
            known.pause = longer(known.pause);
        }
    }

    /// One that this app sent, and has not yet heard of, is counted twice until it is settled: too much holds back for
    /// seconds, too little would be refused.
    async fn others_in_progress(&self, next: &Outline, unsettled: &[Outline]) -> Result<Load, Failure> {
        let open = self.open_for(&self.submission_of(next.id).await?).await?;
        let page = open.calls(self, Turn::Track).invalidations(&next.target, None, NEWEST).await?;
        let is_own = |id| in_progress(next, unsettled).any(|one| one.state.invalidation() == Some(id));
        let others = page.rows.iter().filter(|row| !row.status.is_completed() && !is_own(&row.id));
        let ids: Vec<_> = others.map(|row| row.id.clone()).collect();
        let mut kept = self.kept(&open, &next.target, &ids).await?;
        let mut load = Load::default();
        for id in &ids {
            let invalidation = match kept.remove(id) {
                Some(kept) => kept,
                None => self.read(&open, &next.target, id, Turn::Track).await?,
            };
            load += Load::of(&invalidation.items);
        }
        Ok(load)
    }

    /// Whether somebody is at work on a target: this app, or others as far as is known.
    pub(crate) async fn is_busy(&self, open: &Open, target: &Target) -> Result<bool, Failure> {
        if let Target::Distribution(id) = target
            && let Some(details) = lock(&self.shared.details).get(&(open.connection.id.clone(), id.clone()))
            && details.in_progress > 0
        {
            return Ok(true);
        }
        let others = lock(&self.shared.rooms)
            .get(&key(&open.account, target))
            .is_some_and(|known| known.others != Load::default());
        Ok(others || self.unsettled_of(&open.account).await?.iter().any(|one| one.target == *target))
    }
}

fn key(account: &AccountKey, target: &Target) -> (AccountKey, Target) {
    (account.clone(), target.clone())
}

/// What this app has in progress, or may have, on the target of a submission.
fn in_progress<'a>(of: &'a Outline, unsettled: &'a [Outline]) -> impl Iterator<Item = &'a Outline> {
    unsettled.iter().filter(|one| {
        one.target == of.target && matches!(one.state, State::Sending(_) | State::InProgress(_) | State::Unknown(_))
    })
}

/// The next pause, from a look's to the longest.
fn longer(pause: Duration) -> Duration {
    (pause * 3 / 2).clamp(CLOSE, FAR)
}
