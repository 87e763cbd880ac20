use jiff::civil::date;

use super::*;
use crate::testing::{Stage, Till, identity, life};
use crate::{Identity, Keep, NewConnection, NewWay};

/// A connection by a profile.
async fn profile(stage: &Stage) -> ConnectionId {
    let new = NewConnection {
        about: crate::About { name: "Main".to_owned(), ..crate::About::default() },
        way: NewWay::Profile("web".to_owned()),
        endpoints: crate::Endpoints::default(),
        keep: Keep::Keychain,
        agreed_program: None,
        mfa_code: None,
    };
    stage.house.save_connection(new).await.expect("saved").0.id
}

fn asked(stage: &Stage) -> Vec<(Date, Date, String)> {
    stage.bills.asked.lock().expect("not poisoned").clone()
}

#[test]
fn the_bill_is_asked_for_the_account_of_the_connection_alone() {
    life(async {
        let stage = Stage::new();
        let id = profile(&stage).await;
        let billed = stage.house.check_bill(&id, date(2026, 11, 1), date(2026, 12, 1)).await;
        assert_eq!(billed, Ok(Till::figures()));
        assert_eq!(asked(&stage), [(date(2026, 11, 1), date(2026, 12, 1), identity().account)]);
    });
}

#[test]
fn without_the_number_of_the_account_nothing_is_asked() {
    life(async {
        let stage = Stage::new();
        let down = Failure::Unreachable { endpoint: "STS".into(), detail: String::new() };
        *stage.cloudfront.identity.lock().expect("not poisoned") = Err(down);
        let id = profile(&stage).await;
        let refused = stage.house.check_bill(&id, date(2026, 11, 1), date(2026, 12, 1)).await;
        assert!(
            matches!(&refused, Err(Failure::Invalid { detail }) if detail.contains("which account")),
            "{refused:?}"
        );
        assert_eq!(asked(&stage), []);
    });
}

#[test]
fn a_month_that_has_not_begun_in_utc_is_not_asked_for() {
    life(async {
        // It is the 22nd of November.
        let stage = Stage::new();
        let id = ConnectionId::practice();
        let refused = stage.house.check_bill(&id, date(2026, 12, 1), date(2027, 1, 1)).await;
        assert!(matches!(&refused, Err(Failure::Invalid { detail }) if detail.contains("not begun")), "{refused:?}");
        assert_eq!(asked(&stage), []);
    });
}

#[test]
fn credentials_that_lead_into_another_account_by_now_ask_nothing() {
    life(async {
        let stage = Stage::new();
        let id = profile(&stage).await;
        let elsewhere = Identity { account: "999999999999".into(), ..identity() };
        *stage.cloudfront.identity.lock().expect("not poisoned") = Ok(elsewhere);
        let refused = stage.house.check_bill(&id, date(2026, 11, 1), date(2026, 12, 1)).await;
        assert_eq!(refused, Err(Failure::AccountChanged));
        assert_eq!(asked(&stage), []);
    });
}

#[test]
fn a_refusal_is_told_as_it_is_and_its_permission_is_remembered() {
    life(async {
        let stage = Stage::new();
        let id = profile(&stage).await;
        let action = Some("ce:GetCostAndUsage".to_owned());
        let denied = Failure::Denied { action, resource: None, detail: "no".into() };
        *stage.bills.failure.lock().expect("not poisoned") = Some(denied.clone());
        assert_eq!(stage.house.check_bill(&id, date(2026, 11, 1), date(2026, 12, 1)).await, Err(denied));
        // It is kept by a task of its own.
        tokio::task::yield_now().await;
        let seen = stage.house.world.records.permissions_seen(&id).await.expect("records");
        let seen: Vec<_> = seen.iter().map(|seen| (seen.action.as_str(), seen.on.as_str(), seen.works)).collect();
        assert!(seen.contains(&("ce:GetCostAndUsage", "*", false)), "{seen:?}");
    });
}
