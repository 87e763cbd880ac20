//! Who goes next, and what the others wait for.
//!
//! [`plan`] is a pure function of an account's unsettled submissions and of what is known beside them. What it keeps:
//!
//! - Nobody overtakes on a target: what waits there for room holds back what was asked for after it.
//! - The parts of a run reach a target in their order. A part whose outcome is not known, or that was refused, holds
//!   back the later ones, since what comes after it must not be taken before it.
//! - A target that is full, or that waits for a person, holds back no other target.

use std::collections::HashMap;

use crate::Target;
use crate::quota::Load;
use crate::submission::{Outline, Reason, RunId, State, SubmissionId};

/// What is known beside the submissions themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// The person has paused the queue.
    pub paused: bool,
    /// What holds back the whole account.
    pub stop: Option<Stop>,
    /// What others have in progress, as it was last seen.
    pub others: HashMap<Target, Load>,
    /// Targets that CloudFront called full though there seemed to be room: until they are tried again.
    pub full: HashMap<Target, Full>,
    /// Runs that go out only when the person says so.
    pub undecided: Vec<RunId>,
    /// Refused parts of runs that nothing stands in for yet.
    pub refused: Vec<(RunId, Target, SubmissionId)>,
}

/// What holds back a whole account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// AWS asked for a slower pace.
    Pace,
    /// The endpoint could not be reached; it is tried again.
    Network,
    /// The credentials do not work: a person mends them.
    SignIn(Reason),
}

/// A quota that CloudFront said was used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full {
    /// Whether it was the wildcards'.
    pub wildcards: bool,
}

/// Where a queued submission stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which one.
    pub id: SubmissionId,
    /// What it waits for; `None` where it goes next.
    pub waits: Option<WaitsFor>,
    /// How many times what is in progress on its target must complete before there is room for it.
    pub rounds: u32,
}

/// What a queued submission waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitsFor {
    /// Others go first.
    Turn,
    /// Room on its target.
    Room {
        /// What is in progress there, as far as is known.
        in_progress: Load,
        /// Whether it is the wildcards' quota that is used up.
        wildcards: bool,
        /// Whether some of that is not this app's.
        others: bool,
    },
    /// AWS asked for a slower pace.
    Pace,
    /// The endpoint could not be reached; it is tried again.
    Network,
    /// An earlier part of its run.
    EarlierPart {
        /// That part.
        part: SubmissionId,
        /// Whether it was refused, so that a person must decide.
        refused: bool,
    },
    /// Credentials that work.
    SignIn(Reason),
    /// The person, who paused the queue.
    Resume,
    /// The person, who is asked whether it is still wanted.
    Decision,
}

/// Plans one account's queue. `submissions` are its unsettled ones in the order of the queue; the places are those of
/// the queued among them, in the same order.
pub fn plan(submissions: &[Outline], circumstances: &Circumstances) -> Vec<Place> {
    let mut lanes: HashMap<&Target, Lane> = HashMap::new();
    for submission in submissions {
        let lane = lanes.entry(&submission.target).or_insert_with(|| Lane::beside(&submission.target, circumstances));
        if matches!(submission.state, State::Sending(_) | State::InProgress(_) | State::Unknown(_)) {
            lane.in_progress += submission.load;
            lane.ahead = lane.in_progress;
        }
    }
    // One CreateInvalidation at a time for an account.
    let mut somebody_goes = submissions.iter().any(|submission| matches!(submission.state, State::Sending(_)));
    let mut places = Vec::new();
    for submission in submissions {
        let Some(lane) = lanes.get_mut(&submission.target) else { continue };
        match submission.state {
            State::Queued(_) => {}
            State::Waiting(_) | State::Sending(_) | State::Unknown(_) => {
                lane.open_parts.entry(submission.run).or_insert(submission.id);
                continue;
            }
            _ => continue,
        }
        let rounds = lane.join(submission.load);
        let waits = lane.waits(submission, circumstances).or_else(|| {
            // Whoever comes first on another target goes first.
            std::mem::replace(&mut somebody_goes, true).then_some(WaitsFor::Turn)
        });
        // Whoever waits for the person is passed by those of other runs; all else keeps its place.
        lane.is_held |= !matches!(waits, Some(WaitsFor::Decision | WaitsFor::EarlierPart { refused: true, .. }));
        places.push(Place { id: submission.id, waits, rounds });
    }
    places
}

/// One target.
#[derive(Debug, Default)]
struct Lane {
    in_progress: Load,
    others: Load,
    full: Option<Full>,
    /// The first part of each run whose outcome is not known yet.
    open_parts: HashMap<RunId, SubmissionId>,
    /// Somebody stands there already.
    is_held: bool,
    /// What will be in progress when it is the last one's turn.
    ahead: Load,
    rounds: u32,
}

impl Lane {
    fn beside(target: &Target, circumstances: &Circumstances) -> Self {
        let others = circumstances.others.get(target).copied().unwrap_or_default();
        let full = circumstances.full.get(target).copied();
        Self { in_progress: others, ahead: others, others, full, ..Self::default() }
    }

    /// How many rounds one more waits.
    fn join(&mut self, load: Load) -> u32 {
        if load.fits_beside(self.ahead) {
            self.ahead += load;
        } else {
            self.ahead = load;
            self.rounds += 1;
        }
        self.rounds
    }

    /// What holds back a queued submission, the most telling first; `None` where nothing on its target does.
    fn waits(&self, submission: &Outline, circumstances: &Circumstances) -> Option<WaitsFor> {
        if circumstances.undecided.contains(&submission.run) {
            return Some(WaitsFor::Decision);
        }
        if circumstances.paused {
            return Some(WaitsFor::Resume);
        }
        match &circumstances.stop {
            Some(Stop::SignIn(reason)) => return Some(WaitsFor::SignIn(reason.clone())),
            Some(Stop::Network) => return Some(WaitsFor::Network),
            Some(Stop::Pace) | None => {}
        }
        let is_part = |run: RunId, target: &Target| run == submission.run && *target == submission.target;
        if let Some((.., part)) = circumstances.refused.iter().find(|(run, target, _)| is_part(*run, target)) {
            return Some(WaitsFor::EarlierPart { part: *part, refused: true });
        }
        if let Some(part) = self.open_parts.get(&submission.run) {
            return Some(WaitsFor::EarlierPart { part: *part, refused: false });
        }
        if self.is_held {
            return Some(WaitsFor::Turn);
        }
        let others = self.others != Load::default();
        if let Some(Full { wildcards }) = self.full {
            return Some(WaitsFor::Room { in_progress: self.in_progress, wildcards, others });
        }
        if !submission.load.fits_beside(self.in_progress) {
            let files = Load { wildcards: 0, ..submission.load };
            let wildcards = files.fits_beside(self.in_progress);
            return Some(WaitsFor::Room { in_progress: self.in_progress, wildcards, others });
        }
        (circumstances.stop == Some(Stop::Pace)).then_some(WaitsFor::Pace)
    }
}

#[cfg(test)]
mod tests;
