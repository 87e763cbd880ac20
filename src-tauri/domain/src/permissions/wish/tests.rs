#![allow(clippy::unwrap_used)]

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn whole() -> Wish {
    Wish {
        partition: "aws".to_owned(),
        account: Some("123456789012".to_owned()),
        distributions: vec![DistributionId::new("E1"), DistributionId::new("E2"), DistributionId::new("E1")],
        tenants: vec![TenantId::new("dt_1")],
        listing: true,
        checks: true,
        costs: true,
        rotation: Some("arn:aws:iam::123456789012:user/web/ann".to_owned()),
    }
}

fn small() -> Wish {
    let distributions = vec![DistributionId::new("E1")];
    Wish { partition: "aws".to_owned(), distributions, ..Wish::default() }
}

#[test]
fn a_small_wish_is_a_small_policy() {
    let policy = policy(&small()).unwrap();
    let expected = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "InvalidateDistributions",
      "Effect": "Allow",
      "Action": "cloudfront:CreateInvalidation",
      "Resource": "arn:aws:cloudfront::ACCOUNT_ID:distribution/E1"
    },
    {
      "Sid": "FollowInvalidationsOfDistributions",
      "Effect": "Allow",
      "Action": [
        "cloudfront:GetInvalidation",
        "cloudfront:ListInvalidations"
      ],
      "Resource": "arn:aws:cloudfront::ACCOUNT_ID:distribution/E1"
    }
  ]
}"#;
    assert_eq!(policy, expected);
}

#[test]
fn a_wish_for_nothing_grants_nothing() {
    let wish = Wish { partition: "aws".to_owned(), checks: true, ..Wish::default() };
    assert_eq!(grants(&wish), Ok(Vec::new()));
    assert_eq!(policy(&wish).unwrap(), "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": []\n}");
}

#[test]
fn tenants_are_listed_only_where_some_are_chosen() {
    let lists = |wish: &Wish| {
        let lists = |grant: &Grant| grant.action == "cloudfront:ListDistributionTenants";
        grants(wish).unwrap().iter().any(lists)
    };
    assert!(lists(&whole()));
    assert!(!lists(&Wish { tenants: Vec::new(), ..whole() }));
}

#[test]
fn grants_come_in_the_order_of_their_purposes_and_once_for_each() {
    let grants = grants(&whole()).unwrap();
    assert!(grants.is_sorted_by_key(|grant| grant.purpose), "{grants:?}");
    for (at, grant) in grants.iter().enumerate() {
        assert!(!grants[..at].contains(grant), "{grant:?}");
    }
    let of_e1 = grants.iter().filter(|grant| grant.resource.ends_with(":distribution/E1"));
    let actions: Vec<_> = of_e1.map(|grant| grant.action).collect();
    let expected = ["CreateInvalidation", "GetInvalidation", "ListInvalidations", "GetDistribution"];
    assert_eq!(actions, expected.map(|action| format!("cloudfront:{action}")));
}

