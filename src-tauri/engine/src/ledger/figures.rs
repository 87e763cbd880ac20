//! A month in figures: by day, by target, by batch and by who made it.

use std::collections::hash_map::{Entry as Place, HashMap};
use std::collections::{BTreeMap, HashSet};

use domain::cost::{Amount, Tariff};
use domain::{Month, Origin, Target, day_of, purpose};
use jiff::Timestamp;
use jiff::civil::Date;

use super::reckon::{BudgetMet, is_on_its_way};
use super::{Count, Counting};
use crate::housekeeper::Open;
use crate::ports::Entry;
use crate::{ConnectionId, Failure, Housekeeper};

/// A month of an account, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthFigure {
    /// Which one.
    pub month: Month,
    /// What an item costs.
    pub tariff: Tariff,
    /// How many items were invalidated.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
    /// How many items of this app are on their way, and not among those.
    pub waiting: u64,
    /// How it was counted.
    pub count: Count,
    /// Whether all of it was counted.
    pub is_complete: bool,
    /// Who made them: all three, in their order.
    pub origins: Vec<OriginShare>,
    /// How far counting is; `None` where nobody is at it, or it is an earlier month.
    pub counting: Option<Counting>,
    /// The account's budgets that it has passed.
    pub budgets: Vec<BudgetMet>,
}

/// What one kind of program invalidated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginShare {
    /// Which kind.
    pub origin: Origin,
    /// How many items.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
}

/// What was invalidated on one UTC day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayShare {
    /// Which day.
    pub day: Date,
    /// How many items.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
    /// What they added to the month's cost.
    pub cost: Amount,
}

/// What was invalidated of one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetShare {
    /// Which one.
    pub target: Target,
    /// What a person would call it.
    pub name: Option<String>,
    /// How many items.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
    /// When last.
    pub last: Timestamp,
}

/// What was invalidated under one name, or by one kind of program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchShare {
    /// Who made them.
    pub origin: Origin,
    /// The name of the batch or run; empty where there is none.
    pub name: String,
    /// How many items.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
    /// When last.
    pub last: Timestamp,
}

/// A month as one in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthShare {
    /// Which one.
    pub month: Month,
    /// How many items.
    pub items: u64,
    /// With how many invalidations.
    pub invalidations: u64,
    /// What they cost by today's price.
    pub cost: Amount,
    /// Whether all of it was counted.
    pub is_complete: bool,
}

/// A month from every side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// The month.
    pub month: MonthFigure,
    /// Its days, in order: all of them, or for the month that it is those up to today.
    pub days: Vec<DayShare>,
    /// What had the most items first.
    pub targets: Vec<TargetShare>,
    /// What had the most items first.
    pub batches: Vec<BatchShare>,
    /// Every month that something is known of, newest first; the one that it is among them.
    pub months: Vec<MonthShare>,
}

impl Housekeeper {
    /// The month of a connection's account so far, as far as it is known. Nothing is asked of AWS.
    pub async fn month(&self, connection: &ConnectionId) -> Result<MonthFigure, Failure> {
        let open = self.open(connection).await?;
        let month = Month::of(self.now());
        let entries = self.world.ledger.entries(&open.account, month.begins(), month.ends()).await?;
        self.figure(&open, month, &entries).await
    }

    /// A month from every side; the one that it is, where none is named.
    pub async fn costs(&self, connection: &ConnectionId, month: Option<Month>) -> Result<Costs, Failure> {
        let open = self.open(connection).await?;
        let now = Month::of(self.now());
        let month = month.unwrap_or(now);
        let entries = self.world.ledger.entries(&open.account, month.begins(), month.ends()).await?;
        let figure = self.figure(&open, month, &entries).await?;
        let mut targets = by_target(&entries);
        let named = targets.iter().map(|share| share.target.clone()).collect();
        let mut names = self.names_of_targets(connection, named).await?;
        for share in &mut targets {
            share.name = names.remove(&share.target);
        }
        Ok(Costs {
            days: by_day(&entries, month, day_of(self.now()), &figure.tariff),
            targets,
            batches: by_batch(&entries),
            months: self.row_of_months(&open, now, &figure.tariff).await?,
            month: figure,
        })
    }

    /// Every invalidation of a month, oldest first, with what it cost at its place in the month.
    pub async fn month_entries(
        &self,
        connection: &ConnectionId,
        month: Month,
    ) -> Result<(Tariff, Vec<(Entry, Amount)>), Failure> {
        let open = self.open(connection).await?;
        let tariff = self.tariff(&open).await?;
        let entries = self.world.ledger.entries(&open.account, month.begins(), month.ends()).await?;
        let mut used = 0;
        let with_cost = entries.into_iter().map(|entry| {
            let cost = tariff.of(entry.items, used);
            used += entry.items;
            (entry, cost)
        });
        let with_cost = with_cost.collect();
        Ok((tariff, with_cost))
    }

