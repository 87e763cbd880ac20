//! The one question, page by page.

use async_trait::async_trait;
use aws_sdk_costexplorer::error::BuildError;
use aws_sdk_costexplorer::types as sdk;
use engine::Failure;
use engine::ports::{Billed, Bills};
use jiff::civil::Date;
use mishaps::Probe;

use crate::client::SdkBills;
use crate::failure;
use crate::sum::{Sum, UNBLENDED, USAGE};

/// CloudFront's name among the values of the dimension `SERVICE`.
const SERVICE: &str = "Amazon CloudFront";

/// How many pages are read at most, since each one is billed. How much a page holds is not documented; there are some
/// dozens of CloudFront's usage types in an account (DG "Interpret your AWS bill and usage reports for CloudFront").
const MOST_PAGES: usize = 10;

#[async_trait]
impl Bills for SdkBills {
    async fn invalidations(&self, begin: Date, end: Date, account: &str) -> Result<Billed, Failure> {
        let invalid = |error: BuildError| Failure::Invalid { detail: error.to_string() };
        let period =
            sdk::DateInterval::builder().start(begin.to_string()).end(end.to_string()).build().map_err(invalid)?;
        let by_usage_type =
            sdk::GroupDefinition::builder().r#type(sdk::GroupDefinitionType::Dimension).key("USAGE_TYPE").build();
        let mut sum = Sum::default();
        let mut page: Option<String> = None;
        for _ in 0..MOST_PAGES {
            let probe = Probe::default();
            let asked = self
                .client
                .get_cost_and_usage()
                .time_period(period.clone())
                .granularity(sdk::Granularity::Monthly)
                .metrics(UNBLENDED)
                .metrics(USAGE)
                .filter(of_cloudfront(account))
                .group_by(by_usage_type.clone())
                .set_next_page_token(page.clone());
            let answer = asked.customize().interceptor(probe.clone()).send().await.map_err(|error| {
                let failure = failure::translate(&error, &probe, &self.endpoint);
                tracing::debug!(failure = %failure.logged(), "Cost Explorer call failed");
                failure
            })?;
            let next = answer.next_page_token.clone().filter(|token| !token.is_empty());
            sum.add(answer).map_err(failure::unreadable)?;
            match next {
                None => return sum.billed(self.currency),
                Some(next) if page.as_ref() == Some(&next) => return Err(failure::unreadable("its pages repeat")),
                Some(next) => page = Some(next),
            }
        }
        Err(failure::unreadable("it has more pages than CloudFront's usage types can fill"))
    }
}

/// CloudFront, and this account alone: an organisation's management account would be shown all of them.
fn of_cloudfront(account: &str) -> sdk::Expression {
    let only = |key: sdk::Dimension, value: &str| {
        let values = sdk::DimensionValues::builder().key(key).values(value).build();
        sdk::Expression::builder().dimensions(values).build()
    };
    sdk::Expression::builder()
        .and(only(sdk::Dimension::Service, SERVICE))
        .and(only(sdk::Dimension::LinkedAccount, account))
        .build()
}
