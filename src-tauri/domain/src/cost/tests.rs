//! What holds of prices.

use proptest::prelude::*;

use super::*;

fn commercial() -> Tariff {
    Tariff::in_partition("aws")
}

fn tariff() -> impl Strategy<Value = Tariff> {
    (0u64..100_000, 0u64..5_000).prop_map(|(per_item, free_items)| Tariff {
        price: Price { currency: Currency::Usd, per_item: Amount::from_hundred_thousandths(per_item) },
        free_items,
        is_own: true,
        ..commercial()
    })
}

#[test]
fn the_free_items_end_at_exactly_a_thousand() {
    let tariff = commercial();
    assert_eq!(tariff.of(999, 0), Amount::ZERO);
    assert_eq!(tariff.of(1_000, 0), Amount::ZERO);
    assert_eq!(tariff.of(1_001, 0).to_string(), "0.005");
    assert_eq!(tariff.of(1, 999), Amount::ZERO);
    assert_eq!(tariff.of(1, 1_000).to_string(), "0.005");
    assert_eq!(tariff.of(1, 1_001).to_string(), "0.005");
}

#[test]
fn china_has_its_own_price_and_the_same_free_items() {
    let china = Tariff::in_partition("aws-cn");
    assert_eq!(china.of(3, 1_000).to_string(), "0.10065");
    assert_eq!(china.of(1_000, 0), Amount::ZERO);
    assert_eq!(china.price.currency, Currency::Cny);
    assert_ne!(china.source, commercial().source);
}

#[test]
fn a_month_known_completely_has_one_price_and_one_known_in_part_a_range() {
    let cost = |items, is_complete| RunCost::of(&commercial(), 100, Used { items, is_complete });
    let known = cost(950, true);
    assert_eq!((known.least.to_string(), known.most), ("0.25".to_owned(), known.least));
    assert_eq!((known.free_left, known.after_items), (50, 1_050));
    assert_eq!((known.after_least.to_string(), known.after_most), ("0.25".to_owned(), known.after_least));
    let in_part = cost(950, false);
    assert_eq!((in_part.least, in_part.most.to_string()), (known.least, "0.5".to_owned()));
    assert_eq!((in_part.after_least, in_part.after_most.to_string()), (known.after_least, "5.25".to_owned()));
    // With the free items used up for certain, what is out of sight makes no difference to the run.
    let beyond = cost(1_000, false);
    assert_eq!((beyond.least, beyond.free_left), (beyond.most, 0));
}

#[test]
fn a_price_that_nobody_could_pay_is_not_cheap() {
    let price = Price { per_item: Amount::from_hundred_thousandths(u64::MAX), ..Price::COMMERCIAL };
    let cost = RunCost::of(&Tariff { price, ..commercial() }, u64::MAX, Used { items: 5, is_complete: false });
    assert_eq!(cost.most, Amount::from_hundred_thousandths(u64::MAX));
    assert_eq!(cost.after_items, u64::MAX);
}

proptest! {
    #[test]
    fn two_runs_cost_what_one_of_both_would(tariff in tariff(), a in 0u64..10_000, b in 0u64..10_000, used in 0u64..9_000) {
        prop_assert_eq!(tariff.of(a + b, used), tariff.of(a, used) + tariff.of(b, used + a));
    }

    #[test]
    fn a_run_costs_the_same_however_its_items_are_spread_over_distributions(
        tariff in tariff(),
        parts in prop::collection::vec(0u64..3_000, 0..40),
        used in 0u64..9_000,
    ) {
        let mut so_far = used;
        let mut apart = Vec::new();
        for items in &parts {
            apart.push(tariff.of(*items, so_far));
            so_far += items;
        }
        prop_assert_eq!(tariff.of(parts.iter().sum(), used), apart.into_iter().sum());
    }

    #[test]
    fn more_items_and_a_fuller_month_never_cost_less(
        tariff in tariff(), items in 0u64..10_000, used in 0u64..10_000, more in 0u64..10_000, is_complete: bool,
    ) {
        let cost = |items, used| RunCost::of(&tariff, items, Used { items: used, is_complete });
        let less = cost(items, used);
        for more in [cost(items + more, used), cost(items, used + more)] {
            prop_assert!(more.least >= less.least && more.most >= less.most);
            prop_assert!(more.after_least >= less.after_least && more.after_most >= less.after_most);
            prop_assert!(more.free_left <= less.free_left && more.after_items >= less.after_items);
        }
    }

    #[test]
    fn a_range_holds_the_true_price_whatever_was_out_of_sight(
        tariff in tariff(), items in 0u64..10_000, used in 0u64..9_000, unseen in 0u64..9_000,
    ) {
        let range = RunCost::of(&tariff, items, Used { items: used, is_complete: false });
        let truth = RunCost::of(&tariff, items, Used { items: used + unseen, is_complete: true });
        prop_assert!(range.least <= truth.least && truth.most <= range.most);
        prop_assert!(truth.free_left <= range.free_left && range.after_items <= truth.after_items);
        // The month's bill is never below what was said of it; what the known items have of it is never above.
        prop_assert!(range.after_least <= truth.after_least);
        prop_assert!(tariff.of(used + items, unseen) <= range.after_most);
        // Both ends are reached.
        prop_assert_eq!(range.least, tariff.of(items, used));
        prop_assert_eq!(range.most, tariff.of(items, used + tariff.free_items));
    }
}
