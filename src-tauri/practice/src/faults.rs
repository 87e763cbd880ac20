//! Failures on demand, for tests: what goes wrong at the next calls.

use std::sync::Mutex;

use crate::operation::Operation;
use crate::refusal::Refusal;

/// One way in which a call goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answered with this error, and not acted upon.
    Refuse(Refusal),
    /// Answered with `AccessDenied` that names the call's own action and resource, and not acted upon.
    Denied,
    /// The connection could not be made: nothing was sent.
    Unreachable,
    /// Acted upon, and the connection broke before the reply.
    LostReply,
    /// Acted upon, and never answered: what time-outs are for.
    Silence,
    /// Acted upon, and the reply's XML breaks off in the middle.
    Malformed,
}

/// The failures that are still to come. Tests put them in; each is used up in the order they were put in.
#[derive(Debug, Default)]
pub struct Faults(Mutex<Vec<Planned>>);

#[derive(Debug)]
struct Planned {
    /// `None` for any call.
    operation: Option<Operation>,
    left: u32,
    fault: Fault,
}

impl Faults {
    /// Makes the next `times` calls of one operation go wrong.
    pub fn next(&self, operation: Operation, times: u32, fault: Fault) {
        self.plan(Some(operation), times, fault);
    }

    /// Makes the next `times` calls go wrong, whichever they are.
    pub fn next_of_any(&self, times: u32, fault: Fault) {
        self.plan(None, times, fault);
    }

    /// Forgets what was still to come.
    pub fn clear(&self) {
        crate::lock(&self.0).clear();
    }

    fn plan(&self, operation: Option<Operation>, left: u32, fault: Fault) {
        crate::lock(&self.0).push(Planned { operation, left, fault });
    }

    /// The failure of this call, which is used up by it.
    pub(crate) fn take(&self, operation: Operation) -> Option<Fault> {
        let mut planned = crate::lock(&self.0);
        planned.retain(|plan| plan.left > 0);
        let plan = planned.iter_mut().find(|plan| plan.operation.is_none_or(|wanted| wanted == operation))?;
        plan.left -= 1;
        Some(plan.fault.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_come_in_their_order_so_many_times_and_only_where_they_were_asked_for() {
        let faults = Faults::default();
        faults.next(Operation::CreateInvalidation, 2, Fault::LostReply);
        faults.next(Operation::CreateInvalidation, 1, Fault::Silence);
        assert_eq!(faults.take(Operation::GetInvalidation), None);
        let taken: Vec<_> = (0..4).map(|_| faults.take(Operation::CreateInvalidation)).collect();
        assert_eq!(taken, [Some(Fault::LostReply), Some(Fault::LostReply), Some(Fault::Silence), None]);
    }

    #[test]
    fn what_was_cleared_does_not_come() {
        let faults = Faults::default();
        faults.next_of_any(5, Fault::Unreachable);
        assert_eq!(faults.take(Operation::ListDistributions), Some(Fault::Unreachable));
        faults.clear();
        assert_eq!(faults.take(Operation::ListDistributions), None);
    }
}
