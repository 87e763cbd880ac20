//! Who decides what a policy allows: an evaluator of IAM policies that others wrote, and tests that it decides as IAM does
//! in what these policies use (IAM User Guide, "Policy evaluation logic" and "IAM JSON policy elements").

use iam_rs::{Arn, Decision, IAMPolicy, IAMRequest, PolicyEvaluator, Principal, PrincipalId, Validate};

/// A policy that was read.
pub struct Judge(PolicyEvaluator);

impl Judge {
    pub fn of(policy: &str) -> Self {
        let read = IAMPolicy::from_json(policy).unwrap_or_else(|error| panic!("{error}: {policy}"));
        assert!(read.is_valid(), "{policy}");
        Self(PolicyEvaluator::with_policies(vec![read]))
    }

    /// Whether it allows this action on this resource.
    pub fn allows(&self, action: &str, resource: &str) -> bool {
        let who = Principal::Aws(PrincipalId::String("arn:aws:iam::123456789012:user/web/ann".to_owned()));
        let request = IAMRequest::new(who, action, Arn::parse(resource).unwrap());
        self.0.evaluate(&request).unwrap().decision == Decision::Allow
    }
}

/// A policy of these statements, each an effect, an action and a resource.
fn judge(statements: &[(&str, &str, &str)]) -> Judge {
    let written: Vec<_> = statements
        .iter()
        .map(|(effect, action, resource)| {
            format!(r#"{{"Effect": "{effect}", "Action": "{action}", "Resource": "{resource}"}}"#)
        })
        .collect();
    Judge::of(&format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, written.join(",")))
}

const E1: &str = "arn:aws:cloudfront::123456789012:distribution/E1";
const E2: &str = "arn:aws:cloudfront::123456789012:distribution/E2";

#[test]
fn the_judge_allows_what_is_named_and_nothing_else() {
    let judge = judge(&[("Allow", "cloudfront:GetInvalidation", E1)]);
    assert!(judge.allows("cloudfront:GetInvalidation", E1));
    for (action, resource) in [
        ("cloudfront:GetInvalidation", E2),
        ("cloudfront:GetInvalidation", "arn:aws:cloudfront::123456789012:distribution/E11"),
        ("cloudfront:GetInvalidation", "arn:aws:cloudfront::123456789012:distribution/e1"),
        ("cloudfront:GetInvalidation", "arn:aws:cloudfront::123456789012:distribution-tenant/E1"),
        ("cloudfront:GetInvalidation", "arn:aws:cloudfront::210987654321:distribution/E1"),
        ("cloudfront:GetInvalidation", "arn:aws-cn:cloudfront::123456789012:distribution/E1"),
        ("cloudfront:GetInvalidationForDistributionTenant", E1),
        ("cloudfront:GetInvalidatio", E1),
        ("cloudfront:CreateInvalidation", E1),
        ("s3:GetInvalidation", E1),
    ] {
        assert!(!judge.allows(action, resource), "{action} on {resource}");
    }
}

#[test]
fn the_judge_knows_wildcards() {
    let of_all = judge(&[("Allow", "cloudfront:Get*", "arn:aws:cloudfront::123456789012:distribution/*")]);
    assert!(of_all.allows("cloudfront:GetInvalidation", E1) && of_all.allows("cloudfront:GetDistribution", E2));
    assert!(!of_all.allows("cloudfront:ListInvalidations", E1));
    assert!(!of_all.allows("cloudfront:GetInvalidation", "arn:aws:cloudfront::123456789012:distribution-tenant/dt_1"));
    assert!(!of_all.allows("cloudfront:GetInvalidation", "arn:aws:cloudfront::210987654321:distribution/E1"));

    let of_one_character = judge(&[("Allow", "*", "arn:aws:cloudfront::123456789012:distribution/E?")]);
    assert!(of_one_character.allows("cloudfront:GetInvalidation", E2));
    let longer = "arn:aws:cloudfront::123456789012:distribution/E12";
    assert!(!of_one_character.allows("cloudfront:GetInvalidation", longer));

    let everywhere = judge(&[("Allow", "cloudfront:ListDistributions", "*")]);
    assert!(everywhere.allows("cloudfront:ListDistributions", E1));
    assert!(!everywhere.allows("cloudfront:ListDistributionTenants", E1));
}

#[test]
fn the_judge_knows_that_a_denial_weighs_more_and_that_the_case_of_an_action_does_not_count() {
    let judge = judge(&[("Allow", "cloudfront:*", "*"), ("Deny", "cloudfront:createinvalidation", E1)]);
    assert!(judge.allows("cloudfront:CreateInvalidation", E2));
    assert!(!judge.allows("cloudfront:CreateInvalidation", E1));
}

#[test]
fn the_judge_knows_variables() {
    // An unknown one stands for nothing rather than for anything: so a policy with one in it is not what it looks like.
    let judge = judge(&[("Allow", "cloudfront:GetInvalidation", &format!("{E1}${{aws:username, '2'}}"))]);
    assert!(judge.allows("cloudfront:GetInvalidation", &format!("{E1}2")));
    assert!(!judge.allows("cloudfront:GetInvalidation", E1));
}

#[test]
#[should_panic(expected = "policy")]
fn the_judge_reads_no_policy_that_is_none() {
    Judge::of("no policy");
}