#[test]
fn what_is_unfit_is_named() {
    let refusal = |wish: Wish| {
        let refusal = grants(&wish).unwrap_err();
        assert_eq!(policy(&wish), Err(refusal.clone()));
        refusal
    };
    let distributions = vec![DistributionId::new("E1"), DistributionId::new("*")];
    assert_eq!(refusal(Wish { distributions, ..small() }), Unfit::Distribution("*".to_owned()));
    let tenants = vec![TenantId::new("${aws:username}")];
    assert_eq!(refusal(Wish { tenants, ..small() }), Unfit::Tenant("${aws:username}".to_owned()));
    assert_eq!(refusal(Wish { account: Some("*".to_owned()), ..small() }), Unfit::Account("*".to_owned()));
    assert_eq!(refusal(Wish { partition: "*".to_owned(), ..small() }), Unfit::Partition("*".to_owned()));
    let root = "arn:aws:iam::123456789012:root".to_owned();
    assert_eq!(refusal(Wish { rotation: Some(root.clone()), ..small() }), Unfit::User(root));
    assert_eq!(
        Unfit::Distribution(r#"E1","Action":"*"#.to_owned()).to_string(),
        r#""E1\",\"Action\":\"*" is not the id of a distribution"#
    );
}

/// What people may paste: mostly what fits, sometimes with what does not, sometimes anything.
fn pasted(good: &'static str) -> impl Strategy<Value = String> {
    let spoilt =
        (good, prop::sample::select(vec!["*", "?", "${a}", "\"", "\\", "/", ":", "\n", "\u{0}", "é", ","]), good)
            .prop_map(|(before, bad, after)| format!("{before}{bad}{after}"));
    prop_oneof![12 => good, 1 => spoilt, 1 => any::<String>()]
}

fn wishes() -> impl Strategy<Value = Wish> {
    let targets = (vec(pasted("E[A-Z0-9]{0,4}"), 0..4), vec(pasted("dt_[A-Za-z0-9]{0,4}"), 0..3));
    let place = (pasted("aws|aws-cn"), option::of(pasted("[0-9]{12}")));
    let user = option::weighted(0.3, pasted("arn:aws:iam::[0-9]{12}:user/[a-z/]{1,6}"));
    (place, targets, any::<(bool, bool, bool)>(), user).prop_map(
        |(place, targets, (listing, checks, costs), rotation)| Wish {
            partition: place.0,
            account: place.1,
            distributions: targets.0.iter().map(DistributionId::new).collect(),
            tenants: targets.1.iter().map(TenantId::new).collect(),
            listing,
            checks,
            costs,
            rotation,
        },
    )
}

/// The strings of a field that may be one or many.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().map(|one| one.as_str().unwrap()).collect(),
        other => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_policy_is_json_that_says_what_the_grants_say(wish in wishes()) {
        let Ok(policy) = policy(&wish) else {
            prop_assert!(grants(&wish).is_err());
            return Ok(());
        };
        let policy: Value = serde_json::from_str(&policy).unwrap();
        prop_assert_eq!(policy.as_object().unwrap().len(), 2);
        let mut said = Vec::new();
        let mut sids = BTreeSet::new();
        for statement in policy["Statement"].as_array().unwrap() {
            prop_assert_eq!(statement.as_object().unwrap().len(), 4);
            prop_assert_eq!(&statement["Effect"], "Allow");
            let sid = statement["Sid"].as_str().unwrap();
            prop_assert!(sid.bytes().all(|byte| byte.is_ascii_alphanumeric()) && sids.insert(sid), "{sid}");
            for resource in strings(&statement["Resource"]) {
                said.extend(strings(&statement["Action"]).into_iter().map(|action| (action, resource)));
            }
        }
        let grants = grants(&wish).unwrap();
        let expected: Vec<_> = grants.iter().map(|grant| (grant.action, grant.resource.as_str())).collect();
        prop_assert_eq!(said, expected);
    }

    #[test]
    fn nothing_pasted_widens_a_grant(wish in wishes()) {
        let Ok(grants) = grants(&wish) else { return Ok(()) };
        for Grant { action, resource, purpose } in grants {
            prop_assert!(!action.contains(['*', '?', '$']), "{action}");
            // The only wildcards are those that were written here, whole words of their own.
            let own = match purpose {
                Purpose::List => vec!["*"],
                Purpose::Check => vec![":cache-policy/*"],
                Purpose::Count => vec!["*", ":distribution/*", ":distribution-tenant/*"],
                _ => vec![],
            };
            let rest = if own.contains(&resource.as_str()) {
                ""
            } else {
                own.iter().filter(|own| own.len() > 1).find_map(|own| resource.strip_suffix(own)).unwrap_or(&resource)
            };
            prop_assert!(!rest.contains(['*', '?', '$', '"', '\\', '{', ' ']), "{resource}");
            // And what is chosen stands at its end, whole.
            if matches!(purpose, Purpose::Invalidate | Purpose::Follow) {
                let (_, id) = resource.rsplit_once('/').unwrap();
                let chosen = wish.distributions.iter().any(|it| it.as_str() == id) || wish.tenants.iter().any(|it| it.as_str() == id);
                prop_assert!(chosen, "{resource}");
            }
        }
    }
}
