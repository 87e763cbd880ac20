//! What a run costs, the month around it, and the budgets it meets.

use domain::Budget;
use domain::cost::{Amount, RunCost, Tariff, Used};
use domain::submission::{Order, Outline, State, Submission};
use domain::{AccountKey, Month, Target};
use jiff::Timestamp;

use crate::housekeeper::Open;
use crate::ports::NewSubmission;
use crate::{Change, ConnectionId, Failure, Housekeeper};

/// A run in one account, with the month around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// What an item costs there.
    pub tariff: Tariff,
    /// What it costs.
    pub cost: RunCost,
    /// The month so far, what is on its way included.
    pub used: Used,
    /// When the month was last counted to the end.
    pub counted: Option<Timestamp>,
    /// The budgets that it passes.
    pub budgets: Vec<BudgetMet>,
}

impl Reckoned {
    /// What the run costs less with so many items fewer: at the least and at the most.
    pub fn saved(&self, items: u64) -> (Amount, Amount) {
        let fewer = RunCost::of(&self.tariff, self.cost.items.saturating_sub(items), self.used);
        let less = |whole: Amount, part: Amount| whole.checked_sub(part).unwrap_or(Amount::ZERO);
        (less(self.cost.least, fewer.least), less(self.cost.most, fewer.most))
    }
}

/// A budget that is passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetMet {
    /// Of which target; `None` for the account's.
    pub target: Option<Target>,
    /// How many items it allows.
    pub limit: u64,
    /// How many it comes to.
    pub items: u64,
    /// Whether it refuses.
    pub refuses: bool,
    /// The administrator's file, where that fixes it.
    pub fixed_by: Option<String>,
}

/// A budget in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetInForce {
    /// Of which target; `None` for the account's.
    pub target: Option<Target>,
    /// How much it allows.
    pub budget: Budget,
    /// How many items are used this month, what is on its way included.
    pub used: u64,
    /// The administrator's file, where that fixes it.
    pub fixed_by: Option<String>,
}

/// What is used of a month, by target; what is on its way is in it.
pub(super) struct Use {
    by_target: Vec<(Target, u64)>,
    /// How much of it is on its way.
    pub(super) waiting: u64,
}

impl Use {
    /// Of one target, or of all.
    fn of(&self, target: Option<&Target>) -> u64 {
        self.by_target.iter().filter(|(of, _)| target.is_none_or(|target| of == target)).map(|(_, items)| items).sum()
    }
}

/// Whether a submission is not among what CloudFront has taken, and so not in the ledger.
pub(super) fn is_on_its_way(one: &Outline) -> bool {
    one.state.invalidation().is_none()
}

impl Housekeeper {
    /// What an item costs in a connection's account.
    pub(crate) async fn tariff(&self, open: &Open) -> Result<Tariff, Failure> {
        let partition = open.connection.identity.as_ref().map_or("aws", |identity| identity.partition.as_str());
        self.tariff_in(partition).await
    }

    async fn tariff_in(&self, partition: &str) -> Result<Tariff, Failure> {
        let own = self.world.ledger.tariff(partition).await?;
        Ok(own.unwrap_or_else(|| Tariff::in_partition(partition)))
    }

    /// The prices in force, by partition.
    pub async fn tariffs(&self) -> Result<Vec<(&'static str, Tariff)>, Failure> {
        let mut all = Vec::new();
        for partition in ["aws", "aws-cn"] {
            all.push((partition, self.tariff_in(partition).await?));
        }
        Ok(all)
    }

    /// Keeps a price of the person's own, or goes back to the one that the app knows.
    pub async fn save_tariff(&self, partition: &str, tariff: Option<&Tariff>) -> Result<(), Failure> {
        self.world.ledger.keep_tariff(partition, tariff).await?;
        self.tell(Change::Month);
        Ok(())
    }

