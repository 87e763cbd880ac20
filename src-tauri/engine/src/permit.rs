//! What may be sent at all.
//!
//! Budgets are asked in two places too: for a run as a whole where it is stored (`store_parts`), and for each submission
//! where it goes out.
//!
//! Every way in asks here before it stores what is wanted, so that the person hears at once what is not allowed; and each
//! first attempt asks once more before it begins, since what is queued may be older than the administrator's file. That
//! second question is the one nothing passes by: only an attempt sends.

use domain::submission::{Queued, State, Submission};
use domain::{AccountKey, Allow, DistributionId, Item, Target};

use crate::housekeeper::lock;
use crate::ports::CloudFront;
use crate::submit::Attempted;
use crate::turnstile::Turn;
use crate::{ConnectionId, Failure, Housekeeper};

impl Housekeeper {
    /// Whether these items may be sent to a target now.
    ///
    /// # Errors
    /// [`Failure::NotAllowed`] with what is not allowed, what is, and the file that says so; [`Failure::PolicyBroken`]
    /// while that file cannot be relied on; what kept a tenant's distribution from being read, where it hangs on that.
    pub(crate) async fn permit(
        &self,
        connection: &ConnectionId,
        account: &AccountKey,
        target: &Target,
        items: &[Item],
    ) -> Result<(), Failure> {
        let policy = self.policy()?;
        let parent = self.parent_to_permit(&policy.allow, connection, account, target).await?;
        self.refusal(&policy.allow, target, parent.as_ref(), items).map_or(Ok(()), Err)
    }

    /// What is known against sending these items, without asking anybody: a tenant whose distribution was not read, where
    /// it hangs on that, is asked about when it is sent.
    pub(crate) fn known_refusal(&self, connection: &ConnectionId, target: &Target, items: &[Item]) -> Option<Failure> {
        let allow = match self.policy() {
            Ok(policy) => policy.allow.clone(),
            Err(broken) => return Some(broken),
        };
        let parent = match target {
            Target::Distribution(_) => None,
            Target::Tenant(id) => {
                let tenants = lock(&self.shared.tenants);
                tenants.get(&(connection.clone(), id.clone())).map(|tenant| tenant.distribution.clone())
            }
        };
        let hangs_on_it = matches!(target, Target::Tenant(_)) && allow.refuses(target, None, &[]).is_some();
        if parent.is_none() && hangs_on_it { None } else { self.refusal(&allow, target, parent.as_ref(), items) }
    }

    fn refusal(
        &self,
        allow: &Allow,
        target: &Target,
        parent: Option<&DistributionId>,
        items: &[Item],
    ) -> Option<Failure> {
        let refusal = allow.refuses(target, parent, items)?;
        let detail = format!("{refusal} This is fixed by {}.", self.world.administrator.path());
        Some(Failure::NotAllowed { detail })
    }

    /// The distribution of a tenant, where it hangs on that whether it may be cleared.
    async fn parent_to_permit(
        &self,
        allow: &Allow,
        connection: &ConnectionId,
        account: &AccountKey,
        target: &Target,
    ) -> Result<Option<DistributionId>, Failure> {
        let Target::Tenant(id) = target else { return Ok(None) };
        if allow.refuses(target, None, &[]).is_none() {
            return Ok(None);
        }
        if let Some(known) = lock(&self.shared.tenants).get(&(connection.clone(), id.clone())) {
            return Ok(Some(known.distribution.clone()));
        }
        let read = async {
            let open = self.open_into(connection, account).await?;
            open.calls(self, Turn::Track).tenant(id).await
        };
        match read.await {
            Ok(tenant) => {
                let parent = tenant.distribution.clone();
                lock(&self.shared.tenants).insert((connection.clone(), id.clone()), tenant);
                Ok(Some(parent))
            }
            // Then it stays unknown, which is no leave.
            Err(Failure::Denied { .. } | Failure::NotFound { .. }) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Whether a queued submission may be sent now.
    pub(crate) async fn permit_queued(&self, submission: &Submission) -> Result<(), Failure> {
        let connection = ConnectionId::new(submission.connection.as_str());
        let order = &submission.order;
        self.permit(&connection, &submission.account, &order.target, order.batch.items()).await?;
        self.has_budget_to_send(submission).await
    }

    /// Ends the attempt of a queued submission before it began: what is not allowed is refused, and anything else keeps
    /// it in the queue.
    pub(crate) async fn not_permitted(
        &self,
        mut submission: Submission,
        queued: Queued,
        failure: Failure,
    ) -> Result<Attempted, Failure> {
        match &failure {
            Failure::NotAllowed { .. } | Failure::BudgetExceeded { .. } => {
                let refused = State::Refused(queued.refused(failure.reason(), self.now()));
                if !self.move_to(&mut submission, refused).await? {
                    return Ok(Attempted { submission: self.submission_of(submission.id).await?, failure: None });
                }
            }
            // The queue itself looks at the file until it is mended, and at the records.
            Failure::PolicyBroken { .. } | Failure::Records { .. } => {}
            _ => self.found_no_way(&submission.account, &failure),
        }
        Ok(Attempted { submission, failure: Some(failure) })
    }
}

#[cfg(test)]
mod tests;
