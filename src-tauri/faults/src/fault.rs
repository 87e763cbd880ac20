//! The kinds of faults, and how often each was injected.

use std::collections::BTreeMap;

/// One way in which a call goes wrong between the SDK and CloudFront.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// The connection is closed without a word, and the service never heard of the request.
    Dropped,
    /// The connection is reset before the service heard of the request.
    ResetBefore,
    /// The connection is reset after the service acted: its reply is lost.
    ResetAfter,
    /// The request is passed on late.
    Delayed,
    /// Refused with HTTP 400 `Throttling`; the service never heard of it.
    Throttled,
    /// HTTP 503 `ServiceUnavailable`, and the service never heard of it.
    UnavailableBefore,
    /// HTTP 503 `ServiceUnavailable`, although the service acted.
    UnavailableAfter,
    /// Refused with HTTP 413 `BatchTooLarge`; the service never heard of it.
    TooLarge,
    /// The service acted, and its XML breaks off; HTTP takes the answer for a whole one.
    CutOff,
    /// The service acted, and the connection ends in the middle of its answer, which HTTP notices.
    Interrupted,
    /// The service acted, and its XML comes garbled.
    Malformed,
    /// The service acted, and its answer comes whole, but a few bytes at a time.
    Trickled,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Dropped,
        Self::ResetBefore,
        Self::ResetAfter,
        Self::Delayed,
        Self::Throttled,
        Self::UnavailableBefore,
        Self::UnavailableAfter,
        Self::TooLarge,
        Self::CutOff,
        Self::Interrupted,
        Self::Malformed,
        Self::Trickled,
    ];

    /// What it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped before it arrived",
            Self::ResetBefore => "reset before it arrived",
            Self::ResetAfter => "reset after it was acted upon",
            Self::Delayed => "delayed",
            Self::Throttled => "400 Throttling",
            Self::UnavailableBefore => "503 before it arrived",
            Self::UnavailableAfter => "503 after it was acted upon",
            Self::TooLarge => "413 BatchTooLarge",
            Self::CutOff => "XML cut off",
            Self::Interrupted => "answer interrupted",
            Self::Malformed => "XML malformed",
            Self::Trickled => "slow trickle",
        }
    }

    /// Whether the service gets to see the request.
    pub fn acts(self) -> bool {
        match self {
            Self::Dropped | Self::ResetBefore | Self::Throttled | Self::UnavailableBefore | Self::TooLarge => false,
            Self::ResetAfter
            | Self::Delayed
            | Self::UnavailableAfter
            | Self::CutOff
            | Self::Interrupted
            | Self::Malformed
            | Self::Trickled => true,
        }
    }

    /// Whether it can befall a call that changes nothing: such a one has no batch that could be too large.
    pub fn befalls_reads(self) -> bool {
        self != Self::TooLarge
    }
}

/// How often each kind was injected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Fault, u32>);

impl Tally {
    /// Counts one.
    pub fn count(&mut self, fault: Fault) {
        *self.0.entry(fault).or_default() += 1;
    }

    /// Adds what was counted elsewhere.
    pub fn add(&mut self, other: &Self) {
        for (fault, times) in &other.0 {
            *self.0.entry(*fault).or_default() += times;
        }
    }

    /// How often this kind was injected.
    pub fn of(&self, fault: Fault) -> u32 {
        self.0.get(&fault).copied().unwrap_or(0)
    }

    /// How often any was.
    pub fn sum(&self) -> u32 {
        self.0.values().sum()
    }
}
