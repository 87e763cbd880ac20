//! What the policies allow, decided by an evaluator that others wrote: all that was wished for, and nothing else.
//!
//! Each wish is written down beside what its policy is to allow. Then every action that CloudFront has is tried on every
//! kind of resource that it has, in this account and in others: what is allowed must be exactly what is written down.

#![allow(clippy::unwrap_used, missing_docs)]

mod judge;

use std::collections::BTreeSet;

use domain::permissions::{Wish, policy};
use domain::{DistributionId, TenantId};
use judge::Judge;

/// Every action of CloudFront.
const ACTIONS: &str = include_str!("../cloudfront-actions.txt");

/// The file in which the app calls CloudFront.
const CALLS: &str = include_str!("../../../cloudfront/src/calls.rs");

const ACCOUNT: &str = "123456789012";

/// An action and the resources on which it is to be allowed. A resource is the end of an ARN in the account; one that ends
/// in a star stands for all that begin so, and a star for anything anywhere.
type Allowed = &'static [(&'static str, &'static [&'static str])];

fn actions() -> Vec<&'static str> {
    ACTIONS.lines().filter(|line| !line.starts_with('#')).collect()
}

/// Every kind of resource of CloudFront's (its reference, "Resource types"), of each kind two, one of them chosen where a
/// wish chooses; each in this account, in another, and in another partition.
fn resources() -> Vec<String> {
    let kinds = [
        "anycast-ip-list",
        "cache-policy",
        "connection-function",
        "connection-group",
        "continuous-deployment-policy",
        "distribution",
        "distribution-tenant",
        "field-level-encryption-config",
        "field-level-encryption-profile",
        "function",
        "key-value-store",
        "origin-access-control",
        "origin-access-identity",
        "origin-request-policy",
        "realtime-log-config",
        "response-headers-policy",
        "streaming-distribution",
        "trust-store",
        "vpcorigin",
    ];
    // The chosen ones, one that is not, and such as an eager wildcard would take in.
    let ids = ["E1", "E2", "E3", "E11", "E", "dt_1", "dt_2", "dt_11", "*"];
    let mut resources = Vec::new();
    for place in [
        format!("aws:cloudfront::{ACCOUNT}"),
        "aws:cloudfront::210987654321".into(),
        format!("aws-cn:cloudfront::{ACCOUNT}"),
    ] {
        for kind in kinds {
            resources.extend(ids.map(|id| format!("arn:{place}:{kind}/{id}")));
        }
        resources.push(format!("arn:{place}:*"));
    }
    resources
}

fn is_among(resource: &str, allowed: &[&str]) -> bool {
    allowed.iter().any(|allowed| {
        let allowed = if *allowed == "*" { "*".to_owned() } else { format!("arn:aws:cloudfront::{ACCOUNT}:{allowed}") };
        allowed.strip_suffix('*').map_or(resource == allowed, |start| resource.starts_with(start))
    })
}

/// Tries everything on everything.
fn holds(wish: &Wish, allowed: Allowed) {
    let policy = policy(wish).unwrap();
    let judge = Judge::of(&policy);
    let known: BTreeSet<_> = actions().into_iter().collect();
    for (action, on) in allowed {
        assert!(known.contains(action), "{action} is no action of CloudFront");
        assert!(resources().iter().any(|resource| is_among(resource, on)), "{action} was never tried on {on:?}");
    }
    for action in known {
        let on = allowed.iter().find(|(name, _)| *name == action).map_or(&[][..], |(_, on)| on);
        for resource in resources() {
            let expected = is_among(&resource, on);
            let decided = judge.allows(&format!("cloudfront:{action}"), &resource);
            assert_eq!(decided, expected, "{action} on {resource}, by {policy}");
        }
    }
}

fn wish(distributions: &[&str], tenants: &[&str]) -> Wish {
    Wish {
        partition: "aws".to_owned(),
        account: Some(ACCOUNT.to_owned()),
        distributions: distributions.iter().map(DistributionId::new).collect(),
        tenants: tenants.iter().map(TenantId::new).collect(),
        ..Wish::default()
    }
}

#[test]
fn the_list_of_actions_is_whole() {
    let actions = actions();
    assert_eq!(actions.len(), 167 + 8);
    assert_eq!(actions.iter().collect::<BTreeSet<_>>().len(), actions.len());
    for action in ["CreateInvalidation", "DeleteDistribution", "UpdateDistribution", "CreateSavingsPlan"] {
        assert!(actions.contains(&action), "{action}");
    }
}

#[test]
fn one_distribution_is_cleared_and_followed() {
    holds(
        &wish(&["E1"], &[]),
        &[
            ("CreateInvalidation", &["distribution/E1"]),
            ("GetInvalidation", &["distribution/E1"]),
            ("ListInvalidations", &["distribution/E1"]),
        ],
    );
}

#[test]
fn two_distributions_are_chosen_from_the_list_and_checked() {
    holds(
        &Wish { listing: true, checks: true, ..wish(&["E1", "E2"], &[]) },
        &[
            ("CreateInvalidation", &["distribution/E1", "distribution/E2"]),
            ("GetInvalidation", &["distribution/E1", "distribution/E2"]),
            ("ListInvalidations", &["distribution/E1", "distribution/E2"]),
            ("ListDistributions", &["*"]),
            ("GetDistribution", &["distribution/E1", "distribution/E2"]),
            ("GetCachePolicy", &["cache-policy/*"]),
        ],
    );
}