    /// What runs into one account cost, with the month around them. `runs` has the items by target.
    pub(crate) async fn reckon(&self, open: &Open, runs: &[(Target, u64)]) -> Result<Reckoned, Failure> {
        let account = &open.account;
        let month = Month::of(self.now());
        let count = self.world.ledger.count(account, month).await?.unwrap_or_default();
        let used_by_target = self.used(account, month, is_on_its_way).await?;
        let used = Used { items: used_by_target.of(None), is_complete: count.is_complete(month, self.now()) };
        let tariff = self.tariff(open).await?;
        let items = runs.iter().map(|(_, items)| items).sum();
        let cost = RunCost::of(&tariff, items, used);
        let budgets = self.budgets_met(account, &used_by_target, runs).await?;
        Ok(Reckoned { tariff, cost, used, counted: count.at, budgets })
    }

    /// What is used of a month: what the ledger knows, and this app's that is `underway` by one's own measure.
    pub(super) async fn used(
        &self,
        account: &AccountKey,
        month: Month,
        underway: impl Fn(&Outline) -> bool,
    ) -> Result<Use, Failure> {
        let tallies = self.world.ledger.tallies(account, month.begins(), month.ends()).await?;
        let mut by_target: Vec<_> = tallies.into_iter().map(|tally| (tally.target, tally.items)).collect();
        let mut waiting = 0;
        for one in self.unsettled_of(account).await?.into_iter().filter(|one| underway(one)) {
            let items = one.load.items() as u64;
            waiting += items;
            by_target.push((one.target, items));
        }
        Ok(Use { by_target, waiting })
    }

    /// The budgets of an account, and those of its targets that have one.
    pub async fn budgets(&self, connection: &ConnectionId) -> Result<Vec<BudgetInForce>, Failure> {
        let account = self.open(connection).await?.account;
        let used = self.used(&account, Month::of(self.now()), is_on_its_way).await?;
        let mut all = self.budgets_in_force(&account).await?;
        if !all.iter().any(|(target, ..)| target.is_none()) {
            all.insert(0, (None, Budget::default(), None));
        }
        let in_force = |(target, budget, fixed_by): (Option<Target>, Budget, Option<String>)| BudgetInForce {
            used: used.of(target.as_ref()),
            target,
            budget,
            fixed_by,
        };
        Ok(all.into_iter().map(in_force).collect())
    }

    /// Keeps the person's own budget of a target, or of the account.
    ///
    /// # Errors
    /// [`Failure::Invalid`] with a sentence where the limits do not fit together, or the administrator's file has one.
    pub async fn save_budget(
        &self,
        connection: &ConnectionId,
        target: Option<&Target>,
        budget: &Budget,
    ) -> Result<(), Failure> {
        let account = self.open(connection).await?.account;
        if let Some(detail) = budget.problem() {
            return Err(Failure::Invalid { detail });
        }
        let in_force = self.budgets_in_force(&account).await?;
        let fixed = in_force.into_iter().find(|(of, ..)| of.as_ref() == target).and_then(|(.., fixed_by)| fixed_by);
        if let Some(file) = fixed {
            let detail = format!("This budget is set by your administrator, in {file}.");
            return Err(Failure::Invalid { detail });
        }
        self.world.ledger.keep_budget(&account, target, budget).await?;
        self.tell(Change::Month);
        Ok(())
    }

    /// Every budget of an account: the administrator's, and the person's own where there is none of theirs.
    async fn budgets_in_force(
        &self,
        account: &AccountKey,
    ) -> Result<Vec<(Option<Target>, Budget, Option<String>)>, Failure> {
        let own = self.world.ledger.budgets(account).await?;
        // While the file is broken, what it said before: nothing is sent then, and the figures are there all the same.
        let policy = self.last_whole_policy().unwrap_or_default();
        let file = Some(self.world.administrator.path());
        let mut all: Vec<_> = policy.account_budget.iter().map(|budget| (None, *budget, file.clone())).collect();
        // The file names distributions and tenants alike by their ids, which nothing of the other kind has.
        let named = |id: &str| {
            let target = own.iter().filter_map(|(target, _)| target.as_ref()).find(|target| target.id() == id);
            target.cloned().unwrap_or_else(|| target_of(id))
        };
        all.extend(policy.target_budgets.iter().map(|(id, budget)| (Some(named(id)), *budget, file.clone())));
        for (target, budget) in own {
            if !all.iter().any(|(fixed, ..)| *fixed == target) {
                all.push((target, budget, None));
            }
        }
        Ok(all)
    }

