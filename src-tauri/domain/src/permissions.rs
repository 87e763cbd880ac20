//! The least permissions that serve, for an administrator to grant (Service Authorization Reference, "Actions,
//! resources, and condition keys for Amazon CloudFront").

mod fit;
mod wish;

pub use fit::Unfit;
pub use wish::{Grant, Purpose, Wish, grants, policy};

use crate::Target;

/// The policy that lets a person invalidate one target and follow it, as JSON, indented.
///
/// `account` is the 12-digit number; where it is not known, `ACCOUNT_ID` stands for the administrator to fill in. The
/// two actions that list are only granted on `*`: AWS knows no narrower resource for them.
pub fn least_policy(partition: &str, account: Option<&str>, target: &Target) -> String {
    let (noun, suffix) = match target {
        Target::Distribution(_) => ("distribution", ""),
        Target::Tenant(_) => ("distribution-tenant", "ForDistributionTenant"),
    };
    let account = account.unwrap_or("ACCOUNT_ID");
    let read = match target {
        Target::Distribution(_) => "        \"cloudfront:GetDistribution\"",
        Target::Tenant(_) => "        \"cloudfront:GetDistributionTenant\"",
    };
    let list = match target {
        Target::Distribution(_) => "cloudfront:ListDistributions",
        Target::Tenant(_) => "cloudfront:ListDistributionTenants",
    };
    // An id is whatever a person pasted, and must not break out of its string.
    let target = target.id().replace('\\', r"\\").replace('"', r#"\""#);
    format!(
        r#"{{
  "Version": "2012-10-17",
  "Statement": [
    {{
      "Sid": "InvalidateAndFollow",
      "Effect": "Allow",
      "Action": [
        "cloudfront:CreateInvalidation{suffix}",
        "cloudfront:GetInvalidation{suffix}",
        "cloudfront:ListInvalidations{suffix}",
{read}
      ],
      "Resource": "arn:{partition}:cloudfront::{account}:{noun}/{target}"
    }},
    {{
      "Sid": "FindItInTheList",
      "Effect": "Allow",
      "Action": "{list}",
      "Resource": "*"
    }}
  ]
}}"#
    )
}

/// The policy that lets a person ask Cost Explorer what AWS billed, as JSON, indented.
///
/// It is granted on `*`: the one narrower resource that AWS knows for it is a billing view (Service Authorization
/// Reference, "Actions, resources, and condition keys for AWS Cost Explorer Service"), and the question names none.
pub fn bill_policy() -> String {
    format!(
        r#"{{
  "Version": "2012-10-17",
  "Statement": [
    {{
      "Sid": "SeeWhatWasBilled",
      "Effect": "Allow",
      "Action": "{BILL_ACTION}",
      "Resource": "*"
    }}
  ]
}}"#
    )
}

/// The action that [`bill_policy`] grants.
pub const BILL_ACTION: &str = "ce:GetCostAndUsage";

/// The missing action and the resource it was refused on, where a message of the form `User: ARN is not authorized to
/// perform: ACTION on resource: ARN because …` names them. No document promises that form, so either may be absent.
pub fn named_in(message: &str) -> (Option<String>, Option<String>) {
    let word = |text: &str| {
        let word = text.split_whitespace().next()?.trim_matches(['"', '\'', ',', ';', '.', '(', ')']);
        Some(word.to_owned()).filter(|word| !word.is_empty())
    };
    let Some((_, after)) = message.split_once("not authorized to perform: ") else { return (None, None) };
    let Some(action) = word(after) else { return (None, None) };
    let resource = after.split_once(" on resource: ").and_then(|(_, after)| word(after));
    (Some(action), resource)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DistributionId, TenantId};

    #[test]
    fn a_distribution_and_a_tenant_need_different_actions() {
        let distribution = Target::Distribution(DistributionId::new("E123"));
        let policy = least_policy("aws", Some("123456789012"), &distribution);
        assert!(policy.contains(r#""arn:aws:cloudfront::123456789012:distribution/E123""#), "{policy}");
        assert!(policy.contains(r#""cloudfront:CreateInvalidation","#), "{policy}");

        let tenant = Target::Tenant(TenantId::new("dt_1"));
        let policy = least_policy("aws-cn", None, &tenant);
        assert!(policy.contains(r#""arn:aws-cn:cloudfront::ACCOUNT_ID:distribution-tenant/dt_1""#), "{policy}");
        assert!(policy.contains(r#""cloudfront:ListInvalidationsForDistributionTenant","#), "{policy}");
    }

    #[test]
    fn a_strange_id_stays_inside_its_string() {
        let policy = least_policy("aws", None, &Target::Distribution(DistributionId::new(r#"E1","Action":"*\"#)));
        assert!(policy.contains(r#"distribution/E1\",\"Action\":\"*\\""#), "{policy}");
    }

    #[test]
    fn the_bill_takes_one_action_on_everything() {
        let policy = bill_policy();
        let statement = r#""Effect": "Allow",
      "Action": "ce:GetCostAndUsage",
      "Resource": "*""#;
        assert!(policy.contains(statement), "{policy}");
        assert_eq!(policy.matches("Effect").count(), 1);
    }

    #[test]
    fn a_refusal_names_its_action_and_resource() {
        let message = "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: \
                       cloudfront:CreateInvalidation on resource: arn:aws:cloudfront::123456789012:distribution/E1 \
                       because no identity-based policy allows the cloudfront:CreateInvalidation action";
        let (action, resource) = named_in(message);
        assert_eq!(action.as_deref(), Some("cloudfront:CreateInvalidation"));
        assert_eq!(resource.as_deref(), Some("arn:aws:cloudfront::123456789012:distribution/E1"));
    }

    #[test]
    fn a_refusal_in_other_words_is_lived_with() {
        assert_eq!(named_in("Access denied for operation 'AmazonCloudFront: ListDistributions'."), (None, None));
        assert_eq!(named_in("not authorized to perform: "), (None, None));
        let (action, resource) = named_in("You are not authorized to perform: cloudfront:GetInvalidation.");
        assert_eq!((action.as_deref(), resource), (Some("cloudfront:GetInvalidation"), None));
    }
}