#[test]
fn a_tenant_is_cleared_and_its_distribution_is_not() {
    holds(
        &Wish { listing: true, checks: true, ..wish(&[], &["dt_1"]) },
        &[
            ("CreateInvalidationForDistributionTenant", &["distribution-tenant/dt_1"]),
            ("GetInvalidationForDistributionTenant", &["distribution-tenant/dt_1"]),
            ("ListInvalidationsForDistributionTenant", &["distribution-tenant/dt_1"]),
            ("ListDistributions", &["*"]),
            ("ListDistributionTenants", &["*"]),
            ("GetDistributionTenant", &["distribution-tenant/dt_1"]),
        ],
    );
}

#[test]
fn who_counts_the_month_reads_all_and_clears_what_is_chosen() {
    holds(
        &Wish { costs: true, ..wish(&["E1"], &[]) },
        &[
            ("CreateInvalidation", &["distribution/E1"]),
            ("GetInvalidation", &["distribution/*"]),
            ("ListInvalidations", &["distribution/*"]),
            ("ListDistributions", &["*"]),
        ],
    );
}

/// All that can be wished for, of CloudFront.
const ALL: Allowed = &[
    ("CreateInvalidation", &["distribution/E1", "distribution/E2"]),
    ("CreateInvalidationForDistributionTenant", &["distribution-tenant/dt_1"]),
    ("GetInvalidation", &["distribution/*"]),
    ("ListInvalidations", &["distribution/*"]),
    ("GetInvalidationForDistributionTenant", &["distribution-tenant/*"]),
    ("ListInvalidationsForDistributionTenant", &["distribution-tenant/*"]),
    ("ListDistributions", &["*"]),
    ("ListDistributionTenants", &["*"]),
    ("GetDistribution", &["distribution/E1", "distribution/E2"]),
    ("GetCachePolicy", &["cache-policy/*"]),
    ("GetDistributionTenant", &["distribution-tenant/dt_1"]),
];

fn everything() -> Wish {
    let rotation = Some(format!("arn:aws:iam::{ACCOUNT}:user/web/ann"));
    Wish { listing: true, checks: true, costs: true, rotation, ..wish(&["E1", "E2"], &["dt_1"]) }
}

#[test]
fn whoever_wishes_for_all_gets_no_more_than_all() {
    holds(&everything(), ALL);
}

#[test]
fn the_own_key_is_replaced_and_nobody_elses() {
    let judge = Judge::of(&policy(&everything()).unwrap());
    let user = |account: &str, name: &str| format!("arn:aws:iam::{account}:user/{name}");
    let own = user(ACCOUNT, "web/ann");
    let others = [
        user(ACCOUNT, "ann"),
        user(ACCOUNT, "web/bob"),
        user(ACCOUNT, "web/anne"),
        user("210987654321", "web/ann"),
        format!("arn:aws-cn:iam::{ACCOUNT}:user/web/ann"),
        format!("arn:aws:iam::{ACCOUNT}:role/web/ann"),
    ];
    for action in ["CreateAccessKey", "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey"] {
        let action = format!("iam:{action}");
        assert!(judge.allows(&action, &own), "{action}");
        for other in &others {
            assert!(!judge.allows(&action, other), "{action} on {other}");
        }
    }
    for action in [
        "iam:AddUserToGroup",
        "iam:AttachUserPolicy",
        "iam:CreateLoginProfile",
        "iam:CreateUser",
        "iam:DeactivateMFADevice",
        "iam:DeleteUser",
        "iam:GetUser",
        "iam:PassRole",
        "iam:PutUserPolicy",
        "iam:UpdateLoginProfile",
        "iam:UpdateUser",
        "sts:AssumeRole",
    ] {
        assert!(!judge.allows(action, &own), "{action}");
    }
    let without = Judge::of(&policy(&Wish { rotation: None, ..everything() }).unwrap());
    assert!(!without.allows("iam:CreateAccessKey", &own));
}

#[test]
fn every_call_that_the_app_makes_can_be_wished_for() {
    let mut calls = BTreeSet::new();
    for (at, _) in CALLS.match_indices("self.client.") {
        let name = CALLS[at..].trim_start_matches("self.client.").split('(').next().unwrap();
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        calls.insert(name.split('_').map(capital).collect::<String>());
    }
    let all: BTreeSet<_> = ALL.iter().map(|(action, _)| (*action).to_owned()).collect();
    assert_eq!(all, calls, "what is granted is what is called, and no more");
}

#[test]
fn the_policy_for_one_target_holds_the_same() {
    use domain::Target;
    use domain::permissions::least_policy;

    let judge = Judge::of(&least_policy("aws", Some(ACCOUNT), &Target::Distribution(DistributionId::new("E1"))));
    let [chosen, other] = ["E1", "E2"].map(|id| format!("arn:aws:cloudfront::{ACCOUNT}:distribution/{id}"));
    for action in ["CreateInvalidation", "GetInvalidation", "ListInvalidations", "GetDistribution"] {
        let action = format!("cloudfront:{action}");
        assert!(judge.allows(&action, &chosen) && !judge.allows(&action, &other), "{action}");
    }
}