    /// The budgets that these runs pass, beside what is used.
    async fn budgets_met(
        &self,
        account: &AccountKey,
        used: &Use,
        runs: &[(Target, u64)],
    ) -> Result<Vec<BudgetMet>, Failure> {
        let mut met = Vec::new();
        for (target, budget, fixed_by) in self.budgets_in_force(account).await? {
            let own: u64 = runs
                .iter()
                .filter(|(of, _)| target.as_ref().is_none_or(|target| target == of))
                .map(|(_, items)| items)
                .sum();
            let items = used.of(target.as_ref()) + own;
            // A run that takes nothing of a budget does not pass it.
            if let Some(passed) = budget.met(items).filter(|_| own > 0 || runs.is_empty()) {
                met.push(BudgetMet { target, limit: passed.limit, items, refuses: passed.refuses, fixed_by });
            }
        }
        Ok(met)
    }

    /// The account's budgets that the month has passed already.
    pub(super) async fn budgets_passed(&self, account: &AccountKey, used: &Use) -> Result<Vec<BudgetMet>, Failure> {
        let met = self.budgets_met(account, used, &[]).await?;
        Ok(met.into_iter().filter(|met| met.target.is_none()).collect())
    }

    /// Whether the budgets have room for what is to be stored, beside everything that is asked for already.
    ///
    /// # Errors
    /// [`Failure::BudgetExceeded`] with a sentence.
    pub(crate) async fn has_budget_for(&self, parts: &[NewSubmission]) -> Result<(), Failure> {
        let mut accounts: Vec<&AccountKey> = parts.iter().map(|part| &part.account).collect();
        accounts.sort_by_key(|account| account.as_str());
        accounts.dedup();
        for account in accounts {
            let own = parts.iter().filter(|part| part.account == *account);
            let runs: Vec<_> = own.map(|part| asked(&part.order)).collect();
            let used = self.used(account, Month::of(self.now()), is_on_its_way).await?;
            self.refused_by_budget(account, &used, &runs).await?;
        }
        Ok(())
    }

    /// Whether the budgets have room for a submission that is about to go out. What waits behind it does not count: it is
    /// asked in its turn.
    ///
    /// # Errors
    /// [`Failure::BudgetExceeded`] with a sentence.
    pub(crate) async fn has_budget_to_send(&self, one: &Submission) -> Result<(), Failure> {
        let may_be_taken = |other: &Outline| matches!(other.state, State::Sending(_) | State::Unknown(_));
        let used = self.used(&one.account, Month::of(self.now()), may_be_taken).await?;
        self.refused_by_budget(&one.account, &used, &[asked(&one.order)]).await
    }

    async fn refused_by_budget(&self, account: &AccountKey, used: &Use, runs: &[(Target, u64)]) -> Result<(), Failure> {
        let met = self.budgets_met(account, used, runs).await?;
        let Some(BudgetMet { target, limit, items, fixed_by, .. }) = met.into_iter().find(|met| met.refuses) else {
            return Ok(());
        };
        let of = target.map_or_else(|| "of the account".to_owned(), |target| format!("of {target}"));
        let by = fixed_by.map_or_else(String::new, |file| format!(" It is set by your administrator, in {file}."));
        let detail = format!("The budget {of} allows {limit} items a month; with these there would be {items}.{by}");
        Err(Failure::BudgetExceeded { detail })
    }
}

/// How much an order asks for, of what.
fn asked(order: &Order) -> (Target, u64) {
    (order.target.clone(), order.batch.len() as u64)
}

/// A target by its id alone: those of tenants begin with `dt_` (API, `DistributionTenant`).
fn target_of(id: &str) -> Target {
    if id.starts_with("dt_") {
        Target::Tenant(domain::TenantId::new(id))
    } else {
        Target::Distribution(domain::DistributionId::new(id))
    }
}
