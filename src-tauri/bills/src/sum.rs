//! Which usage types are invalidations, and what they come to.

use aws_sdk_costexplorer::operation::get_cost_and_usage::GetCostAndUsageOutput;
use aws_sdk_costexplorer::types::{Group, MetricValue};
use engine::Failure;
use engine::ports::Billed;
use rust_decimal::Decimal;

use crate::failure::no_figures;

/// The metrics that are asked for (API, GetCostAndUsage).
pub(crate) const UNBLENDED: &str = "UnblendedCost";
pub(crate) const USAGE: &str = "UsageQuantity";

/// What the usage type is called (CloudFront Developer Guide, "AWS billing and usage reports for CloudFront"). Those of
/// CloudFront that depend on the place begin with its code, as in `US-Requests-Tier1`.
const INVALIDATIONS: &str = "Invalidations";

/// What was read so far.
#[derive(Debug, Default)]
pub(crate) struct Sum {
    /// Whether there was a period at all.
    has_figures: bool,
    usage: Option<Figure>,
    amount: Option<Figure>,
    /// What the amounts are in.
    currency: Option<String>,
    /// What other usage types are billed in.
    others_currency: Option<String>,
    is_estimated: bool,
}

impl Sum {
    /// Takes in a page.
    ///
    /// # Errors
    /// What is wrong with it, as in `it has no amount`.
    pub(crate) fn add(&mut self, page: GetCostAndUsageOutput) -> Result<(), &'static str> {
        for period in page.results_by_time.unwrap_or_default() {
            self.has_figures = true;
            self.is_estimated |= period.estimated;
            for group in period.groups.unwrap_or_default() {
                self.add_group(&group)?;
            }
        }
        Ok(())
    }

    fn add_group(&mut self, group: &Group) -> Result<(), &'static str> {
        let metric = |name| group.metrics.as_ref().and_then(|metrics| metrics.get(name));
        let currency = metric(UNBLENDED).and_then(|cost| cost.unit.clone()).filter(|unit| !unit.is_empty());
        if !group.keys().iter().any(|usage_type| usage_type.ends_with(INVALIDATIONS)) {
            self.others_currency = self.others_currency.take().or(currency);
            return Ok(());
        }
        if self.currency.is_some() && self.currency != currency {
            return Err("it is in several currencies");
        }
        self.currency = currency;
        let usage = Figure::read(metric(USAGE)).ok_or("it has no usage that is a number")?;
        let amount = Figure::read(metric(UNBLENDED)).ok_or("it has no amount that is a number")?;
        self.usage = Some(usage.plus(self.usage.take())?);
        self.amount = Some(amount.plus(self.amount.take())?);
        Ok(())
    }

    /// What it comes to. Nothing billed is 0, in the currency of the account's other usage or else in `usual`.
    ///
    /// # Errors
    /// [`Failure::Invalid`] where there was no period in it: that is no answer to what was billed.
    pub(crate) fn billed(self, usual: &str) -> Result<Billed, Failure> {
        if !self.has_figures {
            return Err(no_figures(""));
        }
        let text = |figure: Option<Figure>| figure.map_or_else(|| "0".to_owned(), |figure| figure.text);
        Ok(Billed {
            usage: text(self.usage),
            amount: text(self.amount),
            currency: self.currency.or(self.others_currency).unwrap_or_else(|| usual.to_owned()),
            is_estimated: self.is_estimated,
        })
    }
}

/// A decimal number, with its text.
#[derive(Debug)]
struct Figure {
    value: Decimal,
    /// As AWS wrote it, as long as nothing was added to it.
    text: String,
}

impl Figure {
    fn read(metric: Option<&MetricValue>) -> Option<Self> {
        let text = metric?.amount.clone()?;
        match Decimal::from_str_exact(&text) {
            Ok(value) => Some(Self { value, text }),
            // Cost Explorer writes very small amounts with an exponent; people read digits.
            Err(_) => Decimal::from_scientific(&text).ok().map(|value| Self { value, text: value.to_string() }),
        }
    }

    fn plus(self, before: Option<Self>) -> Result<Self, &'static str> {
        let Some(before) = before else { return Ok(self) };
        let value = before.value.checked_add(self.value).ok_or("its amounts are beyond counting")?;
        Ok(Self { value, text: value.to_string() })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn figure(text: &str) -> Option<Figure> {
        Figure::read(Some(&MetricValue::builder().amount(text).unit("USD").build()))
    }

    #[test]
    fn a_figure_keeps_the_digits_that_aws_wrote() {
        for text in ["0", "12.3450000000", "-1.5", "0.0000000001"] {
            assert_eq!(figure(text).unwrap().text, text);
        }
        assert_eq!(figure("1.2E-7").unwrap().text, "0.00000012");
        for text in ["", "NaN", "1,000", "ten"] {
            assert!(figure(text).is_none(), "{text}");
        }
    }

    #[test]
    fn figures_are_added_exactly() {
        let sum = figure("0.1").unwrap().plus(figure("0.2000000000")).unwrap();
        assert_eq!(sum.text, "0.3000000000");
        let sum = figure("5.0050000000").unwrap().plus(figure("-5.0050000000")).unwrap();
        assert!(sum.value.is_zero());
    }
}
