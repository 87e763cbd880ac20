//! When the app is killed.

use std::time::Duration;

use fastrand::Rng;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::Moment;

/// The point at which the app is killed, counted from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kill {
    cue: Cue,
    /// How much later than the cue: what happens within milliseconds of it is hit at different points.
    then: Duration,
}

/// What a kill waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// Nothing but time.
    Start,
    /// The nth such moment.
    Nth(u32, Moment),
}

impl Kill {
    /// The kills of a run: one to four, most at a moment that matters.
    pub(super) fn draw(rng: &mut Rng) -> Vec<Self> {
        (0..rng.u32(1..=4)).map(|_| Self::draw_one(rng)).collect()
    }

    /// In the middle of much: after the service has acted, and after its reply is out.
    pub(super) fn twice() -> Vec<Self> {
        [(20, Moment::Acted), (15, Moment::Replied)]
            .map(|(nth, moment)| Self { cue: Cue::Nth(nth, moment), then: Duration::from_millis(1) })
            .into()
    }

    fn draw_one(rng: &mut Rng) -> Self {
        let nth = rng.u32(1..=5);
        let (cue, at_most) = match rng.u8(0..5) {
            // From before the records are open until long after the first sends.
            0 => (Cue::Start, 800_000),
            1 => (Cue::Nth(nth, Moment::Arrived), 4_000),
            2 => (Cue::Nth(nth, Moment::Acted), 2_000),
            // The outcome's being stored takes some milliseconds on a disk.
            3 => (Cue::Nth(nth, Moment::Replied), 2_000),
            _ => (Cue::Nth(nth, Moment::Replied), 30_000),
        };
        Self { cue, then: Duration::from_micros(rng.u64(0..at_most)) }
    }

    /// Waits until it is time.
    pub(super) async fn due(self, moments: &mut UnboundedReceiver<Moment>) {
        if let Cue::Nth(mut left, awaited) = self.cue {
            while left > 0 {
                match moments.recv().await {
                    Some(moment) if moment == awaited => left -= 1,
                    Some(_) => {}
                    None => return,
                }
            }
        }
        tokio::time::sleep(self.then).await;
    }
}

/// How often the app was killed, by what it was doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kills {
    /// At any time, the start included.
    pub at_any_time: u32,
    /// As a CreateInvalidation was on its way to the service.
    pub on_the_way: u32,
    /// After the service acted, and before its reply was sent.
    pub acted: u32,
    /// After the reply was sent.
    pub replied: u32,
}

impl Kills {
    pub(super) fn count(&mut self, kill: Kill) {
        *match kill.cue {
            Cue::Nth(_, Moment::Arrived) => &mut self.on_the_way,
            Cue::Nth(_, Moment::Acted) => &mut self.acted,
            Cue::Nth(_, Moment::Replied) => &mut self.replied,
            Cue::Start | Cue::Nth(_, Moment::Injected(_)) => &mut self.at_any_time,
        } += 1;
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.at_any_time += other.at_any_time;
        self.on_the_way += other.on_the_way;
        self.acted += other.acted;
        self.replied += other.replied;
    }

    /// All of them.
    pub fn sum(&self) -> u32 {
        self.at_any_time + self.on_the_way + self.acted + self.replied
    }
}