    /// What a person would call these targets; those with nothing better than an id are left out.
    pub async fn names_of_targets(
        &self,
        connection: &ConnectionId,
        targets: HashSet<Target>,
    ) -> Result<HashMap<Target, String>, Failure> {
        let account = self.open(connection).await?.account;
        let mut names = HashMap::new();
        for target in targets {
            if let Some(name) = self.name_of(connection, &account, &target).await {
                names.insert(target, name);
            }
        }
        Ok(names)
    }

    async fn figure(&self, open: &Open, month: Month, entries: &[Entry]) -> Result<MonthFigure, Failure> {
        let now = self.now();
        let is_now = month.contains(now);
        let count = self.world.ledger.count(&open.account, month).await?.unwrap_or_default();
        let (waiting, budgets) = if is_now {
            let used = self.used(&open.account, month, is_on_its_way).await?;
            (used.waiting, self.budgets_passed(&open.account, &used).await?)
        } else {
            (0, Vec::new())
        };
        Ok(MonthFigure {
            month,
            tariff: self.tariff(open).await?,
            items: entries.iter().map(|entry| entry.items).sum(),
            invalidations: entries.len() as u64,
            waiting,
            is_complete: count.is_complete(month, now),
            count,
            origins: by_origin(entries),
            counting: self.counting(&open.account).filter(|_| is_now),
            budgets,
        })
    }

    async fn row_of_months(&self, open: &Open, now: Month, tariff: &Tariff) -> Result<Vec<MonthShare>, Failure> {
        let mut months = self.world.ledger.months(&open.account).await?;
        if !months.contains(&now) {
            months.insert(0, now);
        }
        let mut row = Vec::with_capacity(months.len());
        for month in months {
            let tallies = self.world.ledger.tallies(&open.account, month.begins(), month.ends()).await?;
            let items = tallies.iter().map(|tally| tally.items).sum();
            let count = self.world.ledger.count(&open.account, month).await?.unwrap_or_default();
            row.push(MonthShare {
                month,
                items,
                invalidations: tallies.iter().map(|tally| tally.invalidations).sum(),
                cost: tariff.of(items, 0),
                is_complete: count.is_complete(month, self.now()),
            });
        }
        Ok(row)
    }
}

fn by_origin(entries: &[Entry]) -> Vec<OriginShare> {
    let share = |origin| {
        let own = entries.iter().filter(|entry| Origin::of(&entry.reference) == origin);
        let (items, invalidations) = own.fold((0, 0), |(items, count), entry| (items + entry.items, count + 1));
        OriginShare { origin, items, invalidations }
    };
    [Origin::Housekeeper, Origin::Cli, Origin::Other].map(share).into()
}

/// Each day of a month up to `today`, and what it added to the cost: the free items go to whoever came first.
fn by_day(entries: &[Entry], month: Month, today: Date, tariff: &Tariff) -> Vec<DayShare> {
    let mut days: BTreeMap<Date, (u64, u64)> =
        month.days().filter(|day| *day <= today).map(|day| (day, (0, 0))).collect();
    for entry in entries {
        let day = days.entry(day_of(entry.created)).or_default();
        *day = (day.0 + entry.items, day.1 + 1);
    }
    let mut used = 0;
    let share = |(day, (items, invalidations))| {
        let cost = tariff.of(items, used);
        used += items;
        DayShare { day, items, invalidations, cost }
    };
    days.into_iter().map(share).collect()
}

fn by_target(entries: &[Entry]) -> Vec<TargetShare> {
    let mut shares = HashMap::<&Target, TargetShare>::new();
    for Entry { target, created, items, .. } in entries {
        let share = shares.entry(target).or_insert_with(|| TargetShare {
            target: target.clone(),
            name: None,
            items: 0,
            invalidations: 0,
            last: *created,
        });
        share.items += items;
        share.invalidations += 1;
        share.last = share.last.max(*created);
    }
    let mut shares: Vec<_> = shares.into_values().collect();
    shares.sort_by(|one, other| (other.items, one.target.id()).cmp(&(one.items, other.target.id())));
    shares
}

/// By the name of this app's runs; what another Housekeeper sent by the name in its reference; all others together.
fn by_batch(entries: &[Entry]) -> Vec<BatchShare> {
    let mut shares = HashMap::<(Origin, String), BatchShare>::new();
    for Entry { created, reference, items, name, .. } in entries {
        let origin = Origin::of(reference);
        let name = match name {
            Some(name) => name.clone(),
            None => purpose(reference).unwrap_or_default().to_owned(),
        };
        match shares.entry((origin, name)) {
            Place::Occupied(mut share) => {
                let share = share.get_mut();
                share.items += items;
                share.invalidations += 1;
                share.last = share.last.max(*created);
            }
            Place::Vacant(place) => {
                let (origin, name) = place.key().clone();
                place.insert(BatchShare { origin, name, items: *items, invalidations: 1, last: *created });
            }
        }
    }
    let mut shares: Vec<_> = shares.into_values().collect();
    shares.sort_by(|one, other| {
        (other.items, &one.name, one.origin as u8).cmp(&(one.items, &other.name, other.origin as u8))
    });
    shares
}
