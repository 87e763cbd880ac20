//! Which requests go wrong, and how: decided by a seed.

use std::time::Duration;

use fastrand::Rng;
use http::Method;

use crate::Fault;

/// What a request does, as far as it matters to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// CreateInvalidation, of a distribution or of a tenant.
    Create,
    /// Any other call of CloudFront's.
    Read,
    /// A call of another service: AWS STS. Nothing goes wrong with these, since nothing is sent twice by them.
    Other,
}

impl Call {
    /// Which kind a request is (API, "CreateInvalidation": POST to `…/invalidation`).
    pub fn of(method: &Method, path: &str) -> Self {
        match path.trim_end_matches('/').rsplit_once('/') {
            Some((_, "invalidation")) if method == Method::POST => Self::Create,
            Some((front, _)) if !front.is_empty() => Self::Read,
            _ => Self::Other,
        }
    }
}

/// A fault, and how long it takes where it takes time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Injection {
    /// What goes wrong.
    pub fault: Fault,
    /// How much later a request is passed on; over how long an answer trickles.
    pub time: Duration,
}

/// How often things go wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// The share of CreateInvalidation calls that meet a fault, 0 to 1.
    pub creates: f64,
    /// The share of other calls that do, 0 to 1.
    pub reads: f64,
    /// After so many faults nothing goes wrong any more, so that whoever repeats comes to an end.
    pub at_most: u32,
}

/// A plan of faults. The same seed gives the same faults to the same sequence of calls.
///
/// The kinds are dealt like cards: each comes once before any comes again, so that a short run meets many of them.
#[derive(Clone, Debug)]
pub struct Plan {
    rng: Rng,
    rates: Rates,
    injected: u32,
    for_creates: Vec<Fault>,
    for_reads: Vec<Fault>,
}

impl Plan {
    /// The plan of a seed.
    pub fn seeded(seed: u64, rates: Rates) -> Self {
        let (for_creates, for_reads) = (Vec::new(), Vec::new());
        Self { rng: Rng::with_seed(seed), rates, injected: 0, for_creates, for_reads }
    }

    /// What goes wrong with the next call; `None` where nothing does.
    pub fn next(&mut self, call: Call) -> Option<Injection> {
        let rate = match call {
            Call::Create => self.rates.creates,
            Call::Read => self.rates.reads,
            Call::Other => return None,
        };
        if self.injected >= self.rates.at_most || self.rng.f64() >= rate {
            return None;
        }
        self.injected += 1;
        let hand = if call == Call::Create { &mut self.for_creates } else { &mut self.for_reads };
        if hand.is_empty() {
            hand.extend(Fault::ALL.into_iter().filter(|fault| call == Call::Create || fault.befalls_reads()));
            self.rng.shuffle(hand);
        }
        let fault = hand.pop()?;
        Some(Injection { fault, time: Duration::from_millis(self.rng.u64(30..300)) })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const ALWAYS: Rates = Rates { creates: 1.0, reads: 1.0, at_most: 1_000 };

    #[test]
    fn the_same_seed_deals_the_same_faults() {
        let dealt = |seed| {
            let mut plan = Plan::seeded(seed, Rates { creates: 0.5, ..ALWAYS });
            (0..50).map(|_| plan.next(Call::Create)).collect::<Vec<_>>()
        };
        assert_eq!(dealt(7), dealt(7));
        assert_ne!(dealt(7), dealt(8));
        assert!(dealt(7).contains(&None), "not every call goes wrong");
    }

    #[test]
    fn every_kind_comes_once_before_any_comes_again() {
        let mut plan = Plan::seeded(1, ALWAYS);
        for _ in 0..3 {
            let dealt: HashSet<_> =
                Fault::ALL.iter().filter_map(|_| plan.next(Call::Create)).map(|it| it.fault).collect();
            assert_eq!(dealt.len(), Fault::ALL.len());
        }
    }

    #[test]
    fn a_read_has_nothing_that_could_be_too_large_and_a_sign_in_is_left_alone() {
        let mut plan = Plan::seeded(1, ALWAYS);
        assert!((0..100).filter_map(|_| plan.next(Call::Read)).all(|it| it.fault != Fault::TooLarge));
        assert_eq!(plan.next(Call::Other), None);
    }

    #[test]
    fn faults_come_to_an_end() {
        let mut plan = Plan::seeded(1, Rates { at_most: 5, ..ALWAYS });
        assert_eq!((0..100).filter_map(|_| plan.next(Call::Create)).count(), 5);
    }

    #[test]
    fn a_call_is_known_by_its_method_and_path() {
        let of = |method, path| Call::of(&method, path);
        assert_eq!(of(Method::POST, "/2020-05-31/distribution/E1/invalidation"), Call::Create);
        assert_eq!(of(Method::POST, "/2020-05-31/distribution-tenant/dt_1/invalidation"), Call::Create);
        assert_eq!(of(Method::GET, "/2020-05-31/distribution/E1/invalidation"), Call::Read);
        assert_eq!(of(Method::GET, "/2020-05-31/distribution/E1/invalidation/I1"), Call::Read);
        assert_eq!(of(Method::POST, "/2020-05-31/distribution-tenants"), Call::Read);
        assert_eq!(of(Method::POST, "/"), Call::Other);
    }
}
